#include "casus/data/import/intake.hpp"

#include "casus/data/codes/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::data {

namespace {

constexpr std::int64_t earliest_year = 1300;
constexpr std::int64_t latest_year = 2100;

bool among(std::vector<int> const& numbers, std::int64_t number) {
    return std::ranges::find(numbers, number) != numbers.end();
}

} // namespace

Intake::Intake(std::string name, std::size_t position, SourceColumn const* known)
    : name_(std::move(name)), position_(position), known_(known), builder_(name_) {
    if (!known) return;
    coded_.resize(known->missing.size());
    text_ = known->text;
    states_ = !known->others_too && (known->state == StateCode::Cow || known->state == StateCode::GleditschWard);
}

/// Asked of every row of a file, so answers are kept.
bool Intake::is_state(std::int64_t number) {
    if (number < 0 || number >= static_cast<std::int64_t>(answers_.size())) return false;
    Answer& answer = answers_[static_cast<std::size_t>(number)];
    if (answer == Answer::Unknown)
        answer = known_number(known_->state, static_cast<int>(number)) ? Answer::Yes : Answer::No;
    return answer == Answer::Yes;
}

Intake::Fault Intake::check_number(Cell& cell) {
    bool const whole = cell.kind == Cell::Kind::Whole;
    if (whole && among(known_->missing, cell.whole)) {
        cell.kind = Cell::Kind::Coded;
        return Fault::None;
    }
    if (whole && among(known_->besides, cell.whole)) return Fault::None;
    if (known_->year && (!whole || cell.whole < earliest_year || cell.whole > latest_year)) return Fault::NotYear;
    if (states_ && (!whole || !is_state(cell.whole))) return Fault::NotState;
    return Fault::None;
}

Intake::Fault Intake::check(Cell& cell) {
    using enum Cell::Kind;
    if (cell.kind == Missing) {
        if (known_ && known_->state == StateCode::Iso2 && cell.text == "NA") cell.kind = Word; // Namibia
        return Fault::None;
    }
    if (text_) {
        cell.kind = Word;
        return Fault::None;
    }
    if (!known_) return Fault::None;
    if (cell.kind == Word) return known_->numeric() ? Fault::NotNumber : Fault::None;
    return check_number(cell);
}

void Intake::take(Cell const& cell) {
    switch (cell.kind) {
    case Cell::Kind::Missing:
        builder_.add_missing();
        break;
    case Cell::Kind::Coded:
        ++coded_[static_cast<std::size_t>(std::ranges::find(known_->missing, cell.whole) - known_->missing.begin())];
        builder_.add_missing();
        break;
    case Cell::Kind::Whole:
        odd_ = odd_ || !cell.plain;
        builder_.add(cell.whole);
        break;
    case Cell::Kind::Real:
        odd_ = true;
        builder_.add(cell.real);
        break;
    case Cell::Kind::Word:
        words_ = words_ || !text_;
        builder_.add(cell.text);
        break;
    }
}

Problem Intake::problem(Fault fault, Cell const& cell, Place place) const {
    Problem problem{std::move(place), {}, std::string(cell.text)};
    switch (fault) {
    case Fault::None:
        break;
    case Fault::NotNumber:
        problem.what = {fmt::format("not a number in column '{}'", name_), fmt::format("列“{}”中不是数字：", name_)};
        break;
    case Fault::NotYear:
        problem.what = {fmt::format("not a year in column '{}'", name_), fmt::format("列“{}”中不是年份：", name_)};
        problem.expected = {fmt::format("a year from {} to {}", earliest_year, latest_year),
                            fmt::format("{} 至 {} 之间的年份", earliest_year, latest_year)};
        break;
    case Fault::NotState:
        problem.what = {fmt::format("no state has the number in column '{}'", name_),
                        fmt::format("列“{}”中的编号不属于任何国家：", name_)};
        problem.expected = {"a " + title_of(known_->state).en, title_of(known_->state).zh};
        break;
    }
    return problem;
}

void Intake::count_missing(std::vector<MissingCount>& counts) const {
    for (std::size_t i = 0; i < coded_.size(); ++i)
        if (coded_[i] > 0) counts.push_back({name_, known_->missing[i], coded_[i]});
}

} // namespace casus::data
