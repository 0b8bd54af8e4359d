// What the survival verbs below `casus estimate` share.
#include "estimate_survival.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace casus::app {

namespace {

std::vector<double> const& numbers_at(EstimateSample const& sample, std::size_t place) {
    std::vector<double> const& numbers = sample.data.responses[place];
    if (numbers.empty())
        throw estimate::formula_error(sample.formula.text, sample.formula.responses[place].of.column,
                                      {"words where numbers are needed", "此处需要数值而非文字"});
    return numbers;
}

std::vector<std::uint8_t> events_of(EstimateSample const& sample, bool causes) {
    std::vector<double> const& numbers = numbers_at(sample, 1);
    double const most = causes ? 255.0 : 1.0;
    std::vector<std::uint8_t> events;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!(numbers[i] >= 0.0 && numbers[i] <= most && std::floor(numbers[i]) == numbers[i]))
            throw estimate::formula_error(sample.formula.text, sample.formula.responses[1].of.column,
                                          {fmt::format("not an event in row {}", sample.data.rows[i] + 1),
                                           fmt::format("第 {} 行不是有效的事件", sample.data.rows[i] + 1)},
                                          fmt::format("{}", numbers[i]),
                                          causes ? Text{"0 (censored) or the number of a cause", "0（删失）或原因编号"}
                                                 : Text{"0 (censored) or 1", "0（删失）或 1"});
        events.push_back(static_cast<std::uint8_t>(numbers[i]));
    }
    return events;
}

/// The one column right of ~; empty for "~ 1".
std::string group_column(estimate::Formula const& formula) {
    if (formula.terms.empty()) return {};
    estimate::Factor const& first = formula.terms.front().front();
    if (formula.terms.size() == 1 && formula.terms.front().size() == 1 &&
        first.of.kind == estimate::Expression::Kind::Column)
        return first.of.name;
    throw estimate::formula_error(formula.text, first.of.column,
                                  {"groups are the values of one column", "分组须是一列的取值"}, {},
                                  {"1, or the name of a column", "1 或一个列名"});
}

} // namespace

void add_start(Verb& verb, SurvivalOptions& options) {
    verb.add_option("--start", "COLUMN", options.start,
                    {"when the spell begins: late entry, or covariates that change; else 0",
                     "时段的开始：延迟进入或时变协变量；缺省为 0"});
}

void add_strata(Verb& verb, SurvivalOptions& options) {
    verb.add_option("--strata", "COLUMN", options.strata,
                    {"each value has a baseline hazard of its own", "每个取值有各自的基准风险"});
}

std::vector<std::string> columns_beside(SurvivalOptions const& options) {
    std::vector<std::string> names{options.start, options.strata};
    std::erase(names, "");
    return names;
}

SampleSpells::SampleSpells(EstimateSample const& sample, SurvivalOptions const& options, bool causes)
    : file_(sample.frame.name), stop_(numbers_at(sample, 0)), event_(events_of(sample, causes)) {
    if (!options.start.empty()) start_ = numbers_of(sample.frame, options.start, sample.data.rows);
    if (!options.strata.empty()) strata_ = labelled(variable_named(sample.frame, options.strata), sample.data.rows);
    int const header = file_.ends_with(".dta") ? 0 : 1; // lines of a text file, rows of a .dta
    for (std::size_t const row : sample.data.rows) lines_.push_back(static_cast<int>(row) + 1 + header);
}

estimate::Spells SampleSpells::view() const {
    return {.start = start_, .stop = stop_, .event = event_, .strata = strata_.of_row, .file = file_, .lines = lines_};
}

estimate::Design without_intercept(EstimateSample const& sample) {
    estimate::Design const& all = sample.data.design;
    estimate::Design design{.rows = all.rows, .names = {}, .values = {}};
    for (std::size_t c = 0; c < all.columns(); ++c)
        if (all.names[c] != "(Intercept)") design.add(all.names[c], all.column(c));
    if (design.columns() == 0)
        throw estimate::formula_error(sample.formula.text, static_cast<int>(sample.formula.text.find('~')) + 1,
                                      {"nothing to estimate right of ~", "~ 右侧没有可估计的项"});
    return design;
}

GroupedSpells grouped_spells(SurvivalOptions const& options, bool causes) {
    refuse_idle(options);
    estimate::Formula formula = estimate::read_formula(options.formulas.front());
    check_outcomes(formula, 2);
    std::string const column = group_column(formula);
    auto const also = columns_beside(options);
    auto frame = std::make_unique<estimate::Frame>(read_frame(options.data, columns_needed(options, {formula}, also)));
    EstimateSample sample = sample_of(options, *frame, std::move(formula), also);
    SampleSpells spells(sample, options, causes);
    std::vector<std::string> groups{"all"};
    if (!column.empty()) {
        estimate::Labelled values = labelled(variable_named(*frame, column), sample.data.rows);
        groups.clear();
        for (std::string const& label : values.labels) groups.push_back(column + "=" + label);
        spells.set_strata(std::move(values));
    }
    return {std::move(frame), std::move(sample), std::move(spells), std::move(groups)};
}

void add_curve_options(Verb& verb, SurvivalOptions& options) {
    verb.add_option("--data", "FILE", options.data,
                    {"CSV (also .csv.gz) or Stata .dta", "CSV（含 .csv.gz）或 Stata .dta"});
    verb.add_list(
        "--formula", "FORMULA", options.formulas,
        {"'time, event ~ 1', or a column that makes groups in place of 1", "'time, event ~ 1'，或以一列代替 1 作分组"});
    add_start(verb, options);
    verb.add_choice("--missing", options.missing, {"drop", "error"},
                    {"rows with missing values: drop them (default) or refuse", "含缺失的行：剔除（默认）或报错"});
    verb.add_option("--json", "FILE", options.json, {"write JSON; - for standard output", "写出 JSON；- 为标准输出"});
    verb.add_option("--html", "FILE", options.html, {"write a page", "写出网页"});
    verb.add_language();
}

} // namespace casus::app
