#include "casus/replicate/endurance_judgement.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace casus::replicate {

namespace {

constexpr int years_before = 10;
constexpr std::size_t ten_years = 1; ///< position in endurance::spans

using endurance::Alliance;

/// What is measured is the difference of their log-hazards; without the other, whether the one stands ten years on.
struct Pair {
    Alliance of;
    std::optional<Alliance> against;
};

class Judge {
public:
    Judge(endurance::Model const& model, endurance::CoefficientDraws const& draws, AlliancesOfYear const& of_year)
        : model_(model), draws_(draws), of_year_(of_year) {}

    [[nodiscard]] JudgedClaim judged(EnduranceClaim const& claim) {
        JudgedClaim result{.claim = claim};
        if (claim.measure == ClaimMeasure::None) {
            result.why_not = {"no term for it", "无相应项"};
            return result;
        }
        bool const about_term = claim.measure == ClaimMeasure::Term || claim.measure == ClaimMeasure::Change;
        if (about_term && !model_.term_named(claim.term)) {
            result.why_not = {"the model has no term " + claim.term, "模型中没有 " + claim.term + " 一项"};
            return result;
        }
        std::vector<Alliance> const& all = in(claim.year, Population::All);
        Alliance const* alliance = named(all, claim.alliance);
        if (alliance == nullptr) {
            result.why_not = {"not in force in that year", "该年未生效"};
            return result;
        }
        auto const pair = compared(claim, *alliance);
        if (!pair) {
            result.why_not = {"nothing is known of it", "没有相关数据"};
            return result;
        }
        double const from = threshold(claim);
        std::vector<double> draws = drawn(*pair);
        Interval const interval = endurance::central_interval(draws);
        result.value = endurance::Ranged{value(*pair), interval};
        result.holds = claim.expected * (result.value->value - from) > 0.0;
        result.clear = interval.low > from || interval.high < from;
        if (claim.measure != ClaimMeasure::Change) result.of_all = share(claim);
        return result;
    }

private:
    endurance::Model const& model_;
    endurance::CoefficientDraws const& draws_;
    AlliancesOfYear const& of_year_;
    std::map<std::pair<int, Population>, std::vector<Alliance>> years_;

    std::vector<Alliance> const& in(int year, Population population) {
        auto const [found, first] = years_.try_emplace({year, population});
        if (first) found->second = of_year_(year, population);
        return found->second;
    }

    static Alliance const* named(std::vector<Alliance> const& all, std::string const& code) {
        auto const found = std::ranges::find(all, code, &Alliance::code);
        return found == all.end() ? nullptr : &*found;
    }

    static double threshold(EnduranceClaim const& claim) { return claim.measure == ClaimMeasure::Stands ? 0.5 : 0.0; }

    /// The alliance as it is but for one term.
    static Alliance with(Alliance alliance, std::size_t term, std::optional<endurance::TermValue> value) {
        alliance.terms[term] = std::move(value);
        return alliance;
    }

    /// Nothing where it cannot be said of the alliance.
    [[nodiscard]] std::optional<Pair> compared(EnduranceClaim const& claim, Alliance const& alliance) {
        if (claim.measure == ClaimMeasure::Stands) return Pair{alliance, std::nullopt};
        if (claim.measure == ClaimMeasure::Rising) {
            Alliance const* before = named(in(claim.year - years_before, Population::All), alliance.code);
            return before == nullptr ? std::nullopt : std::optional(Pair{alliance, *before});
        }
        if (claim.measure == ClaimMeasure::Above) {
            Alliance average = alliance;
            std::ranges::fill(average.terms, std::nullopt);
            return Pair{alliance, average};
        }
        std::size_t const term = *model_.term_named(claim.term);
        if (!alliance.terms[term]) return std::nullopt;
        if (claim.measure == ClaimMeasure::Term) return Pair{alliance, with(alliance, term, std::nullopt)};
        endurance::TermValue changed = *alliance.terms[term];
        changed.value += claim.change;
        changed.low += claim.change;
        changed.high += claim.change;
        return Pair{with(alliance, term, changed), alliance};
    }

    [[nodiscard]] double value(Pair const& pair) const {
        if (!pair.against) return endurance::survival(model_, pair.of, endurance::spans[ten_years]);
        return endurance::log_hazard(model_, pair.of) - endurance::log_hazard(model_, *pair.against);
    }

    [[nodiscard]] std::vector<double> drawn(Pair const& pair) const {
        endurance::DrawnLife life = endurance::drawn_life(model_, pair.of, draws_);
        if (pair.against) {
            endurance::DrawnLife const less = endurance::drawn_life(model_, *pair.against, draws_);
            for (std::size_t d = 0; d < draws_.count(); ++d) life.log_hazard[d] -= less.log_hazard[d];
            return life.log_hazard;
        }
        std::vector<double> standing(draws_.count());
        for (std::size_t d = 0; d < draws_.count(); ++d)
            standing[d] = std::exp(-life.cumulated[endurance::spans[ten_years] * draws_.count() + d]);
        return standing;
    }

    /// Of those of which it can be said at all.
    [[nodiscard]] std::optional<double> share(EnduranceClaim const& claim) {
        double known = 0.0;
        double holding = 0.0;
        for (Alliance const& each : in(claim.year, Population::Fitted)) {
            auto const pair = compared(claim, each);
            if (!pair) continue;
            known += 1.0;
            holding += claim.expected * (value(*pair) - threshold(claim)) > 0.0 ? 1.0 : 0.0;
        }
        return known > 0.0 ? std::optional(holding / known) : std::nullopt;
    }
};

} // namespace

std::vector<JudgedClaim> judge(std::vector<EnduranceClaim> const& claims, endurance::Model const& model,
                               endurance::CoefficientDraws const& draws, AlliancesOfYear const& of_year) {
    Judge judge(model, draws, of_year);
    std::vector<JudgedClaim> result;
    for (EnduranceClaim const& claim : claims) result.push_back(judge.judged(claim));
    return result;
}

} // namespace casus::replicate
