#include "casus/world/case_file/member_section.hpp"

#include "casus/world/case_file/codes.hpp"

namespace casus::case_file {

namespace {

std::vector<std::string> const tie_types{"alliance",  "quasi-alliance", "entente",
                                         "alignment", "coalition",      "neutrality"};

/// Code, name and members, which treaties and groups have alike.
WorldBuilder::Members read_members(TomlReader& reader, TomlEntry const& entry) {
    WorldBuilder::Members list;
    if (auto problem = check_code(entry.key, entry.place)) reader.report(std::move(*problem));
    list.code = entry.key;
    list.name = {entry.key, entry.key};
    if (TomlValue const* name = entry.value.find("name")) {
        Text const written = reader.bilingual(*name, "name");
        list.name = {written.en.empty() ? entry.key : written.en, written.zh.empty() ? list.name.en : written.zh};
    }
    TomlValue const* members = reader.require(entry.value, "members", {"a list of actors", "行为体列表"});
    if (members == nullptr) return list;
    for (Word& word : reader.texts(*members, "members")) {
        list.members.push_back(std::move(word.text));
        list.places.push_back(std::move(word.place));
    }
    return list;
}

} // namespace

void read_treaties(TomlReader& reader, TomlValue const& section, WorldBuilder& builder) {
    if (!reader.table(section, "treaties")) return;
    for (TomlEntry const& entry : section.entries) {
        if (!reader.table(entry.value, entry.key)) continue;
        reader.only(entry.value, {"name", "type", "since", "until", "members", "source"});
        WorldBuilder::Members treaty = read_members(reader, entry);
        if (TomlValue const* type = entry.value.find("type"))
            treaty.type = static_cast<TieType>(reader.choice(*type, "type", tie_types));
        if (TomlValue const* since = reader.require(entry.value, "since", {"the year of entry into force", "生效年份"}))
            treaty.since = Year{reader.year(*since, "since")};
        if (TomlValue const* until = entry.value.find("until")) treaty.until = Year{reader.year(*until, "until")};
        if (TomlValue const* source = entry.value.find("source")) {
            treaty.source = reader.text(*source, "source");
            if (!treaty.source.empty()) reader.check_source(treaty.source, source->place);
        }
        builder.treaties.push_back(std::move(treaty));
    }
}

void read_groups(TomlReader& reader, TomlValue const& section, WorldBuilder& builder) {
    if (!reader.table(section, "groups")) return;
    for (TomlEntry const& entry : section.entries) {
        if (!reader.table(entry.value, entry.key)) continue;
        reader.only(entry.value, {"name", "regroups", "members"});
        WorldBuilder::Members group = read_members(reader, entry);
        if (TomlValue const* regroups = entry.value.find("regroups"))
            group.regroups = reader.truth(*regroups, "regroups");
        builder.groups.push_back(std::move(group));
    }
}

} // namespace casus::case_file
