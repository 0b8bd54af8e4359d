#include "casus/estimate/concordance.hpp"

#include "casus/estimate/order.hpp"
#include "casus/estimate/risk_sets.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace casus::estimate {
namespace {

/// Weights by rank of the score: sums below a rank in logarithmic time (Fenwick 1994).
class RankedWeights {
public:
    explicit RankedWeights(std::size_t ranks) : sums_(ranks + 1), own_(ranks) {}

    void clear() {
        std::fill(sums_.begin(), sums_.end(), 0.0);
        std::fill(own_.begin(), own_.end(), 0.0);
    }
    void add(std::size_t rank, double weight) {
        own_[rank] += weight;
        for (std::size_t i = rank + 1; i < sums_.size(); i += i & (~i + 1)) sums_[i] += weight;
    }
    [[nodiscard]] double below(std::size_t rank) const {
        double sum = 0.0;
        for (std::size_t i = rank; i > 0; i -= i & (~i + 1)) sum += sums_[i];
        return sum;
    }
    [[nodiscard]] double at(std::size_t rank) const { return own_[rank]; }

private:
    std::vector<double> sums_;
    std::vector<double> own_;
};

/// By position, from 0; equal scores have one rank. `count` of them.
std::vector<std::uint32_t> ranked(std::span<double const> score, RiskSets const& sets, std::size_t& count) {
    std::vector<double> at(score.size());
    std::vector<std::uint32_t> order(score.size());
    for (std::size_t i = 0; i < at.size(); ++i) {
        at[i] = score[sets.row[i]];
        order[i] = static_cast<std::uint32_t>(i);
    }
    order_by(at, order);
    std::vector<std::uint32_t> ranks(score.size());
    std::uint32_t rank = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (k > 0 && at[order[k]] != at[order[k - 1]]) ++rank;
        ranks[order[k]] = rank;
    }
    count = std::size_t{rank} + 1;
    return ranks;
}

/// Pairs of one row, weighted with the other row's weight.
struct Pairs {
    double concordant = 0.0;
    double discordant = 0.0;
    double tied = 0.0;
};

struct Counting {
    RiskSets const& sets;
    std::vector<double> const& weights; ///< by position
    std::vector<std::uint32_t> const& rank;
    RankedWeights tree;
    double total = 0.0;       ///< in the tree
    std::vector<Pairs> pairs; ///< by position

    void put(std::size_t i, double sign) {
        tree.add(rank[i], sign * weights[i]);
        total += sign * weights[i];
    }
    void clear() {
        tree.clear();
        total = 0.0;
    }
};

/// What each event sees of those who go on: rows enter the tree as they come to be at risk, latest first.
void count_from_events(Counting& now) {
    RiskSets const& sets = now.sets;
    std::uint32_t stratum = UINT32_MAX;
    std::size_t entered = 0;
    std::size_t left = 0;
    for (auto const& time : sets.times) {
        if (time.stratum != stratum) {
            stratum = time.stratum;
            entered = left = sets.stratum_begin[stratum];
            now.clear();
        }
        auto const at_risk = [&](std::size_t i) { return sets.from[i] < sets.to[i]; };
        for (; left < time.left; ++left)
            if (std::size_t const i = sets.leaving[left]; at_risk(i)) now.put(i, -1.0);
        for (; entered < time.first_event; ++entered)
            if (at_risk(entered)) now.put(entered, 1.0);
        for (std::size_t i = time.last_event; i < time.entered; ++i)
            if (at_risk(i)) now.put(i, 1.0);
        for (std::size_t i = time.first_event; i < time.last_event; ++i) {
            double const below = now.tree.below(now.rank[i]);
            double const tied = now.tree.at(now.rank[i]);
            now.pairs[i].concordant += below;
            now.pairs[i].tied += tied;
            now.pairs[i].discordant += now.total - below - tied;
        }
        for (std::size_t i = time.first_event; i < time.last_event; ++i) now.put(i, 1.0);
        entered = time.entered;
    }
}

struct Question {
    std::uint32_t place = 0; ///< among the sums: all times of the stratum from here on are in the tree
    std::uint32_t row = 0;
    double sign = 0.0;
};

/// What the rows ask, the place behind the earliest time first.
std::vector<Question> questions_of(RiskSets const& sets) {
    std::vector<Question> asked;
    asked.reserve(2 * sets.rows());
    for (std::uint32_t s = 0; s + 1 < sets.stratum_begin.size(); ++s)
        for (std::uint32_t i = sets.stratum_begin[s]; i < sets.stratum_begin[s + 1]; ++i) {
            std::uint32_t from = sets.from[i];
            // An event at the row's own time is a pair only where the row is censored then.
            std::size_t const k = from - s;
            if (k < sets.times.size() && sets.times[k].stratum == s && i >= sets.times[k].first_event &&
                i < sets.times[k].last_event)
                ++from;
            if (from >= sets.to[i]) continue;
            asked.push_back({from, i, 1.0});
            asked.push_back({sets.to[i], i, -1.0});
        }
    std::vector<std::uint32_t> places(asked.size());
    std::vector<std::uint32_t> order(asked.size());
    for (std::size_t q = 0; q < asked.size(); ++q) {
        places[q] = static_cast<std::uint32_t>(sets.sums()) - asked[q].place;
        order[q] = static_cast<std::uint32_t>(q);
    }
    order_by_group(places, sets.sums() + 1, order);
    std::vector<Question> sorted(asked.size());
    for (std::size_t q = 0; q < asked.size(); ++q) sorted[q] = asked[order[q]];
    return sorted;
}

/// What each row at risk sees of the events before its end: events enter the tree from the earliest of a stratum on;
/// counts at the row's end less counts at its beginning.
void count_from_rows(Counting& now) {
    RiskSets const& sets = now.sets;
    auto const questions = questions_of(sets);
    std::uint32_t stratum = UINT32_MAX;
    std::size_t k = sets.times.size(); // times from here on are in the tree (of their stratum alone)
    for (Question const& question : questions) {
        while (k > 0 && sets.before(k - 1) >= question.place) {
            --k;
            if (sets.times[k].stratum != stratum) {
                stratum = sets.times[k].stratum;
                now.clear();
            }
            for (std::size_t i = sets.times[k].first_event; i < sets.times[k].last_event; ++i) now.put(i, 1.0);
        }
        // Behind the last time of a stratum nothing of it has come yet.
        bool const nothing = k == sets.times.size() || sets.before(k) != question.place;
        if (nothing) continue;
        double const below = now.tree.below(now.rank[question.row]);
        double const tied = now.tree.at(now.rank[question.row]);
        now.pairs[question.row].concordant += question.sign * (now.total - below - tied);
        now.pairs[question.row].tied += question.sign * tied;
        now.pairs[question.row].discordant += question.sign * below;
    }
}

double standard_error(Counting const& counted, Concordance const& all, Options const& options) {
    double const pairs = all.concordant + all.discordant + all.tied;
    double const somers = (all.concordant - all.discordant) / pairs;
    std::size_t clusters = 0;
    for (std::uint32_t const cluster : options.clusters) clusters = std::max<std::size_t>(clusters, cluster + 1);
    std::vector<double> shift(options.clusters.empty() ? counted.pairs.size() : clusters);
    for (std::size_t i = 0; i < counted.pairs.size(); ++i) {
        Pairs const& mine = counted.pairs[i];
        double const sum = mine.concordant + mine.discordant + mine.tied;
        shift[options.clusters.empty() ? i : options.clusters[counted.sets.row[i]]] +=
            counted.weights[i] * ((mine.concordant - mine.discordant) / pairs - somers / pairs * sum);
    }
    double squares = 0.0;
    for (double const part : shift) squares += part * part;
    return 0.5 * std::sqrt(squares);
}

} // namespace

Concordance concordance(Spells const& spells, std::span<double const> score, Options const& options) {
    RiskSets const sets(spells);
    std::size_t ranks = 0;
    auto const rank = ranked(score, sets, ranks);
    std::vector<double> weights(sets.rows(), 1.0);
    if (!options.weights.empty())
        for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = options.weights[sets.row[i]];
    Counting counting{sets, weights, rank, RankedWeights(ranks), 0.0, std::vector<Pairs>(sets.rows())};
    count_from_events(counting);
    Concordance out;
    for (std::size_t i = 0; i < sets.rows(); ++i) {
        out.concordant += weights[i] * counting.pairs[i].concordant;
        out.discordant += weights[i] * counting.pairs[i].discordant;
        out.tied += weights[i] * counting.pairs[i].tied;
    }
    double const pairs = out.concordant + out.discordant + out.tied;
    if (!(pairs > 0.0)) return out;
    out.value = (out.concordant + 0.5 * out.tied) / pairs;
    counting.clear();
    count_from_rows(counting);
    out.se = standard_error(counting, out, options);
    return out;
}

} // namespace casus::estimate
