// A figure and what it rests on.
#pragma once

#include "casus/base/error.hpp"

#include <string>

namespace casus {

/// What a figure rests on.
struct Basis {
    enum class Kind {
        Given,     ///< read in a source that was opened; `source` names it
        Judgement, ///< somebody's estimate; `coder` and `reason` say whose and why
        Default,   ///< the quantity's fallback
        Derived,   ///< computed from other figures; `rule` says how
        Estimated, ///< fitted to data: `model` on `source` (data sets and versions), none later than `until`
    };
    Kind kind = Kind::Default;
    std::string source;
    std::string coder;
    std::string reason;
    Text rule{};
    std::string model{};
    int until = 0;

    friend bool operator==(Basis const&, Basis const&) = default;
};

/// "NMC 7.0, 2021", "judgement (founders): …", "default", "derived: …", "estimated (MODEL; nmc 7.0; data until 2020)" in
/// the language asked for.
[[nodiscard]] std::string describe(Basis const& basis, Language language);

/// A value with its standard deviation (0: taken as certain) and where it was written.
struct Figure {
    double value = 0.0;
    double sd = 0.0;
    Basis basis;
    Place place;
};

} // namespace casus
