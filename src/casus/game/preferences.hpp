// Hedonic preferences as players tell them: each a list of the blocks it would be in, the best first.
#pragma once

#include "casus/game/coalition.hpp"

#include <map>
#include <vector>

namespace casus::game {

class Preferences {
public:
    explicit Preferences(std::size_t players) : places_(players), next_(players, 0) {}

    /// Puts blocks that hold `player`, all equally good, behind those told before; false when one was told already.
    [[nodiscard]] bool tell(std::size_t player, std::vector<Coalition> const& equally_good) {
        bool fresh = true;
        for (Coalition const block : equally_good)
            fresh = places_[player].emplace(block, next_[player]).second && fresh;
        ++next_[player];
        return fresh;
    }

    /// Higher is better. Who does not name being alone likes it less than what is named, and anything else less still.
    [[nodiscard]] double liking(std::size_t player, Coalition block) const {
        auto const told = places_[player].find(block);
        if (told != places_[player].end()) return -static_cast<double>(told->second);
        double const alone = static_cast<double>(next_[player]);
        return block == single(player) ? -alone : -alone - 1.0;
    }

private:
    std::vector<std::map<Coalition, std::size_t>> places_;
    std::vector<std::size_t> next_;
};

} // namespace casus::game
