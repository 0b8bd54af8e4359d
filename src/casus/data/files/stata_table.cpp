#include "casus/data/files/stata_table.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>
#include <readstat.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <ctime>
#include <exception>
#include <memory>
#include <string_view>

namespace casus::data {

namespace {

// The largest numbers of Stata's types; what lies above stands for its 27 kinds of missing.
constexpr double largest_byte = 100;
constexpr double largest_int = 32740;
constexpr double largest_long = 2147483620;
constexpr double largest_double = 0x1.fffffffffffffp+1022;
constexpr std::size_t longest_str = 2045; ///< bytes
constexpr std::size_t longest_label = 80; ///< characters

[[noreturn]] void fail(std::string const& file, Text what, std::string found, Text expected) {
    throw Error(Problem{
        .place = {.file = file}, .what = std::move(what), .found = std::move(found), .expected = std::move(expected)});
}

/// The first characters of a label, none of them cut in two.
std::string cut(std::string_view label) {
    std::size_t characters = 0;
    std::size_t end = 0;
    for (; end < label.size(); ++end) {
        bool const begins = (static_cast<unsigned char>(label[end]) & 0xc0) != 0x80;
        if (begins && ++characters > longest_label) break;
    }
    return std::string(label.substr(0, end));
}

readstat_type_t type_of_numbers(Column const& column) {
    double low = 0;
    double high = 0;
    for (std::size_t row = 0; row < column.rows(); ++row) {
        if (column.is_missing(row)) continue;
        low = std::min(low, column.number(row));
        high = std::max(high, column.number(row));
    }
    if (std::holds_alternative<Values<double>>(column.cells)) return READSTAT_TYPE_DOUBLE;
    if (low >= -127 && high <= largest_byte) return READSTAT_TYPE_INT8;
    if (low >= -32767 && high <= largest_int) return READSTAT_TYPE_INT16;
    return high <= largest_long ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE;
}

std::size_t longest_word(Words const& words) {
    std::size_t longest = 1; // str0 does not exist
    for (std::string const& word : words.dictionary) longest = std::max(longest, word.size());
    return longest;
}

/// One file on its way to disk through readstat.
class StataWriter {
public:
    StataWriter(FileWriter& file, std::string const& name, Table const& table)
        : file_(file), name_(name), table_(table), writer_(readstat_writer_init(), &readstat_writer_free) {
        readstat_set_data_writer(writer_.get(), &StataWriter::on_bytes);
        readstat_writer_set_file_timestamp(writer_.get(), same_time_everywhere());
    }

    void write(std::vector<std::string> const& labels) {
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            add_variable(table_.columns[i], labels.empty() ? std::string() : labels[i]);
        check(readstat_begin_writing_dta(writer_.get(), this, static_cast<long>(table_.rows())));
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            check(readstat_begin_row(writer_.get()));
            for (Variable const& variable : variables_) check(insert(variable, row));
            check(readstat_end_row(writer_.get()));
        }
        check(readstat_end_writing(writer_.get()));
        flush();
    }

private:
    struct Variable {
        Column const* column;
        readstat_type_t type;
        readstat_variable_t* handle;
        std::vector<readstat_string_ref_t*> references; ///< of the dictionary's words, where they are strL
    };

    /// The file carries a time to the minute, in local time: always the same one, so that the same table gives the same
    /// bytes.
    static std::time_t same_time_everywhere() {
        std::tm time{};
        time.tm_year = 2000 - 1900;
        time.tm_mday = 1;
        time.tm_isdst = -1;
        return std::mktime(&time);
    }

    /// No exception may pass through readstat, which is C: it waits in thrown_ until readstat is done.
    static ssize_t on_bytes(void const* bytes, std::size_t size, void* context) {
        auto& writer = *static_cast<StataWriter*>(context);
        try {
            writer.buffer_.append(static_cast<char const*>(bytes), size);
            if (writer.buffer_.size() >= enough_) writer.flush();
            return static_cast<ssize_t>(size);
        } catch (...) {
            writer.thrown_ = std::current_exception();
            return -1;
        }
    }

    void flush() {
        file_.write(buffer_);
        buffer_.clear();
    }

    void check(readstat_error_t status) const {
        if (thrown_) std::rethrow_exception(thrown_);
        if (status == READSTAT_OK) return;
        char const* const why = readstat_error_message(status);
        fail(name_, {fmt::format("cannot be written as .dta ({})", why), fmt::format("无法写成 .dta（{}）", why)}, {},
             {});
    }

    void add_variable(Column const& column, std::string const& label) {
        Variable variable{.column = &column, .type = READSTAT_TYPE_STRING, .handle = nullptr, .references = {}};
        std::size_t width = 0;
        if (auto const* words = std::get_if<Words>(&column.cells)) {
            width = longest_word(*words);
            if (width > longest_str) {
                width = 0;
                variable.type = READSTAT_TYPE_STRING_REF;
                for (std::string const& word : words->dictionary)
                    variable.references.push_back(readstat_add_string_ref(writer_.get(), word.c_str()));
                variable.references.push_back(readstat_add_string_ref(writer_.get(), "")); // for missing
            }
        } else {
            variable.type = type_of_numbers(column);
        }
        variable.handle = readstat_add_variable(writer_.get(), column.name.c_str(), variable.type, width);
        readstat_variable_set_label(variable.handle, cut(label).c_str());
        variables_.push_back(std::move(variable));
    }

    readstat_error_t insert(Variable const& variable, std::size_t row) {
        readstat_writer_t* const writer = writer_.get();
        Column const& column = *variable.column;
        if (auto const* words = std::get_if<Words>(&column.cells)) {
            std::int32_t const number = words->numbers[row];
            if (variable.type == READSTAT_TYPE_STRING)
                return readstat_insert_string_value(
                    writer, variable.handle,
                    number == Words::none ? "" : words->dictionary[static_cast<std::size_t>(number)].c_str());
            return readstat_insert_string_ref(writer, variable.handle,
                                              number == Words::none
                                                  ? variable.references.back()
                                                  : variable.references[static_cast<std::size_t>(number)]);
        }
        if (column.is_missing(row)) return readstat_insert_missing_value(writer, variable.handle);
        return insert_number(variable, column.number(row));
    }

    readstat_error_t insert_number(Variable const& variable, double number) {
        readstat_writer_t* const writer = writer_.get();
        switch (variable.type) {
        case READSTAT_TYPE_INT8:
            return readstat_insert_int8_value(writer, variable.handle, static_cast<std::int8_t>(number));
        case READSTAT_TYPE_INT16:
            return readstat_insert_int16_value(writer, variable.handle, static_cast<std::int16_t>(number));
        case READSTAT_TYPE_INT32:
            return readstat_insert_int32_value(writer, variable.handle, static_cast<std::int32_t>(number));
        default:
            if (std::abs(number) > largest_double)
                fail(name_,
                     {"a number too large for .dta in " + variable.column->name,
                      variable.column->name + " 列有 .dta 装不下的数"},
                     fmt::format("{}", number), {"a number within ±8.9e307", "绝对值不超过 8.9e307 的数"});
            return readstat_insert_double_value(writer, variable.handle, number);
        }
    }

    static constexpr std::size_t enough_ = std::size_t{1} << 20;

    FileWriter& file_;
    std::string const& name_;
    Table const& table_;
    std::unique_ptr<readstat_writer_t, decltype(&readstat_writer_free)> writer_;
    std::vector<Variable> variables_;
    std::string buffer_;
    std::exception_ptr thrown_;
};

} // namespace

void write_stata(FileWriter& file, std::string const& name, Table const& table,
                 std::vector<std::string> const& labels) {
    assert(labels.empty() || labels.size() == table.columns.size());
    StataWriter(file, name, table).write(labels);
}

} // namespace casus::data
