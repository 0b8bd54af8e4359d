// casus alienation fit: deviation on the ledger's observable terms, and a parameter set that says what was estimated.
#include "alienation_verbs.hpp"
#include "data_verbs.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/fit/administration.hpp"
#include "casus/fit/estimated_parameters.hpp"
#include "casus/fit/state_over_years.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace casus::app {

namespace {

struct FitOptions {
    AlienationOptions of;
    std::string challengers = "CHN";
    std::string years = "1985:2019";
    std::string until;
    std::string out;
};

std::vector<int> challengers_of(FitOptions const& options, int leader, YearRange const& years) {
    std::vector<int> numbers;
    for (std::string const& code : split(options.challengers)) {
        numbers.push_back(fit::state_over_years(code, years.first, years.last));
        if (numbers.back() == leader)
            throw Error(Problem{.place = {},
                                .what = {"the leader is among --challengers", "--challengers 中有主导国自身"},
                                .found = code,
                                .expected = {"states other than --leader", "--leader 以外的国家"}});
    }
    return numbers;
}

std::string name_of_set(std::string const& out) {
    return out.empty() || out == "-" ? "fit" : std::filesystem::path(out).stem().string();
}

int until_of(FitOptions const& options, YearRange const& years) {
    return options.until.empty() ? years.last : year_of("--until", options.until);
}

void fit_and_show(FitOptions const& options, Call const& call) {
    YearRange years = years_of("--years", options.years);
    int const until = until_of(options, years);
    years.last = std::min(years.last, until);
    if (years.last < years.first)
        throw Error(Problem{.place = {},
                            .what = {"--until lies before --years", "--until 早于 --years"},
                            .found = options.until,
                            .expected = {"a year of " + options.years, options.years + " 中的年份"}});
    data::Store const store(store_path(options.of.store), data::Store::Access::Read);
    fit::AlienationData const data = fit::alienation_data(store, request_of(options.of, years.first, years.last));
    fit::LedgerTerms const terms =
        fit::ledger_terms(store, {.leader = data.leader_number,
                                  .challengers = challengers_of(options, data.leader_number, years),
                                  .states = data.numbers,
                                  .first_year = years.first,
                                  .last_year = years.last,
                                  .threads = options.of.threads});
    fit::Administrations const sides = fit::administrations(store, data.leader_number, years.first, years.last);
    fit::AlienationFit const fitted =
        fit::fit_alienation(fit::fit_rows(data, terms, sides.in_office, years.first, years.last));
    fit::FitRecord record{.name = name_of_set(options.out),
                          .leader = data.leader,
                          .allies = options.of.allies,
                          .until = years.last,
                          .sources = data.sources};
    for (auto const* more : {&terms.sources, &sides.sources})
        record.sources.insert(record.sources.end(), more->begin(), more->end());
    std::ranges::sort(record.sources, {}, &data::Provenance::dataset);
    auto const same = [](data::Provenance const& a, data::Provenance const& b) { return a.dataset == b.dataset; };
    record.sources.erase(std::unique(record.sources.begin(), record.sources.end(), same), record.sources.end());
    if (!options.out.empty())
        write_or_print(options.out, fit::estimated_parameters(open_parameters("judgement").parameters, fitted, record));
    report::Report report = report_of("alienation fit", {"Fit of measured alienation", "测得异化的拟合"},
                                      {fit::fit_chapter(fitted, record)});
    add_citations(record.sources, report);
    if (options.out != "-") print_report(report, call);
}

} // namespace

void add_alienation_fit(CLI::App& alienation, Call const& call) {
    auto options = std::make_shared<FitOptions>();
    Verb verb(alienation, call, "fit",
              {"what moves allies' deviation, and a parameter set from it", "什么推动盟国背离，并据此生成参数集"},
              "casus alienation fit --years 1985:2019 --out params/un-votes-usa.toml",
              [options, &call] { fit_and_show(*options, call); });
    verb.add_option("--years", "FIRST:LAST", options->years,
                    {"years of the rows (default 1985:2019)", "所用年份（默认 1985:2019）"});
    verb.add_option(
        "--until", "YEAR", options->until,
        {"read no data of later years (default: the last of --years)", "不读取此后年份的数据（默认 --years 末年）"});
    verb.add_option("--challengers", "STATE,…", options->challengers,
                    {"challengers by COW, ISO or name (default CHN)", "挑战国：COW、ISO 代码或名称（默认 CHN）"});
    verb.add_option("--out", "FILE", options->out,
                    {"write a parameter set, \"-\" to standard output", "写出参数集，“-”为标准输出"});
    add_alienation_options(verb, options->of);
    verb.add_language();
}

} // namespace casus::app
