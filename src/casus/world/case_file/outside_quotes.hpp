// What stands outside the quotes and remarks of a TOML file must be ASCII; a Chinese comma or curly quote there is
// the commonest slip of who writes both, and toml++ 3.3 has no defined answer to some of them.
#pragma once

#include "casus/base/error.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace casus::case_file {

/// The first character beyond ASCII outside of quotes and remarks, with the ASCII one that was probably meant.
[[nodiscard]] std::optional<Problem> foreign_character(std::string_view content, std::string const& file);

/// Whether a UTF-8 character begins with this byte.
[[nodiscard]] constexpr bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// Line and column, in characters, of a byte of the content.
[[nodiscard]] Place place_at(std::string_view content, std::size_t byte, std::string const& file);

} // namespace casus::case_file
