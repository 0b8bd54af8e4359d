// A parameter file in which some values are estimates: the text of another one, line by line, with these put in.
#pragma once

#include "casus/data/provenance.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace casus::fit {

struct EstimatedKey {
    std::string key; ///< name in parameter files
    double value = 0.0;
    double sd = 0.0;
};

/// An estimate that the file's range refuses, whose line stays as it was.
struct RefusedKey {
    std::string key;
    double estimate = 0.0;
    double sd = 0.0;
};

/// What one fit puts into a parameter file.
struct EstimatedBlock {
    std::string section; ///< "threat": its record stands in [fit.threat]
    std::string model;   ///< what was fitted, as the lines of its keys say
    std::vector<EstimatedKey> keys;
    std::vector<double> covariance; ///< keys × keys, row-major, positive definite
    std::vector<RefusedKey> refused;
    std::string record; ///< further lines of [fit.section], in TOML
    std::vector<data::Provenance> sources;
    int until = 0; ///< no data of later years were used
};

/// `base` (the text of a parameter file) under another name, with the block's keys estimated and jointly drawn. Lines of
/// keys that it has are replaced, others added; covariances and records of an earlier fit of the same keys go.
[[nodiscard]] std::string with_estimates(std::string_view base, std::string const& name, EstimatedBlock const& block);

/// {"estimated": [{"key", "value", "sd"}], "refused": [{"key", "estimate", "sd"}], "covariance": rows}.
[[nodiscard]] nlohmann::ordered_json parameters_json(EstimatedBlock const& block);

/// The value of a key in the text of a parameter file; `otherwise` where it has no such key.
[[nodiscard]] double value_in(std::string_view parameter_file, std::string_view key, double otherwise);

} // namespace casus::fit
