// The members of the interstate system at the end of a year, and the major powers among them.
#pragma once

#include "casus/data/panel/state_system.hpp"
#include "casus/world/from_panel/actors.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::from_panel {

class SystemMembers {
public:
    SystemMembers(Holdings& holdings, std::vector<Problem>& problems);

    /// A member on the last day of the year; nothing otherwise.
    [[nodiscard]] std::optional<Someone> find(int number) const;
    /// Whom a user means. A Problem, and nothing, for nobody.
    [[nodiscard]] std::optional<Someone> understand(std::string const& code, std::vector<Problem>& problems) const;
    /// Numbers of the major powers on some day of the year (cow-majors), ascending.
    [[nodiscard]] std::vector<int> majors(std::vector<Problem>& problems);

private:
    Holdings& holdings_;
    std::optional<data::StateSystem> system_;
    int last_day_ = 0;
};

} // namespace casus::from_panel
