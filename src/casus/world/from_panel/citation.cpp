#include "casus/world/from_panel/citation.hpp"

#include <map>

namespace casus::from_panel {

namespace {

/// Without braces and accents' backslashes, dashes as they print, white space as single blanks.
std::string plain(std::string_view text) {
    std::string result;
    for (std::size_t n = 0; n < text.size(); ++n) {
        char const c = text[n];
        if (c == '{' || c == '}' || c == '\\') continue;
        bool const blank = c == ' ' || c == '\n' || c == '\t';
        if (blank && (result.empty() || result.back() == ' ')) continue;
        if (c == '-' && n + 1 < text.size() && text[n + 1] == '-') {
            result += "–";
            ++n;
        } else {
            result += blank ? ' ' : c;
        }
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

/// The end of a value that begins with a brace at `open`.
std::size_t closing(std::string_view text, std::size_t open) {
    int depth = 0;
    for (std::size_t n = open; n < text.size(); ++n) {
        if (text[n] == '{') ++depth;
        if (text[n] == '}' && --depth == 0) return n;
    }
    return text.size();
}

/// Fields of one entry: name = {value}.
std::map<std::string, std::string, std::less<>> fields_of(std::string_view entry) {
    std::map<std::string, std::string, std::less<>> fields;
    std::size_t at = entry.find(',');
    while (at != std::string_view::npos) {
        std::size_t const equals = entry.find('=', at);
        if (equals == std::string_view::npos) break;
        std::size_t const open = entry.find('{', equals);
        if (open == std::string_view::npos) break;
        std::size_t const close = closing(entry, open);
        fields[plain(entry.substr(at + 1, equals - at - 1))] = plain(entry.substr(open, close - open));
        at = entry.find(',', close);
    }
    return fields;
}

std::string one(std::string_view entry) {
    auto const fields = fields_of(entry);
    std::string text;
    for (char const* const name :
         {"author", "year", "title", "journal", "booktitle", "publisher", "institution", "howpublished", "volume"}) {
        auto const found = fields.find(name);
        if (found == fields.end() || found->second.empty()) continue;
        bool const joins = text.empty() || std::string_view(name) == "year" || std::string_view(name) == "volume";
        text += (text.empty() ? "" : joins ? " " : ", ") + found->second;
    }
    return text;
}

} // namespace

std::string plain_citation(std::string_view bibtex) {
    std::string text;
    for (std::size_t at = bibtex.find('@'); at != std::string_view::npos;) {
        std::size_t const next = bibtex.find("\n@", at);
        std::string const entry = one(bibtex.substr(at, next == std::string_view::npos ? next : next - at));
        if (!entry.empty()) text += (text.empty() ? "" : "; ") + entry;
        at = next == std::string_view::npos ? next : next + 1;
    }
    return text;
}

} // namespace casus::from_panel
