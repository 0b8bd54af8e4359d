// Regimes: Polity, V-Dem's polyarchy, the Unified Democracy Scores, and the three on COW states together.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

#include <algorithm>

namespace casus::data::features {

namespace {

/// Conversions of Polity and V-Dem have the COW number of the year in `cown`; the distributors' own numbers differ for
/// states that changed (Polity's Soviet Union is 364; V-Dem has one Germany), and then their rows count as lost.
std::string number_of(FeatureRequest const& request, std::string const& dataset, std::string const& own) {
    std::vector<std::string> const names = request.store->column_names(dataset);
    return std::ranges::find(names, "cown") != names.end() ? "cown" : own;
}

FeatureColumns regime_columns(FeatureRequest const& request) {
    StateColumn const polity2{"polity2",
                              "polity2",
                              {"Polity, −10 (autocracy) to 10 (democracy)", "Polity，−10（专制）至 10（民主）"},
                              Width::Flag};
    StateColumn const polyarchy{
        "v2x_polyarchy", "v2x_polyarchy", {"V-Dem electoral democracy, 0 to 1", "V-Dem 选举民主，0 至 1"}, Width::Real};
    StateColumn const extended{"euds", "euds", {"extended Unified Democracy Score", "扩展统一民主指数"}, Width::Real};
    StateColumn const unified{
        "mean", "uds", {"Unified Democracy Score, posterior mean", "统一民主指数，后验均值"}, Width::Real};
    std::string_view const word = request.word();
    if (word == "polity") {
        std::string const dataset = request.dataset("polity");
        return state_years(request, dataset, StateCode::Cow, number_of(request, dataset, "ccode"),
                           std::span(&polity2, 1));
    }
    if (word == "vdem") {
        std::string const dataset = request.dataset("vdem");
        return state_years(request, dataset, StateCode::Cow, number_of(request, dataset, "cowcode"),
                           std::span(&polyarchy, 1));
    }
    if (word == "uds")
        return state_years(request, request.dataset("uds"), StateCode::Cow, "cowcode", std::span(&unified, 1));
    std::vector<StateColumn> const all{polity2, polyarchy, extended};
    return state_years(request, request.dataset("democracy"), StateCode::Cow, "ccode", all);
}

} // namespace

Feature regime() {
    return {.name = "regime",
            .title = {"regimes: Polity, V-Dem, Unified Democracy Scores", "政体：Polity、V-Dem、统一民主指数"},
            .choices = {"democracy", "polity", "vdem", "uds"},
            .only_pairs = false,
            .columns = regime_columns};
}

} // namespace casus::data::features
