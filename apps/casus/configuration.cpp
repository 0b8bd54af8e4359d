// casus configuration: landscape theory on a file of sizes and one of propensities.
#include "configuration_input.hpp"
#include "output.hpp"
#include "report_files.hpp"
#include "verbs.hpp"

#include "casus/base/parallel.hpp"
#include "casus/measure/configuration/configuration_chapter.hpp"
#include "casus/measure/configuration/configuration_document.hpp"
#include "casus/measure/configuration/configuration_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <memory>

namespace casus::app {

namespace {

using configuration::ChangedPropensity;
using configuration::Configured;

struct ConfigurationOptions {
    ConfigurationInput input;
    std::uint64_t blocs = 2;
    std::vector<std::string> changes;
    std::string at;
    bool no_basins = false;
    std::uint64_t memory = 1024;
    std::uint64_t nodes = configuration::BlocPlan{}.most_nodes;
    std::uint64_t show = 15;
    std::uint64_t threads = default_threads();
    ReportFiles files;
};

struct ConfigurationAnswers {
    Configured now;
    std::optional<ChangedPropensity> changed;
    std::optional<configuration::AskedBlocs> asked;
};

Configured configured(ConfigurationOptions const& options, configuration::ReadLandscape read) {
    std::size_t const actors = read.landscape.count();
    configuration::ConfigurationPlan const plan{
        .blocs = {.most_blocs = std::min<std::size_t>(options.blocs, actors), .most_nodes = options.nodes},
        .basins = !options.no_basins,
        .memory = options.memory << 20,
        .threads = options.threads};
    Progress progress("configuration", std::size_t{2} << (std::min<std::size_t>(actors, 30) - 1));
    return configuration::configure(std::move(read.landscape), plan, std::move(read.notes), &progress);
}

/// The answer after all changes, told by the last of them where there are several.
ChangedPropensity changed(ConfigurationOptions const& options, configuration::ReadLandscape read) {
    ChangedPropensity change{};
    for (std::string const& word : options.changes) {
        auto const [first, second, value] = change_in(word, read.landscape.actors);
        change.first = first;
        change.second = second;
        change.before = read.landscape.propensity(first, second);
        change.after = value;
        read.landscape.set_propensity(first, second, value);
    }
    read.notes.clear();
    change.answer = configured(options, std::move(read));
    return change;
}

ConfigurationAnswers answers_to(ConfigurationOptions const& options) {
    configuration::ReadLandscape const read = read_input(options.input);
    ConfigurationAnswers answers{.now = configured(options, read), .changed = {}, .asked = {}};
    if (!options.changes.empty()) answers.changed = changed(options, read);
    if (!options.at.empty()) {
        answers.asked = configuration::AskedBlocs{blocs_in(options.at, read.landscape.actors), {}};
        if (answers.now.minima && configuration::bloc_count(answers.asked->blocs) <= 2)
            answers.asked->way =
                configuration::way_down(answers.now.weights, *answers.now.minima, answers.asked->blocs);
    }
    return answers;
}

nlohmann::ordered_json asked_json(Configured const& now, configuration::AskedBlocs const& asked) {
    nlohmann::ordered_json json{{"blocks", configuration::blocks_json(now.landscape.actors, asked.blocs)},
                                {"energy", now.weights.energy_of(configuration::apart(now.weights, asked.blocs))}};
    if (asked.way) {
        json["moves"] = asked.way->steps.size() - 1;
        json["minimum"] = asked.way->minimum + 1;
    }
    return json;
}

nlohmann::ordered_json configuration_json(ConfigurationAnswers const& answers, Manifest const& manifest) {
    nlohmann::ordered_json json = begin_document("casus.configuration/1", manifest);
    json.update(configuration::document(answers.now));
    if (answers.asked) json["asked"] = asked_json(answers.now, *answers.asked);
    if (answers.changed) {
        auto const& actors = answers.now.landscape.actors;
        ChangedPropensity const& change = *answers.changed;
        json["change"] = {{"pair", {actors[change.first], actors[change.second]}},
                          {"before", change.before},
                          {"after", change.after},
                          {"answer", configuration::document(change.answer)}};
    }
    return json;
}

std::vector<Chapter> chapters_of(ConfigurationAnswers const& answers, std::size_t most_rows) {
    std::vector<Chapter> chapters;
    if (answers.asked) chapters.push_back(configuration::asked_chapter(answers.now, *answers.asked));
    if (answers.changed) chapters.push_back(configuration::change_chapter(answers.now, *answers.changed));
    chapters.push_back(configuration::configuration_chapter(answers.now, most_rows));
    return chapters;
}

void run_configuration(ConfigurationOptions const& options, Call const& call) {
    ConfigurationAnswers const answers = answers_to(options);
    std::string const name = landscape_name(options.input);
    // Tables as CSV are for machines: all rows.
    std::size_t const rows_in_files =
        options.files.csv.empty() ? options.show : std::numeric_limits<std::size_t>::max();
    report::Report report =
        report_of("configuration", {"Configuration of " + name, name + " 的格局"}, chapters_of(answers, rows_in_files));
    report.manifest = landscape_manifest(options.input);
    if (write_files(options.files, call, report, [&] { return configuration_json(answers, report.manifest); })) return;
    report.chapters = chapters_of(answers, options.show);
    print_report(report, call);
}

} // namespace

void add_configuration(CLI::App& program, Call const& call) {
    auto options = std::make_shared<ConfigurationOptions>();
    Verb verb(program, call, "configuration",
              {"find who would side with whom: all stable blocs (landscape theory)",
               "谁会与谁站在一起：所有稳定的阵营划分（格局理论）"},
              "casus configuration --sizes sizes.csv --propensities propensities.csv --change Japan-Korea=1",
              [options, &call] { run_configuration(*options, call); });
    add_input(verb, options->input);
    verb.add_number("--blocs", "K", options->blocs, 1, 255, {"at most so many blocs", "至多几个阵营"});
    verb.add_list("--change", "A-B=P", options->changes,
                  {"a propensity to change, answers before and after; can be given several times",
                   "要改变的倾向，给出前后结果；可多次给出"});
    verb.add_option("--at", "A,B|C,D", options->at,
                    {"a configuration whose energy is asked; the last bloc may be left out",
                     "要问其能量的格局；最后一个阵营可省略"});
    verb.add_flag("--no-basins", options->no_basins, {"leave out the basins of attraction", "不计算吸引域"});
    verb.add_number("--memory", "MIB", options->memory, 1, 1U << 20, {"most memory for basins", "吸引域的内存上限"});
    verb.add_number("--nodes", "N", options->nodes, 1, 1'000'000'000'000,
                    {"most nodes of the search for the best partition", "搜索最优划分的节点上限"});
    verb.add_number("--show", "N", options->show, 1, 1'000'000, {"rows of tables to show", "表格显示的行数"});
    verb.add_number("--threads", "N", options->threads, 1, 1024, {"threads", "线程数"});
    add_estimate_files(verb, options->files);
}

} // namespace casus::app
