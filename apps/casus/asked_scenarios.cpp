#include "asked_scenarios.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace casus::app {

namespace {

Scenario named_scenario(std::string const& code, std::vector<Scenario> const& known) {
    auto const found = std::ranges::find(known, code, &Scenario::code);
    if (found != known.end()) return *found;
    std::vector<std::string> codes;
    for (Scenario const& each : known) codes.push_back(each.code);
    std::string const all = codes.empty() ? "" : fmt::format("{}", fmt::join(codes, ", "));
    throw Error(Problem{{},
                        {"unknown scenario", "未知情景"},
                        code,
                        codes.empty()
                            ? Text{"a [[scenario]] of the case, which has none", "案例中的 [[scenario]]，而此案例没有"}
                            : Text{"one of " + all, "其中之一：" + all},
                        nearest(code, codes)});
}

} // namespace

void add_scenarios(Verb& verb, AskedScenarios& asked, Text const& scenario) {
    verb.add_list(
        "--set", "PATH=VALUE", asked.changes,
        {"a change, as hegemon.credibility=0.4 or ally.reward=*1.2 (docs/what-if.md); may be repeated, all are "
         "made together",
         "一处改变，如 hegemon.credibility=0.4 或 ally.reward=*1.2（见 docs/what-if.md）；可重复，一并生效"});
    verb.add_list("--scenario", "CODE", asked.names, scenario);
}

std::vector<Scenario> scenarios_of(AskedScenarios const& asked, std::vector<Scenario> const& known) {
    std::vector<Scenario> all;
    if (!asked.changes.empty()) {
        Scenario own{.code = "set", .name = {"as set", "按所设"}, .changes = {}};
        for (std::string const& change : asked.changes) own.changes.push_back(parse_change(change));
        all.push_back(std::move(own));
    }
    for (std::string const& code : asked.names) all.push_back(named_scenario(code, known));
    return all;
}

void refuse_repeated(std::vector<Scenario> const& scenarios) {
    for (std::size_t n = 0; n < scenarios.size(); ++n)
        for (std::size_t m = 0; m < n; ++m)
            if (scenarios[n].code == scenarios[m].code)
                throw Error(Problem{{}, {"scenario named twice", "情景重复"}, scenarios[n].code, {}, {}});
}

} // namespace casus::app
