// The feature "votes": how a pair voted in the UN General Assembly in the year.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/features/portfolio_years.hpp"
#include "casus/data/panel/join.hpp"

namespace casus::data::features {

namespace {

FeatureColumns votes_columns(FeatureRequest const& request) {
    auto const source = vote_portfolios(request);
    FeatureColumns result;
    result.notes = source->notes();
    if (request.word() == "un") result.also.push_back(imported(*request.store, "un-roll-calls").origin); // the dates
    result.rows = similarity_rows(*request.frame, *source, vote_similarities(), Scaling::Scale, request.threads);
    return result;
}

} // namespace

Feature votes() {
    return {.name = "votes",
            .title = {"UN General Assembly votes: agreement, S, κ, π, τ_b", "联合国大会投票：一致度、S、κ、π、τ_b"},
            .choices = {"un", "voeten"},
            .only_pairs = true,
            .columns = votes_columns};
}

} // namespace casus::data::features
