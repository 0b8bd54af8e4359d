#include "casus/data/panel/walt/common_threat.hpp"

#include <cmath>
#include <map>

namespace casus::data::walt {

CommonThreat CommonThreats::to(std::span<std::uint32_t const> members, int year) const {
    CommonThreat result;
    if (!covers(coverage(), year) || members.size() < 2) return result;
    std::map<std::uint32_t, std::vector<double>> hostile; // outsider → hostility to each member
    for (std::size_t i = 0; i < members.size(); ++i)
        for (Enemy const& enemy : enmities_.of(members[i], year))
            if (std::ranges::find(members, enemy.state) == members.end())
                hostile.try_emplace(enemy.state, members.size(), Enmities::floor()).first->second[i] = enemy.hostility;

    double safe = 1.0;
    double greatest = 0.0;
    for (auto const& [outsider, hostility] : hostile) {
        double const power = capabilities_.of(outsider, year - 1);
        if (!(power > 0.0)) continue; // gone, or not known
        double roots = 0.0;
        double sum = 0.0;
        for (std::size_t i = 0; i < members.size(); ++i) {
            double const threat = hostility[i] * power * proximity_.between(outsider, members[i], year - 1);
            roots += std::sqrt(threat);
            sum += threat;
        }
        auto const pairs = static_cast<double>(members.size() * (members.size() - 1));
        double const common = std::max(0.0, (roots * roots - sum) / pairs);
        safe *= 1.0 - common;
        if (common > greatest) {
            greatest = common;
            result.greatest = outsider;
        }
    }
    result.level = 1.0 - safe;
    return result;
}

Coverage CommonThreats::coverage() const {
    Coverage const strength = capabilities_.known_before();
    return {std::max({enmities_.coverage().first_year, strength.first_year, proximity_.coverage().first_year + 1}),
            std::min({enmities_.coverage().last_year, strength.last_year, proximity_.coverage().last_year + 1})};
}

std::vector<Origin> CommonThreats::origins() const {
    std::vector<Origin> result = enmities_.origins();
    result.push_back(capabilities_.origin());
    result.insert(result.end(), proximity_.origins().begin(), proximity_.origins().end());
    return result;
}

} // namespace casus::data::walt
