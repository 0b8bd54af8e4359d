#include "casus/report/glyphs.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace casus::report {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Unicode 15 East_Asian_Width W and F, neighbouring blocks joined over their unassigned gaps.
constexpr std::array wide{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},   Range{0x23E9, 0x23EC},
    Range{0x23F0, 0x23F0},   Range{0x23F3, 0x23F3},   Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},
    Range{0x2648, 0x2653},   Range{0x267F, 0x267F},   Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},
    Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},   Range{0x26C4, 0x26C5},   Range{0x26CE, 0x26CE},
    Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},   Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},
    Range{0x26FA, 0x26FA},   Range{0x26FD, 0x26FD},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},
    Range{0x2728, 0x2728},   Range{0x274C, 0x274C},   Range{0x274E, 0x274E},   Range{0x2753, 0x2755},
    Range{0x2757, 0x2757},   Range{0x2795, 0x2797},   Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},
    Range{0x2B1B, 0x2B1C},   Range{0x2B50, 0x2B50},   Range{0x2B55, 0x2B55},   Range{0x2E80, 0x303E},
    Range{0x3041, 0x4DBF},   Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},
    Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18CFF}, Range{0x1AFF0, 0x1B2FF}, Range{0x1F004, 0x1F004},
    Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F18E}, Range{0x1F191, 0x1F19A}, Range{0x1F200, 0x1F320},
    Range{0x1F32D, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x1FA70, 0x1FAFF},
    Range{0x20000, 0x3FFFD}};

/// Combining marks of the scripts a case file may hold, and format characters.
constexpr std::array without_width{
    Range{0x00AD, 0x00AD}, Range{0x0300, 0x036F}, Range{0x0483, 0x0489},  Range{0x0591, 0x05BD}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0670, 0x0670}, Range{0x0E31, 0x0E31},  Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E},
    Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F},  Range{0x2028, 0x202E}, Range{0x2060, 0x2064},
    Range{0x2066, 0x206F}, Range{0x20D0, 0x20FF}, Range{0x302A, 0x302D},  Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F},
    Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}, Range{0xE0100, 0xE01EF}};

template <std::size_t count> bool among(std::array<Range, count> const& ranges, char32_t code) {
    auto const found =
        std::partition_point(ranges.begin(), ranges.end(), [code](Range const& range) { return range.last < code; });
    return found != ranges.end() && found->first <= code;
}

constexpr char32_t malformed = 0xFFFD;

struct Decoded {
    char32_t code;
    std::size_t bytes;
};

Decoded decode(std::string_view text, std::size_t at) {
    auto const byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    unsigned char const lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    std::size_t const length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead >= 0xF5 || at + length > text.size()) return {malformed, 1};
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return {malformed, 1};
        code = (code << 6U) | (byte(at + i) & 0x3FU);
    }
    return {code, length};
}

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

} // namespace

int columns_of(char32_t code) { return among(without_width, code) ? 0 : among(wide, code) ? 2 : 1; }

std::vector<Glyph> glyphs(std::string_view text) {
    static constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::vector<Glyph> row;
    row.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const [code, bytes] = decode(text, at);
        std::string_view const piece = code == malformed ? replacement : text.substr(at, bytes);
        bool const follows_on = !row.empty() && row.back().bytes.data() + row.back().bytes.size() == piece.data();
        if (is_control(code)) {
        } else if (columns_of(code) == 0 && follows_on) {
            row.back().bytes = {row.back().bytes.data(), row.back().bytes.size() + bytes};
        } else {
            row.push_back({piece, code, columns_of(code)});
        }
        at += bytes;
    }
    return row;
}

int display_width(std::string_view text) {
    int columns = 0;
    for (Glyph const& glyph : glyphs(text)) columns += glyph.columns;
    return columns;
}

int whole_columns(std::string_view digits) { return display_width(digits.substr(0, digits.find('.'))); }

std::string shorten(std::string_view text, int columns) {
    bool const whole = display_width(text) <= columns;
    int const room = whole ? columns : columns - 1;
    std::string kept;
    int used = 0;
    for (Glyph const& glyph : glyphs(text)) {
        if (used + glyph.columns > room) break;
        kept += glyph.bytes;
        used += glyph.columns;
    }
    if (whole) return kept;
    while (!kept.empty() && kept.back() == ' ') kept.pop_back();
    return kept + "…";
}

std::string shorten_middle(std::string_view text, int columns) {
    if (display_width(text) <= columns) return shorten(text, columns);
    std::string const head = shorten(text, columns - columns / 2);
    std::vector<Glyph> const all = glyphs(text);
    std::string tail;
    int room = columns - display_width(head);
    for (auto glyph = all.rbegin(); glyph != all.rend() && glyph->columns <= room; ++glyph) {
        tail.insert(0, glyph->bytes);
        room -= glyph->columns;
    }
    return head + tail;
}

std::string pad_right(std::string_view text, int columns) {
    std::string padded = shorten(text, columns);
    padded.append(static_cast<std::size_t>(std::max(0, columns - display_width(padded))), ' ');
    return padded;
}

std::string pad_left(std::string_view text, int columns) {
    std::string const kept = shorten(text, columns);
    return std::string(static_cast<std::size_t>(std::max(0, columns - display_width(kept))), ' ') + kept;
}

} // namespace casus::report
