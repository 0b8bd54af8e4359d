// What if: terms of alliances changed, as users ask for it, and what named events do to terms.
#pragma once

#include "casus/endurance/outlook.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::endurance {

/// One change of a term. What stood there counts as average where it is not known.
struct TermChange {
    enum class Kind { Set, Scale, Add };
    std::string alliance; ///< its code; empty: every one
    std::string term;
    Kind kind = Kind::Set;
    double number = 0.0;
    std::string written; ///< as the user wrote it
};

/// "regime_change=1", "NATO.leader_decline=0.33", "institution=*1.2", "balance=+0.5"; a value with a sign is added to what
/// stood there, a second equal sign takes it as it is ("balance==-0.5"). An Error where it is none of these.
[[nodiscard]] TermChange parse_term_change(std::string_view text);

struct WhatIf {
    enum class Kind { Terms, RegimeChange, LeaderDecline, Institution };
    std::string code; ///< "set", or as asked for
    Text name;
    Kind kind = Kind::Terms;
    std::vector<TermChange> changes{}; ///< of Terms, made one after the other
    std::string member{};              ///< of RegimeChange: its code
    double amount = 0.0;               ///< of LeaderDecline: share of its power that is lost; of Institution: its level
};

/// All of the changes together.
[[nodiscard]] WhatIf what_if_terms(std::vector<TermChange> changes);

/// "regime-change:POL", "leader-declines" (by a third) or "leader-declines:0.5", "institution" (to 1) or
/// "institution:0.7". An Error for any other, with the nearest.
///   regime change in X: regime_change 1 in every alliance that X is a member of.
///   the leader declines by d: the strongest member of each alliance loses the share d of its power: leader_decline x becomes
///     1 − (1 − x)(1 − d); where
///     members' power is known (or, as far as it tells, asymmetry), asymmetry and hegemony (where above 0) move with the
///     strongest member's share of it, and balance and balance_gain by the change of ln(sum of members' power).
///   an institution is built: institution at its level, where it is below.
[[nodiscard]] WhatIf named_what_if(std::string_view text);

/// A term before and after.
struct Move {
    std::size_t term; ///< position in the model
    double before;    ///< the centre where nothing was known
    double after;
};

[[nodiscard]] std::vector<Move> moves_of(WhatIf const& what_if, Model const& model, Alliance const& alliance);

/// An Error where a change names a term that the model does not have or an alliance that there is not (with the nearest),
/// where X is a member of none, and where the event moves no term of the model.
void check(WhatIf const& what_if, Model const& model, std::vector<Alliance> const& alliances);

struct MovedOutlook {
    std::vector<Move> moves; ///< empty: it stands as it stood
    Outlook outlook;
    std::array<Ranged, spans.size()> standing; ///< change of the chance that it stands
    Ranged hazard;                             ///< change of the chance that it ends in the first year
    Ranged log_hazard;                         ///< change of η
};

/// An alliance under the what-if against its outlook as it stands; changes are taken draw by draw, with the same
/// coefficients and figures in both. A range moves along with its value; a term that is set has none.
[[nodiscard]] MovedOutlook moved_outlook(Model const& model, Alliance const& alliance, Outlook const& base,
                                         WhatIf const& what_if, CoefficientDraws const& draws);

} // namespace casus::endurance
