#include "casus/dilemma/links/problem.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace casus::dilemma {

namespace {

using Pair = std::pair<std::size_t, std::size_t>;

/// Reads what users write of links, and keeps what is wrong with it until all was read.
struct LinkReader {
    World const& world;
    System const& system;
    std::vector<Problem> problems{};

    void complain(Text what, std::string_view found, Text expected = {}) {
        problems.push_back({{}, std::move(what), std::string(found), std::move(expected), {}});
    }

    /// A code may hold a dash itself, so every dash is tried before it is complained of.
    [[nodiscard]] std::optional<Pair> pair(std::string_view text) {
        std::optional<Error> first;
        for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
            try {
                std::size_t const a = system.member(world, text.substr(0, at));
                std::size_t const b = system.member(world, text.substr(at + 1));
                return allowed(text, a, b);
            } catch (Error const& error) {
                if (!first) first = error;
            }
        }
        if (first)
            problems.insert(problems.end(), first->problems().begin(), first->problems().end());
        else
            complain({"not a link", "不是联结"}, text, {"two members as A-B", "两个成员，写作 A-B"});
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Pair> allowed(std::string_view text, std::size_t a, std::size_t b) {
        if (a != b && !system.same_branch(a, b)) return Pair{std::min(a, b), std::max(a, b)};
        complain(a == b ? Text{"a link of a member with itself", "成员与自身的联结"}
                        : Text{"a link within one branch", "同一分支联盟内部的联结"},
                 text, {"members of different branches", "不同分支联盟的成员"});
        return std::nullopt;
    }

    [[nodiscard]] std::set<Pair> pairs(std::vector<std::string> const& texts) {
        std::set<Pair> found;
        for (std::string const& text : texts)
            if (auto const one = pair(text)) found.insert(*one);
        return found;
    }

    [[nodiscard]] std::map<Pair, double> ceilings(std::vector<std::string> const& texts) {
        std::map<Pair, double> found;
        for (std::string const& text : texts) {
            std::size_t const at = std::min(text.find('='), text.size());
            auto const one = pair(std::string_view(text).substr(0, at));
            double value = -1.0;
            char const* const end = text.data() + text.size();
            auto const read = at < text.size() ? std::from_chars(text.data() + at + 1, end, value)
                                               : std::from_chars_result{end, std::errc::invalid_argument};
            if (read.ec != std::errc{} || read.ptr != end || !(value >= 0.0 && value <= 1.0))
                complain({"not a ceiling of a link", "不是联结的上限"}, text,
                         {"A-B=VALUE with a value from 0 to 1", "A-B=数值，数值在 0 与 1 之间"});
            else if (one)
                found[*one] = value;
        }
        return found;
    }
};

void add_link(Inputs& inputs, LinkCandidate const& link, double support) {
    for (std::size_t const at : {inputs.pair(link.a, link.b), inputs.pair(link.b, link.a)})
        inputs.link[at] = std::min(1.0, inputs.link[at] + support);
}

std::vector<Pair> all_pairs(System const& system) {
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < system.members.size(); ++a)
        for (std::size_t b = a + 1; b < system.members.size(); ++b)
            if (!system.same_branch(a, b)) pairs.emplace_back(a, b);
    return pairs;
}

LinkCandidate candidate_of(Inputs const& in, Pair const& pair, double link_level, std::optional<double> ceiling) {
    auto const [a, b] = pair;
    double const rule = link_level * (1.0 - std::max(in.autonomy[a], in.autonomy[b]));
    double const support = std::max(0.0, ceiling.value_or(rule) - in.link[in.pair(a, b)]);
    return {a, b, support, support * in.link_cost[in.pair(a, b)], ceiling};
}

} // namespace

double LinkProblem::required_cost() const {
    double sum = 0.0;
    for (LinkCandidate const& link : required) sum += link.cost;
    return sum;
}

double LinkProblem::cost_of(LinkLevels const& chosen) const {
    double sum = 0.0;
    for (std::size_t k = 0; k < candidates.size(); ++k)
        sum += candidates[k].cost * chosen[k] / static_cast<double>(levels);
    return sum;
}

Inputs LinkProblem::with(LinkLevels const& chosen) const {
    Inputs changed = inputs;
    for (std::size_t k = 0; k < candidates.size(); ++k)
        add_link(changed, candidates[k], candidates[k].support * chosen[k] / static_cast<double>(levels));
    return changed;
}

LinkProblem link_problem(World const& world, System const& system, Inputs const& inputs, double link_level,
                         LinkRequest const& request) {
    LinkReader reader{world, system};
    if (!(request.budget >= 0.0) || std::isinf(request.budget))
        reader.complain(
            {"not a budget", "不是预算"}, fmt::format("{}", request.budget),
            {"a number that is not negative, in full loads of one rival", "非负的数，以应对一个对手的全部负担为单位"});
    std::set<Pair> const forbidden = reader.pairs(request.forbidden);
    std::set<Pair> const required = reader.pairs(request.required);
    std::set<Pair> const among = reader.pairs(request.among);
    std::map<Pair, double> const ceilings = reader.ceilings(request.ceilings);
    LinkProblem problem{inputs, {}, {}, request.budget, request.levels};
    for (Pair const& pair : required)
        if (forbidden.contains(pair))
            reader.complain({"a link both required and forbidden", "同一联结既被要求又被禁止"},
                            link_name(world, system, {pair.first, pair.second}));
    if (!reader.problems.empty()) throw Error(std::move(reader.problems));
    for (Pair const& pair : all_pairs(system)) {
        auto const given = ceilings.find(pair);
        LinkCandidate const link = candidate_of(
            inputs, pair, link_level, given == ceilings.end() ? std::nullopt : std::optional<double>(given->second));
        if (link.support <= 1e-12 || forbidden.contains(pair)) continue;
        if (required.contains(pair))
            problem.required.push_back(link);
        else if (among.empty() || among.contains(pair))
            problem.candidates.push_back(link);
    }
    for (LinkCandidate const& link : problem.required) add_link(problem.inputs, link, link.support);
    problem.budget -= problem.required_cost();
    if (problem.budget < -1e-12)
        throw Error(Problem{{},
                            {"the required links cost more than the budget", "所要求的联结超出预算"},
                            fmt::format("{:.4f}", problem.required_cost()),
                            {fmt::format("at most {}", request.budget), fmt::format("至多 {}", request.budget)},
                            {}});
    problem.budget = std::max(0.0, problem.budget);
    if (problem.candidates.empty() && problem.required.empty())
        throw Error(Problem{{},
                            {"no link can be made", "没有可建立的联结"},
                            {},
                            {"two members of different branches, not forbidden, below their ceiling",
                             "至少两个不同分支联盟的成员，未被禁止，且未达上限"},
                            {}});
    return problem;
}

LinkProblem redrawn(LinkProblem const& problem, Inputs const& inputs, double link_level, double budget) {
    LinkProblem drawn{inputs, {}, {}, budget, problem.levels};
    for (LinkCandidate const& link : problem.required)
        drawn.required.push_back(candidate_of(inputs, {link.a, link.b}, link_level, link.ceiling));
    for (LinkCandidate const& link : problem.candidates)
        drawn.candidates.push_back(candidate_of(inputs, {link.a, link.b}, link_level, link.ceiling));
    for (LinkCandidate const& link : drawn.required) add_link(drawn.inputs, link, link.support);
    drawn.budget = std::max(0.0, budget - drawn.required_cost());
    return drawn;
}

std::string link_name(World const& world, System const& system, LinkCandidate const& link) {
    return fmt::format("{}-{}", world.actor(system.members[link.a]).code, world.actor(system.members[link.b]).code);
}

} // namespace casus::dilemma
