#include "casus/report/wrap.hpp"

#include "casus/report/glyphs.hpp"

#include <algorithm>

namespace casus::report {

namespace {

bool closes(char32_t code) {
    static constexpr std::u32string_view closing = U"，。、；：！？）」』》〉】〕”’…—·),.;:!?]%";
    return closing.find(code) != std::u32string_view::npos;
}

bool opens(char32_t code) {
    static constexpr std::u32string_view opening = U"（「『《〈【〔“‘([";
    return opening.find(code) != std::u32string_view::npos;
}

/// Glyphs that stay together, and whether a space stands before them.
struct Piece {
    std::vector<Glyph> glyphs;
    int columns = 0;
    bool spaced = false;
};

bool may_break(Glyph const& before, Glyph const& after) {
    return (before.columns == 2 || after.columns == 2) && !closes(after.code) && !opens(before.code);
}

std::vector<Piece> pieces(std::string_view line) {
    std::vector<Piece> all;
    bool spaced = false;
    bool begin = true;
    for (Glyph const& glyph : glyphs(line)) {
        if (glyph.code == U' ') {
            spaced = !all.empty();
            begin = true;
            continue;
        }
        if (begin || may_break(all.back().glyphs.back(), glyph)) all.push_back({{}, 0, spaced});
        all.back().glyphs.push_back(glyph);
        all.back().columns += glyph.columns;
        spaced = begin = false;
    }
    return all;
}

void wrap_paragraph(std::string_view paragraph, int columns, std::vector<std::string>& lines) {
    std::string line;
    int used = 0;
    auto const turn = [&] {
        lines.push_back(line);
        line.clear();
        used = 0;
    };
    for (Piece const& piece : pieces(paragraph)) {
        int const space = piece.spaced && used > 0 ? 1 : 0;
        if (used > 0 && used + space + piece.columns > columns) turn();
        if (used > 0 && space > 0) {
            line += ' ';
            ++used;
        }
        for (Glyph const& glyph : piece.glyphs) {
            if (used + glyph.columns > columns) turn();
            line += glyph.bytes;
            used += glyph.columns;
        }
    }
    lines.push_back(line);
}

} // namespace

std::vector<std::string> wrap(std::string_view text, int columns) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t const end = std::min(text.find('\n', begin), text.size());
        wrap_paragraph(text.substr(begin, end - begin), std::max(2, columns), lines);
        begin = end + 1;
    }
    return lines;
}

int longest_piece(std::string_view text) {
    int longest = 0;
    for (Piece const& piece : pieces(text)) longest = std::max(longest, piece.columns);
    return longest;
}

} // namespace casus::report
