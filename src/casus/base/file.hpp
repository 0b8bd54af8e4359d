// Files read whole and written by rename, so that a kill at any time leaves the old file or the new one.
#pragma once

#include "casus/base/text.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace casus {

/// Bytes of a file; an Error that names the path and the reason when it cannot be read.
[[nodiscard]] std::string read_file(std::filesystem::path const& path);

/// Writes beside `path`, syncs, and renames over it. An Error (and no trace) when that fails.
void write_file(std::filesystem::path const& path, std::string_view content);

/// SHA-256 of bytes, 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// Why a call of the system failed, from errno: the system's words, and the commonest of them in Chinese.
[[nodiscard]] Text reason_of(int error_number);

} // namespace casus
