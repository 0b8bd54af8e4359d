// The paper's cases as a whole: what is computed against what is expected, under both codings and both pooled, with all that
// keeps a count of agreements honest (docs/coding-rules.md).
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/replicate/agreement.hpp"
#include "casus/replicate/comparison.hpp"
#include "casus/replicate/judged_case.hpp"
#include "casus/replicate/paper_case.hpp"
#include "casus/replicate/permuted.hpp"
#include "casus/replicate/placebo.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace casus::replicate {

/// A case under one coding.
struct CaseUnder {
    Judged judged;
    Drawn drawn;
};

struct ReplicatedCase {
    std::string code;
    Text title;
    Text claim;
    Verdict expected = Verdict::Follow;
    CaseUnder pooled;
    CaseUnder first;
    CaseUnder second;

    [[nodiscard]] bool agrees() const { return pooled.judged.verdict == expected; }
};

/// The count of agreements under one coding, beside what no knowledge would reach.
struct Count {
    std::string coder;
    std::size_t agree = 0;
    std::optional<double> kappa; ///< Cohen's κ of computed against expected words
    Permuted permuted;
};

struct Replication {
    std::vector<ReplicatedCase> cases;
    std::vector<Comparison> comparisons;
    std::array<Count, 3> counts; ///< pooled, first, second; of `cases` alone
    std::size_t trivial = 0;     ///< cases that agree with saying the commonest expected word always
    Verdict trivial_word = Verdict::Follow;
    CoderAgreement coders;
    std::vector<Placebo> placebos;
    std::vector<HashedFile> files;
};

/// Reads and runs everything in `folder`: cases.csv and the case files, scale.csv, coding-blank.csv, first-coding.csv,
/// second-coding.csv, placebo.csv, comparisons.csv.
[[nodiscard]] Replication replicate(std::filesystem::path const& folder, Parameters const& parameters,
                                    ensemble::Sampling const& sampling);

} // namespace casus::replicate
