#include "casus/measure/first_component.hpp"

#include "casus/measure/agenda.hpp"

#include <algorithm>
#include <cmath>

namespace casus::measure {

std::vector<double> first_component(std::size_t voters, std::size_t calls, std::span<std::uint8_t const> votes) {
    std::vector<double> means(calls, 0.0);
    std::size_t most = 0;
    double widest = -1.0;
    for (std::size_t call = 0; call < calls; ++call) {
        double sum = 0.0, squares = 0.0, count = 0.0;
        for (std::size_t voter = 0; voter < voters; ++voter) {
            double const vote = votes[voter * calls + call];
            if (vote == no_vote) continue;
            sum += vote;
            squares += vote * vote;
            ++count;
        }
        if (count == 0.0) continue;
        means[call] = sum / count;
        if (double const spread = squares - sum * means[call]; spread > widest) {
            widest = spread;
            most = call;
        }
    }
    auto const centred = [&](std::size_t voter, std::size_t call) {
        std::uint8_t const vote = votes[voter * calls + call];
        return vote == no_vote ? 0.0 : vote - means[call];
    };
    std::vector<double> scores(voters);
    for (std::size_t voter = 0; voter < voters; ++voter) scores[voter] = centred(voter, most);
    std::vector<double> loads(calls);
    for (int round = 0; round < 15; ++round) {
        std::ranges::fill(loads, 0.0);
        for (std::size_t voter = 0; voter < voters; ++voter)
            for (std::size_t call = 0; call < calls; ++call) loads[call] += scores[voter] * centred(voter, call);
        double squares = 0.0;
        for (std::size_t voter = 0; voter < voters; ++voter) {
            double score = 0.0;
            for (std::size_t call = 0; call < calls; ++call) score += loads[call] * centred(voter, call);
            scores[voter] = score;
            squares += score * score;
        }
        double const scale = squares > 0 ? std::sqrt(static_cast<double>(voters) / squares) : 0.0;
        for (double& score : scores) score *= scale;
    }
    return scores;
}

} // namespace casus::measure
