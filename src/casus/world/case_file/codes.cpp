#include "casus/world/case_file/codes.hpp"

#include "casus/world/case_file/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace casus::case_file {

namespace {

std::optional<Problem> check(std::string const& code, Place const& place, Text what,
                             std::vector<std::string> const& known) {
    if (std::ranges::find(known, code) != known.end()) return std::nullopt;
    return unknown(place, std::move(what), code, known);
}

} // namespace

Codes::Codes(WorldBuilder const& builder)
    : issue_list_(&builder.issues), leader_(builder.leader), challengers_(builder.challengers) {
    for (Actor const& actor : builder.actors) actors_.push_back(actor.code);
    actors_and_groups_ = actors_;
    for (WorldBuilder::Members const& group : builder.groups) actors_and_groups_.push_back(group.code);
    for (Issue const& issue : builder.issues) issues_.push_back(issue.code);
}

std::optional<Problem> Codes::actor(std::string const& code, Place const& place) const {
    return check(code, place, {"unknown actor", "未知行为体"}, actors_);
}

std::optional<Problem> Codes::actor_or_group(std::string const& code, Place const& place) const {
    return check(code, place, {"unknown actor or group", "未知行为体或集团"}, actors_and_groups_);
}

std::optional<Problem> Codes::issue(std::string const& code, Place const& place) const {
    return check(code, place, {"unknown issue", "未知议题"}, issues_);
}

std::optional<Problem> Codes::good(std::string const& issue, std::string const& code, Place const& place) const {
    auto const found = std::ranges::find(*issue_list_, issue, &Issue::code);
    if (found == issue_list_->end()) return std::nullopt; // the issue itself is reported
    Text const what{fmt::format("unknown good of issue {}", issue), fmt::format("议题 {} 没有的物品", issue)};
    if (found->goods.empty())
        return Problem{place,
                       what,
                       code,
                       {"an issue with match = \"goods\" and a list of goods", "match = \"goods\" 且列出 goods 的议题"},
                       {}};
    return check(code, place, what, found->goods);
}

std::optional<Problem> Codes::side(Quantity quantity, std::string const& code, Place const& place) const {
    std::vector<std::string> known = challengers_;
    if (quantity == Quantity::Match) known.insert(known.begin(), leader_);
    if (quantity != Quantity::Offer) known.emplace_back("regroup");
    std::string const key(info(quantity).key);
    return check(code, place, {fmt::format("{} has no partner", key), fmt::format("{} 没有这个对方", key)}, known);
}

std::optional<Problem> check_code(std::string const& code, Place const& place) {
    if (code == "regroup")
        return Problem{
            place,
            {"reserved code", "保留的代码"},
            code,
            {"another word: regroup stands for allies that band together", "其他代码：regroup 表示盟国抱团取暖"},
            {}};
    auto const fits = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' ||
               c == '_';
    };
    if (!code.empty() && std::ranges::all_of(code, fits)) return std::nullopt;
    return Problem{place,
                   {"not a code", "不是有效代码"},
                   code,
                   {"letters, digits, '-' and '_' only", "只含字母、数字、“-”和“_”"},
                   {}};
}

} // namespace casus::case_file
