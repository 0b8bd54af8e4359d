#include "casus/replicate/comparison.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/base/file.hpp"
#include "casus/replicate/sheet_rows.hpp"
#include "casus/world/case_file/case_file.hpp"

#include <map>
#include <numeric>

namespace casus::replicate {

namespace {

/// Below this a mean counts as unmoved: rounding of the lens's sums.
constexpr double unmoved = 1e-12;

Direction direction_of(double change) {
    if (change > unmoved) return Direction::Rises;
    return change < -unmoved ? Direction::Falls : Direction::Stays;
}

/// The word's position in `words`, or an Error at its place.
std::size_t word_in(SheetCell const& cell, std::vector<std::string> const& words) {
    for (std::size_t n = 0; n < words.size(); ++n)
        if (words[n] == cell.text) return n;
    throw Error(Problem{cell.place,
                        {"unknown word", "未知的词"},
                        cell.text,
                        {words[0] + " or " + words[1], words[0] + " 或 " + words[1]},
                        nearest(cell.text, words)});
}

std::string trimmed(std::string const& text) {
    auto const first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "PATH=VALUE; PATH=VALUE".
std::vector<Change> changes_in(SheetCell const& cell) {
    std::vector<Change> changes;
    for (std::size_t begin = 0; begin <= cell.text.size();) {
        std::size_t const end = std::min(cell.text.find(';', begin), cell.text.size());
        changes.push_back(parse_change(trimmed(cell.text.substr(begin, end - begin))));
        changes.back().place = cell.place;
        begin = end + 1;
    }
    return changes;
}

/// The scenario that a cell names or spells out; nothing changed where it is empty.
Scenario scenario_in(SheetCell const& cell, case_file::Case const& a_case) {
    if (cell.text.empty()) return {};
    if (cell.text.find('=') != std::string::npos) return {.code = cell.text, .name = {}, .changes = changes_in(cell)};
    std::vector<std::string> codes;
    for (Scenario const& scenario : a_case.scenarios) {
        if (scenario.code == cell.text) return scenario;
        codes.push_back(scenario.code);
    }
    throw Error(Problem{cell.place,
                        {"no such scenario in the case", "案例中没有这个情景"},
                        cell.text,
                        {"the code of a scenario, or PATH=VALUE", "情景代码，或 路径=值"},
                        nearest(cell.text, codes)});
}

/// A world under changes, measured again and again.
class Measured {
public:
    Measured(Altered altered, Measure measure)
        : base_(std::move(altered)), drawn_(base_), buffers_(base_.world), measure_(measure) {}

    /// Per ally, its issues weighted by salience.
    [[nodiscard]] std::vector<double> centre() { return shares(base_); }

    [[nodiscard]] std::vector<double> draw(std::uint64_t seed, std::uint32_t run) {
        base_.world.draw(seed, run, drawn_.world);
        base_.parameters.draw(seed, run, drawn_.parameters);
        return shares(drawn_);
    }

private:
    [[nodiscard]] std::vector<double> shares(Altered const& altered) {
        World const& world = altered.world;
        alienation::evaluate(world, altered.parameters, buffers_);
        std::size_t const cells = world.size().cells();
        std::size_t const option = measure_ == Measure::Follow ? 0 : world.size().sides - 1;
        std::vector<double> share(world.size().allies, 0.0);
        for (std::size_t cell = 0; cell < share.size() * world.size().issues; ++cell)
            share[cell / world.size().issues] += buffers_.weight[cell] * buffers_.share[option * cells + cell];
        return share;
    }

    Altered base_;
    Altered drawn_;
    alienation::Buffers buffers_;
    Measure measure_;
};

double mean_of(std::vector<double> const& values) {
    return std::reduce(values.begin(), values.end()) / static_cast<double>(values.size());
}

void compute(Comparison& comparison, Measured from, Measured to, ensemble::Sampling const& sampling) {
    std::vector<double> const before = from.centre();
    std::vector<double> const after = to.centre();
    comparison.allies = before.size();
    comparison.before = mean_of(before);
    comparison.after = mean_of(after);
    comparison.computed = direction_of(comparison.after - comparison.before);
    for (std::size_t n = 0; n < before.size(); ++n)
        comparison.allies_as_expected += direction_of(after[n] - before[n]) == comparison.expected ? 1 : 0;
    std::size_t as_expected = 0;
    for (std::uint32_t run = 0; run < sampling.draws; ++run) {
        double const change = mean_of(to.draw(sampling.seed, run)) - mean_of(from.draw(sampling.seed, run));
        as_expected += direction_of(change) == comparison.expected ? 1 : 0;
    }
    comparison.probability = static_cast<double>(as_expected) / static_cast<double>(sampling.draws);
}

Comparison comparison_in(SheetRow const& row) {
    bool const follow = word_in(row.at("measure"), {"follow", "regroup"}) == 0;
    bool const rises = word_in(row.at("expected"), {"rises", "falls"}) == 0;
    return {.code = row.at("case").text,
            .claim = {row.at("claim").text, row.at("claim_zh").text},
            .from = row.at("from").text,
            .to = row.at("to").text,
            .counted = word_in(row.at("counted"), {"yes", "no"}) == 0,
            .measure = follow ? Measure::Follow : Measure::Regroup,
            .expected = rises ? Direction::Rises : Direction::Falls};
}

} // namespace

std::string_view key(Direction direction) {
    switch (direction) {
    case Direction::Rises:
        return "rises";
    case Direction::Falls:
        return "falls";
    case Direction::Stays:
        return "stays";
    }
    return {};
}

Text name(Direction direction) {
    switch (direction) {
    case Direction::Rises:
        return {"rises", "上升"};
    case Direction::Falls:
        return {"falls", "下降"};
    case Direction::Stays:
        return {"stays", "不变"};
    }
    return {};
}

Comparisons compare(std::filesystem::path const& sheet, Parameters const& parameters,
                    ensemble::Sampling const& sampling) {
    Comparisons result;
    result.files.push_back({sheet.filename().string(), sha256(read_file(sheet))});
    std::map<std::string, case_file::Case> cases;
    for (SheetRow const& row :
         read_rows(sheet, {"case", "file", "from", "to", "measure", "expected", "counted", "claim", "claim_zh"})) {
        std::string const& file = row.at("file").text;
        if (!cases.contains(file)) {
            auto const& read =
                cases.emplace(file, case_file::read_case((sheet.parent_path() / file).lexically_normal()))
                    .first->second;
            result.files.insert(result.files.end(), read.files.begin(), read.files.end());
        }
        case_file::Case const& a_case = cases.at(file);
        Comparison comparison = comparison_in(row);
        auto const under = [&](char const* column) {
            return Measured(apply(scenario_in(row.at(column), a_case), a_case.base, parameters), comparison.measure);
        };
        compute(comparison, under("from"), under("to"), sampling);
        result.comparisons.push_back(std::move(comparison));
    }
    return result;
}

} // namespace casus::replicate
