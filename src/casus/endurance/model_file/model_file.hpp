// Fitted models in TOML, params/endurance-*.toml, schema "casus.endurance/1":
//
//     schema = "casus.endurance/1"
//     name = "endurance-atop"
//
//     [fit]
//     years = [1815, 2018]
//     alliances = 600
//     rows = 9000
//     events = 400
//     data = [ { dataset = "atop-member", version = "5.1", file = "…", sha256 = "…" } ]
//
//     [[age]]
//     function = "1"          # or "ln(1+age)", "ln(1+age)^2"
//     estimate = -3.1
//     se = 0.2
//
//     [[term]]                # any number
//     name = "regime_change"  # the column of alliance-years
//     label = { en = "…", zh = "…" }
//     claim = { key = "regime", en = "…", zh = "…" }
//     nature = "non-rational" # or "rational", "setting"
//     expected = 1            # or -1, 0
//     centre = 0.2
//     sd = 0.4
//     estimate = 0.5
//     se = 0.1
//
//     [covariance]            # of all coefficients in the order of the file, those of age first
//     matrix = [[…], …]
//
// A section [judged], free in its keys, may say how the model forecasts; the reader leaves it alone.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/endurance/model.hpp"

#include <filesystem>
#include <string>

namespace casus::endurance {

struct ModelFile {
    Model model;
    HashedFile file;
    std::filesystem::path path; ///< as opened
};

/// Everything wrong with the file is one Error: keys missing or unknown, values of another type, a term or function
/// twice, a covariance of the wrong shape, not non-negative definite, or at odds with the errors (by more than 1e-4).
[[nodiscard]] ModelFile read_model(std::filesystem::path const& path);

/// The file's text; numbers in the shortest form that reads back the same. `comment` (may be empty) stands at the
/// head, a "# " before each of its lines; `judged` (may be empty) is TOML from "[judged]" on, put at the end.
[[nodiscard]] std::string model_text(Model const& model, std::string const& comment, std::string const& judged = {});

} // namespace casus::endurance
