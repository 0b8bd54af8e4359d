#include "casus/world/case_file/figure_tables.hpp"

#include <algorithm>

namespace casus::case_file {

namespace {

bool has(std::vector<Extent> const& extents, Extent extent) {
    return std::ranges::find(extents, extent) != extents.end();
}

bool by_partner(Extent extent) { return extent == Extent::SideCell || extent == Extent::Dyad; }

} // namespace

std::vector<std::string> table_keys(std::vector<std::string> plain, std::vector<Extent> const& extents) {
    for (QuantityInfo const& quantity : all_quantities())
        if (has(extents, quantity.extent) && std::ranges::find(plain, quantity.key) == plain.end())
            plain.emplace_back(quantity.key);
    return plain;
}

double harmless(Quantity quantity) {
    QuantityInfo const& about = info(quantity);
    return std::clamp(about.fallback, about.low, about.high);
}

void read_figure(TomlReader& reader, TomlEntry const& entry, Quantity quantity, FigureAddress at, Codes const& codes,
                 WorldBuilder& builder) {
    at.quantity = quantity;
    Extent const extent = info(quantity).extent;
    if (!by_partner(extent)) {
        builder.set(std::move(at), reader.figure(entry, harmless(quantity)), case_layer);
        return;
    }
    if (!reader.table(entry.value, entry.key,
                      {"a table by partner, like { USA = 0.5 }", "按对方列出的表，例如 { USA = 0.5 }"}))
        return;
    for (TomlEntry const& each : entry.value.entries) {
        auto problem =
            extent == Extent::Dyad ? codes.actor(each.key, each.place) : codes.side(quantity, each.key, each.place);
        if (problem) {
            reader.report(std::move(*problem));
            continue;
        }
        at.partner = each.key;
        builder.set(at, reader.figure(each, harmless(quantity)), case_layer);
    }
}

void read_figures(TomlReader& reader, TomlValue const& table, std::vector<Extent> const& extents,
                  FigureAddress const& at, Codes const& codes, WorldBuilder& builder) {
    for (TomlEntry const& entry : table.entries) {
        auto const quantity = quantity_named(entry.key);
        if (quantity && has(extents, info(*quantity).extent)) read_figure(reader, entry, *quantity, at, codes, builder);
    }
}

} // namespace casus::case_file
