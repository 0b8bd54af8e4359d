#include "casus/world/scenario.hpp"

#include "casus/world/address.hpp"
#include "casus/world/range_text.hpp"
#include "casus/world/scenario_path.hpp"

#include <fmt/format.h>

#include <algorithm>
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

std::string_view without_spaces_around(std::string_view text) {
    std::size_t const first = std::min(text.find_first_not_of(" \t"), text.size());
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

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

/// "0.5*3 = 1.5", or what was asked for.
std::string sum_of(Change const& change, Adjustment const& adjustment, double before) {
    bool const relative = adjustment.kind != Adjustment::Kind::Set;
    return relative ? fmt::format("{:.6g}{} = {:.6g}", before, change.value, adjustment.of(before))
                    : fmt::format("{:.6g}", adjustment.number);
}

void check_range(Change const& change, Adjustment const& adjustment, double before, double low, double high,
                 std::string const& where) {
    double const value = adjustment.of(before);
    if (std::isfinite(value) && value >= low && value <= high) return;
    Text what{change.path + " would be out of range", change.path + " 将超出范围"};
    if (!where.empty()) what = {what.en + " for " + where, fmt::format("{}（{}）", what.zh, where)};
    std::string const found = sum_of(change, adjustment, before);
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
    check_range(change, adjustment, before, about.low, about.high, {});
    parameters_ = parameters_.with(parameter, adjustment.of(before));
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
        check_range(change, adjustment, before, about.low, about.high, address(world_, target.quantity, position));
        made.push_back({target.quantity, position, adjustment.of(before), world_.sd(target.quantity, position), basis});
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
    std::size_t const at = std::min(text.find('='), text.size());
    std::string_view const path = without_spaces_around(text.substr(0, at));
    std::string_view const value = without_spaces_around(text.substr(std::min(at + 1, text.size())));
    if (path.empty() || value.empty())
        throw Error(Problem{{},
                            {"not a change", "不是有效的改变"},
                            std::string(text),
                            {"PATH=VALUE, as hegemon.budget=0.7", "路径=值，如 hegemon.budget=0.7"},
                            {}});
    return {std::string(path), std::string(value)};
}

Altered apply(Scenario const& scenario, WorldBuilder const& base, Parameters const& parameters) {
    return Alterer(scenario, base, parameters).apply();
}

} // namespace casus
