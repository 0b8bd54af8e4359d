// A path of a what-if (scenario_path.hpp) as words with dots between them, each with what stands in its brackets.
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace casus {

/// "issue[trade]": a name, and what stands in its brackets.
struct PathStep {
    std::string name;
    std::string key{};       ///< empty without brackets, and for "all"
    bool bracketed = false;  ///< with brackets that name one or some
    std::size_t name_at = 0; ///< where they stand in the path
    std::size_t key_at = 0;
};

/// What a path looks like, for those who wrote something else.
inline Text const path_example{"words with dots between them, as ally[KOR].issue[trade].exclusivity[CHN]",
                               "以点分隔的词，如 ally[KOR].issue[trade].exclusivity[CHN]"};

/// At least one step, none without a name. An Error at `place` where the path has no such form.
[[nodiscard]] std::vector<PathStep> split_path(std::string const& path, Place const& place);

} // namespace casus
