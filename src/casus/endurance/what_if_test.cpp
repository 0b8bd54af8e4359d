#include "casus/endurance/what_if.hpp"

#include "casus/base/error.hpp"
#include "casus/endurance/made_up_model.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::endurance {
namespace {

std::string refusal_of(auto const& act) {
    try {
        act();
    } catch (Error const& error) { return error.what(); }
    return "";
}

WhatIf set_to(std::string const& change) { return what_if_terms({parse_term_change(change)}); }

double after_of(std::vector<Move> const& moves, Model const& model, std::string const& term) {
    for (Move const& move : moves)
        if (model.terms[move.term].name == term) return move.after;
    return std::nan("");
}

TEST(WhatIf, TermsChangeAsWritten) {
    Model const model = made_up_model();
    Alliance const alliance = made_up_alliance();
    auto const after = [&](std::string const& change) {
        std::vector<Move> const moves = moves_of(set_to(change), model, alliance);
        return moves.empty() ? std::nan("") : moves.front().after;
    };
    EXPECT_EQ(after("regime_change=1"), 1.0);
    EXPECT_EQ(after("PACT.regime_change = 1"), 1.0);
    EXPECT_TRUE(std::isnan(after("OTHER.regime_change=1")));
    EXPECT_EQ(after("common_threat=*0.5"), 0.25);
    EXPECT_EQ(after("common_threat=+0.25"), 0.75);
    EXPECT_EQ(after("common_threat=-0.25"), 0.25);
    EXPECT_EQ(after("common_threat==-0.25"), -0.25);
    EXPECT_EQ(after("asymmetry=*0.5"), 0.35);          // not known: from the average, 0.7
    EXPECT_TRUE(std::isnan(after("threat_fallen=0"))); // it is 0 already
}

TEST(WhatIf, ChangesOfOneTermAddUp) {
    Model const model = made_up_model();
    WhatIf const both =
        what_if_terms({parse_term_change("common_threat=+0.25"), parse_term_change("common_threat=*2")});
    std::vector<Move> const moves = moves_of(both, model, made_up_alliance());
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves[0].before, 0.5);
    EXPECT_EQ(moves[0].after, 1.5);
}

TEST(WhatIf, ADeclineMovesWhatTheMembersPowerDecides) {
    Model model = made_up_model();
    for (char const* const name : {"leader_decline", "hegemony", "balance"}) {
        ModelTerm term = model.terms[4];
        term.name = name;
        term.centre = 0.1;
        model.terms.push_back(term);
    }
    Alliance alliance = made_up_alliance();
    alliance.terms.resize(model.terms.size());
    std::vector<Move> const moves = moves_of(named_what_if("leader-declines:0.5"), model, alliance);
    EXPECT_NEAR(after_of(moves, model, "leader_decline"), 1.0 - 0.9 * 0.5, 1e-12);
    // 0.2 of 0.4 becomes 0.1 of 0.3
    EXPECT_NEAR(after_of(moves, model, "asymmetry"), 0.7 + 1.0 / 3.0 - 0.5, 1e-12);
    EXPECT_NEAR(after_of(moves, model, "hegemony"), 0.1 + 1.0 / 3.0 - 0.5, 1e-12);
    EXPECT_NEAR(after_of(moves, model, "balance"), 0.1 + std::log(0.75), 1e-12);

    alliance.members[1].power.reset(); // one member's power unknown: only the decline itself
    EXPECT_EQ(moves_of(named_what_if("leader-declines"), model, alliance).size(), 1U);

    // The strongest member's share alone: 0.8 of 1 becomes 0.4 of 0.6, and no other can have more than 0.2.
    alliance.terms[4] = TermValue{0.8, 0.8, 0.8, {}};
    std::vector<Move> const by_share = moves_of(named_what_if("leader-declines:0.5"), model, alliance);
    EXPECT_NEAR(after_of(by_share, model, "asymmetry"), 0.4 / 0.6, 1e-12);
    EXPECT_NEAR(after_of(by_share, model, "balance"), 0.1 + std::log(0.6), 1e-12);
    alliance.terms[4] = TermValue{0.5, 0.5, 0.5, {}}; // 0.25 of 0.75 may be more or less than the next has
    EXPECT_TRUE(
        std::isnan(after_of(moves_of(named_what_if("leader-declines:0.5"), model, alliance), model, "asymmetry")));
    alliance.members.pop_back(); // of two, the other has the rest
    EXPECT_NEAR(after_of(moves_of(named_what_if("leader-declines:0.5"), model, alliance), model, "asymmetry"),
                0.5 / 0.75, 1e-12);
}

TEST(WhatIf, EventsTouchOnlyWhomTheyConcern) {
    Model const model = made_up_model();
    Alliance const alliance = made_up_alliance();
    EXPECT_EQ(after_of(moves_of(named_what_if("regime-change:BBB"), model, alliance), model, "regime_change"), 1.0);
    EXPECT_TRUE(moves_of(named_what_if("regime-change:ZZZ"), model, alliance).empty());
    EXPECT_EQ(after_of(moves_of(named_what_if("institution"), model, alliance), model, "institution"), 1.0);
    EXPECT_TRUE(moves_of(named_what_if("institution:0.1"), model, alliance).empty()); // it has 0.2
}

TEST(WhatIf, DifferencesArePaired) {
    Model model = made_up_model();
    for (std::size_t k = 0; k < model.size(); ++k) model.covariance[4 * model.size() + k] = 0.0; // regime_change
    CoefficientDraws const draws(model, {.draws = 400});
    Alliance const alliance = made_up_alliance();
    Outlook const base = outlook_of(model, alliance, draws);
    MovedOutlook const moved = moved_outlook(model, alliance, base, set_to("regime_change=1"), draws);
    EXPECT_GT(base.log_hazard.interval.high - base.log_hazard.interval.low, 0.3);
    EXPECT_NEAR(moved.log_hazard.value, 0.5, 1e-12);
    EXPECT_NEAR(moved.log_hazard.interval.low, 0.5, 1e-12); // what is uncertain in both falls out
    EXPECT_NEAR(moved.log_hazard.interval.high, 0.5, 1e-12);
    EXPECT_LT(moved.standing[1].interval.high, 0.0);
    EXPECT_GT(moved.hazard.interval.low, 0.0);
    EXPECT_NEAR(moved.standing[1].value, moved.outlook.standing[1].value - base.standing[1].value, 1e-15);
}

TEST(WhatIf, ARangeMovesAlongOrGoes) {
    Model model = made_up_model();
    model.covariance.assign(model.covariance.size(), 0.0);
    CoefficientDraws const draws(model, {.draws = 400});
    Alliance alliance = made_up_alliance();
    alliance.terms[0] = TermValue{0.5, 0.3, 0.7, {}};
    Outlook const base = outlook_of(model, alliance, draws);
    MovedOutlook const added = moved_outlook(model, alliance, base, set_to("common_threat=+0.1"), draws);
    EXPECT_NEAR(added.log_hazard.interval.low, -0.08, 1e-12);
    EXPECT_NEAR(added.log_hazard.interval.high, -0.08, 1e-12);
    MovedOutlook const certain = moved_outlook(model, alliance, base, set_to("common_threat=0.6"), draws);
    EXPECT_EQ(certain.outlook.terms[0].interval.low, certain.outlook.terms[0].interval.high);
}

TEST(WhatIf, WhatCannotBeIsRefused) {
    Model const model = made_up_model();
    std::vector<Alliance> const alliances{made_up_alliance()};
    auto const of = [&](WhatIf const& what_if) { return refusal_of([&] { check(what_if, model, alliances); }); };
    EXPECT_EQ(of(set_to("regime_chnage=1")),
              "unknown term 'regime_chnage'; expected a term of the model: common_threat, threat_fallen, "
              "regime_change, institution, asymmetry; did you mean 'regime_change'?");
    EXPECT_EQ(of(set_to("PACTS.regime_change=1")), "unknown alliance 'PACTS'; expected the code of an alliance of the "
                                                   "answer; did you mean 'PACT'?");
    EXPECT_EQ(of(named_what_if("regime-change:AAB")),
              "a member of none of the alliances 'AAB'; expected the code of a member; did you mean 'AAA'?");
    EXPECT_EQ(of(named_what_if("regime-change:AAA")), "");
    Model none = constant_model(-3.0);
    EXPECT_EQ(refusal_of([&] { check(named_what_if("institution"), none, alliances); }),
              "the model has no term that this moves 'institution'; expected a model with institution");
    EXPECT_EQ(
        refusal_of([] { (void)parse_term_change("regime_change"); }),
        "not a change of a term 'regime_change'; expected TERM=VALUE or ALLIANCE.TERM=VALUE, the value a number, or "
        "a relative one as *0.8, +0.1 or -0.1");
    for (char const* const wrong : {"=1", ".a=1", "a=", "a=b", "a=*", "a=inf", "A.=1"})
        EXPECT_NE(refusal_of([&] { (void)parse_term_change(wrong); }), "") << wrong;
    EXPECT_EQ(refusal_of([] { (void)named_what_if("leader-decline"); }),
              "unknown what-if 'leader-decline'; expected regime-change:MEMBER, leader-declines[:SHARE] or "
              "institution[:LEVEL]; did you mean 'leader-declines'?");
    EXPECT_NE(refusal_of([] { (void)named_what_if("regime-change"); }), "");
    for (char const* const wrong : {"leader-declines:1", "leader-declines:0", "leader-declines:x", "institution:1.1"})
        EXPECT_NE(refusal_of([&] { (void)named_what_if(wrong); }), "") << wrong;
}

} // namespace
} // namespace casus::endurance
