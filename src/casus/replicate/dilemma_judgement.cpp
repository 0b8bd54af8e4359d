#include "casus/replicate/dilemma_judgement.hpp"

#include "casus/base/parallel.hpp"
#include "casus/dilemma/inputs.hpp"
#include "casus/dilemma/risks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace casus::replicate {

namespace {

constexpr std::size_t all_rivals = static_cast<std::size_t>(-1);

/// Whose risks are taken: the mean over members, of theirs toward the leader or of the leader's toward them.
struct RiskSubject {
    std::size_t claim = 0;
    bool of_leader = false;
    std::vector<std::size_t> members;
    std::size_t rival = all_rivals;
    std::size_t now = 0; ///< position of the year's world
    std::size_t then = 0;
};

struct TwoRisks {
    double abandonment = 0.0;
    double entrapment = 0.0;
};

TwoRisks risks_of(RiskSubject const& subject, dilemma::Inputs const& in, dilemma::Risks const& risks) {
    TwoRisks sum;
    for (std::size_t const i : subject.members) {
        bool const all = subject.rival == all_rivals;
        std::size_t const at = all ? 0 : in.position(i, subject.rival);
        if (subject.of_leader) {
            sum.abandonment += all ? risks.member[i].leader_abandonment : risks.leader_abandonment_by_rival[at];
            sum.entrapment += all ? risks.leader_entrapment[i] : risks.leader_entrapment_by_rival[at];
        } else {
            sum.abandonment += all ? risks.member[i].abandonment : risks.abandonment_by_rival[at];
            sum.entrapment += all ? risks.entrapment[i] : risks.entrapment_by_rival[at];
        }
    }
    auto const count = static_cast<double>(subject.members.size());
    return {sum.abandonment / count, sum.entrapment / count};
}

double measured(RiskMeasure measure, TwoRisks const& risks) {
    if (measure == RiskMeasure::Abandonment) return risks.abandonment;
    if (measure == RiskMeasure::Entrapment) return risks.entrapment;
    return risks.abandonment - risks.entrapment;
}

constexpr std::size_t outputs_per_subject = 3;

/// The worlds of all years, evaluated together.
class YearWorlds {
public:
    YearWorlds(std::vector<World> const& worlds, std::vector<Parameters> const& parameters) : worlds_(worlds) {
        for (std::size_t n = 0; n < worlds.size(); ++n) {
            drawn_.push_back(worlds[n]);
            parameters_.push_back(parameters[n]);
            readings_.push_back(std::make_unique<dilemma::Reading>(worlds[n]));
            risks_.emplace_back(readings_[n]->inputs);
        }
    }
    void draw(std::uint64_t seed, std::uint32_t run, std::vector<Parameters> const& of) {
        for (std::size_t n = 0; n < worlds_.size(); ++n) {
            worlds_[n].draw(seed, run, drawn_[n]);
            of[n].draw(seed, run, parameters_[n]);
        }
    }
    /// Two numbers and whether the first is greater, for each subject.
    void evaluate(std::vector<DilemmaClaim> const& claims, std::vector<RiskSubject> const& subjects,
                  std::span<double> row) {
        for (std::size_t n = 0; n < drawn_.size(); ++n) {
            dilemma::read_inputs(drawn_[n], parameters_[n], *readings_[n]);
            dilemma::assess(readings_[n]->inputs, risks_[n]);
        }
        for (std::size_t s = 0; s < subjects.size(); ++s) {
            RiskSubject const& subject = subjects[s];
            RiskMeasure const measure = claims[subject.claim].measure;
            TwoRisks const now = risks_of(subject, readings_[subject.now]->inputs, risks_[subject.now]);
            auto const out = row.subspan(s * outputs_per_subject, outputs_per_subject);
            if (measure == RiskMeasure::Dominates) {
                out[0] = now.abandonment;
                out[1] = now.entrapment;
                out[2] = now.abandonment > now.entrapment ? 1.0 : 0.0;
                continue;
            }
            TwoRisks const then = risks_of(subject, readings_[subject.then]->inputs, risks_[subject.then]);
            out[0] = measured(measure, now) - measured(measure, then);
            out[1] = 0.0;
            out[2] = out[0] > 0.0 ? 1.0 : 0.0;
        }
    }

private:
    std::vector<World> const& worlds_;
    std::vector<World> drawn_;
    std::vector<Parameters> parameters_;
    std::vector<std::unique_ptr<dilemma::Reading>> readings_;
    std::vector<dilemma::Risks> risks_;
};

/// Members behind codes of actors, treaties and groups; those of a group that are no members of the system fall out.
std::vector<std::size_t> members_behind(World const& world, dilemma::System const& system,
                                        std::vector<std::string> const& codes, Place const& place) {
    std::vector<std::size_t> members;
    auto const add = [&](std::vector<ActorId> const& actors) {
        for (ActorId const id : actors)
            if (auto const at = std::ranges::find(system.members, id); at != system.members.end())
                members.push_back(static_cast<std::size_t>(at - system.members.begin()));
    };
    std::vector<std::string> known;
    for (std::string const& code : codes) {
        std::size_t const before = members.size();
        for (ActorId const id : system.members)
            if (world.actor(id).code == code) add({id});
        for (Treaty const& treaty : world.treaties())
            if (treaty.code == code) add(treaty.members);
        for (Group const& group : world.groups())
            if (group.code == code) add(group.members);
        if (members.size() > before) continue;
        for (ActorId const id : system.members) known.push_back(world.actor(id).code);
        for (Treaty const& treaty : world.treaties()) known.push_back(treaty.code);
        throw Error(
            Problem{place,
                    {"no member of the alliance system", "不是联盟体系的成员"},
                    code,
                    {"the code of an ally, or of a treaty or group with one", "盟国、或含盟国的条约或集团的代码"},
                    nearest(code, known)});
    }
    return members;
}

struct Judging {
    DilemmaClaims const& claims;
    std::vector<World> worlds;
    std::vector<Parameters> parameters;
    std::vector<int> years;
    std::vector<RiskSubject> subjects; ///< the claims' own first, in their order, then placebos

    Judging(DilemmaClaims const& given, WorldBuilder const& base, Parameters const& some_parameters) : claims(given) {
        worlds.push_back(WorldBuilder(base).build());
        parameters.push_back(some_parameters);
        years.push_back(worlds.front().year().value);
        for (YearChanges const& each : given.years) {
            Altered altered = apply(Scenario{.code = std::to_string(each.year), .name = {}, .changes = each.changes},
                                    base, some_parameters);
            worlds.push_back(std::move(altered.world));
            parameters.push_back(std::move(altered.parameters));
            years.push_back(each.year);
        }
        dilemma::System const system(worlds.front());
        for (std::size_t c = 0; c < given.list.size(); ++c) subjects.push_back(subject_of(c, system));
        add_placebos(system);
    }

private:
    [[nodiscard]] std::size_t world_of(int year, Place const& place) const {
        auto const at = std::ranges::find(years, year);
        if (at != years.end()) return static_cast<std::size_t>(at - years.begin());
        std::string const list = fmt::format("{}", fmt::join(years, ", "));
        throw Error(
            Problem{place, {"nobody codes this year", "没有该年的编码"}, std::to_string(year), {list, list}, {}});
    }

    [[nodiscard]] RiskSubject subject_of(std::size_t c, dilemma::System const& system) const {
        DilemmaClaim const& claim = claims.list[c];
        World const& world = worlds.front();
        std::string const& leader = world.actor(system.leader).code;
        RiskSubject subject{.claim = c, .of_leader = claim.holders == std::vector{leader}, .members = {}};
        if (!subject.of_leader && claim.partners != std::vector{leader})
            throw Error(Problem{claim.place,
                                {"one end of the tie must be the leader", "关系的一端须为主导国"},
                                fmt::format("{}", fmt::join(claim.partners, " ")),
                                {leader, leader},
                                {}});
        subject.members =
            members_behind(world, system, subject.of_leader ? claim.partners : claim.holders, claim.place);
        if (!claim.rival.empty()) subject.rival = system.rival(world, claim.rival);
        subject.now = world_of(claim.year, claim.place);
        subject.then = claim.against > 0 ? world_of(claim.against, claim.place) : subject.now;
        return subject;
    }

    /// Allies that no claim names, in the part of the holder: with those that share a branch with it, or with none of whom that holds.
    void add_placebos(dilemma::System const& system) {
        std::vector<bool> named(system.members.size(), false);
        std::size_t const own = subjects.size();
        for (std::size_t s = 0; s < own; ++s)
            if (!subjects[s].of_leader)
                for (std::size_t const i : subjects[s].members) named[i] = true;
        for (std::size_t s = 0; s < own; ++s) {
            if (subjects[s].of_leader) continue;
            std::vector<std::size_t> near;
            std::vector<std::size_t> all;
            for (std::size_t i = 0; i < named.size(); ++i) {
                if (named[i]) continue;
                all.push_back(i);
                if (system.same_branch(i, subjects[s].members.front())) near.push_back(i);
            }
            for (std::size_t const i : near.size() >= 3 ? near : all) {
                RiskSubject placebo = subjects[s];
                placebo.members = {i};
                subjects.push_back(std::move(placebo));
            }
        }
    }
};

constexpr std::size_t draws_per_chunk = 16;

std::vector<RiskValue> values_of(Judging const& judging, ensemble::Sampling const& sampling) {
    std::size_t const outputs = judging.subjects.size() * outputs_per_subject;
    std::vector<double> central(outputs);
    YearWorlds(judging.worlds, judging.parameters).evaluate(judging.claims.list, judging.subjects, central);
    std::vector<double> rows(sampling.draws * outputs);
    std::vector<std::unique_ptr<YearWorlds>> workers(std::max<std::size_t>(1, sampling.threads));
    parallel_for(
        sampling.draws, draws_per_chunk, workers.size(), [&](std::size_t first, std::size_t last, std::size_t worker) {
            auto& mine = workers[worker];
            if (!mine) mine = std::make_unique<YearWorlds>(judging.worlds, judging.parameters);
            for (std::size_t d = first; d < last; ++d) {
                mine->draw(sampling.seed, static_cast<std::uint32_t>(d), judging.parameters);
                mine->evaluate(judging.claims.list, judging.subjects, std::span(rows).subspan(d * outputs, outputs));
            }
        });
    ensemble::Spread const spread = ensemble::summarise(rows, outputs, sampling.threads);
    std::vector<RiskValue> values;
    for (std::size_t s = 0; s < judging.subjects.size(); ++s) {
        std::size_t const at = s * outputs_per_subject;
        values.push_back(
            {central[at], central[at + 1], spread.interval[at], spread.interval[at + 1], spread.mean[at + 2]});
    }
    return values;
}

std::optional<Agreement> agreement_on(DilemmaClaims const& claims, bool dominates, bool changes) {
    std::vector<CodedPair> pairs;
    for (std::size_t n = 0; n < claims.list.size(); ++n) {
        bool const is_change = claims.list[n].measure != RiskMeasure::Dominates;
        if (is_change ? !changes : !dominates) continue;
        pairs.push_back({std::string(key(claims.first[n])), std::string(key(claims.second[n])), 0.0, 0.0});
    }
    return pairs.empty() ? std::nullopt : std::optional(agreement(pairs));
}

Permuted permuted_words(std::vector<JudgedRisk> const& judged, RiskWord JudgedRisk::*coding) {
    std::vector<std::size_t> expected;
    std::vector<std::size_t> computed;
    for (JudgedRisk const& each : judged) {
        if (each.claim.measure != RiskMeasure::Dominates) continue;
        expected.push_back(static_cast<std::size_t>(each.*coding));
        computed.push_back(static_cast<std::size_t>(each.computed));
    }
    return permute(expected, computed, risk_words);
}

} // namespace

RiskWord decide_risk(RiskMeasure measure, RiskValue const& value) {
    if (measure != RiskMeasure::Dominates) {
        if (value.first > -change_floor && value.first < change_floor) return RiskWord::Stays;
        return value.first > 0.0 ? RiskWord::Rises : RiskWord::Falls;
    }
    if (value.first_interval.low > value.second_interval.high) return RiskWord::Abandonment;
    if (value.second_interval.low > value.first_interval.high) return RiskWord::Entrapment;
    return value.first >= risk_floor && value.second >= risk_floor ? RiskWord::Both : RiskWord::Neither;
}

bool is_clear(RiskMeasure measure, RiskValue const& value) {
    if (measure != RiskMeasure::Dominates) return value.first_interval.low > 0.0 || value.first_interval.high < 0.0;
    RiskWord const word = decide_risk(measure, value);
    if (word == RiskWord::Both)
        return value.first_interval.low >= risk_floor && value.second_interval.low >= risk_floor;
    if (word == RiskWord::Neither)
        return value.first_interval.high < risk_floor || value.second_interval.high < risk_floor;
    return true;
}

DilemmaReplication judge_dilemma(DilemmaClaims const& claims, WorldBuilder const& base, Parameters const& parameters,
                                 ensemble::Sampling const& sampling) {
    Judging const judging(claims, base, parameters);
    std::vector<RiskValue> const values = values_of(judging, sampling);
    DilemmaReplication result;
    for (std::size_t c = 0; c < claims.list.size(); ++c) {
        RiskMeasure const measure = claims.list[c].measure;
        result.judged.push_back({.claim = claims.list[c],
                                 .first_coding = claims.first[c],
                                 .second_coding = claims.second[c],
                                 .value = values[c],
                                 .computed = decide_risk(measure, values[c]),
                                 .clear = is_clear(measure, values[c])});
    }
    std::vector<std::size_t> first(claims.list.size());
    std::vector<std::size_t> second(claims.list.size());
    for (std::size_t s = claims.list.size(); s < judging.subjects.size(); ++s) {
        std::size_t const c = judging.subjects[s].claim;
        RiskWord const word = decide_risk(claims.list[c].measure, values[s]);
        ++result.judged[c].placebos;
        first[c] += word == claims.first[c] ? 1 : 0;
        second[c] += word == claims.second[c] ? 1 : 0;
    }
    for (std::size_t c = 0; c < claims.list.size(); ++c) {
        JudgedRisk& judged = result.judged[c];
        if (judged.placebos == 0) continue;
        auto const count = static_cast<double>(judged.placebos);
        judged.placebo_first = static_cast<double>(first[c]) / count;
        judged.placebo_second = static_cast<double>(second[c]) / count;
    }
    result.coders = *agreement_on(claims, true, true);
    result.coders_dominates = agreement_on(claims, true, false);
    result.coders_changes = agreement_on(claims, false, true);
    result.permuted_first = permuted_words(result.judged, &JudgedRisk::first_coding);
    result.permuted_second = permuted_words(result.judged, &JudgedRisk::second_coding);
    return result;
}

} // namespace casus::replicate
