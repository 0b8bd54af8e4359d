#include "casus/fit/dyad_parameters.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace casus::fit {

namespace {

/// A header line ("[parameters]", empty before the first) and the lines below it.
struct TomlSection {
    std::string header;
    std::vector<std::string> lines;
};

std::vector<TomlSection> sections_of(std::string_view text) {
    std::vector<TomlSection> sections(1);
    while (!text.empty()) {
        std::size_t const end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('['))
            sections.push_back({std::move(line), {}});
        else
            sections.back().lines.push_back(std::move(line));
    }
    return sections;
}

bool sets_key(std::string const& line, std::string_view key) {
    return line.starts_with(key) &&
           (line.substr(key.size()).starts_with(" ") || line.substr(key.size()).starts_with("="));
}

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }

std::string warning_of(std::string_view key) { return fmt::format("# AGAINST THE THEORY: {}", key); }

std::string line_of(EstimatedKey const& key, EstimatedBlock const& block) {
    std::vector<std::string> names;
    for (data::Provenance const& source : block.sources)
        names.push_back(fmt::format("{} {}", source.dataset, source.version));
    return fmt::format("{} = {{ value = {:.6g}, sd = {:.6g}, model = {}, source = {}, until = {} }}", key.key,
                       key.value, key.sd, in_quotes(block.model), in_quotes(fmt::format("{}", fmt::join(names, ", "))),
                       block.until);
}

void put_estimates(TomlSection& parameters, EstimatedBlock const& block) {
    std::vector<std::string>& lines = parameters.lines;
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    for (EstimatedKey const& each : block.keys) {
        std::erase_if(lines, [&](std::string const& line) { return line.starts_with(warning_of(each.key)); });
        auto const found =
            std::ranges::find_if(lines, [&](std::string const& line) { return sets_key(line, each.key); });
        if (found == lines.end())
            lines.push_back(line_of(each, block));
        else
            *found = line_of(each, block);
    }
    for (RefusedKey const& each : block.refused) {
        std::erase_if(lines, [&](std::string const& line) { return line.starts_with(warning_of(each.key)); });
        auto const found =
            std::ranges::find_if(lines, [&](std::string const& line) { return sets_key(line, each.key); });
        lines.insert(found, fmt::format("{} was estimated at {:.4g} (s.e. {:.3g}); what stood here stays.",
                                        warning_of(each.key), each.estimate, each.sd));
    }
    lines.emplace_back();
}

bool about(TomlSection const& section, EstimatedBlock const& block) {
    if (section.header == fmt::format("[fit.{}]", block.section)) return true;
    if (section.header != "[[covariance]]") return false;
    return std::ranges::any_of(section.lines, [&](std::string const& line) {
        return sets_key(line, "parameters") && std::ranges::any_of(block.keys, [&](EstimatedKey const& each) {
                   return line.find(in_quotes(each.key)) != std::string::npos;
               });
    });
}

std::string covariance_text(EstimatedBlock const& block) {
    std::vector<std::string> names;
    for (EstimatedKey const& each : block.keys) names.push_back(in_quotes(each.key));
    std::size_t const n = names.size();
    std::string text = fmt::format("[[covariance]]\nparameters = [{}]\nmatrix = [\n", fmt::join(names, ", "));
    for (std::size_t row = 0; row < n; ++row) {
        auto const first = block.covariance.begin() + static_cast<std::ptrdiff_t>(row * n);
        text += fmt::format("    [{:.7g}],\n", fmt::join(first, first + static_cast<std::ptrdiff_t>(n), ", "));
    }
    return text + "]\n\n";
}

std::string record_text(EstimatedBlock const& block) {
    std::string text = fmt::format("[fit.{}]\n{}data = [\n", block.section, block.record);
    for (data::Provenance const& source : block.sources)
        text +=
            fmt::format("    {{ dataset = {}, version = {}, file = {}, sha256 = {} }},\n", in_quotes(source.dataset),
                        in_quotes(source.version), in_quotes(source.file), in_quotes(source.sha256));
    return text + "]\n\n";
}

std::string text_of(TomlSection const& section) {
    std::string text = section.header.empty() ? "" : section.header + "\n";
    for (std::string const& line : section.lines) text += line + "\n";
    return text;
}

} // namespace

std::string with_estimates(std::string_view base, std::string const& name, EstimatedBlock const& block) {
    std::string text = "# Made by `casus fit`: lines with a model are estimated, the rest is taken over as it was.\n"
                       "schema = \"casus.parameters/1\"\n" +
                       fmt::format("name = {}\n\n", in_quotes(name));
    std::string records;
    for (TomlSection& section : sections_of(base)) {
        if (section.header.empty() || about(section, block)) continue;
        if (section.header == "[parameters]") put_estimates(section, block);
        (section.header.starts_with("[fit") ? records : text) += text_of(section);
    }
    while (!text.ends_with("\n\n")) text += '\n';
    while (!records.empty() && !records.ends_with("\n\n")) records += '\n';
    text += covariance_text(block) + records + record_text(block);
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

nlohmann::ordered_json parameters_json(EstimatedBlock const& block) {
    using Json = nlohmann::ordered_json;
    Json json{{"estimated", Json::array()}, {"refused", Json::array()}, {"covariance", Json::array()}};
    for (EstimatedKey const& each : block.keys)
        json["estimated"].push_back({{"key", each.key}, {"value", each.value}, {"sd", each.sd}});
    for (RefusedKey const& each : block.refused)
        json["refused"].push_back({{"key", each.key}, {"estimate", each.estimate}, {"sd", each.sd}});
    for (std::size_t row = 0; row < block.keys.size(); ++row) {
        Json cells = Json::array();
        for (std::size_t n = 0; n < block.keys.size(); ++n)
            cells.push_back(block.covariance[row * block.keys.size() + n]);
        json["covariance"].push_back(std::move(cells));
    }
    return json;
}

double value_in(std::string_view parameter_file, std::string_view key, double otherwise) {
    for (TomlSection const& section : sections_of(parameter_file))
        for (std::string const& line : section.lines) {
            if (section.header != "[parameters]" || !sets_key(line, key)) continue;
            std::size_t const at = line.find("value = ");
            if (at != std::string::npos) return std::strtod(line.c_str() + at + 8, nullptr);
        }
    return otherwise;
}

} // namespace casus::fit
