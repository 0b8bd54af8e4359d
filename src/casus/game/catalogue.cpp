#include "casus/game/catalogue.hpp"

#include "casus/base/error.hpp"

#include <algorithm>

namespace casus::game {

std::vector<SolutionNote> const& solution_catalogue() {
    static std::vector<SolutionNote> const notes{
        {"shapley",
         {"Shapley value", "沙普利值"},
         {"What a player adds on average when all arrive in random order: Σ_S s!(n−1−s)!/n! [v(S∪i) − v(S)].",
          "所有人按随机次序到来时，参与者平均带来的增量：Σ_S s!(n−1−s)!/n! [v(S∪i) − v(S)]。"},
         "Shapley 1953"},
        {"banzhaf",
         {"Banzhaf value", "班扎夫值"},
         {"What a player adds on average to a coalition of others drawn at random; need not add up to v(N).",
          "参与者给随机抽取的他人联盟带来的平均增量；总和不必等于 v(N)。"},
         "Penrose 1946; Banzhaf 1965"},
        {"banzhaf-normalised",
         {"Normalised Banzhaf value", "归一化班扎夫值"},
         {"Banzhaf's value scaled to share out v(N).", "按比例缩放、使总和为 v(N) 的班扎夫值。"},
         "Banzhaf 1965"},
        {"binomial",
         {"Binomial semivalue", "二项半值"},
         {"As Banzhaf's, but each other player is there with probability --probability.",
          "类似班扎夫值，但每个他人以 --probability 的概率在场。"},
         "Dubey, Neyman, Weber 1981"},
        {"semivalue",
         {"Semivalue by size", "按规模的半值"},
         {"What a player adds on average to a coalition of s others, s met as often as --size-weights say.",
          "参与者给 s 个他人的联盟带来的平均增量，遇到 s 人的机会由 --size-weights 给出。"},
         "Dubey, Neyman, Weber 1981"},
        {"owen",
         {"Owen value", "欧文值"},
         {"Shapley's value when the members of each a-priori union arrive together (\"unions\" in the game file).",
          "先验联盟成员一起到来时的沙普利值（博弈文件中的 \"unions\"）。"},
         "Owen 1977"},
        {"myerson",
         {"Myerson value", "迈尔森值"},
         {"Shapley's value when only coalitions joined by links can work together (\"links\" in the game file).",
          "只有由联系连通的联盟才能合作时的沙普利值（博弈文件中的 \"links\"）。"},
         "Myerson 1977"},
        {"tau",
         {"τ-value", "τ 值"},
         {"The compromise between what players can hope for at most and claim at least.",
          "参与者最高期望与最低要求之间的折中。"},
         "Tijs 1981"},
        {"interaction",
         {"Shapley interaction", "沙普利交互"},
         {"Whether two players are worth more (+) or less (−) together than apart, over random orders.",
          "随机次序下，两个参与者在一起比分开更有价值（+）还是更无价值（−）。"},
         "Grabisch, Roubens 1999"},
        {"shapley-sampled",
         {"Shapley value, sampled", "沙普利值（抽样）"},
         {"An estimate with its error, by random orders in antithetic pairs or by paired coalitions (--sampling).",
          "带误差的估计：对偶随机次序，或成对联盟（--sampling）。"},
         "Mitchell et al. 2022; Musco, Witter 2025"},
        {"core",
         {"Core", "核心"},
         {"Payments to which no coalition objects: x(S) ≥ v(S). Empty exactly when balanced weights prove it.",
          "没有联盟反对的支付：x(S) ≥ v(S)。当且仅当存在平衡权重的证明时为空。"},
         "Gillies 1959; Bondareva 1963; Shapley 1967"},
        {"least-core",
         {"Least core", "最小核心"},
         {"Payments that make the largest excess v(S) − x(S) as small as possible.",
          "使最大超出值 v(S) − x(S) 尽可能小的支付。"},
         "Maschler, Peleg, Shapley 1979"},
        {"prenucleolus",
         {"Prenucleolus", "预核仁"},
         {"Makes the largest excess v(S) − x(S) least, then the next, and so on, whatever single players have alone.",
          "先使最大超出值 v(S) − x(S) 最小，再使次大的最小，依此类推，不论单个参与者所得。"},
         "Schmeidler 1969; Kohlberg 1971"},
        {"nucleolus",
         {"Nucleolus", "核仁"},
         {"Makes the largest excess v(S) − x(S) least, then the next, and so on, among payments that give everyone at "
          "least v(i).",
          "在每人所得不少于 v(i) 的支付中，先使最大超出值 v(S) − x(S) 最小，再使次大的最小，依此类推。"},
         "Schmeidler 1969; Kohlberg 1971"},
        {"production-core",
         {"Core point by dual prices", "对偶价格的核心点"},
         {"What each player's goods are worth at the prices of the production program (without governance cost).",
          "按生产规划的对偶价格计算的各人物品价值（无治理成本时）。"},
         "Owen 1975"},
        {"membership",
         {"Membership of a payment", "某一支付的归属"},
         {"Whether --point lies in the core, the ε-core (--epsilon), the kernel and the prekernel, and who objects.",
          "--point 是否在核心、ε-核心（--epsilon）、内核与预内核中，以及谁会反对。"},
         "Shapley, Shubik 1966; Davis, Maschler 1965"},
        {"structure",
         {"Optimal coalition structure", "最优联盟结构"},
         {"The partition whose blocks are worth most together; --count for the best few, --apart, --together, "
          "--least-size, "
          "--most-size for side constraints.",
          "各联盟价值之和最大的划分；--count 给出前几名，--apart、--together、--least-size、--most-size 为附加约束。"},
         "Rahwan et al. 2015"},
        {"stability",
         {"Stability of a partition", "划分的稳定性"},
         {"Whether --partition (or the optimal structure) holds: with side payments (core), and without, when blocks "
          "share "
          "by --share or players rank blocks (\"preferences\" in the game file): Nash, individual, core; and a stable "
          "partition if there is any.",
          "--partition（或最优结构）能否维持：允许转移支付（核心）；不允许时按 --share "
          "分配（纳什、个体、核心）；并给出存在的稳定划分。"},
         "Aumann, Dreze 1974; Bogomolnaia, Jackson 2002"},
    };
    return notes;
}

SolutionNote const& solution_note(std::string const& key) {
    auto const& notes = solution_catalogue();
    auto const found = std::ranges::find(notes, key, &SolutionNote::key);
    if (found != notes.end()) return *found;
    std::vector<std::string> keys;
    for (SolutionNote const& note : notes) keys.push_back(note.key);
    throw Error(Problem{.place = {},
                        .what = {"unknown solution", "未知的解"},
                        .found = key,
                        .expected = {"one of those that casus game explain lists", "casus game explain 所列之一"},
                        .nearest = nearest(key, keys)});
}

} // namespace casus::game
