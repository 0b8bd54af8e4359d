#include "casus/world/case_file/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::case_file {

using enum TomlValue::Kind;

std::string joined(std::vector<std::string> const& words) { return fmt::format("{}", fmt::join(words, ", ")); }

Problem unknown(Place const& place, Text what, std::string const& found, std::vector<std::string> const& known) {
    Problem problem{place, std::move(what), found, {}, nearest(found, known)};
    if (problem.nearest.empty() && !known.empty()) {
        std::string const all = joined(known);
        problem.expected = known.size() == 1 ? Text{all, all} : Text{"one of " + all, "其中之一：" + all};
    }
    return problem;
}

void TomlReader::only(TomlValue const& table, std::vector<std::string> const& known) {
    for (TomlEntry const& entry : table.entries)
        if (std::ranges::find(known, entry.key) == known.end())
            report(unknown(entry.place, {"unknown key", "未知的键"}, entry.key, known));
}

TomlValue const* TomlReader::require(TomlValue const& table, std::string_view key, Text const& expected) {
    TomlValue const* value = table.find(key);
    if (value == nullptr)
        report({table.place, {fmt::format("missing '{}'", key), fmt::format("缺少“{}”", key)}, {}, expected, {}});
    return value;
}

void TomlReader::wrong(TomlValue const& value, std::string_view key, Text expected) {
    report({value.place,
            {fmt::format("wrong value for {}", key), fmt::format("{} 的值有误", key)},
            value.text,
            std::move(expected),
            {}});
}

bool TomlReader::table(TomlValue const& value, std::string_view key, Text const& of) {
    if (value.kind == Table) return true;
    wrong(value, key, of.empty() ? Text{"a table", "表"} : of);
    return false;
}

std::string TomlReader::text(TomlValue const& value, std::string_view key) {
    if (value.kind == String && !value.text.empty()) return value.text;
    wrong(value, key, {"text in double quotes", "加双引号的文字"});
    return {};
}

std::vector<Word> TomlReader::texts(TomlValue const& value, std::string_view key) {
    std::vector<Word> words;
    if (value.kind != Array) {
        wrong(value, key, {"a list of texts, like [\"A\", \"B\"]", "文字列表，例如 [\"A\", \"B\"]"});
        return words;
    }
    for (TomlValue const& item : value.items) {
        std::string word = text(item, key);
        if (!word.empty()) words.push_back({std::move(word), item.place});
    }
    return words;
}

double TomlReader::number(TomlValue const& value, std::string_view key, double fallback) {
    if (value.kind == Number && std::isfinite(value.number)) return value.number;
    wrong(value, key, value.kind == Number ? Text{"a finite number", "有限的数字"} : Text{"a number", "数字"});
    return fallback;
}

int TomlReader::year(TomlValue const& value, std::string_view key, int fallback) {
    if (value.kind == Number && value.whole && value.number >= 1 && value.number <= 9999)
        return static_cast<int>(value.number);
    wrong(value, key, {"a year from 1 to 9999", "1 至 9999 的年份"});
    return fallback;
}

bool TomlReader::truth(TomlValue const& value, std::string_view key) {
    if (value.kind == Boolean) return value.truth;
    wrong(value, key, {"true or false", "true 或 false"});
    return false;
}

Text TomlReader::bilingual(TomlValue const& value, std::string_view key) {
    if (value.kind == String && !value.text.empty()) return {value.text, value.text};
    if (value.kind != Table || value.entries.empty()) {
        wrong(
            value, key,
            {"text in double quotes, or { en = \"…\", zh = \"…\" }", "加双引号的文字，或 { en = \"…\", zh = \"…\" }"});
        return {};
    }
    only(value, {"en", "zh"});
    Text both;
    if (TomlValue const* en = value.find("en")) both.en = text(*en, "en");
    if (TomlValue const* zh = value.find("zh")) both.zh = text(*zh, "zh");
    return both;
}

Text TomlReader::name(TomlEntry const& thing) {
    Text name;
    if (TomlValue const* written = thing.value.find("name")) name = bilingual(*written, "name");
    if (name.empty()) name = {thing.key, thing.key};
    if (name.en.empty()) name.en = name.zh;
    if (name.zh.empty()) name.zh = name.en;
    return name;
}

std::size_t TomlReader::choice(TomlValue const& value, std::string_view key, std::vector<std::string> const& allowed) {
    if (value.kind == String) {
        auto const found = std::ranges::find(allowed, value.text);
        if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
    }
    std::string const all = joined(allowed);
    report({value.place,
            {fmt::format("unknown {}", key), fmt::format("未知的 {}", key)},
            value.text,
            {"one of " + all, "其中之一：" + all},
            value.kind == String ? nearest(value.text, allowed) : std::string{}});
    return 0;
}

void TomlReader::estimate(TomlValue const& value, Basis& basis) {
    basis.kind = Basis::Kind::Estimated;
    basis.model = text(*value.find("model"), "model");
    if (TomlValue const* source = require(value, "source", {"the data sets and their versions", "数据集及其版本"}))
        basis.source = text(*source, "source");
    if (TomlValue const* until = require(value, "until", {"the last year of the data", "数据的最后年份"}))
        basis.until = year(*until, "until", 0);
}

Figure TomlReader::figure(TomlEntry const& entry, double fallback, Estimates estimates) {
    Figure figure{.value = fallback, .sd = 0.0, .basis = {Basis::Kind::Judgement, {}, {}, {}}, .place = entry.place};
    TomlValue const& value = entry.value;
    if (value.kind == Number) {
        figure.value = number(value, entry.key, fallback);
        return figure;
    }
    if (value.kind != Table) {
        wrong(value, entry.key,
              {"a number, or a table like { value = 0.5, sd = 0.1, reason = \"…\" }",
               "数字，或形如 { value = 0.5, sd = 0.1, reason = \"…\" } 的表"});
        return figure;
    }
    std::vector<std::string> known{"value", "sd", "source", "coder", "reason"};
    if (estimates == Estimates::Allowed) known.insert(known.end(), {"model", "until"});
    only(value, known);
    if (TomlValue const* given = require(value, "value", {"a number", "数字"}))
        figure.value = number(*given, "value", fallback);
    if (TomlValue const* sd = value.find("sd")) figure.sd = number(*sd, "sd", 0.0);
    if (TomlValue const* coder = value.find("coder")) figure.basis.coder = text(*coder, "coder");
    if (TomlValue const* reason = value.find("reason")) figure.basis.reason = text(*reason, "reason");
    if (estimates == Estimates::Allowed && value.find("model") != nullptr) {
        estimate(value, figure.basis);
    } else if (TomlValue const* source = value.find("source")) {
        figure.basis.kind = Basis::Kind::Given;
        figure.basis.source = text(*source, "source");
        if (!figure.basis.source.empty()) check_source(figure.basis.source, source->place);
    }
    return figure;
}

void TomlReader::check_source(std::string const& source, Place const& place) {
    if (!checks_sources_ || std::ranges::find(sources_, source_key(source)) != sources_.end()) return;
    Problem problem = unknown(place, {"unknown source", "未知来源"}, source_key(source), sources_);
    if (sources_.empty())
        problem.expected = {"a key of [sources], which the case does not have",
                            "[sources] 中的键，而此案例没有 [sources]"};
    report(std::move(problem));
}

std::string source_key(std::string_view source) {
    std::string_view key = source.substr(0, source.find(':'));
    while (!key.empty() && key.back() == ' ') key.remove_suffix(1);
    return std::string(key);
}

} // namespace casus::case_file
