#include "casus/endurance/what_if.hpp"

#include "casus/base/error.hpp"
#include "casus/base/vector_math.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace casus::endurance {

namespace {

std::string_view without_blanks(std::string_view text) {
    std::size_t const first = std::min(text.find_first_not_of(" \t"), text.size());
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

std::optional<double> finite_number(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    double number = 0.0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const fine = error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
    return fine ? std::optional(number) : std::nullopt;
}

Error wrong_what_if(Text what, std::string_view found, Text expected, std::string near = {}) {
    return Error(Problem{{}, std::move(what), std::string(found), std::move(expected), std::move(near)});
}

double changed(TermChange const& change, double before) {
    if (change.kind == TermChange::Kind::Scale) return before * change.number;
    return change.kind == TermChange::Kind::Add ? before + change.number : change.number;
}

double value_now(Model const& model, Alliance const& alliance, std::size_t term) {
    return alliance.terms[term] ? alliance.terms[term]->value : model.terms[term].centre;
}

/// Collects moves by name; names that the model lacks are passed over, moves that move nothing too.
class Mover {
public:
    Mover(Model const& model, Alliance const& alliance) : model_(model), alliance_(alliance) {}

    [[nodiscard]] double now(std::size_t term) const {
        auto const found = std::ranges::find(moves_, term, &Move::term);
        return found == moves_.end() ? value_now(model_, alliance_, term) : found->after;
    }
    template <class To> void move(std::string_view name, To const& to) {
        auto const term = model_.term_named(name);
        if (!term) return;
        double const before = now(*term);
        double const after = to(before);
        auto const found = std::ranges::find(moves_, *term, &Move::term);
        if (found != moves_.end())
            found->after = after;
        else
            moves_.push_back({*term, before, after});
    }
    std::vector<Move> take() {
        std::erase_if(moves_, [this](Move const& move) {
            return move.before == move.after && alliance_.terms[move.term].has_value();
        });
        return std::move(moves_);
    }

private:
    Model const& model_;
    Alliance const& alliance_;
    std::vector<Move> moves_;
};

bool power_is_known(Alliance const& alliance) {
    return !alliance.members.empty() && std::ranges::all_of(alliance.members, [](Member const& member) {
        return member.power.has_value() && *member.power > 0.0;
    });
}

/// What a decline of the strongest member does to its share of the members' power (or that of who is strongest then) and to
/// ln of their sum.
struct PowerShift {
    std::optional<double> share; ///< nothing where it cannot be told
    double log_sum = 0.0;
};

PowerShift shift_of_powers(std::vector<double> powers, double lost) {
    auto const sum = [&] {
        double total = 0.0;
        for (double const each : powers) total += each;
        return total;
    };
    double const before = sum();
    double const share_before = *std::ranges::max_element(powers) / before;
    *std::ranges::max_element(powers) *= 1.0 - lost;
    return {*std::ranges::max_element(powers) / sum() - share_before, lane::log(sum() / before)};
}

/// From the strongest member's share alone: who is strongest then can be told where it stays ahead of all others together, and
/// between two.
PowerShift shift_of_share(double share, double lost, std::size_t members) {
    double const kept = share * (1.0 - lost);
    double const others = 1.0 - share;
    double const sum = kept + others;
    PowerShift shift{std::nullopt, lane::log(sum)};
    if (kept >= others || members == 2) shift.share = std::max(kept, others) / sum - share;
    return shift;
}

std::optional<PowerShift> power_shift(Model const& model, Alliance const& alliance, double lost) {
    if (power_is_known(alliance)) {
        std::vector<double> powers;
        for (Member const& member : alliance.members) powers.push_back(*member.power);
        return shift_of_powers(std::move(powers), lost);
    }
    auto const term = model.term_named("asymmetry");
    if (!term || !alliance.terms[*term]) return std::nullopt;
    double const share = alliance.terms[*term]->value;
    if (!(share > 0.0 && share < 1.0)) return std::nullopt;
    return shift_of_share(share, lost, alliance.members.size());
}

void decline(Mover& mover, Model const& model, Alliance const& alliance, double lost) {
    mover.move("leader_decline", [&](double now) { return 1.0 - (1.0 - now) * (1.0 - lost); });
    auto const shift = power_shift(model, alliance, lost);
    if (!shift) return;
    if (shift->share) {
        mover.move("asymmetry", [&](double now) { return now + *shift->share; });
        mover.move("hegemony", [&](double now) { return now > 0.0 ? now + *shift->share : now; });
    }
    for (char const* const term : {"balance", "balance_gain"})
        mover.move(term, [&](double now) { return now + shift->log_sum; });
}

std::vector<std::string> const event_codes{"regime-change", "leader-declines", "institution"};

std::vector<std::string> moved_terms(WhatIf::Kind kind) {
    switch (kind) {
    case WhatIf::Kind::RegimeChange:
        return {"regime_change"};
    case WhatIf::Kind::LeaderDecline:
        return {"leader_decline", "asymmetry", "hegemony", "balance", "balance_gain"};
    case WhatIf::Kind::Institution:
        return {"institution"};
    case WhatIf::Kind::Terms:
        break;
    }
    return {};
}

/// The number after the colon, above 0 and at most (or below) 1; `usual` where there is none.
double share_of(std::string_view text, std::string_view number, double usual, bool all) {
    if (number.empty()) return usual;
    auto const share = finite_number(number);
    if (share && *share > 0.0 && (*share < 1.0 || (all && *share == 1.0))) return *share;
    throw wrong_what_if({"bad what-if", "假设无效"}, text,
                        all ? Text{"a level above 0 and up to 1 after the colon", "冒号后为大于 0 且不超过 1 的水平"}
                            : Text{"a share between 0 and 1 after the colon", "冒号后为 0 与 1 之间的份额"});
}

Alliance with_moves(Alliance alliance, std::vector<Move> const& moves) {
    for (Move const& move : moves) {
        auto& term = alliance.terms[move.term];
        term = TermValue{move.after, move.after, move.after, {}};
    }
    return alliance;
}

/// The ends of a range move as the value does; a value that is set is certain.
Alliance with_changes(Alliance alliance, WhatIf const& what_if, Model const& model, std::vector<Move> const& moves) {
    Alliance moved = with_moves(alliance, moves);
    if (what_if.kind == WhatIf::Kind::RegimeChange || what_if.kind == WhatIf::Kind::Institution) return moved;
    for (Move const& move : moves) {
        auto const& before = alliance.terms[move.term];
        if (!before) continue;
        std::string const& name = model.terms[move.term].name;
        auto const carried = [&](double end) {
            if (what_if.kind == WhatIf::Kind::LeaderDecline)
                return name == "leader_decline" ? 1.0 - (1.0 - end) * (1.0 - what_if.amount)
                                                : end + move.after - move.before;
            for (TermChange const& change : what_if.changes)
                if (change.term == name && (change.alliance.empty() || change.alliance == alliance.code))
                    end = changed(change, end);
            return end;
        };
        auto const [low, high] = std::minmax({carried(before->low), carried(before->high)});
        moved.terms[move.term] = TermValue{move.after, low, high, {}};
    }
    return moved;
}

Ranged change_of(double before, double after, std::vector<double>& differences) {
    return {after - before, central_interval(differences)};
}

} // namespace

TermChange parse_term_change(std::string_view text) {
    std::size_t const equals = text.find('=');
    std::string_view const path = without_blanks(text.substr(0, equals));
    std::string_view value =
        equals == std::string_view::npos ? std::string_view{} : without_blanks(text.substr(equals + 1));
    std::size_t const point = path.find('.');
    TermChange change;
    change.written = std::string(text);
    if (point != std::string_view::npos) change.alliance = std::string(path.substr(0, point));
    change.term = std::string(path.substr(point == std::string_view::npos ? 0 : point + 1));
    if (value.starts_with('*')) change.kind = TermChange::Kind::Scale;
    if (value.starts_with('+') || value.starts_with('-')) change.kind = TermChange::Kind::Add;
    if (value.starts_with('*') || value.starts_with('=')) value.remove_prefix(1);
    auto const number = finite_number(value);
    if (change.term.empty() || (point == 0) || !number)
        throw wrong_what_if(
            {"not a change of a term", "不是对某项的改变"}, text,
            {"TERM=VALUE or ALLIANCE.TERM=VALUE, the value a number, or a relative one as *0.8, +0.1 or -0.1",
             "项=值 或 联盟.项=值，值为数字，或相对值，如 *0.8、+0.1、-0.1"});
    change.number = *number;
    return change;
}

WhatIf what_if_terms(std::vector<TermChange> changes) {
    std::vector<std::string> written;
    for (TermChange const& change : changes) written.push_back(change.written);
    std::string const all = fmt::format("{}", fmt::join(written, ", "));
    return {.code = "set", .name = {"as set: " + all, "按所设：" + all}, .changes = std::move(changes)};
}

WhatIf named_what_if(std::string_view text) {
    std::size_t const colon = text.find(':');
    std::string_view const event = text.substr(0, colon);
    std::string_view const about = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    WhatIf what_if{.code = std::string(text), .name = {}};
    if (event == "regime-change" && !about.empty()) {
        what_if.kind = WhatIf::Kind::RegimeChange;
        what_if.member = std::string(about);
        what_if.name = {"regime change in " + what_if.member, what_if.member + " 发生政权变更"};
    } else if (event == "leader-declines") {
        what_if.kind = WhatIf::Kind::LeaderDecline;
        what_if.amount = share_of(text, about, 1.0 / 3.0, false);
        double const percent = 100.0 * what_if.amount;
        what_if.name = {fmt::format("the strongest member loses {:.3g} % of its power", percent),
                        fmt::format("最强成员失去 {:.3g}% 的实力", percent)};
    } else if (event == "institution") {
        what_if.kind = WhatIf::Kind::Institution;
        what_if.amount = share_of(text, about, 1.0, true);
        what_if.name = {fmt::format("an institution is built, to {:.3g}", what_if.amount),
                        fmt::format("建成制度，水平为 {:.3g}", what_if.amount)};
    } else {
        throw wrong_what_if({"unknown what-if", "未知的假设"}, text,
                            {"regime-change:MEMBER, leader-declines[:SHARE] or institution[:LEVEL]",
                             "regime-change:成员、leader-declines[:份额] 或 institution[:水平]"},
                            event == "regime-change" ? std::string{} : nearest(event, event_codes));
    }
    return what_if;
}

std::vector<Move> moves_of(WhatIf const& what_if, Model const& model, Alliance const& alliance) {
    Mover mover(model, alliance);
    switch (what_if.kind) {
    case WhatIf::Kind::Terms:
        for (TermChange const& change : what_if.changes)
            if (change.alliance.empty() || change.alliance == alliance.code)
                mover.move(change.term, [&](double now) { return changed(change, now); });
        break;
    case WhatIf::Kind::RegimeChange:
        if (std::ranges::find(alliance.members, what_if.member, &Member::code) != alliance.members.end())
            mover.move("regime_change", [](double) { return 1.0; });
        break;
    case WhatIf::Kind::LeaderDecline:
        decline(mover, model, alliance, what_if.amount);
        break;
    case WhatIf::Kind::Institution:
        mover.move("institution", [&](double now) { return std::max(now, what_if.amount); });
        break;
    }
    return mover.take();
}

void check(WhatIf const& what_if, Model const& model, std::vector<Alliance> const& alliances) {
    std::vector<std::string> terms;
    for (ModelTerm const& term : model.terms) terms.push_back(term.name);
    std::string const all = fmt::format("{}", fmt::join(terms, ", "));
    Text const one_term{"a term of the model: " + all, "模型中的项：" + all};
    for (TermChange const& change : what_if.changes) {
        if (!model.term_named(change.term))
            throw wrong_what_if({"unknown term", "未知的项"}, change.term, one_term, nearest(change.term, terms));
        std::vector<std::string> codes;
        for (Alliance const& alliance : alliances) codes.push_back(alliance.code);
        if (!change.alliance.empty() && std::ranges::find(codes, change.alliance) == codes.end())
            throw wrong_what_if({"unknown alliance", "未知的联盟"}, change.alliance,
                                {"the code of an alliance of the answer", "结果中某个联盟的代码"},
                                nearest(change.alliance, codes));
    }
    if (what_if.kind == WhatIf::Kind::Terms) return;
    std::vector<std::string> const moved = moved_terms(what_if.kind);
    if (std::ranges::none_of(moved, [&](std::string const& term) { return model.term_named(term).has_value(); }))
        throw wrong_what_if({"the model has no term that this moves", "模型中没有随之变动的项"}, what_if.code,
                            {fmt::format("a model with {}", fmt::join(moved, ", ")),
                             fmt::format("含有 {} 的模型", fmt::join(moved, "、"))});
    if (what_if.kind != WhatIf::Kind::RegimeChange) return;
    std::vector<std::string> members;
    for (Alliance const& alliance : alliances)
        for (Member const& member : alliance.members) members.push_back(member.code);
    if (std::ranges::find(members, what_if.member) == members.end())
        throw wrong_what_if({"a member of none of the alliances", "不是任何联盟的成员"}, what_if.member,
                            {"the code of a member", "某个成员的代码"}, nearest(what_if.member, members));
}

MovedOutlook moved_outlook(Model const& model, Alliance const& alliance, Outlook const& base, WhatIf const& what_if,
                           CoefficientDraws const& draws) {
    MovedOutlook moved;
    moved.moves = moves_of(what_if, model, alliance);
    if (moved.moves.empty()) {
        moved.outlook = base;
        return moved;
    }
    Alliance const after = with_changes(alliance, what_if, model, moved.moves);
    moved.outlook = outlook_of(model, after, draws);
    DrawnLife const before_life = drawn_life(model, alliance, draws);
    DrawnLife const after_life = drawn_life(model, after, draws);
    std::size_t const count = draws.count();
    std::vector<double> differences(count);
    auto const standing = [&](std::size_t year) {
        for (std::size_t d = 0; d < count; ++d)
            differences[d] = lane::exp(-after_life.cumulated[year * count + d]) -
                             lane::exp(-before_life.cumulated[year * count + d]);
        return change_of(base.survival[year].value, moved.outlook.survival[year].value, differences);
    };
    for (std::size_t k = 0; k < spans.size(); ++k) moved.standing[k] = standing(spans[k]);
    Ranged const first = standing(1);
    moved.hazard = {-first.value, {-first.interval.high, -first.interval.low}};
    for (std::size_t d = 0; d < count; ++d) differences[d] = after_life.log_hazard[d] - before_life.log_hazard[d];
    moved.log_hazard = change_of(base.log_hazard.value, moved.outlook.log_hazard.value, differences);
    return moved;
}

} // namespace casus::endurance
