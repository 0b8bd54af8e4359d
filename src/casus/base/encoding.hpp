// What bytes say as text: is it ASCII, is it UTF-8, and Windows-1252 as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace casus {

[[nodiscard]] bool is_ascii(std::string_view text);

/// Whether all of it is well-formed UTF-8 (Unicode 15, table 3-7): no surrogates, nothing overlong.
[[nodiscard]] bool is_utf8(std::string_view text);

/// Windows-1252 as UTF-8; the five bytes that it leaves undefined become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view text);

} // namespace casus
