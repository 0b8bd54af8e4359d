#include "casus/world/from_panel/actors.hpp"

#include "casus/data/panel/state_system.hpp"
#include "casus/world/from_panel/members.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

namespace casus::from_panel {

namespace {

/// "Poland (POL)" for notes.
Text named(Someone const& someone) {
    return {fmt::format("{} ({})", someone.era->name.en, someone.code()),
            fmt::format("{}（{}）", someone.era->name.in(Language::Chinese), someone.code())};
}

Text list(std::vector<Text> const& texts) {
    std::vector<std::string> en, zh;
    for (Text const& text : texts) {
        en.push_back(text.en);
        zh.push_back(text.zh);
    }
    return {fmt::format("{}", fmt::join(en, ", ")), fmt::format("{}", fmt::join(zh, "、"))};
}

class Search {
public:
    Search(Holdings& holdings, WorldRequest const& request, Grounds const& grounds, std::vector<Problem>& problems)
        : holdings_(holdings), request_(request), grounds_(grounds), problems_(problems), members_(holdings, problems) {
    }

    std::optional<Actors> run() {
        std::optional<Someone> const leader = members_.understand(request_.leader, problems_);
        if (!leader) return std::nullopt;
        found_.leader = *leader;
        taken_.insert(leader->number());
        find_partners_of_pacts();
        if (request_.challengers.empty())
            choose_challengers();
        else
            take_given(request_.challengers, found_.challengers);
        take_given(request_.partners, found_.partners);
        demand_figures();
        find_allies();
        find_others();
        if (found_.allies.empty() && found_.partners.empty())
            problems_.push_back(
                {.place = {},
                 .what = {fmt::format("{} has no ally in {}", leader->era->name.en, request_.year),
                          fmt::format("{} 年{}没有盟国", request_.year, leader->era->name.in(Language::Chinese))},
                 .found = {},
                 .expected = {"a pact of defence or offence with some state, or --partner CODE",
                              "与某国有防御或进攻条约，或 --partner CODE"}});
        return found_;
    }

private:
    Holdings& holdings_;
    WorldRequest const& request_;
    Grounds const& grounds_;
    std::vector<Problem>& problems_;
    SystemMembers members_;
    Actors found_{};
    std::set<int> taken_;
    std::set<int> bound_; ///< to the leader by an alliance

    void find_partners_of_pacts() {
        for (Pact const& pact : grounds_.pacts)
            if (pact.type == TieType::Alliance && std::ranges::binary_search(pact.members, found_.leader.number()))
                bound_.insert(pact.members.begin(), pact.members.end());
        bound_.erase(found_.leader.number());
    }

    void take_given(std::vector<std::string> const& codes, std::vector<Someone>& into) {
        for (std::string const& code : codes) {
            std::optional<Someone> const someone = members_.understand(code, problems_);
            if (!someone) continue;
            if (taken_.insert(someone->number()).second)
                into.push_back(*someone);
            else
                problems_.push_back({.place = {},
                                     .what = {"named twice", "重复列出"},
                                     .found = code,
                                     .expected = {"each state once, as leader, challenger or partner",
                                                  "每个国家只作为霸权国、崛起国或伙伴之一出现一次"}});
        }
    }

    void choose_challengers() {
        std::vector<Text> reasons;
        int const leader = found_.leader.number();
        for (int const major : members_.majors(problems_)) {
            bool const rival = grounds_.quarrels.rivals(leader, major);
            bool const disputed = grounds_.quarrels.disputed(leader, major);
            std::optional<Someone> const someone = members_.find(major);
            if (!someone || major == leader || bound_.contains(major) || !(rival || disputed)) continue;
            Text const who = named(*someone);
            std::string const en = rival && disputed ? "rivalry and dispute" : rival ? "rivalry" : "dispute";
            std::string const zh = rival && disputed ? "宿敌且有争端" : rival ? "宿敌" : "有争端";
            reasons.push_back({fmt::format("{}: {}", who.en, en), fmt::format("{}：{}", who.zh, zh)});
            found_.challengers.push_back(*someone);
            taken_.insert(major);
        }
        if (reasons.empty()) {
            problems_.push_back(
                {.place = {},
                 .what = {fmt::format("no challenger by rule in {}", request_.year),
                          fmt::format("{} 年依规则没有崛起国", request_.year)},
                 .found = {},
                 .expected = {"--challenger CODE: no major power that is no ally was a rival of the leader, or in a "
                              "dispute with it, in the last ten years",
                              "--challenger CODE：过去十年没有非盟国的大国是霸权国的宿敌或与之发生争端"}});
            return;
        }
        Text const why = list(reasons);
        found_.notes.push_back(
            {fmt::format(
                 "Challengers by rule (major powers, no allies, rivals of the leader or in a dispute with it in "
                 "the last ten years): {}.",
                 why.en),
             fmt::format("依规则选出的崛起国（大国、非盟国、过去十年与霸权国为宿敌或发生过争端）：{}。", why.zh)});
    }

    /// Nobody can do without the figures of who leads, who challenges, and whom the user named.
    void demand_figures() {
        std::vector<Someone> needed{found_.leader};
        needed.insert(needed.end(), found_.challengers.begin(), found_.challengers.end());
        needed.insert(needed.end(), found_.partners.begin(), found_.partners.end());
        for (Someone const& someone : needed) {
            Text const missing = grounds_.lacks(someone.number(), true);
            if (missing.empty()) continue;
            Text const who = named(someone);
            problems_.push_back(
                {.place = {holdings_.store().path().string()},
                 .what = {fmt::format("{} of {} in {} is missing", missing.en, who.en, request_.year),
                          fmt::format("缺少{} {} 年的{}", who.zh, request_.year, missing.zh)},
                 .found = {},
                 .expected = {"a data set that gives it, or --carry N", "给出该数据的数据集，或 --carry N"}});
        }
    }

    void find_allies() {
        std::vector<Text> left_out;
        for (int const number : bound_) {
            std::optional<Someone> const someone = members_.find(number);
            if (!someone || taken_.contains(number)) continue;
            if (Text const missing = grounds_.lacks(number, false); !missing.empty()) {
                left_out.push_back(without(*someone, missing));
                continue;
            }
            found_.allies.push_back(*someone);
            taken_.insert(number);
        }
        say_left_out(left_out, {"Allies left out, since figures of theirs are missing", "因缺少数据而未纳入的盟国"});
    }

    void find_others() {
        std::vector<Text> left_out;
        std::set<int> near;
        for (auto const* const assessed : {&found_.allies, &found_.partners})
            for (Someone const& someone : *assessed) {
                near.merge(as_set(grounds_.neighbours.of(someone.number())));
                near.merge(as_set(grounds_.quarrels.opponents(someone.number())));
            }
        for (int const number : near) {
            std::optional<Someone> const someone = members_.find(number);
            if (!someone || taken_.contains(number)) continue;
            if (bound_.contains(number)) continue; // an ally that was left out above
            if (Text const missing = grounds_.lacks(number, false); !missing.empty())
                left_out.push_back(without(*someone, missing));
            else
                found_.others.push_back(*someone);
        }
        say_left_out(left_out, {"Neighbours and opponents of allies left out, since figures of theirs are missing",
                                "因缺少数据而未纳入的盟国邻国与对手"});
    }

    static std::set<int> as_set(std::vector<int> const& numbers) { return {numbers.begin(), numbers.end()}; }

    static Text without(Someone const& someone, Text const& missing) {
        Text const who = named(someone);
        return {fmt::format("{}: {}", who.en, missing.en), fmt::format("{}：{}", who.zh, missing.zh)};
    }

    void say_left_out(std::vector<Text> const& left_out, Text const& what) {
        if (left_out.empty()) return;
        Text const who = list(left_out);
        found_.notes.push_back({fmt::format("{}: {}.", what.en, who.en), fmt::format("{}：{}。", what.zh, who.zh)});
    }
};

} // namespace

std::vector<Someone> Actors::all() const {
    std::vector<Someone> everybody{leader};
    for (auto const* const some : {&challengers, &allies, &partners, &others})
        everybody.insert(everybody.end(), some->begin(), some->end());
    return everybody;
}

std::optional<Actors> find_actors(Holdings& holdings, WorldRequest const& request, Grounds const& grounds,
                                  std::vector<Problem>& problems) {
    return Search(holdings, request, grounds, problems).run();
}

} // namespace casus::from_panel
