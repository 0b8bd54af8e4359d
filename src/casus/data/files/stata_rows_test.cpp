#include "casus/data/files/stata_rows.hpp"

#include <gtest/gtest.h>
#include <readstat.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace casus::data {
namespace {

using Texts = std::vector<std::vector<std::string>>;

ssize_t keep(void const* bytes, std::size_t size, void* context) {
    static_cast<std::string*>(context)->append(static_cast<char const*>(bytes), size);
    return static_cast<ssize_t>(size);
}

/// A .dta file of the given version: a year, a float, a double, a word; `rows` rows, of which the second is missing.
std::string stata_file(std::uint8_t version, long rows = 2) {
    std::string bytes;
    std::unique_ptr<readstat_writer_t, decltype(&readstat_writer_free)> const owner(readstat_writer_init(),
                                                                                    &readstat_writer_free);
    readstat_writer_t* const writer = owner.get();
    readstat_set_data_writer(writer, &keep);
    readstat_writer_set_file_format_version(writer, version);
    auto* const year = readstat_add_variable(writer, "year", READSTAT_TYPE_INT32, 0);
    if (version > 104) { // which has labels for small numbers only
        auto* const labels = readstat_add_label_set(writer, READSTAT_TYPE_INT32, "years");
        readstat_label_int32_value(labels, 1816, "the first");
        readstat_variable_set_label_set(year, labels);
    }
    auto* const cinc = readstat_add_variable(writer, "cinc", READSTAT_TYPE_FLOAT, 0);
    auto* const gdp = readstat_add_variable(writer, "gdp", READSTAT_TYPE_DOUBLE, 0);
    auto* const name = readstat_add_variable(writer, "name", READSTAT_TYPE_STRING, 12);
    EXPECT_EQ(readstat_begin_writing_dta(writer, &bytes, rows), READSTAT_OK);
    for (long row = 0; row < rows; ++row) {
        readstat_begin_row(writer);
        if (row == 1) {
            readstat_insert_missing_value(writer, year);
            // extended missings (.a to .z) came with version 113
            if (version >= 113)
                readstat_insert_tagged_missing_value(writer, cinc, 'a');
            else
                readstat_insert_missing_value(writer, cinc);
            readstat_insert_missing_value(writer, gdp);
        } else {
            readstat_insert_int32_value(writer, year, static_cast<std::int32_t>(1816 + row));
            readstat_insert_float_value(writer, cinc, 0.1F);
            readstat_insert_double_value(writer, gdp, 1e6 + static_cast<double>(row) / 8);
        }
        readstat_insert_string_value(writer, name, row == 1 ? "" : " Bavaria ");
        readstat_end_row(writer);
    }
    EXPECT_EQ(readstat_end_writing(writer), READSTAT_OK);
    return bytes;
}

Content content_of(std::string bytes) { return {.name = "t.dta", .bytes = std::move(bytes), .sha256 = {}}; }

Texts texts(std::string const& bytes) {
    Content const content = content_of(bytes);
    auto const rows = open_rows(content);
    Texts all{rows->header()};
    while (rows->next()) all.emplace_back(rows->cells().begin(), rows->cells().end());
    return all;
}

std::string message(std::string const& bytes, Language language = Language::English) {
    try {
        (void)texts(bytes);
    } catch (Error const& error) { return render(error.problems().at(0), language); }
    return "no error";
}

TEST(StataRows, ReadsEveryVersion) {
    Texts const expected{{"year", "cinc", "gdp", "name"}, {"1816", "0.1", "1000000", "Bavaria"}, {"", "", "", ""}};
    for (int version = 104; version <= 119; ++version) {
        if (version == 107 || version == 109 || version == 112 || version == 116) continue; // never in use
        std::string const bytes = stata_file(static_cast<std::uint8_t>(version));
        EXPECT_TRUE(is_stata(bytes)) << version;
        EXPECT_EQ(texts(bytes), expected) << version;
    }
}

TEST(StataRows, ReadsMoreRowsThanOneBatch) {
    Content const content = content_of(stata_file(118, 150000));
    auto const rows = open_rows(content);
    std::size_t count = 0;
    while (rows->next()) {
        if (count != 1) {
            ASSERT_EQ(rows->cells()[0], std::to_string(1816 + count));
            ASSERT_EQ(rows->cells()[3], "Bavaria");
        }
        ++count;
        ASSERT_EQ(rows->place(2).column, static_cast<int>(count));
    }
    EXPECT_EQ(count, 150000u);
    EXPECT_FALSE(rows->next());
}

TEST(StataRows, IsNotTakenForText) {
    EXPECT_FALSE(is_stata(""));
    EXPECT_FALSE(is_stata("rst,year\n1,2\n"));
    EXPECT_FALSE(is_stata("<stata>"));
}

TEST(StataRows, RefusesAFileThatEndsEarlyWhereverItEnds) {
    for (int const version : {113, 118}) {
        std::string const whole = stata_file(static_cast<std::uint8_t>(version), 20);
        std::size_t const data = whole.find(" Bavaria ");
        for (std::size_t length = 11; length < data; ++length)
            EXPECT_NE(message(whole.substr(0, length)), "no error") << version << ' ' << length;
    }
    std::string const whole = stata_file(118, 20);
    EXPECT_EQ(message(whole.substr(0, whole.find(" Bavaria "))),
              "t.dta: the .dta file ends early; expected the whole file; download it again");
    EXPECT_EQ(message(whole.substr(0, whole.find(" Bavaria ")), Language::Chinese),
              "t.dta: .dta 文件不完整，提前结束；应为完整的文件；请重新下载");
}

TEST(StataRows, RefusesALongTextWithoutItsEnd) {
    for (int const version : {117, 118, 119}) {
        Content content = read_content(std::filesystem::path(CASUS_SOURCE_DIR) / "fuzz" / "corpus" / "stata" /
                                       ("version-" + std::to_string(version) + ".dta"));
        EXPECT_TRUE(open_stata_rows(content)->next()) << version;
        std::size_t const end = content.bytes.find("a long text") + 11;
        ASSERT_EQ(content.bytes[end], '\0');
        content.bytes[end] = 'x';
        try {
            (void)open_stata_rows(content)->next();
            ADD_FAILURE() << version << " was read";
        } catch (Error const& error) {
            EXPECT_EQ(error.problems().front().what.en, "a long text (strL) of the .dta file has no end");
        }
    }
}

TEST(StataRows, RefusesWhatHoldsNothing) {
    EXPECT_EQ(message(stata_file(118, 0)), "t.dta: a header and no rows; expected a row after the header");
}

} // namespace
} // namespace casus::data
