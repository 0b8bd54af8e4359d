#include "casus/estimate/cox.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/made_up_spells.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace casus::estimate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> notes(CoxFit const& fit) {
    std::vector<std::string> out;
    for (Text const& note : fit.fit.notes) out.push_back(note.en);
    return out;
}

std::string refusal(Spells const& spells, Design const& design, Options const& options = {}) {
    try {
        (void)cox(spells, design, Ties::Efron, options);
    } catch (Error const& error) { return error.what(); }
    return "no error";
}

Design one_column(std::vector<double> const& x) {
    Design design{.rows = x.size(), .names = {}, .values = {}};
    design.add("x", x);
    return design;
}

TEST(CoxBadData, DropsConstantAndCollinearColumnsAndSaysSo) {
    MadeUpSpells const made(200);
    Design design{.rows = 200, .names = {}, .values = {}};
    std::vector<double> sum(200);
    for (std::size_t i = 0; i < 200; ++i) sum[i] = 3.0 * made.x1[i] - made.x2[i] + 1.0;
    design.add("flat", std::vector<double>(200, 7.0));
    design.add("x1", made.x1);
    design.add("x2", made.x2);
    design.add("sum", sum);
    design.add("x3", made.x3);
    CoxFit const fit = cox(made.spells(), design);
    EXPECT_THAT(notes(fit), ElementsAre("flat is constant among those at risk: dropped",
                                        "sum is a combination of the columns before it: dropped"));
    EXPECT_THAT(fit.kept, ElementsAre(1u, 2u, 4u));
    expect_relative(estimates(fit.fit), estimates(cox(made.spells(), made.design()).fit), "coefficients", 1e-10);
}

TEST(CoxBadData, DropsAColumnThatIsConstantWithinStrata) {
    MadeUpSpells const made(200);
    Design design = made.design();
    design.add("stratum", std::vector<double>(made.s.begin(), made.s.end()));
    Spells spells = made.spells();
    spells.strata = made.s;
    CoxFit const fit = cox(spells, design);
    EXPECT_THAT(notes(fit), ElementsAre("stratum is constant among those at risk: dropped"));
}

TEST(CoxBadData, SaysThatTheLikelihoodHasNoMaximum) {
    MadeUpSpells const made(200);
    std::vector<std::uint8_t> event = made.event;
    for (std::size_t i = 0; i < 200; ++i)
        if (made.x2[i] == 0.0) event[i] = 0; // only those with x2 = 1 end
    CoxFit const fit = cox({.stop = made.stop, .event = event}, made.design());
    EXPECT_FALSE(fit.fit.converged);
    EXPECT_THAT(notes(fit), ElementsAre("the likelihood rises without end as the coefficient of x2 grows (separation): "
                                        "its estimate and error mean nothing"));
    for (Term const& term : fit.fit.terms)
        EXPECT_TRUE(std::isfinite(term.estimate) && std::isfinite(term.se) && std::isfinite(term.p)) << term.name;
}

TEST(CoxBadData, NotesStrataWithoutEventsAndEventsAtOneTime) {
    std::vector<double> const stop{1, 2, 3, 4, 5, 6};
    std::vector<std::uint8_t> event{1, 1, 1, 1, 0, 0};
    std::vector<std::uint32_t> const strata{0, 0, 0, 0, 1, 1};
    Design const design = one_column({1, 0, 2, 1, 5, 6});
    EXPECT_THAT(notes(cox({.stop = stop, .event = event, .strata = strata}, design)),
                ElementsAre("strata without events, which say nothing: 1 of 2"));
    std::vector<double> const together{4, 4, 7, 7, 7, 7};
    event = {1, 1, 0, 0, 0, 0};
    EXPECT_THAT(notes(cox({.stop = together, .event = event}, one_column({1, 0, 2, 1, 0, 1}))),
                ElementsAre("all events fall at one time, 4"));
}

TEST(CoxBadData, RefusesWhatSaysNothing) {
    // All end at one time and nobody is left: with Breslow's or Efron's ties a column still moves the sums, one that is
    // the same for all does not.
    std::vector<double> const stop{3, 3, 3};
    std::vector<std::uint8_t> const event{1, 1, 1};
    EXPECT_EQ(refusal({.stop = stop, .event = event, .file = "a.csv"}, one_column({2, 2, 2})),
              "a.csv: no coefficient can be estimated\n"
              "a.csv: all events fall at one time, 3\n"
              "a.csv: x is constant among those at risk: dropped");
    std::vector<std::uint8_t> const never{0, 0, 0};
    EXPECT_EQ(refusal({.stop = stop, .event = never, .file = "a.csv"}, one_column({1, 2, 3})),
              "a.csv: no event in 3 rows; expected at least one spell that ends with an event");
}

TEST(CoxBadData, NamesThePlaceOfEveryBadRow) {
    double const missing = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> const start{0, 5, 2, 0, 0};
    std::vector<double> const stop{1, 2, 2, missing, 3};
    std::vector<std::uint8_t> const event{1, 1, 1, 1, 1};
    std::vector<int> const lines{2, 3, 5, 6, 9};
    Spells spells{.start = start, .stop = stop, .event = event, .file = "a.csv", .lines = lines};
    EXPECT_EQ(refusal(spells, one_column({1, 2, 3, 4, 5})),
              "a.csv:3: the spell ends before it begins '2'; expected a time after 5\n"
              "a.csv:5: the spell has no length '2'; expected a time after 2\n"
              "a.csv:6: the time at which the spell ends is missing 'nan'; expected a number");
    std::vector<double> const good{1, 6, 4, 2, 3};
    spells.stop = good;
    EXPECT_EQ(refusal(spells, one_column({1, 2, missing, 4, 5})), "a.csv:5: x is missing 'nan'; expected a number");
    std::vector<double> const weights{1, 1, 1, 1, -2};
    EXPECT_EQ(refusal(spells, one_column({1, 2, 3, 4, 5}), {.weights = weights}),
              "a.csv:9: not a weight '-2'; expected a number from 0");
    std::vector<double> const offset{1, missing, 1, 1, 1};
    EXPECT_THAT(refusal(spells, one_column({1, 2, 3, 4, 5}), {.offset = offset}),
                HasSubstr("a.csv:3: the offset is missing"));
}

} // namespace
} // namespace casus::estimate
