#include "casus/replicate/endurance_claim.hpp"

#include "casus/base/file.hpp"
#include "casus/replicate/sheet_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace casus::replicate {

namespace {

struct MeasureWord {
    ClaimMeasure measure;
    std::string word;
    Text name;
};

std::array<MeasureWord, 6> const measure_words{{
    {ClaimMeasure::Stands, "stands", {"ten years on", "十年后仍存"}},
    {ClaimMeasure::Rising, "rising", {"rising", "风险上升"}},
    {ClaimMeasure::Above, "above", {"above average", "高于平均"}},
    {ClaimMeasure::Term, "term", {"what a term adds", "某项的作用"}},
    {ClaimMeasure::Change, "change", {"what a change adds", "变化的作用"}},
    {ClaimMeasure::None, "none", {"not judged", "不作判断"}},
}};

[[noreturn]] void refuse_cell(SheetCell const& cell, Text what, std::vector<std::string> const& words) {
    std::string list;
    for (std::string const& word : words) list += (list.empty() ? "" : ", ") + word;
    throw Error(Problem{cell.place, std::move(what), cell.text, {list, list}, nearest(cell.text, words)});
}

ClaimMeasure measure_in(SheetCell const& cell) {
    std::vector<std::string> words;
    for (MeasureWord const& each : measure_words) {
        if (each.word == cell.text) return each.measure;
        words.push_back(each.word);
    }
    refuse_cell(cell, {"unknown measure", "未知的量"}, words);
}

int sign_in(SheetCell const& cell, ClaimMeasure measure) {
    bool const signed_claim = measure == ClaimMeasure::Term || measure == ClaimMeasure::Change;
    if (signed_claim && cell.text == "lower") return -1;
    if (signed_claim && cell.text == "higher") return +1;
    if (!signed_claim && cell.text == "yes") return +1;
    if (signed_claim) refuse_cell(cell, {"unknown expectation", "未知的预期"}, {"lower", "higher"});
    refuse_cell(cell, {"unknown expectation", "未知的预期"}, {"yes"});
}

void require_word(SheetCell const& cell) {
    if (cell.text.empty()) throw Error(Problem{cell.place, {"empty cell", "空单元格"}, {}, {"a word", "文字"}, {}});
}

int year_in(SheetCell const& cell) {
    double const year = number_in(cell);
    if (year == std::floor(year) && year >= 1815 && year <= 2100) return static_cast<int>(year);
    throw Error(Problem{cell.place, {"not a year", "不是年份"}, cell.text, {"1815 to 2100", "1815 至 2100"}, {}});
}

} // namespace

Text name(ClaimMeasure measure) { return measure_words.at(static_cast<std::size_t>(measure)).name; }

std::string_view key(ClaimMeasure measure) { return measure_words.at(static_cast<std::size_t>(measure)).word; }

EnduranceClaims read_endurance_claims(std::filesystem::path const& folder) {
    std::filesystem::path const path = folder / "claims.csv";
    EnduranceClaims read{{}, {path.filename().string(), sha256(read_file(path))}};
    for (SheetRow const& row : read_rows(
             path, {"id", "case", "measure", "alliance", "year", "term", "change", "expected", "claim", "claim_zh"})) {
        EnduranceClaim claim{.id = row.at("id").text,
                             .paper_case = row.at("case").text,
                             .measure = measure_in(row.at("measure")),
                             .alliance = row.at("alliance").text,
                             .year = year_in(row.at("year")),
                             .term = row.at("term").text,
                             .claim = {row.at("claim").text, row.at("claim_zh").text}};
        if (std::ranges::count(read.list, claim.id, &EnduranceClaim::id) > 0)
            throw Error(Problem{row.at("id").place, {"claim given twice", "论断重复"}, claim.id, {}, {}});
        for (char const* const column : {"id", "alliance", "claim"}) require_word(row.at(column));
        if (claim.measure == ClaimMeasure::Term || claim.measure == ClaimMeasure::Change) require_word(row.at("term"));
        if (claim.measure == ClaimMeasure::Change) claim.change = number_in(row.at("change"));
        if (claim.measure != ClaimMeasure::None) claim.expected = sign_in(row.at("expected"), claim.measure);
        read.list.push_back(std::move(claim));
    }
    if (read.list.empty())
        throw Error(Problem{
            {path.string(), 1, 0}, {"no claims", "没有论断"}, {}, {"a row for each claim", "每条论断一行"}, {}});
    return read;
}

} // namespace casus::replicate
