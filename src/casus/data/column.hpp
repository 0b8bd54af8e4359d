// Columns in memory: whole numbers as narrow as they fit, real numbers, words. Missing is a value of its own.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace casus::data {

/// Memory for large columns, asked of the system in large pages: most of what a fresh column costs is the faults on
/// its pages. Throws std::bad_alloc.
[[nodiscard]] void* allocate_large(std::size_t bytes);
void free_large(void* place) noexcept;

/// An allocator that leaves new numbers as they are: a panel's columns are written once, not zeroed first.
template <class T> struct Unwritten : std::allocator<T> {
    static constexpr std::size_t large = std::size_t{4} << 20; ///< bytes from which on large pages are worth it

    template <class U> struct rebind { using other = Unwritten<U>; };
    [[nodiscard]] T* allocate(std::size_t count) {
        if (count < large / sizeof(T)) return std::allocator<T>::allocate(count);
        if (count > std::numeric_limits<std::size_t>::max() / sizeof(T)) throw std::bad_array_new_length();
        return static_cast<T*>(allocate_large(count * sizeof(T)));
    }
    void deallocate(T* place, std::size_t count) noexcept {
        if (count < large / sizeof(T))
            std::allocator<T>::deallocate(place, count);
        else
            free_large(place);
    }
    template <class U> void construct(U* place) noexcept { ::new (static_cast<void*>(place)) U; }
    template <class U, class... Arguments> void construct(U* place, Arguments&&... arguments) {
        ::new (static_cast<void*>(place)) U(std::forward<Arguments>(arguments)...);
    }
};

template <class T> using Values = std::vector<T, Unwritten<T>>;

/// What stands for missing: the least whole number, NaN, and word −1.
template <class T>
inline constexpr T missing = std::numeric_limits<T>::has_quiet_NaN ? std::numeric_limits<T>::quiet_NaN()
                                                                   : std::numeric_limits<T>::min();

/// Text as numbers of words, each word kept once.
struct Words {
    static constexpr std::int32_t none = -1; ///< missing
    Values<std::int32_t> numbers;
    std::vector<std::string> dictionary;
};

/// In the order of narrowness; a Column holds one of them.
using Cells = std::variant<Values<std::int8_t>, Values<std::int16_t>, Values<std::int32_t>, Values<double>, Words>;

struct Column {
    std::string name;
    Cells cells;

    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] bool is_text() const { return std::holds_alternative<Words>(cells); }
    [[nodiscard]] bool is_missing(std::size_t row) const;
    /// The number in a row, NaN where missing. The column must not be text.
    [[nodiscard]] double number(std::size_t row) const;
    /// The word in a row, empty where missing. The column must be text.
    [[nodiscard]] std::string_view word(std::size_t row) const;
    /// The cells as they lie in memory; T must be what the column holds.
    template <class T> [[nodiscard]] std::span<T const> as() const { return std::get<Values<T>>(cells); }
};

/// Copies in one type, missing kept: for who reads whatever width a file happened to need.
/// An integer column asked as int32 or double; a real one only as double (asking for int32 is a bug).
[[nodiscard]] Values<std::int32_t> whole(Column const& column);
[[nodiscard]] Values<double> real(Column const& column);

/// Collects cells one by one and settles for the narrowest kind that holds them all.
class ColumnBuilder {
public:
    explicit ColumnBuilder(std::string name);
    void add_missing();
    void add(std::int64_t number); ///< beyond 32 bits it becomes real
    void add(double number);
    void add(std::string_view word); ///< after numbers: the column turns into text, the numbers as they print
    [[nodiscard]] Column finish();

private:
    std::string name_;
    std::size_t rows_ = 0;
    std::int64_t low_ = 0;
    std::int64_t high_ = 0;
    enum class Stage { Whole, Real, Text } stage_ = Stage::Whole;
    Values<std::int32_t> whole_;
    Values<double> real_;
    Words words_;
    struct Lookup;
    std::shared_ptr<Lookup> lookup_;
    void turn_real();
    void turn_text();
    std::int32_t number_of(std::string_view word);
};

/// Columns of equal length.
struct Table {
    std::vector<Column> columns;

    [[nodiscard]] std::size_t rows() const { return columns.empty() ? 0 : columns.front().rows(); }
    /// Nothing where there is no such column.
    [[nodiscard]] Column const* find(std::string_view name) const;
    /// The column must be there.
    [[nodiscard]] Column const& operator[](std::string_view name) const;
};

} // namespace casus::data
