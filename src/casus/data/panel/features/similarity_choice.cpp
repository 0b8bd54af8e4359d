#include "casus/data/panel/features/similarity_choice.hpp"

#include <array>

namespace casus::data::features {

namespace {

using enum measure::SimilarityIndex;
using enum measure::Distance;
using measure::binary_ties, measure::binary_votes, measure::valued_ties, measure::valued_votes;

} // namespace

std::span<NamedSimilarity const> alliance_similarities() {
    static std::array const all{
        NamedSimilarity{"s", {"S, valued ties, absolute distances", "S，分级，绝对距离"}, S, valued_ties, Absolute},
        NamedSimilarity{
            "s_squared", {"S, valued ties, squared distances", "S，分级，平方距离"}, S, valued_ties, Squared},
        NamedSimilarity{"s_binary", {"S, any tie or none", "S，有无同盟"}, S, binary_ties, Absolute},
        NamedSimilarity{"s_weighted",
                        {"S, valued ties, absolute distances, weighted by CINC", "S，分级，绝对距离，按 CINC 加权"},
                        S,
                        valued_ties,
                        Absolute,
                        true},
        NamedSimilarity{
            "kappa", {"κ, valued ties, squared distances", "κ，分级，平方距离"}, Kappa, valued_ties, Squared},
        NamedSimilarity{"kappa_binary", {"κ, any tie or none", "κ，有无同盟"}, Kappa, binary_ties, Squared},
        NamedSimilarity{"pi", {"π, valued ties, squared distances", "π，分级，平方距离"}, Pi, valued_ties, Squared},
        NamedSimilarity{"pi_binary", {"π, any tie or none", "π，有无同盟"}, Pi, binary_ties, Squared},
        NamedSimilarity{"tau_b", {"Kendall's τ_b of ranked ties", "分级的肯德尔 τ_b"}, TauB, valued_ties, Absolute}};
    return all;
}

std::span<NamedSimilarity const> vote_similarities() {
    static std::array const all{
        NamedSimilarity{
            "items", {"roll calls on which both voted", "双方都投票的唱名表决数"}, Items, valued_votes, Absolute},
        NamedSimilarity{"agreement", {"share of like votes", "相同投票的比例"}, Agreement, valued_votes, Nominal},
        NamedSimilarity{"agreement_half",
                        {"agreement, abstention against yes or no counts half", "一致度，弃权对赞成或反对计一半"},
                        Agreement,
                        valued_votes,
                        Absolute},
        NamedSimilarity{"agreement_binary",
                        {"share of like votes where neither abstained", "双方均未弃权时相同投票的比例"},
                        Agreement,
                        binary_votes,
                        Nominal},
        NamedSimilarity{"s", {"S, absolute distances", "S，绝对距离"}, S, valued_votes, Absolute},
        NamedSimilarity{"s_squared", {"S, squared distances", "S，平方距离"}, S, valued_votes, Squared},
        NamedSimilarity{"s_binary", {"S where neither abstained", "S，双方均未弃权"}, S, binary_votes, Absolute},
        NamedSimilarity{"kappa", {"κ, squared distances", "κ，平方距离"}, Kappa, valued_votes, Squared},
        NamedSimilarity{"pi", {"π, squared distances", "π，平方距离"}, Pi, valued_votes, Squared},
        NamedSimilarity{"tau_b", {"Kendall's τ_b of votes", "投票的肯德尔 τ_b"}, TauB, valued_votes, Absolute}};
    return all;
}

} // namespace casus::data::features
