// A published file as rows of text, one after another, whatever it is written in: CSV with any of the usual
// separators, line ends and encodings, the same in gzip, or Stata's .dta.
#pragma once

#include "casus/data/files/content.hpp"

#include "casus/base/error.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

class Rows {
public:
    virtual ~Rows() = default;

    /// Column names as written, without quotes and surrounding space; an unnamed one is "".
    [[nodiscard]] std::vector<std::string> const& header() const { return header_; }

    /// Moves to the next row that is not blank; false after the last. Structural faults (a quote that is not closed,
    /// text after a closing quote, a NUL byte) are an Error with place. A row of another length than the header
    /// is no Error here: cells() has the length that the file has.
    virtual bool next() = 0;

    /// Cells of this row in UTF-8, quotes undone, valid until the next call of next().
    [[nodiscard]] std::span<std::string_view const> cells() const { return cells_; }

    /// Where a cell of this row begins; before the first next() that of the header (line 0 and the row's number as column for .dta, which has no lines).
    [[nodiscard]] virtual Place place(std::size_t column) const = 0;

protected:
    std::vector<std::string> header_;
    std::span<std::string_view const> cells_;
};

/// Rows of `content`, which must outlive them. The kind of file is told from the bytes; the separator (comma,
/// semicolon, tab) from the header; text that is not UTF-8 is taken for Windows-1252. `skip` lines before the header
/// are passed over (not in .dta). Errors: empty file, a workbook of Excel, a file of SPSS or R, text in UTF-16, binary junk, a header without rows, a column name twice (unless
/// empty; published files do have names that differ in letter case only), a single line beyond 64 MiB.
[[nodiscard]] std::unique_ptr<Rows> open_rows(Content const& content, int skip = 0);

} // namespace casus::data
