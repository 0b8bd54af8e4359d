#include "casus/alienation/formula.hpp"

namespace casus::alienation {

std::vector<NamedFormula> const& formulas() {
    static std::vector<NamedFormula> const table{
        {"main", {"main", "主公式"}, {"as documented", "如文档所述"}, {}},
        {"first-form",
         {"first form", "初始公式"},
         {"business that following does not forbid counts for following (challengers) or regrouping (groups) alone",
          "追随不排斥的合作只计入追随（与崛起国）或抱团（与集团）"},
         {.background = Background::FirstForm}},
        {"mean-need",
         {"mean need", "平均需求"},
         {"need is the mean of sensitivity and vulnerability", "需求取敏感性与脆弱性的平均"},
         {.need = NeedJoin::Mean}},
        {"greatest-need",
         {"greatest need", "最大需求"},
         {"need is the greater of sensitivity and vulnerability", "需求取敏感性与脆弱性的较大者"},
         {.need = NeedJoin::Greatest}},
        {"partial-exclusion",
         {"partial exclusion", "部分排除"},
         {"a deviating ally is excluded only as far as the issue forbids doing both",
          "仅在议题排斥兼顾的程度上排除背离者"},
         {.exclusion = Exclusion::AsFarForbidden}},
        {"nested-rivals",
         {"nested rivals", "对手嵌套"},
         {"challengers are closer substitutes for each other than for the leader",
          "崛起国之间的替代性强于其与霸权国之间"},
         {.choice = Choice::Nested}},
        {"distinct-options",
         {"distinct options", "相异选项"},
         {"an option counts only as far as the issue sets it apart from following", "选项仅在与追随相排斥的程度上计入"},
         {.choice = Choice::Distinct}},
        {"strongest-threat",
         {"strongest threat", "最强威胁"},
         {"threat is the strongest single threat instead of all together", "威胁取单一最强者而非合成"},
         {.threat = ThreatJoin::Strongest}},
    };
    return table;
}

} // namespace casus::alienation
