#include "casus/measure/configuration/configuration_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::configuration {

Text members(std::vector<std::string> const& actors, Blocs const& blocs, std::size_t bloc) {
    Text list;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (blocs[i] != bloc) continue;
        list.en += (list.en.empty() ? "" : ", ") + actors[i];
        list.zh += (list.zh.empty() ? "" : "、") + actors[i];
    }
    return list;
}

std::size_t bloc_count(Blocs const& blocs) {
    if (blocs.empty()) return 0;
    return std::size_t{1} + *std::ranges::max_element(blocs);
}

Text in_words(std::vector<std::string> const& actors, Blocs const& blocs) {
    Text words;
    for (std::size_t b = 0; b < bloc_count(blocs); ++b) {
        Text const list = members(actors, blocs, b);
        words.en += (b == 0 ? "" : " | ") + list.en;
        words.zh += (b == 0 ? "" : " | ") + list.zh;
    }
    return words;
}

nlohmann::ordered_json blocks_json(std::vector<std::string> const& actors, Blocs const& blocs) {
    auto lists = nlohmann::ordered_json::array();
    for (std::size_t b = 0; b < bloc_count(blocs); ++b) {
        auto list = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < actors.size(); ++i)
            if (blocs[i] == b) list.push_back(actors[i]);
        lists.push_back(std::move(list));
    }
    return lists;
}

int decimals_for(double energy) {
    double const size = std::fabs(energy);
    if (size >= 1000.0 || size == 0.0) return 0;
    return std::clamp(4 - static_cast<int>(std::floor(std::log10(size))), 0, 9);
}

} // namespace casus::configuration
