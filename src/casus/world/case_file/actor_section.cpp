#include "casus/world/case_file/actor_section.hpp"

#include "casus/world/case_file/country_name.hpp"

#include <fmt/format.h>

namespace casus::case_file {

namespace {

std::vector<std::string> const kinds{"state", "region", "organisation", "firm", "movement"};

/// A name for both languages: as written, else by ICU, else as written in the other language.
Text actor_name(TomlReader& reader, TomlEntry const& actor, ActorKind kind) {
    Text name;
    if (TomlValue const* written = actor.value.find("name")) name = reader.bilingual(*written, "name");
    Text const country = kind == ActorKind::State || kind == ActorKind::Region ? country_name(actor.key) : Text{};
    if (name.empty() && country.empty() && actor.value.find("name") == nullptr)
        reader.report(
            {actor.place,
             {fmt::format("missing 'name' of actor {}", actor.key), fmt::format("行为体 {} 缺少“name”", actor.key)},
             {},
             {"a name, since the code is no country of ISO 3166", "名称，因为该代码不是 ISO 3166 国家代码"},
             {}});
    if (name.en.empty()) name.en = country.en.empty() ? name.zh : country.en;
    if (name.zh.empty()) name.zh = country.zh.empty() ? name.en : country.zh;
    return name;
}

void read_endowments(TomlReader& reader, TomlValue const& by_issue, std::string const& actor, Codes const& codes,
                     WorldBuilder& builder) {
    if (!reader.table(by_issue, "endowments")) return;
    for (TomlEntry const& issue : by_issue.entries) {
        if (auto problem = codes.issue(issue.key, issue.place)) {
            reader.report(std::move(*problem));
            continue;
        }
        if (!reader.table(issue.value, issue.key, {"a table by good", "按物品列出的表"})) continue;
        for (TomlEntry const& good : issue.value.entries) {
            if (auto problem = codes.good(issue.key, good.key, good.place))
                reader.report(std::move(*problem));
            else
                builder.set({Quantity::Endowment, actor, {}, issue.key, good.key},
                            reader.figure(good, harmless(Quantity::Endowment)), case_layer);
        }
    }
}

} // namespace

void read_actors(TomlReader& reader, TomlValue const& section, WorldBuilder& builder) {
    if (!reader.table(section, "actors")) return;
    for (TomlEntry const& entry : section.entries) {
        if (auto problem = check_code(entry.key, entry.place)) reader.report(std::move(*problem));
        if (!reader.table(entry.value, entry.key)) continue;
        reader.only(entry.value, table_keys({"kind", "name", "endowments"}, {Extent::Actor, Extent::Dyad}));
        Actor actor;
        actor.code = entry.key;
        if (TomlValue const* kind = entry.value.find("kind"))
            actor.kind = static_cast<ActorKind>(reader.choice(*kind, "kind", kinds));
        actor.name = actor_name(reader, entry, actor.kind);
        builder.actors.push_back(std::move(actor));
        builder.actor_places.push_back(entry.place);
    }
}

void read_actor_figures(TomlReader& reader, TomlValue const& section, Codes const& codes, WorldBuilder& builder) {
    for (TomlEntry const& entry : section.entries) {
        read_figures(reader, entry.value, {Extent::Actor, Extent::Dyad}, {{}, entry.key, {}, {}, {}}, codes, builder);
        if (TomlValue const* endowments = entry.value.find("endowments"))
            read_endowments(reader, *endowments, entry.key, codes, builder);
    }
}

} // namespace casus::case_file
