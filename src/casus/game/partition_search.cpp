#include "casus/game/partition_search.hpp"

#include <algorithm>
#include <numeric>

namespace casus::game {

namespace {

class Search {
public:
    Search(std::size_t players, std::vector<Candidate> const& candidates, std::size_t count, double most_slack,
           double least_gain, std::uint64_t most_steps)
        : all_(everyone(players)), count_(count), limit_(most_slack), least_gain_(least_gain), most_steps_(most_steps),
          by_first_(players) {
        rank_players(players, candidates);
        for (Candidate const& c : candidates) by_first_[first_of(c.coalition)].push_back(c);
        for (auto& list : by_first_)
            std::ranges::sort(list, [](Candidate const& a, Candidate const& b) {
                return a.slack != b.slack ? a.slack < b.slack : a.coalition < b.coalition;
            });
    }

    PartitionSearch run() {
        descend(0, 0.0);
        found_.complete = found_.steps <= most_steps_;
        return std::move(found_);
    }

private:
    /// Players in few candidates come first: the search branches least where it begins.
    void rank_players(std::size_t players, std::vector<Candidate> const& candidates) {
        std::vector<std::size_t> in(players, 0);
        for (Candidate const& c : candidates) for_each_member(c.coalition, [&](std::size_t i) { ++in[i]; });
        order_.resize(players);
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::ranges::stable_sort(order_, [&](std::size_t a, std::size_t b) { return in[a] < in[b]; });
    }

    [[nodiscard]] std::size_t first_of(Coalition members) const {
        for (std::size_t const i : order_)
            if (contains(members, i)) return i;
        return 0;
    }

    void record(double slack) {
        auto const at = std::ranges::upper_bound(found_.best, slack, {}, &FoundPartition::slack);
        found_.best.insert(at, {blocks_, slack});
        if (found_.best.size() > count_) found_.best.pop_back();
        if (found_.best.size() == count_) limit_ = std::min(limit_, found_.best.back().slack);
    }

    /// A partition as good as the worst one kept is of no use.
    [[nodiscard]] bool hopeless(double slack) const {
        if (found_.best.size() < count_) return slack > limit_;
        return slack >= limit_ || slack > limit_ - least_gain_;
    }

    void descend(Coalition covered, double slack) {
        if (covered == all_) {
            record(slack);
            return;
        }
        for (Candidate const& c : by_first_[first_of(all_ & ~covered)]) {
            if (hopeless(slack + c.slack) || ++found_.steps > most_steps_) return;
            if ((c.coalition & covered) != 0) continue;
            blocks_.push_back(c.coalition);
            descend(covered | c.coalition, slack + c.slack);
            blocks_.pop_back();
        }
    }

    Coalition all_;
    std::size_t count_;
    double limit_;
    double least_gain_;
    std::uint64_t most_steps_;
    std::vector<std::size_t> order_;
    std::vector<std::vector<Candidate>> by_first_;
    Partition blocks_;
    PartitionSearch found_;
};

} // namespace

PartitionSearch search_partitions(std::size_t players, std::vector<Candidate> const& candidates, std::size_t count,
                                  double most_slack, double least_gain, std::uint64_t most_steps) {
    return Search(players, candidates, count, most_slack, least_gain, most_steps).run();
}

} // namespace casus::game
