// Numbers with a meaning, so that an actor is never taken for an issue nor a degree for a kilometre.
#pragma once

#include <compare>
#include <cstddef>

namespace casus {

/// Position of a thing in its World; comparable, usable as an index through index().
template <class Tag> struct Identifier {
    std::size_t value = 0;

    constexpr Identifier() = default;
    constexpr explicit Identifier(std::size_t position) : value(position) {}
    [[nodiscard]] constexpr std::size_t index() const { return value; }
    friend constexpr auto operator<=>(Identifier, Identifier) = default;
};

using ActorId = Identifier<struct ActorTag>;
using IssueId = Identifier<struct IssueTag>;
using TreatyId = Identifier<struct TreatyTag>;

/// A measured number with its unit in the type.
template <class Tag> struct Measured {
    double value = 0.0;

    constexpr Measured() = default;
    constexpr explicit Measured(double number) : value(number) {}
    friend constexpr auto operator<=>(Measured, Measured) = default;
};

using Kilometres = Measured<struct KilometresTag>;
using Degrees = Measured<struct DegreesTag>;

/// A calendar year.
struct Year {
    int value = 0;

    constexpr Year() = default;
    constexpr explicit Year(int year) : value(year) {}
    friend constexpr auto operator<=>(Year, Year) = default;
};

} // namespace casus
