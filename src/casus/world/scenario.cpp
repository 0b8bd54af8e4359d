#include "casus/world/scenario.hpp"

#include "casus/world/address.hpp"
#include "casus/world/scenario_path.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace casus {

namespace {

/// What a value does to what stood there.
struct Adjustment {
    enum class Kind { Set, Scale, Add };
    Kind kind = Kind::Set;
    double number = 0.0;

    [[nodiscard]] double of(double before) const {
        if (kind == Kind::Scale) return before * number;
        return kind == Kind::Add ? before + number : number;
    }
};

std::optional<double> number_of(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1); // from_chars knows no plus
    double number = 0.0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const fine = error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
    return fine ? std::optional(number) : std::nullopt;
}

Adjustment read_value(Change const& change) {
    using enum Adjustment::Kind;
    std::string_view text = change.value;
    Adjustment adjustment;
    if (text.starts_with('*')) adjustment.kind = Scale;
    if (text.starts_with('+') || text.starts_with('-')) adjustment.kind = Add;
    if (text.starts_with('*') || text.starts_with('=')) text.remove_prefix(1);
    std::optional<double> const number = number_of(text);
    if (!number)
        throw Error(
            Problem{change.place,
                    {"not a value: " + change.path, "不是有效的值：" + change.path},
                    change.value,
                    {"a number, or a relative one as *0.8, +0.1 or -0.1", "数字，或相对值，如 *0.8、+0.1、-0.1"},
                    {}});
    adjustment.number = *number;
    return adjustment;
}

Text range_text(double low, double high) {
    if (std::isfinite(low) && std::isfinite(high))
        return {fmt::format("a number from {} to {}", low, high), fmt::format("{} 到 {} 之间的数", low, high)};
    if (std::isfinite(low)) return {fmt::format("a number of at least {}", low), fmt::format("不小于 {} 的数", low)};
    return {"a finite number", "有限的数"};
}

void check_range(Change const& change, double value, double before, double low, double high, std::string const& where) {
    if (std::isfinite(value) && value >= low && value <= high) return;
    Text what{change.path + " would be out of range", change.path + " 将超出范围"};
    if (!where.empty()) what = {what.en + " for " + where, fmt::format("{}（{}）", what.zh, where)};
    bool const relative = change.value != fmt::format("{}", value);
    std::string const found =
        relative ? fmt::format("{:.6g} ({:.6g} with {})", value, before, change.value) : change.value;
    throw Error(Problem{change.place, std::move(what), found, range_text(low, high), {}});
}

/// Makes a scenario's changes one after the other.
class Alterer {
public:
    Alterer(Scenario const& scenario, WorldBuilder const& base, Parameters const& parameters)
        : scenario_(scenario), builder_(base), parameters_(parameters), world_(WorldBuilder(base).build()) {}

    Altered apply();

private:
    void make(Change const& change);
    void alter_parameter(Change const& change, Adjustment const& adjustment, Parameter parameter);
    void alter_figures(Change const& change, Adjustment const& adjustment, PathTarget const& target);

    Scenario const& scenario_;
    WorldBuilder builder_;
    Parameters parameters_;
    World world_; ///< with the changes so far
};

void Alterer::alter_parameter(Change const& change, Adjustment const& adjustment, Parameter parameter) {
    ParameterInfo const& about = all_parameters()[static_cast<std::size_t>(parameter)];
    double const before = parameters_[parameter];
    double const value = adjustment.of(before);
    check_range(change, value, before, about.low, about.high, {});
    parameters_ = parameters_.with(parameter, value);
}

void Alterer::alter_figures(Change const& change, Adjustment const& adjustment, PathTarget const& target) {
    QuantityInfo const& about = info(target.quantity);
    Basis const basis{
        Basis::Kind::Judgement,
        {},
        "scenario " + scenario_.code,
        fmt::format("{}={}{}{}", change.path, change.value, change.reason.empty() ? "" : ": ", change.reason),
        {}};
    std::vector<WorldBuilder::Alteration> made;
    for (std::size_t const position : target.positions) {
        double const before = world_.value(target.quantity, position);
        if (std::isnan(before) && adjustment.kind != Adjustment::Kind::Set)
            throw Error(Problem{
                change.place,
                {fmt::format("nothing to change by: {} of {} is not given", about.key,
                             address(world_, target.quantity, position)),
                 fmt::format("{} 的 {} 未给出，无从作相对改变", address(world_, target.quantity, position), about.key)},
                change.value,
                {"a value without a sign", "不带符号的值"},
                {}});
        double const value = adjustment.of(before);
        check_range(change, value, before, about.low, about.high, address(world_, target.quantity, position));
        made.push_back({target.quantity, position, value, world_.sd(target.quantity, position), basis});
    }
    WorldBuilder changed = builder_;
    changed.alterations.insert(changed.alterations.end(), made.begin(), made.end());
    world_ = WorldBuilder(changed).build();
    builder_ = std::move(changed);
}

void Alterer::make(Change const& change) {
    PathTarget const target = resolve_path(world_, change.path, change.place);
    Adjustment const adjustment = read_value(change);
    if (target.parameter)
        alter_parameter(change, adjustment, *target.parameter);
    else
        alter_figures(change, adjustment, target);
}

Altered Alterer::apply() {
    std::vector<Problem> problems;
    for (Change const& change : scenario_.changes) {
        try {
            make(change);
        } catch (Error const& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!problems.empty()) throw Error(std::move(problems));
    return {std::move(world_), std::move(parameters_)};
}

} // namespace

Change parse_change(std::string_view text) {
    std::size_t const at = text.find('=');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size())
        throw Error(Problem{{},
                            {"not a change", "不是有效的改变"},
                            std::string(text),
                            {"PATH=VALUE, as hegemon.budget=0.7", "路径=值，如 hegemon.budget=0.7"},
                            {}});
    return {std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

Altered apply(Scenario const& scenario, WorldBuilder const& base, Parameters const& parameters) {
    return Alterer(scenario, base, parameters).apply();
}

} // namespace casus
