// One gzip file from pieces that are compressed apart, so that threads can share the work.
#pragma once

#include "casus/data/column.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace casus::data {

/// A piece of text compressed by itself; the same text gives the same bytes.
struct GzipPiece {
    Values<char> compressed;
    std::size_t length = 0;     ///< bytes of text
    std::uint32_t checksum = 0; ///< CRC-32 of the text
};

[[nodiscard]] GzipPiece gzip_piece(std::string_view text);

/// What stands before, between and after the pieces of one file.
class GzipFrame {
public:
    [[nodiscard]] static std::string header(); ///< without name and time
    void add(GzipPiece const& piece);          ///< in the order of the file
    [[nodiscard]] std::string trailer() const;

private:
    std::uint32_t checksum_ = 0;
    std::uint64_t length_ = 0;
};

} // namespace casus::data
