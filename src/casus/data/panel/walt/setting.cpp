// The setting of an alliance: how unequal its members are, whether they are at war, and how many powers there are.
#include "casus/data/panel/walt/state_figures.hpp"
#include "casus/data/panel/walt/treaty_terms.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace casus::data::walt {

namespace {

/// The strongest of the members whose capability is known.
struct Strongest {
    int state = 0;
    double share = missing<double>; ///< of what is known of the members; NaN where that is fewer than two
};

Strongest strongest_of(StateFigures const& cinc, AllianceYear const& row) {
    Strongest result;
    double sum = 0.0, most = -1.0;
    std::size_t known = 0;
    for (int const member : row.members) {
        double const value = cinc.at(member, row.year - 1);
        if (std::isnan(value)) continue;
        ++known;
        sum += value;
        if (value <= most) continue;
        most = value;
        result.state = member;
    }
    if (known >= 2 && sum > 0.0) result.share = most / sum;
    return result;
}

/// Who was at war with whom: COW's interstate wars, and after their last year members of opposite sides of a dispute
/// that reached war (HOSTLEV 5).
struct Wars {
    Origin origin;
    Origin disputes;
    Coverage coverage;
    std::set<std::tuple<int, int, int>> pairs; ///< state, other, year; both ways

    void add(int one, int other, int year) {
        pairs.emplace(one, other, year);
        pairs.emplace(other, one, year);
    }
    [[nodiscard]] bool at_war(int state, int year) const {
        for (auto each = pairs.lower_bound({state, 0, 0}); each != pairs.end() && std::get<0>(*each) == state; ++each)
            if (std::get<2>(*each) == year) return true;
        return false;
    }
};

void add_wars(Wars& wars, Store const& store) {
    std::string const name = "cow-war-dyad";
    Table const table = store.read(name, {"statea", "stateb", "year"});
    auto const one = whole_in(table, "statea", name), other = whole_in(table, "stateb", name),
               year = whole_in(table, "year", name);
    for (std::size_t row = 0; row < table.rows(); ++row) wars.add(one[row], other[row], year[row]);
}

void add_disputes(Wars& wars, Store const& store, int after) {
    std::string const name = "mid-participant";
    Table const table = store.read(name, {"dispnum", "ccode", "styear", "endyear", "sidea", "hostlev"});
    auto const column = [&](char const* of) { return whole_in(table, of, name); };
    auto const dispute = column("dispnum"), state = column("ccode"), first = column("styear"), last = column("endyear"),
               side = column("sidea"), level = column("hostlev");
    std::vector<std::size_t> fought;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (level[row] == 5 && last[row] > after) fought.push_back(row);
    for (std::size_t const a : fought)
        for (std::size_t const b : fought) {
            if (dispute[a] != dispute[b] || side[a] == side[b]) continue;
            for (int year = std::max({first[a], first[b], after + 1}); year <= std::min(last[a], last[b]); ++year)
                wars.add(state[a], state[b], year);
        }
}

Wars read_wars(Store const& store) {
    auto const [origin, coverage] = imported(store, "cow-war-dyad");
    Imported const disputes = imported(store, "mid-participant");
    Wars wars{
        origin, disputes.origin, {coverage.first_year, std::max(coverage.last_year, disputes.coverage.last_year)}, {}};
    add_wars(wars, store);
    add_disputes(wars, store, coverage.last_year);
    return wars;
}

/// 1/HHI of the major powers' CINC, by year.
struct PowersByYear {
    Origin origin;
    Coverage coverage;
    std::map<int, double> effective;
};

PowersByYear effective_powers(Ground const& ground) {
    FeatureColumns const polarity = feature_columns(ground, {"polarity", ""});
    auto const shares =
        std::ranges::find(polarity.rows, "polarity_hhi",
                          [](RowSeries const& series) -> std::string const& { return series.column.name; });
    PowersByYear result{shares->origin, shares->coverage, {}};
    Frame const frame(*ground.system, Unit::CountryYear, ground.system->first_year(), ground.system->last_year());
    for (Run const& run : frame.runs())
        for (int year = run.first_year; year <= run.last_year; ++year)
            result.effective[year] =
                1.0 / shares->column.number(run.row + static_cast<std::size_t>(year - run.first_year));
    return result;
}

std::vector<TermColumn> terms_of_power(Ground const& ground) {
    StateFigures const cinc =
        std::move(figures_of(ground, "nmc", "ccode", std::array{StateColumn{"cinc", "cinc", {}}}).front());
    StateFigures const major(*ground.system, std::move(feature_columns(ground, {"majors", ""}).states.front()));
    PowersByYear const powers = effective_powers(ground);
    std::vector<TermColumn> terms;
    terms.push_back(term_of_rows(
        ground, "asymmetry", {"the strongest member's share of the members' CINC", "最强成员占成员 CINC 总和的比例"},
        cinc.origin(), year_after(cinc.coverage()),
        [&](AllianceYear const& row) { return strongest_of(cinc, row).share; }));
    terms.push_back(term_of_rows(
        ground, "hegemony",
        {"asymmetry where the strongest member is a major power, otherwise 0", "最强成员为大国时取不对称度，否则为 0"},
        cinc.origin(), year_after(cinc.coverage()), [&](AllianceYear const& row) {
            Strongest const found = strongest_of(cinc, row);
            return found.share * major.at(found.state, row.year - 1);
        }));
    terms.push_back(term_of_rows(
        ground, "multipolar", {"effective number of major powers, 1/HHI of their CINC", "大国有效数目，CINC 的 1/HHI"},
        powers.origin, year_after(powers.coverage), [&](AllianceYear const& row) {
            auto const found = powers.effective.find(row.year - 1);
            return found == powers.effective.end() ? missing<double> : found->second;
        }));
    for (std::size_t const k : {1U, 2U}) terms[k].also.push_back(major.origin());
    return terms;
}

std::vector<TermColumn> terms_of_war(Ground const& ground) {
    Wars const wars = read_wars(*ground.store);
    std::vector<TermColumn> terms;
    terms.push_back(term_of_rows(
        ground, "war", {"1: a member was in an interstate war in the year before", "1：上年有成员处于国家间战争"},
        wars.origin, year_after(wars.coverage), [&](AllianceYear const& row) {
            return std::ranges::any_of(row.members, [&](int member) { return wars.at_war(member, row.year - 1); });
        }));
    terms.push_back(term_of_rows(ground, "war_within",
                                 {"1: members were at war with each other in the year before", "1：上年成员之间交战"},
                                 wars.origin, year_after(wars.coverage), [&](AllianceYear const& row) {
                                     for (int const one : row.members)
                                         for (int const other : row.members)
                                             if (wars.pairs.contains({one, other, row.year - 1})) return 1.0;
                                     return 0.0;
                                 }));
    for (TermColumn& term : terms) term.also.push_back(wars.disputes);
    return terms;
}

std::vector<TermColumn> terms_of_treaty(Ground const& ground) {
    TreatyTerms const treaty(ground, {"wartime"});
    Origin const& origin = ground.treaties->origin;
    Coverage const& coverage = ground.treaties->coverage;
    std::vector<TermColumn> terms;
    terms.push_back(
        term_of_rows(ground, "size", {"ln of the number of members", "成员数的对数"}, origin, coverage,
                     [](AllianceYear const& row) { return std::log(static_cast<double>(row.members.size())); }));
    terms.push_back(term_of_rows(ground, "wartime", {"1: the treaty was made in war", "1：条约订立于战时"}, origin,
                                 coverage, [&](AllianceYear const& row) {
                                     double result = missing<double>;
                                     for (std::size_t const spell : TreatyTerms::at_signing(*row.treaty))
                                         result = std::fmax(result, treaty.value("wartime", *row.treaty, spell));
                                     return result;
                                 }));
    terms.push_back(term_of_rows(ground, "bipolar", {"1: a year from 1946 to 1989", "1：1946 至 1989 年间"}, origin,
                                 coverage,
                                 [](AllianceYear const& row) { return 1946 <= row.year && row.year <= 1989; }));
    return terms;
}

} // namespace

std::vector<TermColumn> setting_terms(Ground const& ground) {
    std::vector<TermColumn> terms = terms_of_power(ground);
    std::ranges::move(terms_of_war(ground), std::back_inserter(terms));
    std::ranges::move(terms_of_treaty(ground), std::back_inserter(terms));
    return terms;
}

} // namespace casus::data::walt
