#include "casus/dilemma/linkage_file/linkage_file.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace casus::dilemma {

namespace {

using case_file::TomlValue;

std::string const linkage_schema = "casus.linkages/1";

/// "2021" or "2021-09".
std::optional<LinkageDate> date_in(std::string const& text) {
    auto const digits = [&](std::size_t first, std::size_t count) {
        int number = 0;
        for (std::size_t n = first; n < first + count; ++n) {
            if (std::isdigit(static_cast<unsigned char>(text[n])) == 0) return -1;
            number = 10 * number + (text[n] - '0');
        }
        return number;
    };
    if (text.size() != 4 && !(text.size() == 7 && text[4] == '-')) return std::nullopt;
    LinkageDate const date{digits(0, 4), text.size() == 7 ? digits(5, 2) : 0};
    bool const month_given = text.size() == 7;
    if (date.year < 1800 || date.month < (month_given ? 1 : 0) || date.month > 12) return std::nullopt;
    return date;
}

class LinkageReading {
public:
    LinkageReading(std::string file, World const& world) : file_(std::move(file)), world_(world) {
        for (Actor const& actor : world.actors()) codes_.push_back(actor.code);
        for (Treaty const& treaty : world.treaties()) codes_.push_back(treaty.code);
        for (Group const& group : world.groups()) codes_.push_back(group.code);
    }

    Linkages read(std::string const& content);

private:
    void read_one(TomlValue const& table);
    void read_pairs(TomlValue const& table, Linkage& linkage);
    void pair_members(TomlValue const& named, Linkage& linkage);
    void pair_sides(TomlValue const& sides, Linkage& linkage);
    /// Actors behind the codes, treaties and groups opened; reports what is unknown or there twice.
    std::vector<ActorId> actors_of(TomlValue const& codes, std::string const& key, std::vector<ActorId> const& known);
    [[nodiscard]] std::vector<ActorId> behind(std::string const& code) const;
    [[nodiscard]] bool share_branch(ActorId a, ActorId b) const;
    std::optional<LinkageDate> read_date(TomlValue const& table, char const* key);
    double read_number(TomlValue const& value, char const* key, double high);
    [[nodiscard]] std::string const& code_of(ActorId id) const { return world_.actor(id).code; }
    void refuse(Place const& place, Text what, std::string found, Text expected) {
        reader_.report({place, std::move(what), std::move(found), std::move(expected), {}});
    }

    std::string file_;
    World const& world_;
    std::vector<std::string> codes_;
    Linkages result_;
    std::vector<Problem> problems_;
    case_file::TomlReader reader_{problems_};
};

bool LinkageReading::share_branch(ActorId a, ActorId b) const {
    return std::ranges::any_of(world_.treaties(), [&](Treaty const& treaty) {
        auto const has = [&](ActorId id) { return std::ranges::count(treaty.members, id) > 0; };
        return treaty.type == TieType::Alliance && treaty.in_force(world_.year()) && has(world_.leader()) && has(a) &&
               has(b);
    });
}

std::vector<ActorId> LinkageReading::behind(std::string const& code) const {
    for (std::size_t n = 0; n < world_.actors().size(); ++n)
        if (world_.actors()[n].code == code) return {ActorId(n)};
    std::vector<ActorId> members;
    for (Treaty const& treaty : world_.treaties())
        if (treaty.code == code) members = treaty.members;
    for (Group const& group : world_.groups())
        if (group.code == code) members = group.members;
    std::erase(members, world_.leader());
    return members;
}

std::vector<ActorId> LinkageReading::actors_of(TomlValue const& codes, std::string const& key,
                                               std::vector<ActorId> const& known) {
    std::vector<ActorId> actors;
    for (case_file::Word const& word : reader_.texts(codes, key)) {
        if (std::ranges::count(codes_, word.text) == 0) {
            Problem problem = case_file::unknown(word.place, {"unknown member", "未知的成员"}, word.text, codes_);
            if (problem.nearest.empty())
                problem.expected = {"the code of an actor, treaty or group of the case",
                                    "案例中行为体、条约或集团的代码"};
            reader_.report(std::move(problem));
            continue;
        }
        if (word.text == world_.actor(world_.leader()).code) {
            refuse(word.place, {"the leader is no member of a linkage", "主导国不是联结的成员"}, word.text,
                   {"members of its branches; it leads them all", "各分支的成员；主导国领导所有分支"});
            continue;
        }
        for (ActorId const id : behind(word.text)) {
            if (std::ranges::count(actors, id) + std::ranges::count(known, id) > 0)
                refuse(word.place, {"member named twice", "成员重复"}, code_of(id), {});
            else
                actors.push_back(id);
        }
    }
    return actors;
}

void LinkageReading::pair_members(TomlValue const& named, Linkage& linkage) {
    linkage.members = actors_of(named, "members", {});
    for (std::size_t a = 0; a < linkage.members.size(); ++a)
        for (std::size_t b = a + 1; b < linkage.members.size(); ++b) {
            ActorId const first = linkage.members[a];
            ActorId const second = linkage.members[b];
            if (!share_branch(first, second)) {
                linkage.pairs.emplace_back(first, second);
                continue;
            }
            std::string const pair = fmt::format("{}, {}", code_of(first), code_of(second));
            result_.warnings.push_back(
                {fmt::format("{}: {} share a branch already, which is no linkage", linkage.code, pair),
                 fmt::format("{}：{} 已属同一分支，不构成联结", linkage.code, pair)});
        }
}

void LinkageReading::pair_sides(TomlValue const& sides, Linkage& linkage) {
    if (sides.kind != TomlValue::Kind::Array || sides.items.size() != 2) {
        refuse(sides.place, {"wrong value for between", "between 的值有误"}, sides.text,
               {"two lists of codes", "两个代码列表"});
        return;
    }
    std::vector<ActorId> const first = actors_of(sides.items[0], "between", {});
    std::vector<ActorId> const second = actors_of(sides.items[1], "between", first);
    for (ActorId const a : first)
        for (ActorId const b : second)
            if (!share_branch(a, b)) linkage.pairs.emplace_back(a, b);
    linkage.members = first;
    linkage.members.insert(linkage.members.end(), second.begin(), second.end());
    auto const larger = static_cast<double>(std::max<std::size_t>({1, first.size(), second.size()}));
    linkage.level /= larger;
    linkage.sd /= larger;
}

void LinkageReading::read_pairs(TomlValue const& table, Linkage& linkage) {
    TomlValue const* members = table.find("members");
    TomlValue const* between = table.find("between");
    if ((members == nullptr) == (between == nullptr)) {
        refuse(table.place, {"members or between must be given, one of them", "members 与 between 须给出其一"}, {}, {});
        return;
    }
    std::size_t const before = problems_.size();
    if (members != nullptr)
        pair_members(*members, linkage);
    else
        pair_sides(*between, linkage);
    if (problems_.size() > before) return;
    Place const& place = members != nullptr ? members->place : between->place;
    if (linkage.members.size() < 2)
        refuse(place, {"a linkage of fewer than two", "联结的成员少于两个"}, linkage.code,
               {"two or more members", "两个或更多成员"});
    else if (linkage.pairs.empty())
        refuse(place, {"all members share a branch", "所有成员同属一个分支"}, linkage.code,
               {"members of different branches", "不同分支的成员"});
}

std::optional<LinkageDate> LinkageReading::read_date(TomlValue const& table, char const* key) {
    TomlValue const* value = table.find(key);
    if (value == nullptr) return std::nullopt;
    std::optional<LinkageDate> date;
    if (value->kind == TomlValue::Kind::String) date = date_in(value->text);
    if (!date)
        refuse(value->place, {"not a date", "不是日期"}, value->text,
               {"a year in quotes, or year and month: \"2017\", \"2021-09\"",
                "引号中的年份，或年份与月份：\"2017\"、\"2021-09\""});
    return date;
}

double LinkageReading::read_number(TomlValue const& value, char const* key, double high) {
    double const number = reader_.number(value, key, 0.0);
    if (number >= 0.0 && number <= high) return number;
    refuse(value.place, {fmt::format("{} is out of range", key), fmt::format("{} 超出范围", key)}, value.text,
           {fmt::format("a number from 0 to {}", high), fmt::format("0 到 {} 之间的数", high)});
    return 0.0;
}

void LinkageReading::read_one(TomlValue const& table) {
    reader_.only(table, {"code", "name", "date", "until", "members", "between", "level", "sd", "source", "note"});
    Linkage linkage;
    if (TomlValue const* code = reader_.require(table, "code", {"a code", "代码"}))
        linkage.code = reader_.text(*code, "code");
    if (std::ranges::count(result_.list, linkage.code, &Linkage::code) > 0)
        refuse(table.place, {"linkage given twice", "联结重复"}, linkage.code, {});
    linkage.name = {linkage.code, linkage.code};
    if (TomlValue const* name = table.find("name")) linkage.name = reader_.bilingual(*name, "name");
    if (reader_.require(table, "date", {"a year, or year and month", "年份，或年份与月份"}) != nullptr)
        linkage.since = read_date(table, "date").value_or(LinkageDate{});
    linkage.until = read_date(table, "until");
    if (linkage.until && *linkage.until < linkage.since)
        refuse(table.find("until")->place, {"ends before it begins", "结束早于开始"}, text_of(*linkage.until),
               {"not before " + text_of(linkage.since), "不早于 " + text_of(linkage.since)});
    if (TomlValue const* level = reader_.require(table, "level", {"a number from 0 to 1", "0 到 1 之间的数"}))
        linkage.level = read_number(*level, "level", 1.0);
    if (TomlValue const* sd = table.find("sd")) linkage.sd = read_number(*sd, "sd", 1.0);
    if (TomlValue const* source = reader_.require(table, "source", {"where it is known from", "出处"}))
        linkage.source = reader_.text(*source, "source");
    if (TomlValue const* note = table.find("note")) linkage.note = reader_.text(*note, "note");
    read_pairs(table, linkage);
    result_.list.push_back(std::move(linkage));
}

Linkages LinkageReading::read(std::string const& content) {
    TomlValue const document = case_file::read_toml(content, file_);
    reader_.only(document, {"schema", "linkage"});
    Text const schema_expected{fmt::format("\"{}\"", linkage_schema), fmt::format("\"{}\"", linkage_schema)};
    TomlValue const* schema = reader_.require(document, "schema", schema_expected);
    if (schema != nullptr && schema->text != linkage_schema)
        refuse(schema->place, {"unknown schema", "未知的格式"}, schema->text, schema_expected);
    Text const expected{"sections [[linkage]]", "若干 [[linkage]] 节"};
    TomlValue const* list = reader_.require(document, "linkage", expected);
    if (list != nullptr && list->kind != TomlValue::Kind::Array)
        refuse(list->place, {"wrong value for linkage", "linkage 的值有误"}, list->text, expected);
    else if (list != nullptr)
        for (TomlValue const& each : list->items)
            if (reader_.table(each, "linkage", expected)) read_one(each);
    if (!problems_.empty()) throw Error(std::move(problems_));
    return std::move(result_);
}

} // namespace

Linkages read_linkages(std::filesystem::path const& path, World const& world) {
    std::string const content = read_file(path);
    Linkages linkages = LinkageReading(path.string(), world).read(content);
    linkages.file = {path.filename().string(), sha256(content)};
    return linkages;
}

} // namespace casus::dilemma
