// Writes the ledger behind a number: totals, the terms that add up to them, and the figures inside the terms, each with
// what it rests on.
#pragma once

#include "casus/base/result.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <string>

namespace casus {

class LedgerWriter {
public:
    LedgerWriter(World const& world, Parameters const& parameters, std::string id, Text title);

    void total(std::string key, Text term, double value, Text how = {});
    void heading(Text term, Text how = {});
    void term(std::string key, Text term, double value, Text how = {});
    /// A figure of the world as the case gives it (not as a draw has it).
    void figure(Quantity quantity, std::size_t position = 0, Text const& suffix = {});
    /// A number inside a term that is computed, not given.
    void step(Text term, double value, Text how = {});
    void parameter(Parameter parameter);

    [[nodiscard]] Ledger finish(Text summary);

private:
    World const& world_;
    Parameters const& parameters_;
    Ledger ledger_;
};

/// "AUS" → its name; for texts.
[[nodiscard]] inline Text const& name_of(World const& world, ActorId actor) { return world.actor(actor).name; }

} // namespace casus
