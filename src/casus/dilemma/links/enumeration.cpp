#include "casus/dilemma/links/enumeration.hpp"

#include "casus/base/parallel.hpp"
#include "casus/dilemma/links/member_table.hpp"

#include <cassert>
#include <cstddef>
#include <memory>
#include <numeric>

namespace casus::dilemma {

namespace {

constexpr std::uint64_t most_sets_in_window = std::uint64_t{1} << 14;
constexpr std::uint64_t sets_between_refreshes = 256;

bool more_reliable(LinkPoint const& a, LinkPoint const& b) {
    if (a.reliability != b.reliability) return a.reliability > b.reliability;
    return a.cost != b.cost ? a.cost < b.cost : a.code < b.code;
}

bool stronger(LinkPoint const& a, LinkPoint const& b) {
    if (a.weakest != b.weakest) return a.weakest > b.weakest;
    return a.cost != b.cost ? a.cost < b.cost : a.code < b.code;
}

/// The few best so far, best first.
struct BestPoints {
    std::size_t most;
    bool (*better)(LinkPoint const&, LinkPoint const&);
    std::vector<LinkPoint> points{};

    void offer(LinkPoint const& point) {
        if (points.size() == most && !better(point, points.back())) return;
        points.insert(std::upper_bound(points.begin(), points.end(), point, better), point);
        if (points.size() > most) points.pop_back();
    }
};

/// Which candidates a block's tables hold, and where. Those of members with few others in the window come first, since
/// a member's table has (levels + 1) to the power of its candidates in the window.
struct LinkWindow {
    std::vector<std::size_t> inside;
    std::vector<std::size_t> outside;
    std::uint64_t sets = 1;   ///< of those inside
    std::uint64_t blocks = 1; ///< settings of those outside

    explicit LinkWindow(LinkProblem const& problem) {
        std::uint64_t const radix = problem.levels + 1;
        std::vector<std::size_t> degree(problem.inputs.members, 0);
        outside.resize(problem.candidates.size());
        std::iota(outside.begin(), outside.end(), std::size_t{0});
        while (!outside.empty() && sets * radix <= most_sets_in_window) {
            auto const size = [&](std::size_t k) {
                auto const& link = problem.candidates[k];
                return std::max(degree[link.a], degree[link.b]) * 64 + std::min(degree[link.a], degree[link.b]);
            };
            auto const next = std::min_element(outside.begin(), outside.end(),
                                               [&](std::size_t k, std::size_t l) { return size(k) < size(l); });
            ++degree[problem.candidates[*next].a];
            ++degree[problem.candidates[*next].b];
            inside.push_back(*next);
            outside.erase(next);
            sets *= radix;
        }
        for (std::size_t n = 0; n < outside.size(); ++n) blocks *= radix;
    }
};

struct BlockResult {
    std::uint64_t allowed = 0;
    BestPoints most_reliable;
    BestPoints strongest;
    std::vector<LinkPoint> frontier{};
};

/// A candidate inside the window: where it stands in the tables of its two members.
template <std::size_t R> struct WindowLink {
    std::size_t a_table = 0;
    std::size_t b_table = 0;
    std::size_t a_stride = 0;
    std::size_t b_stride = 0;
    std::uint64_t code = 0;         ///< of one level
    double cost = 0.0;              ///< of one level
    std::array<double, R> forces{}; ///< what joint planning adds, of one level
};

/// A member with candidates.
template <std::size_t R> struct TouchedMember {
    std::size_t member = 0;
    std::vector<std::size_t> inside{}; ///< candidates of the window
    std::size_t at = 0;                ///< current state in its table
    std::vector<MemberRecord<R>> table{};
};

template <std::size_t R> class LinkWalk {
public:
    LinkWalk(LinkProblem const& problem, LinkWindow const& window, std::size_t best)
        : problem_(problem), window_(window), best_(best), records_(problem.inputs), untouched_(records_.start<R>()),
          place_(problem.inputs.members, none) {
        Inputs const& in = problem.inputs;
        std::uint64_t code = 1;
        for (LinkCandidate const& link : problem.candidates) {
            codes_.push_back(code);
            code *= problem.levels + 1;
            for (std::size_t const i : {link.a, link.b})
                if (place_[i] == none) {
                    place_[i] = touched_.size();
                    touched_.push_back({i});
                }
        }
        for (std::size_t i = 0; i < in.members; ++i) {
            linked_.push_back(0.0);
            forces_.push_back(0.0);
            for (std::size_t b = 0; b < in.members; ++b) {
                double const s = in.link[in.pair(i, b)];
                linked_[i] += s;
                forces_[i] += s * in.member_power[b] * in.reach[in.pair(i, b)];
                if (b > i)
                    for (std::size_t m = 0; m < R; ++m) untouched_.forces[m] += joint_forces(i, b, m) * s;
            }
            if (place_[i] == none) untouched_.add(records_.record<R>(i, linked_[i], forces_[i]));
        }
        std::size_t const radix = problem.levels + 1;
        for (std::size_t const k : window.inside) {
            LinkCandidate const& link = problem.candidates[k];
            WindowLink<R> one{place_[link.a], place_[link.b], 1, 1, codes_[k], level_of(link.cost), {}};
            for (std::size_t n = touched_[one.a_table].inside.size(); n > 0; --n) one.a_stride *= radix;
            for (std::size_t n = touched_[one.b_table].inside.size(); n > 0; --n) one.b_stride *= radix;
            for (std::size_t m = 0; m < R; ++m)
                one.forces[m] = level_of(link.support) * joint_forces(link.a, link.b, m);
            touched_[one.a_table].inside.push_back(k);
            touched_[one.b_table].inside.push_back(k);
            links_.push_back(one);
        }
    }

    [[nodiscard]] BlockResult block(std::uint64_t number, FrontierSieve const* sieve) {
        BlockResult result{0, {best_, more_reliable}, {best_, stronger}};
        open_block(number);
        if (block_cost_ > limit()) return result;
        make_tables();
        std::size_t const n = links_.size();
        // Algorithm H of Knuth 7.2.1.1: digits, directions and focus pointers.
        std::vector<std::uint8_t> digit(n, 0);
        std::vector<std::int8_t> direction(n, 1);
        std::vector<std::size_t> focus(n + 1);
        std::iota(focus.begin(), focus.end(), std::size_t{0});
        std::uint64_t code = block_code_;
        double cost = block_cost_;
        LinkTotals<R> totals = block_;
        for (std::uint64_t step = 0;; ++step) {
            if (step % sets_between_refreshes == 0) {
                totals = block_;
                cost = block_cost_;
                for (TouchedMember<R> const& one : touched_) totals.add(one.table[one.at]);
                for (std::size_t k = 0; k < n; ++k) {
                    cost += links_[k].cost * digit[k];
                    for (std::size_t m = 0; m < R; ++m) totals.forces[m] += links_[k].forces[m] * digit[k];
                }
            }
            if (cost <= limit()) visit({cost, totals.system_reliability(), totals.weakest(), code}, sieve, result);
            std::size_t const k = focus[0];
            if (k == n) break;
            focus[0] = 0;
            int const move = direction[k];
            digit[k] = static_cast<std::uint8_t>(digit[k] + move);
            if (digit[k] == 0 || digit[k] == problem_.levels) {
                direction[k] = static_cast<std::int8_t>(-move);
                focus[k] = focus[k + 1];
                focus[k + 1] = k + 1;
            }
            WindowLink<R> const& link = links_[k];
            auto const by = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(move));
            shift(touched_[link.a_table], link.a_stride * by, totals);
            shift(touched_[link.b_table], link.b_stride * by, totals);
            for (std::size_t m = 0; m < R; ++m) totals.forces[m] += move * link.forces[m];
            cost += move * link.cost;
            code += link.code * static_cast<std::uint64_t>(static_cast<std::int64_t>(move));
        }
        keep_frontier(result.frontier);
        return result;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] double limit() const { return problem_.budget + 1e-12; }
    [[nodiscard]] double level_of(double whole) const { return whole / static_cast<double>(problem_.levels); }

    [[nodiscard]] double joint_forces(std::size_t a, std::size_t b, std::size_t m) const {
        Inputs const& in = problem_.inputs;
        return in.c.synergy * std::sqrt(in.member_power[a] * in.rival_reach[in.position(a, m)] * in.member_power[b] *
                                        in.rival_reach[in.position(b, m)]);
    }

    /// Sets the candidates outside the window.
    void open_block(std::uint64_t number) {
        Inputs const& in = problem_.inputs;
        block_linked_ = linked_;
        block_forces_ = forces_;
        block_ = untouched_;
        block_cost_ = 0.0;
        block_code_ = 0;
        for (std::size_t const k : window_.outside) {
            LinkCandidate const& link = problem_.candidates[k];
            std::uint64_t const digit = number % (problem_.levels + 1);
            number /= problem_.levels + 1;
            double const s = level_of(link.support) * static_cast<double>(digit);
            block_cost_ += level_of(link.cost) * static_cast<double>(digit);
            block_code_ += codes_[k] * digit;
            block_linked_[link.a] += s;
            block_linked_[link.b] += s;
            block_forces_[link.a] += s * in.member_power[link.b] * in.reach[in.pair(link.a, link.b)];
            block_forces_[link.b] += s * in.member_power[link.a] * in.reach[in.pair(link.a, link.b)];
            for (std::size_t m = 0; m < R; ++m) block_.forces[m] += s * joint_forces(link.a, link.b, m);
        }
    }

    void make_tables() {
        Inputs const& in = problem_.inputs;
        std::size_t const radix = problem_.levels + 1;
        for (TouchedMember<R>& one : touched_) {
            std::size_t const i = one.member;
            one.at = 0;
            std::size_t size = 1;
            for (std::size_t n = 0; n < one.inside.size(); ++n) size *= radix;
            one.table.resize(size);
            for (std::size_t state = 0; state < size; ++state) {
                double linked = block_linked_[i];
                double forces = block_forces_[i];
                std::size_t rest = state;
                for (std::size_t const k : one.inside) {
                    LinkCandidate const& link = problem_.candidates[k];
                    std::size_t const other = link.a == i ? link.b : link.a;
                    double const s = level_of(link.support) * static_cast<double>(rest % radix);
                    rest /= radix;
                    linked += s;
                    forces += s * in.member_power[other] * in.reach[in.pair(i, other)];
                }
                one.table[state] = records_.record<R>(i, linked, forces);
            }
        }
    }

    static void shift(TouchedMember<R>& one, std::size_t by, LinkTotals<R>& totals) {
        MemberRecord<R> const& was = one.table[one.at];
        one.at += by;
        totals.exchange(was, one.table[one.at]);
    }

    static void visit(LinkPoint const& point, FrontierSieve const* sieve, BlockResult& result) {
        ++result.allowed;
        auto const& reliable = result.most_reliable;
        if (reliable.points.size() < reliable.most || point.reliability >= reliable.points.back().reliability)
            result.most_reliable.offer(point);
        auto const& strong = result.strongest;
        if (strong.points.size() < strong.most || point.weakest >= strong.points.back().weakest)
            result.strongest.offer(point);
        if (sieve == nullptr || !sieve->may_belong(point.cost, point.reliability, point.weakest)) return;
        result.frontier.push_back(point);
        if (result.frontier.size() % 4096 == 0) keep_frontier(result.frontier);
    }

    LinkProblem const& problem_;
    LinkWindow const& window_;
    std::size_t best_;
    MemberRecords records_;
    LinkTotals<R> untouched_; ///< the leader, members without candidates, links that stand
    std::vector<std::size_t> place_;
    std::vector<double> linked_;
    std::vector<double> forces_;
    std::vector<std::uint64_t> codes_;
    std::vector<TouchedMember<R>> touched_;
    std::vector<WindowLink<R>> links_;
    LinkTotals<R> block_;
    std::vector<double> block_linked_;
    std::vector<double> block_forces_;
    double block_cost_ = 0.0;
    std::uint64_t block_code_ = 0;
};

/// A few blocks first, scattered over all, then more: what they leave sieves the rest.
std::size_t wave_of(std::uint64_t block) {
    std::uint64_t const scattered = (block * 0x9E3779B97F4A7C15ULL) >> 56;
    return block == 0 || scattered < 4 ? 0 : scattered < 32 ? 1 : 2;
}

template <std::size_t R> Enumeration enumerate(LinkProblem const& problem, EnumerationPlan const& plan) {
    LinkWindow const window(problem);
    Enumeration all;
    all.sets = window.sets * window.blocks;
    BestPoints reliable{plan.best, more_reliable};
    BestPoints strong{plan.best, stronger};
    std::vector<std::unique_ptr<LinkWalk<R>>> walks(std::max<std::size_t>(1, plan.threads));
    for (std::size_t wave = 0; wave < 3; ++wave) {
        std::vector<std::uint64_t> blocks;
        for (std::uint64_t block = 0; block < window.blocks; ++block)
            if (wave_of(block) == wave) blocks.push_back(block);
        FrontierSieve const sieve(all.frontier);
        std::vector<std::optional<BlockResult>> results(blocks.size());
        parallel_for(blocks.size(), 1, walks.size(), [&](std::size_t first, std::size_t last, std::size_t worker) {
            auto& walk = walks[worker];
            if (!walk) walk = std::make_unique<LinkWalk<R>>(problem, window, plan.best);
            for (std::size_t n = first; n < last; ++n)
                results[n] = walk->block(blocks[n], plan.frontier ? &sieve : nullptr);
        });
        for (auto const& result : results) {
            all.allowed += result->allowed;
            for (LinkPoint const& point : result->most_reliable.points) reliable.offer(point);
            for (LinkPoint const& point : result->strongest.points) strong.offer(point);
            all.frontier.insert(all.frontier.end(), result->frontier.begin(), result->frontier.end());
        }
        keep_frontier(all.frontier);
    }
    all.most_reliable = std::move(reliable.points);
    all.strongest = std::move(strong.points);
    return all;
}

} // namespace

std::uint64_t number_of_sets(LinkProblem const& problem) {
    std::uint64_t sets = 1;
    for (std::size_t k = 0; k < problem.candidates.size(); ++k) {
        if (sets >= std::uint64_t{1} << 61) return std::uint64_t{1} << 63;
        sets *= problem.levels + 1;
    }
    return sets;
}

Enumeration enumerate_links(LinkProblem const& problem, EnumerationPlan const& plan) {
    assert(problem.inputs.rivals >= 1 && problem.inputs.rivals <= most_enumerated_rivals);
    assert(number_of_sets(problem) <= most_enumerated_sets);
    switch (problem.inputs.rivals) {
    case 1:
        return enumerate<1>(problem, plan);
    case 2:
        return enumerate<2>(problem, plan);
    case 3:
        return enumerate<3>(problem, plan);
    case 4:
        return enumerate<4>(problem, plan);
    case 5:
        return enumerate<5>(problem, plan);
    default:
        return enumerate<6>(problem, plan);
    }
}

LinkLevels levels_of(LinkProblem const& problem, std::uint64_t code) {
    LinkLevels levels;
    for (std::size_t k = 0; k < problem.candidates.size(); ++k) {
        levels.push_back(static_cast<std::uint8_t>(code % (problem.levels + 1)));
        code /= problem.levels + 1;
    }
    return levels;
}

} // namespace casus::dilemma
