// The data of a Cox model in the order of its risk sets, and the partial likelihood with its derivatives.
#pragma once

#include "casus/estimate/risk_sets.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace casus::estimate {

/// How events at one time are ordered. Efron (1977): each of d tied events sees the others on average; Breslow (1974):
/// each sees all of them.
enum class Ties { Efron, Breslow };

/// Everything that sums over risk sets at one time of events; vectors have CoxModel::stride() cells.
struct AtEvent {
    std::size_t k = 0;                ///< RiskSets::times
    double at_risk = 0.0;             ///< Σ r, r = w exp(η)
    double const* mean_sum = nullptr; ///< Σ r x
    double dying = 0.0;               ///< Σ r over the events
    double const* dying_sum = nullptr;
    double events = 0.0; ///< d
    double weight = 0.0; ///< their weight altogether
};

/// What one time of events adds, the ties dissolved: for ties, sums over l = 0 … d−1 with S_l = Σ r − (l/d) Σ_events r.
struct Increment {
    double hazard = 0.0;      ///< Σ w̄ / S_l
    double excess = 0.0;      ///< Σ w̄ (l/d) / S_l: what the tied rows themselves do not bear of it
    double log_sums = 0.0;    ///< Σ w̄ log S_l
    double square = 0.0;      ///< Σ w̄ / S_l²
    double square_tied = 0.0; ///< Σ w̄ (l/d) / S_l²
    double square_ties = 0.0; ///< Σ w̄ (l/d)² / S_l²
};

[[nodiscard]] Increment increment(AtEvent const& now, Ties ties);

/// Results and working memory of an evaluation, made once for a model; coefficients are those of scaled columns.
struct CoxSums {
    double log_likelihood = 0.0;
    double centre = 0.0;             ///< mean η of the rows
    std::vector<double> score;       ///< columns
    std::vector<double> information; ///< columns × columns
    std::vector<double> risk;        ///< position → w exp(η)
    std::vector<double> eta;         ///< position → η less its mean
    std::vector<double> hazard;      ///< RiskSets::sums(): cumulated from the latest time of a stratum
    std::vector<double> excess;      ///< time → Increment::excess
    std::vector<double> expected;    ///< position → w exp(η) ∫ dH over its risk, ties dissolved
    std::vector<double> residual;    ///< position → w δ − expected
    std::vector<double> inner;       ///< stride × stride
    std::vector<double> running;     ///< 2 strides: Σ r x, and of events
    std::vector<double> padded;      ///< coefficients, stride
    std::vector<double> scored;      ///< stride
};

class CoxModel {
public:
    /// Checks (Error as in spells.hpp), sorts, centres and scales. Columns may be collinear here.
    CoxModel(Spells const& spells, Design const& design, Ties ties = Ties::Efron, Options const& options = {});

    [[nodiscard]] std::size_t rows() const { return sets_.rows(); }
    [[nodiscard]] std::size_t columns() const { return names_.size(); }
    [[nodiscard]] std::size_t stride() const { return stride_; }
    [[nodiscard]] Ties ties() const { return ties_; }
    [[nodiscard]] RiskSets const& sets() const { return sets_; }
    [[nodiscard]] std::vector<std::string> const& names() const { return names_; }
    [[nodiscard]] std::span<double const> weights() const { return weight_; } ///< by position, as the rest here
    [[nodiscard]] std::span<double const> offsets() const { return offset_; } ///< empty without
    [[nodiscard]] std::span<std::uint32_t const> clusters() const { return cluster_; } ///< empty without
    [[nodiscard]] std::size_t cluster_count() const { return cluster_count_; }
    [[nodiscard]] bool event(std::size_t position) const { return event_[position] != 0; }
    [[nodiscard]] double const* x(std::size_t position) const { return x_.data() + position * stride_; }
    [[nodiscard]] double mean(std::size_t column) const { return mean_[column]; }
    [[nodiscard]] double scale(std::size_t column) const { return scale_[column]; } ///< 0: constant
    [[nodiscard]] double range(std::size_t column) const { return range_[column]; } ///< of the scaled column
    [[nodiscard]] std::size_t events() const;

    /// The same model without some columns.
    void drop(std::vector<bool> const& dropped);

    [[nodiscard]] CoxSums sums() const;

    /// β of scaled columns; weights by position. `copies`: how often each row stands there, tied with its copies, its
    /// weight that of all of them together (a bootstrap's draw); empty: once. Linear in rows; allocates nothing.
    void evaluate(std::span<double const> beta, std::span<double const> weights, std::span<double const> copies,
                  CoxSums& sums) const;
    void evaluate(std::span<double const> beta, CoxSums& sums) const { evaluate(beta, weight_, {}, sums); }

    /// Adds Σ v_i x_i x_iᵀ to the upper triangle of `outer` (stride × stride), and Σ u_i x_i to `sum` (stride).
    void add_rows(std::span<double const> v, std::span<double const> u, std::span<double> outer,
                  std::span<double> sum) const;

    /// Calls visit(AtEvent) for the times of events in their order, given risk by position.
    template <class Visit>
    void walk(std::span<double const> risk, std::span<double const> weights, std::span<double const> copies,
              std::span<double> running, Visit const& visit) const;

private:
    void lay_out(Spells const& spells, Options const& options);
    void scale_columns(Design const& design);
    void set_risks(std::span<double const> beta, std::span<double const> weights, CoxSums& sums) const;
    void add_times(std::span<double const> weights, std::span<double const> copies, CoxSums& sums) const;
    void set_residuals(std::span<double const> weights, CoxSums& sums) const;

    RiskSets sets_;
    Ties ties_;
    std::vector<std::string> names_;
    std::size_t stride_;
    std::vector<double> x_; ///< positions × stride, scaled; 0 beyond the columns
    std::vector<double> mean_;
    std::vector<double> scale_;
    std::vector<double> range_;
    std::vector<double> weight_;
    std::vector<double> offset_;
    std::vector<std::uint32_t> cluster_;
    std::size_t cluster_count_ = 0;
    std::vector<std::uint8_t> event_;
};

/// Columns are laid out in lots of so many, so that loops over them become vector code.
inline constexpr std::size_t lanes = 8;

inline void add_scaled(double* sum, double const* x, double factor, std::size_t stride) {
    for (std::size_t c = 0; c < stride; c += lanes)
        for (std::size_t l = 0; l < lanes; ++l) sum[c + l] += factor * x[c + l];
}

/// Adds f · x yᵀ to the upper triangle of `outer`, stride × stride.
inline void add_outer(std::span<double> outer, double const* x, double const* y, double factor, std::size_t columns,
                      std::size_t stride) {
    for (std::size_t a = 0; a < columns; ++a) {
        double const f = factor * x[a];
        double* const line = outer.data() + a * stride;
        for (std::size_t c = a / lanes * lanes; c < stride; c += lanes)
            for (std::size_t l = 0; l < lanes; ++l) line[c + l] += f * y[c + l];
    }
}

template <class Visit>
void CoxModel::walk(std::span<double const> risk, std::span<double const> weights, std::span<double const> copies,
                    std::span<double> running, Visit const& visit) const {
    double* const all = running.data();
    double* const dying = running.data() + stride_;
    AtEvent now;
    now.mean_sum = all;
    now.dying_sum = dying;
    std::uint32_t stratum = UINT32_MAX;
    std::size_t entered = 0;
    std::size_t left = 0;
    std::size_t present = 0;
    auto const clear = [&] {
        now.at_risk = 0.0;
        for (std::size_t c = 0; c < stride_; ++c) all[c] = 0.0;
    };
    for (now.k = 0; now.k < sets_.times.size(); ++now.k) {
        RiskSets::EventTime const& time = sets_.times[now.k];
        if (time.stratum != stratum) {
            stratum = time.stratum;
            entered = left = sets_.stratum_begin[stratum];
            present = 0;
            clear();
        }
        for (; left < time.left; ++left) {
            std::uint32_t const i = sets_.leaving[left];
            if (sets_.from[i] == sets_.to[i]) continue; // never at risk at a time of events
            now.at_risk -= risk[i];
            add_scaled(all, x(i), -risk[i], stride_);
            if (--present == 0) clear(); // nothing of those who left may remain as rounding
        }
        for (; entered < time.entered; ++entered) {
            if (sets_.from[entered] == sets_.to[entered]) continue;
            now.at_risk += risk[entered];
            add_scaled(all, x(entered), risk[entered], stride_);
            ++present;
        }
        now.dying = now.events = now.weight = 0.0;
        for (std::size_t c = 0; c < stride_; ++c) dying[c] = 0.0;
        for (std::size_t i = time.first_event; i < time.last_event; ++i) {
            now.dying += risk[i];
            now.weight += weights[i];
            now.events += !copies.empty() ? copies[i] : weights[i] > 0.0 ? 1.0 : 0.0;
            add_scaled(dying, x(i), risk[i], stride_);
        }
        if (now.weight > 0.0) visit(static_cast<AtEvent const&>(now));
    }
}

} // namespace casus::estimate
