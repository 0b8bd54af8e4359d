#include "world_options.hpp"

#include "casus/base/error.hpp"

namespace casus::app {

void add_world_options(Verb& verb, WorldOptions& options) {
    verb.add_option(
        "--leader", "CODE", options.leader,
        {"the leader: ISO 3166 or COW code, or name, of that year", "霸权国：当年的 ISO 3166 代码、COW 代码或名称"});
    verb.add_list(
        "--challenger", "CODE", options.challengers,
        {"a challenger, as often as there are; by rule where none is given", "崛起国，可多次给出；未给出则依规则选出"});
    verb.add_list("--partner", "CODE", options.partners,
                  {"assessed though no ally, as often as there are", "虽非盟国也加评估，可多次给出"});
    verb.add_choice("--alliances", options.alliances, {"atop", "cow"},
                    {"whose alliances: ATOP or Correlates of War", "采用哪套联盟数据：ATOP 或 COW"});
    verb.add_number(
        "--carry", "N", options.carry, 0, 30,
        {"years that figures may be carried forward; their sd grows", "数据截止后允许沿用的年数；其标准差逐年增大"});
    verb.add_store(options.store);
}

bool any_given(WorldOptions const& options) {
    return !options.leader.empty() || !options.challengers.empty() || !options.partners.empty() ||
           options.alliances != "atop" || options.carry != 0 || !options.store.empty();
}

from_panel::WorldRequest request_of(WorldOptions const& options, int year) {
    if (options.leader.empty())
        throw Error(Problem{.place = {},
                            .what = {"--leader is missing", "缺少 --leader"},
                            .found = {},
                            .expected = {"the state that leads the alliances, as USA", "联盟的霸权国，如 USA"}});
    return {.year = year,
            .leader = options.leader,
            .challengers = options.challengers,
            .partners = options.partners,
            .alliances = options.alliances == "cow" ? from_panel::Alliances::Cow : from_panel::Alliances::Atop,
            .carry = static_cast<int>(options.carry)};
}

} // namespace casus::app
