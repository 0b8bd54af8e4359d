// casus similarity: how alike the alliance portfolios or the votes of states are, for one pair or for all.
#include "data_verbs.hpp"
#include "output.hpp"
#include "similarity_verb.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/base/parallel.hpp"
#include "casus/data/files/write_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace casus::app {

namespace features = data::features;

namespace {

bool of_votes(SimilarityOptions const& options) { return options.of == "votes" || options.of == "voeten"; }

/// The named similarity, by partners' capability and of ties or none where that was asked for.
features::NamedSimilarity as_asked(features::NamedSimilarity named, SimilarityOptions const& options) {
    if (options.binary) {
        named.coding = of_votes(options) ? measure::binary_votes : measure::binary_ties;
        named.label = {named.label.en + ", binary", named.label.zh + "，二分"};
    }
    if (!options.weights.empty() && !named.weighted) {
        named.weighted = true;
        named.label = {named.label.en + ", weighted by CINC", named.label.zh + "，按 CINC 加权"};
    }
    return named;
}

casus::Table summary(data::Table const& table, std::vector<std::string> const& labels) {
    casus::Table summary{.id = "columns",
                         .title = {"Columns", "各列"},
                         .note = {},
                         .columns = {{"name", {"name", "名称"}},
                                     {"what", {"what it is", "含义"}},
                                     {"mean", {"mean", "均值"}},
                                     {"missing", {"missing", "缺失"}}},
                         .rows = {}};
    for (std::size_t c = 3; c < table.columns.size(); ++c) {
        double sum = 0.0;
        std::size_t known = 0;
        for (double const value : table.columns[c].as<double>())
            if (!std::isnan(value)) {
                sum += value;
                ++known;
            }
        Entry mean;
        if (known > 0) mean = Number{.value = sum / static_cast<double>(known), .decimals = 4};
        summary.rows.push_back({Text{table.columns[c].name, {}}, Text{labels[c], {}}, mean,
                                Number{.value = static_cast<double>(table.rows() - known), .decimals = 0}});
    }
    return summary;
}

void similarity_of_years(SimilarityOptions const& options, Call const& call) {
    auto const [first_year, last_year] = years_of("--years", options.years);
    if (options.out.empty())
        throw Error(
            Problem{.place = {},
                    .what = {"--out is missing", "缺少 --out"},
                    .found = {},
                    .expected = {"a file to write to, .csv, .csv.gz or .dta", "输出文件：.csv、.csv.gz 或 .dta"}});
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    data::StateSystem const system(store, options.system == "gw" ? data::System::GleditschWard : data::System::Cow);
    data::Frame const frame(system, data::Unit::DyadYear, first_year, last_year);
    auto const source = open_portfolios(options, store, frame);
    auto const chosen = chosen_similarities(options, *source);
    data::Table table{frame.keys(options.threads)};
    std::vector<std::string> labels(table.columns.size());
    for (data::RowSeries& series :
         features::similarity_rows(frame, *source, chosen, scaling_of(options), options.threads)) {
        labels.push_back(call.say(series.label));
        table.columns.push_back(std::move(series.column));
    }
    data::write_table(options.out, table, labels, options.threads);
    Notes notes{.id = "notes", .title = {"Notes", "说明"}, .items = {}};
    std::string const release = source->origin().dataset + "@" + source->origin().version;
    notes.items.push_back({fmt::format("{} covers {}–{}; other years are NA.", release, source->coverage().first_year,
                                       source->coverage().last_year),
                           fmt::format("{} 覆盖 {}–{} 年；其他年份为 NA。", release, source->coverage().first_year,
                                       source->coverage().last_year)});
    for (data::JoinNote const& note : source->notes())
        notes.items.push_back({fmt::format("{}: {} rows ({})", note.what.en, note.rows, note.example),
                               fmt::format("{}：{} 行（{}）", note.what.zh, note.rows, note.example)});
    Chapter chapter{.id = "similarity",
                    .title = {fmt::format("{} dyad-years in {}", table.rows(), options.out),
                              fmt::format("{} 个对子-年，已写入 {}", table.rows(), options.out)},
                    .lead = {},
                    .shapes = {summary(table, labels), std::move(notes)}};
    print_report(report_of("similarity", {"Similarity of foreign policies", "外交政策相似度"}, {std::move(chapter)}),
                 call);
}

/// An option that would change nothing is a mistake.
void refuse_idle(SimilarityOptions const& options) {
    auto const refuse = [](std::string const& option, Text const& belongs) {
        throw Error(Problem{.place = {},
                            .what = {option + " changes nothing here", option + " 在此不起作用"},
                            .found = {},
                            .expected = belongs});
    };
    Text const alliances{"alliance portfolios (--of atop or cow)", "同盟组合（--of atop 或 cow）"};
    if (of_votes(options) && !options.diagonal.empty()) refuse("--diagonal", alliances);
    if (of_votes(options) && !options.weights.empty()) refuse("--weights", alliances);
    if (options.pair.empty() && !options.year.empty())
        refuse("--year", {"two states before it, or --years", "其前的两个国家，或 --years"});
    if (!options.pair.empty() && !options.out.empty()) refuse("--out", {"--years FIRST:LAST", "--years 起:止"});
}

void similarity(SimilarityOptions const& options, Call const& call) {
    if (options.pair.empty() == options.years.empty())
        throw Error(Problem{.place = {},
                            .what = {"neither a pair nor years, or both", "既未给出一对国家也未给出年份，或两者都给出"},
                            .found = {},
                            .expected = {"two states and --year, or --years FIRST:LAST and --out FILE",
                                         "两个国家与 --year，或 --years 起:止 与 --out 文件"}});
    refuse_idle(options);
    if (options.pair.empty())
        similarity_of_years(options, call);
    else
        similarity_of_pair(options, call);
}

} // namespace

std::unique_ptr<features::PortfolioSource> open_portfolios(SimilarityOptions const& options, data::Store const& store,
                                                           data::Frame const& frame) {
    data::FeatureRequest request{.store = &store, .frame = &frame, .choice = options.of, .threads = options.threads};
    if (of_votes(options)) {
        request.choice = options.of == "votes" ? "un" : "voeten";
        return features::vote_portfolios(request);
    }
    return features::alliance_portfolios(request, options.diagonal == "none"       ? features::SelfTie::None
                                                  : options.diagonal == "left-out" ? features::SelfTie::LeftOut
                                                                                   : features::SelfTie::Highest);
}

std::vector<features::NamedSimilarity> chosen_similarities(SimilarityOptions const& options,
                                                           features::PortfolioSource const& source) {
    auto const all = of_votes(options) ? features::vote_similarities() : features::alliance_similarities();
    auto const refuse_weights = [] {
        throw Error(Problem{.place = {},
                            .what = {"no capabilities to weigh with in the store", "仓库中没有可作权重的能力数据"},
                            .found = {},
                            .expected = {"\"nmc\": casus data import FILE", "\"nmc\"：casus data import 文件"}});
    };
    if (!options.weights.empty() && !source.weights_from()) refuse_weights();
    std::vector<features::NamedSimilarity> chosen;
    if (options.measures.empty()) {
        bool const bent = options.binary || !options.weights.empty();
        for (features::NamedSimilarity const& named : all) {
            if (named.weighted && !source.weights_from()) continue;
            // --binary and --weights apply to the plain ones; their binary and weighted sisters would only repeat them.
            if (bent && (named.weighted || named.key.ends_with("_binary"))) continue;
            chosen.push_back(as_asked(named, options));
        }
        return chosen;
    }
    std::vector<std::string> names;
    for (features::NamedSimilarity const& named : all) names.emplace_back(named.key);
    for (std::string const& word : split(options.measures)) {
        auto const found = std::ranges::find(all, std::string_view(word), &features::NamedSimilarity::key);
        if (found == all.end())
            throw Error(Problem{.place = {},
                                .what = {"unknown measure", "未知的度量"},
                                .found = word,
                                .expected = {fmt::format("one of {}", fmt::join(names, ", ")),
                                             fmt::format("下列之一：{}", fmt::join(names, "、"))},
                                .nearest = nearest(word, names)});
        if (found->weighted && !source.weights_from()) refuse_weights();
        chosen.push_back(as_asked(*found, options));
    }
    return chosen;
}

features::Scaling scaling_of(SimilarityOptions const& options) {
    return options.scaling == "data" ? features::Scaling::Data : features::Scaling::Scale;
}

void add_similarity(CLI::App& program, Call const& call) {
    auto options = std::make_shared<SimilarityOptions>();
    options->threads = default_threads();
    Verb verb(
        program, call, "similarity",
        {"how alike the alliance portfolios or UN votes of states are: S, κ, π, τ_b",
         "各国同盟组合或联合国投票的相似度：S、κ、π、τ_b"},
        "casus similarity GMY ITA --year 1914\n  casus similarity --years 1946:2016 --of votes --out votes.csv.gz",
        [options, &call] { similarity(*options, call); });
    verb.add_optional_arguments(
        "STATE", options->pair,
        {"two states by COW letters or number, ISO code or name", "两个国家：COW 字母或数字代码、ISO 代码或名称"});
    verb.add_option("--year", "YEAR", options->year, {"the year of the pair", "该对国家的年份"});
    verb.add_option("--years", "FIRST:LAST", options->years, {"all pairs of these years", "这些年份的所有对子"});
    verb.add_choice("--of", options->of, {"atop", "cow", "votes", "voeten"},
                    {"treaties of ATOP (default) or COW; UN votes by ISO codes or in Voeten's form",
                     "ATOP（默认）或 COW 的条约；联合国投票（ISO 代码或 Voeten 格式）"});
    verb.add_choice("--system", options->system, {"cow", "gw"}, {"state system (default cow)", "国家体系（默认 cow）"});
    verb.add_option("--measures", "NAME,…", options->measures,
                    {"s, s_squared, s_binary, s_weighted, kappa, kappa_binary, pi, pi_binary, tau_b; of votes also "
                     "items, agreement, agreement_half, agreement_binary; all where not given",
                     "s、s_squared、s_binary、s_weighted、kappa、kappa_binary、pi、pi_binary、tau_b；投票另有 "
                     "items、agreement、agreement_half、agreement_binary；不给则全部"});
    verb.add_choice("--weights", options->weights, {"cinc"},
                    {"weigh partners by capability (needs nmc)", "按能力给伙伴加权（需要 nmc）"});
    verb.add_flag("--binary", options->binary,
                  {"any tie or none; of votes: only where neither abstained", "只分有无；投票：只计双方均未弃权者"});
    verb.add_choice("--diagonal", options->diagonal, {"highest", "none", "left-out"},
                    {"what a portfolio says of its own state: the highest value (default), none, or that the two "
                     "states of a pair do not count",
                     "组合中对本国的取值：最高值（默认）、无，或不计这两国"});
    verb.add_choice("--scaling", options->scaling, {"scale", "data"},
                    {"greatest distance of S: of the scale (default) or of the year's values",
                     "S 的最大距离：按量表（默认）或按当年数据"});
    verb.add_option("--out", "FILE", options->out,
                    {"write all pairs to .csv, .csv.gz or .dta", "将所有对子写入 .csv、.csv.gz 或 .dta"});
    verb.add_store(options->store);
    verb.add_number("--threads", "N", options->threads, 1, 1024, {"threads to use", "线程数"});
    verb.add_language();
}

} // namespace casus::app
