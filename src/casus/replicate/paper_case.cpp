#include "casus/replicate/paper_case.hpp"

#include "casus/base/file.hpp"
#include "casus/replicate/sheet_rows.hpp"
#include "casus/world/case_file/case_file.hpp"

#include <algorithm>

namespace casus::replicate {

namespace {

Verdict expected_in(SheetCell const& cell) {
    if (auto const verdict = verdict_named(cell.text)) return *verdict;
    std::vector<std::string> words;
    for (Verdict const verdict : verdicts) words.emplace_back(key(verdict));
    throw Error(Problem{cell.place,
                        {"unknown stance", "未知的立场"},
                        cell.text,
                        {"follow, hedge or deviate", "follow、hedge 或 deviate"},
                        nearest(cell.text, words)});
}

void check_code(PaperCases const& read, SheetCell const& code, bool known) {
    bool const found = std::ranges::count(read.cases, code.text, &PaperCase::code) > 0;
    if (found == known) return;
    throw Error(Problem{code.place,
                        known ? Text{"no case above has this code", "此前没有这个代码的案例"}
                              : Text{"case given twice", "案例重复"},
                        code.text,
                        {},
                        {}});
}

} // namespace

PaperCases read_paper_cases(std::filesystem::path const& folder) {
    std::filesystem::path const list = folder / "cases.csv";
    PaperCases read;
    read.files.push_back({list.filename().string(), sha256(read_file(list))});
    for (SheetRow const& row : read_rows(list, {"case", "expected", "as", "claim", "claim_zh"})) {
        SheetCell const& as = row.at("as");
        check_code(read, row.at("case"), false);
        if (!as.text.empty()) check_code(read, as, true);
        Verdict const expected = expected_in(row.at("expected"));
        std::string const& code = row.at("case").text;
        case_file::Case a_case = case_file::read_case(folder / (code + ".toml"));
        read.files.insert(read.files.end(), a_case.files.begin(), a_case.files.end());
        read.cases.push_back(
            {code, expected, as.text, {row.at("claim").text, row.at("claim_zh").text}, std::move(a_case.base)});
    }
    return read;
}

World coded_world(PaperCase const& paper_case, Coding const& coding) {
    WorldBuilder builder = paper_case.builder;
    set_cells(cells_of(coding, paper_case.code, paper_case.as), coding.coder, builder);
    return builder.build();
}

} // namespace casus::replicate
