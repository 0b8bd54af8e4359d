// What Casus knows of one published data set: its files, versions, columns, missing codes, coverage and citation.
// Most sources are such a description and nothing else; one reader (import.hpp) reads them all.
#pragma once

#include "casus/data/codes/state_code.hpp"
#include "casus/data/column.hpp"

#include "casus/base/text.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

/// A column that a source knows. Names are compared without letter case.
struct SourceColumn {
    enum class Need { Required, Optional };

    std::string name;                ///< as the distributor's newest version has it, in lower case
    std::vector<std::string> also{}; ///< names in other versions and common conversions
    Need need = Need::Optional;
    StateCode state = StateCode::None; ///< what names states in it
    /// It also holds what is no state of that code: world regions, dependent territories, the source's own numbers.
    bool others_too = false;
    bool year = false;          ///< calendar years: checked against 1300 … 2100
    std::vector<int> missing{}; ///< numbers that stand for missing; counted, then read as missing
    /// Numbers that are no year and no state yet belong here and stay: 0 in ATOP's yrexit means still in force.
    std::vector<int> besides{};
    bool text = false; ///< words, even where a cell looks like a number

    /// A number must stand in every cell: numbers name its states, it holds years, or it has codes for missing.
    [[nodiscard]] bool numeric() const {
        return year || !missing.empty() || state == StateCode::Cow || state == StateCode::GleditschWard;
    }
};

/// One release. Where several releases have the same columns, `mark` tells them apart.
struct SourceVersion {
    std::string version; ///< "5.1"
    int first_year = 0;  ///< coverage: outside it the data set says nothing. 0: what the file's column "year" says,
    int last_year = 0;   ///< for files that are renewed every year or that people cut to the years they need
    std::vector<std::string> has{};   ///< further columns that this release must have
    std::vector<std::string> lacks{}; ///< columns that it must not have
    /// A column and the value in its first row that marks this release: {"version", "2011"}. Empty: no mark.
    std::string mark_column{};
    std::string mark_value{};
    /// Where columns cannot tell: the file's name must hold one of these words (letter case ignored), unless the user
    /// insists on this release. Empty: any name.
    std::vector<std::string> named{};
};

struct Source {
    std::string dataset; ///< "atop-member": what users type, lower case with hyphens
    Text title;
    Text row; ///< what a row is: "one member's spell in one phase of one alliance"
    std::vector<SourceColumn> columns;
    std::vector<SourceVersion> versions; ///< newest first
    std::vector<std::string> keys{};     ///< columns that together name a row; repeats are reported
    std::string citation;                ///< BibTeX, one or more entries
    Text note{};                         ///< one line on a quirk worth saying in `casus data formats`
    int skip = 0;                        ///< lines before the header
    bool repeats_are_rows = false;       ///< exact repeats are rows of their own: what tells them apart is elsewhere
    /// The file has no columns but those listed: for sources whose few columns many a table of somebody's own has too.
    bool only_these = false;
    /// Columns kept though not listed: all others of the file (true), or none (false: wide files that are reshaped).
    bool keeps_others = true;
    /// What is truly different: turns the columns as read into the table as kept (wide files into long ones).
    Table (*reshape)(Table&& as_read) = nullptr;
};

/// Every source, in the order of the documentation. Each is defined in a file of its own in sources/.
[[nodiscard]] std::span<Source const> all_sources();

/// Nothing where no data set has this name.
[[nodiscard]] Source const* source_named(std::string_view dataset);

/// Which source and release a file is.
struct Recognised {
    Source const* source;
    SourceVersion const* version;   ///< never null: an unmarked file is the newest release whose columns fit
    std::vector<std::string> other; ///< "dataset@version" of what fits as well, for a note; mostly empty
};

/// Which column of the file holds each column of the source: positions in `header`, −1 where it holds none.
[[nodiscard]] std::vector<int> columns_in(Source const& source, std::span<std::string const> header);

/// Recognises a file by its header and first row. `insist` names a data set ("nmc") or a release ("nmc@5.0"), empty:
/// any. A file that fits several is of the source that explains most of its columns; a source that keeps columns as
/// they are and explains less than a quarter of them, and fewer than twelve, is not taken unless the user insists. A
/// release that `insist` names is believed over a mark that no release has. An Error says which release came nearest and which columns it
/// misses, each with the nearest name in the file.
[[nodiscard]] Recognised recognise(std::string const& file, std::span<std::string const> header,
                                   std::span<std::string_view const> first_row, std::string_view insist);

} // namespace casus::data
