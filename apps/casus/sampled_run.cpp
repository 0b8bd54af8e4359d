#include "sampled_run.hpp"

#include "opened_case.hpp"
#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/report/csv.hpp"
#include "casus/report/html.hpp"

#include <limits>

namespace casus::app {

void add_report_files(Verb& verb, SampledRun& run, Text const& json) {
    verb.add_option("--json", "FILE", run.json, json);
    verb.add_option("--csv", "DIR", run.csv, {"write every table as CSV into a folder", "将各表以 CSV 写入文件夹"});
    verb.add_option("--html", "FILE", run.html,
                    {"write a report that opens in a browser, offline; - for standard output",
                     "写出可离线用浏览器打开的报告；- 为标准输出"});
}

void add_draws(Verb& verb, SampledRun& run, Text const& spreads) {
    verb.add_number("--draws", "N", run.draws, 1, 100'000, spreads);
    verb.add_number("--seed", "S", run.seed, 0, std::numeric_limits<std::uint64_t>::max(),
                    {"seed of the random numbers", "随机数种子"});
    verb.add_number("--threads", "T", run.threads, 1, 1024,
                    {"threads; the answer does not depend on them", "线程数；结果与之无关"});
    verb.add_reproducible(run.reproducible);
    verb.add_language();
}

void add_sampled_run(Verb& verb, SampledRun& run, Text const& json, Text const& spreads) {
    add_report_files(verb, run, json);
    verb.add_parameters(run.parameters);
    add_draws(verb, run, spreads);
}

void refuse_mixed_output(SampledRun const& run) {
    if (run.json == "-" && run.html == "-")
        throw Error(Problem{
            .place = {},
            .what = {"--json and --html cannot both go to standard output", "--json 与 --html 不能同时写到标准输出"},
            .found = {},
            .expected = {}});
}

void describe_sampling(Manifest& manifest, SampledRun const& run, Call const& call,
                       std::chrono::system_clock::time_point started) {
    manifest.seed = run.seed;
    manifest.draws = run.draws;
    if (run.reproducible) return;
    describe_run(manifest, call, started);
    manifest.run.emplace_back("threads", std::to_string(run.threads));
}

void deliver(SampledRun const& run, Call const& call, report::Report const& report, report::Report const& page) {
    if (!run.csv.empty()) report::write_csv(report, run.csv);
    if (!run.html.empty()) write_or_print(run.html, report::html(page, call.language));
    if (run.json != "-" && run.html != "-") print_report(report, call);
}

void deliver(SampledRun const& run, Call const& call, report::Report const& report) {
    deliver(run, call, report, report);
}

} // namespace casus::app
