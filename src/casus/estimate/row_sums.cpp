#include "casus/estimate/row_sums.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace casus::estimate {

namespace {

constexpr std::size_t most_chunks = 64;
constexpr std::size_t lane_count = 8;

/// Eight numbers side by side, in the vector extension of g++ and clang: the same additions in the same order everywhere.
using Lanes [[gnu::vector_size(lane_count * sizeof(double))]] = double;

void load(Lanes& to, double const* from) { std::memcpy(&to, from, sizeof(Lanes)); }

double sum(Lanes const& lanes) {
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

/// into[j · stride + l] += a_j · b_l.
template <std::size_t J, std::size_t L>
void add_dot_products(double const* const* a, double const* const* b, std::size_t rows, double* into,
                      std::size_t stride) {
    Lanes sums[J][L] = {};
    std::size_t i = 0;
    for (; i + lane_count <= rows; i += lane_count) {
        Lanes right[L];
        for (std::size_t l = 0; l < L; ++l) load(right[l], b[l] + i);
        for (std::size_t j = 0; j < J; ++j) {
            Lanes left;
            load(left, a[j] + i);
            for (std::size_t l = 0; l < L; ++l) sums[j][l] += left * right[l];
        }
    }
    for (std::size_t j = 0; j < J; ++j)
        for (std::size_t l = 0; l < L; ++l) {
            double rest = 0.0;
            for (std::size_t n = i; n < rows; ++n) rest += a[j][n] * b[l][n];
            into[j * stride + l] += sum(sums[j][l]) + rest;
        }
}

template <std::size_t J>
void add_row_of_tiles(double const* const* a, double const* const* b, std::size_t count, std::size_t rows, double* into,
                      std::size_t stride) {
    std::size_t l = 0;
    for (; l + 4 <= count; l += 4) add_dot_products<J, 4>(a, b + l, rows, into + l, stride);
    switch (count - l) {
    case 3:
        add_dot_products<J, 3>(a, b + l, rows, into + l, stride);
        break;
    case 2:
        add_dot_products<J, 2>(a, b + l, rows, into + l, stride);
        break;
    case 1:
        add_dot_products<J, 1>(a, b + l, rows, into + l, stride);
        break;
    default:
        break;
    }
}

} // namespace

std::vector<double> sum_over_rows(std::span<double const* const> columns, std::size_t rows, std::size_t width,
                                  std::size_t threads,
                                  std::function<void(Block const& block, std::span<double> sums)> const& add) {
    std::size_t const blocks = (rows + block_rows - 1) / block_rows;
    std::size_t const grain = block_rows * std::max<std::size_t>(8, (blocks + most_chunks - 1) / most_chunks);
    std::vector<std::vector<double>> chunks((rows + grain - 1) / grain);
    parallel_for(rows, grain, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        std::vector<double> sums(width);
        for (std::size_t row = first; row < last; row += block_rows)
            add({columns, row, std::min(block_rows, last - row)}, sums);
        chunks[first / grain] = std::move(sums);
    });
    std::vector<double> total(width);
    for (std::vector<double> const& sums : chunks)
        for (std::size_t n = 0; n < width; ++n) total[n] += sums[n];
    return total;
}

void add_products(Block const& block, std::span<double const> coefficients, double* into) {
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
        double const* const x = block.columns[c] + block.first;
        double const b = coefficients[c];
        for (std::size_t i = 0; i < block.rows; ++i) into[i] += b * x[i];
    }
}

void add_weighted_sums(Block const& block, double const* weight, double* into) {
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
        double const* const x = block.columns[c] + block.first;
        add_dot_products<1, 1>(&x, &weight, block.rows, into + c, 1);
    }
}

void add_cross_products(Block const& block, double const* weight, double* into, std::size_t stride) {
    std::size_t const k = block.columns.size();
    std::vector<double const*> x(k);
    for (std::size_t c = 0; c < k; ++c) x[c] = block.columns[c] + block.first;
    std::array<std::array<double, block_rows>, 2> weighted;
    std::array<double const*, 2> const left{weighted[0].data(), weighted[1].data()};
    for (std::size_t c = 0; c < k; c += 2) {
        std::size_t const pair = std::min<std::size_t>(2, k - c);
        for (std::size_t j = 0; j < pair; ++j)
            for (std::size_t i = 0; i < block.rows; ++i) weighted[j][i] = weight[i] * x[c + j][i];
        if (pair == 2)
            add_row_of_tiles<2>(left.data(), x.data(), c + 2, block.rows, into + c * stride, stride);
        else
            add_row_of_tiles<1>(left.data(), x.data(), c + 1, block.rows, into + c * stride, stride);
    }
}

} // namespace casus::estimate
