#include "opened_model.hpp"

#include "parameter_folders.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace casus::app {

namespace {

std::string const usual_model = "endurance-atop";

} // namespace

endurance::ModelFile open_model(std::string const& given) {
    if (given.ends_with(".toml")) return endurance::read_model(given);
    std::string const name = given.empty() ? usual_model : given;
    std::vector<std::string> known;
    std::error_code ignored;
    for (std::filesystem::path const& folder : parameter_folders()) {
        if (auto path = folder / (name + ".toml"); std::filesystem::is_regular_file(path, ignored))
            return endurance::read_model(path.lexically_normal());
        for (auto const& entry : std::filesystem::directory_iterator(folder, ignored))
            if (entry.path().filename().string().starts_with("endurance-"))
                known.push_back(entry.path().stem().string());
    }
    std::ranges::sort(known);
    std::string const all = fmt::format("{}", fmt::join(known, ", "));
    throw Error(Problem{
        {},
        {"no such model of endurance", "没有这个存续模型"},
        name,
        known.empty() ? Text{"--params FILE.toml, a fitted model (docs/endurance.md)",
                             "--params 文件.toml，即拟合所得模型（见 docs/endurance.md）"}
                      : Text{"a path ending in .toml, or one of " + all, "以 .toml 结尾的路径，或其中之一：" + all},
        nearest(name, known)});
}

} // namespace casus::app
