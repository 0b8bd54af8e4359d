#include "casus/data/panel/frame.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <cassert>

namespace casus::data {

namespace {

constexpr std::size_t rows_at_a_time = 65536;

Column key(std::string name, std::size_t rows) {
    Values<std::int16_t> cells(rows);
    return {std::move(name), std::move(cells)};
}

std::int16_t* cells_of(Column& column) { return std::get<Values<std::int16_t>>(column.cells).data(); }

} // namespace

Frame::Frame(StateSystem const& system, Unit unit, int first_year, int last_year)
    : system_(&system), unit_(unit), first_year_(first_year), last_year_(last_year) {
    assert(unit != Unit::AllianceYear && first_year <= last_year);
    std::size_t const size = system.size();
    first_run_.reserve(size * size + 1);
    for (std::size_t first = 0; first < size; ++first)
        for (std::size_t second = 0; second < size; ++second) {
            first_run_.push_back(static_cast<std::uint32_t>(runs_.size()));
            bool const wanted = unit == Unit::CountryYear ? first == second
                                : unit == Unit::DyadYear  ? first < second
                                                          : first != second;
            if (wanted) add_runs(first, second);
        }
    first_run_.push_back(static_cast<std::uint32_t>(runs_.size()));
}

void Frame::add_runs(std::size_t first, std::size_t second) {
    std::size_t const before = runs_.size();
    std::span<Spell const> const others = system_->states()[second].spells;
    for (Spell const& one : system_->states()[first].spells)
        for (Spell const& other : others) {
            int const from = std::max(one.first_day, other.first_day);
            int const to = std::min(one.last_day, other.last_day);
            if (from > to) continue;
            int const start = std::max(year_of_day(from), first_year_);
            int const end = std::min(year_of_day(to), last_year_);
            if (start > end) continue;
            // Two spells may meet in one year, or in two that follow each other: the rows are one run.
            if (runs_.size() > before && start <= runs_.back().last_year + 1) {
                Run& run = runs_.back();
                rows_ += static_cast<std::size_t>(std::max(0, end - run.last_year));
                run.last_year = std::max(run.last_year, end);
                continue;
            }
            runs_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(second), start, end, rows_});
            rows_ += runs_.back().years();
        }
}

std::span<Run const> Frame::runs_of(std::size_t first, std::size_t second) const {
    std::size_t const pair = first * system_->size() + second;
    return std::span(runs_).subspan(first_run_[pair], first_run_[pair + 1] - first_run_[pair]);
}

std::optional<std::size_t> Frame::row(std::size_t first, std::size_t second, int year) const {
    for (Run const& run : runs_of(first, second))
        if (run.first_year <= year && year <= run.last_year)
            return run.row + static_cast<std::size_t>(year - run.first_year);
    return std::nullopt;
}

std::vector<Column> Frame::keys(std::size_t threads) const {
    std::string const code = system_->system() == System::Cow ? "ccode" : "gwcode";
    std::vector<Column> columns;
    columns.push_back(key(of_pairs() ? code + "1" : code, rows_));
    if (of_pairs()) columns.push_back(key(code + "2", rows_));
    columns.push_back(key("year", rows_));
    std::int16_t* const first = cells_of(columns.front());
    std::int16_t* const second = cells_of(columns[columns.size() - 2]); // in panels of states the same as `first`
    std::int16_t* const year = cells_of(columns.back());
    std::vector<std::size_t> const limits = stretches(*this, rows_at_a_time);
    parallel_for(limits.size() - 1, 1, threads, [&](std::size_t stretch, std::size_t, std::size_t) {
        for (std::size_t r = limits[stretch]; r < limits[stretch + 1]; ++r) {
            Run const& run = runs_[r];
            std::fill_n(first + run.row, run.years(), static_cast<std::int16_t>(system_->states()[run.first].number));
            std::fill_n(second + run.row, run.years(), static_cast<std::int16_t>(system_->states()[run.second].number));
            for (std::size_t i = 0; i < run.years(); ++i)
                year[run.row + i] = static_cast<std::int16_t>(run.first_year + static_cast<int>(i));
        }
    });
    return columns;
}

std::vector<std::size_t> stretches(Frame const& frame, std::size_t rows) {
    std::span<Run const> const runs = frame.runs();
    std::vector<std::size_t> limits{0};
    for (std::size_t r = 1; r < runs.size(); ++r)
        if (runs[r].row - runs[limits.back()].row >= rows) limits.push_back(r);
    limits.push_back(runs.size());
    return limits;
}

} // namespace casus::data
