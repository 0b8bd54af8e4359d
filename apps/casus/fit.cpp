// casus fit: parameters of the formulas from what states did to each other, as files of estimates.
#include "fit_verbs.hpp"

#include "data_verbs.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/base/parallel.hpp"

#include <algorithm>
#include <filesystem>

namespace casus::app {

void add_fit(CLI::App& program, Call const& call) {
    CLI::App& fit =
        add_group(program, call, "fit", {"estimate parameters from disputes between states", "由国家间争端估计参数"},
                  "casus fit threat --out params/mid.toml");
    add_fit_threat(fit, call);
    add_fit_conflict(fit, call);
}

void add_dyad_options(Verb& verb, DyadOptions& options) {
    options.threads = default_threads();
    verb.add_option("--years", "FIRST:LAST", options.years,
                    {"years of the rows (default 1817:2014)", "所用年份（默认 1817:2014）"});
    verb.add_option(
        "--until", "YEAR", options.until,
        {"use no data of later years (default: the last of --years)", "不使用此后年份的数据（默认 --years 末年）"});
    verb.add_choice("--began", options.began, {"originators", "joiners"},
                    {"who began a dispute: states on side A from the first day (default), or joiners too",
                     "何者算挑起争端：首日即在 A 方者（默认），或含后加入者"});
    verb.add_choice("--hostility", options.hostility, {"worlds", "disputes"},
                    {"from disputes and rivalries as in worlds of the store (default), or disputes alone",
                     "依争端与竞争关系，同仓库世界（默认），或仅依争端"});
    verb.add_option("--parameters", "SET", options.parameters,
                    {"parameter set or file that the new one starts from (default judgement)",
                     "新文件的起始参数集或文件（默认 judgement）"});
    verb.add_option("--out", "FILE", options.out,
                    {"write a parameter set, \"-\" to standard output", "写出参数集，“-”为标准输出"});
    verb.add_store(options.store);
    verb.add_number("--threads", "N", options.threads, 1, 1024, {"threads to use", "线程数"});
    add_estimate_files(verb, options.files);
}

FitBase base_of(DyadOptions const& options) {
    case_file::ParameterSet set = open_parameters(options.parameters);
    return {read_file(set.path), std::move(set)};
}

fit::DyadRequest dyad_request(DyadOptions const& options, FitBase const& base) {
    YearRange years = years_of("--years", options.years);
    if (!options.until.empty()) years.last = std::min(years.last, year_of("--until", options.until));
    if (years.last < years.first)
        throw Error(Problem{.place = {},
                            .what = {"--until lies before --years", "--until 早于 --years"},
                            .found = options.until,
                            .expected = {"a year of " + options.years, options.years + " 中的年份"}});
    fit::DyadRequest request;
    request.first_year = years.first;
    request.last_year = years.last;
    request.beginners = options.began == "joiners" ? fit::Beginners::Joiners : fit::Beginners::Originators;
    request.hostility = options.hostility == "disputes" ? fit::HostilityBasis::Disputes : fit::HostilityBasis::Worlds;
    request.land_reach = fit::value_in(base.text, "land_reach", request.land_reach);
    request.sea_reach = fit::value_in(base.text, "sea_reach", request.sea_reach);
    request.support_reach = fit::value_in(base.text, "support_reach", request.support_reach);
    request.threads = options.threads;
    return request;
}

fit::DyadYears dyads_asked(DyadOptions const& options, fit::DyadRequest const& request) {
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    return fit::dyad_years(store, request);
}

bool write_parameters(DyadOptions const& options, FitBase const& base, fit::EstimatedBlock const& block) {
    if (options.out.empty()) return false;
    std::string const name = options.out == "-" ? "fit" : std::filesystem::path(options.out).stem().string();
    write_or_print(options.out, fit::with_estimates(base.text, name, block));
    return options.out == "-";
}

} // namespace casus::app
