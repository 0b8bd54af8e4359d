#include "casus/estimate/formula_words.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace casus::estimate {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' || static_cast<signed char>(c) < 0;
}

Word number_at(std::string_view formula, std::size_t at) {
    Word word{.kind = Word::Kind::Number, .first = at};
    auto const [end, fault] = std::from_chars(formula.data() + at, formula.data() + formula.size(), word.number);
    if (fault != std::errc{})
        throw formula_error(formula, column_of(formula, at), {"bad number", "数字有误"},
                            std::string(formula.substr(at)));
    word.last = static_cast<std::size_t>(end - formula.data());
    return word;
}

Word quoted_at(std::string_view formula, std::size_t at) {
    std::size_t const end = formula.find('`', at + 1);
    if (end == std::string_view::npos)
        throw formula_error(formula, column_of(formula, at), {"a backtick is not closed", "反引号未闭合"});
    return {.kind = Word::Kind::Name,
            .text = std::string(formula.substr(at + 1, end - at - 1)),
            .first = at,
            .last = end + 1};
}

Word word_at(std::string_view formula, std::size_t at) {
    char const c = formula[at];
    bool const number = digit(c) || (c == '.' && at + 1 < formula.size() && digit(formula[at + 1]));
    if (number) return number_at(formula, at);
    if (c == '`') return quoted_at(formula, at);
    if (begins_name(c)) {
        std::size_t end = at + 1;
        while (end < formula.size() && (begins_name(formula[end]) || digit(formula[end]))) ++end;
        return {.kind = Word::Kind::Name, .text = std::string(formula.substr(at, end - at)), .first = at, .last = end};
    }
    if (std::string_view("+-*/:^(),~").find(c) == std::string_view::npos)
        throw formula_error(formula, column_of(formula, at), {"no such sign in formulas", "公式中没有这个符号"},
                            std::string(1, c));
    return {.kind = Word::Kind::Sign, .text = std::string(1, c), .first = at, .last = at + 1};
}

} // namespace

int column_of(std::string_view formula, std::size_t at) {
    auto const begins_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<int>(std::ranges::count_if(formula.substr(0, at), begins_letter)) + 1;
}

std::vector<Word> words_of(std::string_view formula) {
    std::vector<Word> words;
    std::size_t at = 0;
    for (;;) {
        at = formula.find_first_not_of(" \t\r\n", at);
        if (at == std::string_view::npos) break;
        Word word = word_at(formula, at);
        word.column = column_of(formula, at);
        at = word.last;
        words.push_back(std::move(word));
    }
    words.push_back({.kind = Word::Kind::End,
                     .column = column_of(formula, formula.size()),
                     .first = formula.size(),
                     .last = formula.size()});
    return words;
}

} // namespace casus::estimate
