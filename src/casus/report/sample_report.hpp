// For tests: a report of the size of a real alliance system, with every shape in it. The numbers mean nothing.
#pragma once

#include "casus/base/network_places.hpp"
#include "casus/report/document.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace casus::report::sample {

inline std::vector<Label> members() {
    std::vector<Label> rows{{"CAN", {"Canada", "加拿大"}},      {"GBR", {"United Kingdom", "英国"}},
                            {"FRA", {"France", "法国"}},        {"DEU", {"Germany", "德国"}},
                            {"ITA", {"Italy", "意大利"}},       {"POL", {"Poland", "波兰"}},
                            {"TUR", {"Turkey", "土耳其"}},      {"HUN", {"Hungary", "匈牙利"}},
                            {"NLD", {"Netherlands", "荷兰"}},   {"MKD", {"North Macedonia", "北马其顿"}},
                            {"JPN", {"Japan", "日本"}},         {"KOR", {"South Korea", "韩国"}},
                            {"AUS", {"Australia", "澳大利亚"}}, {"PHL", {"Philippines", "菲律宾"}},
                            {"THA", {"Thailand", "泰国"}}};
    while (rows.size() < 36)
        rows.push_back({fmt::format("A{:02}", rows.size()),
                        {fmt::format("Ally number {}", rows.size()), fmt::format("第{}个盟国", rows.size())}});
    for (Label const& partner :
         std::vector<Label>{{"IND", {"India", "印度"}},
                            {"VNM", {"Viet Nam", "越南"}},
                            {"SGP", {"Singapore", "新加坡"}},
                            {"NZL", {"New Zealand", "新西兰"}},
                            {"SAU", {"Saudi Arabia", "沙特阿拉伯"}},
                            {"ISR", {"Israel", "以色列"}},
                            {"UKR", {"Ukraine", "乌克兰"}},
                            {"TWN", {"Taiwan region", "台湾地区"}},
                            {"EUU", {"European Union (as an organisation)", "欧洲联盟（作为组织）"}}})
        rows.push_back(partner);
    return rows;
}

inline std::vector<Label> issues() {
    return {{"security", {"Security", "安全"}},     {"trade", {"Trade", "贸易"}},     {"finance", {"Finance", "金融"}},
            {"technology", {"Technology", "技术"}}, {"climate", {"Climate", "气候"}}, {"health", {"Health", "卫生"}},
            {"values", {"Values", "价值观"}}};
}

inline std::vector<RowGroup> groups() { return {{0, {"Allies", "盟国"}}, {36, {"Partners and others", "伙伴及其他"}}}; }

/// Scattered over (0, 1), the same each time.
inline double share(std::size_t i, std::size_t j) {
    double const x = std::sin(12.9898 * static_cast<double>(i + 1) + 78.233 * static_cast<double>(j + 1)) * 43758.5453;
    return 0.5 + 0.5 * std::sin(x - std::floor(x) + 0.35 * static_cast<double>(j) + 0.11 * static_cast<double>(i));
}

inline Matrix matrix() {
    Matrix matrix;
    matrix.id = "alienation/follow";
    matrix.title = {"Follow shares by issue, 2021", "各议题追随份额，2021 年"};
    matrix.note = {"Share of the stance that follows the leader, given rewards, pressure and the challengers' offers.",
                   "在奖励、施压与竞争对手出价既定时，立场中追随主导国的份额。"};
    matrix.rows = members();
    matrix.columns = issues();
    matrix.groups = groups();
    matrix.legend = {{"◆", {"selective deviation", "选择性背离"}},
                     {"▽", {"against its own habit", "与一贯立场相反"}},
                     {"○", {"near a swing", "接近摇摆"}}};
    matrix.low_meaning = {"deviates", "背离"};
    matrix.high_meaning = {"follows", "追随"};
    for (std::size_t i = 0; i < matrix.rows.size(); ++i)
        for (std::size_t j = 0; j < matrix.columns.size(); ++j) {
            double const value = i == 41 && j > 4 ? std::numeric_limits<double>::quiet_NaN() : share(i, j);
            matrix.values.push_back(value);
            matrix.intervals.push_back({std::max(0.0, value - 0.12), std::min(1.0, value + 0.09)});
            matrix.marks.emplace_back(value < 0.1 ? "◆▽" : value < 0.3 ? "◆" : std::abs(value - 0.5) < 0.05 ? "○" : "");
            matrix.links.push_back("alienation/" + matrix.rows[i].key + "/" + matrix.columns[j].key);
        }
    return matrix;
}

inline Bars bars() {
    Bars bars;
    bars.id = "alienation/index";
    bars.title = {"Alienation index", "异化指数"};
    bars.note = {"Salience-weighted share of what is not followed; whiskers are 90 % intervals.",
                 "按显著性加权的未追随份额；须线为 90% 区间。"};
    bars.groups = groups();
    bars.labels = members();
    for (std::size_t i = 0; i < bars.labels.size(); ++i) {
        double const value = 0.15 + 0.6 * share(i, 9);
        bars.values.push_back(value);
        bars.intervals.push_back({value - 0.08, value + 0.1});
    }
    return bars;
}

inline Bars signed_bars() {
    Bars bars;
    bars.id = "alienation/reward-margin";
    bars.title = {"Reward margin", "奖励余量"};
    bars.labels = {
        {"KOR", {"South Korea", "韩国"}}, {"AUS", {"Australia", "澳大利亚"}}, {"SAU", {"Saudi Arabia", "沙特阿拉伯"}}};
    bars.values = {-0.42, 0.31, std::numeric_limits<double>::quiet_NaN()};
    bars.intervals = {{-0.6, -0.1}, {0.1, 0.55}, {0, 0}};
    bars.low = -1;
    return bars;
}

/// Two panels; the second has a gap, a lone year before it, and a line of steps.
inline Curves curves() {
    Curves curves;
    curves.id = "alienation/years";
    curves.title = {"Deviation by year", "逐年背离"};
    curves.note = {"Bands are 90 % intervals.", "阴影为 90% 区间。"};
    curves.x_meaning = {"Year", "年份"};
    curves.y_meaning = {"Deviation", "背离"};
    curves.x_low = 1990;
    curves.x_high = 2020;
    Label const own{"own", {"Observed", "观测"}};
    Label const expected{"expected", {"Expected", "预期"}};
    curves.panels = {{{"AUS", {"Australia", "澳大利亚"}}, {{own, {}, {}, {}}, {expected, {}, {}, {}}}},
                     {{"TUR", {"Türkiye", "土耳其"}}, {{own, {}, {}, {}}, {expected, {}, {}, {}, true}}}};
    for (std::size_t p = 0; p < 2; ++p)
        for (int year = 1990; year <= 2020; ++year) {
            bool const gap = p == 1 && (year == 1991 || year == 1992);
            double const y = gap ? std::numeric_limits<double>::quiet_NaN() : share(p, static_cast<std::size_t>(year));
            Curve& observed = curves.panels[p].curves[0];
            observed.x.push_back(year);
            observed.y.push_back(y);
            observed.bands.push_back({std::max(0.0, y - 0.1), std::min(1.0, y + 0.1)});
            if (gap) observed.bands.back() = {y, y};
            curves.panels[p].curves[1].x.push_back(year);
            curves.panels[p].curves[1].y.push_back(0.5);
        }
    return curves;
}

/// Two panels over the same places, the second with links; the members' capitals lie roughly where they do.
inline Network network() {
    struct Place {
        double latitude;
        double longitude;
    };
    std::vector<Place> const known{{45, -76}, {52, 0},  {49, 2},   {53, 13},  {42, 12},   {52, 21},  {40, 33}, {47, 19},
                                   {52, 5},   {42, 21}, {36, 140}, {38, 127}, {-35, 149}, {15, 121}, {14, 100}};
    Network network;
    network.id = "alienation/ties";
    network.title = {"Ties before and after links", "连接前后的纽带"};
    network.note = {"Places are those of capitals, spread apart.", "位置取自首都，并加以错开。"};
    network.groups = {
        {"europe", {"Europe", "欧洲"}}, {"pacific", {"Indo-Pacific", "印太"}}, {"rival", {"Rival", "对手"}}};
    network.kinds = {{"treaty", {"treaty", "条约"}}, {"link", {"link", "连接"}}};
    network.weight_meaning = {"commitment", "承诺"};
    network.value_meaning = {"Reliability", "可靠性"};
    network.low_meaning = {"doubtful", "存疑"};
    network.high_meaning = {"reliable", "可靠"};
    std::vector<Label> const labels = members();
    std::vector<NetworkSite> sites;
    for (std::size_t i = 0; i < 36; ++i) {
        Place const made{38.0 + static_cast<double>(i * 11 % 24), -8.0 + static_cast<double>(i * 7 % 33)};
        Place const place = i < known.size() ? known[i] : made;
        sites.push_back({Coordinates{Degrees{place.latitude}, Degrees{place.longitude}}, i < 10 || i > 14 ? 0U : 1U});
    }
    std::vector<NetworkPlace> const places = network_places(sites);
    NetworkPanel before{{"before", {"Before", "之前"}}, {}, {}};
    for (std::size_t i = 0; i < sites.size(); ++i) {
        network.nodes.push_back({labels[i], places[i].x, places[i].y, share(i, 1), sites[i].group});
        if (i > 0) before.edges.push_back({0, i, share(i, 2), 0});
        before.values.push_back(i == 5 ? std::numeric_limits<double>::quiet_NaN() : share(i, 3));
    }
    NetworkPanel after = before;
    after.label = {"after", {"After the links", "连接之后"}};
    after.edges.erase(after.edges.begin());
    after.edges.push_back({10, 1, 0.75, 1, true});
    after.edges.push_back({12, 1, 0.5, 1, true});
    network.panels = {before, after};
    return network;
}

inline Scatter scatter() {
    Scatter scatter;
    scatter.id = "alienation/strategies";
    scatter.title = {"Strategies on one frontier", "各战略与前沿"};
    scatter.note = {"Whiskers are 90 % intervals.", "须线为 90% 区间。"};
    scatter.x = {{"Leader's cost", "领导者成本"}, 0, 1, true};
    scatter.y = {{"Reliability", "可靠性"}, 0, 1};
    scatter.points = {
        {{"hold", {"Hold", "维持现状"}}, 0.1, 0.3, Interval{0.05, 0.2}, Interval{0.2, 0.45}, true},
        {{"all", {"Reinforce all branches", "加强所有分支"}}, 0.9, 0.55, {}, Interval{0.4, 0.6}, false},
        {{"one", {"Reinforce one branch", "加强单一分支"}}, 0.5, 0.5, {}, {}, false},
        {{"link", {"Link the branches", "连接各分支"}},
         0.35,
         0.8,
         Interval{0.2, 0.6},
         Interval{0.7, 0.9},
         true,
         {"Japan – United Kingdom, Australia – United Kingdom", "日英、澳英"}},
        {{"none", {"Divide the rivals", "分化对手"}}, std::numeric_limits<double>::quiet_NaN(), 0.2, {}, {}, false}};
    scatter.reference = 0;
    return scatter;
}

inline Table table() {
    Table table;
    table.id = "alienation/flips";
    table.title = {"Nearest flip points", "最近的翻转点"};
    table.note = {"Least change of one lever that turns the stance.", "单一手段使立场翻转所需的最小变化。"};
    table.columns = {{"ally", {"Ally", "盟国"}},
                     {"issue", {"Issue", "议题"}},
                     {"exports", {"Exports to the challenger, bn USD", "对竞争对手出口（十亿美元）"}},
                     {"reward", {"Reward", "奖励"}},
                     {"reading", {"Reading", "解读"}}};
    table.rows = {
        {Text{"Australia", "澳大利亚"}, Text{"trade", "贸易"}, Number{116.79, 2}, Number{0.31, 2, Interval{0.12, 0.55}},
         Text{"Follows as long as pressure stays above the flip point; exports to the challenger make the stance "
              "sensitive but not vulnerable.",
              "只要施压高于翻转点即追随；对竞争对手的出口使其立场敏感而不脆弱。"}},
        {Text{"United Kingdom", "英国"}, Text{"technology", "技术"}, Number{30.7, 1},
         Number{-1.2, 1, Interval{-2.25, 0.5}}, Text{"Swings.", "摇摆。"}},
        {Text{"Viet Nam", "越南"}, Text{"security", "安全"}, std::monostate{}, std::monostate{},
         Text{"Hedges; no reward within capacity turns it.", "对冲；能力范围内的奖励不足以使其翻转。"}}};
    return table;
}

inline Ledger ledger(Label const& actor, Label const& issue, double value) {
    Ledger ledger;
    ledger.id = "alienation/" + actor.key + "/" + issue.key;
    ledger.title = {actor.name.en + ": " + issue.name.en, actor.name.zh + "：" + issue.name.zh};
    ledger.summary = {fmt::format("Follows with share {:.2f}.", value), fmt::format("追随份额为 {:.2f}。", value)};
    ledger.lines = {
        {{"Following", "追随"}, 1.284, {"sum of the terms below", "以下各项之和"}, {}, 0},
        {{"need for cooperation", "合作需求"},
         0.77,
         {"gain of the pair over both alone", "双方合作相对单独行动的收益"},
         {},
         1},
        {{"exports to the leader", "对主导国出口"},
         9.91e9,
         {"US dollars, 2021", "美元，2021 年"},
         {"WDI 2021", "WDI 2021"},
         2},
        {{"share of national product", "占国民生产总值比重"}, 0.0064, {"X / Y", "X / Y"}, {"WDI 2021", "WDI 2021"}, 2},
        {{"rewards and pressure", "奖励与施压"},
         0.514,
         {"credibility × capacity × salience of the issue to the leader", "可信度 × 能力 × 议题对主导国的显著性"},
         {},
         1},
        {{"Deviating to China", "转向中国"}, -0.431, {"sum of the terms below", "以下各项之和"}, {}, 0},
        {{"offers", "出价"}, 0.208, {"offer × need", "出价 × 需求"}, {"judgement", "判断"}, 1},
        {{"cost of losing the leader", "失去主导国的代价"},
         -0.639,
         {"sensitivity, then vulnerability, over the horizon", "期限内先敏感性、后脆弱性"},
         {},
         1}};
    return ledger;
}

inline Notes notes() {
    return {"methods/reading",
            {"How to read this", "如何阅读"},
            {{"A follow share is a logit share over five options; it is not a probability of a single vote.",
              "追随份额是五个选项上的 logit 份额，并非单次投票的概率。"},
             {"Judgement figures are marked and carry a spread; they are part of each interval.",
              "判断性数字均有标注并带有离散度，已计入各区间。"}}};
}

inline Report report() {
    Report report;
    report.title = {"The United States and its alliance system, 2021", "美国与其联盟体系，2021 年"};
    report.subtitle = {"Who follows, on what, until when", "谁追随、在何议题上追随、到何时为止"};
    Chapter stances{"alienation",
                    {"Following, deviating, hedging", "追随、背离与对冲"},
                    {"Allies follow on security and deviate where an issue touches their trade with the challengers. "
                     "The picture shows each stance; behind each cell stands the account of its reasons.",
                     "盟国在安全上追随，而在触及其与竞争对手贸易的议题上背离。下图示出每一立场，每格背后均有其推导。"},
                    {matrix(), bars(), signed_bars(), curves(), network(), scatter(), table()}};
    Chapter ledgers{"ledgers", {"The reasons behind the cells", "各格的推导"}, {}, {}};
    for (Label const& row : members())
        for (Label const& column : issues()) ledgers.shapes.emplace_back(ledger(row, column, 0.5));
    Chapter methods{"methods", {"Methods", "方法"}, {}, {notes()}};
    report.chapters = {stances, ledgers, methods};
    report.sources = {
        {"WDI 2021", "World Bank, World Development Indicators, 2021: NE.EXP.GNFS.CD. https://databank.worldbank.org"},
        {"ATOP", "Leeds, Brett Ashley, et al. 2002. Alliance Treaty Obligations and Provisions, 1815–1944. "
                 "International Interactions 28: 237–260."}};
    report.manifest = {
        "assess",
        "0.1.0",
        "a39a335c0ffe",
        "GNU 12.2.0",
        {{"us-alliance-system-2021.toml", std::string(64, 'a')}, {"us-alliance-system-2021.csv", std::string(64, 'b')}},
        {"default.toml", std::string(64, 'c')},
        "default",
        1,
        2000,
        {{"command_line", "casus assess cases/us-alliance-system-2021.toml"}, {"threads", "2"}}};
    return report;
}

} // namespace casus::report::sample
