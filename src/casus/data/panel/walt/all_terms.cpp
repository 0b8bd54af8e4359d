// The feature "walt": the terms of all families on the rows of a panel of alliances.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/walt/walt.hpp"

#include <cassert>
#include <cmath>

namespace casus::data {

namespace walt {

namespace {

using Family = std::vector<TermColumn> (*)(Ground const&);

/// Every family, in the order of the documentation: a line each.
std::vector<Family> families() {
    return {
        threat_terms, balance_terms,     intent_terms,   means_terms,   doubt_terms,
        regime_terms, institution_terms, affinity_terms, setting_terms, ending_terms,
    };
}

Column column_of_words(TermColumn const& term) {
    ColumnBuilder builder(term.name);
    for (std::string const& word : term.words) {
        if (word.empty())
            builder.add_missing();
        else
            builder.add(std::string_view(word));
    }
    return builder.finish();
}

/// Whole numbers where all are.
Column column_of_numbers(TermColumn const& term) {
    ColumnBuilder builder(term.name);
    for (double const value : term.values) {
        if (std::isnan(value))
            builder.add_missing();
        else if (value == std::floor(value) && std::abs(value) < 1e9)
            builder.add(static_cast<std::int64_t>(value));
        else
            builder.add(value);
    }
    return builder.finish();
}

FeatureColumns all_terms(FeatureRequest const& request) {
    assert(request.treaties && request.alliances);
    Ground const ground{request.store, &request.frame->system(), request.treaties, *request.alliances};
    FeatureColumns result;
    for (Family const family : families())
        for (TermColumn& term : family(ground)) {
            Column column = term.words.empty() ? column_of_numbers(term) : column_of_words(term);
            result.rows.push_back({std::move(term.label), std::move(term.origin), term.coverage, std::move(column)});
            result.also.insert(result.also.end(), term.also.begin(), term.also.end());
        }
    return result;
}

} // namespace

} // namespace walt

Feature features::walt() {
    return {.name = "walt",
            .title = {"Walt's terms of why alliances endure or collapse", "沃尔特关于联盟存续或瓦解的各项条件"},
            .choices = {},
            .only_pairs = false,
            .only_alliances = true,
            .columns = walt::all_terms};
}

} // namespace casus::data
