#include "casus/replicate/document.hpp"

#include <nlohmann/json.hpp>

namespace casus::replicate {

namespace {

using Json = nlohmann::ordered_json;

Json text(Text const& both) { return {{"en", both.en}, {"zh", both.zh}}; }

Json number(std::optional<double> const& value) { return value ? Json(*value) : Json(nullptr); }

Json cell_document(JudgedCell const& cell) {
    Json terms = Json::array();
    for (Term const& term : cell.contest.terms) terms.push_back({{"term", term.key}, {"value", term.value}});
    return {{"actor", cell.actor},     {"issue", cell.issue},
            {"follow", cell.follow},   {"rival", text(cell.rival)},
            {"gap", cell.contest.gap}, {"challenger_leads", cell.challenger_leads},
            {"terms", terms}};
}

Json under_document(CaseUnder const& under) {
    Json probability;
    for (Verdict const verdict : verdicts)
        probability[std::string(key(verdict))] = under.drawn.probability[static_cast<std::size_t>(verdict)];
    return {{"computed", key(under.judged.verdict)},
            {"follow", under.judged.follow},
            {"low", under.drawn.interval.low},
            {"high", under.drawn.interval.high},
            {"probability", probability}};
}

Json case_document(ReplicatedCase const& each) {
    Json document{{"case", each.code},
                  {"title", text(each.title)},
                  {"claim", text(each.claim)},
                  {"expected", key(each.expected)},
                  {"computed", key(each.pooled.judged.verdict)},
                  {"agrees", each.agrees()},
                  {"pooled", under_document(each.pooled)},
                  {"first", under_document(each.first)},
                  {"second", under_document(each.second)},
                  {"cells", Json::array()}};
    for (JudgedCell const& cell : each.pooled.judged.cells) document["cells"].push_back(cell_document(cell));
    return document;
}

Json comparison_document(Comparison const& c) {
    return {{"case", c.code},
            {"claim", text(c.claim)},
            {"from", c.from},
            {"to", c.to},
            {"measure", c.measure == Measure::Follow ? "follow" : "regroup"},
            {"expected", key(c.expected)},
            {"computed", key(c.computed)},
            {"agrees", c.computed == c.expected},
            {"before", c.before},
            {"after", c.after},
            {"allies_as_expected", c.allies_as_expected},
            {"allies", c.allies},
            {"share_of_draws", c.probability}};
}

Json count_document(Count const& count, std::size_t total) {
    return {{"coding", count.coder},
            {"agree", count.agree},
            {"total", total},
            {"kappa", number(count.kappa)},
            {"permuted",
             {{"mean", count.permuted.mean},
              {"p", count.permuted.at_least_observed},
              {"probability", count.permuted.probability}}}};
}

Json agreement_document(Agreement const& a) {
    return {{"cells", a.cells},
            {"observed", a.observed},
            {"chance", a.chance},
            {"kappa", number(a.kappa())},
            {"weighted_kappa", number(a.weighted_kappa())}};
}

Json placebo_document(Placebo const& placebo) {
    Json given;
    for (Verdict const verdict : verdicts)
        given[std::string(key(verdict))] = placebo.verdicts_given[static_cast<std::size_t>(verdict)];
    return {{"placebo", placebo.key},
            {"what", text(placebo.what)},
            {"verdicts", given},
            {"total", placebo.total()},
            {"agree", placebo.claims ? Json(placebo.agree) : Json(nullptr)}};
}

} // namespace

void write_document(Replication const& replication, Json& document) {
    document["rule"] = {{"follow", follows_from}, {"deviate", deviates_to}};
    document["cases"] = Json::array();
    for (ReplicatedCase const& each : replication.cases) document["cases"].push_back(case_document(each));
    std::size_t agree = replication.counts[0].agree;
    std::size_t total = replication.cases.size();
    document["variants"] = Json::array();
    for (Comparison const& comparison : replication.comparisons) {
        document[comparison.counted ? "cases" : "variants"].push_back(comparison_document(comparison));
        agree += comparison.counted && comparison.computed == comparison.expected ? 1 : 0;
        total += comparison.counted ? 1 : 0;
    }
    document["agree"] = agree;
    document["total"] = total;
    document["stances"] = Json::array();
    for (Count const& count : replication.counts)
        document["stances"].push_back(count_document(count, replication.cases.size()));
    document["trivial"] = {{"word", key(replication.trivial_word)}, {"agree", replication.trivial}};
    document["placebos"] = Json::array();
    for (Placebo const& placebo : replication.placebos) document["placebos"].push_back(placebo_document(placebo));
    document["coders"] = agreement_document(replication.coders.all);
    document["coders"]["quantities"] = Json::array();
    for (QuantityAgreement const& each : replication.coders.quantities) {
        Json quantity{{"quantity", info(each.quantity).key}};
        quantity.update(agreement_document(each.agreement));
        document["coders"]["quantities"].push_back(quantity);
    }
}

} // namespace casus::replicate
