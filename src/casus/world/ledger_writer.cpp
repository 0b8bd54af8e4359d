#include "casus/world/ledger_writer.hpp"

#include <fmt/format.h>

#include <utility>

namespace casus {

namespace {

Text describe_in_both(Basis const& basis) {
    return {describe(basis, Language::English), describe(basis, Language::Chinese)};
}

} // namespace

LedgerWriter::LedgerWriter(World const& world, Parameters const& parameters, std::string id, Text title)
    : world_(world), parameters_(parameters) {
    ledger_.id = std::move(id);
    ledger_.title = std::move(title);
}

void LedgerWriter::total(std::string key, Text term, double value, Text how) {
    ledger_.lines.push_back({std::move(term), value, std::move(how), {}, 0, std::move(key)});
}

void LedgerWriter::heading(Text term, Text how) {
    ledger_.lines.push_back({std::move(term), std::nullopt, std::move(how), {}, 0, {}});
}

void LedgerWriter::term(std::string key, Text term, double value, Text how) {
    ledger_.lines.push_back({std::move(term), value, std::move(how), {}, 1, std::move(key)});
}

void LedgerWriter::step(Text term, double value, Text how) {
    ledger_.lines.push_back({std::move(term), value, std::move(how), {}, 2, {}});
}

void LedgerWriter::figure(Quantity quantity, std::size_t position, Text const& suffix) {
    QuantityInfo const& q = info(quantity);
    double const sd = world_.sd(quantity, position);
    Text const spread = sd > 0.0 ? Text{fmt::format("± {:.4g}", sd), fmt::format("± {:.4g}", sd)} : Text{};
    Text const label{q.label.en + suffix.en, q.label.zh + suffix.zh};
    ledger_.lines.push_back(
        {label, world_.value(quantity, position), spread, describe_in_both(world_.basis(quantity, position)), 2, {}});
}

void LedgerWriter::parameter(Parameter parameter) {
    ParameterInfo const& p = all_parameters()[static_cast<std::size_t>(parameter)];
    double const sd = parameters_.sd(parameter);
    Text const spread = sd > 0.0 ? Text{fmt::format("± {:.4g}", sd), fmt::format("± {:.4g}", sd)} : Text{};
    ledger_.lines.push_back(
        {p.meaning, parameters_[parameter], spread, describe_in_both(parameters_.basis(parameter)), 2, {}});
}

Ledger LedgerWriter::finish(Text summary) {
    ledger_.summary = std::move(summary);
    return std::move(ledger_);
}

} // namespace casus
