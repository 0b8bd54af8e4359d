// Strategic rivalries: Thompson and Dreyer's, and Thompson, Sakuwa and Suhas's.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

constexpr int last_year_seen = 2020;

void replace(Table& table, Column column) {
    for (Column& old : table.columns)
        if (old.name == column.name) old = column;
}

/// As typed from the book, "P1494" is a rivalry from before 1494 and "ongoing" one that had not ended in 2020. They
/// become years, as the coded form has them; the marks are kept in columns of their own.
Table without_marks(Table&& typed) {
    if (!typed["start"].is_text()) return std::move(typed);
    ColumnBuilder starts("start");
    ColumnBuilder ends("end");
    ColumnBuilder before("before_start");
    ColumnBuilder ongoing("ongoing");
    for (std::size_t row = 0; row < typed.rows(); ++row) {
        std::string const start = word_in(typed["start"], row);
        bool const earlier = start.starts_with('P');
        bool const goes_on = word_in(typed["end"], row) == "ongoing";
        std::optional<int> const first = year_named(earlier ? std::string_view(start).substr(1) : start);
        add_number(starts, first ? *first : missing<double>);
        add_number(ends, goes_on ? last_year_seen : number_in(typed["end"], row));
        before.add(std::int64_t{earlier});
        ongoing.add(std::int64_t{goes_on});
    }
    replace(typed, starts.finish());
    replace(typed, ends.finish());
    typed.columns.push_back(before.finish());
    typed.columns.push_back(ongoing.finish());
    return std::move(typed);
}

} // namespace

Source rivalry_td() {
    return {
        .dataset = "rivalry-td",
        .title = {"Strategic rivalries (Thompson and Dreyer)", "战略竞争对手（Thompson、Dreyer）"},
        .row = {"one rivalry", "一对竞争关系"},
        .columns = {required(column("rivalryno")), required(column("rivalryname")), and_others(cow("ccode1")),
                    and_others(cow("ccode2")), and_others(state_name("sidea")), and_others(state_name("sideb")),
                    required(year("styear")), required(year("endyear")), required(column("region")),
                    required(column("type1")), required(column("type2")), required(column("type3"))},
        .versions = {{.version = "2012", .first_year = 1494, .last_year = 2010, .has = {"ccode1", "ccode2"}},
                     {.version = "2012-names", .first_year = 1494, .last_year = 2010, .has = {"sidea", "sideb"}}},
        .keys = {"rivalryno"},
        .citation = R"(@book{thompson2012handbook,
  author = {Thompson, William R. and Dreyer, David R.},
  title = {Handbook of International Rivalries},
  publisher = {CQ Press},
  year = {2012}
}
)",
        .note = {"endyear 2010: not over when the data end; 2012-names has names and no codes; 324 is Venice, which "
                 "ended before the COW system begins",
                 "endyear 为 2010 表示数据截止时仍在继续；2012-names 只有名称没有代码；324 为威尼斯，"
                 "早于 COW 体系"}};
}

Source rivalry_tss() {
    return {
        .dataset = "rivalry-tss",
        .title = {"Strategic rivalries (Thompson, Sakuwa and Suhas)", "战略竞争对手（Thompson、Sakuwa、Suhas）"},
        .row = {"one rivalry", "一对竞争关系"},
        .columns = {column("tssr_id"), required(column("rivalry")), and_others(cow("ccode1")),
                    and_others(cow("ccode2")), required(column("start")), required(column("end")),
                    required(column("positional")), required(column("spatial")), required(column("ideological")),
                    required(column("interventionary")), required(column("principal")), required(column("aprin"))},
        .versions = {{.version = "2022",
                      .first_year = 1494,
                      .last_year = last_year_seen,
                      .has = {"tssr_id", "ccode1", "ccode2"}},
                     {.version = "2022-typed", .first_year = 1494, .last_year = last_year_seen, .lacks = {"ccode1"}}},
        .keys = {"rivalry"},
        .citation = R"(@book{thompson2022analyzing,
  author = {Thompson, William R. and Sakuwa, Kentaro and Suhas, Prashant Hosur},
  title = {Analyzing Strategic Rivalries in World Politics: Types of Rivalry, Regional Variation, and Escalation/De-escalation},
  publisher = {Springer},
  year = {2022}
}
)",
        .note = {"end 2020: not over when the data end; a type that is not given is empty, not 0; 2022-typed has "
                 "no codes, its marks P1494 and ongoing become before_start and ongoing",
                 "end 为 2020 表示数据截止时仍在继续；没有的类型为空而不是 0；2022-typed 没有代码，标记 P1494 与 "
                 "ongoing 转为 before_start 与 ongoing 两列"},
        .reshape = without_marks};
}

} // namespace casus::data::sources
