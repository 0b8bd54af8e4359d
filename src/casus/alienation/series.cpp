#include "casus/alienation/series.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::alienation {

namespace {

Label label_of(World const& world, ActorId id) {
    Actor const& actor = world.actor(id);
    return {actor.code, actor.name};
}

Estimate estimate(Sampled const& s, double value, std::size_t output) { return {value, s.interval[output]}; }

AssessedYear::Actor actor_of(Sampled const& s, std::size_t n) {
    Label const label = label_of(s.world, s.world.assessed()[n]);
    AssessedYear::Actor actor{.code = label.key,
                              .name = label.name,
                              .ally = n < s.world.size().allies,
                              .index = estimate(s, s.centre.index[n], s.plan.index(n)),
                              .dispersion = s.centre.dispersion[n],
                              .swing = s.centre.swing_index[n]};
    if (actor.ally)
        for (Regime const regime : {Regime::Compliance, Regime::Alienation, Regime::Dissolution})
            actor.regime[static_cast<std::size_t>(regime)] = s.mean[s.plan.regime(n, regime)];
    return actor;
}

std::string year_word(int year) { return std::to_string(year); }

Label year_label(int year) { return {year_word(year), {year_word(year), year_word(year)}}; }

/// Rows of the picture: who is assessed in any year, allies first, each at its place in the first year that has it.
std::vector<AssessedYear::Actor const*> everybody(Series const& series) {
    std::vector<AssessedYear::Actor const*> rows;
    for (AssessedYear const& year : series.years) {
        auto place = rows.begin();
        for (AssessedYear::Actor const& actor : year.actors) {
            auto const same = [&](AssessedYear::Actor const* row) {
                return row->code == actor.code && row->ally == actor.ally;
            };
            auto const found = std::ranges::find_if(rows, same);
            place = std::next(found != rows.end() ? found : rows.insert(place, &actor));
        }
    }
    std::stable_partition(rows.begin(), rows.end(), [](AssessedYear::Actor const* row) { return row->ally; });
    return rows;
}

Matrix index_matrix(Series const& series) {
    Matrix matrix;
    matrix.id = "series/index";
    matrix.title = {"Alienation by year", "逐年异化指数"};
    matrix.note = {"A = Σ w (1 − f): 0 follows on everything, 1 on nothing. No figure: not assessed that year.",
                   "A = Σ w (1 − f)：0 为事事追随，1 为事事不追随。无数字：该年未评估。"};
    matrix.low = 1.0; // so that its colours say of following what those of stances do
    matrix.high = 0.0;
    matrix.low_meaning = {"follows on nothing", "事事不追随"};
    matrix.high_meaning = {"follows on everything", "事事追随"};
    auto const rows = everybody(series);
    for (AssessedYear const& year : series.years) matrix.columns.push_back(year_label(year.year));
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (r == 0 || rows[r]->ally != rows[r - 1]->ally)
            matrix.groups.push_back({r, rows[r]->ally ? Text{"Allies", "盟国"} : Text{"Partners", "伙伴"}});
        matrix.rows.push_back({rows[r]->code, rows[r]->name});
        for (AssessedYear const& year : series.years) {
            auto const found = std::ranges::find_if(year.actors, [&](AssessedYear::Actor const& actor) {
                return actor.code == rows[r]->code && actor.ally == rows[r]->ally;
            });
            double const none = std::numeric_limits<double>::quiet_NaN();
            matrix.values.push_back(found == year.actors.end() ? none : found->index.value);
            matrix.intervals.push_back(found == year.actors.end() ? Interval{none, none} : found->index.interval);
        }
    }
    return matrix;
}

Bars bars_of(Series const& series, std::string id, Text title, Text note, Estimate AssessedYear::*what) {
    Bars bars;
    bars.id = std::move(id);
    bars.title = std::move(title);
    bars.note = std::move(note);
    double most = 0.0;
    for (AssessedYear const& year : series.years) {
        bars.labels.push_back(year_label(year.year));
        bars.values.push_back((year.*what).value);
        bars.intervals.push_back((year.*what).interval);
        most = std::max({most, (year.*what).value, (year.*what).interval.high});
    }
    bars.high = most > 0.0 ? std::min(1.0, std::ceil(most * 20.0) / 20.0) : 1.0;
    return bars;
}

Number number(Estimate const& estimate) { return {estimate.value, 3, estimate.interval}; }

Text codes(std::vector<Label> const& labels) {
    std::vector<std::string> each;
    for (Label const& label : labels) each.push_back(label.key);
    return {fmt::format("{}", fmt::join(each, " ")), fmt::format("{}", fmt::join(each, " "))};
}

Table system_table(Series const& series) {
    Table table{.id = "series/system",
                .title = {"The system by year", "逐年体系"},
                .note = {"Mean A over allies; allies' share of world power that follows on security; polarisation of "
                         "allies between the sides.",
                         "盟国平均 A；在安全议题上追随的盟国实力占世界份额；盟国在两方之间的极化。"},
                .columns = {{"year", {"year", "年"}},
                            {"leader", {"leader", "霸权国"}},
                            {"challengers", {"challengers", "崛起国"}},
                            {"allies", {"allies", "盟国数"}},
                            {"index", {"mean A", "平均 A"}},
                            {"mobilisable_power", {"mobilisable power", "可动员实力"}},
                            {"polarisation", {"polarisation", "极化"}}},
                .rows = {}};
    for (AssessedYear const& year : series.years) {
        double sum = 0.0;
        double allies = 0.0;
        for (AssessedYear::Actor const& actor : year.actors)
            if (actor.ally) {
                sum += actor.index.value;
                ++allies;
            }
        Entry const mean = allies > 0.0 ? Entry{Number{sum / allies, 2, std::nullopt}} : Entry{};
        table.rows.push_back({Text{year_word(year.year), {}}, Text{year.leader.key, {}}, codes(year.challengers),
                              Number{allies, 0, std::nullopt}, mean, number(year.mobilisable_power),
                              number(year.polarisation)});
    }
    return table;
}

Notes skipped_notes(Series const& series) {
    Notes notes{.id = "series/skipped", .title = {"Years skipped", "跳过的年份"}, .items = {}};
    for (SkippedYear const& year : series.skipped)
        notes.items.push_back({fmt::format("{}: {}", year.year, year.reason.en),
                               fmt::format("{} 年：{}", year.year, year.reason.in(Language::Chinese))});
    return notes;
}

/// Notes of all years, each once with the years that it holds for.
Notes world_notes(Series const& series) {
    struct Said {
        Text text;
        std::vector<int> years;
    };
    std::vector<Said> all;
    for (AssessedYear const& year : series.years)
        for (Text const& note : year.notes) {
            auto const found = std::ranges::find(all, note, &Said::text);
            if (found == all.end())
                all.push_back({note, {year.year}});
            else
                found->years.push_back(year.year);
        }
    Notes notes{.id = "series/worlds", .title = {"How the worlds were made", "各年世界如何得出"}, .items = {}};
    for (Said const& said : all)
        notes.items.push_back({fmt::format("{}: {}", fmt::join(said.years, ", "), said.text.en),
                               fmt::format("{}：{}", fmt::join(said.years, "、"), said.text.zh)});
    return notes;
}

nlohmann::ordered_json json_of(Text const& text) { return {{"en", text.en}, {"zh", text.in(Language::Chinese)}}; }

nlohmann::ordered_json json_of(Estimate const& estimate) {
    return {{"value", estimate.value}, {"low", estimate.interval.low}, {"high", estimate.interval.high}};
}

nlohmann::ordered_json json_of(AssessedYear::Actor const& actor) {
    nlohmann::ordered_json json{{"actor", actor.code},
                                {"name", json_of(actor.name)},
                                {"index", actor.index.value},
                                {"low", actor.index.interval.low},
                                {"high", actor.index.interval.high},
                                {"dispersion", actor.dispersion},
                                {"swing", actor.swing}};
    if (actor.ally)
        json["regime_shares"] = {
            {"compliance", actor.regime[0]}, {"alienation", actor.regime[1]}, {"dissolution", actor.regime[2]}};
    return json;
}

nlohmann::ordered_json json_of(AssessedYear const& year) {
    nlohmann::ordered_json json{{"year", year.year}, {"leader", year.leader.key}};
    json["challengers"] = nlohmann::ordered_json::array();
    for (Label const& challenger : year.challengers) json["challengers"].push_back(challenger.key);
    json["allies"] = nlohmann::ordered_json::array();
    json["partners"] = nlohmann::ordered_json::array();
    for (AssessedYear::Actor const& actor : year.actors)
        json[actor.ally ? "allies" : "partners"].push_back(json_of(actor));
    json["system"] = {{"polarisation", json_of(year.polarisation)},
                      {"cross_membership", json_of(year.cross_membership)},
                      {"mobilisable_power", json_of(year.mobilisable_power)}};
    json["notes"] = nlohmann::ordered_json::array();
    for (Text const& note : year.notes) json["notes"].push_back(json_of(note));
    return json;
}

} // namespace

AssessedYear assessed_year(Sampled const& sampled) {
    World const& world = sampled.world;
    AssessedYear year{
        .year = world.year().value,
        .leader = label_of(world, world.leader()),
        .challengers = {},
        .actors = {},
        .polarisation = estimate(sampled, sampled.centre.system.polarisation, sampled.plan.system(0)),
        .cross_membership = estimate(sampled, sampled.centre.system.cross_membership, sampled.plan.system(1)),
        .mobilisable_power = estimate(sampled, sampled.centre.system.mobilisable_power, sampled.plan.system(2))};
    for (ActorId const challenger : world.challengers()) year.challengers.push_back(label_of(world, challenger));
    for (std::size_t n = 0; n < world.size().assessed; ++n) year.actors.push_back(actor_of(sampled, n));
    return year;
}

Chapter series_chapter(Series const& series) {
    Chapter chapter{.id = "series",
                    .title = {"Alienation over the years", "历年异化"},
                    .lead = {"How far each ally of the leader is from following it on everything, a world from the "
                             "data store for each year.",
                             "每年由数据仓库生成一个世界，衡量各盟国距事事追随霸权国有多远。"},
                    .shapes = {}};
    if (!series.skipped.empty()) chapter.shapes.emplace_back(skipped_notes(series));
    chapter.shapes.emplace_back(index_matrix(series));
    chapter.shapes.emplace_back(bars_of(
        series, "series/mobilisable-power", {"Mobilisable power", "可动员实力"},
        {"Allies' share of world power that follows on security.", "在安全议题上追随的盟国实力（占世界份额）。"},
        &AssessedYear::mobilisable_power));
    chapter.shapes.emplace_back(bars_of(series, "series/polarisation", {"Polarisation", "极化"},
                                        {"0: no ally leans to either side; 1: each stands wholly on one side.",
                                         "0：各盟国均不偏向任何一方；1：各盟国完全选边站队。"},
                                        &AssessedYear::polarisation));
    chapter.shapes.emplace_back(system_table(series));
    chapter.shapes.emplace_back(world_notes(series));
    return chapter;
}

nlohmann::ordered_json series_document(Series const& series) {
    nlohmann::ordered_json document;
    document["years"] = nlohmann::ordered_json::array();
    for (AssessedYear const& year : series.years) document["years"].push_back(json_of(year));
    document["skipped"] = nlohmann::ordered_json::array();
    for (SkippedYear const& year : series.skipped)
        document["skipped"].push_back({{"year", year.year}, {"reason", json_of(year.reason)}});
    return document;
}

} // namespace casus::alienation
