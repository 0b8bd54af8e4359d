#include "casus/endurance/document.hpp"

#include <nlohmann/json.hpp>

namespace casus::endurance {

namespace {

using Object = nlohmann::ordered_json;

Object both_languages(Text const& text) { return {{"en", text.en}, {"zh", text.zh}}; }

Object ranged_json(Ranged const& number) {
    return {{"value", number.value}, {"low", number.interval.low}, {"high", number.interval.high}};
}

Object whole_or_null(std::optional<int> const& number) { return number ? Object(*number) : Object(nullptr); }

Object standing_json(std::array<Ranged, spans.size()> const& standing) {
    Object list = Object::array();
    for (std::size_t k = 0; k < spans.size(); ++k) {
        Object one{{"years", spans[k]}};
        one.update(ranged_json(standing[k]));
        list.push_back(std::move(one));
    }
    return list;
}

Object median_json(MedianLife const& median) {
    return {{"years", whole_or_null(median.years)},
            {"low", whole_or_null(median.low)},
            {"high", whole_or_null(median.high)}};
}

Object model_json(Model const& model) {
    FittedOn const& on = model.fitted_on;
    Object data = Object::array();
    for (FittedData const& each : on.data) data.push_back({{"dataset", each.dataset}, {"version", each.version}});
    Object age = Object::array();
    for (AgeTerm const& each : model.age)
        age.push_back(
            {{"function", std::string(word_of(each.function))}, {"estimate", each.estimate}, {"se", each.se}});
    Object terms = Object::array();
    for (ModelTerm const& each : model.terms)
        terms.push_back({{"term", each.name},
                         {"label", both_languages(each.label)},
                         {"claim", each.claim.key},
                         {"nature", std::string(word_of(each.nature))},
                         {"expected", each.expected},
                         {"centre", each.centre},
                         {"sd", each.sd},
                         {"estimate", each.estimate},
                         {"se", each.se}});
    return {{"name", model.name},
            {"fitted_on",
             {{"first_year", on.first_year},
              {"last_year", on.last_year},
              {"alliances", on.alliances},
              {"rows", on.rows},
              {"events", on.events},
              {"data", std::move(data)}}},
            {"age", std::move(age)},
            {"terms", std::move(terms)}};
}

Object terms_json(Model const& model, Alliance const& alliance, Outlook const& outlook) {
    Object list = Object::array();
    for (std::size_t n = 0; n < model.terms.size(); ++n) {
        auto const& given = alliance.terms[n];
        Object figure = nullptr;
        if (given)
            figure = {{"value", given->value}, {"low", given->low}, {"high", given->high}, {"source", given->source}};
        list.push_back({{"term", model.terms[n].name},
                        {"figure", std::move(figure)},
                        {"contribution", ranged_json(outlook.terms[n])}});
    }
    return list;
}

Object decomposition_json(Model const& model, Alliance const& alliance, Outlook const& outlook) {
    std::vector<Claim> const all = claims_of(model);
    Object claims = Object::array();
    for (std::size_t c = 0; c < all.size(); ++c)
        claims.push_back({{"claim", all[c].label.key},
                          {"label", both_languages(all[c].label.name)},
                          {"nature", std::string(word_of(all[c].nature))},
                          {"contribution", ranged_json(outlook.claims[c])}});
    Object natures = Object::array();
    for (std::size_t k = 0; k < nature_count; ++k)
        natures.push_back({{"nature", std::string(word_of(static_cast<Nature>(k)))},
                           {"contribution", ranged_json(outlook.natures[k])}});
    return {{"log_hazard", ranged_json(outlook.log_hazard)},
            {"baseline", ranged_json(outlook.baseline)},
            {"natures", std::move(natures)},
            {"claims", std::move(claims)},
            {"terms", terms_json(model, alliance, outlook)}};
}

Object survival_json(Assessed const& a, Outlook const& outlook) {
    Object list = Object::array();
    for (std::size_t t = 0; t < outlook.survival.size(); ++t) {
        Object point{{"year", a.year + static_cast<int>(t)}};
        point.update(ranged_json(outlook.survival[t]));
        list.push_back(std::move(point));
    }
    return list;
}

Object alliance_json(Assessed const& a, std::size_t n) {
    Alliance const& alliance = a.alliances[n];
    Outlook const& outlook = a.outlooks[n];
    Object members = Object::array();
    for (Member const& member : alliance.members)
        members.push_back({{"code", member.code},
                           {"name", both_languages(member.name)},
                           {"power", member.power ? Object(*member.power) : Object(nullptr)}});
    return {{"alliance", alliance.code},
            {"name", both_languages(alliance.name)},
            {"age", alliance.age},
            {"members", std::move(members)},
            {"unused", alliance.unused},
            {"hazard", ranged_json(outlook.hazard)},
            {"standing", standing_json(outlook.standing)},
            {"median", median_json(outlook.median)},
            {"survival", survival_json(a, outlook)},
            {"decomposition", decomposition_json(a.model, alliance, outlook)}};
}

Object moved_json(Assessed const& a, std::size_t n, MovedOutlook const& moved) {
    Object moves = Object::array();
    for (Move const& move : moved.moves)
        moves.push_back({{"term", a.model.terms[move.term].name}, {"before", move.before}, {"after", move.after}});
    return {{"alliance", a.alliances[n].code},
            {"moves", std::move(moves)},
            {"hazard", ranged_json(moved.outlook.hazard)},
            {"standing", standing_json(moved.outlook.standing)},
            {"median", median_json(moved.outlook.median)},
            {"change",
             {{"hazard", ranged_json(moved.hazard)},
              {"log_hazard", ranged_json(moved.log_hazard)},
              {"standing", standing_json(moved.standing)}}}};
}

} // namespace

nlohmann::ordered_json document(Assessed const& a) {
    Object alliances = Object::array();
    for (std::size_t n = 0; n < a.alliances.size(); ++n) alliances.push_back(alliance_json(a, n));
    Object what_ifs = Object::array();
    for (Compared const& compared : a.what_ifs) {
        Object moved = Object::array();
        for (std::size_t n = 0; n < a.alliances.size(); ++n) moved.push_back(moved_json(a, n, compared.alliances[n]));
        what_ifs.push_back({{"code", compared.what_if.code},
                            {"name", both_languages(compared.what_if.name)},
                            {"alliances", std::move(moved)}});
    }
    Object notes = Object::array();
    for (Text const& note : a.notes) notes.push_back(both_languages(note));
    return {{"year", a.year},
            {"horizon", horizon},
            {"model", model_json(a.model)},
            {"notes", std::move(notes)},
            {"alliances", std::move(alliances)},
            {"what_ifs", std::move(what_ifs)}};
}

} // namespace casus::endurance
