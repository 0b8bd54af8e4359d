// All eras with their codes and names, made ready for look-up.
#pragma once

#include "casus/data/codes.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace casus::data {

class StateIndex {
public:
    /// Made once, at first use.
    [[nodiscard]] static StateIndex const& get();

    using Positions = std::vector<std::uint16_t>; ///< in eras(), ascending by first year

    [[nodiscard]] std::vector<StateEra> const& eras() const { return eras_; }

    /// Eras with this code in any year, or null.
    [[nodiscard]] Positions const* with_number(StateCode system, int number) const;
    [[nodiscard]] Positions const* with(StateCode system, std::string_view code) const;

    /// Eras that are called so themselves, before all under which files list them; or null.
    [[nodiscard]] Positions const* called(std::string_view name) const;

    /// Those of `positions` that stand for a state in `year`, not counting what ended in it where another goes on.
    /// Exactly one: the answer; several: ambiguous.
    [[nodiscard]] Positions in_year(Positions const& positions, int year) const;
    /// The only one of them; null where there is none or several. Does not allocate.
    [[nodiscard]] StateEra const* only_in_year(Positions const& positions, int year) const;

    /// Every spelling of the system's codes or names, for suggestions.
    [[nodiscard]] std::vector<std::string> spellings(StateCode system) const;

private:
    StateIndex();

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using ByWord = std::unordered_map<std::string, Positions, Hash, std::equal_to<>>;

    void index_codes();
    [[nodiscard]] ByWord const& words(StateCode system) const;
    [[nodiscard]] Positions const* with_name(std::string_view name) const;

    std::vector<StateEra> eras_;
    std::vector<int> ends_;      ///< by era: last year of its line of the table
    std::vector<Positions> cow_; ///< by number
    std::vector<Positions> gleditsch_ward_;
    ByWord cow_letters_, iso2_, iso3_;
    ByWord names_;                      ///< by name_key: own names and others
    ByWord own_names_;                  ///< by name_key: as the era is called
    std::vector<std::string> spelling_; ///< names as written
};

} // namespace casus::data
