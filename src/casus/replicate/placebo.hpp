// What the lens says where the paper claims nothing, or where a case is given another's codings: agreement that such
// placebos reach as well is no evidence.
#pragma once

#include "casus/replicate/coding.hpp"
#include "casus/replicate/paper_case.hpp"
#include "casus/replicate/verdict.hpp"
#include "casus/world/parameters.hpp"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace casus::replicate {

struct Placebo {
    std::string key; ///< "nothing_stated"
    Text name;
    Text what; ///< how it is made
    std::array<std::size_t, verdicts.size()> verdicts_given{};
    std::size_t agree = 0; ///< with the word expected of the case; `claims` says whether that means anything
    bool claims = true;

    [[nodiscard]] std::size_t total() const {
        std::size_t sum = 0;
        for (std::size_t const given : verdicts_given) sum += given;
        return sum;
    }
};

/// Every case with its data and nothing stated in any cell.
[[nodiscard]] Placebo nothing_stated(std::span<PaperCase const> cases, Coding const& coding, Scale const& scale,
                                     Parameters const& parameters);

/// Every issue of a case with the codings of every other case's issue of the same kind (security, economy, coded in full),
/// but of the same actors on the same issue.
[[nodiscard]] Placebo codings_of_others(std::span<PaperCase const> cases, Coding const& coding,
                                        Parameters const& parameters);

/// Allies of which the paper says nothing, on issues of other case files: reads case, file (relative to the sheet), actor,
/// issue.
[[nodiscard]] Placebo unnamed_allies(std::filesystem::path const& sheet, std::span<PaperCase const> cases,
                                     Parameters const& parameters);

} // namespace casus::replicate
