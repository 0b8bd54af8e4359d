#include "casus/estimate/triangle.hpp"

#include "casus/base/parallel.hpp"

#include <Eigen/Core>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace casus::estimate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr std::size_t reflected_rows = 512; ///< reflected at a time, so that they stay in the cache
constexpr std::size_t most_chunks = 64;     ///< of rows, each with a triangle of its own
constexpr double tolerance = 1e-7;          ///< of R's lm

Index index(std::size_t n) { return static_cast<Index>(n); }

/// Reflects the first `used` rows of `block` to a triangle in its first rows.
void reduce(MatrixXd& block, Index used) {
    Index const k = block.cols();
    Eigen::HouseholderQR<MatrixXd> const qr(block.topRows(used));
    Index const rank = std::min(used, k);
    block.setZero();
    block.topRows(rank) = qr.matrixQR().topRows(rank).triangularView<Eigen::Upper>();
}

/// The triangle of the rows [first, last).
MatrixXd triangle_of_chunk(std::span<double const* const> columns, std::size_t first, std::size_t last,
                           std::span<double const> scale) {
    Index const k = index(columns.size());
    MatrixXd block = MatrixXd::Zero(k + index(reflected_rows), k);
    for (std::size_t row = first; row < last; row += reflected_rows) {
        Index const rows = index(std::min(reflected_rows, last - row));
        for (Index c = 0; c < k; ++c) {
            double const* const from = columns[static_cast<std::size_t>(c)] + row;
            for (Index i = 0; i < rows; ++i)
                block(k + i, c) = scale.empty() ? from[i] : from[i] * scale[row + static_cast<std::size_t>(i)];
        }
        reduce(block, k + rows);
    }
    return block.topRows(k);
}

bool is_constant(std::span<double const> column, std::span<double const> scale) {
    double value = 0.0;
    bool seen = false;
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (!scale.empty() && scale[i] == 0.0) continue;
        if (seen && column[i] != value) return false;
        value = column[i];
        seen = true;
    }
    return true;
}

Text reason_dropped(Design const& design, std::size_t column, std::span<double const> scale) {
    std::string const& name = design.names[column];
    if (is_constant(design.column(column), scale)) return {name + " is constant: dropped", name + " 为常数：已剔除"};
    return {name + " is a combination of the columns before it: dropped", name + " 是其前各列的线性组合：已剔除"};
}

} // namespace

std::vector<double> triangle_of(std::span<double const* const> columns, std::size_t rows, std::span<double const> scale,
                                std::size_t threads) {
    std::size_t const grain = std::max(reflected_rows, (rows + most_chunks - 1) / most_chunks);
    std::size_t const chunks = (rows + grain - 1) / grain;
    std::vector<MatrixXd> triangles(chunks);
    parallel_for(rows, grain, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        triangles[first / grain] = triangle_of_chunk(columns, first, last, scale);
    });
    Index const k = index(columns.size());
    MatrixXd all = MatrixXd::Zero(2 * k, k);
    for (MatrixXd const& triangle : triangles) {
        all.bottomRows(k) = triangle;
        reduce(all, 2 * k);
    }
    std::vector<double> factor(columns.size() * columns.size());
    Eigen::Map<Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(factor.data(), k, k) =
        all.topRows(k);
    return factor;
}

Independent independent_columns(Design const& design, std::span<double const> scale, std::size_t threads) {
    std::size_t const k = design.columns();
    std::vector<std::size_t> all(k);
    for (std::size_t c = 0; c < k; ++c) all[c] = c;
    std::vector<double> const factor = triangle_of(places_of(design, all), design.rows, scale, threads);
    Eigen::Map<Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> const> const r(
        factor.data(), index(k), index(k));

    Independent found;
    MatrixXd basis(index(k), 0);
    for (std::size_t c = 0; c < k; ++c) {
        Eigen::VectorXd rest = r.col(index(c));
        double const length = rest.norm();
        for (int twice = 0; twice < 2; ++twice) rest -= basis * (basis.transpose() * rest);
        if (rest.norm() > tolerance * length) {
            basis.conservativeResize(Eigen::NoChange, basis.cols() + 1);
            basis.col(basis.cols() - 1) = rest.normalized();
            found.columns.push_back(c);
        } else {
            found.notes.push_back(reason_dropped(design, c, scale));
        }
    }
    return found;
}

std::vector<double const*> places_of(Design const& design, std::span<std::size_t const> columns) {
    std::vector<double const*> places;
    for (std::size_t const c : columns) places.push_back(design.column(c).data());
    return places;
}

} // namespace casus::estimate
