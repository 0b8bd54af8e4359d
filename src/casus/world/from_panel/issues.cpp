#include "casus/world/from_panel/issues.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::from_panel {

namespace {

constexpr double spread_of_rule = 0.1;
constexpr double spread_of_no_trade = 0.001; ///< of GDP

Figure judged(double value, double sd, std::string reason) {
    return {value, sd, {Basis::Kind::Judgement, {}, "casus world", std::move(reason)}, {}};
}

std::string dataset_of(std::string const& source) { return source.substr(0, source.find(':')); }

Issue issue(std::string code, Text name, MatchRule match, NeedRule need) {
    Issue result;
    result.code = std::move(code);
    result.name = std::move(name);
    result.match = match;
    result.need = need;
    return result;
}

class Trade {
public:
    Trade(Holdings& holdings, Actors const& actors, StateFigures const& gdp, WorldBuilder& builder,
          std::vector<Problem>& problems)
        : holdings_(holdings), gdp_(gdp), builder_(builder), pairs_(holdings, problems), world_(world_trade(holdings)) {
        sides_.push_back(actors.leader);
        sides_.insert(sides_.end(), actors.challengers.begin(), actors.challengers.end());
    }

    void add(Someone const& actor) {
        Largest largest;
        for (Someone const& side : sides_) {
            double const dollars = add_pair(actor, side);
            if (dollars > largest.dollars) largest = {side.code(), dollars};
        }
        add_need(actor, largest);
    }
    [[nodiscard]] std::size_t silent() const { return silent_; }
    [[nodiscard]] std::size_t without_need() const { return without_need_; }

private:
    struct Largest {
        std::string code{};
        double dollars = 0.0;
    };

    Holdings& holdings_;
    StateFigures const& gdp_;
    WorldBuilder& builder_;
    PairTrade pairs_;
    StateFigures world_;
    std::vector<Someone> sides_;
    std::size_t silent_ = 0;
    std::size_t without_need_ = 0;

    double add_pair(Someone const& actor, Someone const& side) {
        FigureAddress const address{.quantity = Quantity::Trade, .actor = actor.code(), .partner = side.code()};
        if (Given const* const given = pairs_.find(actor.number(), side.number())) {
            holdings_.use(dataset_of(given->source));
            builder_.set(address, {given->value, given->sd, {Basis::Kind::Given, given->source, {}, {}}, {}});
            return given->value;
        }
        ++silent_;
        builder_.set(address, judged(0.0, spread_of_no_trade * gdp_.at(actor.number()).value,
                                     pairs_.silent() + " says nothing of the pair: taken as none"));
        return 0.0;
    }

    void add_need(Someone const& actor, Largest const& largest) {
        auto const total = world_.find(actor.number());
        double const product = gdp_.at(actor.number()).value;
        if (total == world_.end() || !(total->second.value > 0.0) || !(product > 0.0)) {
            ++without_need_;
            return;
        }
        holdings_.use(dataset_of(total->second.source));
        double const openness = total->second.value / product;
        builder_.set(
            {.quantity = Quantity::Sensitivity, .actor = actor.code(), .issue = "trade"},
            judged(openness / (openness + 0.5), spread_of_rule,
                   fmt::format("openness o = {:.2f} of GDP ({}); o/(o + 0.5)", openness, total->second.source)));
        double const share = std::min(1.0, largest.dollars / total->second.value);
        builder_.set({.quantity = Quantity::Vulnerability, .actor = actor.code(), .issue = "trade"},
                     judged(0.1 + 0.8 * share, spread_of_rule,
                            fmt::format("largest share in trade of leader and challengers: {} {:.2f}; 0.1 + 0.8·share",
                                        largest.code.empty() ? "none" : largest.code, share)));
    }
};

} // namespace

void add_issues(Holdings& holdings, Actors const& actors, StateFigures const& gdp, WorldBuilder& builder,
                std::vector<Text>& notes, std::vector<Problem>& problems) {
    builder.issues = {issue("security", {"security", "安全"}, MatchRule::Protection, NeedRule::Threat),
                      issue("trade", {"trade", "贸易"}, MatchRule::Trade, NeedRule::Judged),
                      issue("values", {"values", "价值观"}, MatchRule::Regime, NeedRule::Judged)};
    Trade trade(holdings, actors, gdp, builder, problems);
    for (auto const* const assessed : {&actors.allies, &actors.partners})
        for (Someone const& actor : *assessed) trade.add(actor);
    if (trade.silent() > 0)
        notes.push_back(
            {fmt::format("Trade of {} pairs is in no data set of the store and taken as none.", trade.silent()),
             fmt::format("有 {} 对国家的贸易不在仓库的数据集中，按无贸易处理。", trade.silent())});
    if (trade.without_need() > 0)
        notes.push_back({fmt::format("Trade with the world is missing for {} actors: their sensitivity and "
                                     "vulnerability on trade are the case format's defaults.",
                                     trade.without_need()),
                         fmt::format("{} 个行为体缺少对世界的贸易额：其贸易敏感性与脆弱性取案例格式的默认值。",
                                     trade.without_need())});
}

} // namespace casus::from_panel
