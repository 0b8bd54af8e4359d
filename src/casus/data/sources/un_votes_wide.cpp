// UN General Assembly roll calls with a column for each state, turned into a row for each vote.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

#include <algorithm>
#include <array>

namespace casus::data::sources {

namespace {

constexpr std::array<std::string_view, 6> issues{"me", "nu", "di", "hr", "co", "ec"};
constexpr int not_a_member = 9;

bool names_a_state(std::string_view name) {
    return name.size() == 3 &&
           std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

std::string capital_letters(std::string name) {
    for (char& letter : name)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return name;
}

struct Votes {
    RowNumbers rows; ///< of the wide table
    Column state;
    Column vote;
};

/// A state is no member of the UN before it joins, and has no vote then.
Votes votes_of(Table const& wide) {
    std::vector<Column const*> states;
    std::vector<std::string> codes;
    for (Column const& column : wide.columns) {
        if (!names_a_state(column.name)) continue;
        states.push_back(&column);
        codes.push_back(capital_letters(column.name));
    }
    RowNumbers rows;
    Words state_cells;
    state_cells.dictionary = codes;
    ColumnBuilder vote_cells("vote");
    for (std::uint32_t row = 0; row < wide.rows(); ++row) {
        for (std::size_t state = 0; state < states.size(); ++state) {
            double const vote = number_in(*states[state], row);
            if (!(vote > 0.0) || vote == not_a_member) continue;
            rows.push_back(row);
            state_cells.numbers.push_back(static_cast<std::int32_t>(state));
            add_number(vote_cells, vote);
        }
    }
    return {std::move(rows), {"iso3c", std::move(state_cells)}, vote_cells.finish()};
}

/// TRUE and FALSE as 1 and 0.
Column flags_of(Column const& column) {
    ColumnBuilder flags(column.name);
    for (std::size_t row = 0; row < column.rows(); ++row) {
        std::string const word = capital_letters(word_in(column, row));
        if (word.empty())
            flags.add_missing();
        else
            flags.add(std::int64_t{word == "TRUE" || word == "1"});
    }
    return flags.finish();
}

Column years_of(Column const& dates) {
    ColumnBuilder years("year");
    for (std::size_t row = 0; row < dates.rows(); ++row) {
        if (std::optional<Day> const day = day_of(word_in(dates, row)))
            years.add(std::int64_t{day->year});
        else
            years.add_missing();
    }
    return years.finish();
}

Table one_row_a_vote(Table&& wide) {
    Votes votes = votes_of(wide);
    Table tall;
    tall.columns.push_back(picked(wide["rcid"], votes.rows));
    tall.columns.push_back(picked(wide["date"], votes.rows));
    tall.columns.push_back(picked(years_of(wide["date"]), votes.rows));
    tall.columns.push_back(std::move(votes.state));
    tall.columns.push_back(std::move(votes.vote));
    for (std::string_view const issue : issues) tall.columns.push_back(picked(flags_of(wide[issue]), votes.rows));
    return tall;
}

} // namespace

Source un_votes_wide() {
    return {
        .dataset = "un-votes-wide",
        .title = {"UN General Assembly votes (one column a state)", "联合国大会表决（每国一列）"},
        .row = {"one state's vote in one roll call, members only; the file has a row for each roll call",
                "一国在一次唱名表决中的投票，只含会员国；文件中每次表决一行"},
        .columns = {required(column("rcid")), required(column("date")), required(column("me")), required(column("nu")),
                    required(column("di")), required(column("hr")), required(column("co")), required(column("ec"))},
        .versions =
            {{.version = "2024-06", .first_year = 1946, .last_year = 2024, .has = {"usa", "gbr", "fra", "rus", "chn"}}},
        .keys = {"rcid", "date", "iso3c"},
        .citation = voeten_2013,
        .note = {"vote: 1 yes, 2 abstain, 3 no, 8 absent; codes are today's: RUS also for the Soviet Union, SRB for "
                 "Yugoslavia, TWN for the China seat before October 1971; votes after 2015 come from another hand "
                 "and lack the emergency session on Ukraine; rcid occurs twice for four roll calls",
                 "vote：1 赞成，2 弃权，3 反对，8 缺席；代码按今日国家：RUS 兼指苏联，SRB 兼指南斯拉夫，"
                 "1971 年 10 月以前 TWN 列为中国席位；2015 年以后由他人续编，缺关于乌克兰的紧急特别会议；"
                 "有四个 rcid 重复"},
        .reshape = one_row_a_vote};
}

} // namespace casus::data::sources
