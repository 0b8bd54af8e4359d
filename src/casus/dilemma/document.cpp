#include "casus/dilemma/document.hpp"

#include "casus/dilemma/json_number.hpp"
#include "casus/dilemma/tie.hpp"

#include <nlohmann/json.hpp>

namespace casus::dilemma {

namespace {

using Json = nlohmann::ordered_json;

Json with_interval(Sampled const& s, std::size_t output) {
    return {{"value", finite_or_null(s.centre.central[output])},
            {"low", finite_or_null(s.interval[output].low)},
            {"high", finite_or_null(s.interval[output].high)}};
}

Json tie_document(Sampled const& s, Tie const& tie) {
    Evaluation const& e = s.centre;
    Json by_rival = Json::array();
    for (std::size_t m = 0; m < e.in().rivals; ++m)
        by_rival.push_back({{"rival", e.rival(m).code},
                            {"abandonment", with_interval(s, e.plan.at(tie.abandonment_part(), tie.member, m))},
                            {"entrapment", with_interval(s, e.plan.at(tie.entrapment_part(), tie.member, m))}});
    std::string const& member = e.member(tie.member).code;
    return {
        {"holder", tie.of_leader ? e.leader().code : member},
        {"partner", tie.of_leader ? member : e.leader().code},
        {"abandonment", finite_or_null(tie.abandonment.value)},
        {"entrapment", finite_or_null(tie.entrapment.value)},
        {"low",
         {{"abandonment", finite_or_null(tie.abandonment.interval->low)},
          {"entrapment", finite_or_null(tie.entrapment.interval->low)}}},
        {"high",
         {{"abandonment", finite_or_null(tie.abandonment.interval->high)},
          {"entrapment", finite_or_null(tie.entrapment.interval->high)}}},
        {"dominates", dominant_key(tie.dominant)},
        {"mostly_from",
         {{"abandonment", e.rival(tie.abandonment_from).code}, {"entrapment", e.rival(tie.entrapment_from).code}}},
        {"promise", with_interval(s, e.plan.at(tie.of_leader ? OfMember::Promise : OfMember::Allegiance, tie.member))},
        {"by_rival", by_rival}};
}

Json conflicts_document(Sampled const& s) {
    Evaluation const& e = s.centre;
    Json all = Json::array();
    for (std::size_t i = 0; i < e.in().members; ++i)
        for (std::size_t m = 0; m < e.in().rivals; ++m)
            all.push_back({{"member", e.member(i).code},
                           {"rival", e.rival(m).code},
                           {"conflict", with_interval(s, e.plan.at(OfPair::Conflict, i, m))},
                           {"initiation", with_interval(s, e.plan.at(OfPair::Initiation, i, m))},
                           {"attack", with_interval(s, e.plan.at(OfPair::Attack, i, m))}});
    return all;
}

Json system_document(Sampled const& s) {
    Evaluation const& e = s.centre;
    Json system;
    system["budget"] = finite_or_null(e.in().budget);
    for (auto const& [key, which] : {std::pair{"spread_thin", OfSystem::SpreadThin},
                                     {"load", OfSystem::Load},
                                     {"exit", OfSystem::Exit},
                                     {"reliability", OfSystem::Reliability},
                                     {"cost", OfSystem::Cost},
                                     {"dominance", OfSystem::Dominance},
                                     {"alignment", OfSystem::Alignment}})
        system[key] = with_interval(s, e.plan.at(which));
    system["rivals"] = Json::array();
    for (std::size_t m = 0; m < e.in().rivals; ++m) {
        Json rival{{"rival", e.rival(m).code}};
        for (auto const& [key, which] : {std::pair{"load", OfRival::Load},
                                         {"strength", OfRival::Strength},
                                         {"conflict", OfRival::Conflict},
                                         {"own_conflict", OfRival::OwnConflict},
                                         {"loss", OfRival::Loss}})
            rival[key] = with_interval(s, e.plan.at(which, m));
        system["rivals"].push_back(rival);
    }
    return system;
}

Json offence_document(std::vector<OffenceRow> const& offence) {
    Json all = Json::array();
    for (OffenceRow const& row : offence)
        all.push_back({{"advantage", finite_or_null(row.advantage)},
                       {"conflict", finite_or_null(row.conflict)},
                       {"leader_conflict", finite_or_null(row.dragged)},
                       {"allegiance", finite_or_null(row.allegiance)},
                       {"leader_abandonment", finite_or_null(row.abandonment)},
                       {"entrapment", finite_or_null(row.entrapment)}});
    return all;
}

} // namespace

Json document(Sampled const& s, std::vector<OffenceRow> const& offence) {
    Evaluation const& e = s.centre;
    Json document;
    document["leader"] = e.leader().code;
    document["members"] = Json::array();
    for (std::size_t i = 0; i < e.in().members; ++i) document["members"].push_back(e.member(i).code);
    document["rivals"] = Json::array();
    for (std::size_t m = 0; m < e.in().rivals; ++m) document["rivals"].push_back(e.rival(m).code);
    document["branches"] = Json::array();
    for (Branch const& branch : e.system().branches) {
        Json members = Json::array();
        for (std::size_t const i : branch.members) members.push_back(e.member(i).code);
        document["branches"].push_back({{"code", branch.code}, {"members", members}});
    }
    document["promises"] = e.assessed_allegiance ? "assessed" : "given";
    document["ties"] = Json::array();
    for (Tie const& tie : ties_of(s)) document["ties"].push_back(tie_document(s, tie));
    document["conflicts"] = conflicts_document(s);
    document["system"] = system_document(s);
    document["offence_defence"] = offence_document(offence);
    return document;
}

} // namespace casus::dilemma
