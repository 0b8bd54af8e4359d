// Every source, in the order of the documentation.
#include "casus/data/sources/sources.hpp"

#include <vector>

namespace casus::data {

std::span<Source const> all_sources() {
    using namespace sources;
    static std::vector<Source> const list = {
        // The state system, security and alliances.
        cow_states(), nmc(), atop_member(),

        // The rest.
    };
    return list;
}

} // namespace casus::data
