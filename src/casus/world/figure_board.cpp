#include "casus/world/figure_board.hpp"

#include "casus/world/range_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace casus {

namespace {

constexpr int layers = 8; // more than any reader uses; keeps nearness above layer

std::string number(double x) { return fmt::format("{}", x); }

} // namespace

FigureBoard::FigureBoard(WorldStructure& structure, Roster& roster, Place whole, std::vector<Problem>& problems)
    : s_(structure), roster_(roster), whole_(std::move(whole)), problems_(problems) {
    std::size_t total = 0;
    for (std::size_t q = 0; q < quantity_count; ++q) {
        s_.offset[q] = total;
        s_.length[q] = s_.size.count(all_quantities()[q].extent);
        total += s_.length[q];
    }
    values_.assign(total, std::numeric_limits<double>::quiet_NaN());
    score_.assign(total, -1);
    placed_.resize(total);
    twin_.resize(total);
    std::iota(twin_.begin(), twin_.end(), std::size_t{0});
    s_.sds.assign(total, 0.0);
    s_.bases.assign(1, Basis{});
    s_.basis_of.assign(total, 0);
}

std::size_t FigureBoard::at(Quantity quantity, std::size_t position) const {
    return s_.offset[static_cast<std::size_t>(quantity)] + position;
}

double& FigureBoard::value(Quantity quantity, std::size_t position) { return values_[at(quantity, position)]; }

bool FigureBoard::absent(Quantity quantity, std::size_t position) const {
    return std::isnan(values_[at(quantity, position)]);
}

void FigureBoard::refuse(Place const& place, Text what, std::string const& found, Text expected) {
    problems_.push_back({place, std::move(what), found, std::move(expected), {}});
}

std::string FigureBoard::where(Quantity quantity, std::size_t position) const {
    auto const actor = [&](std::size_t a) { return s_.actors[a].code; };
    std::size_t const cells = s_.size.cells();
    auto const cell = [&](std::size_t c) {
        return fmt::format("{}, {}", actor(s_.assessed[c / s_.size.issues].index()),
                           s_.issues[c % s_.size.issues].code);
    };
    switch (info(quantity).extent) {
    case Extent::System:
        return {};
    case Extent::Actor:
        return actor(position);
    case Extent::Issue:
        return s_.issues[position].code;
    case Extent::Cell:
        return cell(position);
    case Extent::SideCell: {
        std::size_t const side = position / cells;
        std::string const partner = side == 0                   ? actor(s_.leader.index())
                                    : side + 1 == s_.size.sides ? std::string("regroup")
                                                                : actor(s_.challengers[side - 1].index());
        return fmt::format("{}, with {}", cell(position % cells), partner);
    }
    case Extent::Dyad:
        return fmt::format("{} with {}", actor(position / s_.size.actors), actor(position % s_.size.actors));
    case Extent::Endowment: {
        std::size_t const good = position % s_.size.goods;
        auto const issue =
            std::ranges::find_if(s_.issues, [&](Issue const& k) { return good < k.first_good + k.goods.size(); });
        return fmt::format("{}, {}, {}", actor(position / s_.size.goods), issue->code,
                           issue->goods[good - issue->first_good]);
    }
    }
    return {};
}

bool FigureBoard::check_range(QuantityInfo const& q, Figure const& figure) {
    bool fine = true;
    if (!std::isfinite(figure.value) || figure.value < q.low || figure.value > q.high) {
        refuse(figure.place, {fmt::format("{} is out of range", q.key), fmt::format("{} 超出范围", q.key)},
               number(figure.value), range_text(q.low, q.high));
        fine = false;
    }
    if (!std::isfinite(figure.sd) || figure.sd < 0.0) {
        refuse(figure.place,
               {fmt::format("spread of {} is out of range", q.key), fmt::format("{} 的标准差超出范围", q.key)},
               number(figure.sd), {"a number of at least 0", "不小于 0 的数"});
        fine = false;
    }
    return fine;
}

std::vector<std::size_t> FigureBoard::issues_of(FigureAddress const& address, Place const& place, bool needed) {
    std::vector<std::size_t> positions;
    if (!address.issue.empty()) {
        if (auto const k = roster_.issue(address.issue, place)) positions.push_back(*k);
    } else if (needed) {
        refuse(place,
               {fmt::format("{} needs an issue", info(address.quantity).key),
                fmt::format("{} 需要指明议题", info(address.quantity).key)},
               "", {"the code of an issue", "议题代码"});
    } else {
        for (std::size_t k = 0; k < s_.size.issues; ++k) positions.push_back(k);
    }
    return positions;
}

bool FigureBoard::meaningful(QuantityInfo const& q, std::size_t position) const {
    if (q.extent == Extent::Dyad) return position / s_.size.actors != position % s_.size.actors;
    if (q.extent != Extent::SideCell) return true;
    std::size_t const side = position / s_.size.cells();
    if (q.quantity == Quantity::Offer) return side > 0 && side + 1 < s_.size.sides;
    return q.quantity != Quantity::Exclusivity || side > 0;
}

std::vector<std::size_t> FigureBoard::targets(FigureAddress const& address, QuantityInfo const& q, Place const& place) {
    std::vector<std::size_t> found;
    auto surplus = [&](std::string const& word, char const* name, char const* name_zh) {
        if (!word.empty())
            refuse(place, {fmt::format("{} takes no {}", q.key, name), fmt::format("{} 不涉及{}", q.key, name_zh)},
                   word, {});
    };
    bool const by_actor = q.extent != Extent::System && q.extent != Extent::Issue;
    bool const by_issue = q.extent == Extent::Issue || q.extent == Extent::Cell || q.extent == Extent::SideCell ||
                          q.extent == Extent::Endowment;
    bool const by_partner = q.extent == Extent::SideCell || q.extent == Extent::Dyad;
    if (!by_actor) surplus(address.actor, "actor", "行为体");
    if (!by_issue) surplus(address.issue, "issue", "议题");
    if (!by_partner) surplus(address.partner, "partner", "对方");
    if (q.extent != Extent::Endowment) surplus(address.good, "good", "物品");

    if (q.extent == Extent::System) return {0};
    if (q.extent == Extent::Issue) return issues_of(address, place, false);
    auto const addressed = roster_.addressed(address.actor, place);
    if (!addressed) return found;

    if (q.extent == Extent::Actor) {
        found = *addressed;
    } else if (q.extent == Extent::Dyad) {
        auto const partner = roster_.actor(address.partner, place);
        for (std::size_t const a : *addressed)
            if (partner && a != *partner) found.push_back(a * s_.size.actors + *partner);
        if (partner && address.actor == address.partner)
            refuse(place, {fmt::format("{} of an actor with itself", q.key), fmt::format("行为体与自身的 {}", q.key)},
                   address.actor, {"two different actors", "两个不同的行为体"});
    } else if (q.extent == Extent::Endowment) {
        for (std::size_t const k : issues_of(address, place, true))
            if (auto const g = roster_.good(s_.issues[k], address.good, place))
                for (std::size_t const a : *addressed) found.push_back(a * s_.size.goods + *g);
    } else {
        std::size_t side = 0;
        if (q.extent == Extent::SideCell) {
            auto const named = roster_.side(address.partner, place);
            if (!named) return found;
            side = *named;
            if (!meaningful(q, side * s_.size.cells())) {
                refuse(place,
                       {fmt::format("{} has no meaning with this partner", q.key),
                        fmt::format("{} 对此对方没有意义", q.key)},
                       address.partner,
                       q.quantity == Quantity::Offer ? Text{"a challenger", "崛起国"}
                                                     : Text{"a challenger or regroup", "崛起国或 regroup"});
                return found;
            }
        }
        auto const issues = issues_of(address, place, false);
        for (std::size_t const a : *addressed) {
            auto const n = roster_.assessed(a);
            if (!n && roster_.nearness(address.actor) == 2)
                refuse(place,
                       {fmt::format("{} of an actor that is not assessed", q.key),
                        fmt::format("{} 的行为体不在评估之列", q.key)},
                       address.actor, {"an ally of the leader or a partner", "霸权国的盟国或伙伴"});
            if (!n) continue;
            for (std::size_t const k : issues) found.push_back(side * s_.size.cells() + *n * s_.size.issues + k);
        }
    }
    return found;
}

int FigureBoard::precedence(FigureAddress const& address, int layer) const {
    assert(0 <= layer && layer < layers);
    return (2 * roster_.nearness(address.actor) + (address.issue.empty() ? 0 : 1)) * layers + layer;
}

void FigureBoard::refuse_second(FigureAddress const& address, Figure const& figure, std::string const& at,
                                Place const& first) {
    std::string_view const key = info(address.quantity).key;
    Text what{fmt::format("{} given twice", key), fmt::format("{} 重复", key)};
    if (!at.empty()) what = {fmt::format("{} for {}", what.en, at), fmt::format("{}：{}", what.zh, at)};
    Text expected{"one entry", "一个条目"};
    if (!first.file.empty())
        expected = {fmt::format("one entry; the other is at {}:{}", first.file, first.line),
                    fmt::format("一个条目；另一处在 {}:{}", first.file, first.line)};
    refuse(figure.place, std::move(what), number(figure.value), std::move(expected));
}

Place const* FigureBoard::earlier(FigureAddress const& address, int layer, Place const& place) {
    auto const [first, fresh] = addresses_.try_emplace(
        {address.quantity, address.actor, address.partner, address.issue, address.good, layer}, place);
    return fresh ? nullptr : &first->second;
}

void FigureBoard::place(FigureAddress const& address, Figure const& figure, int layer) {
    QuantityInfo const& q = info(address.quantity);
    // A figure out of range is reported and still takes its place, so that it is not reported as missing too.
    bool const fine = check_range(q, figure);
    std::vector<std::size_t> const found = targets(address, q, figure.place);
    if (found.empty()) return;
    if (Place const* first = earlier(address, layer, figure.place)) {
        refuse_second(address, figure, where(address.quantity, found.front()), *first);
        return;
    }
    int const score = precedence(address, layer);
    std::uint32_t const basis = static_cast<std::uint32_t>(s_.bases.size());
    s_.bases.push_back(figure.basis);
    bool reported = false;
    for (std::size_t const target : found) {
        std::size_t const position = at(address.quantity, target);
        if (score == score_[position] && !reported) {
            refuse_second(address, figure, where(address.quantity, target), placed_[position]);
            reported = true;
        }
        if (score <= score_[position]) continue;
        score_[position] = score;
        placed_[position] = figure.place;
        values_[position] = fine ? figure.value : std::max(q.low, 0.0);
        s_.sds[position] = fine ? figure.sd : 0.0;
        s_.basis_of[position] = basis;
    }
}

void FigureBoard::copy(std::size_t from, std::size_t to) {
    values_[to] = values_[from];
    score_[to] = score_[from];
    placed_[to] = placed_[from];
    s_.sds[to] = s_.sds[from];
    s_.basis_of[to] = s_.basis_of[from];
    twin_[std::max(from, to)] = std::min(from, to);
}

void FigureBoard::mirror(Quantity quantity, std::size_t forward, std::size_t backward) {
    std::size_t const from = at(quantity, forward);
    std::size_t const to = at(quantity, backward);
    bool const directed = quantity == Quantity::Trade && score_[from] >= 0 && score_[to] >= 0;
    if (directed) return;
    if (score_[from] > score_[to]) {
        copy(from, to);
    } else if (score_[from] < score_[to]) {
        copy(to, from);
    } else if (score_[from] >= 0 && (values_[from] != values_[to] || s_.sds[from] != s_.sds[to])) {
        bool const by_spread = values_[from] == values_[to];
        double const here = by_spread ? s_.sds[to] : values_[to];
        double const there = by_spread ? s_.sds[from] : values_[from];
        std::string_view const key = info(quantity).key;
        std::string const pair = where(quantity, backward);
        refuse(placed_[to],
               by_spread ? Text{fmt::format("spread of {} differs by direction for {}", key, pair),
                                fmt::format("{} 的标准差两个方向不一致：{}", key, pair)}
                         : Text{fmt::format("{} differs by direction for {}", key, pair),
                                fmt::format("{} 两个方向不一致：{}", key, pair)},
               number(here),
               {fmt::format("{}, as the other way round", there), fmt::format("{}，与反方向相同", there)});
    } else {
        twin_[std::max(from, to)] = std::min(from, to);
    }
}

void FigureBoard::mirror() {
    std::size_t const n = s_.size.actors;
    for (Quantity const q :
         {Quantity::Distance, Quantity::Contiguity, Quantity::Barrier, Quantity::Trade, Quantity::Linkage})
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = i + 1; j < n; ++j) mirror(q, i * n + j, j * n + i);
}

void FigureBoard::alter(WorldBuilder::Alteration const& change) {
    auto const put = [&](std::size_t at_position) {
        values_[at_position] = change.value;
        s_.sds[at_position] = change.sd;
        s_.basis_of[at_position] = static_cast<std::uint32_t>(s_.bases.size() - 1);
    };
    s_.bases.push_back(change.basis);
    std::size_t const here = at(change.quantity, change.position);
    put(here);
    if (info(change.quantity).extent != Extent::Dyad || change.quantity == Quantity::Hostility) return;
    std::size_t const n = s_.size.actors;
    std::size_t const there = at(change.quantity, change.position % n * n + change.position / n);
    bool const one_figure = twin_[std::max(here, there)] == std::min(here, there);
    if (one_figure || change.quantity != Quantity::Trade) put(there);
}

std::vector<double> FigureBoard::finish() {
    auto& s = s_;
    std::vector<double> low(values_.size());
    std::vector<double> high(values_.size());
    for (std::size_t q = 0; q < quantity_count; ++q) {
        for (std::size_t n = 0; n < s.length[q]; ++n) {
            low[s.offset[q] + n] = all_quantities()[q].low;
            high[s.offset[q] + n] = all_quantities()[q].high;
        }
    }
    for (std::size_t n = 0; n < values_.size(); ++n) {
        if (s.sds[n] <= 0.0) continue;
        auto const position = static_cast<std::uint32_t>(n);
        // A figure that mirrors another moves with it; the other comes first, so its block is there already.
        auto const source = static_cast<std::uint32_t>(twin_[n]);
        if (s.blocks.empty() || s.blocks.back() < source / 4) s.blocks.push_back(source / 4);
        auto const block = std::ranges::lower_bound(s.blocks, source / 4) - s.blocks.begin();
        s.uncertain.push_back(position);
        s.slot.push_back(static_cast<std::uint32_t>(4 * block) + source % 4);
        s.low.push_back(low[n]);
        s.high.push_back(high[n]);
    }
    return std::move(values_);
}

} // namespace casus
