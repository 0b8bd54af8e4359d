// The paper's comparative claims: a case is changed, and a share of the allies' choices should rise or fall.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/base/text.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/world/parameters.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace casus::replicate {

enum class Direction { Rises, Falls, Stays };

/// "rises", "falls", "stays".
[[nodiscard]] std::string_view key(Direction direction);
[[nodiscard]] Text name(Direction direction);

/// Whose mean is compared: over allies, issues weighted by salience.
enum class Measure { Follow, Regroup };

struct Comparison {
    std::string code; ///< "A16"
    Text claim;
    std::string from;    ///< the scenario that it starts from; empty: the case as it is coded
    std::string to;      ///< and the one that it goes to: code of a scenario of the case, or PATH=VALUE; …
    bool counted = true; ///< among the paper's claims; else a variant that is shown beside them
    Measure measure = Measure::Follow;
    Direction expected = Direction::Rises;
    Direction computed = Direction::Stays; ///< of the mean
    double before = 0.0;
    double after = 0.0;
    std::size_t allies_as_expected = 0; ///< that move the expected way
    std::size_t allies = 0;
    double probability = 0.0; ///< share of draws, paired, in which the mean moves the expected way
};

struct Comparisons {
    std::vector<Comparison> comparisons;
    std::vector<HashedFile> files; ///< the sheet, then the case files that it names, with their sheets
};

/// Reads case, file (relative to the sheet), from, to, measure (follow, regroup), expected (rises, falls), counted (yes, no),
/// claim, claim_zh, and computes each at the central values and over draws.
[[nodiscard]] Comparisons compare(std::filesystem::path const& sheet, Parameters const& parameters,
                                  ensemble::Sampling const& sampling);

} // namespace casus::replicate
