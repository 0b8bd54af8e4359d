#include "casus/data/files/content.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <string>
#include <unistd.h>

namespace casus::data {
namespace {

class ContentTest : public testing::Test {
protected:
    ContentTest()
        : path_(std::filesystem::temp_directory_path() / ("casus_content_" + std::to_string(::getpid()) + ".gz")) {}
    ~ContentTest() override { std::filesystem::remove(path_); }

    std::string bytes_of(std::string_view on_disk, std::size_t limit = 1 << 20) const {
        write_file(path_, on_disk);
        return read_content(path_, limit).bytes;
    }

    std::string message(std::string_view on_disk, std::size_t limit = 1 << 20,
                        Language language = Language::English) const {
        try {
            (void)bytes_of(on_disk, limit);
        } catch (Error const& error) {
            std::string const text = render(error.problems().at(0), language);
            return text.substr(text.find(": ") + 2);
        }
        return "no error";
    }

    std::filesystem::path path_;
};

std::string gzip(std::string const& text) {
    std::string zipped(text.size() + 100, '\0');
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(zipped.data());
    stream.avail_out = static_cast<uInt>(zipped.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    zipped.resize(stream.total_out);
    deflateEnd(&stream);
    return zipped;
}

TEST_F(ContentTest, TakesPlainFilesAsTheyAre) {
    EXPECT_EQ(bytes_of("a,b\n"), "a,b\n");
    EXPECT_EQ(bytes_of(""), "");
    EXPECT_EQ(bytes_of("\x1f"), "\x1f");
}

TEST_F(ContentTest, HashesTheFileAsItLiesOnDisk) {
    std::string const zipped = gzip("a,b\n");
    write_file(path_, zipped);
    Content const content = read_content(path_);
    EXPECT_EQ(content.sha256, sha256(zipped));
    EXPECT_EQ(content.name, path_.filename().string());
    EXPECT_EQ(content.bytes, "a,b\n");
}

TEST_F(ContentTest, UnzipsAnyNumberOfMembers) {
    std::string const long_text(100000, 'x');
    EXPECT_EQ(bytes_of(gzip(long_text)), long_text);
    EXPECT_EQ(bytes_of(gzip("a") + gzip("") + gzip(long_text)), "a" + long_text);
    EXPECT_EQ(bytes_of(gzip(long_text) + gzip("b")), long_text + "b"); // the file's last bytes tell of "b" alone
    EXPECT_EQ(bytes_of(gzip("")), "");
    EXPECT_EQ(bytes_of(gzip("a") + std::string(512, '\0')), "a"); // filled up to a block
}

TEST_F(ContentTest, RefusesAGzipFileThatEndsEarlyWhereverItEnds) {
    std::string const zipped = gzip("country,year\n2,1816\n200,1816\n");
    for (std::size_t length = 2; length < zipped.size(); ++length)
        EXPECT_EQ(message(zipped.substr(0, length)),
                  "the gzip file ends early; expected the whole file; download it again")
            << length;
    EXPECT_EQ(message(zipped + zipped.substr(0, 1)),
              "the gzip file ends early; expected the whole file; download it again");
    EXPECT_EQ(message(zipped.substr(0, 20), 100, Language::Chinese),
              "gzip 文件不完整，提前结束；应为完整的文件；请重新下载");
}

TEST_F(ContentTest, RefusesADamagedGzipFile) {
    std::string damaged = gzip("country,year\n2,1816\n200,1816\n");
    damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] + 1); // in the checksum
    EXPECT_EQ(message(damaged),
              "the gzip file is damaged (incorrect data check); expected an undamaged file; download it again");
    EXPECT_EQ(message(gzip("a") + "rest"),
              "the gzip file is damaged (bytes after the end); expected an undamaged file; download it again");
}

TEST_F(ContentTest, HoldsToItsLimit) {
    std::string const zipped = gzip(std::string(1000, 'x'));
    EXPECT_EQ(bytes_of(zipped, 1000).size(), 1000u);
    EXPECT_EQ(message(zipped, 999), "more than 999 bytes when unzipped");
    EXPECT_EQ(message(std::string(1000, 'x'), 999), "more than 999 bytes when unzipped");
}

TEST_F(ContentTest, SaysWhatCannotBeRead) { EXPECT_THROW((void)read_content(path_ / "nowhere"), Error); }

} // namespace
} // namespace casus::data
