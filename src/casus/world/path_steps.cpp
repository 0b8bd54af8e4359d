#include "casus/world/path_steps.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace casus {

namespace {

/// The word that begins at `begin`; empty where it is none.
std::optional<PathStep> step_of(std::string_view word, std::size_t begin) {
    std::size_t const open = std::min(word.find('['), word.size());
    PathStep step{.name = std::string(word.substr(0, open)), .bracketed = open < word.size(), .name_at = begin};
    if (step.name.empty()) return std::nullopt;
    if (!step.bracketed) return word.find(']') == std::string_view::npos ? std::optional(step) : std::nullopt;
    if (word.find(']') != word.size() - 1 || word.size() - open <= 2) return std::nullopt;
    step.key = std::string(word.substr(open + 1, word.size() - open - 2));
    step.key_at = begin + open + 1;
    if (step.key == "all") return PathStep{.name = step.name, .name_at = begin};
    return step;
}

} // namespace

std::vector<PathStep> split_path(std::string const& path, Place const& place) {
    std::vector<PathStep> steps;
    for (std::size_t begin = 0; begin <= path.size();) {
        std::size_t const end = std::min(path.find('.', begin), path.size());
        auto step = step_of(std::string_view(path).substr(begin, end - begin), begin);
        if (!step) throw Error(Problem{place, {"not a path", "不是路径"}, path, path_example, {}});
        steps.push_back(std::move(*step));
        begin = end + 1;
    }
    return steps;
}

} // namespace casus
