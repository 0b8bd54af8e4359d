#include "casus/data/column.hpp"

#include <fmt/format.h>

#include <sys/mman.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <type_traits>
#include <unordered_map>

namespace casus::data {

namespace {

constexpr std::align_val_t large_page{std::size_t{2} << 20};

template <class To, class From> Values<To> narrowed(Values<From> const& wide) {
    Values<To> result(wide.size());
    std::ranges::transform(wide, result.begin(),
                           [](From cell) { return (cell == missing<From>) ? missing<To> : static_cast<To>(cell); });
    return result;
}

std::size_t as_index(std::int32_t word) { return static_cast<std::size_t>(word); }

template <class T> bool holds(std::int64_t low, std::int64_t high) {
    return low > missing<T> && high <= std::numeric_limits<T>::max();
}

} // namespace

void* allocate_large(std::size_t bytes) {
    void* const place = ::operator new(bytes, large_page);
#ifdef MADV_HUGEPAGE
    (void)madvise(place, bytes, MADV_HUGEPAGE); // advice: where it is not taken, pages are small and all is well
#endif
    return place;
}

void free_large(void* place) noexcept { ::operator delete(place, large_page); }

std::size_t Column::rows() const {
    return std::visit(
        [](auto const& held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Words>)
                return held.numbers.size();
            else
                return held.size();
        },
        cells);
}

bool Column::is_missing(std::size_t row) const {
    return std::visit(
        [row](auto const& held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Words>)
                return held.numbers[row] == Words::none;
            else if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Values<double>>)
                return std::isnan(held[row]);
            else
                return held[row] == missing<std::decay_t<decltype(held[row])>>;
        },
        cells);
}

double Column::number(std::size_t row) const {
    return std::visit(
        [row](auto const& held) -> double {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Words>) {
                assert(false);
                return missing<double>;
            } else {
                auto const cell = held[row];
                if constexpr (std::is_floating_point_v<std::decay_t<decltype(cell)>>)
                    return cell;
                else
                    return (cell == missing<std::decay_t<decltype(cell)>>) ? missing<double> : cell;
            }
        },
        cells);
}

std::string_view Column::word(std::size_t row) const {
    Words const& words = std::get<Words>(cells);
    std::int32_t const number = words.numbers[row];
    return number == Words::none ? std::string_view{} : words.dictionary[static_cast<std::size_t>(number)];
}

Values<std::int32_t> whole(Column const& column) {
    return std::visit(
        [](auto const& held) -> Values<std::int32_t> {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, Words> || std::is_same_v<Held, Values<double>>) {
                assert(false);
                return {};
            } else {
                return narrowed<std::int32_t>(held);
            }
        },
        column.cells);
}

Values<double> real(Column const& column) {
    Values<double> result(column.rows());
    for (std::size_t row = 0; row < result.size(); ++row) result[row] = column.number(row);
    return result;
}

struct ColumnBuilder::Lookup {
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> numbers;
    /// For each word the one that stood after it last time: files go through the same words in the same order again
    /// and again, so that most words are found by one comparison.
    std::vector<std::int32_t> followers;
    std::int32_t last = Words::none;
};

ColumnBuilder::ColumnBuilder(std::string name) : name_(std::move(name)) {}

void ColumnBuilder::turn_real() {
    real_.resize(whole_.size());
    std::ranges::transform(whole_, real_.begin(), [](std::int32_t cell) {
        return cell == missing<std::int32_t> ? missing<double> : static_cast<double>(cell);
    });
    whole_ = {};
    stage_ = Stage::Real;
}

void ColumnBuilder::turn_text() {
    Values<std::int32_t> const whole = std::move(whole_);
    Values<double> const real = std::move(real_);
    bool const was_whole = stage_ == Stage::Whole;
    stage_ = Stage::Text;
    lookup_ = std::make_shared<Lookup>();
    std::size_t const before = rows_;
    for (rows_ = 0; rows_ < before;) {
        if (was_whole ? whole[rows_] == missing<std::int32_t> : std::isnan(real[rows_]))
            add_missing();
        else
            add(std::string_view(was_whole ? fmt::format("{}", whole[rows_]) : fmt::format("{}", real[rows_])));
    }
}

void ColumnBuilder::add_missing() {
    ++rows_;
    if (stage_ == Stage::Whole)
        whole_.push_back(missing<std::int32_t>);
    else if (stage_ == Stage::Real)
        real_.push_back(missing<double>);
    else
        words_.numbers.push_back(Words::none);
}

void ColumnBuilder::add(std::int64_t number) {
    if (stage_ == Stage::Text) {
        add(std::string_view(fmt::format("{}", number)));
        return;
    }
    if (stage_ == Stage::Whole && !holds<std::int32_t>(number, number)) turn_real();
    ++rows_;
    if (stage_ == Stage::Real) {
        real_.push_back(static_cast<double>(number));
        return;
    }
    low_ = std::min(low_, number);
    high_ = std::max(high_, number);
    whole_.push_back(static_cast<std::int32_t>(number));
}

void ColumnBuilder::add(double number) {
    if (stage_ == Stage::Text) {
        add(std::string_view(fmt::format("{}", number)));
        return;
    }
    if (stage_ == Stage::Whole) turn_real();
    ++rows_;
    real_.push_back(number);
}

void ColumnBuilder::add(std::string_view word) {
    if (stage_ != Stage::Text) turn_text();
    ++rows_;
    Lookup& lookup = *lookup_;
    std::int32_t* const follower = lookup.last == Words::none ? nullptr : &lookup.followers[as_index(lookup.last)];
    if (follower && words_.dictionary[as_index(*follower)] == word) {
        lookup.last = *follower;
    } else {
        std::int32_t const before = lookup.last;
        lookup.last = number_of(word);
        if (before != Words::none) lookup.followers[as_index(before)] = lookup.last;
    }
    words_.numbers.push_back(lookup.last);
}

std::int32_t ColumnBuilder::number_of(std::string_view word) {
    auto const found = lookup_->numbers.find(word);
    if (found != lookup_->numbers.end()) return found->second;
    auto const number = static_cast<std::int32_t>(words_.dictionary.size());
    lookup_->numbers.emplace(word, number);
    lookup_->followers.push_back(number);
    words_.dictionary.emplace_back(word);
    return number;
}

Column ColumnBuilder::finish() {
    lookup_.reset();
    if (stage_ == Stage::Text) return {std::move(name_), std::move(words_)};
    if (stage_ == Stage::Real) return {std::move(name_), std::move(real_)};
    if (holds<std::int8_t>(low_, high_)) return {std::move(name_), narrowed<std::int8_t>(whole_)};
    if (holds<std::int16_t>(low_, high_)) return {std::move(name_), narrowed<std::int16_t>(whole_)};
    return {std::move(name_), std::move(whole_)};
}

Column const* Table::find(std::string_view name) const {
    auto const found = std::ranges::find(columns, name, &Column::name);
    return found == columns.end() ? nullptr : &*found;
}

Column const& Table::operator[](std::string_view name) const {
    Column const* const column = find(name);
    assert(column);
    return *column;
}

} // namespace casus::data
