#include "casus/fit/endurance_fit.hpp"

#include "casus/base/error.hpp"
#include "casus/endurance/model_file/model_file.hpp"
#include "casus/estimate/agreement.hpp"
#include "casus/estimate/logit.hpp"
#include "casus/fit/made_up_alliances.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace casus::fit {
namespace {

estimate::Term const& term_of(estimate::Fit const& fit, std::string const& name) {
    return *std::ranges::find(fit.terms, name, &estimate::Term::name);
}

TEST(EnduranceFit, FindsWhatMovesMadeUpAlliances) {
    MadeUpAlliances const made = made_up_alliances();
    EnduranceFit const fit = fit_endurance(made.rows, 1850, 2000);
    endurance::Model const model = model_of(made.rows, fit, "made-up");
    std::vector<double> const truth{-1.2, 0.9, 0.0};
    ASSERT_EQ(model.terms.size(), 3U);
    for (std::size_t t = 0; t < 3; ++t) {
        EXPECT_GT(model.terms[t].se, 0.0);
        EXPECT_NEAR(model.terms[t].estimate, truth[t], 3.0 * model.terms[t].se) << model.terms[t].name;
    }
    EXPECT_GT(std::abs(model.terms[1].estimate), 4.0 * model.terms[1].se);
    // Cox's model has the same proportional hazards.
    double const sd = model.terms[1].sd;
    EXPECT_NEAR(term_of(fit.cox, "regime_change").estimate / sd, 0.9, 3.0 * model.terms[1].se);
    EXPECT_GT(fit.cox_concordance, 0.55);
    EXPECT_EQ(fit.left_out, 0U);
}

TEST(EnduranceFit, IsTheRegressionOnColumnsAsTheyAre) {
    MadeUpAlliances const made = made_up_alliances();
    EnduranceRows const& rows = made.rows;
    EnduranceFit const fit = fit_endurance(rows, 1850, 2000);
    endurance::Model const model = model_of(rows, fit, "made-up");
    estimate::Design design;
    design.rows = rows.size();
    std::vector<std::vector<double>> ages(3);
    for (int const age : rows.age)
        for (std::size_t a = 0; a < 3; ++a) ages[a].push_back(std::pow(std::log1p(age), static_cast<double>(a)));
    for (std::size_t a = 0; a < 3; ++a) design.add(fmt::format("age{}", a), ages[a]);
    for (std::size_t t = 0; t < 3; ++t) {
        std::vector<double> centred = rows.values[t];
        for (double& value : centred) value -= model.terms[t].centre;
        design.add(rows.terms[t].name, centred);
    }
    estimate::Options options;
    options.clusters = rows.alliance;
    estimate::Fit const direct = estimate::cloglog(design, ends_of(rows, {}), options);
    estimate::expect_relative(model.estimates(), estimate::estimates(direct), "estimates");
    std::vector<double> errors;
    for (endurance::AgeTerm const& age : model.age) errors.push_back(age.se);
    for (endurance::ModelTerm const& term : model.terms) errors.push_back(term.se);
    estimate::expect_relative(errors, estimate::robust_errors(direct), "errors");
    estimate::expect_relative(model.covariance, direct.covariance, "covariance", 1e-5);
}

TEST(EnduranceFit, WritesTheModelThatTheLensReads) {
    MadeUpAlliances const made = made_up_alliances();
    EnduranceFit const fit = fit_endurance(made.rows, 1850, 2000);
    std::filesystem::path const path =
        std::filesystem::temp_directory_path() / fmt::format("casus-endurance-fit-{}.toml", getpid());
    std::ofstream(path) << endurance::model_text(model_of(made.rows, fit, "made-up"), "made up");
    endurance::Model const read = endurance::read_model(path).model;
    std::filesystem::remove(path);
    ASSERT_EQ(read.terms.size(), 3U);
    EXPECT_EQ(read.terms[0].expected, -1);
    EXPECT_EQ(read.fitted_on.events, fit.hazard.fit.events);
    for (std::size_t const row : {std::size_t{0}, std::size_t{100}, made.rows.size() - 1}) {
        double eta = 0.0;
        for (endurance::AgeTerm const& age : read.age)
            eta += age.estimate * endurance::value_at(age.function, made.rows.age[row]);
        for (std::size_t t = 0; t < 3; ++t)
            eta += read.terms[t].estimate * (made.rows.values[t][row] - read.terms[t].centre);
        EXPECT_NEAR(fit.hazard.chance(fit.covariates, row, made.rows.age[row]), -std::expm1(-std::exp(eta)), 1e-12);
    }
}

TEST(EnduranceFit, LeavesOutRowsThatLackATermAndTermsThatCoverTooLittle) {
    MadeUpAlliances made = made_up_alliances();
    for (std::size_t row = 0; row < made.rows.size(); row += 10) made.rows.values[0][row] = std::nan("");
    EXPECT_EQ(fit_endurance(made.rows, 1850, 2000).left_out, (made.rows.size() + 9) / 10);
    for (std::size_t row = 0; row < made.rows.size(); row += 4) made.rows.values[0][row] = std::nan("");
    made.rows.since[1] = 1850 + reach + 1;
    EXPECT_EQ(covered_terms(made.rows, rows_between(made.rows, 1850, 2000)), (std::vector<std::size_t>{2}));
    EXPECT_EQ(covered_terms(made.rows, rows_between(made.rows, 1900, 2000)), (std::vector<std::size_t>{1, 2}));
}

TEST(EnduranceFit, CountsTheEndsThatAreAskedFor) {
    MadeUpAlliances const made = made_up_alliances();
    EnduranceFit const any = fit_endurance(made.rows, 1850, 2000);
    EnduranceFit const violated = fit_endurance(made.rows, 1850, 2000, {{Ending::Violated}});
    auto const count = [&](Ending ending) {
        return static_cast<std::size_t>(std::ranges::count(made.rows.ending, ending));
    };
    EXPECT_EQ(violated.hazard.fit.events, count(Ending::Violated));
    EXPECT_EQ(any.hazard.fit.events, count(Ending::Violated) + count(Ending::Fulfilled));
    std::vector<CauseFit> const causes = fit_by_cause(made.rows, any);
    ASSERT_EQ(causes.size(), 2U); // nobody died
    EXPECT_EQ(causes[0].fit.events, violated.hazard.fit.events);
    estimate::expect_relative(
        term_of(causes[0].fit, "regime_change").estimate,
        term_of(violated.cox, "regime_change").estimate * any.hazard.sd[1] / violated.hazard.sd[1], "violated", 1e-5);
}

TEST(EnduranceFit, LeavesOutFlagsThatTellTheOutcomeExactly) {
    MadeUpAlliances made = made_up_alliances();
    for (std::size_t row = 0; row < made.rows.size(); ++row) made.rows.values[1][row] = made.rows.ends(row) ? 1.0 : 0.0;
    EnduranceFit const fit = fit_endurance(made.rows, 1850, 2000);
    EXPECT_EQ(fit.hazard.column, (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(fit.hazard.fit.notes.front().en, "regime_change left out: it tells an outcome exactly");
}

TEST(EnduranceFit, KeepsTheTermsThatAreNamed) {
    MadeUpAlliances made = made_up_alliances();
    keep_terms(made.rows, {"regime_change"});
    EnduranceFit const fit = fit_endurance(made.rows, 1850, 2000);
    EXPECT_EQ(fit.covariates.names, (std::vector<std::string>{"regime_change"}));
    try {
        keep_terms(made.rows, {"regime_chang"});
        FAIL();
    } catch (Error const& error) { EXPECT_EQ(error.problems().front().nearest, "regime_change"); }
}

TEST(EnduranceFit, RefusesYearsWithoutAlliances) {
    MadeUpAlliances const made = made_up_alliances();
    EXPECT_THROW((void)fit_endurance(made.rows, 1820, 1840), Error);
}

/// Alliance 0 of members 1 and 2 from 1900 to 1905; 1 of 1 and 3 from 1900, ends 1903; 2 of 2 and 3 from 1900 to 1912.
TEST(EnduranceRows, ExitRatesAreThoseOfTheMembersOtherAlliances) {
    EnduranceRows rows;
    MembersOfRows members;
    auto const add = [&](std::uint32_t alliance, int first, int last, bool ends, std::vector<int> const& states) {
        rows.id.push_back(static_cast<int>(alliance));
        for (int year = first; year <= last; ++year) {
            rows.alliance.push_back(alliance);
            rows.year.push_back(year);
            rows.ending.push_back(ends && year == last ? Ending::Other : Ending::None);
            members.push_back(states);
        }
    };
    add(0, 1900, 1905, true, {1, 2});
    add(1, 1900, 1903, true, {1, 3});
    add(2, 1900, 1915, false, {2, 3});
    std::vector<double> const rates = member_exit_rates(rows, members);
    auto const at = [&](std::uint32_t alliance, int year) {
        for (std::size_t row = 0; row < rows.size(); ++row)
            if (rows.alliance[row] == alliance && rows.year[row] == year) return rates[row];
        return -1.0;
    };
    EXPECT_EQ(at(0, 1900), 0.0); // nobody had any
    EXPECT_EQ(at(0, 1903), 0.0); // the end of 1903 is not known yet
    EXPECT_EQ(at(0, 1904), 0.5); // member 1 had alliance 1, ended; member 2 had alliance 2, not
    EXPECT_EQ(at(2, 1907), 1.0); // 2 had alliance 0, ended; 3 had alliance 1, ended
    EXPECT_EQ(at(2, 1914), 1.0); // member 3 had none any more
    rows.ending[5] = Ending::None;
    EXPECT_EQ(member_exit_rates(rows, members)[4], 0.5); // what comes after 1904 is nothing to 1904
}

} // namespace
} // namespace casus::fit
