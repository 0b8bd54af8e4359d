// Text made safe for HTML, and anchors made from ids.
#pragma once

#include <string>
#include <string_view>

namespace casus::report {

/// `text` for element content and for attributes in double quotes; control characters but line ends are left out,
/// malformed UTF-8 is replaced.
[[nodiscard]] std::string escape(std::string_view text);

/// "kind-id" with `/` as `-` and every other byte that is not a letter, a digit, `-` or `.` as _XX, so that it is a
/// valid id and needs no escapes in an address.
[[nodiscard]] std::string anchor(std::string_view kind, std::string_view id);

/// Width of `text` in a sans-serif type of `size` pixels, roughly.
[[nodiscard]] double pixels(std::string_view text, double size);

} // namespace casus::report
