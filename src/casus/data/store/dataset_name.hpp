// How users name data sets, "nmc" or "nmc@5.0", and what they are told of one that is not in the store.
#pragma once

#include "casus/base/error.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

struct DatasetName {
    std::string dataset;
    std::optional<std::string> version; ///< nothing: the newest
};

[[nodiscard]] DatasetName dataset_name(std::string_view text);

/// The Error for a data set that the store lacks. `there`: the data sets in the store; `versions`: those of this one.
[[nodiscard]] Error absent_dataset(std::filesystem::path const& store, DatasetName const& name,
                                   std::vector<std::string> const& there, std::vector<std::string> const& versions);

} // namespace casus::data
