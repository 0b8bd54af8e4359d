#include "casus/world/case_file/toml_value.hpp"

#include "casus/world/case_file/outside_quotes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

namespace casus::case_file {

/// What toml++ 3.3 believes impossible and some typing mistakes bring about ("a = [1, }", "[{a]").
struct Unexpected {};

constexpr void believe(bool holds) {
    if (!holds) throw Unexpected{};
}

} // namespace casus::case_file

// In a release build toml++ takes its assertions for granted, which is undefined behaviour on such a file; here they
// throw in every build. No other source file may include toml++.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expr) casus::case_file::believe(static_cast<bool>(expr))
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

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

bool is_unexpected(std::string_view content) {
    try {
        (void)toml::parse(content);
    } catch (Unexpected const&) { return true; } catch (toml::parse_error const&) {
        return false;
    }
    return false;
}

/// The place of the character at which the parser gives up without saying where: the last one of the shortest
/// beginning of the file that makes it do so.
Problem unexpected_character(std::string_view content, std::string const& file) {
    std::vector<std::size_t> ends;
    for (std::size_t n = 1; n <= content.size(); ++n)
        if (n == content.size() || begins_character(content[n])) ends.push_back(n);
    auto const end =
        std::ranges::partition_point(ends, [&](std::size_t n) { return !is_unexpected(content.substr(0, n)); });
    std::size_t const begin = end == ends.begin() ? 0 : *(end - 1);
    return {place_at(content, begin, file),
            {"not valid TOML: unexpected character", "不是有效的 TOML：此处不应有字符"},
            std::string(content.substr(begin, *end - begin)),
            {},
            {}};
}

} // namespace

TomlValue const* TomlValue::find(std::string_view key) const {
    auto const found = std::ranges::find(entries, key, &TomlEntry::key);
    return found == entries.end() ? nullptr : &found->value;
}

TomlValue read_toml(std::string_view content, std::string const& file) {
    if (auto problem = foreign_character(content, file)) throw Error(std::move(*problem));
    try {
        return convert(toml::parse(content, file), file);
    } catch (toml::parse_error const& error) { throw Error(syntax_problem(error, file)); } catch (Unexpected const&) {
        throw Error(unexpected_character(content, file));
    }
}

} // namespace casus::case_file
