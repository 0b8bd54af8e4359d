#include "casus/estimate/formula.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/made_up.hpp"
#include "casus/estimate/model_data.hpp"

#include <gmock/gmock.h>

namespace casus::estimate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Terms as words, the intercept first where there is one.
std::vector<std::string> terms(std::string const& text) {
    Formula const formula = read_formula(text);
    std::vector<std::string> names;
    if (formula.intercept) names.emplace_back("1");
    for (ModelTerm const& term : formula.terms) {
        std::string name;
        for (Factor const& factor : term) name += (name.empty() ? "" : ":") + factor.text;
        names.push_back(std::move(name));
    }
    return names;
}

template <class Act> std::string complaint(Act const& act) {
    try {
        act();
    } catch (Error const& error) { return error.what(); }
    return {};
}

Frame frame_of(MadeUp const& made) {
    Frame frame{.name = "made.csv", .rows = made.x1.size()};
    frame.variables = {
        {.name = "x1", .numbers = made.x1}, {.name = "x2", .numbers = made.x2}, {.name = "y", .numbers = made.y}};
    Variable region{.name = "region", .dictionary = {"North", "East", "South"}};
    Variable group{.name = "g"};
    for (std::uint32_t const g : made.g) {
        region.words.push_back(static_cast<std::int32_t>(g % 3));
        group.numbers.push_back(g % 4);
    }
    frame.variables.push_back(region);
    frame.variables.push_back(group);
    for (Variable const& variable : frame.variables) frame.names.push_back(variable.name);
    return frame;
}

TEST(Formula, ExpandsTermsAsRDoes) {
    EXPECT_THAT(terms("y ~ a + b"), ElementsAre("1", "a", "b"));
    EXPECT_THAT(terms("y ~ a:b + a + b - 1"), ElementsAre("a", "b", "a:b"));
    EXPECT_THAT(terms("y ~ a*b*c"), ElementsAre("1", "a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"));
    EXPECT_THAT(terms("y ~ (a + b):c"), ElementsAre("1", "a:c", "b:c"));
    EXPECT_THAT(terms("y ~ a*b - a:b + b:a:a"), ElementsAre("1", "a", "b", "b:a"));
    EXPECT_THAT(terms("y ~ 0 + a"), ElementsAre("a"));
    EXPECT_THAT(terms("y ~ 1"), ElementsAre("1"));
    EXPECT_THAT(terms("y ~ a - 0"), ElementsAre("1", "a"));
    EXPECT_THAT(terms("log(y) ~ log(x3) + I(x^2 - 1) + `odd name`"),
                ElementsAre("1", "log(x3)", "I(x^2 - 1)", "odd name"));
    EXPECT_EQ(read_formula("time, event ~ a").responses.size(), 2u);
}

TEST(Formula, SaysWhereItBreaks) {
    auto const says = [](std::string const& text) { return complaint([&] { (void)read_formula(text); }); };
    EXPECT_EQ(says("y x"), "'y x':1:3: the outcome ends here without ~ 'x'; expected ~ and covariates");
    EXPECT_THAT(says("y ~ a +"), HasSubstr(":1:8: a covariate is missing here"));
    EXPECT_THAT(says("y ~ lg(a)"), HasSubstr(":1:5: unknown function 'lg'"));
    EXPECT_THAT(says("y ~ lg(a)"), HasSubstr("did you mean 'log'?"));
    EXPECT_THAT(says("factor(y) ~ a"), HasSubstr(":1:1: this stands among the covariates only"));
    EXPECT_THAT(says("y ~ log(poly(a, 2))"), AllOf(HasSubstr(":1:9:"), Not(HasSubstr("did you mean"))));
    EXPECT_THAT(says("y ~ a*b*c*d*e*f*g*h*i*j*k*l*m*n*o*p"), HasSubstr("the products make too many terms"));
    EXPECT_THAT(says("y ~ a^2"), HasSubstr(":1:6: a power outside I()"));
    EXPECT_THAT(says("y ~ log(a"), HasSubstr(":1:10: the formula cannot be read here"));
    EXPECT_THAT(says("y ~ 2 + a"), HasSubstr(":1:5: a number among the covariates '2'"));
    EXPECT_THAT(says("y ~ ns(a, 0)"), HasSubstr("bad number of columns of a curve"));
    EXPECT_THAT(says("y ~ a & b"), HasSubstr(":1:7: no such sign in formulas '&'"));
    EXPECT_THAT(says("y ~ `a"), HasSubstr(":1:5: a backtick is not closed"));
    EXPECT_THAT(says("战争 ~ 国力 & b"), HasSubstr(":1:9: no such sign in formulas '&'"));
    EXPECT_THAT(says("战争 ~ 国力 + lg(a)"), HasSubstr(":1:11: unknown function 'lg'"));
    EXPECT_THAT(says("y ~ " + std::string(1000, '(') + "a"), HasSubstr("too many brackets"));
    EXPECT_THAT(says("y ~ I(" + std::string(1000, '-') + "a)"), HasSubstr("too many brackets"));
    EXPECT_THAT(says(std::string(30000, 'y')), HasSubstr("the formula is too long"));
}

TEST(ModelData, AgreesWithModelMatrix) {
    if (!has_r("splines")) GTEST_SKIP() << "no R";
    MadeUp const made(120);
    Frame const frame = frame_of(made);
    for (std::string const right :
         {"x1 * region + log(x2 + 1)", "factor(g):region - 1", "x1:region", "0 + region + factor(g)",
          "x1 + x1:region + poly(x2, 3)", "splines::ns(x1, 4) + I(x2^2 / 2)", "splines::ns(x1, 1) + region:x1:x2"}) {
        Said const r = in_r(made.csv(), "d$region <- c('North', 'East', 'South')[d$g %% 3 + 1]; d$g <- d$g %% 4\n"
                                        "x <- model.matrix(~ " +
                                            right + ", d); say('columns', ncol(x)); say('x', c(x))");
        std::string text = "y ~ " + right;
        for (auto at = text.find("splines::"); at != std::string::npos; at = text.find("splines::")) text.erase(at, 9);
        ModelData const data = model_data(read_formula(text), frame, {});
        ASSERT_EQ(static_cast<double>(data.design.columns()), r.at("columns")[0]) << right;
        for (std::size_t i = 0; i < data.design.values.size(); ++i)
            ASSERT_NEAR(data.design.values[i], r.at("x")[i], 1e-9) << right << " " << i;
    }
}

TEST(ModelData, CodesFactorsBesideTheirFirstLevel) {
    Frame const frame = frame_of(MadeUp(60));
    ModelData const data = model_data(read_formula("y ~ region + factor(g)"), frame, {});
    EXPECT_THAT(data.design.names,
                ElementsAre("(Intercept)", "regionNorth", "regionSouth", "factor(g)1", "factor(g)2", "factor(g)3"));
    EXPECT_EQ(data.notes.at(0).en, "region: levels beside \"East\"");
}

TEST(ModelData, DropsIncompleteRowsAndCountsThem) {
    Frame frame = frame_of(MadeUp(60));
    frame.variables[0].numbers[4] = none;
    frame.variables[3].words[7] = -1;
    frame.variables[1].numbers[9] = none; // x2: not in the formula
    ModelData const data = model_data(read_formula("y ~ x1 + region"), frame, {});
    EXPECT_EQ(data.design.rows, 58u);
    EXPECT_EQ(data.rows[4], 5u);
    EXPECT_EQ(data.notes.at(0).en, "2 of 60 rows left out for missing values (x1 1, region 1)");
    EXPECT_EQ(model_data(read_formula("y ~ x1 + region"), frame, {"x2"}).design.rows, 57u);
    EXPECT_THAT(complaint([&] { (void)model_data(read_formula("y ~ x1"), frame, {}, Missing::Refuse); }),
                HasSubstr("a value is missing in row 5 of column 'x1'"));
}

TEST(ModelData, RefusesWhatTheColumnsCannotGive) {
    Frame frame = frame_of(MadeUp(60));
    auto const says = [&](std::string const& text) {
        return complaint([&] { (void)model_data(read_formula(text), frame, {}); });
    };
    EXPECT_THAT(says("y ~ x1 + regoin"), HasSubstr("'y ~ x1 + regoin':1:10: no such column in made.csv 'regoin'"));
    EXPECT_THAT(says("y ~ x1 + regoin"), HasSubstr("did you mean 'region'?"));
    EXPECT_THAT(says("y ~ log(region)"), HasSubstr("words where numbers are needed 'region'"));
    EXPECT_THAT(says("y ~ log(x1 - 2)"), HasSubstr("no finite number in row 1 of made.csv"));
    EXPECT_THAT(says("y ~ poly(g, 5)"), HasSubstr("too few different values for this curve"));
    EXPECT_THAT(says("y ~ I(x1 * 1e160)"), HasSubstr("the numbers of I(x1 * 1e160) reach"));
    EXPECT_THAT(says("I(y * 1e-200) ~ x1"), HasSubstr("the numbers of the outcome reach"));
    frame.variables[0].numbers.assign(60, none);
    EXPECT_THAT(says("y ~ x1"), HasSubstr("no row has values in all columns"));
}

} // namespace
} // namespace casus::estimate
