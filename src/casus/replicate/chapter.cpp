#include "casus/replicate/chapter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace casus::replicate {

namespace {

Text same(std::string const& text) { return {text, text}; }

Entry number_or_nothing(std::optional<double> const& value, int decimals = 2) {
    return value ? Entry(Number{*value, decimals, std::nullopt}) : Entry(std::monostate{});
}

Entry plain(double value, int decimals = 2) { return Number{value, decimals, std::nullopt}; }

Entry whole(std::size_t value) { return plain(static_cast<double>(value), 0); }

Text yes_or_no(bool agrees) { return agrees ? Text{"yes", "是"} : Text{"NO", "否"}; }

Table case_table(Replication const& replication) {
    Table table{
        .id = "replicate/cases",
        .title = {"Expected against computed", "预期与计算"},
        .note = {"f: mean share of following under both codings pooled, with its central 90 % over draws; at "
                 "least 0.6 follows, at most 0.4 deviates, hedging between. In draws: share of draws with the "
                 "computed word. First, second: what each coding alone gives.",
                 "f：两份编码合并后的平均追随度及抽样的中间 90%；0.6 及以上为追随，0.4 及以下为背离，其间为对冲。"
                 "抽样：得出该结果的抽样比例。第一、第二：各编码单独的结果。"},
        .columns = {{"case", {"case", "案例"}},
                    {"expected", {"expected", "预期"}},
                    {"computed", {"computed", "计算"}},
                    {"agrees", {"agrees", "一致"}},
                    {"follow", {"f", "f"}},
                    {"in_draws", {"in draws", "抽样"}},
                    {"first", {"first", "第一"}},
                    {"second", {"second", "第二"}}},
        .rows = {}};
    for (ReplicatedCase const& each : replication.cases) {
        Judged const& judged = each.pooled.judged;
        table.rows.push_back({each.title, name(each.expected), name(judged.verdict), yes_or_no(each.agrees()),
                              Number{judged.follow, 2, each.pooled.drawn.interval},
                              plain(each.pooled.drawn.probability[static_cast<std::size_t>(judged.verdict)]),
                              name(each.first.judged.verdict), name(each.second.judged.verdict)});
    }
    return table;
}

/// "exclusion +0.06, reward −0.04, …": the three weightiest terms.
Text weightiest(Contest const& contest) {
    Text line;
    for (std::size_t n = 0; n < std::min<std::size_t>(3, contest.terms.size()); ++n) {
        Term const& term = contest.terms[n];
        std::string const number = fmt::format("{}{:.3f}", term.value < 0.0 ? "−" : "+", std::abs(term.value));
        line.en += (n == 0 ? "" : "; ") + term.name.en + " " + number;
        line.zh += (n == 0 ? "" : "；") + term.name.zh + " " + number;
    }
    return line;
}

Table term_table(Replication const& replication) {
    Table table{.id = "replicate/terms",
                .title = {"What decides", "起决定作用的项"},
                .note = {"Following against the most likely other option, both codings pooled: the difference of "
                         "utility, and the three terms that weigh most in it (positive: for following).",
                         "合并编码下，追随与最可能的另一选项相比：效用之差及其中最重的三项（正：有利于追随）。"},
                .columns = {{"case", {"case", "案例"}},
                            {"cell", {"who, on what", "行为体与议题"}},
                            {"follow", {"f", "f"}},
                            {"rival", {"against", "对比选项"}},
                            {"gap", {"gap", "差"}},
                            {"terms", {"weightiest terms", "最重的项"}}},
                .rows = {}};
    for (ReplicatedCase const& each : replication.cases)
        for (JudgedCell const& cell : each.pooled.judged.cells)
            table.rows.push_back({same(each.code), cell.name, plain(cell.follow), cell.rival,
                                  plain(cell.contest.gap, 3), weightiest(cell.contest)});
    return table;
}

Table comparison_table(Replication const& replication) {
    Table table{
        .id = "replicate/comparisons",
        .title = {"Comparative claims", "比较性论断"},
        .note = {"Mean over allies, issues weighted by salience. Allies: that move the expected way. In draws: "
                 "share of paired draws in which the mean does. Rows in brackets are variants that do not count.",
                 "盟国均值，议题按重要性加权。盟国：按预期方向变动者。抽样：均值按预期方向变动的配对抽样比例。"
                 "括号中的行为不计入的变体。"},
        .columns = {{"case", {"case", "案例"}},
                    {"claim", {"claim", "论断"}},
                    {"measure", {"what", "量"}},
                    {"expected", {"expected", "预期"}},
                    {"computed", {"computed", "计算"}},
                    {"agrees", {"agrees", "一致"}},
                    {"before", {"before", "之前"}},
                    {"after", {"after", "之后"}},
                    {"allies", {"allies", "盟国"}},
                    {"in_draws", {"in draws", "抽样"}}},
        .rows = {}};
    for (Comparison const& c : replication.comparisons)
        table.rows.push_back({same(c.code), c.claim,
                              c.measure == Measure::Follow ? Text{"following", "追随"} : Text{"regrouping", "抱团取暖"},
                              name(c.expected), name(c.computed), yes_or_no(c.computed == c.expected),
                              plain(c.before, 3), plain(c.after, 3),
                              same(fmt::format("{}/{}", c.allies_as_expected, c.allies)), plain(c.probability)});
    return table;
}

Table count_table(Replication const& replication) {
    Table table{.id = "replicate/counts",
                .title = {"How many agree, and what that is worth", "一致的数目及其分量"},
                .note = {"Stances only. κ: of computed against expected words. Permuted: mean count when the expected "
                         "words are dealt out anew over the cases, and probability p of this count or more (exact).",
                         "仅限立场案例。κ：计算与预期之间。置换：把预期重新分派给各案例时的平均数目，"
                         "以及得到该数目或更多的概率 p（精确值）。"},
                .columns = {{"what", {"what", "依据"}},
                            {"agree", {"agree", "一致"}},
                            {"total", {"of", "总数"}},
                            {"kappa", {"κ", "κ"}},
                            {"permuted", {"permuted", "置换均值"}},
                            {"p", {"p", "p"}}},
                .rows = {}};
    std::array<Text, 3> const names{{{"both codings pooled", "两份编码合并"},
                                     {"first coding alone", "仅第一份编码"},
                                     {"second coding alone", "仅第二份编码"}}};
    for (std::size_t n = 0; n < names.size(); ++n) {
        Count const& count = replication.counts[n];
        table.rows.push_back({names[n], whole(count.agree), whole(replication.cases.size()),
                              number_or_nothing(count.kappa), plain(count.permuted.mean, 1),
                              plain(count.permuted.at_least_observed, 3)});
    }
    Text const word = name(replication.trivial_word);
    table.rows.push_back({Text{"always saying \"" + word.en + "\"", "总说“" + word.zh + "”"},
                          whole(replication.trivial), whole(replication.cases.size()), std::monostate{},
                          std::monostate{}, std::monostate{}});
    return table;
}

Table placebo_table(Replication const& replication) {
    Table table{
        .id = "replicate/placebos",
        .title = {"Placebos", "安慰剂检验"},
        .note = {"What the lens says where it should know nothing, both codings pooled. Agree: with the word "
                 "expected of the case that lent its place; empty where the paper expects nothing.",
                 "在本应一无所知之处得出的结果（合并编码）。一致：与所在案例的预期一致的数目；论文未作论断处留空。"},
        .columns = {{"placebo", {"placebo", "检验"}},
                    {"what", {"what it is", "内容"}},
                    {"follow", name(Verdict::Follow)},
                    {"hedge", name(Verdict::Hedge)},
                    {"deviate", name(Verdict::Deviate)},
                    {"agree", {"agree", "一致"}},
                    {"share", {"share", "比例"}}},
        .rows = {}};
    for (Placebo const& placebo : replication.placebos) {
        std::vector<Entry> row{placebo.name, placebo.what};
        for (std::size_t const given : placebo.verdicts_given) row.emplace_back(whole(given));
        if (placebo.claims) {
            row.emplace_back(whole(placebo.agree));
            row.emplace_back(plain(static_cast<double>(placebo.agree) / static_cast<double>(placebo.total())));
        } else {
            row.insert(row.end(), 2, std::monostate{});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<Entry> agreement_row(Text name, Agreement const& a) {
    return {std::move(name),
            whole(a.cells),
            plain(a.observed),
            plain(a.chance),
            number_or_nothing(a.kappa()),
            number_or_nothing(a.weighted_kappa())};
}

Table coder_table(Replication const& replication) {
    Table table{.id = "replicate/coders",
                .title = {"Agreement of the two codings", "两份编码的一致性"},
                .note = {"Cohen's κ on the words, and weighted by the distance of their values. Over all: chance "
                         "reckoned within each quantity.",
                         "等级词的 Cohen κ，及按取值距离加权的 κ。全部：随机一致在各量之内计算。"},
                .columns = {{"quantity", {"quantity", "量"}},
                            {"cells", {"cells", "单元格"}},
                            {"same", {"same word", "同词比例"}},
                            {"chance", {"chance", "随机"}},
                            {"kappa", {"κ", "κ"}},
                            {"weighted_kappa", {"weighted κ", "加权 κ"}}},
                .rows = {}};
    for (QuantityAgreement const& each : replication.coders.quantities)
        table.rows.push_back(agreement_row(info(each.quantity).label, each.agreement));
    table.rows.push_back(agreement_row({"all", "全部"}, replication.coders.all));
    return table;
}

/// Cases that agree by deviating, and those of them in which siding with the challenger is likelier than anything else in
/// every cell: elsewhere the actor would rather abstain.
std::pair<std::size_t, std::size_t> deviations(Replication const& replication) {
    std::size_t agree = 0;
    std::size_t led = 0;
    for (ReplicatedCase const& each : replication.cases) {
        if (each.expected != Verdict::Deviate || !each.agrees()) continue;
        ++agree;
        led += std::ranges::all_of(each.pooled.judged.cells, &JudgedCell::challenger_leads) ? 1 : 0;
    }
    return {agree, led};
}

} // namespace

Chapter chapter(Replication const& replication) {
    std::size_t compared = 0;
    std::size_t moved = 0;
    for (Comparison const& c : replication.comparisons) {
        compared += c.counted ? 1 : 0;
        moved += c.counted && c.computed == c.expected ? 1 : 0;
    }
    std::size_t const agree = replication.counts[0].agree;
    std::size_t const total = replication.cases.size();
    auto const [deviate, led] = deviations(replication);
    return {
        .id = "replicate",
        .title = {"The paper's cases", "论文的案例"},
        .lead = {fmt::format("{} of {} stances agree with the paper, and {} of {} comparative claims. Always saying "
                             "\"{}\" would agree in {}. Of {} deviations that agree, siding with the challenger is the "
                             "likeliest option in {}; elsewhere it is abstaining, or following.",
                             agree, total, moved, compared, name(replication.trivial_word).en, replication.trivial,
                             deviate, led),
                 fmt::format("{} 个立场案例中有 {} 个与论文一致，{} 个比较性论断中有 {} 个一致。总说“{}”可得 {} 个。"
                             "一致的 {} 个背离中，转向崛起国为最可能选项的有 {} 个；其余为观望或追随。",
                             total, agree, compared, moved, name(replication.trivial_word).zh, replication.trivial,
                             deviate, led)},
        .shapes = {case_table(replication), term_table(replication), comparison_table(replication),
                   count_table(replication), placebo_table(replication), coder_table(replication)}};
}

} // namespace casus::replicate
