#include "casus/replicate/verdict.hpp"

namespace casus::replicate {

Verdict decide(double share_of_following) {
    if (share_of_following >= follows_from) return Verdict::Follow;
    return share_of_following <= deviates_to ? Verdict::Deviate : Verdict::Hedge;
}

std::string_view key(Verdict verdict) {
    switch (verdict) {
    case Verdict::Follow:
        return "follow";
    case Verdict::Hedge:
        return "hedge";
    case Verdict::Deviate:
        return "deviate";
    }
    return {};
}

std::optional<Verdict> verdict_named(std::string_view named) {
    for (Verdict const verdict : verdicts)
        if (key(verdict) == named) return verdict;
    return std::nullopt;
}

Text name(Verdict verdict) {
    switch (verdict) {
    case Verdict::Follow:
        return {"follow", "追随"};
    case Verdict::Hedge:
        return {"hedge", "对冲"};
    case Verdict::Deviate:
        return {"deviate", "背离"};
    }
    return {};
}

} // namespace casus::replicate
