// Portfolios of the states of a system, year by year, and their similarities on the rows of a frame.
#pragma once

#include "casus/data/panel/feature.hpp"
#include "casus/data/panel/features/similarity_choice.hpp"
#include "casus/measure/portfolio.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace casus::data::features {

/// What the states made of the items of one year.
struct PortfolioYear {
    measure::Portfolios portfolios;
    std::vector<std::int32_t> actor_of; ///< by position in the system; −1: no actor in this year
    std::vector<std::int64_t> items;    ///< what the items are: partners' positions in the system, or roll calls' rcid
    std::vector<double> weights;        ///< of the items, NaN where not known; empty where nothing weighs them
};

class PortfolioSource {
public:
    virtual ~PortfolioSource() = default;

    /// May be called from several threads at once; the year must be inside the coverage.
    [[nodiscard]] virtual PortfolioYear year(int year) const = 0;

    [[nodiscard]] std::string const& name() const { return name_; } ///< of its columns: "atop", "cow", "un"
    [[nodiscard]] Origin const& origin() const { return origin_; }
    [[nodiscard]] Coverage const& coverage() const { return coverage_; }
    [[nodiscard]] std::vector<JoinNote> const& notes() const { return notes_; }
    /// Where weights come from; nothing where there are none.
    [[nodiscard]] std::optional<Origin> const& weights_from() const { return weights_from_; }

protected:
    std::string name_;
    Origin origin_;
    Coverage coverage_;
    std::vector<JoinNote> notes_;
    std::optional<Origin> weights_from_;
};

/// Alliance portfolios of a system's members. `choice`: "atop", "cow", with a version behind @ where one is meant.
/// Values: 3 defence or offence; ATOP: 2 neutrality or consultation, 1 non-aggression only (Chiba, Johnson and Leeds
/// 2015); COW: 2 neutrality or non-aggression, 1 entente (Singer and Small 1966). Weights are the partners' CINC, where
/// "nmc" is in the store. A member owes what it owes to every fellow member.
[[nodiscard]] std::unique_ptr<PortfolioSource> alliance_portfolios(FeatureRequest const& request, SelfTie self);

/// Votes of a system's states in the UN General Assembly by calendar year. `choice`: "un" (un-votes with
/// un-roll-calls) or "voeten" (un-votes-voeten).
[[nodiscard]] std::unique_ptr<PortfolioSource> vote_portfolios(FeatureRequest const& request);

/// The similarity as the year's portfolios and the scaling make it.
[[nodiscard]] measure::Similarity similarity_of(NamedSimilarity const& named, measure::Portfolios const& portfolios,
                                                Scaling scaling);

/// A column for each similarity, named "atop_s", on the frame's rows; NA outside the coverage and where a state is no
/// actor. Weighted ones need weights. The frame must be one of pairs.
[[nodiscard]] std::vector<RowSeries> similarity_rows(Frame const& frame, PortfolioSource const& source,
                                                     std::span<NamedSimilarity const> similarities, Scaling scaling,
                                                     std::size_t threads);

} // namespace casus::data::features
