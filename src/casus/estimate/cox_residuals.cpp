#include "casus/estimate/cox_residuals.hpp"

#include "casus/estimate/cox_means.hpp"

#include <algorithm>
#include <cmath>

namespace casus::estimate {
namespace {

/// By position, scaled columns, stride: ∫ (x − x̄) dM.
std::vector<double> scores(CoxFit const& fit) {
    CoxModel const& model = fit.model;
    auto const& sets = model.sets();
    CoxMeans const at = cox_means(fit);
    std::size_t const stride = model.stride();
    std::vector<double> out(model.rows() * stride);
    for (std::size_t i = 0; i < model.rows(); ++i) {
        double const hazard = fit.sums.hazard[sets.to[i]] - fit.sums.hazard[sets.from[i]];
        double const risk = std::exp(fit.sums.eta[i]);
        double const* const later = at.summed.data() + sets.to[i] * stride;
        double const* const earlier = at.summed.data() + sets.from[i] * stride;
        for (std::size_t c = 0; c < stride; ++c)
            out[i * stride + c] = -risk * (model.x(i)[c] * hazard - (later[c] - earlier[c]));
    }
    for (std::size_t k = 0; k < sets.times.size(); ++k)
        for (std::size_t i = sets.times[k].first_event; i < sets.times[k].last_event; ++i) {
            double const risk = std::exp(fit.sums.eta[i]);
            for (std::size_t c = 0; c < stride; ++c) {
                double const x = model.x(i)[c];
                out[i * stride + c] +=
                    x - at.mean[k * stride + c] + risk * (x * fit.sums.excess[k] - at.excess[k * stride + c]);
            }
        }
    return out;
}

} // namespace

std::vector<double> martingale_residuals(CoxFit const& fit) {
    CoxModel const& model = fit.model;
    auto const& sets = model.sets();
    std::vector<double> out(model.rows());
    for (std::size_t i = 0; i < model.rows(); ++i) {
        double const hazard = fit.sums.hazard[sets.to[i]] - fit.sums.hazard[sets.from[i]];
        out[sets.row[i]] = (model.event(i) ? 1.0 : 0.0) - std::exp(fit.sums.eta[i]) * hazard;
    }
    for (std::size_t k = 0; k < sets.times.size(); ++k)
        for (std::size_t i = sets.times[k].first_event; i < sets.times[k].last_event; ++i)
            out[sets.row[i]] += std::exp(fit.sums.eta[i]) * fit.sums.excess[k];
    return out;
}

std::vector<double> deviance_residuals(CoxFit const& fit) {
    auto out = martingale_residuals(fit);
    for (std::size_t i = 0; i < out.size(); ++i) {
        double& m = out[fit.model.sets().row[i]];
        double const log_part = fit.model.event(i) ? std::log(std::max(1.0 - m, 1e-300)) : 0.0;
        m = std::copysign(std::sqrt(std::max(0.0, -2.0 * (m + log_part))), m);
    }
    return out;
}

std::vector<double> score_residuals(CoxFit const& fit) {
    CoxModel const& model = fit.model;
    std::size_t const p = model.columns();
    auto const scaled = scores(fit);
    std::vector<double> out(model.rows() * p);
    for (std::size_t i = 0; i < model.rows(); ++i)
        for (std::size_t c = 0; c < p; ++c)
            out[model.sets().row[i] * p + c] = scaled[i * model.stride() + c] * model.scale(c);
    return out;
}

std::vector<double> dfbeta(CoxFit const& fit) {
    CoxModel const& model = fit.model;
    std::size_t const p = model.columns();
    auto const scaled = scores(fit);
    std::vector<double> out(model.rows() * p);
    for (std::size_t i = 0; i < model.rows(); ++i) {
        double const* const score = scaled.data() + i * model.stride();
        for (std::size_t c = 0; c < p; ++c) {
            double sum = 0.0;
            for (std::size_t k = 0; k < p; ++k) sum += score[k] * fit.inverse[k * p + c];
            out[model.sets().row[i] * p + c] = model.weights()[i] * sum / model.scale(c);
        }
    }
    return out;
}

Schoenfeld schoenfeld_residuals(CoxFit const& fit) {
    CoxModel const& model = fit.model;
    auto const& sets = model.sets();
    std::size_t const p = model.columns();
    CoxMeans const at = cox_means(fit);
    Schoenfeld out;
    auto const add = [&](std::size_t i, std::size_t k) {
        out.rows.push_back(sets.row[i]);
        out.times.push_back(sets.times[k].time);
        for (std::size_t c = 0; c < p; ++c)
            out.residuals.push_back((model.x(i)[c] - at.mean[k * model.stride() + c]) * model.scale(c));
    };
    for (std::size_t end = 0, begin = 0; begin < sets.times.size(); begin = end) { // strata, each turned about
        while (end < sets.times.size() && sets.times[end].stratum == sets.times[begin].stratum) ++end;
        for (std::size_t k = end; k-- > begin;)
            for (std::size_t i = sets.times[k].first_event; i < sets.times[k].last_event; ++i) add(i, k);
    }
    auto const events = static_cast<double>(out.rows.size());
    out.scaled.resize(out.residuals.size());
    for (std::size_t e = 0; e < out.rows.size(); ++e)
        for (std::size_t c = 0; c < p; ++c) {
            double sum = fit.fit.terms[c].estimate;
            for (std::size_t k = 0; k < p; ++k)
                sum += events * out.residuals[e * p + k] * fit.inverse[k * p + c] / (model.scale(k) * model.scale(c));
            out.scaled[e * p + c] = sum;
        }
    return out;
}

} // namespace casus::estimate
