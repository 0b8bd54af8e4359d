#include "casus/alienation/compare/term_means.hpp"

#include <algorithm>
#include <cmath>

namespace casus::alienation {

namespace {

TermMean& find(TermMeans& means, GapTerm const& term, std::size_t issues) {
    bool const of_following = term.option == "follow";
    auto const found = std::ranges::find_if(
        means.terms, [&](TermMean const& each) { return each.of_following == of_following && each.key == term.key; });
    if (found != means.terms.end()) return *found;
    means.terms.push_back({of_following, term.key, term.name, std::vector<double>(issues), 0.0});
    return means.terms.back();
}

double moved(TermMean const& term) {
    double sum = 0.0;
    for (double const x : term.by_issue) sum += std::abs(x);
    return sum;
}

} // namespace

TermMeans mean_terms(std::vector<GapChange> const& changes, std::size_t issues) {
    TermMeans means;
    means.gap.resize(issues);
    double const per_ally = static_cast<double>(issues) / static_cast<double>(changes.size());
    for (std::size_t c = 0; c < changes.size(); ++c) {
        means.gap[c % issues] += per_ally * (changes[c].scenario - changes[c].base);
        for (GapTerm const& term : changes[c].terms)
            find(means, term, issues).by_issue[c % issues] += per_ally * term.change;
    }
    auto const mean = [&](std::vector<double> const& over) {
        double sum = 0.0;
        for (double const x : over) sum += x / static_cast<double>(issues);
        return sum;
    };
    means.all = mean(means.gap);
    for (TermMean& term : means.terms) term.all = mean(term.by_issue);
    std::erase_if(means.terms, [](TermMean const& term) { return moved(term) == 0.0; });
    std::ranges::stable_sort(means.terms, std::ranges::greater{}, moved);
    return means;
}

} // namespace casus::alienation
