// Military exercises of several states: the joint (JME) and the multilateral (MME) data, a column for each member.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

RowNumbers rows_of(std::vector<Member> const& members) {
    RowNumbers rows;
    rows.reserve(members.size());
    for (Member const& member : members) rows.push_back(member.row);
    return rows;
}

/// Numbers the exercises as the file has them: names repeat, and so do a few of the published numbers.
Column exercise_numbers(RowNumbers const& rows) {
    ColumnBuilder numbers("exercise");
    for (std::uint32_t const row : rows) numbers.add(std::int64_t{row} + 1);
    return numbers.finish();
}

bool is_lettered_member(std::string_view name, std::string_view prefix) {
    return name.starts_with(prefix) && name.size() > prefix.size() && name.size() <= prefix.size() + 2;
}

struct Days {
    Column year, month, day;
};

Days days_of(Table const& wide, std::string const& side, std::string_view date) {
    std::string const stem = side == "start" ? "s." : "e.";
    Column const& years = wide[stem + "year"];
    Column const& months = wide[stem + "month"];
    Column const& days = wide[stem + "day"];
    ColumnBuilder year_cells(side + "_year");
    ColumnBuilder month_cells(side + "_month");
    ColumnBuilder day_cells(side + "_day");
    for (std::size_t row = 0; row < wide.rows(); ++row) {
        // A sixth of the joint exercises have no year of their own, but a date that holds one.
        std::optional<Day> const whole = number_in(years, row) > 0.0 ? std::nullopt : day_of(word_in(wide[date], row));
        auto const add = [&](ColumnBuilder& cells, Column const& column, int of_date) {
            double const number = whole ? of_date : number_in(column, row);
            add_number(cells, number > 0.0 ? number : missing<double>);
        };
        add(year_cells, years, whole ? whole->year : 0);
        add(month_cells, months, whole ? whole->month : 0);
        add(day_cells, days, whole ? whole->day : 0);
    }
    return {year_cells.finish(), month_cells.finish(), day_cells.finish()};
}

/// Where a text is not known the coders wrote -9.
Column without_codes(Column column) {
    if (!column.is_text()) return column;
    Words& words = std::get<Words>(column.cells);
    for (std::int32_t& cell : words.numbers)
        if (cell != Words::none && words.dictionary[static_cast<std::size_t>(cell)] == "-9") cell = Words::none;
    return column;
}

struct Form {
    std::string_view prefix;     ///< of the columns that name members
    std::string_view start_date; ///< columns with whole dates
    std::string_view end_date;
    std::string member; ///< what the column of members is called as kept
};

bool kept(std::string_view name, Form const& form) {
    return !name.empty() && !is_lettered_member(name, form.prefix) && !name.starts_with("s.") &&
           !name.starts_with("e.") && name != form.start_date && name != form.end_date;
}

Table one_row_a_member(Table const& wide, Form const& form, std::vector<Member> const& members) {
    RowNumbers const rows = rows_of(members);
    Table tall;
    tall.columns.push_back(exercise_numbers(rows));
    ColumnBuilder names(form.member);
    for (Member const& member : members) names.add(std::string_view(member.name));
    tall.columns.push_back(names.finish());
    for (char const* const side : {"start", "end"}) {
        Days const days = days_of(wide, side, side == std::string_view("start") ? form.start_date : form.end_date);
        for (Column const* column : {&days.year, &days.month, &days.day}) tall.columns.push_back(picked(*column, rows));
    }
    for (Column const& column : wide.columns)
        if (kept(column.name, form)) tall.columns.push_back(without_codes(picked(column, rows)));
    return tall;
}

Table joint(Table&& wide) {
    std::vector<Member> members = lettered_members(wide, "state ");
    for (Member& member : members)
        if (member.name.size() == 3)
            for (char& letter : member.name)
                if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return one_row_a_member(wide, {"state ", "start date", "enddate", "iso3c"}, members);
}

Table multilateral(Table&& wide) {
    return one_row_a_member(wide, {"state", "startdate", "enddate", "state"}, lettered_members(wide, "state"));
}

Columns dates() { return required(each({"s.year", "s.month", "s.day", "e.year", "e.month", "e.day"})); }

} // namespace

Source jme() {
    return {.dataset = "jme",
            .title = {"Joint Military Exercises", "联合军事演习（JME）"},
            .row = {"one participant of one exercise; the file has a row for each exercise",
                    "一次演习的一个参加国；文件中每次演习一行"},
            .columns = together(
                {dates(),
                 {required(column("exercise name")), required(column("location1")), required(column("location2")),
                  required(column("start date")), required(column("enddate")), required(column("jme type")),
                  column("coder"), column("trimmed name"), required(column("state a")), required(column("state b"))}}),
            .versions = {{.version = "3", .first_year = 1974, .last_year = 2010}},
            .keys = {"exercise", "iso3c"},
            .citation = R"(@misc{dorazio-jme3,
  author = {D'Orazio, Vito},
  title = {Joint Military Exercises},
  note = {Version 3}
}
)",
            .note = {"iso3c also has NATO and '8 NATO members'; exercise is the row of the file; years absent from "
                     "s.year are taken from Start Date",
                     "iso3c 中也有 NATO 与“8 NATO members”；exercise 为文件中的行号；s.year 缺失时年份取自 Start Date"},
            .reshape = joint};
}

Source mme() {
    return {.dataset = "mme",
            .title = {"Multilateral Military Exercises", "多边军事演习（MME）"},
            .row = {"one participant of one exercise; the file has a row for each exercise",
                    "一次演习的一个参加国；文件中每次演习一行"},
            .columns = together({dates(),
                                 {required(column("mmeid")), required(column("ex_name")), column("series_name"),
                                  column("location"), column("lat"), column("lon"), required(column("startdate")),
                                  required(column("enddate")), column("cpx"), column("air"), column("land"),
                                  column("sea"), required(column("statea")), required(column("stateb"))}}),
            .versions = {{.version = "7", .first_year = 1980, .last_year = 2010}},
            .keys = {"exercise", "state"},
            .citation = R"(@misc{mme7,
  title = {Multilateral Military Exercises, Version 7},
  howpublished = {Harvard Dataverse},
  doi = {10.7910/DVN/KHFODX}
}
)",
            .note = {"state has names, among them NATO and groups of states; exercise is the row of the file, since "
                     "three mmeid occur twice",
                     "state 为名称，含 NATO 等集团；exercise 为文件中的行号，因有三个 mmeid 重复"},
            .reshape = multilateral};
}

} // namespace casus::data::sources
