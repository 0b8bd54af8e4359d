// Errors that a user can mend: where, what was found, what was expected, and the nearest valid word.
// Programming errors are assertions, never casus::Error.
#pragma once

#include "casus/base/text.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// A place in a file; line and column count from 1, 0 where they do not apply.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
};

/// One thing wrong with what the user gave.
struct Problem {
    Place place;
    Text what;             ///< "unknown actor"
    std::string found{};   ///< as the user wrote it; empty where nothing was found
    Text expected{};       ///< "a number from 0 to 1"; empty where `what` says it all
    std::string nearest{}; ///< the valid word nearest to `found`; empty when none is near
};

/// "FILE:LINE:COLUMN: what 'found'; expected …; did you mean 'nearest'?"
[[nodiscard]] std::string render(Problem const& problem, Language language);

/// One or more problems, all found in one go. what() is the English rendering, a problem a line.
class Error : public std::runtime_error {
public:
    explicit Error(Problem problem);
    explicit Error(std::vector<Problem> problems);

    [[nodiscard]] std::vector<Problem> const& problems() const { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// The candidate nearest to `word` (Damerau–Levenshtein, letter case ignored at a small charge), or an empty
/// string where none is within a third of its length (at least two edits, and less than the whole word).
[[nodiscard]] std::string nearest(std::string_view word, std::vector<std::string> const& candidates);

} // namespace casus
