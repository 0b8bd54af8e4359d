// An alliance as the lens sees it: its age, its members, and what is known of the model's terms.
#pragma once

#include "casus/base/text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace casus::endurance {

/// A term's figure. Where its range is open (low < high) it is as likely below the value as above it, and evenly so on
/// either side.
struct TermValue {
    double value = 0.0;
    double low = 0.0; ///< low <= value <= high
    double high = 0.0;
    std::string source{}; ///< where it was read; empty: nobody said
};

struct Member {
    std::string code;
    Text name;
    std::optional<double> power{}; ///< share of the system's capabilities, where known
};

struct Alliance {
    std::string code;
    Text name;
    double age = 0.0;         ///< years in force when the year begins
    std::uint32_t number = 0; ///< keeps the random numbers of alliances apart
    std::vector<Member> members;
    std::vector<std::optional<TermValue>> terms; ///< one for each term of the model; nothing: it counts as average
    std::vector<std::string> unused{};           ///< figures that are given for it and that the model has no term for
};

} // namespace casus::endurance
