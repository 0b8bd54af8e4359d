#include "casus/data/files/content.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace casus::data {

namespace {

constexpr std::string_view gzip_magic = "\x1f\x8b";

[[noreturn]] void fail(std::string const& name, Text what, Text expected = {}) {
    throw Error(Problem{.place = {.file = name}, .what = std::move(what), .expected = std::move(expected)});
}

[[noreturn]] void fail_truncated(std::string const& name) {
    fail(name, {"the gzip file ends early", "gzip 文件不完整，提前结束"},
         {"the whole file; download it again", "完整的文件；请重新下载"});
}

[[noreturn]] void fail_damaged(std::string const& name, char const* why) {
    fail(name,
         {fmt::format("the gzip file is damaged ({})", why ? why : "no gzip"),
          fmt::format("gzip 文件已损坏（{}）", why ? why : "no gzip")},
         {"an undamaged file; download it again", "未损坏的文件；请重新下载"});
}

[[noreturn]] void fail_too_large(std::string const& name, std::size_t limit) {
    fail(name, {fmt::format("more than {} bytes when unzipped", limit), fmt::format("解压后超过 {} 字节", limit)});
}

/// zlib's state for one file of one or more members, one after the other as `cat a.gz b.gz` makes them.
class Unzipper {
public:
    Unzipper(std::string const& name, std::string_view zipped) : name_(name), left_(zipped) {
        constexpr int gzip_of_any_window = 15 + 16;
        if (inflateInit2(&stream_, gzip_of_any_window) != Z_OK) throw std::bad_alloc();
    }
    ~Unzipper() { inflateEnd(&stream_); }
    Unzipper(Unzipper const&) = delete;
    Unzipper& operator=(Unzipper const&) = delete;

    std::string all(std::size_t limit) {
        std::string bytes(first_guess(limit), '\0');
        std::size_t size = 0;
        while (!done_) {
            if (size == bytes.size()) bytes.resize(std::min(2 * size, limit + 1));
            size += some(bytes.data() + size, bytes.size() - size);
            if (size > limit) fail_too_large(name_, limit);
        }
        bytes.resize(size);
        return bytes;
    }

private:
    static constexpr std::size_t step = std::size_t{1} << 30; ///< zlib counts in 32 bits

    /// The last four bytes of the file say how long the last member is; believed where the text is at most 40 times
    /// as long as the file.
    [[nodiscard]] std::size_t first_guess(std::size_t limit) const {
        std::size_t said = 0;
        for (std::size_t i = 1; i <= 4 && i <= left_.size(); ++i)
            said = said << 8 | static_cast<unsigned char>(left_[left_.size() - i]);
        return std::min({said + 1, 40 * left_.size() + 1, limit + 1});
    }

    /// Unzips into `out`; the number of bytes written there.
    std::size_t some(char* out, std::size_t room) {
        auto const given = static_cast<uInt>(std::min(left_.size(), step));
        auto const asked = static_cast<uInt>(std::min(room, step));
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(left_.data())); // zlib only reads it
        stream_.avail_in = given;
        stream_.next_out = reinterpret_cast<Bytef*>(out);
        stream_.avail_out = asked;
        int const status = inflate(&stream_, Z_NO_FLUSH);
        left_.remove_prefix(given - stream_.avail_in);
        if (status == Z_STREAM_END)
            end_member();
        else if (status == Z_BUF_ERROR || (status == Z_OK && left_.empty() && stream_.avail_out > 0))
            fail_truncated(name_);
        else if (status != Z_OK)
            fail_damaged(name_, stream_.msg);
        return asked - stream_.avail_out;
    }

    /// Another member may follow; zeros that fill up a block of a tape are no part of the file.
    void end_member() {
        done_ = std::all_of(left_.begin(), left_.end(), [](char c) { return c == '\0'; });
        if (done_) return;
        if (!left_.starts_with(gzip_magic.substr(0, left_.size()))) fail_damaged(name_, "bytes after the end");
        inflateReset(&stream_);
    }

    std::string const& name_;
    std::string_view left_;
    z_stream stream_{};
    bool done_ = false;
};

} // namespace

Content content_of(std::string name, std::string bytes, std::size_t limit) {
    Content content{.name = std::move(name), .bytes = std::move(bytes), .sha256 = {}};
    content.sha256 = sha256(content.bytes);
    if (content.bytes.starts_with(gzip_magic)) content.bytes = Unzipper(content.name, content.bytes).all(limit);
    if (content.bytes.size() > limit) fail_too_large(content.name, limit);
    return content;
}

Content read_content(std::filesystem::path const& path, std::size_t limit) {
    return content_of(path.filename().string(), read_file(path), limit);
}

} // namespace casus::data
