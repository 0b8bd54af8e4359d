#include "casus/report/label_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace casus::report {

namespace {

constexpr int label_rounds = 6;
constexpr double label_gap = 2.0;
constexpr double touching = 0.5; ///< square pixels that no eye sees

struct LabelBox {
    double left = 0.0;
    double top = 0.0;
    double width = 0.0;
    double height = 0.0;
};

double shared_length(double a, double a_length, double b, double b_length) {
    return std::max(0.0, std::min(a + a_length, b + b_length) - std::max(a, b));
}

double shared_area(LabelBox const& a, LabelBox const& b) {
    return shared_length(a.left, a.width, b.left, b.width) * shared_length(a.top, a.height, b.top, b.height);
}

LabelBox around(NamedMark const& mark) {
    return {mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius};
}

/// Right, left, above, below, then the corners: the order of preference.
constexpr std::size_t label_sides = 8;

constexpr std::array<double, label_sides> label_across{1, -1, 0, 0, 1, 1, -1, -1};
constexpr std::array<double, label_sides> label_down{0, 0, -1, 1, -1, 1, -1, 1};

/// Length of the part of a line that lies in a box, by the clipping of Liang and Barsky (1984).
double length_within(PictureLine const& line, LabelBox const& box) {
    double const dx = line.x2 - line.x1;
    double const dy = line.y2 - line.y1;
    double from = 0;
    double to = 1;
    auto const clip = [&](double step, double room) {
        if (step == 0) return room >= 0;
        (step < 0 ? from : to) = step < 0 ? std::max(from, room / step) : std::min(to, room / step);
        return from < to;
    };
    bool const inside = clip(-dx, line.x1 - box.left) && clip(dx, box.left + box.width - line.x1) &&
                        clip(-dy, line.y1 - box.top) && clip(dy, box.top + box.height - line.y1);
    return inside ? (to - from) * std::hypot(dx, dy) : 0.0;
}

LabelBox beside(NamedMark const& mark, double type, std::size_t side) {
    double const reach = mark.radius + label_gap;
    bool const corner = label_across.at(side) != 0 && label_down.at(side) != 0;
    double const away = corner ? 0.6 * reach : reach;
    double const middle_x = mark.x + label_across.at(side) * (away + mark.width / 2);
    double const middle_y = mark.y + label_down.at(side) * (away + type / 2);
    return {middle_x - mark.width / 2, middle_y - type / 2, mark.width, type};
}

class LabelTable {
public:
    LabelTable(std::vector<NamedMark> const& marks, LabelPicture const& picture)
        : marks_(marks), picture_(picture), sides_(marks.size(), 0) {
        for (NamedMark const& mark : marks) boxes_.push_back(beside(mark, picture.type, 0));
    }

    /// Each name in turn takes the side that costs least while the others stay; true where one moved.
    bool improve() {
        bool moved = false;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            double least = whole_cost(i, boxes_[i], sides_[i]);
            for (std::size_t side = 0; side < label_sides; ++side) {
                LabelBox const box = beside(marks_[i], picture_.type, side);
                double const here = whole_cost(i, box, side);
                if (here >= least - 1e-9) continue;
                least = here;
                boxes_[i] = box;
                sides_[i] = side;
                moved = true;
            }
        }
        return moved;
    }

    [[nodiscard]] std::vector<LabelPlace> places() const {
        std::vector<LabelPlace> found;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            LabelBox const& box = boxes_[i];
            int const side = static_cast<int>(label_across.at(sides_[i]));
            bool clear = outside(box) + on_marks(i, box) < touching;
            for (std::size_t j = 0; j < i; ++j)
                clear = clear && (!found[j].clear || shared_area(box, boxes_[j]) < touching);
            found.push_back({box.left + 0.5 * (1 - side) * box.width, box.top + 0.82 * box.height, side, clear});
        }
        return found;
    }

private:
    [[nodiscard]] double outside(LabelBox const& box) const {
        return box.width * box.height - shared_area(box, {0, 0, picture_.width, picture_.height});
    }

    [[nodiscard]] double on_marks(std::size_t i, LabelBox const& box) const {
        double hidden = 0;
        for (std::size_t j = 0; j < marks_.size(); ++j)
            if (j != i) hidden += shared_area(box, around(marks_[j]));
        return hidden;
    }

    /// Square pixels that should not be hidden, dearer outside the picture and on marks than on names and lines.
    [[nodiscard]] double whole_cost(std::size_t i, LabelBox const& box, std::size_t side) const {
        double cost = 4 * outside(box) + 2 * on_marks(i, box) + 0.5 * static_cast<double>(side);
        for (std::size_t j = 0; j < marks_.size(); ++j)
            if (j != i) cost += shared_area(box, boxes_[j]);
        for (PictureLine const& line : picture_.lines) cost += 0.2 * length_within(line, box);
        return cost;
    }

    std::vector<NamedMark> const& marks_;
    LabelPicture const& picture_;
    std::vector<LabelBox> boxes_;
    std::vector<std::size_t> sides_; ///< indices into label_across and label_down
};

} // namespace

std::vector<LabelPlace> label_places(std::vector<NamedMark> const& marks, LabelPicture const& picture) {
    LabelTable table(marks, picture);
    for (int round = 0; round < label_rounds && table.improve(); ++round) {}
    return table.places();
}

char const* text_anchor(LabelPlace const& place) {
    return place.side < 0 ? "end" : place.side > 0 ? "start" : "middle";
}

} // namespace casus::report
