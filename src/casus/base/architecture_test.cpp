// Holds the sources to the table of rooms in docs/architecture.md.

#include "casus/base/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace casus {
namespace {

namespace fs = std::filesystem;

/// A source file: its path as the repository has it, and what it includes of ours ("casus/base/text.hpp").
struct Source {
    std::string path;
    std::vector<std::string> includes;
};

/// Room → the rooms that it may include, as the table has them.
using Rooms = std::map<std::string, std::set<std::string>>;

std::string trim(std::string_view text) {
    auto const first = text.find_first_not_of(" `\r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" `\r") - first + 1));
}

std::vector<std::string> split(std::string const& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(trim(part));
    return parts;
}

/// The rows of the table headed "| room | may include |". "all" stands for every room, "nothing" for none.
Rooms read_rooms(std::string const& page) {
    Rooms rooms;
    std::set<std::string> unlimited;
    bool inside = false;
    for (std::string const& line : split(page, '\n')) {
        auto const cells = split(line, '|');
        if (cells.size() < 3) {
            inside = false;
        } else if (cells[1] == "room" && cells[2] == "may include") {
            inside = true;
        } else if (inside && !cells[1].starts_with("---")) {
            auto const names = split(cells[2], ',');
            rooms[cells[1]] = {names.begin(), names.end()};
            if (cells[2] == "all") unlimited.insert(cells[1]);
        }
    }
    for (std::string const& room : unlimited)
        for (auto const& [other, arrows] : rooms) rooms[room].insert(other);
    return rooms;
}

/// The path inside src/casus/, which is how rooms are named; apps/… stays as it is.
std::string inside_the_house(std::string const& path) {
    for (std::string_view const prefix : {"src/casus/", "casus/"})
        if (path.starts_with(prefix)) return path.substr(prefix.size());
    return path;
}

/// The innermost room that the path lies in; empty when it lies in none.
std::string room_of(std::string const& path, Rooms const& rooms) {
    std::string const inner = inside_the_house(path);
    std::string best;
    for (auto const& [room, arrows] : rooms)
        if (inner.starts_with(room + '/') && room.size() > best.size()) best = room;
    return best;
}

void check_arrows(Source const& source, Rooms const& rooms, std::vector<std::string>& complaints) {
    std::string const room = room_of(source.path, rooms);
    if (room.empty()) {
        complaints.push_back(source.path + " lies in no room of the table");
        return;
    }
    for (std::string const& include : source.includes) {
        std::string const target = room_of(include, rooms);
        if (target.empty())
            complaints.push_back(source.path + " includes " + include + ", which lies in no room of the table");
        else if (target != room && !rooms.at(room).contains(target))
            complaints.push_back(source.path + " includes " + include + ", but " + room + " may not include " + target);
    }
}

std::string stem(std::string const& path) { return path.substr(0, path.rfind('.')); }

/// A header has a reader other than its own source, or a test.
void check_use(Source const& header, std::vector<Source> const& sources, std::vector<std::string>& complaints) {
    std::string const name = "casus/" + inside_the_house(header.path);
    bool const used = std::any_of(sources.begin(), sources.end(), [&](Source const& other) {
        if (other.path == stem(header.path) + "_test.cpp") return true;
        return stem(other.path) != stem(header.path) && std::ranges::find(other.includes, name) != other.includes.end();
    });
    if (!used) complaints.push_back(header.path + " is included by no other file and has no test");
}

std::vector<std::string> complaints_about(Rooms const& rooms, std::vector<Source> const& sources) {
    std::vector<std::string> complaints;
    for (Source const& source : sources) {
        check_arrows(source, rooms, complaints);
        if (source.path.starts_with("src/") && source.path.ends_with(".hpp")) check_use(source, sources, complaints);
    }
    std::set<std::string> lived_in;
    for (Source const& source : sources) lived_in.insert(room_of(source.path, rooms));
    for (auto const& [room, arrows] : rooms) {
        if (!lived_in.contains(room)) complaints.push_back(room + " stands in the table but holds no file");
        for (std::string const& target : arrows)
            if (target != "all" && target != "nothing" && !rooms.contains(target))
                complaints.push_back(room + " may include " + target + ", which is no room of the table");
    }
    return complaints;
}

std::vector<std::string> includes_in(std::string const& text) {
    std::string const opening = "#include \"";
    std::vector<std::string> includes;
    for (std::string const& line : split(text, '\n'))
        if (line.starts_with(opening + "casus/"))
            includes.push_back(line.substr(opening.size(), line.find('"', opening.size()) - opening.size()));
    return includes;
}

std::vector<Source> sources_of(fs::path const& root) {
    std::vector<Source> sources;
    for (char const* const folder : {"src", "apps"})
        for (fs::directory_entry const& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.path().extension() == ".hpp" || entry.path().extension() == ".cpp")
                sources.push_back({fs::relative(entry.path(), root).string(), includes_in(read_file(entry.path()))});
    return sources;
}

TEST(Architecture, TheSourcesKeepToTheTable) {
    fs::path const root = CASUS_SOURCE_DIR;
    Rooms const rooms = read_rooms(read_file(root / "docs" / "architecture.md"));
    auto const sources = sources_of(root);
    ASSERT_FALSE(rooms.empty());
    ASSERT_GT(sources.size(), 20u);
    EXPECT_THAT(complaints_about(rooms, sources), testing::IsEmpty());
}

Rooms small_house() {
    return read_rooms("# A page\n\n| x | y | z |\n|---|---|---|\n| not | a | room |\n\n"
                      "| room | may include | what |\n|---|---|---|\n| `base` | nothing | b |\n"
                      "| `world` | base | w |\n| `world/file` | base, world | f |\n| `apps/p` | all | p |\n");
}

std::vector<Source> small_sources() {
    return {{"src/casus/base/text.hpp", {}},
            {"src/casus/world/world.hpp", {"casus/base/text.hpp"}},
            {"src/casus/world/file/read.hpp", {"casus/world/world.hpp"}},
            {"apps/p/main.cpp", {"casus/world/file/read.hpp", "casus/base/text.hpp"}}};
}

TEST(ArchitectureChecker, ReadsTheTable) {
    Rooms const rooms = small_house();
    EXPECT_EQ(rooms.size(), 4u);
    EXPECT_EQ(rooms.at("world/file"), (std::set<std::string>{"base", "world"}));
    EXPECT_TRUE(rooms.at("apps/p").contains("world"));
    EXPECT_EQ(includes_in("#include <map>\n#include \"casus/base/text.hpp\" // why\nint x;\n"),
              std::vector<std::string>{"casus/base/text.hpp"});
}

TEST(ArchitectureChecker, IsContentWithAHouseInOrder) {
    EXPECT_THAT(complaints_about(small_house(), small_sources()), testing::IsEmpty());
}

TEST(ArchitectureChecker, FindsAnArrowAgainstTheTable) {
    auto sources = small_sources();
    sources[1].includes.push_back("casus/world/file/read.hpp");
    sources[0].includes.push_back("casus/world/world.hpp");
    EXPECT_THAT(
        complaints_about(small_house(), sources),
        testing::ElementsAre(
            "src/casus/base/text.hpp includes casus/world/world.hpp, but base may not include world",
            "src/casus/world/world.hpp includes casus/world/file/read.hpp, but world may not include world/file"));
}

TEST(ArchitectureChecker, FindsRoomsThatTheTableLacks) {
    auto sources = small_sources();
    sources.push_back({"src/casus/attic/trunk.cpp", {}});
    sources[3].includes.push_back("casus/cellar/wine.hpp");
    EXPECT_THAT(
        complaints_about(small_house(), sources),
        testing::ElementsAre("apps/p/main.cpp includes casus/cellar/wine.hpp, which lies in no room of the table",
                             "src/casus/attic/trunk.cpp lies in no room of the table"));
}

TEST(ArchitectureChecker, FindsEmptyRoomsAndArrowsToNowhere) {
    Rooms rooms = small_house();
    rooms["game"] = {"bas"};
    EXPECT_THAT(complaints_about(rooms, small_sources()),
                testing::ElementsAre("game stands in the table but holds no file",
                                     "game may include bas, which is no room of the table"));
}

TEST(ArchitectureChecker, FindsAHeaderThatNobodyUses) {
    auto sources = small_sources();
    sources.push_back({"src/casus/base/idle.hpp", {}});
    sources.push_back({"src/casus/base/idle.cpp", {"casus/base/idle.hpp"}});
    EXPECT_THAT(complaints_about(small_house(), sources),
                testing::ElementsAre("src/casus/base/idle.hpp is included by no other file and has no test"));
    sources.push_back({"src/casus/base/idle_test.cpp", {"casus/base/idle.hpp"}});
    EXPECT_THAT(complaints_about(small_house(), sources), testing::IsEmpty());
}

} // namespace
} // namespace casus
