#include "casus/estimate/parametric_survival.hpp"

#include "casus/estimate/cholesky.hpp"
#include "casus/estimate/sandwich.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace casus::estimate {
namespace {

constexpr int most_parametric_iterations = 100;
constexpr double enough = 1e-18;
constexpr double nothing_to_gain = 1e-8;
constexpr double endless_step = 0.05; ///< of the linear predictor; of a log-normal without events it falls as 1/z

struct Data {
    Spells const& spells;
    Design const& design;
    Lifetime lifetime;
    Options const& options;
    std::vector<std::size_t> columns; ///< those kept

    [[nodiscard]] std::size_t parameters() const { return columns.size() + (has_shape(lifetime) ? 1 : 0); }
    [[nodiscard]] double weight(std::size_t row) const { return options.weights.empty() ? 1.0 : options.weights[row]; }
    [[nodiscard]] double offset(std::size_t row) const { return options.offset.empty() ? 0.0 : options.offset[row]; }
    [[nodiscard]] double eta(std::vector<double> const& theta, std::size_t row) const {
        double sum = 0.0;
        for (std::size_t c = 0; c < columns.size(); ++c) sum += theta[c] * design.column(columns[c])[row];
        return sum;
    }
    [[nodiscard]] double shape(std::vector<double> const& theta) const {
        return has_shape(lifetime) ? theta.back() : 0.0;
    }
};

struct Sums {
    double log_likelihood = 0.0;
    std::vector<double> score;
    std::vector<double> information;

    explicit Sums(std::size_t p) : score(p), information(p * p) {}
};

/// Adds a row: derivatives by η reach the coefficients through its covariates.
void add(Sums& sums, Data const& data, std::size_t row, SpellTerms const& terms, std::vector<double>& x) {
    std::size_t const k = data.columns.size();
    std::size_t const p = sums.score.size();
    double const w = data.weight(row);
    for (std::size_t c = 0; c < k; ++c) x[c] = data.design.column(data.columns[c])[row];
    sums.log_likelihood += w * terms.value;
    for (std::size_t a = 0; a < k; ++a) {
        sums.score[a] += w * terms.by_eta * x[a];
        for (std::size_t b = 0; b <= a; ++b) sums.information[a * p + b] -= w * terms.by_eta_eta * x[a] * x[b];
    }
    if (p == k) return;
    sums.score[k] += w * terms.by_shape;
    for (std::size_t b = 0; b < k; ++b) sums.information[k * p + b] -= w * terms.by_eta_shape * x[b];
    sums.information[k * p + k] -= w * terms.by_shape_shape;
}

/// `terms(row, η, shape)`.
template <class Terms>
void evaluate(Data const& data, std::vector<double> const& theta, Terms const& terms, Sums& sums) {
    sums.log_likelihood = 0.0;
    std::fill(sums.score.begin(), sums.score.end(), 0.0);
    std::fill(sums.information.begin(), sums.information.end(), 0.0);
    std::vector<double> x(data.columns.size());
    for (std::size_t row = 0; row < data.spells.rows(); ++row)
        add(sums, data, row, terms(row, data.eta(theta, row), data.shape(theta)), x);
    std::size_t const p = sums.score.size();
    for (std::size_t a = 0; a < p; ++a)
        for (std::size_t b = 0; b < a; ++b) sums.information[b * p + a] = sums.information[a * p + b];
}

auto concave(Data const& data) {
    return [&data](std::size_t row, double eta, double shape) {
        return concave_terms(data.lifetime, data.spells.begin(row), data.spells.stop[row], data.spells.event[row] != 0,
                             eta, shape, data.offset(row));
    };
}

auto reported(Data const& data) {
    return [&data](std::size_t row, double eta, double shape) {
        return spell_terms(data.lifetime, data.spells.begin(row), data.spells.stop[row], data.spells.event[row] != 0,
                           eta + data.offset(row), shape);
    };
}

bool allowed(Data const& data, std::vector<double> const& theta) {
    return !has_shape(data.lifetime) || data.lifetime == Lifetime::Gompertz || theta.back() > 0.0;
}

/// Where Newton begins: the same hazard for all. The first column of ones, if there is one, bears it.
std::vector<double> beginning(Data const& data) {
    double exposure = 0.0;
    double events = 0.0;
    for (std::size_t row = 0; row < data.spells.rows(); ++row) {
        exposure += data.weight(row) * (data.spells.stop[row] - data.spells.begin(row));
        if (data.spells.event[row] != 0) events += data.weight(row);
    }
    std::vector<double> theta(data.parameters());
    bool const gompertz = data.lifetime == Lifetime::Gompertz;
    if (has_shape(data.lifetime)) theta.back() = gompertz ? 0.0 : 1.0;
    for (std::size_t c = 0; c < data.columns.size(); ++c) {
        auto const column = data.design.column(data.columns[c]);
        if (!std::all_of(column.begin(), column.end(), [](double x) { return x == 1.0; })) continue;
        theta[c] = std::log(events / exposure) * (gompertz ? 1.0 : -1.0);
        break;
    }
    return theta;
}

/// Columns that those before them explain, weights counted.
void drop_collinear(Data& data, std::vector<Text>& notes) {
    std::size_t const p = data.columns.size();
    std::vector<double> products(p * p);
    for (std::size_t a = 0; a < p; ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            auto const x = data.design.column(a);
            auto const y = data.design.column(b);
            for (std::size_t row = 0; row < x.size(); ++row) products[a * p + b] += data.weight(row) * x[row] * y[row];
        }
    Cholesky factor(p);
    factor.factor(products, 1e-12);
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < p; ++c) {
        if (factor.has_pivot(c)) {
            kept.push_back(c);
            continue;
        }
        notes.push_back({fmt::format("{} is a combination of the columns before it: dropped", data.design.names[c]),
                         fmt::format("{} 是前面各列的线性组合，已略去", data.design.names[c])});
    }
    data.columns = kept;
}

double range(Data const& data, std::size_t c) {
    auto const column = data.design.column(data.columns[c]);
    auto const [low, high] = std::minmax_element(column.begin(), column.end());
    return *high - *low;
}

bool note_endless(Data const& data, std::vector<double> const& step, Fit& fit) {
    bool endless = false;
    for (std::size_t c = 0; c < data.columns.size(); ++c) {
        if (std::abs(step[c]) * range(data, c) <= endless_step) continue;
        std::string const& name = data.design.names[data.columns[c]];
        fit.notes.push_back(
            {fmt::format("the likelihood rises without end as the coefficient of {} grows (separation): "
                         "its estimate and error mean nothing",
                         name),
             fmt::format("{} 的系数增大时似然无限上升（完全分离）：其估计值和标准误没有意义", name)});
        endless = true;
    }
    return endless;
}

/// A step that goes uphill even where the likelihood bends upwards: the diagonal is raised until the matrix has all
/// its pivots.
void newton_step(Sums const& sums, std::vector<double>& step) {
    std::size_t const p = sums.score.size();
    Cholesky factor(p);
    std::vector<double> information = sums.information;
    for (double ridge = 1e-6; !factor.factor(information, 1e-14) && ridge < 1e6; ridge *= 10.0)
        for (std::size_t c = 0; c < p; ++c)
            information[c * p + c] =
                sums.information[c * p + c] + ridge * std::max(1.0, std::abs(sums.information[c * p + c]));
    step = sums.score;
    factor.solve(step);
}

/// Newton's method with halved steps, by (η/σ, 1/σ).
void maximise(Data const& data, std::vector<double>& theta, Fit& fit) {
    Sums sums(theta.size());
    std::vector<double> step;
    std::vector<double> trial(theta.size());
    evaluate(data, theta, concave(data), sums);
    fit.converged = false;
    for (fit.iterations = 1; fit.iterations <= most_parametric_iterations && !fit.converged; ++fit.iterations) {
        double const reached = sums.log_likelihood;
        newton_step(sums, step);
        double decrement = 0.0;
        for (std::size_t c = 0; c < step.size(); ++c) decrement += step[c] * sums.score[c];
        if (decrement < nothing_to_gain && note_endless(data, step, fit)) return;
        bool better = false;
        for (int halvings = 0; halvings < 40 && !better; ++halvings) {
            for (std::size_t c = 0; c < step.size(); ++c) trial[c] = theta[c] + step[c];
            if (allowed(data, trial)) {
                evaluate(data, trial, concave(data), sums);
                better = sums.log_likelihood >= reached - 1e-10 * (1.0 + std::abs(reached));
            }
            for (double& part : step) part *= 0.5;
        }
        if (better) theta = trial;
        fit.converged = decrement < enough * (1.0 + std::abs(reached)) || (!better && decrement < nothing_to_gain);
        if (!better) break;
    }
    fit.iterations = std::min(fit.iterations, most_parametric_iterations);
    if (!fit.converged)
        fit.notes.push_back({fmt::format("no maximum after {} iterations", fit.iterations),
                             fmt::format("迭代 {} 次后仍未收敛", fit.iterations)});
}

void to_reported(Data const& data, std::vector<double>& theta) {
    if (data.lifetime == Lifetime::Gompertz || !has_shape(data.lifetime)) return;
    double const inverse_scale = theta.back();
    for (double& coefficient : theta) coefficient /= inverse_scale;
    theta.back() = -std::log(inverse_scale);
}

/// Dᵀ D over clusters, D = score of the cluster · covariance.
std::vector<double> robust_covariance(Data const& data, std::vector<double> const& theta,
                                      std::vector<double> const& covariance, std::size_t clusters) {
    std::size_t const p = theta.size();
    std::size_t const k = data.columns.size();
    ClusterScores scores(clusters, p);
    auto const terms = reported(data);
    for (std::size_t row = 0; row < data.spells.rows(); ++row) {
        SpellTerms const at = terms(row, data.eta(theta, row), data.shape(theta));
        auto const score = scores.of(data.options.clusters[row]);
        for (std::size_t c = 0; c < k; ++c)
            score[c] += data.weight(row) * at.by_eta * data.design.column(data.columns[c])[row];
        if (p > k) score[k] += data.weight(row) * at.by_shape;
    }
    return scores.covariance(covariance, 1.0);
}

void fill_terms(Data const& data, std::vector<double> const& theta, Fit& fit) {
    std::size_t const p = theta.size();
    Sums sums(p);
    evaluate(data, theta, reported(data), sums);
    fit.log_likelihood = sums.log_likelihood;
    Cholesky factor(p);
    factor.factor(sums.information, 1e-14);
    std::vector<double> covariance(p * p);
    factor.inverse(covariance);
    std::vector<std::string> names;
    for (std::size_t const c : data.columns) names.push_back(data.design.names[c]);
    if (p > names.size()) names.emplace_back(shape_name(data.lifetime));
    fit.clusters = clusters_in(data.options.clusters);
    std::vector<double> robust;
    if (fit.clusters == 1) fit.notes.push_back(one_cluster());
    if (fit.clusters > 1) robust = robust_covariance(data, theta, covariance, fit.clusters);
    fill_terms(fit, std::move(names), theta, std::move(covariance), std::move(robust), 0.0);
}

void check_beginnings(Spells const& spells) {
    for (std::size_t row = 0; row < spells.rows(); ++row)
        if (spells.begin(row) < 0.0)
            throw Error(Problem{.place = spells.place(row),
                                .what = {"the spell begins before 0", "时段在 0 之前开始"},
                                .found = fmt::format("{}", spells.begin(row)),
                                .expected = {"a number from 0", "不小于 0 的数"}});
}

std::string model_name(Lifetime lifetime) {
    static constexpr std::array<char const*, 5> names{"exponential", "weibull", "gompertz", "lognormal", "loglogistic"};
    return names[static_cast<std::size_t>(lifetime)];
}

double null_log_likelihood(Spells const& spells, Lifetime lifetime, Options const& options) {
    Design ones{.rows = spells.rows(), .names = {}, .values = {}};
    ones.add("(Intercept)", std::vector<double>(spells.rows(), 1.0));
    Data const data{spells, ones, lifetime, options, {0}};
    std::vector<double> theta = beginning(data);
    Fit fit;
    maximise(data, theta, fit);
    to_reported(data, theta);
    Sums sums(theta.size());
    evaluate(data, theta, reported(data), sums);
    return sums.log_likelihood;
}

} // namespace

Fit parametric_survival(Spells const& spells, Design const& design, Lifetime lifetime, Options const& options) {
    check(spells, design, options);
    check_beginnings(spells);
    Data data{spells, design, lifetime, options, {}};
    for (std::size_t c = 0; c < design.columns(); ++c) data.columns.push_back(c);
    Fit fit;
    fit.model = model_name(lifetime);
    fit.rows = spells.rows();
    fit.events = static_cast<std::size_t>(spells.event.size()) -
                 static_cast<std::size_t>(std::count(spells.event.begin(), spells.event.end(), std::uint8_t{0}));
    drop_collinear(data, fit.notes);
    std::vector<double> theta = beginning(data);
    maximise(data, theta, fit);
    to_reported(data, theta);
    fill_terms(data, theta, fit);
    fit.log_likelihood_null = null_log_likelihood(spells, lifetime, options);
    return fit;
}

} // namespace casus::estimate
