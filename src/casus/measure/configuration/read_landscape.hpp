// A landscape from files.
//   Sizes: a CSV file with a column of actors and a column of sizes; other columns are not read.
//   Propensities: a CSV file of either form,
//     an edge list with columns from, to, propensity: every pair once, in either order;
//     a square matrix: the first column and the other heads name the actors; symmetric, the diagonal empty or not read.
//   Or no file: one propensity for all pairs, or one for the pairs that have the same entry in a column of the file of sizes
//   (Axelrod and Bennett's Unix firms: −1 for two of a type), 0 for the others.
#pragma once

#include "casus/base/text.hpp"
#include "casus/measure/configuration/landscape.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::configuration {

struct LandscapeSources {
    std::string sizes;
    std::string actor_column = "actor";
    std::string size_column = "size";
    std::string propensities;        ///< path; or one of the next two
    std::optional<double> all{};     ///< propensity of every pair
    std::string same_column{};       ///< pairs alike in this column …
    double same = 0.0;               ///< … have this propensity
    bool in_order = false;           ///< the matrix names the actors otherwise, in the order of the file of sizes
    double neutral = 0.0;            ///< taken off every propensity of the file: 3 for codes 1 to 5
    std::optional<double> missing{}; ///< propensity of pairs that an edge list leaves out
};

struct ReadLandscape {
    Landscape landscape;
    std::vector<Text> notes; ///< what a reader of the answer should know of how the files were read
};

/// Errors with file, line and column: unknown columns and actors (with the nearest), an actor or a pair twice, a pair
/// missing, a matrix that is not square or not symmetric, a number that is not finite, a size below 0, fewer than two actors.
[[nodiscard]] ReadLandscape read_landscape(LandscapeSources const& sources);

} // namespace casus::configuration
