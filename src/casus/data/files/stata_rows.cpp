#include "casus/data/files/stata_rows.hpp"

#include "casus/data/files/digits.hpp"

#include <fmt/format.h>
#include <readstat.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <utility>

namespace casus::data {

namespace {

[[noreturn]] void fail(std::string const& name, Text what, Text expected = {}) {
    throw Error(Problem{.place = {.file = name}, .what = std::move(what), .expected = std::move(expected)});
}

/// The bytes as the file that readstat wants to see.
struct Memory {
    std::string_view bytes;
    std::size_t position = 0;

    /// readstat 1.1.8 believes that every long text (strL) ends with a NUL. It reads "<strls>", then for each text
    /// "GSO", a head, and the text itself, which is looked at here.
    enum class Next { Anything, Tag, Head, LongText } next = Next::Anything;
    bool endless = false; ///< a long text without its NUL was met

    /// False where the piece just read is a long text without an end.
    bool follow(std::string_view piece) {
        switch (next) {
        case Next::Anything:
            if (piece == "<strls>") next = Next::Tag;
            break;
        case Next::Tag:
            next = piece == "GSO" ? Next::Head : Next::Anything;
            break;
        case Next::Head:
            next = Next::LongText;
            break;
        case Next::LongText:
            next = Next::Tag;
            endless = !piece.ends_with('\0');
            break;
        }
        return !endless;
    }

    static Memory& of(void* context) { return *static_cast<Memory*>(context); }

    static int open(char const*, void*) { return 0; }
    static int close(void*) { return 0; }

    static ssize_t read(void* buffer, std::size_t wanted, void* context) {
        Memory& memory = of(context);
        std::size_t const got = std::min(wanted, memory.bytes.size() - memory.position);
        if (got > 0) std::memcpy(buffer, memory.bytes.data() + memory.position, got);
        memory.position += got;
        return memory.follow({static_cast<char const*>(buffer), got}) ? static_cast<ssize_t>(got) : -1;
    }

    static readstat_off_t seek(readstat_off_t offset, readstat_io_flags_t whence, void* context) {
        Memory& memory = of(context);
        auto const size = static_cast<readstat_off_t>(memory.bytes.size());
        readstat_off_t origin = 0;
        if (whence == READSTAT_SEEK_CUR) origin = static_cast<readstat_off_t>(memory.position);
        if (whence == READSTAT_SEEK_END) origin = size;
        if (offset < -origin || offset > size - origin) return -1;
        memory.position = static_cast<std::size_t>(origin + offset);
        return origin + offset;
    }

    static readstat_error_t update(long, readstat_progress_handler, void*, void*) { return READSTAT_OK; }
};

template <class Number> void append_number(std::string& text, Number number) {
    char digits[most_digits];
    text.append(digits, write_number(digits, number));
}

void append_text(std::string& text, char const* value) {
    std::string_view view = value ? value : "";
    while (view.starts_with(' ')) view.remove_prefix(1);
    while (view.ends_with(' ')) view.remove_suffix(1);
    text += view;
}

void append_value(std::string& text, readstat_value_t value) {
    if (readstat_value_is_system_missing(value) || readstat_value_is_tagged_missing(value)) return;
    switch (readstat_value_type(value)) {
    case READSTAT_TYPE_STRING:
    case READSTAT_TYPE_STRING_REF:
        return append_text(text, readstat_string_value(value));
    case READSTAT_TYPE_FLOAT:
        return append_number(text, readstat_float_value(value));
    default:
        return append_number(text, readstat_double_value(value));
    }
}

class StataRows : public Rows {
public:
    explicit StataRows(Content const& content) : name_(content.name), bytes_(content.bytes) {
        parse([](readstat_parser_t* parser) {
            readstat_set_metadata_handler(parser, &StataRows::on_metadata);
            readstat_set_variable_handler(parser, &StataRows::on_variable);
        });
        if (header_.empty()) fail(name_, {"no columns", "没有列"});
        if (rows_ == 0)
            fail(name_, {"a header and no rows", "只有表头，没有数据行"},
                 {"a row after the header", "表头之后有数据行"});
        if (rows_ > bytes_.size() / header_.size()) fail_truncated();
        row_cells_.resize(header_.size());
        cells_ = row_cells_;
    }

    bool next() override {
        if (row_ == rows_) return false;
        if (row_ == batch_end_) read_batch();
        std::size_t const columns = header_.size();
        std::size_t const first = (row_ - (batch_end_ - batch_rows_)) * columns;
        for (std::size_t column = 0; column < columns; ++column) {
            std::size_t const begin = first + column == 0 ? 0 : ends_[first + column - 1];
            row_cells_[column] = std::string_view(text_).substr(begin, ends_[first + column] - begin);
        }
        ++row_;
        return true;
    }

    [[nodiscard]] Place place(std::size_t) const override {
        return {.file = name_, .line = 0, .column = static_cast<int>(std::min<std::size_t>(row_, 2147483647))};
    }

private:
    /// readstat pushes values; rows are pulled in batches, so that memory stays bounded.
    static constexpr std::size_t largest_batch = std::size_t{1} << 16;

    static StataRows& of(void* context) { return *static_cast<StataRows*>(context); }

    static int on_metadata(readstat_metadata_t* metadata, void* context) {
        of(context).rows_ = static_cast<std::size_t>(std::max(0, readstat_get_row_count(metadata)));
        return READSTAT_HANDLER_OK;
    }

    static int on_variable(int, readstat_variable_t* variable, char const*, void* context) {
        char const* const name = readstat_variable_get_name(variable); // none where it would be empty
        return of(context).guarded([&] { of(context).header_.emplace_back(name ? name : ""); });
    }

    static int on_known_variable(int, readstat_variable_t*, char const*, void*) { return READSTAT_HANDLER_OK; }

    static int on_value(int, readstat_variable_t*, readstat_value_t value, void* context) {
        StataRows& rows = of(context);
        return rows.guarded([&] {
            append_value(rows.text_, value);
            rows.ends_.push_back(rows.text_.size());
        });
    }

    /// No exception may pass through readstat, which is C: it waits in thrown_ until readstat is done.
    template <class Work> int guarded(Work const& work) {
        try {
            work();
            return READSTAT_HANDLER_OK;
        } catch (...) {
            thrown_ = std::current_exception();
            return READSTAT_HANDLER_ABORT;
        }
    }

    void read_batch() {
        text_.clear();
        ends_.clear();
        batch_rows_ = std::min(largest_batch, rows_ - row_);
        parse([&](readstat_parser_t* parser) {
            readstat_set_variable_handler(parser, &StataRows::on_known_variable); // without one, readstat 1.1.8 crashes
            readstat_set_value_handler(parser, &StataRows::on_value);
            readstat_set_row_offset(parser, static_cast<long>(row_));
            readstat_set_row_limit(parser, static_cast<long>(batch_rows_));
        });
        if (ends_.size() != batch_rows_ * header_.size()) fail_truncated();
        batch_end_ = row_ + batch_rows_;
    }

    template <class Setting> void parse(Setting const& set) {
        Memory memory{.bytes = bytes_};
        std::unique_ptr<readstat_parser_t, decltype(&readstat_parser_free)> const parser(readstat_parser_init(),
                                                                                         &readstat_parser_free);
        readstat_set_open_handler(parser.get(), &Memory::open);
        readstat_set_close_handler(parser.get(), &Memory::close);
        readstat_set_read_handler(parser.get(), &Memory::read);
        readstat_set_seek_handler(parser.get(), &Memory::seek);
        readstat_set_update_handler(parser.get(), &Memory::update);
        readstat_set_io_ctx(parser.get(), &memory);
        set(parser.get());
        readstat_error_t const status = readstat_parse_dta(parser.get(), "", this);
        if (thrown_) std::rethrow_exception(thrown_);
        if (memory.endless)
            fail(name_, {"a long text (strL) of the .dta file has no end", ".dta 文件中的长文本（strL）没有结尾"},
                 {"text as Stata writes it, not binary data", "由 Stata 写出的文本，而非二进制数据"});
        if (status == READSTAT_ERROR_READ || status == READSTAT_ERROR_SEEK) fail_truncated();
        if (status != READSTAT_OK) fail_damaged(status);
    }

    [[noreturn]] void fail_truncated() const {
        fail(name_, {"the .dta file ends early", ".dta 文件不完整，提前结束"},
             {"the whole file; download it again", "完整的文件；请重新下载"});
    }

    [[noreturn]] void fail_damaged(readstat_error_t status) const {
        char const* const why = readstat_error_message(status);
        fail(name_,
             {fmt::format("the .dta file cannot be read ({})", why), fmt::format("无法读取 .dta 文件（{}）", why)},
             {"a file as Stata writes it", "由 Stata 写出的文件"});
    }

    std::string name_;
    std::string_view bytes_;
    std::size_t rows_ = 0;
    std::size_t row_ = 0; ///< number of rows handed out
    std::size_t batch_rows_ = 0;
    std::size_t batch_end_ = 0;
    std::string text_; ///< the batch's cells, one after the other
    std::vector<std::size_t> ends_;
    std::vector<std::string_view> row_cells_;
    std::exception_ptr thrown_;
};

} // namespace

bool is_stata(std::string_view bytes) {
    if (bytes.starts_with("<stata_dta>")) return true;
    auto const at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    bool const version = bytes.size() >= 4 && at(0) >= 104 && at(0) <= 116;
    return version && (at(1) == 1 || at(1) == 2) && at(2) == 1; // byte order and kind of file
}

std::unique_ptr<Rows> open_stata_rows(Content const& content) { return std::make_unique<StataRows>(content); }

} // namespace casus::data
