// Holds docs/assessment-json.md to the documents that the program writes.
#include "running.hpp"

#include "casus/base/file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string_view>

namespace casus::app {
namespace {

using nlohmann::json;

std::string page() { return read_file(std::filesystem::path(CASUS_SOURCE_DIR) / "docs" / "assessment-json.md"); }

std::vector<json> const& documents() {
    static std::vector<json> const all = [] {
        std::vector<json> read;
        for (std::vector<std::string> words :
             std::vector<std::vector<std::string>>{{"assess", shipped, "--draws", "20"},
                                                   {"explain", shipped, "alienation/AUS/trade"},
                                                   {"robust", shipped},
                                                   {"check", shipped}}) {
            words.insert(words.end(), {"--json", "-"});
            read.push_back(json::parse(casus(words).out));
        }
        return read;
    }();
    return all;
}

/// Every key in a document, at any depth.
void collect_keys(json const& value, std::set<std::string>& keys) {
    for (auto const& [key, inner] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (inner.is_structured()) collect_keys(inner, keys);
    }
}

TEST(AssessmentJsonPage, NamesEveryKeyOfTheDocuments) {
    std::string const text = page();
    std::set<std::string> codes;
    for (json const& actor : documents()[0].at("threat")) codes.insert(actor.at("actor"));
    for (json const& document : documents()) {
        std::set<std::string> keys;
        collect_keys(document, keys);
        keys.insert(document.at("schema"));
        for (std::string const& key : keys)
            if (!codes.contains(key)) { EXPECT_THAT(text, testing::HasSubstr(fmt::format("`{}`", key))); }
    }
}

/// Where an example has what the document has not, as a path; lists are compared with every element of the real one.
void compare(json const& example, json const& real, std::string const& path, std::vector<std::string>& missing) {
    if (example.is_object()) {
        for (auto const& [key, inner] : example.items())
            if (!real.is_object() || !real.contains(key))
                missing.push_back(path + "." + key);
            else
                compare(inner, real.at(key), path + "." + key, missing);
    } else if (example.is_array()) {
        for (json const& inner : example) {
            std::vector<std::string> fewest{path + " is no list, or an empty one"};
            for (json const& candidate : real) {
                std::vector<std::string> here;
                compare(inner, candidate, path + "[]", here);
                if (&candidate == &real.front() || here.size() < fewest.size()) fewest = here;
            }
            missing.insert(missing.end(), fewest.begin(), fewest.end());
        }
    } else if (example.type() != real.type() && !(example.is_number() && real.is_number()) && !real.is_null()) {
        missing.push_back(path + " is of another kind");
    }
}

TEST(AssessmentJsonPage, ItsExcerptsHaveTheShapeOfTheDocuments) {
    std::string const text = page();
    std::string_view const fence = "```json\n";
    std::size_t excerpts = 0;
    for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence, at + 1), ++excerpts) {
        std::size_t const begin = at + fence.size();
        json const example = json::parse(text.substr(begin, text.find("```", begin) - begin));
        bool known = false;
        for (json const& document : documents())
            if (document.at("schema") == example.at("schema")) {
                known = true;
                std::vector<std::string> missing;
                compare(example, document, "", missing);
                EXPECT_THAT(missing, testing::IsEmpty());
            }
        EXPECT_TRUE(known) << example.at("schema");
    }
    EXPECT_EQ(excerpts, documents().size());
}

} // namespace
} // namespace casus::app
