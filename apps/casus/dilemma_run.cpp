#include "dilemma_run.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/base/error.hpp"

#include <algorithm>

namespace casus::app {

namespace {

/// f on security of every ally; the allies are the members, in the same order.
void assess_allegiance(World const& world, Parameters const& parameters, alienation::Buffers& buffers,
                       std::span<double> allegiance) {
    if (!buffers.security)
        throw Error(Problem{
            {},
            {"--promises assessed needs an issue of security", "--promises assessed 需要安全议题"},
            {},
            {"an issue with the code security, or --promises given", "代码为 security 的议题，或 --promises given"},
            {}});
    alienation::evaluate(world, parameters, buffers);
    for (std::size_t i = 0; i < allegiance.size(); ++i)
        allegiance[i] = buffers.follow()[world.cell(i, IssueId{*buffers.security})];
}

std::vector<double> allegiance_of(World const& world, Parameters const& parameters, Promises promises) {
    if (promises == Promises::Given) return {};
    alienation::Buffers buffers(world);
    std::vector<double> allegiance(world.size().allies);
    assess_allegiance(world, parameters, buffers, allegiance);
    return allegiance;
}

/// All that one thread needs to evaluate drawn worlds.
struct DilemmaScratch {
    DilemmaScratch(World const& world, Promises promises) : reading(world), risks(reading.inputs) {
        if (promises == Promises::Given) return;
        buffers = std::make_unique<alienation::Buffers>(world);
        allegiance.resize(world.size().allies);
    }
    dilemma::Reading reading;
    dilemma::Risks risks;
    std::unique_ptr<alienation::Buffers> buffers; ///< none where promises are given
    std::vector<double> allegiance;
};

ensemble::Paired draw_dilemma(std::vector<std::unique_ptr<DilemmaWorld>> const& worlds, Promises promises,
                              ensemble::Sampling const& sampling) {
    std::vector<ensemble::Setting> settings;
    for (auto const& each : worlds) settings.push_back({each->world, each->parameters});
    dilemma::OutputPlan const& plan = worlds.front()->evaluation.plan;
    return ensemble::sample_paired(
        settings, sampling, plan.count(), [&plan, promises](World const& world) -> ensemble::Evaluate {
            auto scratch = std::make_shared<DilemmaScratch>(world, promises);
            return [scratch, &plan](World const& drawn, Parameters const& parameters, std::span<double> row) {
                if (scratch->buffers) assess_allegiance(drawn, parameters, *scratch->buffers, scratch->allegiance);
                dilemma::evaluate(drawn, parameters, scratch->allegiance, scratch->reading, scratch->risks);
                plan.write(scratch->reading.inputs, scratch->risks, row);
            };
        });
}

} // namespace

DilemmaWorld::DilemmaWorld(World a_world, Parameters some_parameters, Promises promises)
    : world(std::move(a_world)), parameters(std::move(some_parameters)),
      allegiance(allegiance_of(world, parameters, promises)), evaluation(world, parameters, allegiance) {}

DilemmaRun::DilemmaRun(OpenedCase const& opened, std::vector<Scenario> scenarios, Promises promises,
                       ensemble::Sampling const& sampling)
    : promises_(promises), scenarios_(std::move(scenarios)) {
    worlds_.push_back(std::make_unique<DilemmaWorld>(opened.read.world, opened.parameters.parameters, promises));
    for (Scenario const& scenario : scenarios_) {
        Altered altered = apply(scenario, opened.read.base, opened.parameters.parameters);
        worlds_.push_back(
            std::make_unique<DilemmaWorld>(std::move(altered.world), std::move(altered.parameters), promises));
    }
    drawn_ = draw_dilemma(worlds_, promises, sampling);
}

std::function<dilemma::WriteAllegiance()> DilemmaRun::assessed() const {
    if (promises_ == Promises::Given) return {};
    return [this]() -> dilemma::WriteAllegiance {
        auto buffers = std::make_shared<alienation::Buffers>(base().world);
        return [buffers](World const& drawn, Parameters const& parameters, std::span<double> allegiance) {
            assess_allegiance(drawn, parameters, *buffers, allegiance);
        };
    };
}

dilemma::Comparison DilemmaRun::comparison() const {
    dilemma::Comparison comparison{sampled(), {}};
    for (std::size_t n = 0; n < scenarios_.size(); ++n)
        comparison.scenarios.push_back(
            {scenarios_[n], worlds_[n + 1]->evaluation, drawn_.own[n + 1].interval, drawn_.difference[n].interval});
    return comparison;
}

} // namespace casus::app
