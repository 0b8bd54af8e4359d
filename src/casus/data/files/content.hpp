// A published file as bytes: unzipped where it was gzip, with the hash by which it is known again.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace casus::data {

/// A file's bytes, unzipped where they were gzip; the hash is that of the file as it lies on disk.
struct Content {
    std::string name; ///< file name without folders, for messages
    std::string bytes;
    std::string sha256;
};

/// Bytes as they lie on disk under this name. Errors: gzip truncated or damaged, larger than `limit` bytes unzipped.
[[nodiscard]] Content content_of(std::string name, std::string bytes, std::size_t limit = std::size_t{4} << 30);

/// Reads and unzips. Errors: cannot be read, gzip truncated or damaged, larger than `limit` bytes when unzipped.
[[nodiscard]] Content read_content(std::filesystem::path const& path, std::size_t limit = std::size_t{4} << 30);

} // namespace casus::data
