// The codes that figures may name, gathered once the actors, groups and issues of a case are known.
#pragma once

#include "casus/world/builder.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::case_file {

class Codes {
public:
    explicit Codes(WorldBuilder const& builder);

    // Each is nothing where the code is known, and otherwise the problem with its place.
    [[nodiscard]] std::optional<Problem> actor(std::string const& code, Place const& place) const;
    [[nodiscard]] std::optional<Problem> actor_or_group(std::string const& code, Place const& place) const;
    [[nodiscard]] std::optional<Problem> issue(std::string const& code, Place const& place) const;
    [[nodiscard]] std::optional<Problem> good(std::string const& issue, std::string const& code,
                                              Place const& place) const;
    /// Partners of a side quantity: the leader (match only), challengers, and "regroup" (no offer comes from it).
    [[nodiscard]] std::optional<Problem> side(Quantity quantity, std::string const& code, Place const& place) const;

private:
    std::vector<std::string> actors_;
    std::vector<std::string> actors_and_groups_;
    std::vector<std::string> issues_;
    std::vector<Issue> const* issue_list_;
    std::string leader_;
    std::vector<std::string> challengers_;
};

/// Code of a thing of the case: letters (of any script), digits, '-' and '_'; "regroup" is taken.
[[nodiscard]] std::optional<Problem> check_code(std::string const& code, Place const& place);

} // namespace casus::case_file
