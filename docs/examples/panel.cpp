// Who owes the United States defence, and how much of the world's capabilities they have, year by year.
//
//     build/release/example_panel ~/.local/share/casus/store.sqlite
#include "casus/data/panel/panel.hpp"

#include <cstdio>

int main(int count, char** words) {
    if (count != 2) return 2;
    using namespace casus::data;
    try {
        Store const store(words[1], Store::Access::Read);
        Panel const panel = build_panel(store, {.unit = Unit::DirectedDyadYear,
                                                .system = System::Cow,
                                                .first_year = 1945,
                                                .last_year = 1955,
                                                .features = {{"alliances", "atop"}, {"nmc", ""}}});
        auto const to = panel.table["ccode2"].as<std::int16_t>();
        auto const year = panel.table["year"].as<std::int16_t>();
        auto const owes = panel.table["atop_defense"].as<std::int8_t>();
        auto const power = panel.table["cinc1"].as<double>();
        for (int y = panel.first_year; y <= panel.last_year; ++y) {
            double sum = 0.0;
            int allies = 0;
            for (std::size_t row = 0; row < panel.table.rows(); ++row)
                if (to[row] == 2 && year[row] == y && owes[row] == 1) ++allies, sum += power[row];
            std::printf("%d  %2d allies with %.3f of the world's capabilities\n", y, allies, sum);
        }
    } catch (casus::Error const& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
