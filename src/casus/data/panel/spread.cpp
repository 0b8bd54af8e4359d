#include "casus/data/panel/spread.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cmath>
#include <functional>
#include <memory>
#include <type_traits>

namespace casus::data {

namespace {

/// Rows of one column that a thread writes at a time: a column of reals of that many fits the second-level cache.
constexpr std::size_t rows_at_a_time = 32768;

/// Smallest width, from `least` on, that holds every value.
template <class Range, class Value> Width width_for(Width least, Range const& range, Value const& value_of) {
    double low = 0.0;
    double high = 0.0;
    for (auto const& entry : range) {
        double const value = value_of(entry);
        if (std::isnan(value)) continue;
        if (value != std::floor(value)) return Width::Real;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    auto const fits = [&](auto type) {
        using T = decltype(type);
        return low > static_cast<double>(missing<T>) && high <= static_cast<double>(std::numeric_limits<T>::max());
    };
    Width const needed = fits(std::int8_t{})    ? Width::Flag
                         : fits(std::int16_t{}) ? Width::Small
                         : fits(std::int32_t{}) ? Width::Whole
                                                : Width::Real;
    return std::max(least, needed);
}

template <class T> T cell(double value) { return std::isnan(value) ? missing<T> : static_cast<T>(value); }

template <class T> bool is_missing(T value) {
    if constexpr (std::is_floating_point_v<T>)
        return std::isnan(value);
    else
        return value == missing<T>;
}

template <class T> std::size_t missing_in(std::span<T const> cells) {
    std::size_t count = 0;
    for (T const value : cells) count += is_missing(value) ? 1U : 0U;
    return count;
}

/// Something that fills the rows of a stretch of runs of one column.
class Layer {
public:
    virtual ~Layer() = default;
    /// Fills the rows of these consecutive runs and returns how many of them are missing.
    virtual std::size_t fill(std::span<Run const> runs) = 0;
};

/// Years of states, ready to be copied: [state][year − first year of the frame].
template <class T> struct StateYears {
    Values<T> cells;
    std::size_t years = 0;

    StateYears(StateSeries const& series, Frame const& frame)
        : years(static_cast<std::size_t>(frame.last_year() - frame.first_year() + 1)) {
        cells.assign(frame.system().size() * years, missing<T>);
        int const from = std::max(frame.first_year(), series.coverage.first_year);
        int const to = std::min(frame.last_year(), series.coverage.last_year);
        for (std::size_t state = 0; state < frame.system().size(); ++state)
            for (int year = from; year <= to; ++year) {
                double const value =
                    series.values[state * series.years() + static_cast<std::size_t>(year - series.coverage.first_year)];
                cells[state * years + static_cast<std::size_t>(year - frame.first_year())] =
                    cell<T>(std::isnan(value) ? series.otherwise : value);
            }
    }
};

/// One state of each pair: the years of a run lie side by side in the table and in the column.
template <class T> class StateLayer : public Layer {
public:
    StateLayer(std::shared_ptr<StateYears<T> const> table, bool second, Frame const& frame, Values<T>& cells)
        : table_(std::move(table)), second_(second), first_year_(frame.first_year()), cells_(cells.data()) {}

    std::size_t fill(std::span<Run const> runs) override {
        for (Run const& run : runs) {
            std::size_t const state = second_ ? run.second : run.first;
            T const* const years = table_->cells.data() + state * table_->years;
            std::copy_n(years + (run.first_year - first_year_), run.years(), cells_ + run.row);
        }
        std::size_t const first = runs.front().row;
        return missing_in(std::span<T const>(cells_ + first, runs.back().row + runs.back().years() - first));
    }

private:
    std::shared_ptr<StateYears<T> const> table_;
    bool second_;
    int first_year_;
    T* cells_;
};

/// The spells of a series by ordered pair of the frame.
class SpellsOfPairs {
public:
    SpellsOfPairs(PairSeries const& series, Frame const& frame)
        : size_(frame.system().size()), unit_(frame.unit()), from_(size_ * size_ + 1, 0) {
        auto const each = [&](auto const& take) {
            for (PairSpell const& spell : series.spells) {
                if (spell.first_year > series.coverage.last_year || spell.last_year < series.coverage.first_year)
                    continue;
                if (wanted(spell.first, spell.second)) take(spell.first, spell.second, spell);
                bool const both = series.direction == PairSeries::Direction::None ||
                                  (series.direction == PairSeries::Direction::Joined && unit_ == Unit::DyadYear);
                if (both && wanted(spell.second, spell.first)) take(spell.second, spell.first, spell);
            }
        };
        each([&](std::uint32_t first, std::uint32_t second, PairSpell const&) { ++from_[first * size_ + second + 1]; });
        for (std::size_t pair = 1; pair < from_.size(); ++pair) from_[pair] += from_[pair - 1];
        spells_.resize(from_.back());
        std::vector<std::uint32_t> next(from_.begin(), from_.end() - 1);
        each([&](std::uint32_t first, std::uint32_t second, PairSpell const& spell) {
            spells_[next[first * size_ + second]++] = {spell.first_year, spell.last_year, spell.value};
        });
    }

    struct YearsWithValue {
        std::int16_t first_year;
        std::int16_t last_year;
        double value;
    };

    [[nodiscard]] std::span<YearsWithValue const> of(std::size_t first, std::size_t second) const {
        std::size_t const pair = first * size_ + second;
        return std::span<YearsWithValue const>(spells_).subspan(from_[pair], from_[pair + 1] - from_[pair]);
    }

private:
    std::size_t size_;
    Unit unit_;
    std::vector<std::uint32_t> from_;
    Values<YearsWithValue> spells_;

    [[nodiscard]] bool wanted(std::uint32_t first, std::uint32_t second) const {
        return unit_ == Unit::DyadYear ? first < second : first != second;
    }
};

double joined(PairSeries::Join join, double one, double other) {
    switch (join) {
    case PairSeries::Join::Max:
        return std::max(one, other);
    case PairSeries::Join::Min:
        return std::min(one, other);
    case PairSeries::Join::Sum:
        return one + other;
    case PairSeries::Join::Last:
        break;
    }
    return other;
}

template <class T> class PairLayer : public Layer {
public:
    PairLayer(PairSeries const& series, std::shared_ptr<SpellsOfPairs const> spells, Values<T>& cells)
        : series_(series), spells_(std::move(spells)), cells_(cells.data()) {}

    std::size_t fill(std::span<Run const> runs) override {
        Scratch scratch;
        for (Run const& run : runs) {
            T* const out = cells_ + run.row;
            lay_ground(run, out);
            auto const spells = spells_->of(run.first, run.second);
            if (spells.size() == 1)
                paint_one(run, spells.front(), out);
            else if (!spells.empty())
                paint_many(run, spells, scratch, out);
        }
        std::size_t const first = runs.front().row;
        return missing_in(std::span<T const>(cells_ + first, runs.back().row + runs.back().years() - first));
    }

private:
    PairSeries const& series_;
    std::shared_ptr<SpellsOfPairs const> spells_;
    T* cells_;

    enum class Given : std::uint8_t { Nothing, Unknown, Value };
    struct Scratch {
        std::vector<double> values;
        std::vector<Given> given;
    };

    /// Positions in the run of the years from `first` to `last` that the run and the coverage have.
    [[nodiscard]] std::pair<std::size_t, std::size_t> part(Run const& run, int first, int last) const {
        int const from = std::max({first, run.first_year, series_.coverage.first_year});
        int const to = std::min({last, run.last_year, series_.coverage.last_year});
        if (from > to) return {0, 0};
        return {static_cast<std::size_t>(from - run.first_year), static_cast<std::size_t>(to - run.first_year) + 1};
    }

    void lay_ground(Run const& run, T* out) const {
        auto const [from, to] = part(run, run.first_year, run.last_year);
        std::fill(out, out + from, missing<T>);
        std::fill(out + from, out + to, cell<T>(series_.otherwise));
        std::fill(out + to, out + run.years(), missing<T>);
    }

    void paint_one(Run const& run, SpellsOfPairs::YearsWithValue const& spell, T* out) const {
        auto const [from, to] = part(run, spell.first_year, spell.last_year);
        std::fill(out + from, out + to, cell<T>(spell.value));
    }

    /// Where spells meet they are joined; what is said to be unknown shows only where no other spell gives a value.
    void paint_many(Run const& run, std::span<SpellsOfPairs::YearsWithValue const> spells, Scratch& scratch,
                    T* out) const {
        scratch.values.assign(run.years(), missing<double>);
        scratch.given.assign(run.years(), Given::Nothing);
        for (auto const& spell : spells) {
            auto const [from, to] = part(run, spell.first_year, spell.last_year);
            for (std::size_t i = from; i < to; ++i) {
                Given& given = scratch.given[i];
                if (std::isnan(spell.value)) {
                    if (given == Given::Nothing) given = Given::Unknown;
                    continue;
                }
                scratch.values[i] =
                    given == Given::Value ? joined(series_.join, scratch.values[i], spell.value) : spell.value;
                given = Given::Value;
            }
        }
        for (std::size_t i = 0; i < run.years(); ++i)
            if (scratch.given[i] != Given::Nothing) out[i] = cell<T>(scratch.values[i]);
    }
};

/// Calls take.operator()<T>() with the type of the width.
template <class Take> auto with_type(Width width, Take const& take) {
    switch (width) {
    case Width::Flag:
        return take(std::type_identity<std::int8_t>{});
    case Width::Small:
        return take(std::type_identity<std::int16_t>{});
    case Width::Whole:
        return take(std::type_identity<std::int32_t>{});
    case Width::Real:
        break;
    }
    return take(std::type_identity<double>{});
}

/// A column of that type, its cells not yet written.
template <class T> Values<T>& unwritten(Spread& place, std::string name, std::size_t rows) {
    place.column.name = std::move(name);
    return place.column.cells.emplace<Values<T>>(rows);
}

Width width_of(StateSeries const& series) {
    Width const of_values = width_for(series.width, series.values, [](double value) { return value; });
    return width_for(of_values, std::span(&series.otherwise, 1), [](double value) { return value; });
}

/// Values of spells; where they are added up, as many times the value as spells of a pair may meet.
Width width_of(PairSeries const& series, SpellsOfPairs const& spells, std::size_t states) {
    double most = 1.0;
    if (series.join == PairSeries::Join::Sum)
        for (std::size_t pair = 0; pair < states * states; ++pair)
            most = std::max(most, static_cast<double>(spells.of(pair / states, pair % states).size()));
    Width const of_values =
        width_for(series.width, series.spells, [most](PairSpell const& spell) { return spell.value * most; });
    return width_for(of_values, std::span(&series.otherwise, 1), [](double value) { return value; });
}

using Layers = std::vector<std::unique_ptr<Layer>>;

void add_layers(StateSeries const& series, Frame const& frame, std::span<Spread> places, Layers& layers) {
    assert(series.values.size() == frame.system().size() * series.years());
    with_type(width_of(series), [&](auto type) {
        using T = typename decltype(type)::type;
        auto const table = std::make_shared<StateYears<T> const>(series, frame);
        for (std::size_t i = 0; i < places.size(); ++i) {
            std::string const name = places.size() == 1 ? series.name : series.name + (i == 0 ? "1" : "2");
            layers.push_back(
                std::make_unique<StateLayer<T>>(table, i == 1, frame, unwritten<T>(places[i], name, frame.rows())));
        }
    });
}

void add_layer(PairSeries const& series, Frame const& frame, Spread& place, Layers& layers) {
    auto const spells = std::make_shared<SpellsOfPairs const>(series, frame);
    with_type(width_of(series, *spells, frame.system().size()), [&](auto type) {
        using T = typename decltype(type)::type;
        layers.push_back(
            std::make_unique<PairLayer<T>>(series, spells, unwritten<T>(place, series.name, frame.rows())));
    });
}

} // namespace

std::vector<Spread> spread(Frame const& frame, std::span<StateSeries const> states, std::span<PairSeries const> pairs,
                           std::size_t threads) {
    assert(frame.of_pairs() || pairs.empty());
    std::size_t const of_state = frame.of_pairs() ? 2 : 1;
    std::vector<Spread> result(states.size() * of_state + pairs.size());
    Layers layers;
    for (std::size_t i = 0; i < states.size(); ++i)
        add_layers(states[i], frame, std::span(result).subspan(i * of_state, of_state), layers);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        add_layer(pairs[i], frame, result[states.size() * of_state + i], layers);

    std::vector<std::size_t> const limits = stretches(frame, rows_at_a_time);
    std::size_t const parts = limits.size() - 1;
    std::vector<std::atomic<std::size_t>> missing_cells(layers.size());
    parallel_for(layers.size() * parts, 1, threads, [&](std::size_t task, std::size_t, std::size_t) {
        std::size_t const part = task % parts;
        auto const runs = frame.runs().subspan(limits[part], limits[part + 1] - limits[part]);
        if (!runs.empty()) missing_cells[task / parts] += layers[task / parts]->fill(runs);
    });
    for (std::size_t i = 0; i < layers.size(); ++i) result[i].missing = missing_cells[i];
    return result;
}

std::size_t count_missing(Column const& column) {
    return std::visit(
        [](auto const& held) -> std::size_t {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, Words>)
                return static_cast<std::size_t>(std::ranges::count(held.numbers, Words::none));
            else
                return missing_in(std::span<typename Held::value_type const>(held));
        },
        column.cells);
}

} // namespace casus::data
