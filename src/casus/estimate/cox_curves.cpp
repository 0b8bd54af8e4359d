#include "casus/estimate/cox_curves.hpp"

#include "casus/estimate/cox_means.hpp"

#include <cassert>
#include <cmath>
#include <utility>

namespace casus::estimate {
namespace {

/// What times of events add to the hazard of a row with η at the centre, and to its variance beside that of β.
struct Steps {
    std::vector<double> hazard;
    std::vector<double> variance;
};

Steps steps(CoxFit const& fit) {
    CoxModel const& model = fit.model;
    Steps out{std::vector<double>(model.sets().times.size()), std::vector<double>(model.sets().times.size())};
    std::vector<double> running(2 * model.stride());
    model.walk(fit.sums.risk, model.weights(), {}, running, [&](AtEvent const& now) {
        Increment const added = increment(now, model.ties());
        out.hazard[now.k] = added.hazard;
        out.variance[now.k] = added.square;
    });
    return out;
}

double quadratic(std::vector<double> const& matrix, std::vector<double> const& x) {
    double sum = 0.0;
    for (std::size_t a = 0; a < x.size(); ++a)
        for (std::size_t b = 0; b < x.size(); ++b) sum += x[a] * matrix[a * x.size() + b] * x[b];
    return sum;
}

/// One stratum's curve, fed with its times from the earliest on.
class Prediction {
public:
    Prediction(CoxFit const& fit, std::span<double const> covariates, double offset, double z, Band band)
        : fit_(fit), z_(z), band_(band), scaled_(covariates.size()), spread_(covariates.size()) {
        double eta = offset - fit.sums.centre;
        for (std::size_t c = 0; c < scaled_.size(); ++c) {
            scaled_[c] = (covariates[c] - fit.model.mean(c)) / fit.model.scale(c);
            eta += scaled_[c] * fit.beta[c];
        }
        risk_ = std::exp(eta);
    }

    /// `later` and `earlier`: Σ x̄ dH cumulated before and behind this time (times run backwards), scaled columns.
    void add(double time, double hazard_step, double variance_step, double const* later, double const* earlier) {
        hazard_ += hazard_step;
        variance_ += variance_step;
        for (std::size_t c = 0; c < scaled_.size(); ++c)
            spread_[c] += (scaled_[c] * hazard_step - (later[c] - earlier[c])) * fit_.model.scale(c);
        double const hazard = risk_ * hazard_;
        double const se = risk_ * std::sqrt(variance_ + quadratic(fit_.fit.covariance, spread_));
        double const survival = std::exp(-hazard);
        Interval const before = curve.times.empty() ? Interval{1.0, 1.0} : curve.survival_band.back();
        curve.times.push_back(time);
        curve.survival.push_back(survival);
        curve.survival_se.push_back(survival * se);
        curve.survival_band.push_back(survival_band(survival, se, z_, band_, before));
        curve.hazard.push_back(hazard);
        curve.hazard_se.push_back(se);
        curve.hazard_band.push_back(hazard_band(hazard, se, z_, band_));
    }

    SurvivalCurve curve{};

private:
    CoxFit const& fit_;
    double z_;
    Band band_;
    std::vector<double> scaled_;
    std::vector<double> spread_; ///< ∫ (x − x̄) dH, in units of the data
    double risk_ = 1.0;
    double hazard_ = 0.0;
    double variance_ = 0.0;
};

} // namespace

std::vector<SurvivalCurve> predicted_curves(CoxFit const& fit, std::span<double const> covariates, double offset,
                                            double level, Band band) {
    CoxModel const& model = fit.model;
    assert(covariates.size() == model.columns());
    RiskSets const& sets = model.sets();
    CoxMeans const means = cox_means(fit);
    Steps const at = steps(fit);
    std::vector<SurvivalCurve> out(sets.stratum_begin.size() - 1);
    for (std::size_t end = sets.times.size(), begin = end; end > 0; end = begin) {
        std::uint32_t const stratum = sets.times[end - 1].stratum;
        while (begin > 0 && sets.times[begin - 1].stratum == stratum) --begin;
        Prediction prediction(fit, covariates, offset, normal_band(level), band);
        for (std::size_t k = end; k-- > begin;)
            prediction.add(sets.times[k].time, at.hazard[k], at.variance[k],
                           means.summed.data() + (sets.before(k) + 1) * model.stride(),
                           means.summed.data() + sets.before(k) * model.stride());
        out[stratum] = std::move(prediction.curve);
    }
    for (std::size_t s = 0; s < out.size(); ++s) out[s].end = sets.end[s];
    return out;
}

} // namespace casus::estimate
