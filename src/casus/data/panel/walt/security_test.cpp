// The security half of Walt's terms on four invented states, by hand. Alliance 10 of 20 and 40 (1905 to 1911) faces 2,
// which fights 20 in 1904 and falls in 1908, and then 70, a rival of 20 from 1907.
#include "casus/data/panel/walt/walt.hpp"
#include "casus/data/panel/written_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <numbers>

namespace casus::data::walt {
namespace {

using testing_data::Cell;
using testing_data::put;
using testing_data::table_of;

/// CINC of the four; from the year `altered` on other figures.
double cinc_of(int state, int year, int altered) {
    if (year >= altered) return 0.01 * state / (year - 1890);
    switch (state) {
    case 2:
        return year < 1908 ? 0.4 : 0.001;
    case 20:
        return year < 1906 ? 0.15 : year < 1910 ? 0.12 : 0.06;
    case 40:
        return year < 1907 ? 0.05 : 0.3;
    default:
        return 0.2;
    }
}

void fill_capitals(Store& store) {
    struct Capital {
        int state;
        double longitude;
    };
    std::array<ColumnBuilder, 5> columns{ColumnBuilder("ccode"), ColumnBuilder("stdate"), ColumnBuilder("enddate"),
                                         ColumnBuilder("lat"), ColumnBuilder("lng")};
    for (Capital const& one : {Capital{2, 0.0}, Capital{20, 10.0}, Capital{40, 90.0}, Capital{70, 180.0}}) {
        columns[0].add(std::int64_t{one.state});
        columns[1].add(std::string_view("1816-01-01"));
        columns[2].add(std::string_view("1920-12-31"));
        columns[3].add(0.0);
        columns[4].add(one.longitude);
    }
    Table table;
    for (ColumnBuilder& column : columns) table.columns.push_back(column.finish());
    put(store, "capitals", "1", 1816, 1920, table);
}

void fill_ground(Store& store, int altered) {
    std::vector<std::vector<Cell>> figures;
    for (int const state : {2, 20, 40, 70})
        for (int year = 1900; year <= 1912; ++year) figures.push_back({state, year, cinc_of(state, year, altered)});
    put(store, "nmc", "6.0", 1900, 1912, table_of({"ccode", "year", "cinc"}, figures));
    fill_capitals(store);
    put(store, "contiguity", "3.2", 1900, 1912,
        table_of({"statelno", "statehno", "conttype", "begin", "end"},
                 {{2, 20, 1, 190001, 191212}, {2, 40, 4, 190001, 191212}}));
    std::vector<std::vector<Cell>> disputes{{1, 2, 1904, 1, 5, 1, 1},  {1, 20, 1904, 0, 5, 1, 0},
                                            {2, 20, 1906, 1, 3, 1, 1}, {2, 70, 1906, 0, 1, 1, 0},
                                            {3, 40, 1908, 1, 2, 1, 1}, {3, 20, 1908, 0, 1, 1, 0}};
    std::vector<std::vector<Cell>> rivalries{{2, 20, 1903, 1907}, {20, 70, 1907, 1912}};
    if (altered <= 1908) {
        disputes.resize(4);
        disputes.push_back({4, 70, 1908, 1, 5, 1, 1});
        disputes.push_back({4, 40, 1908, 0, 5, 1, 0});
        rivalries[1][3] = 1908;
        rivalries.push_back({2, 40, 1908, 1912});
    }
    put(store, "mid-participant", "5.0", 1895, 1911,
        table_of({"dispnum", "ccode", "styear", "sidea", "hostlev", "orig", "revstate"}, disputes));
    put(store, "rivalry-tss", "2022", 1494, 1912, table_of({"ccode1", "ccode2", "start", "end"}, rivalries));
    Cell const broken_late = altered <= 1908 ? 1 : 2;
    put(store, "atop-member", "5.1", 1900, 1912,
        table_of({"atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", "obvary",
                  "term", "defense", "offense", "neutral", "nonagg", "consul"},
                 {{10, 20, 1905, 3, 1, 1911, 6, 1, 0, 0, broken_late, 1, 0, 0, 0, 0},
                  {10, 40, 1905, 3, 1, 1911, 6, 1, 0, 0, broken_late, 1, 0, 0, 0, 0},
                  {11, 40, 1903, 1, 1, 1908, 6, 1, 0, 0, broken_late, 0, 0, 0, 0, 1},
                  {11, 70, 1903, 1, 1, 1908, 6, 1, 0, 0, broken_late, 1, 0, 0, 0, 0},
                  {12, 2, 1901, 1, 1, 1903, 6, 1, 0, 0, 2, 1, 0, 0, 0, 0},
                  {12, 20, 1901, 1, 1, 1903, 6, 1, 0, 0, 2, 1, 0, 0, 0, 0},
                  {13, 20, 1904, 1, 1, 0, {}, {}, 0, 0, 0, 1, 0, 0, 0, 0},
                  {13, 70, 1904, 1, 1, 0, {}, {}, 0, 0, 0, 0, 0, 0, 0, 1}}));
}

constexpr int never = 9999;

/// Everything that terms are computed from, and the terms of all five families.
class Invented {
public:
    explicit Invented(int altered = never)
        : path_(std::filesystem::temp_directory_path() /
                ("casus-walt-" + std::to_string(getpid()) + "-" + std::to_string(altered) + ".sqlite")),
          system_(System::Cow, {{2, {all()}}, {20, {all()}}, {40, {all()}}, {70, {all()}}}, 1912) {
        std::filesystem::remove(path_);
        {
            Store writing(path_, Store::Access::Write);
            fill_ground(writing, altered);
        }
        Store const store(path_, Store::Access::Read);
        treaties_ = read_treaties(store, "atop");
        rows_ = alliance_rows(treaties_, treaties_.coverage);
        Ground const ground{&store, &system_, &treaties_, rows_};
        for (auto const family : {threat_terms, balance_terms, intent_terms, means_terms, doubt_terms})
            for (TermColumn& term : family(ground)) terms_.push_back(std::move(term));
    }
    Invented(Invented const&) = delete;
    Invented& operator=(Invented const&) = delete;
    ~Invented() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    [[nodiscard]] std::vector<TermColumn> const& terms() const { return terms_; }
    /// Of alliance 10.
    [[nodiscard]] double operator()(std::string_view name, int year) const {
        auto const term = std::ranges::find(terms_, name, &TermColumn::name);
        for (std::size_t r = 0; r < rows_.size(); ++r)
            if (rows_[r].treaty->id == 10 && rows_[r].year == year) return term->values.at(r);
        throw std::out_of_range("no such row");
    }

private:
    static Spell all() { return {day_number(1900, 1, 1), day_number(1912, 12, 31)}; }

    std::filesystem::path path_;
    StateSystem system_;
    Treaties treaties_;
    std::vector<AllianceYear> rows_;
    std::vector<TermColumn> terms_;
};

Invented const& invented() {
    static Invented const made;
    return made;
}

/// Hostility from the sum of what is remembered: a war with one enemy weighs ½, a year of rivalry 1/20.
double hostility(double remembered) { return 1.0 - std::exp(-remembered); }
double left(int age) { return std::exp2(-age / 10.0); }
double nearness(double degrees) { return std::exp(-6371.0088 * degrees * std::numbers::pi / 180.0 / 6000.0); }

/// Of 2 towards 20: the war of 1904 and the rivalry from 1903 to 1907.
double of_2_towards_20(int year) {
    double remembered = 0.5 * left(year - 1904);
    for (int rivals = 1903; rivals <= std::min(1907, year - 1); ++rivals) remembered += 0.05 * left(year - rivals);
    return hostility(remembered);
}

/// The common threat in 1905: of 2 alone, which borders on 20 and lies a quarter of the globe from 40.
double level_in_1905() {
    double const to_20 = of_2_towards_20(1905) * 0.4;
    double const to_40 = 0.01 * 0.4 * nearness(90.0);
    return std::sqrt(to_20 * to_40);
}

/// In 1909: of 2, now weak, and of 70.
double level_in_1909() {
    double const by_2 = std::sqrt(of_2_towards_20(1909) * 0.001 * (0.01 * 0.001 * nearness(90.0)));
    double const rival = hostility(0.05 * (left(1) + left(2)));
    double const by_70 = std::sqrt(rival * 0.2 * nearness(170.0) * (0.01 * 0.2 * nearness(90.0)));
    return 1.0 - (1.0 - by_2) * (1.0 - by_70);
}

TEST(WaltThreat, IsHostilityByCapabilityByProximityInCommon) {
    EXPECT_NEAR(invented()("common_threat", 1905), level_in_1905(), 1e-12);
    EXPECT_NEAR(invented()("common_threat", 1909), level_in_1909(), 1e-12);
}

TEST(WaltThreat, FallsSinceTheAllianceBeganAndIsReplaced) {
    EXPECT_EQ(invented()("threat_fallen", 1905), 0.0);
    EXPECT_NEAR(invented()("threat_fallen", 1909), level_in_1905() - level_in_1909(), 1e-12);
    EXPECT_EQ(invented()("threat_replaced", 1905), 0.0);
    EXPECT_EQ(invented()("threat_replaced", 1908), 0.0); // 2 was strong to the end of 1907
    EXPECT_EQ(invented()("threat_replaced", 1909), 1.0);
}

TEST(WaltBalance, WeighsOutsidersByTheirHostility) {
    double const in_1905 = std::log(0.2 / (0.01 * 0.6 + (of_2_towards_20(1905) - 0.01) * 0.4));
    EXPECT_NEAR(invented()("balance", 1905), in_1905, 1e-12);
    double const rival = hostility(0.05 * (left(1) + left(2)));
    double const in_1909 =
        std::log(0.42 / (0.01 * 0.201 + (of_2_towards_20(1909) - 0.01) * 0.001 + (rival - 0.01) * 0.2));
    EXPECT_NEAR(invented()("balance", 1909), in_1909, 1e-12);
    EXPECT_EQ(invented()("balance_gain", 1905), 0.0);
    EXPECT_NEAR(invented()("balance_gain", 1909), in_1909 - in_1905, 1e-12);
}

TEST(WaltBalance, SeesAMemberRise) {
    EXPECT_EQ(invented()("member_risen", 1905), 0.0);
    EXPECT_NEAR(invented()("member_risen", 1908), 0.3 / 0.42 - 0.05 / 0.2, 1e-12);
}

TEST(WaltIntent, CountsRivalriesOfTheAlliancesTime) {
    EXPECT_EQ(invented()("rivalry_begun", 1905), 0.0); // that of 1903 came before the alliance
    EXPECT_EQ(invented()("rivalry_begun", 1907), 0.0);
    EXPECT_EQ(invented()("rivalry_begun", 1908), 1.0);
    EXPECT_EQ(invented()("rivalry_ended", 1907), 0.0);
    EXPECT_EQ(invented()("rivalry_ended", 1908), 1.0);
}

TEST(WaltIntent, TellsDisputesAbroadFromThoseWithin) {
    EXPECT_EQ(invented()("member_aggressive", 1906), 0.0);
    EXPECT_EQ(invented()("member_aggressive", 1907), 0.5); // 20 against 70
    EXPECT_EQ(invented()("member_aggressive", 1911), 0.5); // and 40 against 20 is no dispute abroad
    EXPECT_EQ(invented()("disputes_within", 1908), 0.0);
    EXPECT_EQ(invented()("disputes_within", 1909), 1.0);
}

TEST(WaltMeans, AreTheWeakersGrowthAndOtherAllies) {
    EXPECT_NEAR(invented()("own_growth", 1907), 0.0, 1e-12);                   // 40, as strong as in 1904
    EXPECT_NEAR(invented()("own_growth", 1908), std::log(0.12 / 0.15), 1e-12); // 20, now the weaker
    EXPECT_EQ(invented()("other_allies", 1905), 1.0);                          // 70 of both
    EXPECT_EQ(invented()("other_allies", 1910), 0.5);                          // of 20 only
}

TEST(WaltDoubt, LooksAtTheLeader) {
    EXPECT_EQ(invented()("leader", 1907), 20.0);
    EXPECT_EQ(invented()("leader", 1908), 40.0);
    EXPECT_NEAR(invented()("leader_decline", 1907), 0.2, 1e-12);
    EXPECT_EQ(invented()("leader_decline", 1908), 0.0);
    EXPECT_EQ(invented()("leader_violations", 1905), 1.0); // alliance 12 of 20
    EXPECT_EQ(invented()("leader_violations", 1908), 0.0); // of 40 none yet
    EXPECT_EQ(invented()("leader_violations", 1909), 1.0); // alliance 11
    EXPECT_EQ(invented()("leader_promises", 1905), 1.0);   // 20 to 70
    EXPECT_EQ(invented()("leader_promises", 1908), 0.0);   // 70 owes 40, not 40 to 70
}

TEST(WaltTerms, DoNotKnowTheYearThatTheySpeakOf) {
    Invented const altered(1908);
    bool later_differs = false;
    for (TermColumn const& term : invented().terms()) {
        for (int year = 1905; year <= 1908; ++year) {
            double const one = invented()(term.name, year);
            double const other = altered(term.name, year);
            EXPECT_TRUE(one == other || (std::isnan(one) && std::isnan(other)))
                << term.name << " in " << year << ": " << one << ", " << other;
        }
        later_differs = later_differs || invented()(term.name, 1909) != altered(term.name, 1909);
    }
    EXPECT_TRUE(later_differs);
}

TEST(WaltTerms, AreUnknownWhereASourceEnds) {
    for (TermColumn const& term : invented().terms()) {
        EXPECT_LE(term.coverage.first_year, 1905) << term.name;
        EXPECT_GE(term.coverage.last_year, 1911) << term.name;
        EXPECT_FALSE(std::isnan(invented()(term.name, 1911))) << term.name;
        EXPECT_FALSE(term.label.en.empty() || term.label.zh.empty()) << term.name;
        for (double const value : term.values) EXPECT_FALSE(std::isinf(value)) << term.name;
    }
}

} // namespace
} // namespace casus::data::walt
