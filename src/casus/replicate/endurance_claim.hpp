// What the paper on endurance says of single alliances, as claims that a fitted model can be held against.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/base/text.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace casus::replicate {

/// What is computed of an alliance in a year, and when the claim holds.
enum class ClaimMeasure : std::size_t {
    Stands, ///< probability of standing ten years on: above one half
    Rising, ///< log-hazard less that of ten years before: above zero
    Above,  ///< log-hazard less that of the average alliance of its age: above zero
    Term,   ///< what a term adds to the log-hazard: of the expected sign
    Change, ///< what a change of a term adds to the log-hazard: of the expected sign
    None    ///< the data have no term for it: not judged
};

[[nodiscard]] Text name(ClaimMeasure measure);
/// The word of the sheet: "stands".
[[nodiscard]] std::string_view key(ClaimMeasure measure);

struct EnduranceClaim {
    std::string id;         ///< "E1.7"
    std::string paper_case; ///< "E1"
    ClaimMeasure measure = ClaimMeasure::None;
    std::string alliance; ///< ATOP's number
    int year = 0;
    std::string term{};  ///< of Term and Change
    double change = 0.0; ///< of Change
    int expected = +1;   ///< sign
    Text claim;
};

struct EnduranceClaims {
    std::vector<EnduranceClaim> list;
    HashedFile file;
};

/// `claims.csv` of the folder: id, case, measure (stands, rising, above, term, change, none), alliance, year, term, change,
/// expected (yes, higher, lower), claim, claim_zh. An Error names the cell.
[[nodiscard]] EnduranceClaims read_endurance_claims(std::filesystem::path const& folder);

} // namespace casus::replicate
