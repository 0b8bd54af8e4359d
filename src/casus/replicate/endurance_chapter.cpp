#include "casus/replicate/endurance_chapter.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace casus::replicate {

namespace {

using endurance::Ranged;

struct Agreement {
    std::size_t judged = 0;
    std::size_t agree = 0;
    std::size_t clear_agree = 0;
    std::size_t clear_miss = 0;
    double by_guess = 0.0; ///< that would hold on average of an alliance of the year taken at random
    std::size_t guessed = 0;
};

Agreement agreement_of(std::vector<JudgedClaim> const& judged) {
    Agreement count;
    for (JudgedClaim const& each : judged) {
        if (!each.value) continue;
        ++count.judged;
        count.agree += each.holds ? 1 : 0;
        count.clear_agree += each.holds && each.clear ? 1 : 0;
        count.clear_miss += !each.holds && each.clear ? 1 : 0;
        if (!each.of_all) continue;
        ++count.guessed;
        count.by_guess += *each.of_all;
    }
    return count;
}

Text verdict_of(JudgedClaim const& each) {
    if (!each.value) return each.why_not;
    if (each.clear) return each.holds ? Text{"yes", "是"} : Text{"NO", "否"};
    return each.holds ? Text{"yes, unsure", "是，不确定"} : Text{"no, unsure", "否，不确定"};
}

Table claim_table(std::vector<JudgedClaim> const& judged) {
    Table table{
        .id = "replicate/claims",
        .title = {"Expected against computed", "预期与计算"},
        .note =
            {"Ten years on: probability of standing, holds above one half. Rising: log-hazard less that of ten "
             "years before; above average: less that of the average alliance of its age; a term: what it adds. "
             "Brackets: central 90 % of draws. Unsure: the interval holds both. All: share of the "
             "alliances of that year of which the same would hold.",
             "十年后仍存：其概率，大于二分之一即成立。风险上升：对数风险率减去十年前者；高于平均：减去同龄平均联盟者；"
             "某项：该项的作用。括号：抽样的中间 90%。"
             "不确定：区间两可。全体：该年负有防御或进攻义务的联盟中同样成立者的比例。"},
        .columns = {{"claim", {"claim", "论断"}},
                    {"alliance", {"alliance", "联盟"}},
                    {"measure", {"what", "量"}},
                    {"expected", {"expected", "预期"}},
                    {"value", {"computed", "计算"}},
                    {"agrees", {"agrees", "一致"}},
                    {"of_all", {"all", "全体"}}},
        .rows = {}};
    for (JudgedClaim const& each : judged) {
        EnduranceClaim const& claim = each.claim;
        bool const of_term = !claim.term.empty();
        Text const what = of_term ? Text{claim.term, claim.term} : name(claim.measure);
        Text const sign = claim.measure == ClaimMeasure::None     ? Text{"", ""}
                          : claim.measure == ClaimMeasure::Stands ? Text{"> 0.5", "> 0.5"}
                          : claim.expected > 0                    ? Text{"> 0", "> 0"}
                                                                  : Text{"< 0", "< 0"};
        std::string const code = fmt::format("{} {}", claim.alliance, claim.year);
        table.rows.push_back(
            {Text{claim.id, claim.id}, Text{code, code}, what, sign,
             each.value ? Entry(Number{each.value->value, 2, each.value->interval}) : Entry(std::monostate{}),
             verdict_of(each), each.of_all ? Entry(Number{*each.of_all, 2, {}}) : Entry(std::monostate{})});
    }
    return table;
}

Notes claim_notes(std::vector<JudgedClaim> const& judged) {
    Notes notes{.id = "replicate/claims-words", .title = {"The claims", "各论断"}, .items = {}};
    for (JudgedClaim const& each : judged)
        notes.items.push_back(
            {each.claim.id + ": " + each.claim.claim.en + ".", each.claim.id + "：" + each.claim.claim.zh + "。"});
    return notes;
}

Text lead_of(Agreement const& count) {
    Text lead{fmt::format("{} of {} claims that can be judged hold ({} clearly); {} clearly do not.", count.agree,
                          count.judged, count.clear_agree, count.clear_miss),
              fmt::format("可判断的 {1} 条论断中有 {0} 条成立（{2} 条明确），{3} 条明确不成立。", count.agree,
                          count.judged, count.clear_agree, count.clear_miss)};
    if (count.guessed > 0) {
        lead.en += fmt::format(" Of alliances taken at random from the same years {:.1f} of {} would have held.",
                               count.by_guess, count.guessed);
        lead.zh +=
            fmt::format("若从同年联盟中随机抽取，{1} 条中平均有 {0:.1f} 条成立。", count.by_guess, count.guessed);
    }
    return lead;
}

} // namespace

Chapter endurance_chapter(std::vector<JudgedClaim> const& judged) {
    return {.id = "replicate",
            .title = {"What the paper says of single alliances", "论文对各联盟的论断"},
            .lead = lead_of(agreement_of(judged)),
            .shapes = {claim_table(judged), claim_notes(judged)}};
}

void write_endurance(std::vector<JudgedClaim> const& judged, nlohmann::ordered_json& document) {
    using Document = nlohmann::ordered_json;
    Agreement const count = agreement_of(judged);
    document["judged"] = count.judged;
    document["agree"] = count.agree;
    document["clear"] = count.clear_agree;
    document["by_guess"] = count.by_guess;
    document["guessed"] = count.guessed;
    document["claims"] = Document::array();
    for (JudgedClaim const& each : judged) {
        EnduranceClaim const& claim = each.claim;
        auto const ranged = [&](auto const& of) { return each.value ? Document(of(*each.value)) : Document(nullptr); };
        document["claims"].push_back({{"id", claim.id},
                                      {"case", claim.paper_case},
                                      {"measure", key(claim.measure)},
                                      {"alliance", claim.alliance},
                                      {"year", claim.year},
                                      {"term", claim.term.empty() ? Document(nullptr) : Document(claim.term)},
                                      {"expected", claim.expected},
                                      {"value", ranged([](Ranged const& r) { return r.value; })},
                                      {"low", ranged([](Ranged const& r) { return r.interval.low; })},
                                      {"high", ranged([](Ranged const& r) { return r.interval.high; })},
                                      {"holds", each.value ? Document(each.holds) : Document(nullptr)},
                                      {"clear", each.value ? Document(each.clear) : Document(nullptr)},
                                      {"of_all", each.of_all ? Document(*each.of_all) : Document(nullptr)},
                                      {"why_not", {{"en", each.why_not.en}, {"zh", each.why_not.zh}}},
                                      {"claim", {{"en", claim.claim.en}, {"zh", claim.claim.zh}}}});
    }
}

} // namespace casus::replicate
