#include "casus/estimate/cox_model.hpp"

#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <type_traits>
#include <utility>

namespace casus::estimate {
namespace {

std::size_t padded(std::size_t columns) { return (std::max<std::size_t>(columns, 1) + lanes - 1) / lanes * lanes; }

double dot(double const* x, double const* y, std::size_t stride) {
    double sums[lanes] = {};
    for (std::size_t c = 0; c < stride; c += lanes)
        for (std::size_t l = 0; l < lanes; ++l) sums[l] += x[c + l] * y[c + l];
    double sum = 0.0;
    for (double const part : sums) sum += part;
    return sum;
}

struct Spread {
    double low = 0.0;
    double high = 0.0;
    double sum = 0.0;
};

Spread spread_of(std::span<double const> column) {
    double low[lanes];
    double high[lanes];
    double sum[lanes] = {};
    std::fill(std::begin(low), std::end(low), column[0]);
    std::fill(std::begin(high), std::end(high), column[0]);
    auto const add = [&](double value, std::size_t l) {
        low[l] = value < low[l] ? value : low[l];
        high[l] = value > high[l] ? value : high[l];
        sum[l] += value;
    };
    std::size_t i = 0;
    for (; i + lanes <= column.size(); i += lanes)
        for (std::size_t l = 0; l < lanes; ++l) add(column[i + l], l);
    for (; i < column.size(); ++i) add(column[i], 0);
    Spread out{low[0], high[0], 0.0};
    for (std::size_t l = 0; l < lanes; ++l) {
        out.low = std::min(out.low, low[l]);
        out.high = std::max(out.high, high[l]);
        out.sum += sum[l];
    }
    return out;
}

double squares_about(std::span<double const> column, double mean) {
    double sums[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= column.size(); i += lanes)
        for (std::size_t l = 0; l < lanes; ++l) sums[l] += (column[i + l] - mean) * (column[i + l] - mean);
    for (; i < column.size(); ++i) sums[0] += (column[i] - mean) * (column[i] - mean);
    double sum = 0.0;
    for (double const part : sums) sum += part;
    return sum;
}

} // namespace

Increment increment(AtEvent const& now, Ties ties) {
    Increment sum;
    if (ties == Ties::Breslow || now.events <= 1.0) {
        sum.hazard = now.weight / now.at_risk;
        sum.log_sums = now.weight * std::log(now.at_risk);
        sum.square = sum.hazard / now.at_risk;
        return sum;
    }
    double const w = now.weight / now.events;
    for (double l = 0.0; l < now.events; ++l) {
        double const share = l / now.events;
        double const s = now.at_risk - share * now.dying;
        double const h = w / s;
        sum.hazard += h;
        sum.excess += share * h;
        sum.log_sums += w * std::log(s);
        sum.square += h / s;
        sum.square_tied += share * h / s;
        sum.square_ties += share * share * h / s;
    }
    return sum;
}

CoxModel::CoxModel(Spells const& spells, Design const& design, Ties ties, Options const& options)
    : sets_((check(spells, design, options), spells)), ties_(ties), names_(design.names),
      stride_(padded(design.columns())) {
    lay_out(spells, options);
    scale_columns(design);
}

void CoxModel::lay_out(Spells const& spells, Options const& options) {
    std::size_t const n = rows();
    event_.resize(n);
    weight_.assign(n, 1.0);
    if (!options.offset.empty()) offset_.resize(n);
    if (!options.clusters.empty()) cluster_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t const row = sets_.row[i];
        event_[i] = spells.event[row] != 0;
        if (!options.weights.empty()) weight_[i] = options.weights[row];
        if (!options.offset.empty()) offset_[i] = options.offset[row];
        if (!options.clusters.empty()) cluster_[i] = options.clusters[row];
    }
    for (std::uint32_t const cluster : cluster_) cluster_count_ = std::max<std::size_t>(cluster_count_, cluster + 1);
}

void CoxModel::scale_columns(Design const& design) {
    auto const n = static_cast<double>(rows());
    mean_.resize(columns());
    scale_.resize(columns());
    range_.resize(columns());
    for (std::size_t c = 0; c < columns(); ++c) {
        auto const column = design.column(c);
        Spread const spread = spread_of(column);
        bool const constant = spread.low == spread.high;
        mean_[c] = constant ? spread.low : spread.sum / n;
        scale_[c] = constant ? 0.0 : std::sqrt(squares_about(column, mean_[c]) / n);
        range_[c] = constant ? 0.0 : (spread.high - spread.low) / scale_[c];
    }
    x_.assign(rows() * stride_, 0.0);
    constexpr std::size_t lot = 64; // positions whose cells stay near while the columns are gone through
    for (std::size_t first = 0; first < rows(); first += lot) {
        std::size_t const last = std::min(first + lot, rows());
        for (std::size_t c = 0; c < columns(); ++c) {
            double const* const column = design.column(c).data();
            double const factor = scale_[c] > 0.0 ? 1.0 / scale_[c] : 0.0;
            for (std::size_t i = first; i < last; ++i) x_[i * stride_ + c] = (column[sets_.row[i]] - mean_[c]) * factor;
        }
    }
}

std::size_t CoxModel::events() const {
    return static_cast<std::size_t>(std::count(event_.begin(), event_.end(), std::uint8_t{1}));
}

void CoxModel::drop(std::vector<bool> const& dropped) {
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < columns(); ++c)
        if (!dropped[c]) kept.push_back(c);
    std::size_t const stride = padded(kept.size());
    std::vector<double> x(rows() * stride, 0.0);
    for (std::size_t i = 0; i < rows(); ++i)
        for (std::size_t k = 0; k < kept.size(); ++k) x[i * stride + k] = x_[i * stride_ + kept[k]];
    for (std::size_t k = 0; k < kept.size(); ++k) {
        names_[k] = names_[kept[k]];
        mean_[k] = mean_[kept[k]];
        scale_[k] = scale_[kept[k]];
        range_[k] = range_[kept[k]];
    }
    names_.resize(kept.size());
    mean_.resize(kept.size());
    scale_.resize(kept.size());
    range_.resize(kept.size());
    stride_ = stride;
    x_ = std::move(x);
}

CoxSums CoxModel::sums() const {
    CoxSums sums;
    std::size_t const p = columns();
    sums.score.resize(p);
    sums.information.resize(p * p);
    sums.risk.resize(rows());
    sums.eta.resize(rows());
    sums.hazard.resize(sets_.sums());
    sums.excess.resize(sets_.times.size());
    sums.expected.resize(rows());
    sums.residual.resize(rows());
    sums.inner.resize(stride_ * stride_);
    sums.running.resize(2 * stride_);
    sums.padded.resize(stride_);
    sums.scored.resize(stride_);
    return sums;
}

void CoxModel::add_rows(std::span<double const> v, std::span<double const> u, std::span<double> outer,
                        std::span<double> sum) const {
    std::size_t const n = rows();
    std::size_t const p = columns();
    auto const add = [&](std::size_t i, auto together) { // so many rows in one go
        constexpr std::size_t lot = together;
        double const* const first = x(i);
        for (std::size_t a = 0; a < p; ++a) {
            double f[lot];
            for (std::size_t r = 0; r < lot; ++r) f[r] = v[i + r] * first[r * stride_ + a];
            double* const line = outer.data() + a * stride_;
            for (std::size_t c = a / lanes * lanes; c < stride_; c += lanes)
                for (std::size_t l = 0; l < lanes; ++l) {
                    double cell = line[c + l];
                    for (std::size_t r = 0; r < lot; ++r) cell += f[r] * first[r * stride_ + c + l];
                    line[c + l] = cell;
                }
        }
        for (std::size_t r = 0; r < lot; ++r) add_scaled(sum.data(), first + r * stride_, u[i + r], stride_);
    };
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) add(i, std::integral_constant<std::size_t, 4>{});
    for (; i < n; ++i) add(i, std::integral_constant<std::size_t, 1>{});
}

void CoxModel::set_risks(std::span<double const> beta, std::span<double const> weights, CoxSums& sums) const {
    std::size_t const n = rows();
    std::copy(beta.begin(), beta.end(), sums.padded.begin());
    sums.centre = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        sums.eta[i] = dot(x(i), sums.padded.data(), stride_) + (offset_.empty() ? 0.0 : offset_[i]);
        sums.centre += sums.eta[i];
    }
    sums.centre /= static_cast<double>(n);
    for (std::size_t i = 0; i < n; ++i) sums.eta[i] -= sums.centre;
    for (std::size_t i = 0; i < n; ++i) sums.risk[i] = weights[i] * lane::exp(sums.eta[i]);
}

void CoxModel::add_times(std::span<double const> weights, std::span<double const> copies, CoxSums& sums) const {
    std::size_t const p = columns();
    std::fill(sums.inner.begin(), sums.inner.end(), 0.0);
    std::fill(sums.hazard.begin(), sums.hazard.end(), 0.0);
    std::fill(sums.excess.begin(), sums.excess.end(), 0.0);
    sums.log_likelihood = 0.0;
    std::size_t done = 0; // times of events whose hazard stands in the sums
    auto const carry = [&](std::size_t k) {
        for (; done < k; ++done) sums.hazard[sets_.before(done) + 1] = sums.hazard[sets_.before(done)];
    };
    walk(sums.risk, weights, copies, sums.running, [&](AtEvent const& now) {
        Increment const step = increment(now, ties_);
        carry(now.k);
        sums.hazard[sets_.before(now.k) + 1] = sums.hazard[sets_.before(now.k)] + step.hazard;
        done = now.k + 1;
        sums.excess[now.k] = step.excess;
        sums.log_likelihood -= step.log_sums;
        add_outer(sums.inner, now.mean_sum, now.mean_sum, -step.square, p, stride_);
        if (step.square_tied == 0.0) return;
        add_outer(sums.inner, now.mean_sum, now.dying_sum, step.square_tied, p, stride_);
        add_outer(sums.inner, now.dying_sum, now.mean_sum, step.square_tied, p, stride_);
        add_outer(sums.inner, now.dying_sum, now.dying_sum, -step.square_ties, p, stride_);
    });
    carry(sets_.times.size());
}

void CoxModel::set_residuals(std::span<double const> weights, CoxSums& sums) const {
    for (std::size_t i = 0; i < rows(); ++i)
        sums.expected[i] = sums.risk[i] * (sums.hazard[sets_.to[i]] - sums.hazard[sets_.from[i]]);
    for (std::size_t k = 0; k < sets_.times.size(); ++k)
        for (std::size_t i = sets_.times[k].first_event; i < sets_.times[k].last_event; ++i) {
            sums.expected[i] -= sums.risk[i] * sums.excess[k];
            sums.log_likelihood += weights[i] * sums.eta[i];
        }
    for (std::size_t i = 0; i < rows(); ++i) sums.residual[i] = (event_[i] != 0 ? weights[i] : 0.0) - sums.expected[i];
}

void CoxModel::evaluate(std::span<double const> beta, std::span<double const> weights, std::span<double const> copies,
                        CoxSums& sums) const {
    std::size_t const p = columns();
    set_risks(beta, weights, sums);
    add_times(weights, copies, sums);
    set_residuals(weights, sums);
    std::fill(sums.scored.begin(), sums.scored.end(), 0.0);
    add_rows(sums.expected, sums.residual, sums.inner, sums.scored);
    for (std::size_t a = 0; a < p; ++a) {
        sums.score[a] = sums.scored[a];
        for (std::size_t b = a; b < p; ++b)
            sums.information[a * p + b] = sums.information[b * p + a] = sums.inner[a * stride_ + b];
    }
}

} // namespace casus::estimate
