// What coders read in the paper's text: a word of an ordinal scale for every cell, and what it is worth (docs/coding-rules.md).
#pragma once

#include "casus/base/error.hpp"
#include "casus/world/builder.hpp"
#include "casus/world/quantity.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::replicate {

/// The word for silence of the text; every quantity of a scale has it.
inline constexpr std::string_view not_stated = "not stated";

struct Level {
    std::string word;
    double value = 0.0;
    double sd = 0.0;
};

/// Levels by quantity, in the order of the file.
using Scale = std::map<Quantity, std::vector<Level>>;

/// Reads quantity, level, value, sd. An Error names an unknown quantity, a word given twice, a value out of the quantity's
/// range, and a quantity without a level for what is not stated.
[[nodiscard]] Scale read_scale(std::filesystem::path const& path);

/// Whose the coded quantity is beside the actor's: `match` is coded with both sides.
enum class Side { None, Leader, Challenger };

struct CodedCell {
    std::string case_code;
    std::string issue; ///< empty: the case as a whole
    Quantity quantity{};
    Side side = Side::None;
    std::string level;
    std::string reason;
    double value = 0.0;
    double sd = 0.0;
};

struct Coding {
    std::string coder; ///< "first", "second", "pooled"
    std::vector<CodedCell> cells;
};

/// Reads case, issue, quantity, side, level, reason. The cells must be those of `blank`, in any order, and come in its order.
/// An Error names cells that are missing or not asked for, words that are not on the scale, and cells without a reason.
[[nodiscard]] Coding read_coding(std::filesystem::path const& path, std::string coder,
                                 std::filesystem::path const& blank, Scale const& scale);

/// Mean of values; mean of variances plus the square of half the difference of values. Both have the same cells.
[[nodiscard]] Coding pool(Coding const& first, Coding const& second);

/// The same cells with nothing stated in any.
[[nodiscard]] Coding unstated(Coding const& coding, Scale const& scale);

/// Cells of a case; a case that is coded `as` another has all of that one's but those that are its own.
[[nodiscard]] std::vector<CodedCell> cells_of(Coding const& coding, std::string const& case_code,
                                              std::string const& as = {});

/// Sets each cell for every assessed actor of the case that `builder` holds, over what its sheets say.
void set_cells(std::vector<CodedCell> const& cells, std::string const& coder, WorldBuilder& builder);

} // namespace casus::replicate
