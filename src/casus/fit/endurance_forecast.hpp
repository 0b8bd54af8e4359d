// How well one would have known beforehand which alliances end: forecasts from years before alone, against three baselines.
#pragma once

#include "casus/fit/hazard_model.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::fit {

/// Walt's terms with age, as fitted and with coefficients drawn to zero; and the baselines: age alone; what the treaty
/// obliges to and between how many, alone; the share of the members' other alliances that ended in the ten years before
/// (EnduranceRows::exit_rate). Each is a complementary log-log, fitted on all alliance-years of the training of which its
/// own columns are known.
enum class HazardForecaster : std::size_t { Walt, Shrunk, Age, Type, ExitRate };
inline constexpr std::size_t hazard_forecasters = 5;
inline constexpr std::size_t hazard_models = 2;    ///< the first two
inline constexpr std::size_t hazard_baselines = 3; ///< the rest

/// How much is drawn to zero: the penalty of a list that forecast the last forty years of the training best by log score,
/// five years at a time, each from fits to the years before. The greatest where there was nothing to choose by.
[[nodiscard]] double chosen_penalty(EnduranceRows const& rows, int train_first, int train_last);

inline constexpr std::size_t horizon = 10; ///< years that a survival curve is forecast ahead

/// An alliance-year with what was forecast of it when it began.
struct JudgedYear {
    std::uint32_t alliance = 0;
    int year = 0;
    bool ended = false;
    bool imputed = false;                          ///< a term was not known and counted as average
    std::array<double, hazard_forecasters> chance; ///< of ending in this year
    /// P(still there after 1 … horizon years), everything but age as it was; judged only where `followed`.
    std::array<std::array<double, horizon>, hazard_forecasters> lasts;
    std::array<bool, horizon> lasted; ///< whether it was
    bool followed = false;            ///< the data go `horizon` years on from here
};

struct JudgeYears {
    int train_first = 0;
    int train_last = 0;
    int test_first = 0;
    int test_last = 0;
    bool rolling = false; ///< each year is forecast by fits to all years before it; else by those to the training years
};

/// Forecasts of every alliance-year of the test years. A forecast of year t reads rows of years before t and, of t, what
/// was known when it began. Errors: nothing ended in the training years; as of fit_hazard.
[[nodiscard]] std::vector<JudgedYear> judged_years(EnduranceRows const& rows, JudgeYears const& years);

} // namespace casus::fit
