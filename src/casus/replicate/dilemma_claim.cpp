#include "casus/replicate/dilemma_claim.hpp"

#include "casus/base/file.hpp"
#include "casus/replicate/sheet_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <sstream>

namespace casus::replicate {

namespace {

struct RiskTerm {
    std::string word;
    Text name;
};

std::array<RiskTerm, 4> const measure_terms{{
    {"dominates", {"which dominates", "何者为主"}},
    {"abandonment", {"abandonment", "被抛弃"}},
    {"entrapment", {"entrapment", "被牵连"}},
    {"tilt", {"abandonment less entrapment", "被抛弃减被牵连"}},
}};

std::array<RiskTerm, risk_words> const word_terms{{
    {"abandonment", {"abandonment", "被抛弃"}},
    {"entrapment", {"entrapment", "被牵连"}},
    {"both", {"both", "两者"}},
    {"neither", {"neither", "皆无"}},
    {"rises", {"rises", "上升"}},
    {"falls", {"falls", "下降"}},
    {"stays", {"stays", "不变"}},
}};

/// Position of the cell's word among terms [first, last); an Error where it is none of them.
template <std::size_t N>
std::size_t term_in(SheetCell const& cell, std::array<RiskTerm, N> const& terms, Text const& what,
                    std::size_t first = 0, std::size_t last = N) {
    std::vector<std::string> words;
    for (std::size_t n = first; n < last; ++n) {
        if (terms[n].word == cell.text) return n;
        words.push_back(terms[n].word);
    }
    std::string const list = fmt::format("{}", fmt::join(words, ", "));
    throw Error(Problem{cell.place, what, cell.text, {list, list}, nearest(cell.text, words)});
}

std::vector<std::string> codes_in(SheetCell const& cell) {
    std::istringstream stream(cell.text);
    std::vector<std::string> codes;
    for (std::string code; stream >> code;) codes.push_back(code);
    if (codes.empty())
        throw Error(Problem{cell.place, {"empty cell", "空单元格"}, {}, {"one or more codes", "一个或多个代码"}, {}});
    return codes;
}

int claim_year_in(SheetCell const& cell) {
    double const year = number_in(cell);
    if (year == std::floor(year) && year >= 1815 && year <= 2100) return static_cast<int>(year);
    throw Error(Problem{cell.place, {"not a year", "不是年份"}, cell.text, {"1815 to 2100", "1815 至 2100"}, {}});
}

DilemmaClaim claim_in(SheetRow const& row) {
    DilemmaClaim claim{
        .id = row.at("id").text,
        .paper_case = row.at("case").text,
        .holders = codes_in(row.at("holder")),
        .partners = codes_in(row.at("partner")),
        .rival = codes_in(row.at("rival")).front(),
        .measure = static_cast<RiskMeasure>(term_in(row.at("measure"), measure_terms, {"unknown measure", "未知的量"})),
        .year = claim_year_in(row.at("year")),
        .source = row.at("place").text,
        .claim = {row.at("claim").text, row.at("claim_zh").text},
        .place = row.at("id").place};
    if (claim.rival == "all") claim.rival.clear();
    SheetCell const& against = row.at("against");
    if (claim.measure == RiskMeasure::Dominates) {
        if (!against.text.empty())
            throw Error(Problem{against.place,
                                {"dominates is about one year", "dominates 只涉及一年"},
                                against.text,
                                {"an empty cell", "空单元格"},
                                {}});
        return claim;
    }
    claim.against = claim_year_in(against);
    if (claim.against >= claim.year)
        throw Error(Problem{against.place,
                            {"the earlier year is not earlier", "较早的年份并不更早"},
                            against.text,
                            {fmt::format("a year before {}", claim.year), fmt::format("早于 {}", claim.year)},
                            {}});
    return claim;
}

HashedFile hashed(std::filesystem::path const& path) { return {path.filename().string(), sha256(read_file(path))}; }

std::vector<RiskWord> read_words(std::filesystem::path const& path, std::vector<DilemmaClaim> const& claims) {
    std::vector<std::optional<RiskWord>> words(claims.size());
    std::vector<std::string> ids;
    for (DilemmaClaim const& claim : claims) ids.push_back(claim.id);
    for (SheetRow const& row : read_rows(path, {"id", "word", "reason"})) {
        SheetCell const& id = row.at("id");
        auto const at = static_cast<std::size_t>(std::ranges::find(ids, id.text) - ids.begin());
        if (at == ids.size())
            throw Error(Problem{id.place, {"unknown claim", "未知的论断"}, id.text, {}, nearest(id.text, ids)});
        if (words[at]) throw Error(Problem{id.place, {"claim coded twice", "论断重复编码"}, id.text, {}, {}});
        bool const dominates = claims[at].measure == RiskMeasure::Dominates;
        words[at] = static_cast<RiskWord>(term_in(row.at("word"), word_terms, {"unknown word", "未知的词"},
                                                  dominates ? 0 : 4, dominates ? 4 : risk_words));
    }
    std::vector<RiskWord> coded;
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (!words[n]) throw Error(Problem{{path.string(), 1, 0}, {"claim not coded", "论断未编码"}, ids[n], {}, {}});
        coded.push_back(*words[n]);
    }
    return coded;
}

std::vector<YearChanges> read_years(std::filesystem::path const& path) {
    std::vector<YearChanges> years;
    for (SheetRow const& row : read_rows(path, {"year", "path", "value", "reason"})) {
        int const year = claim_year_in(row.at("year"));
        auto at = std::ranges::find(years, year, &YearChanges::year);
        if (at == years.end()) at = years.insert(years.end(), YearChanges{year, {}});
        at->changes.push_back({row.at("path").text, row.at("value").text, row.at("path").place, row.at("reason").text});
    }
    std::ranges::sort(years, {}, &YearChanges::year);
    return years;
}

} // namespace

std::string_view key(RiskMeasure measure) { return measure_terms.at(static_cast<std::size_t>(measure)).word; }
std::string_view key(RiskWord word) { return word_terms.at(static_cast<std::size_t>(word)).word; }
Text name(RiskMeasure measure) { return measure_terms.at(static_cast<std::size_t>(measure)).name; }
Text name(RiskWord word) { return word_terms.at(static_cast<std::size_t>(word)).name; }

DilemmaClaims read_dilemma_claims(std::filesystem::path const& folder) {
    DilemmaClaims read;
    for (SheetRow const& row : read_rows(folder / "claims.csv", {"id", "case", "holder", "partner", "rival", "measure",
                                                                 "year", "against", "place", "claim", "claim_zh"})) {
        DilemmaClaim claim = claim_in(row);
        if (std::ranges::count(read.list, claim.id, &DilemmaClaim::id) > 0)
            throw Error(Problem{claim.place, {"claim given twice", "论断重复"}, claim.id, {}, {}});
        read.list.push_back(std::move(claim));
    }
    if (read.list.empty())
        throw Error(Problem{{(folder / "claims.csv").string(), 1, 0},
                            {"no claims", "没有论断"},
                            {},
                            {"a row for each claim", "每条论断一行"},
                            {}});
    read.first = read_words(folder / "first-coding.csv", read.list);
    read.second = read_words(folder / "second-coding.csv", read.list);
    read.years = read_years(folder / "years.csv");
    for (char const* const file : {"claims.csv", "first-coding.csv", "second-coding.csv", "years.csv"})
        read.files.push_back(hashed(folder / file));
    return read;
}

} // namespace casus::replicate
