// The lens over a series of worlds, a year each: how alienation moves, ally by ally, and what becomes of the system.
#pragma once

#include "casus/alienation/sampled.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <string>
#include <vector>

namespace casus::alienation {

/// A number with its central 90 % interval.
struct Estimate {
    double value = 0.0;
    Interval interval;
};

struct AssessedYear {
    struct Actor {
        std::string code;
        Text name;
        bool ally = true; ///< else a partner
        Estimate index;
        double dispersion = 0.0;
        double swing = 0.0;
        std::array<double, 3> regime{}; ///< share of draws in compliance, alienation, dissolution; allies only
    };
    int year = 0;
    Label leader;
    std::vector<Label> challengers;
    std::vector<Actor> actors; ///< allies, then partners
    Estimate polarisation;
    Estimate cross_membership;
    Estimate mobilisable_power;
    std::vector<Text> notes{}; ///< how the world was made
};

/// A year without a world, and why.
struct SkippedYear {
    int year = 0;
    Text reason;
};

struct Series {
    std::vector<AssessedYear> years; ///< ascending
    std::vector<SkippedYear> skipped;
};

[[nodiscard]] AssessedYear assessed_year(Sampled const& sampled);

/// Who follows over the years (matrix of the index), the system by year (bars and a table), what was skipped and how
/// the worlds were made.
[[nodiscard]] Chapter series_chapter(Series const& series);

/// {"years": […], "skipped": […]} of a "casus.series/1" document (docs/series-json.md).
[[nodiscard]] nlohmann::ordered_json series_document(Series const& series);

} // namespace casus::alienation
