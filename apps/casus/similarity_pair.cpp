// casus similarity A B --year Y: one pair's table, what follows from it, and on which items the two differ.
#include "data_verbs.hpp"
#include "output.hpp"
#include "similarity_verb.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/data/codes/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::app {

namespace features = data::features;

namespace {

using Categories = std::array<Text, measure::most_categories + 1>; ///< the last: not treated

Categories categories_of(std::string const& of) {
    Text const nothing{"–", "–"};
    if (of == "votes" || of == "voeten")
        return {Text{"no", "反对"}, Text{"abstention", "弃权"}, Text{"yes", "赞成"}, nothing, nothing};
    if (of == "cow")
        return {Text{"none", "无"}, Text{"entente", "协约"}, Text{"neutrality or non-aggression", "中立或互不侵犯"},
                Text{"defence", "防御"}, nothing};
    return {Text{"none", "无"}, Text{"non-aggression only", "仅互不侵犯"},
            Text{"neutrality or consultation", "中立或协商"}, Text{"defence or offence", "防御或进攻"}, nothing};
}

/// The state that a word means in the year, in whatever code; where codes disagree, an Error with the candidates.
data::StateEra const& state_meant(std::string const& word, int year) {
    using enum data::StateCode;
    std::vector<data::StateEra const*> found;
    std::array const codes{CowLetters, Cow, Iso3, Iso2, Name};
    for (data::StateCode const code : codes)
        if (data::StateEra const* const era = data::find_state(code, word, Year(year));
            era != nullptr && std::ranges::find(found, era) == found.end())
            found.push_back(era);
    if (found.empty()) { // say when the code stands for a state, or which name is near
        auto const known =
            std::ranges::find_if(codes, [&](data::StateCode code) { return !data::eras_of(code, word).empty(); });
        return data::state_of(known == codes.end() ? Name : *known, word, Year(year));
    }
    if (found.size() == 1) return *found.front();
    Text candidates;
    for (data::StateEra const* const era : found) {
        Text const label = data::label_of(*era);
        candidates.en += (candidates.en.empty() ? "" : " or ") + label.en;
        candidates.zh += (candidates.zh.empty() ? "" : " 或 ") + label.zh;
    }
    throw Error(Problem{.place = {},
                        .what = {"a code that means two states", "代码同时指两个国家"},
                        .found = word,
                        .expected = candidates});
}

/// A state of the pair: its name and what it is in the portfolios.
struct Side {
    Text name;
    std::size_t actor = 0;
};

Side side_of(std::string const& word, int year, data::StateSystem const& system,
             features::PortfolioYear const& portfolios, bool votes) {
    data::StateEra const& era = state_meant(word, year);
    auto const position = system.find(system.system() == data::System::Cow ? era.cow : era.gleditsch_ward);
    if (!position || portfolios.actor_of[*position] < 0)
        throw Error(Problem{.place = {},
                            .what = votes ? Text{"a state that did not vote in " + std::to_string(year),
                                                 "该国 " + std::to_string(year) + " 年没有投票"}
                                          : Text{"no member of the state system in " + std::to_string(year),
                                                 std::to_string(year) + " 年不是国家体系成员"},
                            .found = word});
    return {era.name, static_cast<std::size_t>(portfolios.actor_of[*position])};
}

Table contingency_table(measure::Contingency const& counts, Side const& a, Side const& b, Categories const& categories,
                        std::size_t used, Text const& items) {
    Table table{.id = "table",
                .title = items,
                .note = {"Rows: " + a.name.en + ". Columns: " + b.name.en + ".",
                         "行：" + a.name.zh + "。列：" + b.name.zh + "。"},
                .columns = {{"first", a.name}},
                .rows = {}};
    for (std::size_t c = 0; c < used; ++c) table.columns.push_back({fmt::format("category_{}", c), categories[c]});
    table.columns.push_back({"total", {"total", "合计"}});
    auto const number = [](double x) { return Number{.value = x, .decimals = 0}; };
    for (std::size_t r = 0; r < used; ++r) {
        std::vector<Entry> row{categories[r]};
        for (std::size_t c = 0; c < used; ++c) row.emplace_back(number(counts.at(r, c)));
        row.emplace_back(number(counts.first_margin()[r]));
        table.rows.push_back(std::move(row));
    }
    std::vector<Entry> totals{Text{"total", "合计"}};
    for (std::size_t c = 0; c < used; ++c) totals.emplace_back(number(counts.second_margin()[c]));
    totals.emplace_back(number(counts.total()));
    table.rows.push_back(std::move(totals));
    return table;
}

Table measures_table(std::span<features::NamedSimilarity const> chosen, features::PortfolioYear const& year,
                     Side const& a, Side const& b, features::Scaling scaling) {
    Table table{.id = "measures",
                .title = {"Similarity", "相似度"},
                .note = {},
                .columns = {{"name", {"name", "名称"}}, {"what", {"what it is", "含义"}}, {"value", {"value", "值"}}},
                .rows = {}};
    measure::Contingency const counted = year.portfolios.table(a.actor, b.actor);
    measure::Contingency weighed;
    if (!year.weights.empty()) weighed = year.portfolios.table(a.actor, b.actor, measure::ItemWeights(year.weights));
    for (features::NamedSimilarity const& named : chosen) {
        double const value =
            features::similarity_of(named, year.portfolios, scaling).of(named.weighted ? weighed : counted);
        Entry shown;
        if (!std::isnan(value))
            shown = Number{.value = value, .decimals = named.index == measure::SimilarityIndex::Items ? 0 : 6};
        table.rows.push_back({Text{std::string(named.key), {}}, named.label, shown});
    }
    return table;
}

/// Items that the two treat differently, those furthest apart first.
Table differing(features::PortfolioYear const& year, data::StateSystem const& system, int when, Side const& a,
                Side const& b, Categories const& categories, bool votes) {
    struct Difference {
        std::size_t item, first, second;
        [[nodiscard]] std::size_t size() const { return first > second ? first - second : second - first; }
    };
    std::vector<Difference> found;
    for (std::size_t item = 0; item < year.items.size(); ++item) {
        Difference const each{item, year.portfolios.category(a.actor, item), year.portfolios.category(b.actor, item)};
        bool const both = std::max(each.first, each.second) < measure::most_categories;
        if (both && each.first != each.second) found.push_back(each);
    }
    std::ranges::stable_sort(found, std::greater<>(), [](Difference const& d) { return d.size(); });
    Text const head = votes ? Text{"roll call (rcid)", "唱名表决（rcid）"} : Text{"partner", "伙伴"};
    Table table{.id = "differing",
                .title = {fmt::format("Where they differ ({} of {})", found.size(), year.items.size()),
                          fmt::format("不同之处（{} / {}）", found.size(), year.items.size())},
                .note = {},
                .columns = {{"item", head}, {"first", a.name}, {"second", b.name}, {"distance", {"distance", "距离"}}},
                .rows = {}};
    for (Difference const& each : found) {
        Text item{std::to_string(year.items[each.item]), {}};
        if (!votes) {
            int const number = system.states()[static_cast<std::size_t>(year.items[each.item])].number;
            auto const code =
                system.system() == data::System::Cow ? data::StateCode::Cow : data::StateCode::GleditschWard;
            if (data::StateEra const* const era = data::find_state(code, number, Year(when))) item = era->name;
        }
        table.rows.push_back({std::move(item), categories[each.first], categories[each.second],
                              Number{.value = static_cast<double>(each.size()), .decimals = 0}});
    }
    return table;
}

Text meaning(bool votes, features::PortfolioSource const& source, std::string const& diagonal) {
    std::string const release = source.origin().dataset + " " + source.origin().version;
    if (votes)
        return {"Items are the roll calls of the year on which both voted (" + release + ").",
                "计入的是当年双方都投票的唱名表决（" + release + "）。"};
    Text const self = diagonal == "none"       ? Text{"none to itself", "对本国取无"}
                      : diagonal == "left-out" ? Text{"the two states of the pair left out", "不计这两国"}
                                               : Text{"the highest value to itself", "对本国取最高值"};
    return {"Items are all members of the state system in the year; a portfolio has its highest obligation to each (" +
                release + "), " + self.en + ".",
            "计入的是当年国家体系的全部成员；组合取对各成员的最高义务（" + release + "），" + self.zh + "。"};
}

} // namespace

void similarity_of_pair(SimilarityOptions const& options, Call const& call) {
    if (options.pair.size() != 2 || options.year.empty())
        throw Error(Problem{
            .place = {},
            .what = {"a pair needs two states and --year", "一对国家需要两个国家与 --year"},
            .found = options.pair.size() == 2 ? "" : fmt::format("{}", options.pair.front()),
            .expected = {"as in: casus similarity GMY ITA --year 1914", "例如：casus similarity GMY ITA --year 1914"}});
    int const when = year_of("--year", options.year);
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    data::StateSystem const system(store, options.system == "gw" ? data::System::GleditschWard : data::System::Cow);
    data::Frame const frame(system, data::Unit::DyadYear, when, when);
    auto const source = open_portfolios(options, store, frame);
    auto const chosen = chosen_similarities(options, *source);
    int const last_year = std::min(source->coverage().last_year, system.last_year());
    if (when < source->coverage().first_year || when > last_year)
        throw Error(Problem{.place = {},
                            .what = {"a year that the data do not cover", "数据不覆盖该年份"},
                            .found = options.year,
                            .expected = {fmt::format("a year from {} to {}", source->coverage().first_year, last_year),
                                         fmt::format("{} 至 {} 的年份", source->coverage().first_year, last_year)}});
    bool const votes = options.of == "votes" || options.of == "voeten";
    features::PortfolioYear const year = source->year(when);
    Side const a = side_of(options.pair[0], when, system, year, votes);
    Side const b = side_of(options.pair[1], when, system, year, votes);
    Categories const categories = categories_of(options.of);
    Text const items =
        votes ? Text{"Roll calls by vote", "按投票计的唱名表决"} : Text{"Partners by tie", "按关系计的伙伴"};
    measure::Contingency const counts = year.portfolios.table(a.actor, b.actor);
    Chapter chapter{.id = "pair",
                    .title = {fmt::format("{} and {}, {}", a.name.en, b.name.en, when),
                              fmt::format("{}与{}，{} 年", a.name.zh, b.name.zh, when)},
                    .lead = meaning(votes, *source, options.diagonal),
                    .shapes = {contingency_table(counts, a, b, categories, votes ? 3 : 4, items),
                               measures_table(chosen, year, a, b, scaling_of(options)),
                               differing(year, system, when, a, b, categories, votes)}};
    print_report(report_of("similarity", {"Similarity of foreign policies", "外交政策相似度"}, {std::move(chapter)}),
                 call);
}

} // namespace casus::app
