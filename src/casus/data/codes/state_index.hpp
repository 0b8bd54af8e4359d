// All eras with their codes and names, made ready for look-up.
#pragma once

#include "casus/data/codes/codes.hpp"

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

    /// What a code or name stands for in any year; null: nothing.
    struct Found {
        Positions const* all = nullptr;
        Positions const* own = nullptr; ///< of a name: the eras that are called so themselves
    };

    [[nodiscard]] Positions const* with_number(StateCode system, int number) const;
    [[nodiscard]] Found with(StateCode system, std::string_view code) const;

    /// Those of `positions` that stand for a state in `year`, not counting what ended in it where another goes on.
    /// Exactly one: the answer; several: ambiguous.
    [[nodiscard]] Positions in_year(Positions const& positions, int year) const;
    /// The only one of them; null where there is none or several. Does not allocate.
    [[nodiscard]] StateEra const* only_in_year(Positions const& positions, int year) const;
    /// The same for a name that only one state of the year bears itself, though others are listed under it as well
    /// ("Yemen" in 1990).
    [[nodiscard]] StateEra const* only_in_year(Found const& found, int year) const;

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
    void index_spellings();
    [[nodiscard]] Found with_name(std::string_view name) const;
    [[nodiscard]] Found with_key(std::string const& key) const;

    std::vector<StateEra> eras_;
    std::vector<int> ends_;      ///< by era: last year of its line of the table
    std::vector<Positions> cow_; ///< by number
    std::vector<Positions> gleditsch_ward_;
    ByWord cow_letters_, iso2_, iso3_;
    ByWord names_;                                                          ///< by name_key: own names and others
    ByWord own_names_;                                                      ///< by name_key: as the era is called
    std::vector<std::string> spelling_;                                     ///< names as the table has them
    std::unordered_map<std::string, Found, Hash, std::equal_to<>> spelled_; ///< the same, which need no key
};

} // namespace casus::data
