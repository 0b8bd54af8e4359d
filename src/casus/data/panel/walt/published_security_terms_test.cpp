// The terms of threat, balance, intent, means and doubt on the published files, against what history says.
#include "casus/data/panel/alliance_years.hpp"
#include "casus/data/panel/published_store.hpp"
#include "casus/data/panel/walt/common_threat.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace casus::data::walt {
namespace {

using testing_data::have_shared_data;
using testing_data::published_store;

/// Alliance-years of all time with Walt's terms.
class SecurityOfHistory {
public:
    SecurityOfHistory()
        : panel_(alliance_years(published_store(), {.unit = Unit::AllianceYear,
                                                    .system = System::Cow,
                                                    .first_year = 0,
                                                    .last_year = 0,
                                                    .features = {{"walt"}}})) {
        auto const alliance = whole(panel_.table["atopid"]), year = whole(panel_.table["year"]);
        for (std::size_t row = 0; row < panel_.table.rows(); ++row) row_of_[{alliance[row], year[row]}] = row;
    }
    [[nodiscard]] double operator()(std::string const& name, int alliance, int year) const {
        return panel_.table[name].number(row_of_.at({alliance, year}));
    }
    [[nodiscard]] Panel const& panel() const { return panel_; }

    static SecurityOfHistory const& get() {
        static SecurityOfHistory const history;
        return history;
    }

private:
    Panel panel_;
    std::map<std::pair<int, int>, std::size_t> row_of_;
};

class PublishedSecurityTerms : public testing::Test {
protected:
    static constexpr int franco_russian = 1380, sino_soviet = 3200, nato = 3180, warsaw_pact = 3285;

    void SetUp() override {
        if (!have_shared_data()) GTEST_SKIP() << "no published files in " << testing_data::shared_folder();
    }
    static double value(std::string const& name, int alliance, int year) {
        return SecurityOfHistory::get()(name, alliance, year);
    }
};

TEST_F(PublishedSecurityTerms, TheWarsawPactsThreatFadesAndItsLeaderFalls) {
    EXPECT_GT(value("common_threat", warsaw_pact, 1965), 1.5 * value("common_threat", warsaw_pact, 1985));
    EXPECT_GT(value("common_threat", warsaw_pact, 1985), value("common_threat", warsaw_pact, 1991));
    EXPECT_GT(value("threat_fallen", warsaw_pact, 1991), 0.1 * value("common_threat", warsaw_pact, 1991));
    EXPECT_EQ(value("rivalry_ended", warsaw_pact, 1988), 0.0);
    EXPECT_EQ(value("rivalry_ended", warsaw_pact, 1991), 1.0); // with the United States in 1989
    for (int year = 1955; year <= 1991; ++year) EXPECT_EQ(value("leader", warsaw_pact, year), 365.0) << year;
    EXPECT_LT(value("leader_decline", warsaw_pact, 1989), 0.05);
    EXPECT_GT(value("leader_decline", warsaw_pact, 1991), 0.1);
    EXPECT_GE(value("disputes_within", warsaw_pact, 1957), 1.0); // Hungary
    EXPECT_EQ(value("disputes_within", warsaw_pact, 1967), 0.0);
    EXPECT_GE(value("disputes_within", warsaw_pact, 1969), 1.0); // Czechoslovakia
}

TEST_F(PublishedSecurityTerms, TheBalanceTurnsToNatoWhenTheSovietUnionEnds) {
    EXPECT_LT(value("balance", nato, 1985), value("balance", nato, 1949));
    EXPECT_GT(value("balance", nato, 1995), value("balance", nato, 1985) + 0.2);
    EXPECT_GT(value("balance_gain", nato, 1993), 0.2);
    EXPECT_GT(value("threat_fallen", nato, 1993), 0.5 * value("common_threat", nato, 1993));
    EXPECT_EQ(value("threat_replaced", nato, 1965), 0.0);
    EXPECT_EQ(value("leader", nato, 2010), 2.0);
    EXPECT_GT(value("leader_promises", nato, 1960), value("leader_promises", warsaw_pact, 1960));
    EXPECT_GE(value("disputes_within", nato, 1975), 1.0); // Greece and Turkey
    EXPECT_EQ(value("threat_fallen", nato, 1949), 0.0);   // nothing has changed when an alliance begins
}

TEST_F(PublishedSecurityTerms, ChinaAndTheSovietUnionTurnOnEachOther) {
    EXPECT_EQ(value("disputes_within", sino_soviet, 1960), 0.0);
    EXPECT_GE(value("disputes_within", sino_soviet, 1970), 3.0);
    EXPECT_LT(value("common_threat", sino_soviet, 1980), value("common_threat", sino_soviet, 1964));
    EXPECT_GT(value("leader_violations", sino_soviet, 1950), value("leader_violations", nato, 1950));
}

TEST_F(PublishedSecurityTerms, GermanyTakesBritainsPlaceAgainstFranceAndRussia) {
    EXPECT_EQ(value("threat_replaced", franco_russian, 1903), 0.0);
    EXPECT_EQ(value("threat_replaced", franco_russian, 1907), 1.0);
    EXPECT_GT(value("common_threat", franco_russian, 1915), 1.2 * value("common_threat", franco_russian, 1911));
}

TEST_F(PublishedSecurityTerms, TheGreatestThreatIsWhoOneExpects) {
    StateSystem const system(published_store(), System::Cow);
    Treaties const treaties = read_treaties(published_store(), "atop");
    std::vector<AllianceYear> const rows = alliance_rows(treaties, treaties.coverage);
    CommonThreats const threats({&published_store(), &system, &treaties, rows});
    StateJoin const join(system, StateCode::Cow, treaties.origin);
    auto const greatest = [&](int alliance, int year) {
        for (AllianceYear const& row : rows)
            if (row.treaty->id == alliance && row.year == year)
                if (auto const found = threats.to(members_in(row, join), year).greatest)
                    return system.states()[*found].number;
        return 0;
    };
    EXPECT_EQ(greatest(sino_soviet, 1956), 2);
    for (int year = 1955; year <= 1991; ++year) EXPECT_EQ(greatest(warsaw_pact, year), 2) << year;
    for (int year = 1949; year <= 1991; ++year) EXPECT_EQ(greatest(nato, year), 365) << year;
    for (int year = 1891; year <= 1917; ++year)
        EXPECT_EQ(greatest(franco_russian, year), year < 1907 ? 200 : 255) << year;
}

TEST_F(PublishedSecurityTerms, AreInBoundsAndUnknownOnlyWhereSourcesEnd) {
    Panel const& panel = SecurityOfHistory::get().panel();
    std::set<std::string> names;
    for (PanelColumn const& column : panel.columns) EXPECT_TRUE(names.insert(column.name).second) << column.name;
    for (char const* const name : {"common_threat", "threat_fallen", "threat_replaced", "member_risen", "rivalry_ended",
                                   "rivalry_begun", "member_aggressive", "leader_decline"})
        for (std::size_t row = 0; row < panel.table.rows(); ++row) {
            Column const& column = panel.table[name];
            if (column.is_missing(row)) continue;
            EXPECT_GE(column.number(row), 0.0) << name << ' ' << row;
            EXPECT_LE(column.number(row), 1.0) << name << ' ' << row;
        }
    for (PanelColumn const& column : panel.columns) {
        if (column.name == "term" || column.name == "ending") continue; // of last years only
        Values<std::int32_t> const year = whole(panel.table["year"]);
        for (std::size_t row = 0; row < panel.table.rows(); ++row)
            EXPECT_TRUE(covers(column.coverage, year[row]) || panel.table[column.name].is_missing(row))
                << column.name << ' ' << year[row];
    }
    for (char const* const name : {"common_threat", "balance", "leader", "own_growth"}) {
        auto const column = std::ranges::find(panel.columns, name, &PanelColumn::name);
        EXPECT_LT(static_cast<double>(column->missing), 0.12 * static_cast<double>(panel.table.rows())) << name;
    }
    std::set<std::string> sources;
    for (Provenance const& source : panel.sources) sources.insert(source.dataset);
    for (char const* const dataset : {"mid-participant", "rivalry-tss", "nmc", "contiguity", "capitals"})
        EXPECT_TRUE(sources.contains(dataset)) << dataset;
}

} // namespace
} // namespace casus::data::walt
