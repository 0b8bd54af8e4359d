#include "casus/measure/configuration/read_landscape.hpp"

#include "casus/measure/configuration/read_propensities.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::configuration {

namespace {

constexpr std::size_t most_landscape_actors = 255;

void read_sizes(HeadedFile const& file, LandscapeSources const& sources, Landscape& landscape) {
    std::size_t const actor = file.column(sources.actor_column);
    std::size_t const size = file.column(sources.size_column);
    std::vector<Problem> problems;
    for (CsvRow const& row : file.rows) {
        std::string const& name = row[actor].text;
        if (name.empty())
            problems.push_back(
                {.place = file.place(row[actor]), .what = {"an actor without a name", "行为体没有名称"}});
        else if (std::ranges::find(landscape.actors, name) != landscape.actors.end())
            problems.push_back(
                {.place = file.place(row[actor]), .what = {"an actor twice", "行为体重复"}, .found = name});
        auto const value = finite_number(row[size].text);
        if (!value || *value < 0.0)
            problems.push_back({.place = file.place(row[size]),
                                .what = {"not a size", "不是规模"},
                                .found = row[size].text,
                                .expected = {"a finite number, 0 or more", "不小于 0 的有限数"}});
        landscape.actors.push_back(name);
        landscape.sizes.push_back(value.value_or(0.0));
    }
    if (landscape.count() < 2 || landscape.count() > most_landscape_actors)
        problems.push_back({.place = {file.path},
                            .what = {"too few or too many actors", "行为体过少或过多"},
                            .found = std::to_string(landscape.count()),
                            .expected = {"2 to 255 actors", "2 至 255 个行为体"}});
    throw_if_any(std::move(problems));
}

void set_all(Landscape& landscape, double value) {
    std::fill(landscape.propensities.begin(), landscape.propensities.end(), value);
    for (std::size_t i = 0; i < landscape.count(); ++i) landscape.propensity(i, i) = 0.0;
}

void set_same(HeadedFile const& file, LandscapeSources const& sources, Landscape& landscape) {
    std::size_t const column = file.column(sources.same_column);
    for (std::size_t i = 0; i < landscape.count(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (file.rows[i][column].text == file.rows[j][column].text) landscape.set_propensity(i, j, sources.same);
}

Text note_of_rule(LandscapeSources const& sources) {
    if (sources.all)
        return {fmt::format("Every pair has the propensity {}.", *sources.all),
                fmt::format("每一对的倾向均为 {}。", *sources.all)};
    return {fmt::format("Two actors that are alike in the column {} have the propensity {}, others 0.",
                        sources.same_column, sources.same),
            fmt::format("在列 {} 中相同的两个行为体的倾向为 {}，其余为 0。", sources.same_column, sources.same)};
}

} // namespace

ReadLandscape read_landscape(LandscapeSources const& sources) {
    HeadedFile const file = read_headed(sources.sizes);
    ReadLandscape read;
    read_sizes(file, sources, read.landscape);
    read.landscape.propensities.assign(read.landscape.count() * read.landscape.count(), 0.0);
    if (!sources.propensities.empty()) {
        read_propensities(sources, read);
        return read;
    }
    if (sources.all)
        set_all(read.landscape, *sources.all);
    else
        set_same(file, sources, read.landscape);
    read.notes.push_back(note_of_rule(sources));
    return read;
}

} // namespace casus::configuration
