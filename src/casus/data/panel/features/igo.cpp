// Memberships in intergovernmental organisations: shared ones of a pair, counts of a state.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

namespace casus::data::features {

namespace {

FeatureColumns igo_columns(FeatureRequest const& request) {
    if (!request.frame->of_pairs()) {
        StateColumn const any{
            "sum_igo_anytype",
            "igos",
            {"memberships in intergovernmental organisations, of any type", "政府间国际组织成员资格数，各类合计"},
            Width::Small};
        return state_years(request, request.dataset("cow-igo-state"), StateCode::Cow, "ccode", std::span(&any, 1));
    }
    PairColumn shared{"dyadigos", {}};
    shared.series.name = "dyadigos";
    shared.series.label = {"shared memberships in intergovernmental organisations", "共同参加的政府间国际组织数"};
    shared.series.width = Width::Small;
    shared.series.join = PairSeries::Join::Last;
    return pair_years(request, request.dataset("cow-igo-dyad"), StateCode::Cow, std::span(&shared, 1));
}

} // namespace

Feature igo() {
    return {.name = "igo",
            .title = {"memberships in intergovernmental organisations", "政府间国际组织成员资格"},
            .choices = {},
            .only_pairs = false,
            .columns = igo_columns};
}

} // namespace casus::data::features
