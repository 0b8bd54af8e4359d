// SIPRI's register of one supplier's arms deals: a recipient stands on a line of its own above its deals.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

#include <array>
#include <cmath>

namespace casus::data::sources {

namespace {

constexpr std::array<std::string_view, 7> cells{"ordered",         "weapon",    "weapon.des", "year",
                                                "years.delivered", "delivered", "comments"};
constexpr std::size_t year_cell = 3;

using Deal = std::array<std::string, cells.size()>;

bool is_whole_number(std::string const& word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

/// Numbers in brackets, SIPRI's mark of an estimate, push a few rows one cell to the right: the year is a word there,
/// and "(20)" has become "-20".
Deal in_place(Deal deal) {
    if (deal[year_cell].empty() || is_whole_number(deal[year_cell])) return deal;
    for (std::size_t cell = 0; cell + 1 < deal.size(); ++cell) deal[cell] = std::move(deal[cell + 1]);
    deal.back().clear();
    for (std::size_t const number : {std::size_t{0}, year_cell, std::size_t{5}})
        if (deal[number].starts_with('-')) deal[number].erase(0, 1);
    return deal;
}

Deal deal_in(std::array<Column const*, cells.size()> const& columns, std::size_t row) {
    Deal deal;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) deal[cell] = word_in(*columns[cell], row);
    return in_place(std::move(deal));
}

void add_word(ColumnBuilder& builder, std::string const& word) {
    if (word.empty())
        builder.add_missing();
    else
        builder.add(std::string_view(word));
}

void add_whole(ColumnBuilder& builder, std::string const& word) {
    if (is_whole_number(word) && word.size() < 10)
        builder.add(std::int64_t{std::stoi(word)});
    else
        builder.add_missing();
}

/// The recipient is written into each of its deals, and its own line is gone.
Table with_recipients(Table&& read) {
    Column const& names = read["recipient"];
    std::array<Column const*, cells.size()> columns{};
    for (std::size_t cell = 0; cell < cells.size(); ++cell) columns[cell] = &read[cells[cell]];
    std::array<ColumnBuilder, 8> built{ColumnBuilder("recipient"), ColumnBuilder("ordered"),
                                       ColumnBuilder("weapon"),    ColumnBuilder("weapon.des"),
                                       ColumnBuilder("year"),      ColumnBuilder("years.delivered"),
                                       ColumnBuilder("delivered"), ColumnBuilder("comments")};
    std::string recipient;
    for (std::size_t row = 0; row < read.rows(); ++row) {
        if (std::string name = word_in(names, row); !name.empty()) recipient = std::move(name);
        Deal const deal = deal_in(columns, row);
        if (deal[1].empty()) continue; // the recipient's own line
        add_word(built[0], recipient);
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            bool const number = cell == 0 || cell == year_cell || cell == 5;
            if (number)
                add_whole(built[cell + 1], deal[cell]);
            else
                add_word(built[cell + 1], deal[cell]);
        }
    }
    Table register_of_deals;
    for (ColumnBuilder& column : built) register_of_deals.columns.push_back(column.finish());
    return register_of_deals;
}

} // namespace

Source sipri_trade_register() {
    return {.dataset = "sipri-trade-register",
            .title = {"SIPRI trade register of one supplier", "SIPRI 单一供应国的武器交易登记"},
            .row = {"one deal: a weapon ordered by a recipient", "一笔交易：一个接受国订购的一种武器"},
            .columns = {required(and_others(state_name("recipient", {"country"}))), required(column("ordered")),
                        required(column("weapon")), required(column("weapon.des")), required(column("year")),
                        required(column("years.delivered")), required(column("delivered")),
                        required(column("comments"))},
            .versions = {{.version = "2021", .first_year = 1940, .last_year = 2021}},
            .citation = sipri_transfers,
            .note = {"year is that of the order; the file does not name the supplier; equal rows are deals of their "
                     "own",
                     "year 为订购年份；文件未写供应国；相同的行是不同的交易"},
            .repeats_are_rows = true,
            .reshape = with_recipients};
}

} // namespace casus::data::sources
