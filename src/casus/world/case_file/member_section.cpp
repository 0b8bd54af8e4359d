#include "casus/world/case_file/member_section.hpp"

#include "casus/world/case_file/codes.hpp"

#include <utility>

namespace casus::case_file {

namespace {

std::vector<std::string> const tie_types{"alliance",  "quasi-alliance", "entente",
                                         "alignment", "coalition",      "neutrality"};

/// Code, name and members, which treaties and groups have alike.
WorldBuilder::Members read_members(TomlReader& reader, TomlEntry const& entry) {
    WorldBuilder::Members list;
    if (auto problem = check_code(entry.key, entry.place)) reader.report(std::move(*problem));
    list.code = entry.key;
    list.place = entry.place;
    list.name = reader.name(entry);
    TomlValue const* members = reader.require(entry.value, "members", {"a list of actors", "行为体列表"});
    if (members == nullptr) return list;
    for (Word& word : reader.texts(*members, "members")) {
        list.members.push_back(std::move(word.text));
        list.places.push_back(std::move(word.place));
    }
    return list;
}

WorldBuilder::Members read_treaty(TomlReader& reader, TomlEntry const& entry) {
    WorldBuilder::Members treaty = read_members(reader, entry);
    if (TomlValue const* type = entry.value.find("type"))
        treaty.type = static_cast<TieType>(reader.choice(*type, "type", tie_types));
    if (TomlValue const* since = reader.require(entry.value, "since", {"the year of entry into force", "生效年份"}))
        treaty.since = Year{reader.year(*since, "since", 1)};
    if (TomlValue const* until = entry.value.find("until")) treaty.until = Year{reader.year(*until, "until", 9999)};
    if (TomlValue const* source = entry.value.find("source")) {
        treaty.source = reader.text(*source, "source");
        if (!treaty.source.empty()) reader.check_source(treaty.source, source->place);
    }
    return treaty;
}

WorldBuilder::Members read_group(TomlReader& reader, TomlEntry const& entry) {
    WorldBuilder::Members group = read_members(reader, entry);
    if (TomlValue const* regroups = entry.value.find("regroups")) group.regroups = reader.truth(*regroups, "regroups");
    return group;
}

} // namespace

void read_treaties(TomlReader& reader, TomlValue const& section, WorldBuilder& builder) {
    if (!reader.table(section, "treaties")) return;
    for (TomlEntry const& entry : section.entries) {
        if (!reader.table(entry.value, entry.key)) continue;
        reader.only(entry.value, {"name", "type", "since", "until", "members", "source"});
        WorldBuilder::Members treaty = read_treaty(reader, entry);
        // A list that is missing or unreadable is reported already, and would only seem to be too short.
        if (TomlValue const* members = entry.value.find("members"); members && members->kind == TomlValue::Kind::Array)
            builder.treaties.push_back(std::move(treaty));
    }
}

void read_groups(TomlReader& reader, TomlValue const& section, WorldBuilder& builder) {
    if (!reader.table(section, "groups")) return;
    for (TomlEntry const& entry : section.entries) {
        if (!reader.table(entry.value, entry.key)) continue;
        reader.only(entry.value, {"name", "regroups", "members"});
        builder.groups.push_back(read_group(reader, entry));
    }
}

} // namespace casus::case_file
