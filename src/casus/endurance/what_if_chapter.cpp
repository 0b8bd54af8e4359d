// What if: alliances under changed terms beside themselves.
#include "casus/endurance/assessed.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace casus::endurance {

namespace {

Text moves_text(Assessed const& a, std::vector<Move> const& moves) {
    std::vector<std::string> words;
    for (Move const& move : moves)
        words.push_back(fmt::format("{} {:.3g}→{:.3g}", a.model.terms[move.term].name, move.before, move.after));
    std::string const text = fmt::format("{}", fmt::join(words, ", "));
    return {text, text};
}

Number percent(double chance, int decimals) { return {100.0 * chance, decimals, std::nullopt}; }

Table moved_table(Assessed const& a, std::size_t which) {
    Compared const& compared = a.what_ifs[which];
    std::size_t same = 0;
    Table table{.id = fmt::format("endurance/what-if/{}", which + 1),
                .title = {"What if: " + compared.what_if.name.en, "假设：" + compared.what_if.name.zh},
                .note = {},
                .columns = {{"code", {"Code", "代码"}},
                            {"ends", {"ends", "终止"}},
                            {"ends_change", {"change", "变化"}},
                            {"stands_10", {"stands 10 y", "维持 10 年"}},
                            {"stands_10_change", {"change", "变化"}},
                            {"moved", {"terms moved", "变动的项"}}},
                .rows = {}};
    for (std::size_t n = 0; n < a.alliances.size(); ++n) {
        MovedOutlook const& moved = compared.alliances[n];
        if (moved.moves.empty()) {
            ++same;
            continue;
        }
        std::string const& code = a.alliances[n].code;
        table.rows.push_back({Text{code, code}, percent(moved.outlook.hazard.value, 1), in_percent(moved.hazard, 1),
                              percent(moved.outlook.standing[1].value, 0), in_percent(moved.standing[1], 0),
                              moves_text(a, moved.moves)});
    }
    table.note = {
        fmt::format(
            "Chances in per cent; changes draw by draw, with 90 % of draws. {} of {} alliances stay as they are.", same,
            a.alliances.size()),
        fmt::format("概率以百分比计；变化按抽样逐一配对，附 90% 的抽样。{} 个联盟中 {} 个不变。", a.alliances.size(),
                    same)};
    return table;
}

} // namespace

Chapter what_if_chapter(Assessed const& assessed) {
    Chapter chapter{
        "what-if",
        {"What if", "假设分析"},
        {"The same alliances with some terms changed and all else as it is. That alliances with other terms "
         "ended more often does not prove that changing the term would end this one.",
         "其余不变、改变某些项后的同一联盟。具有不同项的联盟较多终止，并不证明改变该项会使这一联盟终止。"},
        {}};
    for (std::size_t which = 0; which < assessed.what_ifs.size(); ++which)
        chapter.shapes.emplace_back(moved_table(assessed, which));
    return chapter;
}

} // namespace casus::endurance
