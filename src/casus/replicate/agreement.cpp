#include "casus/replicate/agreement.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

namespace casus::replicate {

namespace {

double scale_length(std::vector<Level> const& levels) {
    auto const [low, high] = std::ranges::minmax(levels, {}, &Level::value);
    return high.value - low.value;
}

/// Adds a quantity's agreement to the sum over all, weighted by its cells.
void add(Agreement& sum, Agreement const& part, double length) {
    double const cells = static_cast<double>(part.cells);
    sum.cells += part.cells;
    sum.observed += cells * part.observed;
    sum.chance += cells * part.chance;
    sum.distance += cells * part.distance / length;
    sum.chance_distance += cells * part.chance_distance / length;
}

} // namespace

std::optional<double> Agreement::kappa() const {
    if (chance >= 1.0) return std::nullopt;
    return (observed - chance) / (1.0 - chance);
}

std::optional<double> Agreement::weighted_kappa() const {
    if (chance_distance <= 0.0) return std::nullopt;
    return 1.0 - distance / chance_distance;
}

Agreement agreement(std::span<CodedPair const> pairs) {
    assert(!pairs.empty());
    // Whole numbers until the end: coders who use one word throughout have a chance of exactly 1.
    double const count = static_cast<double>(pairs.size());
    std::map<std::string, double> first, second;
    Agreement result{.cells = pairs.size()};
    for (CodedPair const& pair : pairs) {
        first[pair.first] += 1.0;
        second[pair.second] += 1.0;
        result.observed += pair.first == pair.second ? 1.0 : 0.0;
        result.distance += std::abs(pair.first_value - pair.second_value);
        for (CodedPair const& other : pairs) result.chance_distance += std::abs(pair.first_value - other.second_value);
    }
    for (auto const& [word, times] : first)
        if (auto const other = second.find(word); other != second.end()) result.chance += times * other->second;
    result.observed /= count;
    result.distance /= count;
    result.chance /= count * count;
    result.chance_distance /= count * count;
    return result;
}

CoderAgreement agreement_of(Coding const& first, Coding const& second, Scale const& scale) {
    assert(first.cells.size() == second.cells.size());
    std::vector<Quantity> order;
    std::map<Quantity, std::vector<CodedPair>> pairs;
    for (std::size_t n = 0; n < first.cells.size(); ++n) {
        CodedCell const& a = first.cells[n];
        CodedCell const& b = second.cells[n];
        if (!pairs.contains(a.quantity)) order.push_back(a.quantity);
        pairs[a.quantity].push_back({a.level, b.level, a.value, b.value});
    }
    CoderAgreement result;
    for (Quantity const quantity : order) {
        result.quantities.push_back({quantity, agreement(pairs[quantity])});
        add(result.all, result.quantities.back().agreement, scale_length(scale.at(quantity)));
    }
    double const cells = static_cast<double>(result.all.cells);
    for (double* const part :
         {&result.all.observed, &result.all.chance, &result.all.distance, &result.all.chance_distance})
        *part /= cells;
    return result;
}

} // namespace casus::replicate
