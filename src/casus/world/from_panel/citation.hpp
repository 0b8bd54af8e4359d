// Citations as plain text.
#pragma once

#include <string>
#include <string_view>

namespace casus::from_panel {

/// BibTeX entries as "Author and Author 2009, Title, Journal; …": author, year, title, and what it appeared in.
[[nodiscard]] std::string plain_citation(std::string_view bibtex);

} // namespace casus::from_panel
