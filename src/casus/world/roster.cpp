#include "casus/world/roster.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace casus {

Roster::Roster(WorldBuilder const& builder, WorldStructure& structure, std::vector<Problem>& problems)
    : structure_(structure), problems_(problems), whole_(builder.whole), actor_places_(builder.actor_places) {
    read_actors(builder);
    read_groups(builder);
    read_treaties(builder);
    read_roles(builder);
}

void Roster::complain(Place const& place, Text what, std::string const& found, Text expected, std::string near) {
    problems_.push_back({place, std::move(what), found, std::move(expected), std::move(near)});
}

Place Roster::place_in(std::vector<Place> const& places, std::size_t n) const {
    return n < places.size() && !places[n].file.empty() ? places[n] : whole_;
}

Place Roster::place_of(std::size_t actor) const { return place_in(actor_places_, actor); }

void Roster::read_actors(WorldBuilder const& builder) {
    for (std::size_t a = 0; a < builder.actors.size(); ++a) {
        std::string const& code = builder.actors[a].code;
        if (!actor_of_.emplace(code, a).second) complain(place_of(a), {"actor given twice", "行为体重复"}, code);
        actor_codes_.push_back(code);
    }
    actor_or_group_codes_ = actor_codes_;
    assessed_of_.resize(builder.actors.size());
    for (std::size_t k = 0; k < builder.issues.size(); ++k) {
        std::string const& code = builder.issues[k].code;
        if (!issue_of_.emplace(code, k).second) complain(whole_, {"issue given twice", "议题重复"}, code);
        issue_codes_.push_back(code);
    }
    if (builder.issues.empty())
        complain(whole_, {"the case has no issue", "案例没有议题"}, "",
                 {"at least one [issues.NAME]", "至少一个 [issues.名称]"});
}

std::vector<ActorId> Roster::members(WorldBuilder::Members const& list, Place const& fallback) {
    std::vector<ActorId> ids;
    for (std::size_t m = 0; m < list.members.size(); ++m) {
        Place const& place = m < list.places.size() ? list.places[m] : fallback;
        auto const a = actor(list.members[m], place);
        if (!a) continue;
        if (std::find(ids.begin(), ids.end(), ActorId{*a}) != ids.end())
            complain(place, {"member named twice", "成员重复"}, list.members[m]);
        else
            ids.emplace_back(*a);
    }
    return ids;
}

void Roster::read_groups(WorldBuilder const& builder) {
    for (WorldBuilder::Members const& list : builder.groups) {
        Place const& place = list.place.file.empty() ? whole_ : list.place;
        if (actor_of_.contains(list.code))
            complain(place, {"group has the code of an actor", "集团与行为体代码相同"}, list.code);
        if (!group_of_.emplace(list.code, structure_.groups.size()).second)
            complain(place, {"group given twice", "集团重复"}, list.code);
        actor_or_group_codes_.push_back(list.code);
        structure_.groups.push_back({list.code, list.name, list.regroups, members(list, place)});
    }
}

void Roster::read_treaties(WorldBuilder const& builder) {
    std::set<std::string> codes;
    for (WorldBuilder::Members const& list : builder.treaties) {
        Place const& place = list.place.file.empty() ? whole_ : list.place;
        if (!codes.insert(list.code).second) complain(place, {"treaty given twice", "条约重复"}, list.code);
        if (list.until < list.since)
            complain(place,
                     {fmt::format("treaty {} ends before it begins", list.code),
                      fmt::format("条约 {} 的终止早于生效", list.code)},
                     std::to_string(list.until.value));
        std::vector<ActorId> ids = members(list, place);
        if (list.members.size() < 2)
            complain(
                place,
                {fmt::format("treaty {} has too few members", list.code), fmt::format("条约 {} 的成员过少", list.code)},
                std::to_string(list.members.size()), {"at least two", "至少两个"});
        structure_.treaties.push_back(
            {list.code, list.name, list.type, list.since, list.until, std::move(ids), list.source});
    }
}

std::optional<std::size_t> Roster::claim(std::string const& code, Role role, Place const& place) {
    auto const a = actor(code, place);
    if (!a) return std::nullopt;
    if (structure_.actors[*a].role != Role::Other) {
        complain(place, {"actor has two roles", "行为体有两个角色"}, code,
                 {"one of leader, challenger, ally by treaty, partner", "霸权国、崛起国、条约盟国、伙伴之一"});
        return std::nullopt;
    }
    structure_.actors[*a].role = role;
    return a;
}

void Roster::read_allies() {
    auto& all = structure_.actors;
    for (Treaty const& treaty : structure_.treaties) {
        auto const& m = treaty.members;
        if (treaty.type != TieType::Alliance || !treaty.in_force(structure_.year) ||
            std::find(m.begin(), m.end(), structure_.leader) == m.end())
            continue;
        for (ActorId const id : m) {
            Role& role = all[id.index()].role;
            if (role == Role::Challenger)
                complain(place_of(id.index()),
                         {fmt::format("challenger is an ally of the leader by treaty {}", treaty.code),
                          fmt::format("崛起国因条约 {} 成为霸权国的盟国", treaty.code)},
                         all[id.index()].code);
            else if (role == Role::Other)
                role = Role::Ally;
        }
    }
    for (std::size_t a = 0; a < all.size(); ++a)
        if (all[a].role == Role::Ally) structure_.assessed.emplace_back(a);
    structure_.size.allies = structure_.assessed.size();
}

void Roster::read_sides(WorldBuilder const& builder) {
    side_codes_.push_back(builder.leader);
    sides_.emplace_back(0);
    for (std::size_t n = 0; n < builder.challengers.size(); ++n) {
        std::string const& code = builder.challengers[n];
        auto const a = claim(code, Role::Challenger, place_in(builder.challenger_places, n));
        if (a) structure_.challengers.emplace_back(*a);
        side_codes_.push_back(code);
        sides_.push_back(a ? std::optional(structure_.challengers.size()) : std::nullopt);
    }
    side_codes_.emplace_back("regroup");
    sides_.emplace_back(structure_.challengers.size() + 1);
}

void Roster::read_rivals(WorldBuilder const& builder) {
    auto& rivals = structure_.rivals;
    if (builder.rivals.empty()) rivals = structure_.challengers;
    for (std::size_t n = 0; n < builder.rivals.size(); ++n) {
        std::string const& code = builder.rivals[n];
        Place const& place = place_in(builder.rival_places, n);
        auto const a = actor(code, place);
        if (!a) continue;
        Role const role = structure_.actors[*a].role;
        if (role != Role::Challenger && role != Role::Other)
            complain(place, {"rival is on the leader's side", "对手属于主导国一方"}, code,
                     {"a challenger, or an actor that is neither leader, ally nor partner",
                      "崛起国，或既非主导国、盟国也非伙伴的行为体"});
        else if (std::ranges::find(rivals, ActorId{*a}) != rivals.end())
            complain(place, {"rival named twice", "对手重复"}, code);
        else
            rivals.emplace_back(*a);
    }
}

void Roster::read_roles(WorldBuilder const& builder) {
    for (Actor& each : structure_.actors) each.role = Role::Other;
    auto const leader = claim(builder.leader, Role::Leader, place_in({builder.leader_place}, 0));
    read_sides(builder);
    if (leader) {
        structure_.leader = ActorId{*leader};
        read_allies();
    }
    for (std::size_t n = 0; n < builder.partners.size(); ++n)
        if (auto const a = claim(builder.partners[n], Role::Partner, place_in(builder.partner_places, n)))
            structure_.assessed.emplace_back(*a);
    if (leader && structure_.assessed.empty())
        complain(whole_, {"nobody to assess", "没有可评估的行为体"}, "",
                 {"a treaty of alliance with the leader in force in the case's year, or a partner",
                  "至少一个当年有效的与霸权国的联盟条约，或一个伙伴"});
    read_rivals(builder);
    for (std::size_t n = 0; n < structure_.assessed.size(); ++n) assessed_of_[structure_.assessed[n].index()] = n;
    measure_regrouping();
    bool const each_once = actor_of_.size() == structure_.actors.size() && issue_of_.size() == structure_.issues.size();
    complete_ = leader && each_once && !structure_.assessed.empty() && !structure_.issues.empty();
}

void Roster::measure_regrouping() {
    auto const can_regroup = [&](ActorId id) {
        Role const role = structure_.actors[id.index()].role;
        return role != Role::Leader && role != Role::Challenger;
    };
    for (ActorId const id : structure_.assessed) {
        std::ptrdiff_t size = 1;
        for (Group const& group : structure_.groups)
            if (group.regroups && std::ranges::find(group.members, id) != group.members.end())
                size = std::max(size, std::ranges::count_if(group.members, can_regroup));
        structure_.regroup_size.push_back(static_cast<double>(size));
    }
}

namespace {

template <class Map> std::optional<std::size_t> position(Map const& map, std::string const& code) {
    auto const found = map.find(code);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::optional<std::size_t> Roster::actor(std::string const& code, Place const& place) {
    auto const at = position(actor_of_, code);
    if (!at)
        complain(place, {"unknown actor", "未知行为体"}, code, {"an actor of this case", "本案例中的行为体"},
                 nearest(code, actor_codes_));
    return at;
}

std::optional<std::size_t> Roster::issue(std::string const& code, Place const& place) {
    auto const at = position(issue_of_, code);
    if (!at)
        complain(place, {"unknown issue", "未知议题"}, code, {"an issue of this case", "本案例中的议题"},
                 nearest(code, issue_codes_));
    return at;
}

std::optional<std::size_t> Roster::good(Issue const& issue, std::string const& code, Place const& place) {
    auto const found = std::find(issue.goods.begin(), issue.goods.end(), code);
    if (found == issue.goods.end()) {
        complain(place, {"unknown good", "未知物品"}, code,
                 {fmt::format("a good of issue {}", issue.code), fmt::format("议题 {} 的物品", issue.code)},
                 nearest(code, issue.goods));
        return std::nullopt;
    }
    return issue.first_good + static_cast<std::size_t>(found - issue.goods.begin());
}

std::optional<std::size_t> Roster::side(std::string const& code, Place const& place) {
    auto const found = std::find(side_codes_.begin(), side_codes_.end(), code);
    if (found == side_codes_.end()) {
        complain(place, {"unknown partner", "未知对方"}, code,
                 {"the leader, a challenger or regroup", "霸权国、崛起国或 regroup"}, nearest(code, side_codes_));
        return std::nullopt;
    }
    return sides_[static_cast<std::size_t>(found - side_codes_.begin())];
}

std::optional<std::vector<std::size_t>> Roster::addressed(std::string const& code, Place const& place) {
    std::vector<std::size_t> actors;
    if (code.empty()) {
        for (std::size_t a = 0; a < structure_.actors.size(); ++a) actors.push_back(a);
    } else if (auto const a = position(actor_of_, code)) {
        actors.push_back(*a);
    } else if (auto const g = position(group_of_, code)) {
        for (ActorId const id : structure_.groups[*g].members) actors.push_back(id.index());
    } else {
        complain(place, {"unknown actor or group", "未知行为体或集团"}, code,
                 {"an actor or group of this case", "本案例中的行为体或集团"}, nearest(code, actor_or_group_codes_));
        return std::nullopt;
    }
    return actors;
}

int Roster::nearness(std::string const& code) const { return actor_of_.contains(code) ? 2 : code.empty() ? 0 : 1; }

} // namespace casus
