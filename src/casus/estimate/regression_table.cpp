#include "casus/estimate/regression_table.hpp"

#include "casus/base/csv.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::estimate {

namespace {

/// Decimals that show three digits of a term's error, at least four.
int digits_of(Term const& term) {
    double const size = term.se > 0.0 ? term.se : std::abs(term.estimate);
    if (!(size > 0.0) || !std::isfinite(size)) return 4;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 4, 12);
}

std::vector<std::string> terms_of(std::span<Fit const> fits) {
    std::vector<std::string> names;
    for (Fit const& fit : fits)
        for (Term const& term : fit.terms)
            if (std::ranges::find(names, term.name) == names.end()) names.push_back(term.name);
    return names;
}

Term const* find(Fit const& fit, std::string const& name) {
    auto const found = std::ranges::find(fit.terms, name, &Term::name);
    return found == fit.terms.end() ? nullptr : &*found;
}

std::string stars_of(double p) { return p < 0.001 ? "***" : p < 0.01 ? "**" : p < 0.05 ? "*" : ""; }

std::string estimate_text(Term const& term, bool stars) {
    return fmt::format("{:.{}f}{}", term.estimate, digits_of(term),
                       stars && !std::isnan(term.p) ? stars_of(term.p) : "");
}

std::string error_text(Term const& term) {
    return fmt::format("({:.{}f})", std::isnan(term.robust_se) ? term.se : term.robust_se, digits_of(term));
}

double parameters(Fit const& fit) {
    return static_cast<double>(fit.terms.size()) + (fit.model == "linear" ? 1.0 : 0.0);
}

/// What stands at the foot of a table: a name and a number for each fit, NaN where there is none.
struct FootLine {
    Text name;
    int decimals = 0;
    double (*of)(Fit const&);
};

double count(std::size_t n) { return n ? static_cast<double>(n) : none; }

std::vector<FootLine> const& foot() {
    static std::vector<FootLine> const lines{
        {{"n", "n"}, 0, [](Fit const& fit) { return count(fit.rows); }},
        {{"events", "事件数"}, 0, [](Fit const& fit) { return count(fit.events); }},
        {{"clusters", "聚类数"}, 0, [](Fit const& fit) { return count(fit.clusters); }},
        {{"log-likelihood", "对数似然"}, 3, [](Fit const& fit) { return fit.log_likelihood; }},
        {{"log-likelihood, null", "对数似然（空模型）"}, 3, [](Fit const& fit) { return fit.log_likelihood_null; }},
        {{"AIC", "AIC"}, 2, [](Fit const& fit) { return 2.0 * (parameters(fit) - fit.log_likelihood); }},
        {{"BIC", "BIC"}, 2, [](Fit const& fit) {
             return parameters(fit) * std::log(static_cast<double>(fit.rows)) - 2.0 * fit.log_likelihood;
         }}};
    return lines;
}

bool is_there(FootLine const& line, std::span<Fit const> fits) {
    return std::ranges::any_of(fits, [&](Fit const& fit) { return !std::isnan(line.of(fit)); });
}

Entry entry(double value, int decimals) {
    if (std::isnan(value)) return std::monostate{};
    return Number{.value = value, .decimals = decimals};
}

Text stars_note() { return {"* p < 0.05, ** p < 0.01, *** p < 0.001", "* p < 0.05，** p < 0.01，*** p < 0.001"}; }

Table foot_table(Fit const& fit) {
    Table table{.id = "fit",
                .title = {"Fit", "拟合"},
                .note = {},
                .columns = {{"figure", {"", ""}}, {"value", {"value", "数值"}}},
                .rows = {}};
    for (FootLine const& line : foot())
        if (is_there(line, {&fit, 1})) table.rows.push_back({line.name, entry(line.of(fit), line.decimals)});
    return table;
}

std::string escaped(std::string const& text) {
    std::string out;
    for (char const c : text) {
        if (std::string_view("_%&#${}").find(c) != std::string_view::npos) out += '\\';
        if (c == '^')
            out += "\\^{}";
        else if (c == '~')
            out += "\\~{}";
        else if (c == '\\')
            out += "\\textbackslash{}";
        else
            out += c;
    }
    return out;
}

std::string cell(double value) { return std::isfinite(value) ? fmt::format("{}", value) : "NA"; }

nlohmann::ordered_json number(double value) {
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

} // namespace

Chapter chapter_of(Fit const& fit, std::string const& formula) {
    Table table{.id = "coefficients",
                .title = {"Coefficients", "系数"},
                .note = {},
                .columns = {{"term", {"term", "项"}}, {"estimate", {"estimate", "估计"}}, {"se", {"se", "标准误"}}},
                .rows = {}};
    if (fit.robust()) table.columns.push_back({"robust_se", {"robust se", "稳健标准误"}});
    table.columns.push_back({"z", fit.model == "linear" ? Text{"t", "t"} : Text{"z", "z"}});
    table.columns.push_back({"p", {"p", "p"}});
    for (Term const& term : fit.terms) {
        std::vector<Entry> row{Text{term.name, {}}, entry(term.estimate, digits_of(term)),
                               entry(term.se, digits_of(term))};
        if (fit.robust()) row.push_back(entry(term.robust_se, digits_of(term)));
        row.push_back(entry(term.statistic, 2));
        row.push_back(entry(term.p, 4));
        table.rows.push_back(std::move(row));
    }
    Chapter chapter{.id = "estimate", .title = {fit.model, fit.model}, .lead = {formula, formula}, .shapes = {}};
    chapter.shapes.push_back(std::move(table));
    chapter.shapes.push_back(foot_table(fit));
    if (!fit.notes.empty())
        chapter.shapes.push_back(Notes{.id = "notes", .title = {"Notes", "说明"}, .items = fit.notes});
    return chapter;
}

Chapter chapter_of(std::span<Fit const> fits, std::span<std::string const> formulas, bool stars) {
    Table table{.id = "models",
                .title = {"Models", "模型"},
                .note = {"Standard errors in parentheses", "括号内为标准误"},
                .columns = {{"term", {"", ""}}},
                .rows = {}};
    if (stars) {
        table.note.en += "; " + stars_note().en;
        table.note.zh += "；" + stars_note().zh;
    }
    Notes notes{.id = "notes", .title = {"Notes", "说明"}, .items = {}};
    for (std::size_t m = 0; m < fits.size(); ++m) {
        std::string const head = fmt::format("({})", m + 1);
        table.columns.push_back({fmt::format("model_{}", m + 1), {head, head}});
        notes.items.push_back({fmt::format("{} {}: {}", head, fits[m].model, formulas[m]),
                               fmt::format("{} {}：{}", head, fits[m].model, formulas[m])});
        for (Text const& note : fits[m].notes) notes.items.push_back({head + " " + note.en, head + " " + note.zh});
    }
    for (std::string const& name : terms_of(fits)) {
        std::vector<Entry> estimates{Text{name, {}}};
        std::vector<Entry> errors{Text{}};
        for (Fit const& fit : fits) {
            Term const* const term = find(fit, name);
            estimates.push_back(term ? Entry(Text{estimate_text(*term, stars), {}}) : Entry(Text{}));
            errors.push_back(term ? Entry(Text{error_text(*term), {}}) : Entry(Text{}));
        }
        table.rows.push_back(std::move(estimates));
        table.rows.push_back(std::move(errors));
    }
    for (FootLine const& line : foot()) {
        if (!is_there(line, fits)) continue;
        std::vector<Entry> row{line.name};
        for (Fit const& fit : fits) {
            double const value = line.of(fit);
            row.emplace_back(
                Text{std::isnan(value) ? std::string{} : fmt::format("{:.{}f}", value, line.decimals), {}});
        }
        table.rows.push_back(std::move(row));
    }
    Chapter chapter{.id = "estimate", .title = {"Regressions", "回归"}, .lead = {}, .shapes = {}};
    chapter.shapes.push_back(std::move(table));
    chapter.shapes.push_back(std::move(notes));
    return chapter;
}

std::string latex(std::span<Fit const> fits, bool stars) {
    std::string text = fmt::format("\\begin{{tabular}}{{l{}}}\n\\hline\n", std::string(fits.size(), 'r'));
    for (std::size_t m = 0; m < fits.size(); ++m) text += fmt::format(" & ({})", m + 1);
    text += " \\\\\n\\hline\n";
    for (std::string const& name : terms_of(fits)) {
        std::string errors;
        text += escaped(name);
        for (Fit const& fit : fits) {
            Term const* const term = find(fit, name);
            std::string const mark = term && stars && !std::isnan(term->p) ? stars_of(term->p) : "";
            text += term ? fmt::format(" & ${}{}$", estimate_text(*term, false), mark.empty() ? "" : "^{" + mark + "}")
                         : " & ";
            errors += term ? fmt::format(" & ${}$", error_text(*term)) : " & ";
        }
        text += " \\\\\n" + errors + " \\\\\n";
    }
    text += "\\hline\n";
    for (FootLine const& line : foot()) {
        if (!is_there(line, fits)) continue;
        text += line.name.en;
        for (Fit const& fit : fits) {
            double const value = line.of(fit);
            text += std::isnan(value) ? std::string(" & ") : fmt::format(" & ${:.{}f}$", value, line.decimals);
        }
        text += " \\\\\n";
    }
    text += "\\hline\n";
    if (stars)
        text += fmt::format(
            "\\multicolumn{{{}}}{{l}}{{\\footnotesize $^{{*}}p<0.05$, $^{{**}}p<0.01$, $^{{***}}p<0.001$}} \\\\\n",
            fits.size() + 1);
    return text + "\\end{tabular}\n";
}

std::string csv(std::span<Fit const> fits) {
    std::string text = "model,term,estimate,se,robust_se,z,p\n";
    for (std::size_t m = 0; m < fits.size(); ++m)
        for (Term const& term : fits[m].terms)
            text += fmt::format("{},{},{},{},{},{},{}\n", m + 1, csv_field(term.name), cell(term.estimate),
                                cell(term.se), cell(term.robust_se), cell(term.statistic), cell(term.p));
    return text;
}

nlohmann::ordered_json fit_json(Fit const& fit, std::string const& formula) {
    nlohmann::ordered_json json{{"model", fit.model}, {"formula", formula}, {"n", fit.rows}};
    json["events"] = fit.events ? nlohmann::ordered_json(fit.events) : nlohmann::ordered_json(nullptr);
    json["clusters"] = fit.clusters ? nlohmann::ordered_json(fit.clusters) : nlohmann::ordered_json(nullptr);
    json["loglik"] = number(fit.log_likelihood);
    json["loglik_null"] = number(fit.log_likelihood_null);
    json["iterations"] = fit.iterations;
    json["converged"] = fit.converged;
    json["terms"] = nlohmann::ordered_json::array();
    for (Term const& term : fit.terms)
        json["terms"].push_back({{"term", term.name},
                                 {"estimate", number(term.estimate)},
                                 {"se", number(term.se)},
                                 {"robust_se", number(term.robust_se)},
                                 {"z", number(term.statistic)},
                                 {"p", number(term.p)}});
    json["notes"] = nlohmann::ordered_json::array();
    for (Text const& note : fit.notes) json["notes"].push_back({{"en", note.en}, {"zh", note.zh}});
    return json;
}

} // namespace casus::estimate
