#include "casus/data/store/column_bytes.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

namespace casus::data {

namespace {

static_assert(std::endian::native == std::endian::little, "the store keeps cells as little-endian machines do");

template <class T> std::string_view memory_of(Values<T> const& values) {
    return {reinterpret_cast<char const*>(values.data()), values.size() * sizeof(T)};
}

void append(std::string& bytes, std::uint32_t number) {
    bytes.append(reinterpret_cast<char const*>(&number), sizeof number);
}

std::string text_bytes(Words const& words) {
    std::string bytes(memory_of(words.numbers));
    append(bytes, static_cast<std::uint32_t>(words.dictionary.size()));
    for (std::string const& word : words.dictionary) append(bytes, static_cast<std::uint32_t>(word.size()));
    for (std::string const& word : words.dictionary) bytes += word;
    return bytes;
}

std::optional<std::vector<std::string>> dictionary_of(std::string_view bytes) {
    std::uint32_t count = 0;
    if (bytes.size() < sizeof count) return std::nullopt;
    std::memcpy(&count, bytes.data(), sizeof count);
    bytes.remove_prefix(sizeof count);
    if (bytes.size() / sizeof(std::uint32_t) < count) return std::nullopt;
    std::string_view letters = bytes.substr(count * sizeof(std::uint32_t));
    std::vector<std::string> dictionary;
    dictionary.reserve(count);
    for (std::size_t n = 0; n < count; ++n) {
        std::uint32_t length = 0;
        std::memcpy(&length, bytes.data() + n * sizeof length, sizeof length);
        if (length > letters.size()) return std::nullopt;
        dictionary.emplace_back(letters.substr(0, length));
        letters.remove_prefix(length);
    }
    return letters.empty() ? std::optional(std::move(dictionary)) : std::nullopt;
}

template <class T> std::optional<Values<T>> values_of(std::size_t rows, std::size_t size, ByteSource const& source) {
    // Divided, not multiplied: a damaged number of rows must not overflow, nor ask for more memory than there are bytes.
    if (size / sizeof(T) < rows) return std::nullopt;
    Values<T> values(rows);
    if (rows > 0) source(values.data(), rows * sizeof(T), 0);
    return values;
}

template <class T> std::optional<Cells> numbers_of(std::size_t rows, std::size_t size, ByteSource const& source) {
    auto values = values_of<T>(rows, size, source);
    if (!values || size != rows * sizeof(T)) return std::nullopt;
    return Cells(std::move(*values));
}

std::optional<Cells> words_of(std::size_t rows, std::size_t size, ByteSource const& source) {
    auto numbers = values_of<std::int32_t>(rows, size, source);
    if (!numbers) return std::nullopt;
    std::size_t const begin = rows * sizeof(std::int32_t);
    std::string rest(size - begin, '\0');
    if (!rest.empty()) source(rest.data(), rest.size(), begin);
    auto dictionary = dictionary_of(rest);
    if (!dictionary) return std::nullopt;
    std::int32_t low = Words::none;
    std::int32_t high = Words::none;
    for (std::int32_t const number : *numbers) {
        low = std::min(low, number);
        high = std::max(high, number);
    }
    if (low < Words::none || high >= static_cast<std::int64_t>(dictionary->size())) return std::nullopt;
    return Cells(Words{std::move(*numbers), std::move(*dictionary)});
}

} // namespace

std::string_view kind_of(Column const& column) {
    constexpr std::string_view kinds[] = {"int8", "int16", "int32", "real", "text"};
    static_assert(std::size(kinds) == std::variant_size_v<Cells>);
    return kinds[column.cells.index()];
}

std::string_view bytes_of(Column const& column, std::string& scratch) {
    return std::visit(
        [&scratch](auto const& held) -> std::string_view {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Words>)
                return scratch = text_bytes(held);
            else
                return memory_of(held);
        },
        column.cells);
}

std::optional<Cells> cells_of(std::string_view kind, std::size_t rows, std::size_t size, ByteSource const& source) {
    if (kind == "int8") return numbers_of<std::int8_t>(rows, size, source);
    if (kind == "int16") return numbers_of<std::int16_t>(rows, size, source);
    if (kind == "int32") return numbers_of<std::int32_t>(rows, size, source);
    if (kind == "real") return numbers_of<double>(rows, size, source);
    if (kind == "text") return words_of(rows, size, source);
    return std::nullopt;
}

} // namespace casus::data
