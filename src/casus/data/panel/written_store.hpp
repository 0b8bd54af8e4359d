// For tests: a store with a few invented rows of the data sets that panels are made from.
#pragma once

#include "casus/data/store/store.hpp"

#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace casus::data::testing_data {

using Cell = std::optional<double>; ///< nothing: missing

/// A table from its columns' names and rows of numbers.
[[nodiscard]] inline Table table_of(std::vector<std::string> const& names, std::vector<std::vector<Cell>> const& rows) {
    Table table;
    for (std::size_t c = 0; c < names.size(); ++c) {
        ColumnBuilder builder(names[c]);
        for (std::vector<Cell> const& row : rows) {
            if (!row[c])
                builder.add_missing();
            else if (*row[c] == static_cast<double>(static_cast<std::int64_t>(*row[c])))
                builder.add(static_cast<std::int64_t>(*row[c]));
            else
                builder.add(*row[c]);
        }
        table.columns.push_back(builder.finish());
    }
    return table;
}

inline void put(Store& store, std::string const& dataset, std::string const& version, int first_year, int last_year,
                Table const& table) {
    Provenance provenance;
    provenance.dataset = dataset;
    provenance.version = version;
    provenance.file = dataset + ".csv";
    provenance.sha256 = std::string(64, '0');
    provenance.sha256.replace(0, dataset.size(), dataset);
    provenance.rows_read = provenance.rows_kept = table.rows();
    provenance.first_year = first_year;
    provenance.last_year = last_year;
    store.write(provenance, table);
}

/// States 2, 20 (from May 1902) and 40, 1900 to 1905; 2 is a major power to 1903. Alliance 10 binds 2 and 40: phase 1
/// (defence) to March 1902, then phase 2 (neutrality), still in force in 1904. Alliance 11 binds all three from June
/// 1902 to 1903, and 2 owes defence to some of the others only. Member 999 is no state.
inline void fill(Store& store) {
    put(store, "cow-states", "2016", 1900, 1905,
        table_of({"ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday"},
                 {{2, 1900, 1, 1, 1905, 12, 31}, {20, 1902, 5, 1, 1905, 12, 31}, {40, 1900, 1, 1, 1905, 12, 31}}));
    put(store, "cow-majors", "2016", 1900, 1905, table_of({"ccode", "styear", "endyear"}, {{2, 1900, 1903}}));
    put(store, "nmc", "6.0", 1901, 1904,
        table_of({"ccode", "year", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc"},
                 {{2, 1901, 10, 1, 1, 1, 1, 1, 0.5},
                  {2, 1902, 11, {}, 1, 1, 1, 1, 0.4},
                  {40, 1902, 12, 1, 1, 1, 1, 1, 0.25},
                  {40, 1902, 13, 1, 1, 1, 1, 1, 0.75},
                  {20, 1901, 14, 1, 1, 1, 1, 1, 0.1},
                  {999, 1902, 15, 1, 1, 1, 1, 1, 0.2}}));
    put(store, "contiguity", "3.2", 1900, 1904,
        table_of({"statelno", "statehno", "conttype", "begin", "end"},
                 {{2, 20, 1, 190205, 190512}, {2, 40, 5, 190001, 190212}, {2, 40, 4, 190207, 190412}}));
    put(store, "atop-member", "5.1", 1900, 1904,
        table_of({"atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", "obvary",
                  "term", "defense", "offense", "neutral", "nonagg", "consul"},
                 {{10, 2, 1901, 6, 1, 1902, 3, 1, 1, 0, 4, 1, 0, 0, 0, 0},
                  {10, 40, 1901, 6, 1, 1902, 3, 1, 1, 0, 4, 0, 0, 0, 0, 1},
                  {10, 2, 1902, 3, 1, 0, {}, {}, 2, 0, 0, 0, 0, 1, 0, 0},
                  {10, 40, 1902, 3, 1, 0, {}, {}, 2, 0, 0, 0, 0, 1, 0, 0},
                  {11, 2, 1902, 6, 1, 1903, 2, 1, 0, 1, 3, 1, 0, 0, 0, 0},
                  {11, 20, 1902, 6, 1, 1903, 2, 1, 0, 0, 3, 0, 0, 0, 0, 1},
                  {11, 40, 1902, 6, 1, 1903, 2, 1, 0, 0, 3, 0, 0, 0, 0, 1},
                  {11, 999, 1902, 6, 1, 1903, 2, 1, 0, 0, 3, 0, 0, 0, 0, 1}}));
}

/// Opened for reading; the file goes when the program ends.
[[nodiscard]] inline Store const& written_store() {
    static struct File {
        std::filesystem::path path = std::filesystem::temp_directory_path() /
                                     ("casus-written-" + std::to_string(static_cast<long>(getpid())) + ".sqlite");
        ~File() {
            std::error_code ignored;
            std::filesystem::remove(path, ignored);
        }
    } const file;
    static Store const store = [] {
        std::filesystem::remove(file.path);
        {
            Store writing(file.path, Store::Access::Write);
            fill(writing);
        }
        return Store(file.path, Store::Access::Read);
    }();
    return store;
}

} // namespace casus::data::testing_data
