#include "casus/measure/configuration/read_propensities.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::configuration {

namespace {

/// Propensities as they come in: which pairs have one, and what is wrong.
class Propensities {
public:
    Propensities(HeadedFile const& file, LandscapeSources const& sources, Landscape& landscape)
        : file_(file), sources_(sources), landscape_(landscape), n_(landscape.count()), given_(n_ * n_, nullptr) {}

    [[nodiscard]] std::vector<Problem>& problems() { return problems_; }

    /// The propensity that i has towards j, as the file says.
    void give(std::size_t i, std::size_t j, CsvField const& field) {
        auto const value = finite_number(field.text);
        if (!value) {
            problems_.push_back({.place = file_.place(field),
                                 .what = {"not a propensity", "不是倾向"},
                                 .found = field.text,
                                 .expected = {"a finite number", "有限的数"}});
            return;
        }
        given_[i * n_ + j] = &field;
        landscape_.propensity(i, j) = *value - sources_.neutral;
    }

    [[nodiscard]] CsvField const* given(std::size_t i, std::size_t j) const { return given_[i * n_ + j]; }

    void mirror() {
        for (std::size_t i = 0; i < n_; ++i)
            for (std::size_t j = 0; j < n_; ++j)
                if (given(i, j) && !given(j, i)) {
                    given_[j * n_ + i] = given(i, j);
                    landscape_.propensity(j, i) = landscape_.propensity(i, j);
                }
    }

    void check_symmetry() {
        for (std::size_t i = 0; i < n_; ++i)
            for (std::size_t j = 0; j < i; ++j) {
                if (!given(i, j) || !given(j, i) || landscape_.propensity(i, j) == landscape_.propensity(j, i))
                    continue;
                Place const other = file_.place(*given(j, i));
                problems_.push_back(
                    {.place = file_.place(*given(i, j)),
                     .what = {fmt::format("the matrix is not symmetric: {} towards {}", landscape_.actors[i],
                                          landscape_.actors[j]),
                              fmt::format("矩阵不对称：{} 对 {}", landscape_.actors[i], landscape_.actors[j])},
                     .found = given(i, j)->text,
                     .expected = {
                         fmt::format("{}, as in line {}, column {}", given(j, i)->text, other.line, other.column),
                         fmt::format("{}，如第 {} 行第 {} 列", given(j, i)->text, other.line, other.column)}});
            }
    }

    /// Pairs that nothing was said of.
    void fill_missing() {
        for (std::size_t i = 0; i < n_; ++i)
            for (std::size_t j = i + 1; j < n_; ++j) {
                if (given(i, j) || given(j, i)) continue;
                if (sources_.missing)
                    landscape_.set_propensity(i, j, *sources_.missing);
                else
                    problems_.push_back({.place = {file_.path},
                                         .what = {"a pair without a propensity", "有一对缺少倾向"},
                                         .found = landscape_.actors[i] + ", " + landscape_.actors[j],
                                         .expected = {"every pair, or --missing P", "每一对，或给出 --missing P"}});
            }
    }

private:
    HeadedFile const& file_;
    LandscapeSources const& sources_;
    Landscape& landscape_;
    std::size_t n_;
    std::vector<CsvField const*> given_; ///< [i·n + j]: where the file says it
    std::vector<Problem> problems_;
};

void read_edges(HeadedFile const& file, Landscape const& landscape, Propensities& propensities) {
    std::size_t const from = file.column("from");
    std::size_t const to = file.column("to");
    std::size_t const value = file.column("propensity");
    for (CsvRow const& row : file.rows) {
        auto const i = actor_named(file, row[from], landscape.actors, propensities.problems());
        auto const j = actor_named(file, row[to], landscape.actors, propensities.problems());
        if (!i || !j) continue;
        if (*i == *j || propensities.given(*i, *j) || propensities.given(*j, *i)) {
            propensities.problems().push_back({.place = file.place(row[from]),
                                               .what = *i == *j
                                                           ? Text{"a pair of an actor with itself", "行为体与自身成对"}
                                                           : Text{"a pair twice", "同一对重复"},
                                               .found = row[from].text + ", " + row[to].text});
            continue;
        }
        propensities.give(*i, *j, row[value]);
    }
    propensities.mirror();
}

/// "US = US, Rus = Russia, …"
Text pairing_note(HeadedFile const& file, Landscape const& landscape) {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < landscape.count(); ++i)
        if (file.header[i + 1].text != landscape.actors[i])
            pairs.push_back(fmt::format("{} = {}", file.header[i + 1].text, landscape.actors[i]));
    std::string const list = fmt::format("{}", fmt::join(pairs, ", "));
    return {"Labels of the matrix were paired in order: " + list, "矩阵的标签按次序对应：" + list};
}

void check_square(HeadedFile const& file, std::size_t actors) {
    if (file.header.size() == actors + 1 && file.rows.size() == actors) return;
    throw Error(Problem{.place = {file.path},
                        .what = {"the matrix does not match the actors", "矩阵与行为体不符"},
                        .found = fmt::format("{} × {}", file.rows.size(), file.header.size() - 1),
                        .expected = {fmt::format("{0} × {0}, or an edge list: from, to, propensity", actors),
                                     fmt::format("{0} × {0}，或边列表：from、to、propensity", actors)}});
}

/// Actors of the rows or columns of a matrix, by their labels or in order; a label twice is a problem.
std::vector<std::size_t> labelled(HeadedFile const& file, std::vector<CsvField const*> const& labels, bool in_order,
                                  Landscape const& landscape, std::vector<Problem>& problems) {
    std::vector<std::size_t> actors;
    for (std::size_t k = 0; k < labels.size(); ++k) {
        std::size_t const actor =
            in_order ? k : actor_named(file, *labels[k], landscape.actors, problems).value_or(landscape.count());
        if (actor < landscape.count() && std::ranges::find(actors, actor) != actors.end())
            problems.push_back({.place = file.place(*labels[k]),
                                .what = {"a label twice in the matrix", "矩阵标签重复"},
                                .found = labels[k]->text});
        actors.push_back(actor);
    }
    return actors;
}

void read_matrix(HeadedFile const& file, LandscapeSources const& sources, ReadLandscape& read,
                 Propensities& propensities) {
    Landscape const& landscape = read.landscape;
    check_square(file, landscape.count());
    std::vector<CsvField const*> heads;
    std::vector<CsvField const*> fronts;
    for (std::size_t k = 0; k < landscape.count(); ++k) {
        heads.push_back(&file.header[k + 1]);
        fronts.push_back(&file.rows[k][0]);
        if (sources.in_order && heads[k]->text != fronts[k]->text)
            propensities.problems().push_back(
                {.place = file.place(*fronts[k]),
                 .what = {"rows and columns of the matrix differ", "矩阵的行列标签不一致"},
                 .found = fronts[k]->text,
                 .expected = {heads[k]->text, heads[k]->text}});
    }
    auto const columns = labelled(file, heads, sources.in_order, landscape, propensities.problems());
    auto const rows = labelled(file, fronts, sources.in_order, landscape, propensities.problems());
    throw_if_any(propensities.problems());
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (CsvField const& cell = file.rows[r][c + 1]; rows[r] != columns[c] && !cell.text.empty())
                propensities.give(rows[r], columns[c], cell);
    propensities.check_symmetry();
    propensities.mirror();
    if (sources.in_order) read.notes.push_back(pairing_note(file, landscape));
}

} // namespace

void read_propensities(LandscapeSources const& sources, ReadLandscape& read) {
    HeadedFile const file = read_headed(sources.propensities);
    Propensities propensities(file, sources, read.landscape);
    bool const edges = std::ranges::any_of(file.header, [](CsvField const& head) { return head.text == "propensity"; });
    if (edges)
        read_edges(file, read.landscape, propensities);
    else
        read_matrix(file, sources, read, propensities);
    propensities.fill_missing();
    throw_if_any(std::move(propensities.problems()));
    if (sources.neutral != 0.0)
        read.notes.push_back({fmt::format("{} was taken off every propensity of the file.", sources.neutral),
                              fmt::format("文件中的每个倾向均减去 {}。", sources.neutral)});
}

} // namespace casus::configuration
