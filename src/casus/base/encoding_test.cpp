#include "casus/base/encoding.hpp"

#include <gtest/gtest.h>

#include <string>

namespace casus {
namespace {

TEST(Encoding, KnowsAsciiWhereverAByteLies) {
    EXPECT_TRUE(is_ascii(""));
    std::string text(40, 'x');
    EXPECT_TRUE(is_ascii(text));
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = '\x80';
        EXPECT_FALSE(is_ascii(other)) << i;
    }
}

TEST(Encoding, KnowsWellFormedUtf8) {
    EXPECT_TRUE(is_utf8("plain text longer than eight bytes"));
    EXPECT_TRUE(is_utf8("Côte d’Ivoire, 联盟, \U0001F30D, \u07ff\u0800\uffff\U00010000\U0010ffff"));
    EXPECT_FALSE(is_utf8("C\xf4te"));
    EXPECT_FALSE(is_utf8("twelve bytes\xe8\x81"));   // cut off
    EXPECT_FALSE(is_utf8("\xc0\xaf"));               // overlong
    EXPECT_FALSE(is_utf8("\xe0\x9f\xbf"));           // overlong
    EXPECT_FALSE(is_utf8("\xf0\x8f\xbf\xbf"));       // overlong
    EXPECT_FALSE(is_utf8("\xed\xa0\x80"));           // a surrogate
    EXPECT_FALSE(is_utf8("\xf4\x90\x80\x80"));       // beyond the last character
    EXPECT_FALSE(is_utf8("\x80"));                   // begins in the middle
    EXPECT_FALSE(is_utf8("\xc3\xa9\xe4\xbd ascii")); // breaks off in the middle
}

TEST(Encoding, DecodesWindows1252) {
    EXPECT_EQ(from_windows_1252("T\xfcrkiye \x96 \x80\x9f\xff"), "Türkiye – €Ÿÿ");
    EXPECT_EQ(from_windows_1252("\x81"), "\uFFFD");
    EXPECT_EQ(from_windows_1252(""), "");
}

} // namespace
} // namespace casus
