#include "casus/estimate/cox.hpp"

#include "casus/estimate/cholesky.hpp"
#include "casus/estimate/cox_residuals.hpp"
#include "casus/estimate/sandwich.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace casus::estimate {
namespace {

constexpr int most_cox_iterations = 60;
constexpr double enough = 1e-16;         ///< Newton's decrement: twice what is left to gain in log-likelihood
constexpr double nothing_to_gain = 1e-8; ///< a long step that gains less has no end
constexpr double endless_step = 0.2;     ///< of the linear predictor

/// What the columns at β = 0 say of themselves: some may be constant among those at risk, or explained by others.
void drop_what_cannot_be_estimated(CoxModel& model, CoxSums& sums, CoxFit& out) {
    std::size_t const p = model.columns();
    std::vector<double> information = sums.information;
    std::vector<bool> dropped(p);
    double events = 0.0;
    for (double const expected : sums.expected) events += expected;
    for (std::size_t c = 0; c < p; ++c) {
        bool const constant = !(information[c * p + c] > 1e-10 * events);
        if (!constant) continue;
        dropped[c] = true;
        for (std::size_t d = 0; d < p; ++d) information[c * p + d] = information[d * p + c] = 0.0;
        out.fit.notes.push_back({fmt::format("{} is constant among those at risk: dropped", model.names()[c]),
                                 fmt::format("{} 在风险集内为常数，已略去", model.names()[c])});
    }
    Cholesky factor(p);
    factor.factor(information, 1e-9);
    for (std::size_t c = 0; c < p; ++c) {
        if (dropped[c] || factor.has_pivot(c)) continue;
        dropped[c] = true;
        out.fit.notes.push_back({fmt::format("{} is a combination of the columns before it: dropped", model.names()[c]),
                                 fmt::format("{} 是前面各列的线性组合，已略去", model.names()[c])});
    }
    for (std::size_t c = 0; c < p; ++c)
        if (!dropped[c]) out.kept.push_back(c);
    if (out.kept.size() == p) return;
    model.drop(dropped);
    sums = model.sums();
}

void note_data(Spells const& spells, CoxFit& out) {
    auto const& sets = out.model.sets();
    std::vector<std::size_t> events(spells.stratum_count());
    for (auto const& time : sets.times) events[time.stratum] += time.last_event - time.first_event;
    auto const empty = static_cast<std::size_t>(std::count(events.begin(), events.end(), std::size_t{0}));
    if (empty > 0)
        out.fit.notes.push_back(
            {fmt::format("strata without events, which say nothing: {} of {}", empty, events.size()),
             fmt::format("没有事件、不提供信息的层：{} / {}", empty, events.size())});
    if (events.size() == 1 && sets.times.size() == 1)
        out.fit.notes.push_back({fmt::format("all events fall at one time, {}", sets.times.front().time),
                                 fmt::format("所有事件都发生在同一时间 {}", sets.times.front().time)});
}

void note_endless(CoxFit& out, CoxMaximum const& maximum) {
    for (std::size_t c = 0; c < maximum.endless.size(); ++c)
        if (maximum.endless[c])
            out.fit.notes.push_back(
                {fmt::format(
                     "the likelihood rises without end as the coefficient of {} grows (separation): its estimate "
                     "and error mean nothing",
                     out.model.names()[c]),
                 fmt::format("{} 的系数增大时似然无限上升（完全分离）：其估计值和标准误没有意义",
                             out.model.names()[c])});
    if (!maximum.converged && std::none_of(maximum.endless.begin(), maximum.endless.end(), [](bool e) { return e; }))
        out.fit.notes.push_back({fmt::format("no maximum after {} iterations", maximum.iterations),
                                 fmt::format("迭代 {} 次后仍未收敛", maximum.iterations)});
}

/// Dᵀ D over clusters, D = what each adds to β.
std::vector<double> robust_covariance(CoxFit const& out) {
    std::size_t const p = out.beta.size();
    auto const shifts = dfbeta(out);
    ClusterScores sums(out.model.cluster_count(), p);
    for (std::size_t i = 0; i < out.model.rows(); ++i) {
        auto const sum = sums.of(out.model.clusters()[i]);
        for (std::size_t c = 0; c < p; ++c) sum[c] += shifts[out.model.sets().row[i] * p + c];
    }
    std::vector<double> unit(p * p);
    for (std::size_t c = 0; c < p; ++c) unit[c * p + c] = 1.0;
    return sums.covariance(unit, 1.0);
}

void fill_terms(CoxFit& out) {
    CoxModel const& model = out.model;
    std::size_t const p = out.beta.size();
    std::vector<double> estimates(p);
    std::vector<double> covariance(p * p);
    for (std::size_t a = 0; a < p; ++a) {
        estimates[a] = out.beta[a] / model.scale(a);
        for (std::size_t b = 0; b < p; ++b)
            covariance[a * p + b] = out.inverse[a * p + b] / (model.scale(a) * model.scale(b));
    }
    out.fit.clusters = model.cluster_count();
    std::vector<double> robust;
    if (out.fit.clusters == 1) out.fit.notes.push_back(one_cluster());
    if (out.fit.clusters > 1) robust = robust_covariance(out);
    fill_terms(out.fit, model.names(), estimates, std::move(covariance), std::move(robust), 0.0);
}

ChiSquare wald_test(Fit const& fit) {
    std::vector<double> estimates;
    for (Term const& term : fit.terms) estimates.push_back(term.estimate);
    Cholesky factor(estimates.size());
    factor.factor(fit.covariance);
    return chi_square(quadratic_form(factor, estimates), estimates.size());
}

void refuse_nothing(Spells const& spells, CoxFit const& out) {
    if (!out.kept.empty()) return;
    std::vector<Problem> problems{
        {.place = {.file = spells.place(0).file}, .what = {"no coefficient can be estimated", "没有可以估计的系数"}}};
    for (Text const& note : out.fit.notes) problems.push_back({.place = problems.front().place, .what = note});
    throw Error(std::move(problems));
}

} // namespace

CoxMaximum maximise(CoxModel const& model, std::span<double const> weights, std::span<double const> copies,
                    CoxSums& sums, std::vector<double>& beta) {
    std::size_t const p = beta.size();
    CoxMaximum out{.endless = std::vector<bool>(p)};
    Cholesky factor(p);
    std::vector<double> step(p);
    std::vector<double> trial(p);
    for (out.iterations = 1; out.iterations <= most_cox_iterations; ++out.iterations) {
        double const reached = sums.log_likelihood;
        factor.factor(sums.information);
        step = sums.score;
        factor.solve(step);
        double decrement = 0.0;
        for (std::size_t c = 0; c < p; ++c) decrement += step[c] * sums.score[c];
        if (decrement < nothing_to_gain * std::max(1.0, std::abs(reached) * 1e-3)) {
            for (std::size_t c = 0; c < p; ++c)
                out.endless[c] = std::abs(step[c]) * model.range(c) > endless_step || !factor.has_pivot(c);
            if (std::count(out.endless.begin(), out.endless.end(), true) > 0) return out;
        }
        for (int halvings = 0; halvings < 30; ++halvings) {
            for (std::size_t c = 0; c < p; ++c) trial[c] = beta[c] + step[c];
            model.evaluate(trial, weights, copies, sums);
            // What rounding takes away is no loss.
            if (sums.log_likelihood >= reached - 1e-9 * (1.0 + std::abs(reached))) break;
            for (double& part : step) part *= 0.5;
        }
        beta = trial;
        if (decrement < enough * (1.0 + std::abs(reached))) {
            out.converged = true;
            return out;
        }
    }
    out.iterations = most_cox_iterations;
    return out;
}

CoxFit cox(Spells const& spells, Design const& design, Ties ties, Options const& options) {
    CoxFit out{.model = CoxModel(spells, design, ties, options)};
    CoxModel& model = out.model;
    out.fit.model = "cox";
    out.fit.rows = model.rows();
    out.fit.events = model.events();
    note_data(spells, out);
    out.sums = model.sums();
    std::vector<double> const zero(model.columns());
    model.evaluate(zero, out.sums);
    out.fit.log_likelihood_null = out.sums.log_likelihood;
    drop_what_cannot_be_estimated(model, out.sums, out);
    refuse_nothing(spells, out);
    std::size_t const p = model.columns();
    out.beta.assign(p, 0.0);
    if (p < zero.size()) model.evaluate(out.beta, out.sums);
    Cholesky factor(p);
    factor.factor(out.sums.information);
    out.score = chi_square(quadratic_form(factor, out.sums.score), p);

    CoxMaximum const maximum = maximise(model, model.weights(), {}, out.sums, out.beta);
    note_endless(out, maximum);
    out.fit.iterations = maximum.iterations;
    out.fit.converged = maximum.converged;
    out.fit.log_likelihood = out.sums.log_likelihood;
    out.likelihood_ratio = chi_square(2.0 * (out.fit.log_likelihood - out.fit.log_likelihood_null), p);
    out.inverse.resize(p * p);
    factor.factor(out.sums.information);
    factor.inverse(out.inverse);
    fill_terms(out);
    out.wald = wald_test(out.fit);
    return out;
}

} // namespace casus::estimate
