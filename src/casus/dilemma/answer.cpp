#include "casus/dilemma/answer.hpp"

namespace casus::dilemma {

namespace {

/// Each rival's power with what the others lend it. Alignments are read with the powers as they were, which
/// `unanswered` was assessed with, and stand in the pairs of `lent`.
void pool_powers(Risks const& unanswered, Inputs& in, Pooling& lent) {
    std::size_t const r = in.rivals;
    for (std::size_t m = 0; m < r; ++m) {
        lent.power[m] = 0.0;
        for (std::size_t n = 0; n < r; ++n)
            if (n != m) lent.power[m] += pair_alignment(in, unanswered, m, n) * in.rival_power[n];
    }
    for (std::size_t m = 0; m < r; ++m) in.rival_power[m] += lent.power[m];
}

void offer_to_exposed(Moves const& moves, Inputs& in) {
    for (std::size_t i = 0; i < in.members; ++i)
        for (std::size_t m = 0; m < in.rivals; ++m)
            in.allegiance[i] *= 1.0 - moves.wedge * in.exposure[in.position(i, m)];
}

} // namespace

std::string_view key_of(Answer answer) {
    switch (answer) {
    case Answer::None:
        return "none";
    case Answer::Align:
        return "align";
    case Answer::Wedge:
        return "wedge";
    }
    return {};
}

Text const& name_of(Answer answer) {
    static Text const none{"none", "无"};
    static Text const align{"align", "联手"};
    static Text const wedge{"wedge", "分化盟友"};
    switch (answer) {
    case Answer::None:
        return none;
    case Answer::Align:
        return align;
    case Answer::Wedge:
        return wedge;
    }
    return none;
}

void give(Answer answer, Moves const& moves, Risks const& unanswered, Inputs& in, Pooling& lent) {
    switch (answer) {
    case Answer::None:
        return;
    case Answer::Align:
        pool_powers(unanswered, in, lent);
        renew_dependence(in);
        return;
    case Answer::Wedge:
        return offer_to_exposed(moves, in);
    }
}

} // namespace casus::dilemma
