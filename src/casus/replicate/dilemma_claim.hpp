// What the paper on the alliance-system dilemma says of who fears which risk more, as claims that the lens can be held against
// (docs/dilemma-cases.md).
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/manifest.hpp"
#include "casus/base/text.hpp"
#include "casus/world/scenario.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace casus::replicate {

/// What is compared: both risks in one year, or one risk (or the first less the second) with an earlier year.
enum class RiskMeasure : std::size_t { Dominates, Abandonment, Entrapment, Tilt };

/// What a coder says of a claim, and what the lens answers; the first four of Dominates, the others of the rest.
enum class RiskWord : std::size_t { Abandonment, Entrapment, Both, Neither, Rises, Falls, Stays };
inline constexpr std::size_t risk_words = 7;

[[nodiscard]] std::string_view key(RiskMeasure measure); ///< "dominates", as sheets have it
[[nodiscard]] std::string_view key(RiskWord word);       ///< "both"
[[nodiscard]] Text name(RiskMeasure measure);
[[nodiscard]] Text name(RiskWord word);

struct DilemmaClaim {
    std::string id;         ///< "D5.china"
    std::string paper_case; ///< "D5"
    std::vector<std::string> holders;
    std::vector<std::string> partners;
    std::string rival; ///< a code, or empty: all
    RiskMeasure measure = RiskMeasure::Dominates;
    int year = 0;
    int against = 0;    ///< the earlier year; 0 of Dominates
    std::string source; ///< section and paragraph of the text
    Text claim;
    Place place; ///< of its row
};

/// Changes that make the case's world that of another year.
struct YearChanges {
    int year = 0;
    std::vector<Change> changes;
};

struct DilemmaClaims {
    std::vector<DilemmaClaim> list;
    std::vector<RiskWord> first; ///< [claim] coded
    std::vector<RiskWord> second;
    std::vector<YearChanges> years; ///< ascending
    std::vector<HashedFile> files;
};

/// claims.csv, first-coding.csv, second-coding.csv and years.csv of the folder; columns as in docs/dilemma-cases.md. Errors name
/// the cell: an unknown measure or word (with the nearest), a word that does not go with the measure, a claim twice, coded twice or not
/// at all, a year that is none, an earlier year that is not earlier.
[[nodiscard]] DilemmaClaims read_dilemma_claims(std::filesystem::path const& folder);

} // namespace casus::replicate
