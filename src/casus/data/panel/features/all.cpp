// Every feature, in the order of the documentation.
#include "casus/data/panel/features/features.hpp"

#include <vector>

namespace casus::data {

std::span<Feature const> all_features() {
    using namespace features;
    static std::vector<Feature> const list = {
        alliances(),  nmc(),   majors(),    contiguity(),  distance(),       mid(),
        trade(),      igo(),   regime(),    idealpoints(), rivalry(),        dca(),
        similarity(), votes(), hostility(), polarity(),    features::walt(), // walt alone may also be the room
    };
    return list;
}

} // namespace casus::data
