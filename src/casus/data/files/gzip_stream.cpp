#include "casus/data/files/gzip_stream.hpp"

#include <zlib.h>

#include <cassert>
#include <new>

namespace casus::data {

namespace {

constexpr int compression = 4; ///< of panels: 10 % larger than level 6, at twice the speed

void append_little_endian(std::string& bytes, std::uint32_t number) {
    for (int i = 0; i < 4; ++i, number >>= 8) bytes += static_cast<char>(number & 0xff);
}

} // namespace

GzipPiece gzip_piece(std::string_view text) {
    constexpr int no_frame = -15;
    z_stream stream{};
    if (deflateInit2(&stream, compression, Z_DEFLATED, no_frame, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    constexpr std::size_t flush_marker = 16;
    GzipPiece piece{.compressed = {}, .length = text.size(), .checksum = 0};
    piece.compressed.resize(deflateBound(&stream, text.size()) + flush_marker);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); // zlib only reads it
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(piece.compressed.data());
    stream.avail_out = static_cast<uInt>(piece.compressed.size());
    assert(stream.avail_in == text.size() && stream.avail_out == piece.compressed.size());
    [[maybe_unused]] int const status = deflate(&stream, Z_SYNC_FLUSH); // ends on a byte, without ending the file
    assert(status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0);
    piece.compressed.resize(stream.total_out);
    deflateEnd(&stream);
    piece.checksum = static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<Bytef const*>(text.data()), text.size()));
    return piece;
}

std::string GzipFrame::header() {
    constexpr char deflated = 8;
    constexpr char unknown_system = '\xff';
    return {'\x1f', '\x8b', deflated, 0, 0, 0, 0, 0, 0, unknown_system};
}

void GzipFrame::add(GzipPiece const& piece) {
    checksum_ =
        static_cast<std::uint32_t>(crc32_combine(checksum_, piece.checksum, static_cast<z_off_t>(piece.length)));
    length_ += piece.length;
}

std::string GzipFrame::trailer() const {
    std::string bytes{'\x03', '\0'}; // an empty last block
    append_little_endian(bytes, checksum_);
    append_little_endian(bytes, static_cast<std::uint32_t>(length_));
    return bytes;
}

} // namespace casus::data
