#include "casus/base/encoding.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace casus {

namespace {

/// Length of the run of ASCII that the text begins with.
std::size_t ascii_run(std::string_view text) {
    std::size_t i = 0;
    for (std::uint64_t eight = 0; i + sizeof eight <= text.size(); i += sizeof eight) {
        std::memcpy(&eight, text.data() + i, sizeof eight);
        if (eight & 0x8080808080808080) break;
    }
    while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
    return i;
}

/// Length of the well-formed character that the text, which does not begin with ASCII, begins with; 0 if it is none.
std::size_t character_length(std::string_view text) {
    auto const at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
    auto const in = [](int byte, int low, int high) { return low <= byte && byte <= high; };
    auto const follows = [&](std::size_t i) { return in(at(i), 0x80, 0xbf); };
    int const lead = at(0);
    if (in(lead, 0xc2, 0xdf)) return follows(1) ? 2 : 0;
    if (in(lead, 0xe0, 0xef)) {
        int const low = lead == 0xe0 ? 0xa0 : 0x80;
        int const high = lead == 0xed ? 0x9f : 0xbf;
        return in(at(1), low, high) && follows(2) ? 3 : 0;
    }
    if (in(lead, 0xf0, 0xf4)) {
        int const low = lead == 0xf0 ? 0x90 : 0x80;
        int const high = lead == 0xf4 ? 0x8f : 0xbf;
        return in(at(1), low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

/// The characters of the bytes 0x80 to 0x9f; above them Windows-1252 is Latin-1.
constexpr std::array<char16_t, 32> windows_1252_at_0x80{0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                        0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
                                                        0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                        0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

void append(std::string& text, char16_t character) {
    auto const byte = [&](int bits) { text += static_cast<char>(bits); };
    if (character < 0x800) {
        byte(0xc0 | character >> 6);
    } else {
        byte(0xe0 | character >> 12);
        byte(0x80 | (character >> 6 & 0x3f));
    }
    byte(0x80 | (character & 0x3f));
}

} // namespace

bool is_ascii(std::string_view text) { return ascii_run(text) == text.size(); }

bool is_utf8(std::string_view text) {
    for (;;) {
        text.remove_prefix(ascii_run(text));
        if (text.empty()) return true;
        std::size_t const length = character_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
}

std::string from_windows_1252(std::string_view text) {
    std::string decoded;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            decoded += c;
        else
            append(decoded, byte < 0xa0 ? windows_1252_at_0x80[byte - 0x80u] : static_cast<char16_t>(byte));
    }
    return decoded;
}

} // namespace casus
