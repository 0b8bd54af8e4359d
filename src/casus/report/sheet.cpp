#include "casus/report/sheet.hpp"

#include "casus/report/glyphs.hpp"
#include "casus/report/wrap.hpp"

#include <algorithm>

namespace casus::report {

std::string Sheet::inked(std::string_view text, Ink ink) const {
    if (!colour || ink == Ink::Plain || text.empty()) return std::string(text);
    return (ink == Ink::Bold ? "\x1b[1m" : "\x1b[2m") + std::string(text) + "\x1b[0m";
}

void Sheet::line(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    out += text;
    out += '\n';
}

void Sheet::paragraph(std::string_view text, Ink ink, int indent, std::string_view lead) {
    std::string before = lead.empty() ? std::string(static_cast<std::size_t>(indent), ' ') : pad_right(lead, indent);
    for (std::string const& piece : wrap(text, width - indent)) {
        line(before + inked(piece, ink));
        before.assign(static_cast<std::size_t>(indent), ' ');
    }
}

void Sheet::heading(Text const& title, Text const& note) {
    if (!title.empty()) paragraph(say(title), Ink::Bold);
    if (!note.empty()) paragraph(say(note), Ink::Dim);
}

void draw(Sheet& sheet, Notes const& notes) {
    sheet.heading(notes.title, {});
    for (Text const& item : notes.items) sheet.paragraph(sheet.say(item), Ink::Plain, 2, "•");
}

RowGroup const* group_at(std::vector<RowGroup> const& groups, std::size_t row) {
    auto const found =
        std::find_if(groups.begin(), groups.end(), [row](RowGroup const& group) { return group.first == row; });
    return found == groups.end() ? nullptr : &*found;
}

} // namespace casus::report
