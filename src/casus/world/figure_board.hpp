// Puts every figure of a case where it belongs: the nearest address wins, absent figures are mirrored, derived or
// defaulted, and what is missing, out of range or given twice is reported.
#pragma once

#include "casus/world/builder.hpp"
#include "casus/world/roster.hpp"
#include "casus/world/structure.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace casus {

class FigureBoard {
public:
    /// Lays out the flat array for the structure's sizes; `structure` must have passed through Roster.
    FigureBoard(WorldStructure& structure, Roster& roster, Place whole, std::vector<Problem>& problems);

    /// Greater for a nearer address and, among equally near ones, for a higher layer.
    [[nodiscard]] int precedence(FigureAddress const& address, int layer) const;

    /// Figures must come by falling precedence, so that only conflicts that no nearer figure settles are problems.
    void place(FigureAddress const& address, Figure const& figure, int layer);

    /// Distance, contiguity, barrier and trade hold in both directions where only one is given. Of two distances,
    /// contiguities or barriers the one of higher precedence holds for both.
    void mirror();

    /// Puts another value where a figure stands or would; after mirror(), before fill().
    void alter(WorldBuilder::Alteration const& change);

    /// Derives and defaults what is absent; required figures that are absent are problems.
    void fill();

    /// The actors whose threat each actor reckons with; distances to them and to the protecting sides are required.
    void find_environment();

    /// The values, after writing spreads and bases into the structure.
    [[nodiscard]] std::vector<double> finish();

private:
    [[nodiscard]] std::size_t at(Quantity quantity, std::size_t position) const;
    [[nodiscard]] double& value(Quantity quantity, std::size_t position);
    [[nodiscard]] bool absent(Quantity quantity, std::size_t position) const;
    [[nodiscard]] std::string where(Quantity quantity, std::size_t position) const;

    /// Where a reader would add a figure that is missing: at its actor.
    [[nodiscard]] Place nearest_place(Quantity quantity, std::size_t position) const;

    [[nodiscard]] bool check_range(QuantityInfo const& q, Figure const& figure);
    /// False for what stands in a quantity's array but has no meaning, as the distance of an actor from itself.
    [[nodiscard]] bool meaningful(QuantityInfo const& q, std::size_t position) const;
    [[nodiscard]] std::vector<std::size_t> targets(FigureAddress const& address, QuantityInfo const& q,
                                                   Place const& place);
    /// Where the same address was given before at the same layer, if it was.
    [[nodiscard]] Place const* earlier(FigureAddress const& address, int layer, Place const& place);
    void refuse_second(FigureAddress const& address, Figure const& figure, std::string const& at, Place const& first);
    void mirror(Quantity quantity, std::size_t forward, std::size_t backward);
    void copy(std::size_t from, std::size_t to);
    [[nodiscard]] std::vector<std::size_t> issues_of(FigureAddress const& address, Place const& place, bool needed);
    void refuse(Place const& place, Text what, std::string const& found, Text expected);
    void derive(Quantity quantity, std::size_t position, double value, Text rule, double sd = 0.0);
    void derive_all();
    void fill_matches();
    void fill_distances();
    void require(Quantity quantity, std::size_t position, Text const& why);

    WorldStructure& s_;
    Roster& roster_;
    Place whole_;
    std::vector<Problem>& problems_;
    std::vector<double> values_;
    std::vector<int> score_; ///< precedence of what stands there; −1: nothing
    std::vector<Place> placed_;
    std::vector<std::size_t> twin_; ///< the figure with which one shares its random number; mostly itself
    using Address = std::tuple<Quantity, std::string, std::string, std::string, std::string, int>;
    std::map<Address, Place> addresses_;
};

} // namespace casus
