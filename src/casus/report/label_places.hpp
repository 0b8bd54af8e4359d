// Where the names of marks on a picture go, so that none lies on a mark or on another name.
#pragma once

#include <vector>

namespace casus::report {

/// A round mark with a name beside it; pixels, y downwards.
struct NamedMark {
    double x = 0.0;
    double y = 0.0;
    double radius = 0.0;
    double width = 0.0; ///< of the name
};

/// A straight line that names had better not lie on.
struct PictureLine {
    double x1 = 0.0;
    double y1 = 0.0;
    double x2 = 0.0;
    double y2 = 0.0;
};

struct LabelPlace {
    double x = 0.0;     ///< of the name's end at the mark, or of its middle
    double y = 0.0;     ///< of its base line
    int side = 0;       ///< −1: it ends at x, 1: it begins there, 0: x is its middle
    bool clear = false; ///< lies on no mark, on no name of an earlier mark that is clear, and within the picture
};

struct LabelPicture {
    double width = 0.0;
    double height = 0.0;
    double type = 11.0; ///< height of a name
    std::vector<PictureLine> lines{};
};

/// A place per mark beside it, within the picture. Where names compete for room, earlier marks go first; names lie on
/// lines only where there is no better place.
[[nodiscard]] std::vector<LabelPlace> label_places(std::vector<NamedMark> const& marks, LabelPicture const& picture);

/// `text-anchor` for the side that a name lies on.
[[nodiscard]] char const* text_anchor(LabelPlace const& place);

} // namespace casus::report
