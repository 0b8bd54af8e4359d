#include "casus/replicate/dilemma_chapter.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace casus::replicate {

namespace {

/// How many claims hold under a coding, and what guesses would give.
struct RiskCount {
    std::size_t agree = 0;
    std::size_t clear = 0;     ///< of those that agree
    std::size_t dominates = 0; ///< of those that agree, claims of Dominates
    std::size_t trivial = 0;   ///< always the commonest word of Dominates, and of changes
    double placebo = 0.0;
    std::size_t with_placebo = 0;
    std::size_t agree_with_placebo = 0;
};

using CodingOf = RiskWord JudgedRisk::*;
using PlaceboOf = std::optional<double> JudgedRisk::*;

RiskCount count_risks(std::vector<JudgedRisk> const& judged, CodingOf coding, PlaceboOf placebo) {
    RiskCount count;
    std::array<std::size_t, risk_words> words{};
    for (JudgedRisk const& each : judged) {
        bool const agrees = each.computed == each.*coding;
        count.agree += agrees ? 1 : 0;
        count.clear += agrees && each.clear ? 1 : 0;
        count.dominates += agrees && each.claim.measure == RiskMeasure::Dominates ? 1 : 0;
        ++words[static_cast<std::size_t>(each.*coding)];
        if (!(each.*placebo)) continue;
        ++count.with_placebo;
        count.agree_with_placebo += agrees ? 1 : 0;
        count.placebo += *(each.*placebo);
    }
    count.trivial =
        *std::max_element(words.begin(), words.begin() + 4) + *std::max_element(words.begin() + 4, words.end());
    return count;
}

std::size_t agreed_claims(std::vector<JudgedRisk> const& judged, bool that_hold) {
    return static_cast<std::size_t>(std::ranges::count_if(judged, [&](JudgedRisk const& each) {
        return each.first_coding == each.second_coding && (!that_hold || each.computed == each.first_coding);
    }));
}

Text expected_of(JudgedRisk const& each) {
    Text const first = name(each.first_coding);
    if (each.first_coding == each.second_coding) return first;
    Text const second = name(each.second_coding);
    return {first.en + " | " + second.en, first.zh + "｜" + second.zh};
}

Text verdict_on(JudgedRisk const& each) {
    bool const first = each.computed == each.first_coding;
    bool const second = each.computed == each.second_coding;
    if (first && second) return each.clear ? Text{"yes", "是"} : Text{"yes, unsure", "是，不确定"};
    if (first || second) return {"one coding", "一种编码"};
    return each.clear ? Text{"NO", "否"} : Text{"no, unsure", "否，不确定"};
}

Text plain(std::string const& code) { return {code, code}; }

std::string joined_codes(std::vector<std::string> const& codes) {
    return codes.size() > 2 ? fmt::format("{} … {}", codes.front(), codes.back())
                            : fmt::format("{}", fmt::join(codes, " "));
}

Table dominance_table(std::vector<JudgedRisk> const& judged) {
    Table table{.id = "replicate/dominates",
                .title = {"Which risk dominates", "何种风险为主"},
                .note = {"Brackets: central 90 % of draws. A risk dominates when its interval lies above the other's; "
                         "else both, if each is at least 0.05, or neither. A > E: share of draws in which abandonment "
                         "is the greater.",
                         "括号：抽样的中间 90%。区间整体高于另一者即为主；否则两者均不小于 0.05 为两者，其余为皆无。"
                         "A > E：被抛弃更大的抽样比例。"},
                .columns = {{"claim", {"claim", "论断"}},
                            {"rival", {"from", "来自"}},
                            {"expected", {"expected", "预期"}},
                            {"abandonment", {"abandonment", "被抛弃"}},
                            {"entrapment", {"entrapment", "被牵连"}},
                            {"computed", {"computed", "计算"}},
                            {"agrees", {"agrees", "一致"}},
                            {"more", {"A > E", "A > E"}}},
                .rows = {}};
    for (JudgedRisk const& each : judged) {
        if (each.claim.measure != RiskMeasure::Dominates) continue;
        table.rows.push_back({plain(each.claim.id),
                              each.claim.rival.empty() ? Text{"all", "全部"} : plain(each.claim.rival),
                              expected_of(each), Number{each.value.first, 2, each.value.first_interval},
                              Number{each.value.second, 2, each.value.second_interval}, name(each.computed),
                              verdict_on(each), Number{each.value.share, 2, {}}});
    }
    return table;
}

Table change_table(std::vector<JudgedRisk> const& judged) {
    Table table{.id = "replicate/changes",
                .title = {"What changed", "变化"},
                .note = {"Brackets: central 90 % of the difference, draws paired. Unsure: the interval holds zero.",
                         "括号：成对抽样之差的中间 90%。不确定：区间包含零。"},
                .columns = {{"claim", {"claim", "论断"}},
                            {"rival", {"from", "来自"}},
                            {"measure", {"what", "量"}},
                            {"years", {"years", "年份"}},
                            {"expected", {"expected", "预期"}},
                            {"change", {"change", "变化"}},
                            {"agrees", {"agrees", "一致"}},
                            {"others", {"others", "他国"}}},
                .rows = {}};
    for (JudgedRisk const& each : judged) {
        if (each.claim.measure == RiskMeasure::Dominates) continue;
        table.rows.push_back(
            {plain(each.claim.id), each.claim.rival.empty() ? Text{"all", "全部"} : plain(each.claim.rival),
             name(each.claim.measure), plain(fmt::format("{}–{}", each.claim.against, each.claim.year)),
             expected_of(each), Number{each.value.first, 3, each.value.first_interval}, verdict_on(each),
             each.placebo_first ? Entry(Number{*each.placebo_first, 2, {}}) : Entry(std::monostate{})});
    }
    return table;
}

std::string kappa_text(std::optional<Agreement> const& agreement) {
    if (!agreement || !agreement->kappa()) return "–";
    return fmt::format("{:.2f}", *agreement->kappa());
}

Notes baseline_notes(DilemmaReplication const& replication) {
    RiskCount const first = count_risks(replication.judged, &JudgedRisk::first_coding, &JudgedRisk::placebo_first);
    RiskCount const second = count_risks(replication.judged, &JudgedRisk::second_coding, &JudgedRisk::placebo_second);
    Notes notes{.id = "replicate/baselines", .title = {"What the counts are worth", "计数的意义"}, .items = {}};
    notes.items.push_back({fmt::format("First coding: {} of {} hold, {} clearly; second: {}.", first.agree,
                                       replication.judged.size(), first.clear, second.agree),
                           fmt::format("第一种编码：{1} 条中 {0} 条成立，{2} 条明确；第二种：{3} 条。", first.agree,
                                       replication.judged.size(), first.clear, second.agree)});
    notes.items.push_back(
        {fmt::format("Always saying the commonest word, of risks and of changes, would hold in {} and {}.",
                     first.trivial, second.trivial),
         fmt::format("一律取最常见的词，成立 {} 与 {} 条。", first.trivial, second.trivial)});
    notes.items.push_back(
        {fmt::format("Which risk dominates: {} hold; words dealt out anew {:.1f} on average, as many or more with "
                     "probability {:.3f} (second coding: {}, {:.1f}, {:.3f}).",
                     first.dominates, replication.permuted_first.mean, replication.permuted_first.at_least_observed,
                     second.dominates, replication.permuted_second.mean, replication.permuted_second.at_least_observed),
         fmt::format("何者为主：{} 条成立；重新分配词语平均 {:.1f} 条，不少于此的概率 "
                     "{:.3f}（第二种编码：{}、{:.1f}、{:.3f}）。",
                     first.dominates, replication.permuted_first.mean, replication.permuted_first.at_least_observed,
                     second.dominates, replication.permuted_second.mean,
                     replication.permuted_second.at_least_observed)});
    notes.items.push_back(
        {fmt::format("Of claims about members {} of {} hold; of allies that the text does not name {:.1f} would.",
                     first.agree_with_placebo, first.with_placebo, first.placebo),
         fmt::format("关于成员的 {1} 条中 {0} 条成立；若取文中未提及的盟国，平均 {2:.1f} 条。",
                     first.agree_with_placebo, first.with_placebo, first.placebo)});
    notes.items.push_back(
        {fmt::format("Coders' κ: {} over all, {} on which risk dominates, {} on changes.",
                     kappa_text(replication.coders), kappa_text(replication.coders_dominates),
                     kappa_text(replication.coders_changes)),
         fmt::format("编码者 κ：全部 {}，何者为主 {}，变化 {}。", kappa_text(replication.coders),
                     kappa_text(replication.coders_dominates), kappa_text(replication.coders_changes))});
    return notes;
}

Notes risk_claim_notes(std::vector<JudgedRisk> const& judged) {
    Notes notes{.id = "replicate/claims-words", .title = {"The claims", "各论断"}, .items = {}};
    for (JudgedRisk const& each : judged)
        notes.items.push_back(
            {fmt::format("{} ({}): {}.", each.claim.id, joined_codes(each.claim.holders), each.claim.claim.en),
             fmt::format("{}（{}）：{}。", each.claim.id, joined_codes(each.claim.holders), each.claim.claim.zh)});
    return notes;
}

} // namespace

Chapter dilemma_chapter(DilemmaReplication const& replication) {
    std::size_t const agreed = agreed_claims(replication.judged, false);
    std::size_t const hold = agreed_claims(replication.judged, true);
    return {.id = "replicate",
            .title = {"What the paper says of the two risks", "论文对双重风险的论断"},
            .lead = {fmt::format("{} of the {} claims that both codings read alike hold.", hold, agreed),
                     fmt::format("两种编码一致的 {1} 条论断中 {0} 条成立。", hold, agreed)},
            .shapes = {dominance_table(replication.judged), change_table(replication.judged),
                       baseline_notes(replication), risk_claim_notes(replication.judged)}};
}

void write_dilemma(DilemmaReplication const& replication, nlohmann::ordered_json& document) {
    using Document = nlohmann::ordered_json;
    std::vector<JudgedRisk> const& judged = replication.judged;
    document["rule"] = {{"floor", risk_floor}, {"change", change_floor}};
    document["agreed"] = {{"total", agreed_claims(judged, false)}, {"agree", agreed_claims(judged, true)}};
    document["codings"] = Document::array();
    auto const coding = [&](char const* which, CodingOf of, PlaceboOf placebo, Permuted const& permuted) {
        RiskCount const count = count_risks(judged, of, placebo);
        document["codings"].push_back({{"coding", which},
                                       {"total", judged.size()},
                                       {"agree", count.agree},
                                       {"clear", count.clear},
                                       {"trivial", count.trivial},
                                       {"dominates", count.dominates},
                                       {"permuted", {{"mean", permuted.mean}, {"p", permuted.at_least_observed}}},
                                       {"about_members", count.with_placebo},
                                       {"agree_about_members", count.agree_with_placebo},
                                       {"by_placebo", count.placebo}});
    };
    coding("first", &JudgedRisk::first_coding, &JudgedRisk::placebo_first, replication.permuted_first);
    coding("second", &JudgedRisk::second_coding, &JudgedRisk::placebo_second, replication.permuted_second);
    auto const kappa = [](std::optional<Agreement> const& agreement) {
        return agreement && agreement->kappa() ? Document(*agreement->kappa()) : Document(nullptr);
    };
    document["coders"] = {{"claims", replication.coders.cells},
                          {"observed", replication.coders.observed},
                          {"chance", replication.coders.chance},
                          {"kappa", kappa(replication.coders)},
                          {"kappa_dominates", kappa(replication.coders_dominates)},
                          {"kappa_changes", kappa(replication.coders_changes)}};
    document["claims"] = Document::array();
    for (JudgedRisk const& each : judged) {
        bool const dominates = each.claim.measure == RiskMeasure::Dominates;
        auto const valued = [](double value, Interval const& interval) {
            return Document{{"value", value}, {"low", interval.low}, {"high", interval.high}};
        };
        auto const share = [](std::optional<double> const& of) { return of ? Document(*of) : Document(nullptr); };
        document["claims"].push_back(
            {{"id", each.claim.id},
             {"case", each.claim.paper_case},
             {"holders", each.claim.holders},
             {"partners", each.claim.partners},
             {"rival", each.claim.rival.empty() ? Document(nullptr) : Document(each.claim.rival)},
             {"measure", key(each.claim.measure)},
             {"year", each.claim.year},
             {"against", dominates ? Document(nullptr) : Document(each.claim.against)},
             {"first", key(each.first_coding)},
             {"second", key(each.second_coding)},
             {"computed", key(each.computed)},
             {"agrees_first", each.computed == each.first_coding},
             {"agrees_second", each.computed == each.second_coding},
             {"clear", each.clear},
             {"abandonment", dominates ? valued(each.value.first, each.value.first_interval) : Document(nullptr)},
             {"entrapment", dominates ? valued(each.value.second, each.value.second_interval) : Document(nullptr)},
             {"change", dominates ? Document(nullptr) : valued(each.value.first, each.value.first_interval)},
             {"share_of_draws", each.value.share},
             {"placebos", each.placebos},
             {"placebo_first", share(each.placebo_first)},
             {"placebo_second", share(each.placebo_second)},
             {"place", each.claim.source},
             {"claim", {{"en", each.claim.claim.en}, {"zh", each.claim.claim.zh}}}});
    }
}

} // namespace casus::replicate
