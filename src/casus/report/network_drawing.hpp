// How a network is laid out on the pixels of a page, the same in all of its panels.
#pragma once

#include "casus/base/result.hpp"
#include "casus/report/label_places.hpp"

#include <string>

namespace casus::report {

struct NodeDrawing {
    double x = 0.0; ///< pixels
    double y = 0.0; ///< downwards
    double radius = 0.0;
    std::string name{}; ///< not escaped: the node's name, or its key where names would hide each other
    LabelPlace label{};
};

struct NetworkDrawing {
    int width = 0;
    int height = 0;
    bool keys = false; ///< nodes go by their keys
    std::vector<NodeDrawing> nodes{};
};

inline constexpr double network_type = 11.0; ///< pixels

[[nodiscard]] NetworkDrawing network_drawing(Network const& network, Language language);

} // namespace casus::report
