#include "casus/data/panel/numbers.hpp"

#include "casus/base/error.hpp"

#include <string>

namespace casus::data {

namespace {

[[noreturn]] void fail(std::string_view dataset, std::string_view column, Text expected) {
    throw Error(Problem{.place = {.file = std::string(dataset), .line = 0, .column = 0},
                        .what = {"a column of numbers holds something else", "数值列中有非数值内容"},
                        .found = std::string(column),
                        .expected = std::move(expected)});
}

} // namespace

Values<std::int32_t> whole_in(Table const& table, std::string_view column, std::string_view dataset) {
    Column const& there = table[column];
    if (there.is_text() || std::holds_alternative<Values<double>>(there.cells))
        fail(dataset, column, {"whole numbers in every row of the imported file", "所导入文件各行均为整数"});
    return whole(there);
}

Values<double> real_in(Table const& table, std::string_view column, std::string_view dataset) {
    if (table[column].is_text())
        fail(dataset, column, {"numbers in every row of the imported file", "所导入文件各行均为数值"});
    return real(table[column]);
}

} // namespace casus::data
