// The solutions by name: what each is called, what it means, and where it comes from.
#pragma once

#include "casus/base/text.hpp"

#include <string>
#include <vector>

namespace casus::game {

struct SolutionNote {
    std::string key; ///< as given to --solution
    Text name;
    Text meaning;
    std::string source;
};

[[nodiscard]] std::vector<SolutionNote> const& solution_catalogue();

/// The note on a solution; an Error with the nearest name when there is none.
[[nodiscard]] SolutionNote const& solution_note(std::string const& key);

} // namespace casus::game
