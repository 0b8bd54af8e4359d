// The page that the shapes of an HTML report are written on.
#pragma once

#include "casus/report/document.hpp"
#include "casus/report/markup.hpp"

#include <map>
#include <string>

namespace casus::report {

struct Page {
    Report const& report;
    Language language;
    std::map<std::string, Text> linked; ///< linked_ledgers(report)
    std::string out{};

    /// Escaped.
    [[nodiscard]] std::string say(Text const& text) const { return escape(text.in(language)); }
};

// One function per shape.
void set(Page& page, Notes const& notes);
void set(Page& page, Matrix const& matrix);
void set(Page& page, Bars const& bars);
void set(Page& page, Curves const& curves);
void set(Page& page, Network const& network);
void set(Page& page, Scatter const& scatter);
void set(Page& page, Table const& table);
void set(Page& page, Ledger const& ledger);

/// Opens <section id="shape-…"> with the title and the note of a shape.
void open_shape(Page& page, std::string const& kind, std::string const& id, Text const& title, Text const& note);

/// A <table> inside what is open, without title and note.
void set_rows(Page& page, Table const& table);

/// <details> with a table of the numbers that a picture shows, for readers of tables and for screen readers.
void set_as_table(Page& page, Table const& table);

} // namespace casus::report
