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
    };
    Kind kind = Kind::Default;
    std::string source;
    std::string coder;
    std::string reason;
    Text rule{};

    friend bool operator==(Basis const&, Basis const&) = default;
};

/// "NMC 7.0, 2021", "judgement (founders): …", "default", "derived: …" in the language asked for.
[[nodiscard]] std::string describe(Basis const& basis, Language language);

/// A value with its standard deviation (0: taken as certain) and where it was written.
struct Figure {
    double value = 0.0;
    double sd = 0.0;
    Basis basis;
    Place place;
};

} // namespace casus
