// Because of what: log-hazards against the average alliance of the same age, by Walt's claims, and the ledgers behind.
#include "casus/endurance/assessed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::endurance {

namespace {

std::string ledger_id(Alliance const& alliance) { return "endurance/" + alliance.code; }

Matrix claim_matrix(Assessed const& a) {
    Matrix matrix{.id = "endurance/claims",
                  .title = {"What makes it more or less likely to end", "何以更易或更难终止"},
                  .note = {"Log-hazard against the average alliance of the same age, by Walt's claims; 0.69 doubles "
                           "the rate of ending, −0.69 halves it.",
                           "对数风险与同龄平均联盟之差，按沃尔特的论断；0.69 使终止率加倍，−0.69 使之减半。"},
                  .rows = {},
                  .columns = {},
                  .groups = {},
                  .values = {},
                  .intervals = {},
                  .marks = {},
                  .links = {},
                  .legend = {},
                  .low = 1.0,
                  .high = -1.0,
                  .low_meaning = {"endangers", "危及"},
                  .high_meaning = {"holds together", "维系"}};
    std::vector<Claim> const claims = claims_of(a.model);
    std::size_t const shown = std::min(most_shown, a.alliances.size());
    for (std::size_t n = 0; n < shown; ++n) {
        std::string const& code = a.alliances[n].code;
        matrix.columns.push_back({code, {code, code}});
    }
    double furthest = 0.1;
    for (std::size_t c = 0; c < claims.size(); ++c) {
        if (c == 0 || claims[c].nature != claims[c - 1].nature)
            matrix.groups.push_back({c, label_of(claims[c].nature)});
        matrix.rows.push_back(claims[c].label);
        for (std::size_t n = 0; n < shown; ++n) {
            Ranged const& part = a.outlooks[n].claims[c];
            matrix.values.push_back(part.value);
            matrix.intervals.push_back(part.interval);
            matrix.links.push_back(ledger_id(a.alliances[n]));
            furthest = std::max(furthest, std::abs(part.value));
        }
    }
    matrix.low = std::ceil(furthest * 10.0) / 10.0; // backwards: what endangers has the colour of the low end
    matrix.high = -matrix.low;
    return matrix;
}

/// The greatest claims of each alliance and the two natures apart.
Table reason_table(Assessed const& a) {
    Table table{
        .id = "endurance/reasons",
        .title = {"Rational and non-rational reasons", "理性与非理性原因"},
        .note = {"Sums of log-hazard against the average alliance of the same age, with 90 % of draws. Most: the "
                 "claim that endangers it most, and the one that holds it together most.",
                 "对数风险与同龄平均联盟之差的合计及 90% 的抽样。最：最危及与最维系联盟的论断。"},
        .columns = {{"code", {"Code", "代码"}},
                    {"rational", {"rational", "理性"}},
                    {"non_rational", {"non-rational", "非理性"}},
                    {"setting", {"setting", "背景"}},
                    {"endangers", {"endangers most", "最危及"}},
                    {"holds", {"holds most", "最维系"}}},
        .rows = {}};
    std::vector<Claim> const claims = claims_of(a.model);
    for (std::size_t n = 0; n < a.alliances.size(); ++n) {
        Outlook const& outlook = a.outlooks[n];
        std::string const& code = a.alliances[n].code;
        std::vector<Entry> row{Text{code, code}};
        for (Ranged const& nature : outlook.natures) row.emplace_back(Number{nature.value, 2, nature.interval});
        auto const [least, most] = std::ranges::minmax_element(outlook.claims, {}, &Ranged::value);
        auto const name = [&](auto at) {
            return claims[static_cast<std::size_t>(at - outlook.claims.begin())].label.name;
        };
        bool const any = !outlook.claims.empty();
        row.emplace_back(any && most->value > 0.0 ? Entry{name(most)} : Entry{});
        row.emplace_back(any && least->value < 0.0 ? Entry{name(least)} : Entry{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string range_of_term(TermValue const& value) {
    return value.low < value.high ? fmt::format(" [{:.4g}, {:.4g}]", value.low, value.high) : std::string{};
}

LedgerLine term_line(ModelTerm const& term, std::optional<TermValue> const& given, Ranged const& part) {
    LedgerLine line{.term = term.label, .value = part.value, .how = {}, .source = {}, .level = 2, .key = term.name};
    if (!given) {
        line.how = {"no figure: counts as average", "没有数字：按平均计"};
        return line;
    }
    std::string const how = fmt::format("{:.4g} × ({:.4g}{} − {:.4g}); [{:.2f}, {:.2f}]", term.estimate, given->value,
                                        range_of_term(*given), term.centre, part.interval.low, part.interval.high);
    line.how = {how, how};
    line.source = {given->source, given->source};
    return line;
}

Text with_interval(Ranged const& part) {
    std::string const text = fmt::format("[{:.2f}, {:.2f}]", part.interval.low, part.interval.high);
    return {text, text};
}

Ledger alliance_ledger(Assessed const& a, std::size_t n) {
    Alliance const& alliance = a.alliances[n];
    Outlook const& outlook = a.outlooks[n];
    Ledger ledger{
        .id = ledger_id(alliance),
        .title = {fmt::format("{}: its log-hazard in {}", alliance.name.en, a.year),
                  fmt::format("{}：{} 年的对数风险", alliance.name.zh, a.year)},
        .summary = {fmt::format("Chance that it ends in {}: 1 − exp(−exp(η)) = {:.4f}, average alliances of its "
                                "age {:.4f}.",
                                a.year, outlook.hazard.value, 1.0 - std::exp(-std::exp(outlook.baseline.value))),
                    fmt::format("{} 年终止的概率：1 − exp(−exp(η)) = {:.4f}，同龄平均联盟为 {:.4f}。", a.year,
                                outlook.hazard.value, 1.0 - std::exp(-std::exp(outlook.baseline.value)))},
        .lines = {}};
    auto const add = [&](LedgerLine line) { ledger.lines.push_back(std::move(line)); };
    add({{"log-hazard η", "对数风险 η"},
         outlook.log_hazard.value,
         with_interval(outlook.log_hazard),
         {},
         0,
         "log_hazard"});
    add({{fmt::format("average alliance of age {}", alliance.age), fmt::format("年龄 {} 的平均联盟", alliance.age)},
         outlook.baseline.value,
         with_interval(outlook.baseline),
         {},
         1,
         "baseline"});
    std::vector<Claim> const claims = claims_of(a.model);
    for (std::size_t k = 0; k < nature_count; ++k) {
        auto const nature = static_cast<Nature>(k);
        if (std::ranges::find(claims, nature, &Claim::nature) == claims.end()) continue;
        add({label_of(nature),
             outlook.natures[k].value,
             with_interval(outlook.natures[k]),
             {},
             0,
             std::string(word_of(nature))});
        for (std::size_t c = 0; c < claims.size(); ++c) {
            if (claims[c].nature != nature) continue;
            add({claims[c].label.name,
                 outlook.claims[c].value,
                 with_interval(outlook.claims[c]),
                 {},
                 1,
                 claims[c].label.key});
            for (std::size_t const term : claims[c].terms)
                add(term_line(a.model.terms[term], alliance.terms[term], outlook.terms[term]));
        }
    }
    return ledger;
}

} // namespace

Chapter claim_chapter(Assessed const& assessed) {
    Chapter chapter{
        "claims",
        {"Because of what", "原因何在"},
        {"Each alliance beside the average alliance of its age, term by term.", "逐项比较各联盟与同龄的平均联盟。"},
        {}};
    if (!assessed.model.terms.empty()) chapter.shapes.emplace_back(claim_matrix(assessed));
    chapter.shapes.emplace_back(reason_table(assessed));
    return chapter;
}

Chapter ledger_chapter(Assessed const& assessed) {
    Chapter chapter{
        "ledgers",
        {"Log-hazards, term by term", "对数风险逐项"},
        {"What each alliance's log-hazard is made of; terms add up to claims, claims to natures, and these to η.",
         "各联盟对数风险的构成：项合为论断，论断合为理性、非理性与背景，再合为 η。"},
        {}};
    for (std::size_t n = 0; n < std::min(most_shown, assessed.alliances.size()); ++n)
        chapter.shapes.emplace_back(alliance_ledger(assessed, n));
    return chapter;
}

} // namespace casus::endurance
