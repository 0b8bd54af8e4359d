// What the treaty built: ATOP's own columns, under the terms with which the year begins. The index is that of Leeds and
// Anac, Alliance Institutionalization and Alliance Performance, International Interactions 31 (2005) 183–202: peacetime
// military coordination (0 to 2) and formality (0 to 2), here added and divided by four.
#include "casus/data/panel/walt/state_figures.hpp"
#include "casus/data/panel/walt/treaty_terms.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>

namespace casus::data::walt {

namespace {

/// The terms of one spell.
struct SpellTerms {
    TreatyTerms const& terms;
    Treaty const& treaty;
    std::size_t spell;

    [[nodiscard]] double operator[](char const* column) const { return terms.value(column, treaty, spell); }
    [[nodiscard]] bool unknown(std::initializer_list<char const*> columns) const {
        return std::ranges::all_of(columns, [&](char const* column) { return std::isnan((*this)[column]); });
    }
};

/// True for either of two codes; false where missing.
bool either(double value, double one, double other) { return value == one || value == other; }

/// A formal organisation: with meetings and a seat of its own (ORGAN1 or ORGAN2 2 or 3).
double organization(SpellTerms const& of) {
    if (of.unknown({"organ1", "organ2"})) return missing<double>;
    return either(of["organ1"], 2, 3) || either(of["organ2"], 2, 3) ? 1.0 : 0.0;
}

/// 2: common defence policy, integrated command or bases; 1: lesser coordination in peace; 0: none.
double military_coordination(SpellTerms const& of) {
    if (of.unknown({"milcon", "intcom", "base", "milaid", "subord", "contrib", "orgpurp1", "orgpurp2"}))
        return missing<double>;
    if (of["milcon"] == 3 || of["intcom"] == 1 || of["base"] > 0) return 2.0;
    bool const lesser = of["milcon"] == 2 || either(of["milaid"], 3, 4) || of["subord"] > 0 || of["contrib"] == 1 ||
                        either(of["orgpurp1"], 1, 4) || either(of["orgpurp2"], 1, 4);
    return lesser ? 1.0 : 0.0;
}

/// One for a public treaty, one for a formal organisation.
double formality(SpellTerms const& of) {
    double const organised = organization(of);
    if (of.unknown({"estmode", "pubsecr"}) || std::isnan(organised)) return missing<double>;
    return (of["estmode"] == 1 && of["pubsecr"] != 2 ? 1.0 : 0.0) + organised;
}

double leeds_anac_index(SpellTerms const& of) { return (military_coordination(of) + formality(of)) / 4.0; }

/// 1 where the column is at least `least`.
std::function<double(SpellTerms const&)> at_least(char const* column, double least) {
    return [=](SpellTerms const& of) {
        double const value = of[column];
        return std::isnan(value) ? value : value >= least ? 1.0 : 0.0;
    };
}

/// The highest under any of the terms with which the year begins: members' terms seldom differ.
double highest_in_force(TreatyTerms const& terms, AllianceYear const& row,
                        std::function<double(SpellTerms const&)> const& of) {
    double result = missing<double>;
    for (std::size_t const spell : TreatyTerms::in_force(row))
        result = std::fmax(result, of({terms, *row.treaty, spell}));
    return result;
}

} // namespace

std::vector<TermColumn> institution_terms(Ground const& ground) {
    TreatyTerms const terms(ground, {"organ1", "organ2", "orgpurp1", "orgpurp2", "milcon", "milaid", "intcom", "subord",
                                     "base", "contrib", "estmode", "pubsecr", "conditio", "speclgth"});
    std::vector<TermColumn> columns;
    auto const add = [&](char const* name, Text label, std::function<double(SpellTerms const&)> const& of) {
        columns.push_back(term_of_rows(ground, name, std::move(label), ground.treaties->origin,
                                       ground.treaties->coverage,
                                       [&](AllianceYear const& row) { return highest_in_force(terms, row, of); }));
    };
    add("institution", {"institutionalisation, 0 to 1 (Leeds and Anac)", "制度化程度，0 至 1（Leeds 与 Anac）"},
        leeds_anac_index);
    add("organization", {"1: a formal organisation", "1：设有正式组织"}, organization);
    add("integrated_command", {"1: integrated command in peace and war", "1：平战时一体化指挥"}, at_least("intcom", 1));
    add("bases", {"1: troops or bases on a member's territory", "1：在成员领土驻军或设基地"}, at_least("base", 1));
    add("military_contact", {"1: official contact of the armed forces in peace", "1：平时军队正式往来"},
        at_least("milcon", 2));
    add("conditional", {"1: obligations under conditions", "1：义务附有条件"}, at_least("conditio", 1));
    auto const fixed = [](SpellTerms const& of) {
        double const value = of["speclgth"];
        return std::isnan(value) ? value : value == 1.0 ? 1.0 : 0.0;
    };
    add("fixed_term", {"1: for a number of months that the treaty says", "1：条约规定了以月计的期限"}, fixed);
    return columns;
}

} // namespace casus::data::walt
