// The feature "similarity": how alike the alliance portfolios of a pair are.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/features/portfolio_years.hpp"

#include <algorithm>

namespace casus::data::features {

namespace {

/// "cow-kappa@4.1" in its three parts.
struct Choice {
    std::string treaties = "atop";
    std::string family; ///< "s", "kappa", "pi", "tau"; empty: all
    std::string version;
};

Choice parts_of(std::string const& choice) {
    Choice parts;
    std::size_t const at = std::min(choice.find('@'), choice.size());
    std::string const what = choice.substr(0, at);
    std::size_t const dash = std::min(what.find('-'), what.size());
    if (dash > 0) parts.treaties = what.substr(0, dash);
    if (dash < what.size()) parts.family = what.substr(dash + 1);
    parts.version = choice.substr(at);
    return parts;
}

bool of_family(std::string_view key, std::string_view family) {
    return family.empty() || key == family || (key.starts_with(family) && key[family.size()] == '_');
}

FeatureColumns similarity_columns(FeatureRequest const& request) {
    Choice const choice = parts_of(request.choice);
    FeatureRequest treaties = request;
    treaties.choice = choice.treaties + choice.version;
    auto const source = alliance_portfolios(treaties, SelfTie::Highest);
    FeatureColumns result;
    result.notes = source->notes();
    std::vector<NamedSimilarity> chosen;
    for (NamedSimilarity const& named : alliance_similarities())
        if (of_family(named.key, choice.family) && (!named.weighted || source->weights_from())) chosen.push_back(named);
    if (std::ranges::any_of(chosen, &NamedSimilarity::weighted)) result.also.push_back(*source->weights_from());
    result.rows = similarity_rows(*request.frame, *source, chosen, Scaling::Scale, request.threads);
    return result;
}

} // namespace

Feature similarity() {
    return {.name = "similarity",
            .title = {"similarity of alliance portfolios (S, κ, π, τ_b)", "同盟组合的相似度（S、κ、π、τ_b）"},
            .choices = {"atop", "cow", "atop-s", "atop-kappa", "atop-pi", "atop-tau", "cow-s", "cow-kappa", "cow-pi",
                        "cow-tau"},
            .only_pairs = true,
            .columns = similarity_columns};
}

} // namespace casus::data::features
