#include "casus/data/panel/walt/enmity.hpp"

#include "casus/data/panel/features/features.hpp"
#include "casus/measure/hostility.hpp"

namespace casus::data::walt {

Enmities::Enmities(Ground const& ground) : states_(ground.system->size()) {
    Frame const frame(*ground.system, Unit::DyadYear, ground.system->first_year(), ground.system->last_year());
    FeatureColumns const found =
        features::hostility().columns({.store = ground.store, .frame = &frame, .choice = "mid-rivalry"});
    origin_ = found.rows.front().origin;
    all_ = found.also;
    coverage_ = {std::max(found.rows.front().coverage.first_year, frame.first_year()),
                 std::min(found.rows.front().coverage.last_year, frame.last_year())};
    if (coverage_.first_year > coverage_.last_year) return;
    enemies_.resize(static_cast<std::size_t>(coverage_.last_year - coverage_.first_year + 1) * states_);
    auto const& first_to_second = std::get<Values<double>>(found.rows[0].column.cells);
    auto const& second_to_first = std::get<Values<double>>(found.rows[1].column.cells);
    for (Run const& run : frame.runs()) {
        int const last = std::min(run.last_year, coverage_.last_year);
        for (int year = std::max(run.first_year, coverage_.first_year); year <= last; ++year) {
            std::size_t const row = run.row + static_cast<std::size_t>(year - run.first_year);
            std::size_t const block = static_cast<std::size_t>(year - coverage_.first_year) * states_;
            if (first_to_second[row] > floor())
                enemies_[block + run.second].push_back({run.first, first_to_second[row]});
            if (second_to_first[row] > floor())
                enemies_[block + run.first].push_back({run.second, second_to_first[row]});
        }
    }
}

std::span<Enemy const> Enmities::of(std::uint32_t target, int year) const {
    if (!covers(coverage_, year)) return {};
    return enemies_[static_cast<std::size_t>(year - coverage_.first_year) * states_ + target];
}

double Enmities::floor() { return measure::HostilityParameters{}.floor; }

} // namespace casus::data::walt
