#include "casus/world/from_panel/world_of.hpp"

#include "casus/world/from_panel/actors.hpp"
#include "casus/world/from_panel/issues.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::from_panel {

namespace {

constexpr int taiwan_region = 713;

/// The required figures of all states.
struct StateBoard {
    StateFigures power, gdp, military_spending, regime;
    StateFigures judged_spending; ///< of who has none
    Seats seats;
    bool complete; ///< else a data set is not there at all, which is a problem of its own

    StateBoard(Holdings& holdings, std::vector<Problem>& problems)
        : power(from_panel::power(holdings, problems)), gdp(from_panel::gdp(holdings, problems)),
          military_spending(from_panel::military_spending(holdings, problems)),
          regime(from_panel::regime(holdings, problems)),
          judged_spending(judged_military_spending(holdings, military_spending, gdp)),
          seats(from_panel::seats(holdings, problems)), complete(problems.empty()) {}

    struct Kind {
        Quantity quantity;
        StateFigures const* figures;
    };
    [[nodiscard]] std::vector<Kind> kinds() const {
        return {{Quantity::Power, &power},
                {Quantity::Gdp, &gdp},
                {Quantity::MilitarySpending, &military_spending},
                {Quantity::Regime, &regime},
                {Quantity::Latitude, &seats.latitude},
                {Quantity::Longitude, &seats.longitude}};
    }
    [[nodiscard]] Text lacks(int state, bool strict) const {
        Text missing;
        for (auto const& [quantity, figures] : kinds()) {
            if (figures->contains(state) || (figures->empty() && !complete)) continue;
            if (!strict && quantity == Quantity::MilitarySpending && judged_spending.contains(state)) continue;
            Text const& label = info(quantity).label;
            missing.en += (missing.en.empty() ? "" : ", ") + label.en;
            missing.zh += (missing.zh.empty() ? "" : "、") + label.zh;
        }
        return missing;
    }
};

/// Taiwan is a region here as in the shipped case, under the code that the data sets use.
Actor actor_of(Someone const& someone) {
    if (someone.number() == taiwan_region)
        return {someone.code(), {"Taiwan region", "台湾地区"}, ActorKind::Region, Role::Other};
    return {someone.code(), someone.era->name, ActorKind::State, Role::Other};
}

class Making {
public:
    Making(Holdings& holdings, WorldRequest const& request, WorldMade& made)
        : holdings_(holdings), request_(request), made_(made) {}

    void run() {
        std::vector<Problem> problems;
        StateBoard const board(holdings_, problems);
        Neighbours const neighbours(holdings_, problems);
        Quarrels const quarrels(holdings_, problems, made_.notes);
        std::vector<Pact> const treaties = pacts(holdings_, request_.alliances, problems);
        std::optional<Actors> const actors = find_actors(
            holdings_, request_,
            {treaties, neighbours, quarrels, [&](int state, bool strict) { return board.lacks(state, strict); }},
            problems);
        if (!problems.empty() || !actors) throw Error(std::move(problems));
        made_.notes.insert(made_.notes.begin(), actors->notes.begin(), actors->notes.end());
        add_actors(*actors);
        add_treaties(treaties, *actors);
        add_figures(board, *actors);
        add_issues(holdings_, *actors, board.gdp, made_.builder, made_.notes, problems);
        add_pairs(neighbours, quarrels, *actors);
        if (!problems.empty()) throw Error(std::move(problems));
        made_.builder.sources = holdings_.sources();
    }

private:
    Holdings& holdings_;
    WorldRequest const& request_;
    WorldMade& made_;

    void add_actors(Actors const& actors) {
        WorldBuilder& builder = made_.builder;
        builder.year = Year{request_.year};
        Text const& leader = actors.leader.era->name;
        builder.title = {fmt::format("The alliance system of {}, {}", leader.en, request_.year),
                         fmt::format("{} 年{}的联盟体系", request_.year, leader.in(Language::Chinese))};
        builder.leader = actors.leader.code();
        for (Someone const& each : actors.challengers) builder.challengers.push_back(each.code());
        for (Someone const& each : actors.partners) builder.partners.push_back(each.code());
        for (Someone const& each : actors.all()) builder.actors.push_back(actor_of(each));
    }

    /// Treaties of two or more actors.
    void add_treaties(std::vector<Pact> const& treaties, Actors const& actors) {
        std::map<int, std::string> code_of;
        for (Someone const& each : actors.all()) code_of[each.number()] = each.code();
        bool const atop = request_.alliances == Alliances::Atop;
        for (Pact const& pact : treaties) {
            WorldBuilder::Members members;
            for (int const state : pact.members)
                if (auto const found = code_of.find(state); found != code_of.end())
                    members.members.push_back(found->second);
            if (members.members.size() < 2) continue;
            members.code = fmt::format("{}-{}", atop ? "ATOP" : "COW", pact.id);
            members.name = {members.code, members.code};
            members.type = pact.type;
            members.since = Year{pact.since};
            if (pact.ended) members.until = Year{request_.year};
            members.source = pact.source;
            made_.builder.treaties.push_back(std::move(members));
        }
    }

    void set(FigureAddress address, Given const& given) {
        holdings_.use(given.source.substr(0, given.source.find(':')));
        made_.builder.set(std::move(address), {given.value, given.sd, {Basis::Kind::Given, given.source, {}, {}}, {}});
    }

    void judge(FigureAddress address, Given const& judged) {
        made_.builder.set(std::move(address),
                          {judged.value, judged.sd, {Basis::Kind::Judgement, {}, "casus world", judged.source}, {}});
    }

    void add_figures(StateBoard const& board, Actors const& actors) {
        for (Someone const& each : actors.all())
            for (auto const& [quantity, figures] : board.kinds()) {
                FigureAddress const address{.quantity = quantity, .actor = each.code()};
                if (auto const found = figures->find(each.number()); found != figures->end())
                    set(address, found->second);
                else
                    judge(address, board.judged_spending.at(each.number()));
            }
        judge({.quantity = Quantity::Depth}, {0.5, 0.2, "no source of areas in the store: depth unknown"});
    }

    void add_pairs(Neighbours const& neighbours, Quarrels const& quarrels, Actors const& actors) {
        std::map<int, Someone> who;
        for (Someone const& each : actors.all()) who.emplace(each.number(), each);
        std::set<Pair> met; // who threatens whom, and so has a way to go, lower number first
        auto const meet = [&](int one, int other) { met.emplace(std::min(one, other), std::max(one, other)); };
        for (Quarrels::Towards const& each : quarrels.hostilities()) {
            auto const from = who.find(each.from);
            auto const to = who.find(each.to);
            if (from == who.end() || to == who.end()) continue;
            set({.quantity = Quantity::Hostility, .actor = to->second.code(), .partner = from->second.code()},
                each.hostility);
            meet(each.from, each.to);
        }
        for (auto const& [one, someone] : who)
            for (auto const& [other, another] : who) {
                if (one >= other) continue;
                bool const beside = neighbours.contiguous(one, other);
                bool const powers = is_power(actors, one) || is_power(actors, other);
                if (beside)
                    set({.quantity = Quantity::Contiguity, .actor = someone.code(), .partner = another.code()},
                        {1.0, 0.0, neighbours.source()});
                if ((beside || powers || met.contains({one, other})) && !neighbours.joined_by_land(one, other))
                    set({.quantity = Quantity::Barrier, .actor = someone.code(), .partner = another.code()},
                        {0.0, 0.0, neighbours.source() + ", no way by land"});
            }
    }

    static bool is_power(Actors const& actors, int state) {
        return state == actors.leader.number() ||
               std::ranges::any_of(actors.challengers, [&](Someone const& each) { return each.number() == state; });
    }
};

} // namespace

WorldMade world_of(data::Store const& store, WorldRequest const& request) {
    WorldMade made;
    Holdings holdings(store, request.year, request.carry);
    Making(holdings, request, made).run();
    return made;
}

} // namespace casus::from_panel
