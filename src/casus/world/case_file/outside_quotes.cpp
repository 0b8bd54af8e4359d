#include "casus/world/case_file/outside_quotes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace casus::case_file {

namespace {

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80U; }

/// Where the quotation that begins at `at` ends, just past its closing quotes. One in single quotes, or in one pair of
/// double ones, ends at the end of its line at the latest: it was left open, and the parser will say so.
std::size_t past_quotation(std::string_view content, std::size_t at) {
    char const quote = content[at];
    std::string const triple(3, quote);
    bool const lines = content.substr(at, 3) == triple;
    for (std::size_t n = at + (lines ? 3 : 1); n < content.size(); ++n) {
        if (quote == '"' && content[n] == '\\')
            ++n;
        else if (lines && content.substr(n, 3) == triple)
            return n + 3;
        else if (!lines && (content[n] == quote || content[n] == '\n'))
            return n + 1;
    }
    return content.size();
}

/// The ASCII character that a full-width or typographic one stands for; empty for any other.
std::string plain(std::string_view character) {
    static constexpr std::array<std::pair<std::string_view, char>, 12> meant{{{"，", ','},
                                                                              {"、", ','},
                                                                              {"。", '.'},
                                                                              {"．", '.'},
                                                                              {"＝", '='},
                                                                              {"“", '"'},
                                                                              {"”", '"'},
                                                                              {"＂", '"'},
                                                                              {"【", '['},
                                                                              {"】", ']'},
                                                                              {"｛", '{'},
                                                                              {"｝", '}'}}};
    auto const found = std::ranges::find(meant, character, [](auto const& pair) { return pair.first; });
    return found == meant.end() ? std::string{} : std::string(1, found->second);
}

} // namespace

Place place_at(std::string_view content, std::size_t byte, std::string const& file) {
    if (content.starts_with("\xEF\xBB\xBF")) {
        content.remove_prefix(3);
        byte = byte < 3 ? 0 : byte - 3;
    }
    std::string_view const before = content.substr(0, byte);
    auto const line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    auto const column = std::ranges::count_if(before.substr(line_begin), begins_character);
    return {file, static_cast<int>(std::ranges::count(before, '\n')) + 1, static_cast<int>(column) + 1};
}

std::optional<Problem> foreign_character(std::string_view content, std::string const& file) {
    std::size_t n = content.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (n < content.size()) {
        if (content[n] == '#') {
            n = std::min(content.find('\n', n), content.size());
        } else if (content[n] == '"' || content[n] == '\'') {
            n = past_quotation(content, n);
        } else if (is_ascii(content[n])) {
            ++n;
        } else {
            std::size_t end = n + 1;
            while (end < content.size() && !begins_character(content[end])) ++end;
            std::string const character(content.substr(n, end - n));
            return Problem{place_at(content, n, file),
                           {"not valid TOML: character outside of quotes", "不是有效的 TOML：引号之外的字符"},
                           character,
                           {"ASCII outside of quotes and remarks", "引号和注释之外只用半角英文字符"},
                           plain(character)};
        }
    }
    return std::nullopt;
}

} // namespace casus::case_file
