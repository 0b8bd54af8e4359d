#include "casus/replicate/placebo.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/replicate/judged_case.hpp"
#include "casus/replicate/sheet_rows.hpp"
#include "casus/world/case_file/case_file.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace casus::replicate {

namespace {

void count(Placebo& placebo, Verdict given, Verdict expected) {
    ++placebo.verdicts_given[static_cast<std::size_t>(given)];
    placebo.agree += given == expected ? 1 : 0;
}

/// One issue of one case, as the coders coded it.
struct CodedIssue {
    PaperCase const* paper_case;
    std::string issue;
    std::vector<CodedCell> cells; ///< the issue's and the case's own
    std::set<std::pair<Quantity, Side>> kind;
    std::string actors;
};

/// Everybody but leader and challengers, whose choice the case is about.
std::string actors_of(WorldBuilder const& builder) {
    std::string actors;
    for (Actor const& actor : builder.actors)
        if (actor.code != builder.leader && std::ranges::count(builder.challengers, actor.code) == 0)
            actors += actor.code + " ";
    return actors;
}

std::vector<CodedIssue> coded_issues(std::span<PaperCase const> cases, Coding const& coding) {
    std::vector<CodedIssue> issues;
    for (PaperCase const& paper_case : cases) {
        std::vector<CodedCell> const cells = cells_of(coding, paper_case.code, paper_case.as);
        for (Issue const& issue : paper_case.builder.issues) {
            CodedIssue coded{&paper_case, issue.code, {}, {}, actors_of(paper_case.builder)};
            for (CodedCell const& cell : cells) {
                if (!cell.issue.empty() && cell.issue != issue.code) continue;
                coded.cells.push_back(cell);
                coded.kind.emplace(cell.quantity, cell.side);
            }
            issues.push_back(std::move(coded));
        }
    }
    return issues;
}

/// Mean share of following on the issue in the case's world, coded as the donor.
double follow_as(CodedIssue const& target, CodedIssue const& donor, std::string const& coder,
                 Parameters const& parameters) {
    std::vector<CodedCell> cells = donor.cells;
    for (CodedCell& cell : cells)
        if (!cell.issue.empty()) cell.issue = target.issue;
    WorldBuilder builder = target.paper_case->builder;
    set_cells(cells, coder, builder);
    double sum = 0.0;
    double actors = 0.0;
    for (JudgedCell const& cell : judge(builder.build(), parameters).cells) {
        if (cell.issue != target.issue) continue;
        sum += cell.follow;
        actors += 1.0;
    }
    return sum / actors;
}

/// The assessed actors' shares of following in a case file, [actor, issue].
std::map<std::pair<std::string, std::string>, double> shares_in(std::filesystem::path const& file,
                                                                Parameters const& parameters) {
    std::map<std::pair<std::string, std::string>, double> shares;
    for (JudgedCell const& cell : judge(case_file::read_case(file).world, parameters).cells)
        shares[{cell.actor, cell.issue}] = cell.follow;
    return shares;
}

PaperCase const& case_in(SheetCell const& cell, std::span<PaperCase const> cases) {
    auto const found = std::ranges::find(cases, cell.text, &PaperCase::code);
    if (found == cases.end())
        throw Error(Problem{cell.place, {"no case has this code", "没有这个代码的案例"}, cell.text, {}, {}});
    return *found;
}

} // namespace

Placebo nothing_stated(std::span<PaperCase const> cases, Coding const& coding, Scale const& scale,
                       Parameters const& parameters) {
    Placebo placebo{.key = "nothing_stated",
                    .name = {"nothing stated", "文本均未说明"},
                    .what = {"every case with its data, and no cell coded", "各案例只有数据，所有单元格均视为未说明"}};
    Coding const silent = unstated(coding, scale);
    for (PaperCase const& paper_case : cases)
        count(placebo, judge(coded_world(paper_case, silent), parameters).verdict, paper_case.expected);
    return placebo;
}

Placebo codings_of_others(std::span<PaperCase const> cases, Coding const& coding, Parameters const& parameters) {
    Placebo placebo{.key = "codings_of_others",
                    .name = {"codings of another case", "其他案例的编码"},
                    .what = {"every issue of a case, coded as the same kind of issue of every other case",
                             "每个案例的每个议题，改用其他案例同类议题的编码"}};
    std::vector<CodedIssue> const issues = coded_issues(cases, coding);
    for (CodedIssue const& target : issues)
        for (CodedIssue const& donor : issues) {
            bool const same_choice = donor.actors == target.actors && donor.issue == target.issue;
            if (donor.paper_case == target.paper_case || same_choice || donor.kind != target.kind) continue;
            count(placebo, decide(follow_as(target, donor, coding.coder, parameters)), target.paper_case->expected);
        }
    return placebo;
}

Placebo unnamed_allies(std::filesystem::path const& sheet, std::span<PaperCase const> cases,
                       Parameters const& parameters) {
    Placebo placebo{.key = "unnamed_allies",
                    .name = {"allies that the text does not name", "文本未提及的盟国"},
                    .what = {"on the same issues in the shipped case of 2021, with its own codings",
                             "随附 2021 年案例中的相同议题，用该案例自己的编码"},
                    .claims = false};
    std::map<std::string, std::map<std::pair<std::string, std::string>, double>> files;
    for (SheetRow const& row : read_rows(sheet, {"case", "file", "actor", "issue"})) {
        std::string const& file = row.at("file").text;
        if (!files.contains(file))
            files.emplace(file, shares_in((sheet.parent_path() / file).lexically_normal(), parameters));
        auto const share = files.at(file).find({row.at("actor").text, row.at("issue").text});
        if (share == files.at(file).end())
            throw Error(Problem{row.at("actor").place,
                                {"not assessed on this issue in that case file", "该案例文件未在此议题上评估该行为体"},
                                row.at("actor").text + "/" + row.at("issue").text,
                                {},
                                {}});
        count(placebo, decide(share->second), case_in(row.at("case"), cases).expected);
    }
    return placebo;
}

} // namespace casus::replicate
