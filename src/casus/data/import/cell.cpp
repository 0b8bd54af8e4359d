#include "casus/data/import/cell.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>

namespace casus::data {

namespace {

constexpr std::size_t most_digits = 18;            // of which every number fits into 64 bits
constexpr double whole_limit = 9007199254740992.0; // 2^53: beyond it doubles skip whole numbers

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

bool only_dots(std::string_view text) { return text.find_first_not_of(". ") == std::string_view::npos; }

bool read_whole(std::string_view text, Cell& cell) {
    bool const negative = text.front() == '-';
    std::string_view const digits = text.substr(negative ? 1 : 0);
    if (digits.empty() || digits.size() > most_digits) return false;
    std::int64_t number = 0;
    for (char const c : digits) {
        if (!is_digit(c)) return false;
        number = number * 10 + (c - '0');
    }
    cell.kind = Cell::Kind::Whole;
    cell.whole = negative ? -number : number;
    cell.plain = digits.front() != '0' || text.size() == 1;
    return true;
}

bool read_real(std::string_view text, Cell& cell) {
    if (text.front() == '+' && text.size() > 1 && text[1] != '-') text.remove_prefix(1);
    double number = 0.0;
    char const* const end = text.data() + text.size();
    auto const [stop, fault] = std::from_chars(text.data(), end, number);
    if (fault != std::errc{} || stop != end || !std::isfinite(number)) return false;
    if (std::abs(number) < whole_limit && std::trunc(number) == number) {
        cell.kind = Cell::Kind::Whole;
        cell.whole = static_cast<std::int64_t>(number);
    } else {
        cell.kind = Cell::Kind::Real;
        cell.real = number;
    }
    return true;
}

} // namespace

void read_cell(std::string_view text, Cell& cell) {
    cell.kind = Cell::Kind::Missing;
    cell.plain = false;
    cell.text = trimmed(text);
    if (cell.text.empty()) return;
    char const first = cell.text.front();
    if (is_digit(first) || first == '-' || first == '.' || first == '+') {
        if (read_whole(cell.text, cell) || read_real(cell.text, cell) || only_dots(cell.text)) return;
    } else if (cell.text == "NA" || cell.text == "NaN" || cell.text == "nan") {
        return;
    }
    cell.kind = Cell::Kind::Word;
}

} // namespace casus::data
