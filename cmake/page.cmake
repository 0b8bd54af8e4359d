# casus_page: the style and the script of HTML reports, kept as files of their own and built into the program as two
# strings, so that a report is one file. Changing either runs CMake again.
set(page_folder ${CMAKE_SOURCE_DIR}/src/casus/report)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_folder}/page.css ${page_folder}/page.js)
file(READ ${page_folder}/page.css page_css)
file(READ ${page_folder}/page.js page_js)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/casus_page.hpp CONTENT [[
#pragma once

namespace casus::report {
inline constexpr char const* page_css = R"page(@page_css@)page";
inline constexpr char const* page_js = R"page(@page_js@)page";
} // namespace casus::report
]] @ONLY)
add_library(casus_page INTERFACE)
target_include_directories(casus_page INTERFACE ${CMAKE_BINARY_DIR}/generated)
