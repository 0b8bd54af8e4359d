#include "casus/alienation/compare/gap_change.hpp"

#include "casus/alienation/explain.hpp"

#include <algorithm>

namespace casus::alienation {

namespace {

double utility(Sampled const& s, std::size_t option, std::size_t cell) {
    return s.centre.utility[option * s.world.size().cells() + cell];
}

std::size_t strongest_rival(Sampled const& s, std::size_t cell) {
    std::size_t best = 1;
    for (std::size_t option = 2; option < option_count(s.world); ++option)
        if (utility(s, option, cell) > utility(s, best, cell)) best = option;
    return best;
}

/// The terms of an option's utility, out of the stance's ledger.
std::vector<LedgerLine> terms_of(Ledger const& ledger, std::string const& option) {
    std::vector<LedgerLine> terms;
    bool here = false;
    for (LedgerLine const& line : ledger.lines) {
        if (line.level == 0) here = line.key == option;
        if (line.level == 1 && here) terms.push_back(line);
    }
    return terms;
}

/// Adds what the terms of one option add to the gap.
void put_changes(std::string const& option, double sign, Ledger const& before, Ledger const& after, GapChange& into) {
    auto const old_terms = terms_of(before, option);
    auto const new_terms = terms_of(after, option);
    for (std::size_t n = 0; n < new_terms.size(); ++n)
        into.terms.push_back({option, new_terms[n].key, new_terms[n].term,
                              sign * (new_terms[n].value.value_or(0.0) - old_terms[n].value.value_or(0.0))});
}

} // namespace

GapChange gap_change(Sampled const& base, Sampled const& scenario, std::size_t assessed, IssueId issue) {
    std::size_t const cell = base.world.cell(assessed, issue);
    GapChange change;
    change.rival_before = strongest_rival(base, cell);
    change.rival_after = strongest_rival(scenario, cell);
    change.base = utility(base, 0, cell) - utility(base, change.rival_before, cell);
    change.scenario = utility(scenario, 0, cell) - utility(scenario, change.rival_after, cell);

    Ledger const before = explain_stance(base.world, base.parameters, base.centre, assessed, issue);
    Ledger const after = explain_stance(scenario.world, scenario.parameters, scenario.centre, assessed, issue);
    put_changes("follow", 1.0, before, after, change);
    put_changes(option_key(base.world, change.rival_after), -1.0, before, after, change);
    if (change.rival_before != change.rival_after)
        change.terms.push_back({"rival",
                                "behind",
                                {"the new rival was behind the old one", "新的最强对手原先落后于旧的"},
                                utility(base, change.rival_before, cell) - utility(base, change.rival_after, cell)});
    return change;
}

} // namespace casus::alienation
