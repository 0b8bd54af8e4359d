#include "casus/fit/dyad_years.hpp"

#include "casus/base/error.hpp"
#include "casus/data/panel/panel.hpp"
#include "casus/fit/dyad_support.hpp"
#include "casus/world/derive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace casus::fit {

namespace {

constexpr int oldest_year = 1816;
constexpr int by_land = 1;
constexpr int across_24_miles = 3;

/// The panel's columns as they are read here.
struct DyadPanel {
    data::Panel panel;
    data::Values<std::int32_t> a, b, year, contiguity, defence;
    data::Values<double> power_a, power_b, spending, distance, democracy_a, democracy_b;

    DyadPanel(data::Store const& store, int last_year, std::size_t threads)
        : panel(data::build_panel(
              store, {.unit = data::Unit::DirectedDyadYear,
                      .first_year = oldest_year,
                      .last_year = last_year,
                      .features = {{"nmc"}, {"contiguity"}, {"distance"}, {"alliances", "atop"}, {"regime", "vdem"}},
                      .threads = threads})) {
        auto const whole_at = [&](char const* name) { return data::whole(panel.table[name]); };
        auto const real_at = [&](char const* name) { return data::real(panel.table[name]); };
        a = whole_at("ccode1");
        b = whole_at("ccode2");
        year = whole_at("year");
        contiguity = whole_at("conttype");
        defence = whole_at("atop_defense");
        power_a = real_at("cinc1");
        power_b = real_at("cinc2");
        spending = real_at("milex1");
        distance = real_at("capdist");
        democracy_a = real_at("v2x_polyarchy1");
        democracy_b = real_at("v2x_polyarchy2");
        panel.table.columns.clear();
    }
    [[nodiscard]] std::size_t rows() const { return year.size(); }
    /// The row is the year after that of the row before, of the same pair.
    [[nodiscard]] bool follows(std::size_t row) const {
        return row > 0 && a[row] == a[row - 1] && b[row] == b[row - 1] && year[row] == year[row - 1] + 1;
    }
};

/// Military spending of all states by year, in the currency of the year.
std::vector<double> spending_of_world(data::Store const& store, int last_year) {
    data::Panel const panel = data::build_panel(
        store,
        {.unit = data::Unit::CountryYear, .first_year = oldest_year, .last_year = last_year, .features = {{"nmc"}}});
    std::vector<double> sum(static_cast<std::size_t>(last_year - oldest_year) + 1);
    auto const year = data::whole(panel.table["year"]);
    auto const spending = data::real(panel.table["milex"]);
    for (std::size_t row = 0; row < year.size(); ++row)
        if (spending[row] > 0.0) sum[static_cast<std::size_t>(year[row] - oldest_year)] += spending[row];
    return sum;
}

/// Hostility of one directed pair over years from 1816 on.
class HostilityYears {
public:
    HostilityYears(DyadDisputes const& disputes, int last_year) {
        for (auto const& [pair, events] : disputes.hostile) {
            std::vector<double>& years = of_[pair];
            years.resize(static_cast<std::size_t>(last_year - oldest_year) + 1);
            measure::hostilities(events, oldest_year, {}, years);
        }
    }
    [[nodiscard]] std::vector<double> const* of(StatePair const& pair) const {
        auto const found = of_.find(pair);
        return found == of_.end() ? nullptr : &found->second;
    }

private:
    std::map<StatePair, std::vector<double>> of_;
};

/// The years of one directed pair, one after the other, into rows.
class DyadRows {
public:
    DyadRows(DyadPanel const& panel, DyadDisputes const& disputes, data::Store const& store, DyadRequest const& request)
        : panel_(panel), disputes_(disputes), request_(request), support_(request.support_reach),
          land_(oldest_year, request.last_year), hostility_(disputes, request.last_year),
          spending_(spending_of_world(store, request.last_year)) {
        for (std::size_t row = 0; row < panel.rows(); ++row) {
            int const a = panel.a[row], b = panel.b[row], year = panel.year[row];
            if (panel.contiguity[row] == by_land) land_.join(a, b, year);
            if (panel.defence[row] == 1 && panel.power_a[row] >= 0.0 && panel.distance[row] >= 0.0)
                support_.add(a, b, year, panel.power_a[row], panel.distance[row]);
        }
    }

    DyadYears take_all() {
        for (std::size_t row = 0; row < panel_.rows(); ++row) {
            if (!panel_.follows(row)) {
                begin_pair(row);
                continue; // nothing is known of the year before
            }
            if (panel_.year[row] >= request_.first_year) take(row);
        }
        return std::move(out_);
    }

private:
    DyadPanel const& panel_;
    DyadDisputes const& disputes_;
    DyadRequest const& request_;
    DefenceSupport support_;
    Landmasses land_;
    HostilityYears hostility_;
    std::vector<double> spending_;
    DyadYears out_;
    std::unordered_map<int, std::uint32_t> dyads_;

    // Of the pair at hand.
    int since_ = 0;
    std::span<int const> begun_;
    std::span<DisputeYears const> fought_;
    std::vector<double> const* hostile_ = nullptr;
    std::uint32_t dyad_ = 0;

    void begin_pair(std::size_t row) {
        StatePair const pair{panel_.a[row], panel_.b[row]};
        StatePair const unordered = std::minmax(pair.first, pair.second);
        since_ = panel_.year[row];
        auto const begun = disputes_.begun.find(pair);
        begun_ = begun == disputes_.begun.end() ? std::span<int const>{} : begun->second;
        auto const fought = disputes_.fought.find(unordered);
        fought_ = fought == disputes_.fought.end() ? std::span<DisputeYears const>{} : fought->second;
        hostile_ = hostility_.of(pair);
        auto const next = static_cast<std::uint32_t>(dyads_.size());
        dyad_ = dyads_.try_emplace(unordered.first * 1000 + unordered.second, next).first->second;
    }

    void take(std::size_t row) {
        std::size_t const known = row - 1;
        int const year = panel_.year[row];
        DisputePast const past = dispute_past(fought_, year);
        if (past.goes_on) {
            ++out_.going_on;
            return;
        }
        double const distance = panel_.distance[known];
        if (!(panel_.power_a[known] >= 0.0 && panel_.power_b[known] >= 0.0 && distance >= 0.0) ||
            panel_.contiguity[known] == data::missing<std::int32_t>) {
            ++out_.lacking;
            return;
        }
        out_.sender.push_back(static_cast<std::int16_t>(panel_.a[row]));
        out_.target.push_back(static_cast<std::int16_t>(panel_.b[row]));
        out_.year.push_back(static_cast<std::int16_t>(year));
        out_.dyad.push_back(dyad_);
        out_.initiates.push_back(std::ranges::find(begun_, year) != begun_.end());
        out_.peace.push_back(past.last > 0 ? year - 1 - past.last : year - since_);
        out_.hostility.push_back(hostile_ == nullptr ? measure::HostilityParameters{}.floor
                                                     : (*hostile_)[static_cast<std::size_t>(year - oldest_year)]);
        add_place(known, distance);
        add_strength(known);
    }

    void add_place(std::size_t known, double distance) {
        int const a = panel_.a[known], b = panel_.b[known], kind = panel_.contiguity[known];
        bool const contiguous = kind > 0 && kind <= across_24_miles;
        bool const by_foot = kind > 0 ? kind == by_land : land_.joined(a, b, panel_.year[known]);
        double const reach = contiguous ? 1.0 : std::exp(-distance / request_.land_reach);
        out_.distance.push_back(distance);
        out_.contiguity.push_back(contiguous ? 1.0 : 0.0);
        out_.barrier.push_back(by_foot ? 1.0 : 0.0);
        out_.closeness.push_back(std::max(by_foot ? reach : 0.0, std::exp(-distance / request_.sea_reach)));
    }

    void add_strength(std::size_t known) {
        int const a = panel_.a[known], b = panel_.b[known], year = panel_.year[known];
        double const share = panel_.spending[known] / spending_[static_cast<std::size_t>(year - oldest_year)];
        out_.sender_power.push_back(panel_.power_a[known]);
        out_.target_power.push_back(panel_.power_b[known]);
        out_.sender_offence.push_back(offence_from_spending(share * world_spending));
        out_.sender_support.push_back(support_.of(a, year, b));
        out_.target_support.push_back(support_.of(b, year, a));
        double const one = panel_.democracy_a[known], other = panel_.democracy_b[known];
        out_.joint_democracy.push_back(std::isnan(one) || std::isnan(other) ? data::missing<double>
                                                                            : std::min(one, other));
    }
};

} // namespace

DyadYears dyad_years(data::Store const& store, DyadRequest const& request) {
    DyadDisputes const disputes = dyad_disputes(store, request.beginners, request.hostility);
    int const last_known = disputes.sources.front().last_year;
    if (request.first_year <= oldest_year || request.first_year > request.last_year || request.last_year > last_known)
        throw Error(Problem{.place = {},
                            .what = {"no disputes of these years", "没有这些年份的争端数据"},
                            .found = fmt::format("{}:{}", request.first_year, request.last_year),
                            .expected = {fmt::format("years from {} to {}", oldest_year + 1, last_known),
                                         fmt::format("{} 至 {} 年", oldest_year + 1, last_known)}});
    DyadPanel const panel(store, request.last_year, request.threads);
    DyadYears rows = DyadRows(panel, disputes, store, request).take_all();
    rows.first_year = request.first_year;
    rows.last_year = request.last_year;
    rows.sources = panel.panel.sources;
    rows.sources.insert(rows.sources.end(), disputes.sources.begin(), disputes.sources.end());
    std::ranges::sort(rows.sources, {}, &data::Provenance::dataset);
    return rows;
}

} // namespace casus::fit
