// The few shapes that every result takes. Lenses fill them; `report` renders them and knows no lens.
#pragma once

#include "casus/base/text.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace casus {

/// Central interval of a sampled quantity; 5 % and 95 % quantiles unless a shape says otherwise.
struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// A number as people should read it.
struct Number {
    double value = 0.0;
    int decimals = 2;
    std::optional<Interval> interval{};
};

using Entry = std::variant<std::monostate, Text, Number>; ///< monostate: not applicable

struct Column {
    std::string key; ///< heading in CSV and JSON: snake_case, never translated
    Text head;
};

struct Table {
    std::string id;
    Text title;
    Text note;
    std::vector<Column> columns;
    std::vector<std::vector<Entry>> rows;
};

/// A run of consecutive rows under one heading ("Allies", "Partners").
struct RowGroup {
    std::size_t first = 0;
    Text head;
};

struct Label {
    std::string key; ///< code as in the case file
    Text name;
};

/// Rows × columns of numbers on one scale, drawn as a picture.
struct Matrix {
    std::string id;
    Text title;
    Text note;
    std::vector<Label> rows;
    std::vector<Label> columns;
    std::vector<RowGroup> groups;
    std::vector<double> values;                       ///< row-major; NaN: not applicable
    std::vector<Interval> intervals;                  ///< row-major, or empty
    std::vector<std::string> marks;                   ///< row-major glyphs, or empty
    std::vector<std::string> links;                   ///< row-major ids of the ledgers behind the cells, or empty
    std::vector<std::pair<std::string, Text>> legend; ///< glyph and what it means
    double low = 0.0; ///< ends of the scale, and what they mean; the scale runs backwards where low is the greater
    double high = 1.0;
    Text low_meaning;
    Text high_meaning;
};

/// One value with its interval per label, drawn as bars from 0, or as points.
struct Bars {
    std::string id;
    Text title;
    Text note;
    std::vector<Label> labels;
    std::vector<RowGroup> groups;
    std::vector<double> values;
    std::vector<Interval> intervals; ///< or empty
    double low = 0.0;                ///< ends of the axis
    double high = 1.0;
    bool points = false; ///< without the way from 0: a forest plot of coefficients
};

/// One line of a panel. Lines of the same key have the same colour in every panel.
struct Curve {
    Label label;
    std::vector<double> x;       ///< ascending
    std::vector<double> y;       ///< one a point; NaN: a gap in the line
    std::vector<Interval> bands; ///< one a point, NaN where there is none; or empty
    bool steps = false;          ///< the value holds until the next x, as in a survival curve
};

struct CurvePanel {
    Label label;
    std::vector<Curve> curves;
};

/// Small multiples: panels of lines over one x axis and one y axis, drawn side by side.
struct Curves {
    std::string id;
    Text title;
    Text note;
    std::vector<CurvePanel> panels;
    Text x_meaning; ///< "Year"
    Text y_meaning;
    double x_low = 0.0; ///< ends of the axes that all panels share
    double x_high = 1.0;
    double low = 0.0;
    double high = 1.0;
};

/// A node of a network at a place that the maker gives (see network_places.hpp): it is the same in every panel.
struct NetworkNode {
    Label label;
    double x = 0.0;        ///< rightwards
    double y = 0.0;        ///< upwards, in the unit of x
    double size = 1.0;     ///< not negative; drawn as the area of the node, the largest as large as the picture allows
    std::size_t group = 0; ///< index into Network::groups
};

/// An edge without direction; several of different kinds may join the same two nodes.
struct NetworkEdge {
    std::size_t from = 0; ///< index into Network::nodes
    std::size_t to = 0;
    double weight = 1.0;  ///< in [0, 1], drawn as thickness
    std::size_t kind = 0; ///< index into Network::kinds
    bool added = false;   ///< new in this panel: drawn highlighted
};

struct NetworkPanel {
    Label label;
    std::vector<NetworkEdge> edges;
    std::vector<double> values{}; ///< one a node, drawn as its colour, NaN: none; or empty
};

/// Who is tied to whom, drawn once or several times ("before", "after the links") over the same places.
struct Network {
    std::string id;
    Text title;
    Text note;
    std::vector<NetworkNode> nodes;
    std::vector<Label> groups; ///< at most six, told apart by the shape of the node: branch, leader, rival
    std::vector<Label> kinds;  ///< at most six, told apart by colour and dashes, the first the quietest: treaty, link
    std::vector<NetworkPanel> panels;
    Text size_meaning{}; ///< empty where sizes mean nothing
    Text weight_meaning{};
    Text value_meaning{};
    double low = 0.0; ///< ends of the scale of the values; it runs backwards where low is the greater
    double high = 1.0;
    Text low_meaning{};
    Text high_meaning{};
};

struct ScatterAxis {
    Text meaning;
    double low = 0.0;
    double high = 1.0;
    bool less_is_better = false; ///< decides which way the frontier's steps turn, and is said on the axis
};

struct ScatterPoint {
    Label label;
    double x = 0.0;
    double y = 0.0;
    std::optional<Interval> x_interval{};
    std::optional<Interval> y_interval{};
    bool frontier = false; ///< joined to the others of the frontier in the order of x
    Text hint{};           ///< what else is to be said of it when it is pointed at
};

/// Labelled points over two axes, some of them on a frontier.
struct Scatter {
    std::string id;
    Text title;
    Text note;
    ScatterAxis x;
    ScatterAxis y;
    std::vector<ScatterPoint> points;       ///< those without a finite x and y stand in the table alone
    std::optional<std::size_t> reference{}; ///< the point that the others are compared with ("hold")
    bool steps = true; ///< the frontier as a staircase, which mixes no two of its points; else straight lines
};

/// The terms behind one number, in the order in which they are added up.
struct LedgerLine {
    Text term;
    std::optional<double> value;
    Text how;          ///< formula or reading of the term
    Text source;       ///< where the figure comes from; empty for sums
    int level = 0;     ///< 0: a total or heading, 1: a term, 2: a figure inside a term
    std::string key{}; ///< of totals and terms, for machines: "follow", "gain"
};

struct Ledger {
    std::string id; ///< path as given to `casus explain`, "alienation/AUS/trade"
    Text title;
    Text summary;
    std::vector<LedgerLine> lines;
};

struct Notes {
    std::string id;
    Text title;
    std::vector<Text> items;
};

using Shape = std::variant<Notes, Matrix, Bars, Curves, Network, Scatter, Table, Ledger>;

struct Chapter {
    std::string id;
    Text title;
    Text lead;
    std::vector<Shape> shapes;
};

} // namespace casus
