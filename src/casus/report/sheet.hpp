// The sheet that the shapes of a terminal report are written on.
#pragma once

#include "casus/base/result.hpp"
#include "casus/base/text.hpp"

#include <string>
#include <string_view>

namespace casus::report {

enum class Ink { Plain, Bold, Dim };

struct Sheet {
    Language language = Language::English;
    bool colour = false;
    int width = 100;
    std::string out{};

    [[nodiscard]] std::string const& say(Text const& text) const { return text.in(language); }

    /// `text` with the escapes of the ink around it, or as it is where the sheet has no colour. Dim and bold only:
    /// they read on dark and on light terminals.
    [[nodiscard]] std::string inked(std::string_view text, Ink ink) const;

    /// A line; spaces at its end are dropped.
    void line(std::string_view text = {});

    /// Text wrapped to the width, each line behind `indent` spaces, the first behind `lead` instead (a bullet).
    void paragraph(std::string_view text, Ink ink = Ink::Plain, int indent = 0, std::string_view lead = {});

    /// Title and, below, note of a shape; nothing for what is empty.
    void heading(Text const& title, Text const& note);
};

// One function per shape; each ends its last line.
void draw(Sheet& sheet, Notes const& notes);
void draw(Sheet& sheet, Matrix const& matrix);
void draw(Sheet& sheet, Bars const& bars);
void draw(Sheet& sheet, Curves const& curves);
void draw(Sheet& sheet, Network const& network);
void draw(Sheet& sheet, Scatter const& scatter);
void draw(Sheet& sheet, Table const& table);
void draw(Sheet& sheet, Ledger const& ledger);

/// The heading that begins at `row`, or null.
[[nodiscard]] RowGroup const* group_at(std::vector<RowGroup> const& groups, std::size_t row);

} // namespace casus::report
