#include "casus/report/network_ink.hpp"

#include "casus/report/figures.hpp"
#include "casus/report/network_tables.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace casus::report {

namespace {

std::string triangle(double radius) {
    return fmt::format("M0 {:.1f}L{:.1f} {:.1f}H{:.1f}Z", -1.3 * radius, 1.25 * radius, 0.9 * radius, -1.25 * radius);
}

/// The kind of the first edge that is added.
std::optional<std::size_t> added_kind(Network const& network) {
    for (NetworkPanel const& panel : network.panels)
        for (NetworkEdge const& edge : panel.edges)
            if (edge.added) return edge.kind;
    return {};
}

void set_line(Page& page, int ink, bool added, std::string const& name) {
    page.out += fmt::format(" <span><svg width=\"30\" height=\"12\" viewBox=\"0 0 30 12\" aria-hidden=\"true\">"
                            "<g class=\"edge c{}{}\">{}<path d=\"M2 6H28\" stroke-width=\"2\"/></g></svg>{}</span>",
                            ink, added ? " added" : "",
                            added ? "<path class=\"halo\" d=\"M2 6H28\" stroke-width=\"8\"/>" : "", name);
}

void set_scale(Page& page, Network const& network) {
    page.out += fmt::format(" <span class=\"scale\">{}{}{} {} <svg class=\"heat\" width=\"132\" height=\"12\" "
                            "viewBox=\"0 0 132 12\" aria-hidden=\"true\">",
                            page.say(network.value_meaning), page.say(words::colon), short_figure(network.low),
                            page.say(network.low_meaning));
    for (int k = 0; k < network_shades; ++k)
        page.out += fmt::format("<rect class=\"q{}\" x=\"{}\" y=\"0\" width=\"12\" height=\"12\"/>", k, 12 * k);
    page.out += fmt::format("</svg> {} {}</span>", short_figure(network.high), page.say(network.high_meaning));
}

} // namespace

std::string group_mark(std::size_t group, double radius) {
    double const r = radius;
    switch (group % 6) {
    case 1:
        return fmt::format("M{0:.1f} {0:.1f}H{1:.1f}V{1:.1f}H{0:.1f}Z", -0.89 * r, 0.89 * r);
    case 2:
        return fmt::format("M0 {0:.1f}L{1:.1f} 0L0 {1:.1f}L{0:.1f} 0Z", -1.25 * r, 1.25 * r);
    case 3:
        return triangle(r);
    case 4:
        return triangle(-r);
    case 5:
        return fmt::format("M{0:.1f} 0L{1:.1f} {2:.1f}H{3:.1f}L{4:.1f} 0L{3:.1f} {5:.1f}H{1:.1f}Z", -1.1 * r, -0.55 * r,
                           -0.95 * r, 0.55 * r, 1.1 * r, 0.95 * r);
    default:
        return fmt::format("M{0:.1f} 0a{1:.1f} {1:.1f} 0 1 0 {2:.1f} 0a{1:.1f} {1:.1f} 0 1 0 {3:.1f} 0Z", -r, r, 2 * r,
                           -2 * r);
    }
}

int group_ink(std::size_t group) {
    static constexpr std::array<int, 6> inks{0, 2, 4, 1, 3, 5};
    return inks.at(group % inks.size());
}

int kind_ink(std::size_t kind) {
    static constexpr std::array<int, 6> inks{4, 3, 1, 5, 2, 0};
    return inks.at(kind % inks.size());
}

void set_network_legend(Page& page, Network const& network, bool keys) {
    bool const valued = holds_values(network);
    page.out += "<p class=\"legend\">";
    for (std::size_t i = 0; i < network.groups.size(); ++i)
        page.out += fmt::format(" <span><svg width=\"16\" height=\"14\" viewBox=\"-8 -7 16 14\" aria-hidden=\"true\">"
                                "<g class=\"node {}\"><path d=\"{}\"/></g></svg>{}</span>",
                                valued ? "none" : fmt::format("c{}", group_ink(i)), group_mark(i, 5),
                                page.say(network.groups[i].name));
    for (std::size_t i = 0; i < network.kinds.size(); ++i)
        set_line(page, kind_ink(i), false, page.say(network.kinds[i].name));
    if (auto const kind = added_kind(network)) set_line(page, kind_ink(*kind), true, page.say(words::is_added));
    if (!network.weight_meaning.empty())
        page.out += " <span>" + page.say(words::thickness) + page.say(words::colon) + page.say(network.weight_meaning) +
                    "</span>";
    if (!network.size_meaning.empty())
        page.out +=
            " <span>" + page.say(words::area) + page.say(words::colon) + page.say(network.size_meaning) + "</span>";
    if (valued) set_scale(page, network);
    page.out += "</p>\n";
    if (keys) {
        page.out += "<p class=\"legend keys\">";
        for (NetworkNode const& node : network.nodes)
            page.out += "<span><b>" + escape(node.label.key) + "</b> " + page.say(node.label.name) + "</span> ";
        page.out += "</p>\n";
    }
    page.out += "<p class=\"tools\" hidden>" + page.say(words::network_hint) + "</p>\n";
}

} // namespace casus::report
