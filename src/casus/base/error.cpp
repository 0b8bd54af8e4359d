#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace casus {

namespace {

std::string render_all(std::vector<Problem> const& problems) {
    std::string lines;
    for (Problem const& problem : problems) {
        if (!lines.empty()) lines += '\n';
        lines += render(problem, Language::English);
    }
    return lines;
}

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

/// Charges of the distance between two words.
constexpr std::size_t edit = 1000;
constexpr std::size_t other_case = 1; // so little that "aus" is nearer to "AUS" than to "as"

/// Damerau–Levenshtein (neighbours exchanged once) with these charges.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = edit * j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = edit * i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const change = a[i - 1] == b[j - 1]                 ? 0
                                       : lower(a[i - 1]) == lower(b[j - 1]) ? other_case
                                                                            : edit;
            row[j] = std::min({last[j] + edit, row[j - 1] + edit, last[j - 1] + change});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                row[j] = std::min(row[j], before_last[j - 2] + edit);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

} // namespace

std::string render(Problem const& problem, Language language) {
    bool const chinese = language == Language::Chinese;
    std::string line;
    if (!problem.place.file.empty()) {
        line += problem.place.file;
        if (problem.place.line > 0) line += fmt::format(":{}", problem.place.line);
        if (problem.place.column > 0) line += fmt::format(":{}", problem.place.column);
        line += ": ";
    }
    line += problem.what.in(language);
    if (!problem.found.empty()) line += fmt::format(fmt::runtime(chinese ? "“{}”" : " '{}'"), problem.found);
    if (!problem.expected.empty())
        line += fmt::format(fmt::runtime(chinese ? "；应为{}" : "; expected {}"), problem.expected.in(language));
    if (!problem.nearest.empty())
        line += fmt::format(fmt::runtime(chinese ? "；是否想写“{}”？" : "; did you mean '{}'?"), problem.nearest);
    return line;
}

Error::Error(Problem problem) : Error(std::vector<Problem>{std::move(problem)}) {}

Error::Error(std::vector<Problem> problems)
    : std::runtime_error(render_all(problems)), problems_(std::move(problems)) {}

std::string nearest(std::string_view word, std::vector<std::string> const& candidates) {
    std::size_t const a_third = std::max<std::size_t>(2, word.size() / 3);
    std::size_t const all_but_one = std::max<std::size_t>(1, word.size()) - 1;
    std::string const* best = nullptr;
    std::size_t best_distance = (std::min(a_third, all_but_one) + 1) * edit;
    for (std::string const& candidate : candidates) {
        std::size_t const d = distance(word, candidate);
        if (d < best_distance) {
            best = &candidate;
            best_distance = d;
        }
    }
    return best ? *best : std::string{};
}

} // namespace casus
