// casus estimate km, cuminc: curves of survival and of competing ways of ending, by group, without a model.
#include "estimate_survival.hpp"
#include "output.hpp"

#include "casus/base/file.hpp"
#include "casus/estimate/cumulative_incidence.hpp"
#include "casus/estimate/kaplan_meier.hpp"
#include "casus/estimate/log_rank.hpp"
#include "casus/report/html.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace casus::app {

namespace {

using nlohmann::ordered_json;

struct CurveOptions : SurvivalOptions {
    std::string band = "log";
};

Entry entry(std::optional<double> const& value, int decimals) {
    return value ? Entry{Number{*value, decimals, {}}} : Entry{};
}

ordered_json or_null(double value) { return std::isnan(value) ? ordered_json{} : ordered_json(value); }
ordered_json or_null(std::optional<double> const& value) { return value ? ordered_json(*value) : ordered_json{}; }

/// A step curve from (0, `first`) to the last time under observation.
Curve steps(std::string const& key, std::vector<double> const& times, std::vector<double> const& values,
            std::vector<Interval> const& bands, double first, double end) {
    Curve curve{.label = {key, {key, key}}, .x = {0.0}, .y = {first}, .bands = {{first, first}}, .steps = true};
    curve.x.insert(curve.x.end(), times.begin(), times.end());
    curve.y.insert(curve.y.end(), values.begin(), values.end());
    curve.bands.insert(curve.bands.end(), bands.begin(), bands.end());
    if (end > curve.x.back()) {
        curve.x.push_back(end);
        curve.y.push_back(curve.y.back());
        curve.bands.push_back(curve.bands.back());
    }
    return curve;
}

Curves drawing(std::string id, Text title, std::vector<CurvePanel> panels, Text y_meaning) {
    Curves curves;
    curves.id = std::move(id);
    curves.title = std::move(title);
    curves.note = {"bands: 95 %", "带：95 %"};
    curves.panels = std::move(panels);
    curves.x_meaning = {"Time", "时间"};
    curves.y_meaning = std::move(y_meaning);
    for (CurvePanel const& panel : curves.panels)
        for (Curve const& curve : panel.curves) curves.x_high = std::max(curves.x_high, curve.x.back());
    return curves;
}

ordered_json document_of(SurvivalOptions const& options, std::string const& verb, GroupedSpells const& data) {
    Manifest manifest = manifest_of("estimate " + verb);
    manifest.case_files.push_back(
        {std::filesystem::path(options.data).filename().string(), sha256(read_file(options.data))});
    ordered_json document = begin_document("casus.survival/1", manifest);
    document["formula"] = options.formulas.front();
    document["n"] = data.sample.data.rows.size();
    return document;
}

void show(SurvivalOptions const& options, Call const& call, std::string const& verb, Chapter chapter,
          GroupedSpells const& data, std::function<ordered_json()> const& document) {
    if (!data.sample.data.notes.empty())
        chapter.shapes.push_back(Notes{.id = "notes", .title = {"Notes", "说明"}, .items = data.sample.data.notes});
    report::Report const report =
        report_of("estimate " + verb, {"Survival in " + data.frame->name, data.frame->name + " 的生存分析"},
                  {std::move(chapter)});
    if (!options.html.empty()) write_file(options.html, report::html(report, call.language));
    if (!json_is_all(options.json, document)) print_report(report, call);
}

estimate::Band band_of(std::string const& name) {
    return name == "plain" ? estimate::Band::Plain : name == "log-log" ? estimate::Band::LogLog : estimate::Band::Log;
}

Table medians(std::vector<std::string> const& groups, std::vector<estimate::SurvivalCurve> const& curves,
              estimate::Spells const& spells) {
    Table table{.id = "medians", .title = {"How long they last", "持续多久"}, .note = {}, .columns = {}, .rows = {}};
    table.columns = {{"group", {"Group", "组"}},          {"n", {"Rows", "行"}},
                     {"events", {"Events", "事件"}},      {"median", {"Median", "中位数"}},
                     {"low", {"95 % from", "95 % 下限"}}, {"high", {"to", "上限"}}};
    std::vector<std::size_t> rows(groups.size());
    for (std::size_t i = 0; i < spells.rows(); ++i) ++rows[spells.stratum(i)];
    for (std::size_t g = 0; g < groups.size(); ++g) {
        double events = 0.0;
        for (double const now : curves[g].events) events += now;
        estimate::Quantile const median = quantile(curves[g]);
        table.rows.push_back({Text{groups[g], groups[g]}, Number{static_cast<double>(rows[g]), 0, {}},
                              Number{events, 0, {}}, entry(median.time, 2), entry(median.low, 2),
                              entry(median.high, 2)});
    }
    return table;
}

estimate::LogRank compare(estimate::Spells spells) {
    auto const groups = spells.strata;
    spells.strata = {};
    return log_rank(spells, groups);
}

ordered_json km_document(CurveOptions const& options, GroupedSpells const& data,
                         std::vector<estimate::SurvivalCurve> const& curves) {
    ordered_json document = document_of(options, "km", data);
    document["band"] = options.band;
    for (std::size_t g = 0; g < curves.size(); ++g) {
        estimate::SurvivalCurve const& curve = curves[g];
        estimate::Quantile const median = quantile(curve);
        ordered_json group{{"group", data.groups[g]}, {"end", curve.end}};
        group["median"] = {or_null(median.time), or_null(median.low), or_null(median.high)};
        group["points"] = ordered_json::array();
        for (std::size_t k = 0; k < curve.times.size(); ++k)
            group["points"].push_back({{"time", curve.times[k]},
                                       {"at_risk", curve.at_risk[k]},
                                       {"events", curve.events[k]},
                                       {"survival", curve.survival[k]},
                                       {"se", or_null(curve.survival_se[k])},
                                       {"low", curve.survival_band[k].low},
                                       {"high", curve.survival_band[k].high},
                                       {"hazard", curve.hazard[k]},
                                       {"hazard_se", curve.hazard_se[k]}});
        document["curves"].push_back(std::move(group));
    }
    if (curves.size() > 1) {
        estimate::LogRank const test = compare(data.spells.view());
        document["log_rank"] = {{"chi_square", test.test.statistic},
                                {"df", test.test.degrees},
                                {"p", test.test.p},
                                {"expected", test.expected}};
    }
    return document;
}

void km(CurveOptions const& options, Call const& call) {
    GroupedSpells const data = grouped_spells(options, false);
    estimate::Spells const spells = data.spells.view();
    auto const curves = kaplan_meier(spells, {}, 0.95, band_of(options.band));
    CurvePanel panel{.label = {"all", {"Survival", "生存"}}, .curves = {}};
    for (std::size_t g = 0; g < curves.size(); ++g)
        panel.curves.push_back(
            steps(data.groups[g], curves[g].times, curves[g].survival, curves[g].survival_band, 1.0, curves[g].end));
    Chapter chapter{.id = "survival", .title = {"Survival", "生存"}, .lead = {}, .shapes = {}};
    chapter.shapes.push_back(
        drawing("curves", {"Kaplan-Meier", "Kaplan–Meier"}, {std::move(panel)}, {"Share that lasts", "存续比例"}));
    chapter.shapes.push_back(medians(data.groups, curves, spells));
    if (curves.size() > 1) {
        estimate::ChiSquare const test = compare(spells).test;
        std::string const figures = fmt::format("χ² = {:.4g}, df {}, p = {:.3g}", test.statistic, test.degrees, test.p);
        chapter.shapes.push_back(Notes{.id = "log_rank",
                                       .title = {"Do the groups last alike?", "各组持续时间相同吗？"},
                                       .items = {{"log-rank test: " + figures, "对数秩检验：" + figures}}});
    }
    show(options, call, "km", std::move(chapter), data, [&] { return km_document(options, data, curves); });
}

ordered_json cuminc_document(SurvivalOptions const& options, GroupedSpells const& data,
                             std::vector<estimate::CumulativeIncidence> const& curves) {
    ordered_json document = document_of(options, "cuminc", data);
    for (std::size_t g = 0; g < curves.size(); ++g)
        for (std::size_t k = 0; k < curves[g].incidence.size(); ++k) {
            ordered_json one{{"group", data.groups[g]}, {"cause", k + 1}, {"points", ordered_json::array()}};
            for (std::size_t t = 0; t < curves[g].times.size(); ++t)
                one["points"].push_back({{"time", curves[g].times[t]},
                                         {"at_risk", curves[g].at_risk[t]},
                                         {"incidence", curves[g].incidence[k][t]},
                                         {"se", curves[g].se[k][t]},
                                         {"low", curves[g].band[k][t].low},
                                         {"high", curves[g].band[k][t].high}});
            document["curves"].push_back(std::move(one));
        }
    return document;
}

void cuminc(SurvivalOptions const& options, Call const& call) {
    GroupedSpells const data = grouped_spells(options, true);
    auto const curves = cumulative_incidence(data.spells.view());
    std::vector<CurvePanel> panels;
    Table table{.id = "incidence",
                .title = {"Ended so by the last time", "截至最后时点的结束比例"},
                .note = {},
                .columns = {},
                .rows = {}};
    table.columns = {{"group", {"Group", "组"}},
                     {"cause", {"Cause", "原因"}},
                     {"incidence", {"Share", "比例"}},
                     {"se", {"SE", "标准误"}}};
    for (std::size_t g = 0; g < curves.size(); ++g) {
        CurvePanel panel{.label = {data.groups[g], {data.groups[g], data.groups[g]}}, .curves = {}};
        for (std::size_t k = 0; k < curves[g].incidence.size(); ++k) {
            std::string const cause = fmt::format("{}", k + 1);
            panel.curves.push_back(
                steps(cause, curves[g].times, curves[g].incidence[k], curves[g].band[k], 0.0, curves[g].end));
            bool const none_yet = curves[g].times.empty();
            table.rows.push_back({Text{data.groups[g], data.groups[g]}, Text{cause, cause},
                                  Number{none_yet ? 0.0 : curves[g].incidence[k].back(), 3, {}},
                                  Number{none_yet ? 0.0 : curves[g].se[k].back(), 3, {}}});
        }
        panels.push_back(std::move(panel));
    }
    Chapter chapter{.id = "incidence", .title = {"Ways of ending", "结束方式"}, .lead = {}, .shapes = {}};
    chapter.shapes.push_back(drawing("curves", {"Cumulative incidence by cause", "各原因的累积发生率"},
                                     std::move(panels), {"Share ended so", "以此方式结束的比例"}));
    chapter.shapes.push_back(std::move(table));
    show(options, call, "cuminc", std::move(chapter), data, [&] { return cuminc_document(options, data, curves); });
}

} // namespace

void add_estimate_curves(CLI::App& estimate, Call const& call) {
    auto survival = std::make_shared<CurveOptions>();
    Verb km_verb(estimate, call, "km",
                 {"Kaplan-Meier curves with bands, log-rank test", "Kaplan–Meier 曲线、置信带与对数秩检验"},
                 "casus estimate km --data FILE.csv --formula 'time, event ~ regime'",
                 [survival, &call] { km(*survival, call); });
    km_verb.add_choice("--band", survival->band, {"log", "log-log", "plain"}, {"scale of the bands", "置信带的尺度"});
    add_curve_options(km_verb, *survival);
    auto competing = std::make_shared<SurvivalOptions>();
    Verb cuminc_verb(estimate, call, "cuminc",
                     {"shares of competing ways of ending over time", "竞争性结束方式随时间的比例"},
                     "casus estimate cuminc --data FILE.csv --formula 'time, cause ~ 1'",
                     [competing, &call] { cuminc(*competing, call); });
    add_curve_options(cuminc_verb, *competing);
}

} // namespace casus::app
