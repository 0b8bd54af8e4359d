// A dated linkage between branches of an alliance system: what the paper calls 联盟联结, with the mutual support that it stands for.
#pragma once

#include "casus/base/text.hpp"
#include "casus/world/world.hpp"

#include <compare>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace casus::dilemma {

/// A month of a year; month 0 where only the year is known, before all its months.
struct LinkageDate {
    int year = 0;
    int month = 0;

    friend auto operator<=>(LinkageDate const&, LinkageDate const&) = default;
};

/// "2021-09", "2017".
[[nodiscard]] std::string text_of(LinkageDate date);

struct Linkage {
    std::string code;
    Text name;
    LinkageDate since;
    std::optional<LinkageDate> until;               ///< nothing: it has not ended
    std::vector<ActorId> members;                   ///< all that it names, in the order of the file
    std::vector<std::pair<ActorId, ActorId>> pairs; ///< those that it links, each once
    double level = 0.0;                             ///< of a pair, in [0,1]
    double sd = 0.0;
    std::string source;
    std::string note;
};

} // namespace casus::dilemma
