// casus endurance fit: why alliances ended, and the model that says so as a file.
#include "alienation_verbs.hpp"
#include "data_verbs.hpp"
#include "endurance_verbs.hpp"
#include "output.hpp"
#include "report_files.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/base/parallel.hpp"
#include "casus/endurance/model_file/model_file.hpp"
#include "casus/fit/endurance_fit.hpp"
#include "casus/fit/endurance_trial.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace casus::app {

namespace {

struct EnduranceFitOptions {
    EnduranceOptions of;
    std::string years = "1816:2018";
    std::string recent = "1946:2018";
    std::string ending = "any";
    std::string terms;
    std::string out;
    ReportFiles files;
};

fit::EndsAsked ends_asked(std::string const& ending) {
    if (ending == "any") return {};
    for (std::size_t e = 1; e < fit::endings; ++e)
        if (word_of(static_cast<fit::Ending>(e)) == ending) return {{static_cast<fit::Ending>(e)}};
    return {};
}

constexpr int trained_to = 1980;

/// How the same terms forecast, for the file's section [judged]; empty where the years leave no room for it.
std::string judged_text(fit::EnduranceRows const& rows, YearRange const& years, fit::EndsAsked const& ends) {
    if (!ends.counted.empty() || years.first > trained_to - 40 || years.last <= trained_to) return {};
    return judged_section(try_endurance(
        rows,
        {.train_first = years.first, .train_last = trained_to, .test_first = trained_to + 1, .test_last = years.last},
        1));
}

/// The model of --years as a file.
std::string file_text(EnduranceFitOptions const& options, fit::EnduranceRows const& rows,
                      fit::EnduranceFit const& fitted, std::string const& judged) {
    std::string const name = options.out == "-" ? "endurance" : std::filesystem::path(options.out).stem().string();
    return endurance::model_text(
        model_of(rows, fitted, name),
        fmt::format(
            "Made by `casus endurance fit --years {} --allies {} --ending {}{}`: estimates, none of them judged.",
            options.years, options.of.allies, options.ending, options.terms.empty() ? "" : " --terms " + options.terms),
        judged);
}

void fit_endurance_and_show(EnduranceFitOptions const& options, Call const& call) {
    YearRange const years = years_of("--years", options.years);
    YearRange const recent = years_of("--recent", options.recent);
    fit::EndsAsked const ends = ends_asked(options.ending);
    fit::EnduranceRows rows = rows_asked(options.of);
    if (!options.terms.empty()) keep_terms(rows, split(options.terms));
    fit::EnduranceFit const whole = fit_endurance(rows, years.first, years.last, ends);
    fit::EnduranceFit const late = fit_endurance(rows, recent.first, recent.last, ends);
    std::vector<fit::CauseFit> const causes =
        options.ending == "any" ? fit_by_cause(rows, whole) : std::vector<fit::CauseFit>{};
    report::Report report = report_of("endurance fit", {"Why alliances ended", "联盟为何终止"},
                                      {endurance_fit_chapter(rows, whole, late, causes)});
    add_citations(rows.sources, report);
    if (!options.out.empty())
        write_or_print(options.out, file_text(options, rows, whole, judged_text(rows, years, ends)));
    bool const all = write_files(options.files, call, report, [&] {
        nlohmann::ordered_json document = begin_document("casus.endurance-fit/1", report.manifest);
        document.update(endurance_fit_document(rows, whole, late, causes));
        return document;
    });
    if (!all && options.out != "-") print_report(report, call);
}

} // namespace

void add_endurance_options(Verb& verb, EnduranceOptions& options) {
    options.threads = default_threads();
    verb.add_choice("--allies", options.allies, {"atop:defense", "atop:all"},
                    {"which treaties: those with defence or offence owed (default), or all of ATOP",
                     "所用条约：负有防御或进攻义务者（默认），或 ATOP 全部"});
    verb.add_store(options.store);
    verb.add_number("--threads", "N", options.threads, 1, 1024, {"threads to use", "线程数"});
}

fit::EnduranceRows rows_asked(EnduranceOptions const& options) {
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    return fit::endurance_rows(store, options.allies == "atop:all" ? fit::Scope::All : fit::Scope::Defense,
                               options.threads);
}

void add_endurance_fit(CLI::App& endurance, Call const& call) {
    auto options = std::make_shared<EnduranceFitOptions>();
    Verb verb(endurance, call, "fit",
              {"why alliances ended, and a model file that says so", "联盟为何终止，并写出模型文件"},
              "casus endurance fit --out params/endurance-atop.toml",
              [options, &call] { fit_endurance_and_show(*options, call); });
    verb.add_option("--years", "FIRST:LAST", options->years,
                    {"years of the model (default 1816:2018)", "模型所用年份（默认 1816:2018）"});
    verb.add_option("--recent", "FIRST:LAST", options->recent,
                    {"years of the model beside it, with every term that they cover (default 1946:2018)",
                     "并列模型的年份，含其覆盖的所有项（默认 1946:2018）"});
    verb.add_choice(
        "--ending", options->ending, {"any", "fulfilled", "violated", "renegotiated", "state_death", "other"},
        {"what counts as an end, others being censored (default any)", "何种终止计为事件，其他作删失（默认 any）"});
    verb.add_option(
        "--terms", "NAME,…", options->terms,
        {"only these terms (default: every one that the years cover)", "仅用这些项（默认：年份所覆盖的所有项）"});
    verb.add_option("--out", "FILE", options->out,
                    {"write the model of --years, \"-\" to standard output", "写出 --years 的模型，“-”为标准输出"});
    add_endurance_options(verb, options->of);
    add_estimate_files(verb, options->files);
}

} // namespace casus::app
