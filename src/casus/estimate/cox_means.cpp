#include "casus/estimate/cox_means.hpp"

#include <algorithm>

namespace casus::estimate {
namespace {

/// Σ_l over the ties of add(l/d, S_l, w̄, 1/d).
template <class Add> void over_ties(AtEvent const& now, Ties ties, Add const& add) {
    bool const apart = ties == Ties::Efron && now.events > 1.0;
    double const d = apart ? now.events : 1.0;
    for (double l = 0.0; l < d; ++l) add(l / d, now.at_risk - l / d * now.dying, now.weight / d, 1.0 / d);
}

} // namespace

CoxMeans cox_means(CoxFit const& fit) {
    CoxModel const& model = fit.model;
    std::size_t const stride = model.stride();
    auto const& sets = model.sets();
    CoxMeans out{std::vector<double>(sets.times.size() * stride), std::vector<double>(sets.sums() * stride),
                 std::vector<double>(sets.times.size() * stride)};
    std::vector<double> running(2 * stride);
    std::size_t done = 0;
    auto const carry = [&](std::size_t k) {
        for (; done < k; ++done)
            std::copy_n(out.summed.data() + sets.before(done) * stride, stride,
                        out.summed.data() + (sets.before(done) + 1) * stride);
    };
    model.walk(fit.sums.risk, model.weights(), {}, running, [&](AtEvent const& now) {
        carry(now.k + 1);
        double* const mean = out.mean.data() + now.k * stride;
        double* const summed = out.summed.data() + (sets.before(now.k) + 1) * stride;
        double* const excess = out.excess.data() + now.k * stride;
        over_ties(now, model.ties(), [&](double share, double sum, double weight, double part) {
            for (std::size_t c = 0; c < stride; ++c) {
                double const x = (now.mean_sum[c] - share * now.dying_sum[c]) / sum;
                mean[c] += part * x;
                summed[c] += weight / sum * x;
                excess[c] += share * weight / sum * x;
            }
        });
    });
    carry(sets.times.size());
    return out;
}

} // namespace casus::estimate
