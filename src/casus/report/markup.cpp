#include "casus/report/markup.hpp"

#include "casus/report/glyphs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

std::string_view entity(char32_t code) {
    switch (code) {
    case U'&':
        return "&amp;";
    case U'<':
        return "&lt;";
    case U'>':
        return "&gt;";
    case U'"':
        return "&quot;";
    case U'\'':
        return "&#39;";
    default:
        return {};
    }
}

void escape_line(std::string_view line, std::string& out) {
    for (Glyph const& glyph : glyphs(line)) {
        std::string_view const safe = entity(glyph.code);
        out += safe;
        out += glyph.bytes.substr(safe.empty() ? 0 : 1); // combining marks follow the base character
    }
}

bool plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

} // namespace

std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t const end = std::min(text.find('\n', begin), text.size());
        escape_line(text.substr(begin, end - begin), out);
        if (end < text.size()) out += '\n';
        begin = end + 1;
    }
    return out;
}

std::string anchor(std::string_view kind, std::string_view id) {
    std::string name = std::string(kind) + "-";
    for (char const c : id)
        if (c == '/')
            name += '-';
        else if (plain(c))
            name += c;
        else
            name += fmt::format("_{:02X}", static_cast<unsigned char>(c));
    return name;
}

double pixels(std::string_view text, double size) { return 0.6 * size * display_width(text); }

} // namespace casus::report
