#include "casus/dilemma/linkage.hpp"

#include <fmt/format.h>

namespace casus::dilemma {

std::string text_of(LinkageDate date) {
    return date.month == 0 ? fmt::format("{}", date.year) : fmt::format("{}-{:02}", date.year, date.month);
}

} // namespace casus::dilemma
