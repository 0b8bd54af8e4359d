// The outputs for the whole system that comparisons show.
#pragma once

#include "casus/alienation/outputs.hpp"
#include "casus/base/text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace casus::alienation {

struct SystemLine {
    std::string_view key;
    Text name;
    std::size_t output; ///< where it stands in OutputPlan
};

/// Mobilisable power only `with_security`: a case without that issue has none.
[[nodiscard]] inline std::vector<SystemLine> system_lines(OutputPlan const& plan, bool with_security) {
    std::vector<SystemLine> lines{
        {"mean_index", {"mean alienation index of allies", "盟国平均异化指数"}, plan.mean_index()},
        {"polarisation", {"polarisation", "极化"}, plan.system(0)},
        {"cross_membership", {"cross-membership", "成员交叉"}, plan.system(1)}};
    if (with_security) lines.push_back({"mobilisable_power", {"mobilisable power", "可动员实力"}, plan.system(2)});
    return lines;
}

/// The hegemon's will: need to balance, will, capacity, gap.
[[nodiscard]] inline std::vector<SystemLine> will_lines(OutputPlan const& plan) {
    return {{"need", {"need to balance", "制衡需求"}, plan.will(0)},
            {"will", {"will", "意愿"}, plan.will(1)},
            {"capacity", {"capacity", "能力"}, plan.will(2)},
            {"gap", {"gap", "落差"}, plan.will(3)}};
}

} // namespace casus::alienation
