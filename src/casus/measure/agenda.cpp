#include "casus/measure/agenda.hpp"

#include "casus/base/vector_math.hpp"
#include "casus/measure/first_component.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::measure {

namespace {

constexpr std::size_t nodes = Agenda::nodes;
constexpr std::size_t kinds = 4; ///< with no_vote, which weighs nothing
constexpr double first_node = -4.875;
constexpr double node_distance = 0.25;
constexpr double discrimination_variance = 4.0; ///< of the prior
constexpr double step_variance = 16.0;
constexpr double settled = 1e-4; ///< movement of a position that ends the rounds

double node(std::size_t q) { return first_node + node_distance * static_cast<double>(q); }

using AtNodes = std::array<float, nodes>;
using Probabilities = std::array<std::array<double, nodes>, 3>; ///< [kind][node]

bool is_cast(RollCallItem const& item, std::size_t kind) { return (item.cast >> kind & 1U) != 0; }

double logit(RollCallItem const& item, std::size_t kind, double z) {
    return kind == 0 ? 0.0 : static_cast<double>(kind) * item.discrimination * z + item.steps[kind - 1];
}

std::array<double, 3> shares_of(RollCallItem const& item, double z) {
    std::array<double, 3> shares{};
    double sum = 0.0;
    for (std::size_t kind = 0; kind < 3; ++kind)
        sum += shares[kind] = is_cast(item, kind) ? lane::exp(logit(item, kind, z)) : 0.0;
    for (double& share : shares) share /= sum;
    return shares;
}

/// Discrimination and the two steps.
using Point = std::array<double, 3>;

/// One roll call while it is being estimated.
struct Estimate {
    Point point{};
    std::array<double, 3> cast{};            ///< 1 for kinds that were cast, else 0
    bool divided = false;                    ///< more than one kind was cast
    std::size_t usual = no_vote;             ///< the kind of most voters, which is summed once for all of them
    AtNodes usual_log_shares{};              ///< of no_vote: zero, as below
    std::array<AtNodes, kinds> log_shares{}; ///< less those of the usual kind
    std::array<AtNodes, kinds> expected{};   ///< voters of each kind at each node

    void set_shares();
    [[nodiscard]] double log_prior() const;
    [[nodiscard]] Point improved() const;

private:
    std::array<double, nodes> abstention_{}; ///< shares
    std::array<double, nodes> yes_{};
};

void Estimate::set_shares() {
    std::array<double, kinds> is_usual{};
    is_usual[usual] = 1.0;
    for (std::size_t q = 0; q < nodes; ++q) {
        double const first = point[0] * node(q) + point[1];
        double const second = 2 * point[0] * node(q) + point[2];
        double const abstention = cast[1] * lane::exp(first);
        double const yes = cast[2] * lane::exp(second);
        double const sum = cast[0] + abstention + yes;
        double const total = lane::log(sum);
        abstention_[q] = abstention / sum;
        yes_[q] = yes / sum;
        double const most = is_usual[1] * first + is_usual[2] * second - (1 - is_usual[no_vote]) * total;
        usual_log_shares[q] = static_cast<float>(most);
        log_shares[0][q] = static_cast<float>(-total - most);
        log_shares[1][q] = static_cast<float>(first - total - most);
        log_shares[2][q] = static_cast<float>(second - total - most);
        log_shares[no_vote][q] = static_cast<float>(-most);
    }
}

double Estimate::log_prior() const {
    return -0.5 * (point[0] * point[0] / discrimination_variance +
                   (point[1] * point[1] + point[2] * point[2]) / step_variance);
}

/// Solves a symmetric positive definite system by Cholesky's factors; m: lower triangle by rows.
Point solved(std::array<double, 6> const& m, Point const& g) {
    double const l00 = std::sqrt(m[0]), l10 = m[1] / l00, l20 = m[3] / l00;
    double const l11 = std::sqrt(m[2] - l10 * l10), l21 = (m[4] - l20 * l10) / l11;
    double const l22 = std::sqrt(m[5] - l20 * l20 - l21 * l21);
    double const y0 = g[0] / l00, y1 = (g[1] - l10 * y0) / l11, y2 = (g[2] - l20 * y0 - l21 * y1) / l22;
    double const x2 = y2 / l22, x1 = (y1 - l21 * x2) / l11;
    return {(y0 - l10 * x1 - l20 * x2) / l00, x1, x2};
}

/// After a Newton step on the item's expected log posterior, which is concave; nothing moves by more than one at once.
Point Estimate::improved() const {
    Point gradient{-point[0] / discrimination_variance, -point[1] / step_variance, -point[2] / step_variance};
    std::array<double, 6> curvature{1 / discrimination_variance, 0, 1 / step_variance, 0, 0, 1 / step_variance};
    for (std::size_t q = 0; q < nodes; ++q) {
        double const z = node(q);
        auto const abstained = static_cast<double>(expected[1][q]), agreed = static_cast<double>(expected[2][q]);
        double const voters = static_cast<double>(expected[0][q]) + abstained + agreed;
        double const abstention = abstention_[q], yes = yes_[q];
        double const mean = abstention + 2 * yes;
        gradient[0] += z * (abstained + 2 * agreed - voters * mean);
        gradient[1] += abstained - voters * abstention;
        gradient[2] += agreed - voters * yes;
        curvature[0] += voters * z * z * (abstention + 4 * yes - mean * mean);
        curvature[1] += voters * z * abstention * (1 - mean);
        curvature[2] += voters * abstention * (1 - abstention);
        curvature[3] += voters * z * yes * (2 - mean);
        curvature[4] -= voters * abstention * yes;
        curvature[5] += voters * yes * (1 - yes);
    }
    Point const step = solved(curvature, gradient);
    Point result = point;
    for (std::size_t k = 0; k < 3; ++k) result[k] += std::clamp(step[k], -1.0, 1.0);
    return result;
}

/// Weights of the nodes for one who sits near z.
void place(float* weights, double z) {
    double sum = 0.0;
    std::array<double, nodes> mass{};
    for (std::size_t q = 0; q < nodes; ++q) sum += mass[q] = lane::exp(-5.0 * (node(q) - z) * (node(q) - z));
    for (std::size_t q = 0; q < nodes; ++q) weights[q] = static_cast<float>(mass[q] / sum);
}

double mean_of(float const* weights) {
    double mean = 0.0;
    for (std::size_t q = 0; q < nodes; ++q) mean += static_cast<double>(weights[q]) * node(q);
    return mean;
}

/// The votes with what is known of positions and items; both are improved in turn.
class Estimation {
public:
    Estimation(std::size_t voters, std::size_t calls, std::span<std::uint8_t const> votes, std::vector<float>& weights)
        : voters_(voters), calls_(calls), weights_(weights), estimates_(calls) {
        survey(votes);
        for (std::size_t q = 0; q < nodes; ++q) prior_[q] = static_cast<float>(-0.5 * node(q) * node(q));
        std::vector<double> const start = first_component(voters, calls, votes);
        for (std::size_t voter = 0; voter < voters; ++voter) place(weights_.data() + voter * nodes, start[voter]);
        count();
        for (Estimate& one : estimates_) one.set_shares();
        for (int step = 0; step < 6; ++step) set_points(improved());
        weigh();
    }

    [[nodiscard]] std::vector<Estimate> const& estimates() const { return estimates_; }
    [[nodiscard]] double log_posterior() const { return log_posterior_; }

    /// One round of EM. True where positions have settled.
    bool round() {
        set_points(improved());
        return weigh() < settled;
    }

    /// Two rounds, then a leap along the way that they took, with a third round; without the leap where it would be one
    /// back (SQUAREM, Varadhan and Roland 2008).
    bool leap() {
        std::vector<Point> const start = points();
        if (round()) return true;
        std::vector<Point> const first = points();
        if (round()) return true;
        std::vector<Point> const second = points();
        double const reached = log_posterior_;
        double way = 0.0, bend = 0.0;
        for (std::size_t call = 0; call < calls_; ++call)
            for (std::size_t k = 0; k < 3; ++k) {
                double const r = first[call][k] - start[call][k];
                double const v = second[call][k] - first[call][k] - r;
                way += r * r;
                bend += v * v;
            }
        double const length = std::clamp(std::sqrt(way / bend), 1.0, 20.0);
        std::vector<Point> there(calls_);
        for (std::size_t call = 0; call < calls_; ++call)
            for (std::size_t k = 0; k < 3; ++k) {
                double const r = first[call][k] - start[call][k];
                double const v = second[call][k] - first[call][k] - r;
                there[call][k] = start[call][k] + 2 * length * r + length * length * v;
            }
        set_points(there);
        weigh();
        if (log_posterior_ < reached) {
            set_points(second);
            weigh();
        }
        return false;
    }

private:
    std::size_t voters_;
    std::size_t calls_;
    std::vector<float>& weights_;
    std::vector<Estimate> estimates_;
    struct Unusual {
        std::uint32_t call;
        std::uint32_t kind;
    };
    std::vector<std::vector<Unusual>> unusual_; ///< of each voter, on divided roll calls
    AtNodes prior_{};
    double log_posterior_ = 0.0;

    [[nodiscard]] std::vector<Point> points() const {
        std::vector<Point> all(calls_);
        for (std::size_t call = 0; call < calls_; ++call) all[call] = estimates_[call].point;
        return all;
    }
    [[nodiscard]] std::vector<Point> improved() const {
        std::vector<Point> all(calls_);
        for (std::size_t call = 0; call < calls_; ++call)
            if (estimates_[call].divided) all[call] = estimates_[call].improved();
        return all;
    }
    void set_points(std::vector<Point> const& all) {
        for (std::size_t call = 0; call < calls_; ++call) {
            if (!estimates_[call].divided) continue;
            estimates_[call].point = all[call];
            estimates_[call].set_shares();
        }
    }

    /// Which kinds were cast and which was usual; whose votes were unusual.
    void survey(std::span<std::uint8_t const> votes) {
        for (std::size_t call = 0; call < calls_; ++call) {
            Estimate& one = estimates_[call];
            std::array<std::size_t, kinds> counts{};
            for (std::size_t voter = 0; voter < voters_; ++voter) ++counts[votes[voter * calls_ + call]];
            for (std::size_t kind = 0; kind < 3; ++kind) one.cast[kind] = counts[kind] > 0 ? 1.0 : 0.0;
            one.divided = one.cast[0] + one.cast[1] + one.cast[2] > 1.0;
            one.usual = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
        }
        unusual_.resize(voters_);
        for (std::size_t voter = 0; voter < voters_; ++voter)
            for (std::size_t call = 0; call < calls_; ++call)
                if (std::uint8_t const vote = votes[voter * calls_ + call];
                    estimates_[call].divided && vote != estimates_[call].usual)
                    unusual_[voter].push_back({static_cast<std::uint32_t>(call), vote});
    }

    /// Voters of each kind at each node; of the usual kind are those that are of no other.
    void count() {
        for (Estimate& one : estimates_) one.expected = {};
        AtNodes all{};
        for (std::size_t voter = 0; voter < voters_; ++voter) {
            float const* const weights = weights_.data() + voter * nodes;
            for (std::size_t q = 0; q < nodes; ++q) all[q] += weights[q];
            for (Unusual const& vote : unusual_[voter]) {
                AtNodes& at = estimates_[vote.call].expected[vote.kind];
                for (std::size_t q = 0; q < nodes; ++q) at[q] += weights[q];
            }
        }
        for (Estimate& one : estimates_) {
            AtNodes rest = all;
            for (AtNodes const& other : one.expected)
                for (std::size_t q = 0; q < nodes; ++q) rest[q] -= other[q];
            for (std::size_t q = 0; q < nodes; ++q) one.expected[one.usual][q] = std::max(0.0F, rest[q]);
        }
    }

    /// Log posterior at each node of one whose votes are all usual, up to a constant.
    [[nodiscard]] AtNodes of_usual_votes() const {
        AtNodes sum = prior_;
        for (Estimate const& one : estimates_)
            if (one.divided)
                for (std::size_t q = 0; q < nodes; ++q) sum[q] += one.usual_log_shares[q];
        return sum;
    }

    /// Posteriors of the positions, what they let expect of the items, and the log posterior. The largest movement of a
    /// position.
    double weigh() {
        double moved = 0.0;
        log_posterior_ = 0.0;
        for (Estimate const& one : estimates_) log_posterior_ += one.log_prior();
        AtNodes const usual = of_usual_votes();
        for (std::size_t voter = 0; voter < voters_; ++voter) {
            AtNodes sum = usual;
            for (Unusual const& vote : unusual_[voter]) {
                AtNodes const& at = estimates_[vote.call].log_shares[vote.kind];
                for (std::size_t q = 0; q < nodes; ++q) sum[q] += at[q];
            }
            float const top = std::ranges::max(sum);
            std::array<double, nodes> mass{};
            for (std::size_t q = 0; q < nodes; ++q) mass[q] = lane::exp(static_cast<double>(sum[q] - top));
            double total = 0.0;
            for (double const one : mass) total += one;
            log_posterior_ += static_cast<double>(top) + lane::log(total);
            float* const weights = weights_.data() + voter * nodes;
            double const before = mean_of(weights);
            for (std::size_t q = 0; q < nodes; ++q) weights[q] = static_cast<float>(mass[q] / total);
            moved = std::max(moved, std::abs(mean_of(weights) - before));
        }
        count();
        return moved;
    }
};

} // namespace

Agenda::Agenda(std::size_t voters, std::size_t calls, std::span<std::uint8_t const> votes, int leaps)
    : calls_(calls), items_(calls), weights_(voters * nodes) {
    assert(votes.size() == voters * calls);
    Estimation estimation(voters, calls, votes, weights_);
    for (leaps_ = 0; leaps_ < leaps && !converged_; ++leaps_) converged_ = estimation.leap();
    log_posterior_ = estimation.log_posterior();
    for (std::size_t call = 0; call < calls; ++call) {
        Estimate const& one = estimation.estimates()[call];
        items_[call] = {one.point[0], {one.point[1], one.point[2]}, 0};
        for (std::size_t kind = 0; kind < 3; ++kind)
            if (one.cast[kind] > 0) items_[call].cast = static_cast<std::uint8_t>(items_[call].cast | 1U << kind);
    }
}

double Agenda::position(std::size_t voter) const { return mean_of(weights_.data() + voter * nodes); }

double Agenda::position_sd(std::size_t voter) const {
    double const mean = position(voter);
    double variance = 0.0;
    for (std::size_t q = 0; q < nodes; ++q)
        variance += static_cast<double>(weights_[voter * nodes + q]) * (node(q) - mean) * (node(q) - mean);
    return std::sqrt(variance);
}

std::array<double, 3> Agenda::shares(std::size_t call, double position) const {
    return shares_of(items_[call], position);
}

Agenda::DistancesFrom Agenda::distances_from(std::span<std::uint8_t const> other) const {
    assert(other.size() == calls_);
    DistancesFrom from;
    from.agenda_ = this;
    from.at_nodes_.assign(calls_ * nodes, 0.0F);
    for (std::size_t call = 0; call < calls_; ++call) {
        if (other[call] == no_vote) continue;
        for (std::size_t q = 0; q < nodes; ++q) {
            std::array<double, 3> const p = shares_of(items_[call], node(q));
            double expected = 0.0;
            for (std::size_t kind = 0; kind < 3; ++kind)
                expected += 0.5 * p[kind] * std::abs(static_cast<double>(kind) - static_cast<double>(other[call]));
            from.at_nodes_[call * nodes + q] = static_cast<float>(expected);
        }
    }
    return from;
}

std::vector<double> Agenda::DistancesFrom::expected(std::size_t voter) const {
    float const* const weights = agenda_->weights_.data() + voter * nodes;
    std::vector<double> distances(agenda_->calls_);
    for (std::size_t call = 0; call < distances.size(); ++call) {
        double sum = 0.0;
        for (std::size_t q = 0; q < nodes; ++q)
            sum += static_cast<double>(weights[q]) * static_cast<double>(at_nodes_[call * nodes + q]);
        distances[call] = sum;
    }
    return distances;
}

} // namespace casus::measure
