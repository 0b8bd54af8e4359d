// The list of the paper's cases: what it expects of each, and the case file behind it.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/replicate/coding.hpp"
#include "casus/replicate/verdict.hpp"
#include "casus/world/builder.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace casus::replicate {

struct PaperCase {
    std::string code; ///< "A1"
    Verdict expected = Verdict::Follow;
    std::string as; ///< the case whose codings it shares where it has none of its own; mostly empty
    Text claim;     ///< what the paper says the actor did
    WorldBuilder builder;
};

struct PaperCases {
    std::vector<PaperCase> cases;
    std::vector<HashedFile> files; ///< the list, then every case file with its sheets
};

/// Reads cases.csv (case, expected, as, claim, claim_zh) in `folder`, and CASE.toml for every row. An Error names an expected
/// word that is none of follow, hedge and deviate, with the nearest that is.
[[nodiscard]] PaperCases read_paper_cases(std::filesystem::path const& folder);

/// The case's world as coded.
[[nodiscard]] World coded_world(PaperCase const& paper_case, Coding const& coding);

} // namespace casus::replicate
