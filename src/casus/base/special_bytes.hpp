// Finds the few bytes of delimited text that mean something, 64 bytes at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace casus {

/// Walks over the offsets of separators, double quotes and control characters (line ends and tabs among them).
class SpecialBytes {
public:
    /// `content` must stay where it is.
    SpecialBytes(std::string_view content, char separator) : content_(content), separator_(separator) {}

    /// The offset of the next special byte; the size of the content after the last, again and again.
    std::size_t next() {
        while (found_ == 0) {
            if (block_end_ >= content_.size()) return content_.size();
            look_at_next_block();
        }
        std::size_t const offset = block_end_ - block_size + static_cast<std::size_t>(std::countr_zero(found_));
        found_ &= found_ - 1;
        return offset;
    }

private:
    static constexpr std::size_t block_size = 64;

    void look_at_next_block() {
        char const* block = content_.data() + block_end_;
        std::array<char, block_size> last;
        if (std::size_t const left = content_.size() - block_end_; left < block_size) {
            last.fill(' ');
            std::memcpy(last.data(), block, left);
            block = last.data();
        }
        found_ = special(block);
        block_end_ += block_size;
    }

    /// Bit i says whether block[i] is special.
    [[nodiscard]] std::uint64_t special(char const* block) const {
        std::uint64_t bits = 0;
#ifdef __SSE2__
        __m128i const separator = _mm_set1_epi8(separator_);
        __m128i const quote = _mm_set1_epi8('"');
        __m128i const last_control = _mm_set1_epi8(0x1f);
        for (std::size_t lane = 0; lane < block_size; lane += 16) {
            __m128i const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(block + lane));
            __m128i const control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
            __m128i const either = _mm_or_si128(_mm_cmpeq_epi8(bytes, separator), _mm_cmpeq_epi8(bytes, quote));
            auto const mask = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(either, control)));
            bits |= std::uint64_t{mask} << lane;
        }
#else
        for (std::size_t i = 0; i < block_size; ++i) {
            char const c = block[i];
            bool const here = c == separator_ || c == '"' || static_cast<unsigned char>(c) < 0x20;
            bits |= std::uint64_t{here} << i;
        }
#endif
        return bits;
    }

    std::string_view content_;
    char separator_;
    std::size_t block_end_ = 0;
    std::uint64_t found_ = 0;
};

} // namespace casus
