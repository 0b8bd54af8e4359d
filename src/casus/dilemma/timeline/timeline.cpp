#include "casus/dilemma/timeline/timeline.hpp"

#include "casus/base/parallel.hpp"
#include "casus/base/probability.hpp"
#include "casus/base/random.hpp"
#include "casus/dilemma/inputs.hpp"
#include "casus/dilemma/risks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace casus::dilemma {

namespace {

/// A linkage as positions of members.
struct LinkedPairs {
    double level = 0.0;
    double sd = 0.0;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
};

struct LinkageEvent {
    LinkageDate date;
    std::size_t linkage = 0;
    bool ends = false;
};

std::vector<LinkageEvent> events_of(std::span<Linkage const> linkages) {
    std::vector<LinkageEvent> events;
    for (std::size_t n = 0; n < linkages.size(); ++n) {
        events.push_back({linkages[n].since, n, false});
        if (linkages[n].until) events.push_back({*linkages[n].until, n, true});
    }
    std::ranges::stable_sort(events, {}, &LinkageEvent::date);
    return events;
}

std::vector<LinkedPairs> pairs_among_members(std::span<Linkage const> linkages, System const& system) {
    std::vector<LinkedPairs> all;
    auto const position = [&](ActorId id) {
        return static_cast<std::size_t>(std::ranges::find(system.members, id) - system.members.begin());
    };
    for (Linkage const& linkage : linkages) {
        LinkedPairs linked{linkage.level, linkage.sd, {}};
        for (auto const& [a, b] : linkage.pairs) {
            std::size_t const first = position(a);
            std::size_t const second = position(b);
            if (first < system.members.size() && second < system.members.size() && !system.same_branch(first, second))
                linked.pairs.emplace_back(first, second);
        }
        all.push_back(std::move(linked));
    }
    return all;
}

std::vector<SystemMeasure> measures_of(World const& world, System const& system) {
    using enum SystemMeasure::Family;
    std::vector<SystemMeasure> all{
        {"reliability", {"reliability", "可靠性"}, Risk},
        {"member_abandonment", {"members: abandonment", "成员被抛弃"}, Risk},
        {"member_entrapment", {"members: entrapment", "成员被牵连"}, Risk},
        {"leader_abandonment", {"leader: abandonment", "主导国被抛弃"}, Risk},
        {"leader_entrapment", {"leader: entrapment", "主导国被牵连"}, Risk},
    };
    for (ActorId const id : system.rivals) {
        Actor const& rival = world.actor(id);
        all.push_back({"strength_" + rival.code,
                       {"strength against " + rival.name.en, "对" + rival.name.in(Language::Chinese) + "的优势"},
                       Strength});
    }
    all.push_back({"cost", {"leader's cost", "主导国成本"}, Price});
    all.push_back({"dominance", {"leader's dominance", "主导国主导权"}, Price});
    all.push_back({"alignment", {"rivals' alignment", "对手靠拢"}, Price});
    return all;
}

/// One thread's world, inputs and risks; goes through all stages of a draw.
class StageWalk {
public:
    StageWalk(World const& world, Parameters const& given, std::vector<LinkedPairs> const& linked,
              std::vector<LinkageEvent> const& events)
        : drawn(world), parameters(given), linked_(linked), events_(events), reading_(world), risks_(reading_.inputs),
          in_force_(linked.size()), levels_(linked.size()) {}

    World drawn;
    Parameters parameters;

    /// One number per stage and measure, stage by stage, of the drawn world under these levels.
    void walk(std::span<double> row) {
        read_inputs(drawn, parameters, reading_);
        std::ranges::fill(in_force_, 0);
        std::size_t const width = row.size() / (events_.size() + 1);
        write_stage(row.first(width));
        for (std::size_t n = 0; n < events_.size(); ++n) {
            in_force_[events_[n].linkage] = events_[n].ends ? 0 : 1;
            write_stage(row.subspan((n + 1) * width, width));
        }
    }
    void central_levels() {
        for (std::size_t n = 0; n < linked_.size(); ++n) levels_[n] = linked_[n].level;
    }
    void draw_levels(std::uint64_t seed, std::uint32_t run) {
        for (std::size_t n = 0; n < linked_.size(); ++n) {
            RandomKey const key{
                .seed = seed, .run = run, .purpose = Purpose::Linkages, .i = static_cast<std::uint32_t>(n)};
            levels_[n] = clip01(linked_[n].level + linked_[n].sd * normals(key, 0)[0]);
        }
    }

private:
    std::vector<LinkedPairs> const& linked_;
    std::vector<LinkageEvent> const& events_;
    Reading reading_;
    Risks risks_;
    std::vector<char> in_force_;
    std::vector<double> levels_;

    void write_stage(std::span<double> out) {
        Inputs& in = reading_.inputs;
        std::ranges::fill(in.link, 0.0);
        for (std::size_t n = 0; n < linked_.size(); ++n) {
            if (in_force_[n] == 0) continue;
            for (auto const& [a, b] : linked_[n].pairs)
                in.link[in.pair(a, b)] = in.link[in.pair(b, a)] = either(in.link[in.pair(a, b)], levels_[n]);
        }
        assess(in, risks_);
        std::size_t at = 0;
        auto const mean = [&](auto const& of) {
            double worth = 0.0;
            double sum = 0.0;
            for (std::size_t i = 0; i < in.members; ++i) worth += in.worth[i], sum += in.worth[i] * of(i);
            out[at++] = worth > 0.0 ? sum / worth : 0.0;
        };
        out[at++] = risks_.system_reliability;
        mean([&](std::size_t i) { return risks_.member[i].abandonment; });
        mean([&](std::size_t i) { return risks_.entrapment[i]; });
        mean([&](std::size_t i) { return risks_.member[i].leader_abandonment; });
        mean([&](std::size_t i) { return risks_.leader_entrapment[i]; });
        for (double const strength : risks_.strength) out[at++] = strength;
        out[at++] = risks_.cost;
        out[at++] = risks_.dominance;
        out[at++] = risks_.alignment;
    }
};

/// Behind the values of all stages: what each changed, and what all up to it changed.
void add_changes(std::span<double> row, std::size_t stages, std::size_t width) {
    std::size_t const size = stages * width;
    for (std::size_t n = 0; n < size; ++n) {
        row[size + n] = n < width ? 0.0 : row[n] - row[n - width];
        row[2 * size + n] = row[n] - row[n % width];
    }
}

constexpr std::size_t draws_per_chunk = 16;

} // namespace

Timeline timeline(World const& world, Parameters const& parameters, std::span<Linkage const> linkages,
                  ensemble::Sampling const& sampling) {
    System const system(world);
    Timeline result{.measures = measures_of(world, system), .stages = {}, .notes = {}};
    std::vector<LinkageEvent> const events = events_of(linkages);
    std::vector<LinkedPairs> const linked = pairs_among_members(linkages, system);
    for (std::size_t n = 0; n < linkages.size(); ++n)
        if (linked[n].pairs.empty())
            result.notes.push_back({linkages[n].code + " links no two members of the system and changes nothing here",
                                    linkages[n].code + " 未连接体系内的两个成员，在此不产生变化"});
    std::size_t const width = result.measures.size();
    std::size_t const stages = events.size() + 1;
    std::size_t const size = stages * width;

    std::vector<double> central(3 * size);
    StageWalk centre(world, parameters, linked, events);
    centre.central_levels();
    centre.walk(std::span(central).first(size));
    add_changes(central, stages, width);

    std::vector<double> rows(sampling.draws * 3 * size);
    std::vector<std::unique_ptr<StageWalk>> workers(std::max<std::size_t>(1, sampling.threads));
    parallel_for(sampling.draws, draws_per_chunk, workers.size(),
                 [&](std::size_t first, std::size_t last, std::size_t worker) {
                     auto& mine = workers[worker];
                     if (!mine) mine = std::make_unique<StageWalk>(world, parameters, linked, events);
                     for (std::size_t d = first; d < last; ++d) {
                         auto const run = static_cast<std::uint32_t>(d);
                         world.draw(sampling.seed, run, mine->drawn);
                         parameters.draw(sampling.seed, run, mine->parameters);
                         mine->draw_levels(sampling.seed, run);
                         auto const row = std::span(rows).subspan(d * 3 * size, 3 * size);
                         mine->walk(row.first(size));
                         add_changes(row, stages, width);
                     }
                 });
    ensemble::Spread const spread = ensemble::summarise(rows, 3 * size, sampling.threads);

    for (std::size_t s = 0; s < stages; ++s) {
        TimelineStage stage;
        if (s > 0) {
            LinkageEvent const& event = events[s - 1];
            Linkage const& linkage = linkages[event.linkage];
            stage.date = event.date;
            stage.code = linkage.code;
            stage.name = linkage.name;
            stage.ends = event.ends;
            stage.pairs = linked[event.linkage].pairs.size();
        }
        auto const values = [&](std::size_t part) {
            std::vector<MeasuredValue> all;
            for (std::size_t m = 0; m < width; ++m) {
                std::size_t const at = part * size + s * width + m;
                all.push_back({central[at], spread.interval[at]});
            }
            return all;
        };
        stage.value = values(0);
        stage.change = values(1);
        stage.since = values(2);
        result.stages.push_back(std::move(stage));
    }
    return result;
}

} // namespace casus::dilemma
