// The verbs below `casus data`, and what they and other verbs on the store share.
#pragma once

#include "verbs.hpp"

#include "casus/data/store/store.hpp"
#include "casus/report/document.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace casus::app {

void add_data_import(CLI::App& data, Call const& call);
void add_data_list(CLI::App& data, Call const& call);
void add_data_verify(CLI::App& data, Call const& call);
void add_data_formats(CLI::App& data, Call const& call);
void add_data_remove(CLI::App& data, Call const& call);

/// The value of --store, or the default place where it was not given.
[[nodiscard]] std::filesystem::path store_path(std::string const& given);

/// "1816–2016"; "–" where nothing is known.
[[nodiscard]] std::string year_range(int first_year, int last_year);

/// What a number of cells held for missing, by code: "−9 ×412, −99 ×3"; empty for none.
[[nodiscard]] std::string missing_summary(data::Provenance const& provenance);

/// The name of a file in a table: a long one loses its middle.
[[nodiscard]] Text short_name(std::string const& file);

/// How many rows were rejected and why, the commonest reason first: "12: the same as an earlier row"; empty for none.
[[nodiscard]] Text rejected_summary(data::Provenance const& provenance);

/// The data set's title, or its name where this Casus does not know it.
[[nodiscard]] Text title_of(std::string const& dataset);

/// An Error for a data set that no source describes, with the nearest; the version after "@" is not looked at.
void check_dataset(std::string const& name);

} // namespace casus::app
