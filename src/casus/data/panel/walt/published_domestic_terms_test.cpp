// The terms of regimes, institutions, affinity, setting and endings on the published files, against what history says.
#include "casus/data/panel/published_store.hpp"
#include "casus/data/panel/walt/walt.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace casus::data::walt {
namespace {

using testing_data::have_shared_data;
using testing_data::published_store;

/// All our terms of all years, by name, alliance and year.
class TermsOfHistory {
public:
    TermsOfHistory()
        : system_(published_store(), System::Cow), treaties_(read_treaties(published_store(), "atop")),
          rows_(alliance_rows(treaties_, treaties_.coverage)) {
        Ground const ground{&published_store(), &system_, &treaties_, rows_};
        for (auto const family : {regime_terms, institution_terms, affinity_terms, setting_terms, ending_terms})
            for (TermColumn& term : family(ground)) terms_.emplace(term.name, std::move(term));
    }

    [[nodiscard]] double value(std::string const& name, int alliance, int year) const {
        return terms_.at(name).values.at(row_of(alliance, year));
    }
    [[nodiscard]] std::string ending(int alliance, int year) const {
        return terms_.at("ending").words.at(row_of(alliance, year));
    }
    [[nodiscard]] std::map<std::string, TermColumn> const& terms() const { return terms_; }
    [[nodiscard]] std::vector<AllianceYear> const& rows() const { return rows_; }

    static TermsOfHistory const& get() {
        static TermsOfHistory const history;
        return history;
    }

private:
    StateSystem system_;
    Treaties treaties_;
    std::vector<AllianceYear> rows_;
    std::map<std::string, TermColumn> terms_;

    [[nodiscard]] std::size_t row_of(int alliance, int year) const {
        for (std::size_t row = 0; row < rows_.size(); ++row)
            if (rows_[row].treaty->id == alliance && rows_[row].year == year) return row;
        throw std::out_of_range(fmt::format("no row of {} in {}", alliance, year));
    }
};

class PublishedDomesticTerms : public testing::Test {
protected:
    void SetUp() override {
        if (!have_shared_data()) GTEST_SKIP() << "no published files in " << testing_data::shared_folder();
    }
    static double value(std::string const& name, int alliance, int year) {
        return TermsOfHistory::get().value(name, alliance, year);
    }
};

constexpr int anglo_japanese = 1415, little_entente = 2302, france_romania = 2160, nonaggression_pact = 2470,
              nato = 3180, sino_soviet = 3200, anzus = 3215, manila_pact = 3260, cento = 3275, warsaw_pact = 3285;

TEST_F(PublishedDomesticTerms, KnowHowAlliancesEnded) {
    TermsOfHistory const& history = TermsOfHistory::get();
    EXPECT_EQ(history.ending(warsaw_pact, 1991), "violated"); // renewed for twenty years in 1985
    EXPECT_EQ(history.ending(cento, 1979), "violated");
    EXPECT_EQ(history.ending(sino_soviet, 1980), "fulfilled");       // its thirty years were over
    EXPECT_EQ(history.ending(anglo_japanese, 1921), "renegotiated"); // into the treaty of the four powers
    EXPECT_EQ(history.ending(nonaggression_pact, 1941), "violated");
    EXPECT_EQ(history.ending(little_entente, 1939), "state_death"); // of Czechoslovakia
    EXPECT_EQ(history.ending(france_romania, 1940), "other");       // the fall of France
    EXPECT_EQ(history.ending(warsaw_pact, 1990), "");
    // ATOP lets the Manila Pact go on between the United States and Thailand when SEATO is dissolved, ANZUS without New
    // Zealand.
    EXPECT_EQ(history.ending(manila_pact, 1977), "");
    EXPECT_EQ(history.ending(manila_pact, 2018), "");
    EXPECT_EQ(history.ending(anzus, 1986), "");
}

TEST_F(PublishedDomesticTerms, KnowRegimesAndLeaders) {
    // 1989: Poland, Hungary, Czechoslovakia, Bulgaria, Romania and East Germany.
    EXPECT_EQ(value("regime_change", warsaw_pact, 1980), 0.0);
    EXPECT_EQ(value("regime_change", warsaw_pact, 1991), 1.0);
    EXPECT_EQ(value("democracy_share", warsaw_pact, 1980), 0.0);
    EXPECT_EQ(value("same_regime", warsaw_pact, 1980), 1.0);
    EXPECT_EQ(value("democracy_share", nato, 2010), 1.0);
    // Sino-Soviet: Stalin died in 1953, Mao in 1976.
    EXPECT_EQ(value("leader_turnover", sino_soviet, 1954), 0.5);
    EXPECT_EQ(value("leader_turnover", sino_soviet, 1953), 0.0);
    EXPECT_EQ(value("leader_turnover", sino_soviet, 1977), 0.5);
    EXPECT_EQ(value("irregular_turnover", sino_soviet, 1960), 0.0);
    // ANZUS: after Archigos, by REIGN. In 2017 Trump was new and Turnbull was not; of 2016 there is nobody new.
    EXPECT_EQ(value("leader_turnover", anzus, 2018), 0.5);
    EXPECT_EQ(value("leader_turnover", anzus, 2017), 0.0);
    EXPECT_TRUE(std::isnan(value("irregular_turnover", anzus, 2018)));
    // CENTO: the coup of 1958 in Iraq.
    EXPECT_EQ(value("irregular_turnover", cento, 1959), 1.0);
}

TEST_F(PublishedDomesticTerms, KnowInstitutionsByPhase) {
    EXPECT_EQ(value("organization", nato, 1950), 1.0);
    EXPECT_EQ(value("bases", nato, 1950), 0.0);
    EXPECT_EQ(value("bases", nato, 1960), 1.0); // the phase of 1951
    EXPECT_EQ(value("integrated_command", warsaw_pact, 1960), 1.0);
    EXPECT_EQ(value("institution", warsaw_pact, 1960), 1.0);
    EXPECT_EQ(value("institution", sino_soviet, 1960), 0.25);
    EXPECT_EQ(value("fixed_term", sino_soviet, 1960), 1.0);
    EXPECT_EQ(value("fixed_term", nato, 1960), 1.0); // twenty years, then notice
    EXPECT_EQ(value("fixed_term", anzus, 1960), 0.0);
}

TEST_F(PublishedDomesticTerms, KnowAffinityAndSetting) {
    EXPECT_EQ(value("contiguous", sino_soviet, 1960), 1.0);
    EXPECT_EQ(value("contiguous", anzus, 1960), 0.0);
    EXPECT_NEAR(value("distance", sino_soviet, 1960), std::log(5790.0), 0.01); // Moscow to Peking
    EXPECT_GT(value("ideal_distance", manila_pact, 1970), value("ideal_distance", warsaw_pact, 1970));
    EXPECT_EQ(value("ideology_match", warsaw_pact, 1970), 1.0);
    EXPECT_GT(value("hegemony", warsaw_pact, 1960), 0.6);
    EXPECT_EQ(value("hegemony", little_entente, 1938), 0.0);
    EXPECT_EQ(value("war", sino_soviet, 1951), 1.0);        // Korea
    EXPECT_EQ(value("war_within", warsaw_pact, 1957), 1.0); // Hungary, 1956
    EXPECT_EQ(value("war_within", sino_soviet, 1960), 0.0);
    EXPECT_EQ(value("bipolar", warsaw_pact, 1989), 1.0);
    EXPECT_EQ(value("bipolar", warsaw_pact, 1990), 0.0);
    EXPECT_LT(value("multipolar", warsaw_pact, 1960), value("multipolar", little_entente, 1938));
}

TEST_F(PublishedDomesticTerms, StayInTheirRanges) {
    TermsOfHistory const& history = TermsOfHistory::get();
    auto const shares = {
        "regime_change",      "leader_turnover", "irregular_turnover", "democracy_share", "institution", "organization",
        "integrated_command", "bases",           "military_contact",   "conditional",     "fixed_term",  "contiguous",
        "ideology_match",     "same_regime",     "asymmetry",          "hegemony",        "wartime",     "war",
        "war_within",         "bipolar"};
    for (char const* const name : shares)
        for (double const value : history.terms().at(name).values)
            EXPECT_TRUE(std::isnan(value) || (0.0 <= value && value <= 1.0)) << name << ' ' << value;
    std::map<std::string, int> endings;
    for (std::size_t row = 0; row < history.rows().size(); ++row) {
        std::string const& word = history.terms().at("ending").words[row];
        EXPECT_EQ(word.empty(), !history.rows()[row].ends);
        if (!word.empty()) ++endings[word];
    }
    std::map<std::string, int> const expected{
        {"fulfilled", 84}, {"violated", 162}, {"renegotiated", 122}, {"state_death", 45}, {"other", 4}};
    EXPECT_EQ(endings, expected);
}

} // namespace
} // namespace casus::data::walt
