// The parameters of the formulas: value, spread, covariance and basis of each, as one named set.
#pragma once

#include "casus/base/text.hpp"
#include "casus/world/figure.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

enum class Parameter : std::size_t {
    // threat (docs/alienation.md)
    ThreatConstant,
    ThreatPower,
    ThreatProximity,
    ThreatOffence,
    ThreatHostility,
    ThreatDepth,
    ThreatReference,
    LandReach,
    SeaReach,
    // pair values
    TradeHalf,
    // stances
    ShareLeader,
    ShareChallenger,
    ShareGroup,
    Temperature,
    Coordination,
    Erosion,
    // indices and regime
    SecurityWeight,
    ComplianceThreshold,
    SelectiveThreshold,
    SwingThreshold,
    // the hegemon (table 2)
    BalancingWill,
    Repair,
    CredibilityLoss,
    // conflict and the two risks (docs/dilemma.md)
    InitiationConstant,
    InitiationHostility,
    Emboldenment,
    InitiationProximity,
    AttackConstant,
    AttackHostility,
    Deterrence,
    AttackProximity,
    OffenceWeight,
    Horizon,
    LoadExponent,
    FightCost,
    Opportunity,
    EconomicWeight,
    ExitFloor,
    ExitSlope,
    SupportReach,
    AllegianceTrade,
    FreeRiding,
    // links
    Restraint,
    Binding,
    Synergy,
    LinkCost,
    LinkLevel,
    // strategies and answers
    Reinforcement,
    Neglect,
    Accommodation,
    Division,
    Wedge,
    Count
};

inline constexpr std::size_t parameter_count = static_cast<std::size_t>(Parameter::Count);

struct ParameterInfo {
    Parameter parameter;
    std::string_view key; ///< name in parameter files
    double low;
    double high;
    Text meaning;
};

[[nodiscard]] std::array<ParameterInfo, parameter_count> const& all_parameters();

class Parameters {
public:
    [[nodiscard]] double operator[](Parameter p) const { return values_[static_cast<std::size_t>(p)]; }
    [[nodiscard]] double sd(Parameter p) const;
    [[nodiscard]] Basis const& basis(Parameter p) const;
    [[nodiscard]] std::string const& set_name() const { return set_->name; }

    /// A copy with one value changed (clipped to its range).
    [[nodiscard]] Parameters with(Parameter p, double value) const;

    /// Overwrites `into` with draw number `run`: covariance blocks jointly normal, the rest independent, clipped.
    void draw(std::uint64_t seed, std::uint32_t run, Parameters& into) const;

private:
    friend Parameters
    make_parameters(std::string name, std::array<Figure, parameter_count> const& figures,
                    std::vector<std::pair<std::vector<Parameter>, std::vector<double>>> const& blocks);

    /// A lower-triangular root L of a covariance block; values are centre + L z.
    struct Root {
        std::vector<std::size_t> members;
        std::vector<double> lower; ///< row-major, members × members
    };
    struct Set {
        std::string name;
        std::array<Figure, parameter_count> figures;
        std::vector<Root> roots;
    };
    std::array<double, parameter_count> values_{};
    std::shared_ptr<Set const> set_;
};

/// Blocks are (parameters, covariance matrix row-major); a matrix that is not positive definite is an Error.
[[nodiscard]] Parameters
make_parameters(std::string name, std::array<Figure, parameter_count> const& figures,
                std::vector<std::pair<std::vector<Parameter>, std::vector<double>>> const& blocks = {});

} // namespace casus
