#include "casus/world/case_file/toml_value.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace casus::case_file {

namespace {

Place place_of(toml::source_region const& region, std::string const& file) {
    return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

TomlValue convert(toml::node const& node, std::string const& file);

void convert_table(toml::table const& table, std::string const& file, TomlValue& into) {
    into.kind = TomlValue::Kind::Table;
    into.text = "{…}";
    for (auto const& [key, value] : table)
        into.entries.push_back({std::string(key.str()), place_of(key.source(), file), convert(value, file)});
    std::ranges::sort(into.entries, {}, [](TomlEntry const& e) { return std::pair(e.place.line, e.place.column); });
}

void convert_array(toml::array const& array, std::string const& file, TomlValue& into) {
    into.kind = TomlValue::Kind::Array;
    into.text = "[…]";
    for (toml::node const& item : array) into.items.push_back(convert(item, file));
}

std::string written(toml::node const& node) {
    std::ostringstream text;
    node.visit([&](auto const& value) {
        if constexpr (toml::is_value<decltype(value)>) text << value.get();
    });
    return text.str();
}

TomlValue convert(toml::node const& node, std::string const& file) {
    TomlValue value;
    value.place = place_of(node.source(), file);
    if (auto const* table = node.as_table()) {
        convert_table(*table, file, value);
    } else if (auto const* array = node.as_array()) {
        convert_array(*array, file, value);
    } else if (auto const* text = node.as_string()) {
        value.kind = TomlValue::Kind::String;
        value.text = text->get();
    } else if (auto const* truth = node.as_boolean()) {
        value.kind = TomlValue::Kind::Boolean;
        value.truth = truth->get();
        value.text = value.truth ? "true" : "false";
    } else if (node.is_number()) {
        value.kind = TomlValue::Kind::Number;
        value.whole = node.is_integer();
        value.number = *node.value<double>();
        value.text = value.whole ? fmt::format("{}", *node.value<std::int64_t>()) : fmt::format("{}", value.number);
    } else {
        value.kind = TomlValue::Kind::Time;
        value.text = written(node);
    }
    return value;
}

Problem syntax_problem(toml::parse_error const& error, std::string const& file) {
    std::string const description(error.description());
    Problem problem{.place = place_of(error.source(), file),
                    .what = {"not valid TOML: " + description, "不是有效的 TOML：" + description},
                    .found = {},
                    .expected = {},
                    .nearest = {}};
    // What people who are new to TOML do most: a word without quotes, and a quote left open.
    if (description.find("could not determine value type") != std::string::npos)
        problem.expected = {"a number, or text in double quotes", "数字，或加双引号的文字"};
    if (description.find("unescaped control characters") != std::string::npos)
        problem.expected = {"the closing quote on the same line", "同一行上有右引号"};
    return problem;
}

} // namespace

TomlValue const* TomlValue::find(std::string_view key) const {
    auto const found = std::ranges::find(entries, key, &TomlEntry::key);
    return found == entries.end() ? nullptr : &found->value;
}

TomlValue read_toml(std::string_view content, std::string const& file) {
    try {
        return convert(toml::parse(content, file), file);
    } catch (toml::parse_error const& error) { throw Error(syntax_problem(error, file)); }
}

} // namespace casus::case_file
