// What data sets ask to be cited by: BibTeX that its readers take, and enough of it to find the work.
#include "casus/data/import/source.hpp"
#include "casus/data/import/strict_bibtex.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace casus::data {
namespace {

std::vector<std::string> needed(std::string const& type) {
    static std::map<std::string, std::vector<std::string>> const by_type{
        {"article", {"author", "title", "journal", "year"}},
        {"book", {"author", "title", "publisher", "year"}},
        {"incollection", {"author", "title", "booktitle", "publisher", "year"}},
        {"techreport", {"author", "title", "institution"}},
        {"misc", {"title"}}};
    auto const found = by_type.find(type);
    return found == by_type.end() ? std::vector<std::string>{"a type that is known"} : found->second;
}

/// Letters that TeX takes for commands, unless escaped, and all beyond ASCII, which old BibTeX does not sort.
bool is_plain(std::string const& value) {
    for (std::size_t i = 0; i < value.size(); ++i)
        if (static_cast<unsigned char>(value[i]) >= 0x80 ||
            (std::string_view("&%$#_").find(value[i]) != std::string_view::npos && (i == 0 || value[i - 1] != '\\')))
            return false;
    return true;
}

void check(BibtexEntry const& entry) {
    SCOPED_TRACE(entry.key);
    for (std::string const& name : needed(entry.type)) EXPECT_TRUE(entry.fields.contains(name)) << "lacks " << name;
    for (auto const& [name, value] : entry.fields) {
        EXPECT_FALSE(value.empty()) << name;
        EXPECT_TRUE(name == "doi" || is_plain(value)) << name << ": " << value;
        if (name == "year") {
            EXPECT_EQ(value.find_first_not_of("0123456789"), std::string::npos) << value;
            EXPECT_EQ(value.size(), 4u);
            EXPECT_NE(entry.key.find(value), std::string::npos) << "the key says another year than " << value;
        }
        EXPECT_TRUE(name != "pages" || value.find("--") != std::string::npos) << value;
    }
}

TEST(Citations, EveryDataSetHasOneThatStrictReadersTake) {
    std::map<std::string, std::map<std::string, std::string>> works;
    for (Source const& source : all_sources()) {
        SCOPED_TRACE(source.dataset);
        std::vector<BibtexEntry> entries;
        ASSERT_NO_THROW(entries = StrictBibtex(source.citation).entries());
        EXPECT_FALSE(entries.empty());
        for (BibtexEntry const& entry : entries) {
            check(entry);
            auto const [known, is_new] = works.emplace(entry.key, entry.fields);
            EXPECT_EQ(known->second, entry.fields) << "another work has the key " << entry.key;
        }
    }
    EXPECT_GT(works.size(), 40u);
}

TEST(StrictBibtex, RefusesWhatReadersRefuse) {
    auto const reads = [](std::string const& text) {
        try {
            return StrictBibtex(text).entries().size() == 1;
        } catch (std::runtime_error const&) { return false; }
    };
    EXPECT_TRUE(reads("% a note\n@misc{a1,\n  title = {{A} b},\n  year = {2000}\n}\n"));
    EXPECT_FALSE(reads("@misc{a1, title = {A}"));
    EXPECT_FALSE(reads("@misc{a1, title = {A} year = {2000}}"));
    EXPECT_FALSE(reads("@misc{a1, title = {A}, title = {B}}"));
    EXPECT_FALSE(reads("@misc{a1, title = {A{}}"));
    EXPECT_FALSE(reads("@misc{, title = {A}}"));
    EXPECT_FALSE(reads("misc{a1, title = {A}}"));
}

} // namespace
} // namespace casus::data
