#include "casus/data/panel/alliance_years.hpp"

#include "casus/data/panel/alliance_rows.hpp"
#include "casus/data/panel/spread.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

namespace casus::data {

namespace {

/// A column of whole numbers made from the rows.
template <class Of> Column column_of(std::string name, std::vector<AllianceYear> const& rows, Of const& of) {
    ColumnBuilder builder(std::move(name));
    for (AllianceYear const& row : rows) {
        double const value = of(row);
        if (std::isnan(value))
            builder.add_missing();
        else if (value == std::floor(value) && std::abs(value) < 1e9)
            builder.add(static_cast<std::int64_t>(value));
        else
            builder.add(value);
    }
    return builder.finish();
}

class Builder {
public:
    Builder(Panel& panel, std::vector<AllianceYear> const& rows) : panel_(panel), rows_(rows) {}

    template <class Of>
    void add(std::string const& name, Text label, Origin const& origin, Coverage coverage, Of const& of) {
        Column column = column_of(name, rows_, of);
        std::size_t const missing_cells = count_missing(column);
        panel_.columns.push_back({name, std::move(label), origin, coverage, missing_cells});
        panel_.table.columns.push_back(std::move(column));
    }

    void add(std::vector<RowSeries>&& made) {
        for (RowSeries& series : made) {
            assert(series.column.rows() == rows_.size());
            panel_.columns.push_back({series.column.name, std::move(series.label), series.origin, series.coverage,
                                      count_missing(series.column)});
            panel_.table.columns.push_back(std::move(series.column));
        }
    }

private:
    Panel& panel_;
    std::vector<AllianceYear> const& rows_;
};

void add_treaty_columns(Builder& builder, Treaties const& treaties, bool atop) {
    auto const add = [&](std::string const& name, Text label, auto const& of) {
        builder.add(name, std::move(label), treaties.origin, treaties.coverage, of);
    };
    add(atop ? "atopid" : "version4id", {"number of the alliance", "联盟编号"},
        [](AllianceYear const& row) { return static_cast<double>(row.treaty->id); });
    add("year", {"year", "年份"}, [](AllianceYear const& row) { return static_cast<double>(row.year); });
    add("members", {"members on a day of the year", "该年中有一天在盟的成员数"},
        [](AllianceYear const& row) { return static_cast<double>(row.members.size()); });
    add("bilateral", {"1: two members", "1：两个成员"},
        [](AllianceYear const& row) { return row.members.size() == 2 ? 1.0 : 0.0; });
    for (Obligation const kind : treaties.kinds())
        add(std::string(word_of(kind)),
            {"1: a member owes " + label_of(kind).en, "1：有成员负有" + label_of(kind).zh + "义务"},
            [kind](AllianceYear const& row) {
                if (row.owed.owes(kind)) return 1.0;
                return row.owed.unsure(kind) ? missing<double> : 0.0;
            });
    add("years_in_force", {"years since the alliance began", "联盟成立以来的年数"},
        [](AllianceYear const& row) { return static_cast<double>(row.since); });
    if (atop)
        add("phase", {"phase of the treaty, 0 where it has none", "条约阶段，0 为不分阶段"},
            [](AllianceYear const& row) { return static_cast<double>(row.phase); });
    add("ends", {"1: the alliance ends in this year", "1：联盟于该年终止"},
        [](AllianceYear const& row) { return row.ends ? 1.0 : 0.0; });
}

/// How ATOP's alliances ended, by its own code; missing in years in which none did.
void add_term(Builder& builder, Treaties const& treaties, Store const& store) {
    std::string const dataset = treaties.origin.dataset + "@" + treaties.origin.version;
    std::vector<std::string> const there = store.column_names(dataset);
    if (std::ranges::find(there, "term") == there.end()) return;
    Table const table = store.read(dataset, {"atopid", "term"});
    Values<std::int32_t> const id = whole_in(table, "atopid", dataset);
    Values<double> const term = real_in(table, "term", dataset);
    std::map<int, double> by_alliance; // of the last phase, whose rows come last
    for (std::size_t row = 0; row < id.size(); ++row)
        if (!std::isnan(term[row])) by_alliance[id[row]] = term[row];
    builder.add("term", {"how the alliance ended: ATOP's code TERM", "联盟如何终止：ATOP 的 TERM 代码"},
                treaties.origin, treaties.coverage, [&](AllianceYear const& row) {
                    auto const found = by_alliance.find(row.treaty->id);
                    return row.ends && found != by_alliance.end() ? found->second : missing<double>;
                });
}

struct Summary {
    double sum = missing<double>;
    double low = missing<double>;
    double high = missing<double>;
    std::size_t known = 0;
};

/// Of what is known of the members in the year.
Summary over_members(StateSeries const& series, StateJoin const& join, AllianceYear const& row) {
    Summary result;
    if (row.year < series.coverage.first_year || row.year > series.coverage.last_year) return result;
    for (int const member : row.members) {
        auto const state = join.find(member, row.year);
        if (!state || !join.member(*state, row.year)) continue;
        double value =
            series.values[*state * series.years() + static_cast<std::size_t>(row.year - series.coverage.first_year)];
        if (std::isnan(value)) value = series.otherwise;
        if (std::isnan(value)) continue;
        bool const first = result.known++ == 0;
        result.sum = first ? value : result.sum + value;
        result.low = first ? value : std::min(result.low, value);
        result.high = first ? value : std::max(result.high, value);
    }
    return result;
}

void add_members(Builder& builder, StateSeries const& series, StateJoin const& join, std::string_view feature) {
    auto const add = [&](std::string const& name, Text const& prefix, auto const& of) {
        builder.add(name, {prefix.en + series.label.en, prefix.zh + series.label.zh}, series.origin, series.coverage,
                    [&](AllianceYear const& row) { return of(over_members(series, join, row)); });
    };
    if (feature == "majors") {
        add("majors", {"members that are major powers; ", "成员中的大国数；"}, [](Summary const& s) { return s.sum; });
    } else if (feature == "nmc") {
        add(series.name + "_sum", {"sum over members: ", "成员合计："}, [](Summary const& s) { return s.sum; });
        add(series.name + "_max", {"highest of members: ", "成员最高："}, [](Summary const& s) { return s.high; });
        add(series.name + "_min", {"lowest of members: ", "成员最低："}, [](Summary const& s) { return s.low; });
    } else {
        add(series.name + "_mean", {"mean of members: ", "成员均值："},
            [](Summary const& s) { return s.known ? s.sum / static_cast<double>(s.known) : missing<double>; });
        add(series.name + "_range", {"highest less lowest of members: ", "成员最高与最低之差："},
            [](Summary const& s) { return s.high - s.low; });
    }
}

[[noreturn]] void fail_on_pairs(AskedFeature const& asked) {
    throw Error(Problem{.place = {},
                        .what = {"a feature of pairs in a panel of alliances", "联盟面板中没有此项对偶内容"},
                        .found = std::string(asked.feature->name),
                        .expected = {"a feature of single states, or alliances", "单个国家的内容，或 alliances"}});
}

} // namespace

Panel alliance_years(Store const& store, PanelRequest const& request, Progress* progress) {
    std::vector<AskedFeature> const asked = asked_features(request);
    StateSystem const system(store, request.system);
    Panel panel{.unit = Unit::AllianceYear,
                .system = request.system,
                .first_year = 0,
                .last_year = 0,
                .table = {},
                .columns = {},
                .notes = {},
                .also = {},
                .sources = {}};
    auto const chosen =
        std::ranges::find(asked, "alliances", [](AskedFeature const& one) { return one.feature->name; });
    std::string const choice = chosen == asked.end() ? "atop" : chosen->choice;
    Treaties const treaties = read_treaties(store, choice);
    Coverage const years = years_asked(request, treaties.coverage, treaties.origin, panel.notes);
    panel.first_year = years.first_year;
    panel.last_year = years.last_year;
    std::vector<AllianceYear> const rows = alliance_rows(treaties, years);
    Builder builder(panel, rows);
    bool const atop = choice.starts_with("atop");
    add_treaty_columns(builder, treaties, atop);
    if (atop) add_term(builder, treaties, store);

    StateJoin const join(system, StateCode::Cow, treaties.origin);
    Frame const frame(system, Unit::CountryYear, std::min(years.first_year, system.last_year()), years.last_year);
    for (AskedFeature const& each : asked) {
        if (progress) progress->advance(1);
        if (each.feature->name == "alliances") continue;
        FeatureColumns columns = each.feature->columns({.store = &store,
                                                        .frame = &frame,
                                                        .choice = each.choice,
                                                        .threads = request.threads,
                                                        .treaties = &treaties,
                                                        .alliances = &rows});
        if (each.feature->only_alliances)
            builder.add(std::move(columns.rows));
        else if (columns.states.empty())
            fail_on_pairs(each);
        for (StateSeries const& series : columns.states) add_members(builder, series, join, each.feature->name);
        keep_notes(panel, std::move(columns));
    }
    panel.sources = sources_of(panel, store);
    return panel;
}

Panel walt_years(Store const& store, Coverage const& years, std::size_t threads) {
    return alliance_years(store, {.unit = Unit::AllianceYear,
                                  .first_year = years.first_year,
                                  .last_year = years.last_year,
                                  .features = {{"alliances", "atop"}, {"walt", ""}},
                                  .threads = threads});
}

} // namespace casus::data
