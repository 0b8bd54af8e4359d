#include "casus/game/json_text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace casus::game {

using PlainJson = nlohmann::json;

void JsonText::fail(Text what, std::string found, Text expected, std::string near) const {
    Place const place = place_of(found);
    throw Error(Problem{.place = place,
                        .what = std::move(what),
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .nearest = std::move(near)});
}

Place JsonText::place_at(std::size_t byte) const {
    std::string_view const before = content_.substr(0, byte);
    auto const line = static_cast<int>(std::ranges::count(before, '\n')) + 1;
    std::size_t const newline = before.rfind('\n');
    std::size_t const begin = newline == std::string_view::npos ? 0 : newline + 1;
    return {file_, line, static_cast<int>(byte - begin) + 1};
}

Place JsonText::place_of(std::string const& word) const {
    std::size_t const at = word.empty() ? std::string_view::npos : content_.rfind('"' + word + '"');
    return at == std::string_view::npos ? Place{.file = file_} : place_at(at);
}

PlainJson JsonText::parse() const {
    std::vector<std::set<std::string>> seen;
    auto watch = [&](int, PlainJson::parse_event_t event, PlainJson& parsed) {
        if (event == PlainJson::parse_event_t::object_start) seen.emplace_back();
        if (event == PlainJson::parse_event_t::object_end) seen.pop_back();
        if (event == PlainJson::parse_event_t::key && !seen.back().insert(parsed.get<std::string>()).second)
            fail({"a key or coalition stands twice", "键或联盟重复"}, parsed.get<std::string>(), {});
        return true;
    };
    try {
        return PlainJson::parse(content_, watch);
    } catch (PlainJson::parse_error const& error) {
        throw Error(Problem{.place = place_at(error.byte == 0 ? 0 : error.byte - 1),
                            .what = {"not valid JSON", "不是有效的 JSON"},
                            .found = {},
                            .expected = {},
                            .nearest = {}});
    }
}

PlainJson const& JsonText::at(PlainJson const& object, std::string const& key) const {
    if (!object.is_object() || !object.contains(key))
        fail({"a key is missing", "缺少键"}, {}, {'"' + key + '"', '"' + key + '"'});
    return object.at(key);
}

double JsonText::number(PlainJson const& value) const {
    double const x = value.is_number() ? value.get<double>() : NAN;
    if (!std::isfinite(x)) fail({"not a finite number", "不是有限的数"}, value.dump(), {"a number", "一个数"});
    return x;
}

std::uint64_t JsonText::whole(PlainJson const& value) const {
    if (!value.is_number_unsigned())
        fail({"not a whole number", "不是整数"}, value.dump(),
             {"a whole number, 0 or more (scale percentages)", "非负整数（百分比请先放大）"});
    return value.get<std::uint64_t>();
}

std::vector<std::string> JsonText::names(PlainJson const& list) const {
    if (!list.is_array())
        fail({"not a list of names", "不是名称列表"}, list.dump(), {R"(["A", "B"])", R"(["A", "B"])"});
    std::vector<std::string> read;
    for (PlainJson const& name : list) {
        if (!name.is_string()) fail({"not a name", "不是名称"}, name.dump(), {});
        read.push_back(name.get<std::string>());
    }
    return read;
}

} // namespace casus::game
