#include "casus/alienation/explain.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/words.hpp"
#include "casus/world/ledger_writer.hpp"
#include "casus/world/threat_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::alienation {

Ledger explain_actor(World const& world, Parameters const& parameters, Buffers const& buffers, std::size_t assessed) {
    ActorId const actor = world.assessed()[assessed];
    Text const& name = name_of(world, actor);
    LedgerWriter out(world, parameters, "alienation/" + world.actor(actor).code,
                     {fmt::format("{}: alienation", name.en), fmt::format("{}：联盟异化", name.zh)});
    out.total("index", {"alienation index A", "异化指数 A"}, buffers.index[assessed],
              {"Σ w_k (1 − f_k)", "Σ w_k (1 − f_k)"});
    for (std::size_t k = 0; k < world.size().issues; ++k) {
        std::size_t const cell = world.cell(assessed, IssueId{k});
        out.term(world.issues()[k].code, world.issues()[k].name, buffers.weight[cell] * (1.0 - buffers.share[cell]),
                 {fmt::format("w = {:.3f}, f = {:.3f}", buffers.weight[cell], buffers.share[cell]),
                  fmt::format("w = {:.3f}，f = {:.3f}", buffers.weight[cell], buffers.share[cell])});
        out.figure(Quantity::Salience, cell);
    }
    out.total("dispersion", {"dispersion over issues", "议题间离散度"}, buffers.dispersion[assessed],
              {"standard deviation of f, weighted", "f 的加权标准差"});
    out.total("swing", {"swing index", "摇摆指数"}, buffers.swing_index[assessed],
              {"Σ w_k e^{−gap/τ} of the first two options", "Σ w_k e^{−差距/τ}，前两项选择"});
    if (assessed >= world.size().allies)
        return out.finish({fmt::format("{}: no treaty ally, so there is no alliance to dissolve.", name.en),
                           fmt::format("{}不是条约盟国，无联盟可瓦解。", name.zh)});

    double const security = parameters[Parameter::SecurityWeight] * buffers.threats.need(actor) *
                            world.value(Quantity::Commitment, actor.index());
    out.total("value", {"value of the alliance V", "联盟价值 V"}, buffers.value[assessed]);
    out.term("options", {"worth of its options", "各项选择的价值"}, buffers.value[assessed] - security,
             {"Σ w_k τ log Σ e^{U/τ}", "Σ w_k τ log Σ e^{U/τ}"});
    out.term("protection", {"protection", "安全保护"}, security,
             {"security weight · need · commitment", "安全权重 · 需求 · 承诺"});
    out.figure(Quantity::Commitment, actor.index());
    out.parameter(Parameter::SecurityWeight);
    double const exit_cost = world.value(Quantity::ExitCost, actor.index());
    double excluded = 0.0;
    for (std::size_t k = 0; k < world.size().issues; ++k) {
        std::size_t const cell = world.cell(assessed, IssueId{k});
        excluded += buffers.weight[cell] * buffers.exclusion[cell];
    }
    out.total("outside", {"value without it, less exit cost", "无联盟时的价值减退出成本"},
              buffers.outside_value[assessed] - exit_cost, {"dissolution if V falls below", "V 低于此值则瓦解"});
    out.term("options", {"worth of its options without the alliance", "无联盟时各项选择的价值"},
             buffers.outside_value[assessed] + excluded);
    out.term("exclusion", {"exclusion from the leader's institutions", "被排除出霸权国制度"}, -excluded,
             {"Σ w_k ν m G", "Σ w_k ν m G"});
    out.term("exit_cost", {"exit cost", "退出成本"}, -exit_cost);
    out.figure(Quantity::ExitCost, actor.index());
    Text const regime = regime_name(buffers.regime[assessed]);
    return out.finish(
        {fmt::format("{}: alienation index {:.2f}; regime: {}.", name.en, buffers.index[assessed], regime.en),
         fmt::format("{}：异化指数 {:.2f}；联盟状态：{}。", name.zh, buffers.index[assessed], regime.zh)});
}

std::vector<std::string> explainable(World const& world) {
    std::vector<std::string> paths{"alienation/hegemon"};
    for (ActorId const actor : world.assessed()) {
        std::string const& code = world.actor(actor).code;
        paths.push_back("alienation/" + code);
        for (Issue const& issue : world.issues()) paths.push_back(fmt::format("alienation/{}/{}", code, issue.code));
    }
    for (Actor const& actor : world.actors()) paths.push_back("threat/" + actor.code);
    return paths;
}

Ledger explain(World const& world, Parameters const& parameters, std::string_view path) {
    auto const paths = explainable(world);
    if (std::find(paths.begin(), paths.end(), path) == paths.end())
        throw Error({.place = {},
                     .what = {"nothing to explain at", "没有可解释的路径"},
                     .found = std::string(path),
                     .expected = {"alienation/ACTOR/ISSUE, alienation/ACTOR, alienation/hegemon or threat/ACTOR",
                                  "alienation/行为体/议题、alienation/行为体、alienation/hegemon 或 threat/行为体"},
                     .nearest = nearest(path, paths)});
    Buffers buffers(world);
    evaluate(world, parameters, buffers);
    if (path == "alienation/hegemon") return explain_hegemon(world, parameters, buffers);
    if (path.starts_with("threat/")) {
        for (std::size_t a = 0; a < world.size().actors; ++a)
            if (world.actors()[a].code == path.substr(7))
                return threat_ledger(world, parameters, buffers.threats, ActorId{a});
    }
    for (std::size_t n = 0; n < world.size().assessed; ++n) {
        std::string const own = "alienation/" + world.actor(world.assessed()[n]).code;
        if (path == own) return explain_actor(world, parameters, buffers, n);
        for (std::size_t k = 0; k < world.size().issues; ++k)
            if (path == own + "/" + world.issues()[k].code)
                return explain_stance(world, parameters, buffers, n, IssueId{k});
    }
    assert(false);
    return {};
}

} // namespace casus::alienation
