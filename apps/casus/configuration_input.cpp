#include "configuration_input.hpp"

#include "configuration_of_case.hpp"
#include "opened_case.hpp"
#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/measure/configuration/headed_file.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace casus::app {

namespace {

[[noreturn]] void refuse_input(Text what, std::string found = {}, Text expected = {}, std::string near = {}) {
    throw Error(Problem{.place = {},
                        .what = std::move(what),
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .nearest = std::move(near)});
}

double propensity_in(std::string const& option, std::string const& word) {
    if (auto const value = configuration::finite_number(word)) return *value;
    refuse_input({"bad value of " + option, option + " 的取值无效"}, word, {"a finite number", "有限的数"});
}

std::optional<double> optional_in(std::string const& option, std::string const& word) {
    if (word.empty()) return std::nullopt;
    return propensity_in(option, word);
}

std::size_t actor_in(std::string const& word, std::vector<std::string> const& actors) {
    auto const at = std::ranges::find(actors, word);
    if (at == actors.end())
        refuse_input({"unknown actor", "未知行为体"}, word, {"an actor of the landscape", "格局中的行为体"},
                     nearest(word, actors));
    return static_cast<std::size_t>(at - actors.begin());
}

void check_combination(ConfigurationInput const& input) {
    int const rules = (input.propensities.empty() ? 0 : 1) + (input.same.empty() ? 0 : 1) + (input.all.empty() ? 0 : 1);
    if (!input.case_path.empty()) {
        if (!input.sizes.empty() || rules > 0)
            refuse_input({"a case and files at once", "同时给出案例与文件"}, input.case_path,
                         {"one or the other", "二者择一"});
        return;
    }
    if (input.sizes.empty())
        refuse_input({"nothing to read", "没有输入"}, {},
                     {"a case file, or --sizes FILE and --propensities FILE",
                      "案例文件，或 --sizes FILE 与 --propensities FILE"});
    if (rules != 1)
        refuse_input({rules == 0 ? "no propensities" : "propensities given in more than one way",
                      rules == 0 ? "没有倾向" : "倾向以多种方式给出"},
                     {}, {"one of --propensities, --same and --all", "--propensities、--same、--all 之一"});
}

configuration::LandscapeSources sources_of(ConfigurationInput const& input) {
    configuration::LandscapeSources sources{.sizes = input.sizes,
                                            .actor_column = input.actor_column,
                                            .size_column = input.size_column,
                                            .propensities = input.propensities,
                                            .all = optional_in("--all", input.all),
                                            .same_column = {},
                                            .same = 0.0,
                                            .in_order = input.in_order,
                                            .neutral = optional_in("--neutral", input.neutral).value_or(0.0),
                                            .missing = optional_in("--missing", input.missing)};
    if (!input.same.empty()) {
        std::size_t const equals = input.same.rfind('=');
        if (equals == std::string::npos)
            refuse_input({"bad value of --same", "--same 的取值无效"}, input.same, {"COLUMN=P", "COLUMN=P"});
        sources.same_column = input.same.substr(0, equals);
        sources.same = propensity_in("--same", input.same.substr(equals + 1));
    }
    return sources;
}

} // namespace

void add_input(Verb& verb, ConfigurationInput& input) {
    verb.add_optional_argument(
        "CASE", input.case_path,
        {"a case file instead of files of sizes and propensities", "案例文件，代替规模与倾向文件"});
    verb.add_parameters(input.parameters);
    verb.add_option("--sizes", "FILE", input.sizes, {"CSV of actors and their sizes", "行为体与规模的 CSV"});
    verb.add_option(
        "--propensities", "FILE", input.propensities,
        {"CSV of propensities: from, to, propensity, or a square matrix", "倾向的 CSV：from、to、propensity，或方阵"});
    verb.add_option("--actor-column", "COLUMN", input.actor_column,
                    {"column of the actors, \"actor\" if not said", "行为体所在列，默认 actor"});
    verb.add_option("--size-column", "COLUMN", input.size_column,
                    {"column of the sizes, \"size\" if not said", "规模所在列，默认 size"});
    verb.add_option("--same", "COLUMN=P", input.same,
                    {"instead of a file: propensity P for pairs alike in a column of the sizes, 0 for others",
                     "代替文件：规模文件某列相同者倾向为 P，其余为 0"});
    verb.add_option("--all", "P", input.all,
                    {"instead of a file: propensity P for every pair", "代替文件：每对倾向为 P"});
    verb.add_option(
        "--neutral", "P", input.neutral,
        {"taken off every propensity of the file (3 for codes 1 to 5)", "文件中每个倾向减去此值（1 至 5 的编码为 3）"});
    verb.add_option("--missing", "P", input.missing,
                    {"propensity of pairs that the file leaves out", "文件未列之对的倾向"});
    verb.add_flag("--in-order", input.in_order,
                  {"the matrix has other labels, in the order of the sizes", "矩阵标签不同，但与规模文件同序"});
}

configuration::ReadLandscape read_input(ConfigurationInput const& input) {
    check_combination(input);
    if (!input.case_path.empty()) return landscape_of_case(input.case_path, input.parameters);
    return configuration::read_landscape(sources_of(input));
}

std::string landscape_name(ConfigurationInput const& input) {
    return std::filesystem::path(input.case_path.empty() ? input.sizes : input.case_path).filename().string();
}

Manifest landscape_manifest(ConfigurationInput const& input) {
    if (!input.case_path.empty()) return manifest_of("configuration", open_case(input.case_path, input.parameters));
    Manifest manifest = manifest_of("configuration");
    for (std::string const& path : {input.sizes, input.propensities})
        if (!path.empty())
            manifest.case_files.push_back({std::filesystem::path(path).filename().string(), sha256(read_file(path))});
    return manifest;
}

std::tuple<std::size_t, std::size_t, double> change_in(std::string const& word,
                                                       std::vector<std::string> const& actors) {
    Text const form{"A-B=P, two actors and a propensity", "A-B=P，两个行为体与一个倾向"};
    std::size_t const equals = word.rfind('=');
    if (equals == std::string::npos) refuse_input({"bad value of --change", "--change 的取值无效"}, word, form);
    double const value = propensity_in("--change", word.substr(equals + 1));
    std::string const pair = word.substr(0, equals);
    for (std::size_t dash = pair.find('-'); dash != std::string::npos; dash = pair.find('-', dash + 1)) {
        auto const first = std::ranges::find(actors, pair.substr(0, dash));
        auto const second = std::ranges::find(actors, pair.substr(dash + 1));
        if (first == actors.end() || second == actors.end() || first == second) continue;
        return {static_cast<std::size_t>(first - actors.begin()), static_cast<std::size_t>(second - actors.begin()),
                value};
    }
    std::size_t const dash = pair.find('-');
    if (dash == std::string::npos) refuse_input({"bad value of --change", "--change 的取值无效"}, word, form);
    (void)actor_in(pair.substr(0, dash), actors);
    (void)actor_in(pair.substr(dash + 1), actors);
    refuse_input({"--change of an actor towards itself", "--change 为行为体对自身"}, word, form);
}

configuration::Blocs blocs_in(std::string const& word, std::vector<std::string> const& actors) {
    constexpr std::uint8_t nobody = 255;
    configuration::Blocs blocs(actors.size(), nobody);
    std::uint8_t number = 0;
    for (std::string const& bloc : split(word, '|')) {
        for (std::string const& name : split(bloc)) {
            std::size_t const actor = actor_in(name, actors);
            if (blocs[actor] != nobody) refuse_input({"--at names an actor twice", "--at 中行为体重复"}, name);
            blocs[actor] = number;
        }
        ++number;
    }
    configuration::number_in_order(blocs);
    return blocs;
}

} // namespace casus::app
