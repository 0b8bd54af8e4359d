// A column of a published file on its way into a table: each cell checked against what the source says of it, codes
// for missing counted.
#pragma once

#include "casus/base/error.hpp"
#include "casus/data/column.hpp"
#include "casus/data/import/cell.hpp"
#include "casus/data/import/source.hpp"
#include "casus/data/provenance.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace casus::data {

class Intake {
public:
    enum class Fault { None, NotNumber, NotYear, NotState };

    /// `position`: where it stands in the file. `known`: nothing for a column that the source does not list.
    Intake(std::string name, std::size_t position, SourceColumn const* known);

    [[nodiscard]] std::size_t position() const { return position_; }

    /// Makes of the cell what it stands for in this column (a code for missing, a word though it looks like a
    /// number), or says why it cannot stand here.
    [[nodiscard]] Fault check(Cell& cell);

    /// Takes a cell that check() has passed.
    void take(Cell const& cell);

    /// Numbers came first and words later, and some of the numbers would not print as they were written ("007"):
    /// the file has to be read again with this column as words.
    [[nodiscard]] bool spelling_lost() const { return odd_ && words_; }
    void make_text() { text_ = true; }

    /// What is wrong, for people.
    [[nodiscard]] Problem problem(Fault fault, Cell const& cell, Place place) const;

    [[nodiscard]] Column finish() { return builder_.finish(); }
    void count_missing(std::vector<MissingCount>& counts) const;

private:
    std::string name_;
    std::size_t position_;
    SourceColumn const* known_;
    ColumnBuilder builder_;
    std::vector<std::size_t> coded_; ///< cells by code, in the order of known_->missing
    bool text_ = false;
    bool odd_ = false;
    bool words_ = false;

    enum class Answer : std::uint8_t { Unknown, No, Yes };
    std::array<Answer, 1000> answers_{}; ///< whether a number is a state
    bool states_ = false;

    [[nodiscard]] Fault check_number(Cell& cell);
    [[nodiscard]] bool is_state(std::int64_t number);
};

} // namespace casus::data
