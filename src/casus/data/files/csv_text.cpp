#include "casus/data/files/csv_text.hpp"

#include "casus/data/files/digits.hpp"

#include "casus/base/csv.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace casus::data {

namespace {

constexpr std::string_view not_available = "NA";

std::string quoted_word(std::string_view word) {
    return word.empty() || word == not_available ? '"' + std::string(word) + '"' : csv_field(word);
}

char* write(char* out, std::string_view text) {
    std::memcpy(out, text.data(), text.size());
    return out + text.size();
}

/// Most cells of a panel are whole numbers of few digits: those of a byte stand ready.
struct ByteTexts {
    struct Entry {
        std::array<char, 4> text;
        std::uint8_t length;
    };
    std::array<Entry, 256> entries;

    ByteTexts() {
        for (int number = -128; number < 128; ++number) {
            Entry& entry = entries[static_cast<std::uint8_t>(number)];
            char digits[most_digits];
            bool const is_missing = number == missing<std::int8_t>;
            char const* const end = is_missing ? write(digits, not_available) : write_number(digits, number);
            entry.length = static_cast<std::uint8_t>(end - digits);
            std::copy_n(digits, entry.length, entry.text.begin());
        }
    }
};

char* write_small(char* out, std::int32_t number) {
    static ByteTexts const texts;
    auto const& entry = texts.entries[static_cast<std::uint8_t>(number)];
    std::memcpy(out, entry.text.data(), entry.text.size());
    return out + entry.length;
}

char* write_cell(char* out, std::int8_t number) { return write_small(out, number); }

template <class Whole> char* write_cell(char* out, Whole number) {
    if (number > missing<std::int8_t> && number <= 127) return write_small(out, number);
    return (number == missing<Whole>) ? write(out, not_available) : write_number(out, number);
}

char* write_cell(char* out, double number) {
    return std::isnan(number) ? write(out, not_available) : write_number(out, number);
}

} // namespace

CsvText::Cells CsvText::cells_of(Column const& column) {
    return std::visit(
        [](auto const& cells) -> Cells {
            if constexpr (std::is_same_v<std::decay_t<decltype(cells)>, data::Words>) {
                Words words{.numbers = cells.numbers.data(), .quoted = {}};
                for (std::string const& word : cells.dictionary) words.quoted.push_back(quoted_word(word));
                return words;
            } else {
                return cells.data();
            }
        },
        column.cells);
}

CsvText::CsvText(Table const& table) : table_(table) {
    assert(!table.columns.empty());
    for (Column const& column : table.columns) {
        columns_.push_back(cells_of(column));
        std::size_t widest = most_digits;
        if (auto const* words = std::get_if<Words>(&columns_.back()))
            for (std::string const& word : words->quoted) widest = std::max(widest, word.size());
        widest_row_ += widest + 1; // and a comma or the line end
    }
}

std::string CsvText::header() const {
    std::string line;
    for (Column const& column : table_.columns) line += csv_field(column.name) + ',';
    line.back() = '\n';
    return line;
}

char* CsvText::write_cell_of(Cells const& cells, std::size_t row, char* out) {
    return std::visit(
        [&](auto const& column) {
            if constexpr (std::is_same_v<std::decay_t<decltype(column)>, Words>) {
                std::int32_t const number = column.numbers[row];
                return write(out, number == data::Words::none ? not_available
                                                              : column.quoted[static_cast<std::size_t>(number)]);
            } else {
                return write_cell(out, column[row]);
            }
        },
        cells);
}

void CsvText::append_rows(std::size_t first, std::size_t last, Values<char>& out) const {
    std::size_t size = out.size();
    for (std::size_t row = first; row < last; ++row) {
        if (out.size() - size < widest_row_) out.resize(std::max(2 * out.size(), size + widest_row_));
        char* const begin = out.data() + size;
        char* end = begin;
        for (Cells const& cells : columns_) {
            end = write_cell_of(cells, row, end);
            *end++ = ',';
        }
        end[-1] = '\n';
        size += static_cast<std::size_t>(end - begin);
    }
    out.resize(size);
}

} // namespace casus::data
