#include "casus/dilemma/remedy.hpp"

#include "casus/base/error.hpp"
#include "casus/dilemma/system.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::dilemma {

namespace {

/// The changes that a remedy makes to one member.
class Remedied {
public:
    Remedied(World const& world, System const& system, std::size_t member, Scenario& into)
        : world_(world), system_(system), actor_(system.members[member]), code_(world.actor(actor_).code), into_(into) {
    }

    /// Members' own forces grow by a fifth; the loads that they put on the leader's budget fall with their shortfall.
    void contribute() {
        change("power", "*1.2", "a fifth more forces");
        change("military_spending", "*1.2", "a fifth more forces");
    }
    /// Joins operations elsewhere: worth more to the leader and nearer to it.
    void out_of_area() {
        up(Quantity::Worth, "takes part far from home");
        if (given())
            up(Quantity::Allegiance, "shows that it stands by the leader");
        else
            change("autonomy", "*0.75", "acts with the leader rather than alone");
    }
    void autonomy() {
        if (given())
            change("allegiance", "*0.75", "decides for itself");
        else
            up(Quantity::Autonomy, "decides for itself");
    }
    void loopholes() { change("commitment", "*0.8", "clauses that leave the leader a choice"); }
    /// A promise that lapses for those who provoke: said by what it asks of the member, restraint against rivals.
    void conditional() {
        for (ActorId const rival : system_.rivals)
            add(fmt::format("actor[{}].hostility[{}]", world_.actor(rival).code, code_), "*0.75",
                "provokes less where it would stand alone");
    }
    /// To the member by a firmer promise, to the rivals by less to fear.
    void reassure() {
        up(Quantity::Commitment, "a firmer promise");
        for (ActorId const rival : system_.rivals)
            change(fmt::format("hostility[{}]", world_.actor(rival).code), "*0.8", "the rival is reassured too");
    }

private:
    [[nodiscard]] bool given() const { return !std::isnan(world_.value(Quantity::Allegiance, actor_.index())); }
    void add(std::string path, std::string value, std::string reason) {
        into_.changes.push_back(
            {.path = std::move(path), .value = std::move(value), .place = {}, .reason = std::move(reason)});
    }
    void change(std::string const& what, std::string value, std::string reason) {
        add(fmt::format("ally[{}].{}", code_, what), std::move(value), std::move(reason));
    }
    /// A quarter of the way to one.
    void up(Quantity quantity, std::string reason) {
        double const now = world_.value(quantity, actor_.index());
        change(std::string(info(quantity).key), fmt::format("+{:.6f}", 0.25 * (1.0 - now)), std::move(reason));
    }

    World const& world_;
    System const& system_;
    ActorId actor_;
    std::string code_;
    Scenario& into_;
};

struct KnownRemedy {
    char const* name;
    Text title;
    void (Remedied::*make)();
};

std::array<KnownRemedy, 6> const& known_remedies() {
    static std::array<KnownRemedy, 6> const all{
        {{"contribute", {"Members contribute more", "成员多作贡献"}, &Remedied::contribute},
         {"out-of-area", {"Members support the leader out of area", "成员在区域外支持主导国"}, &Remedied::out_of_area},
         {"autonomy", {"Members seek autonomy", "成员寻求自主"}, &Remedied::autonomy},
         {"loopholes", {"The leader leaves itself loopholes", "主导国预留退路"}, &Remedied::loopholes},
         {"conditional", {"The leader's promises are conditional", "主导国作有条件的承诺"}, &Remedied::conditional},
         {"reassure", {"The leader reassures both sides", "主导国双重再保证"}, &Remedied::reassure}}};
    return all;
}

} // namespace

std::vector<std::string> remedy_names() {
    std::vector<std::string> names;
    for (KnownRemedy const& each : known_remedies()) names.emplace_back(each.name);
    return names;
}

Scenario remedy(World const& world, std::string const& named) {
    std::size_t const colon = named.find(':');
    std::string const name = named.substr(0, colon);
    auto const& all = known_remedies();
    auto const found = std::ranges::find_if(all, [&](KnownRemedy const& each) { return each.name == name; });
    if (found == all.end()) {
        std::string const names = fmt::format("{}", fmt::join(remedy_names(), ", "));
        throw Error(Problem{{},
                            {"no such remedy", "没有这种对策"},
                            name,
                            {names + ", each with :ACTOR for one member", names + "，可加 :成员 只对一个成员"},
                            nearest(name, remedy_names())});
    }
    System const system(world);
    Scenario scenario{.code = named, .name = found->title, .changes = {}};
    std::ranges::replace(scenario.code, ':', '-');
    auto const make = [&](std::size_t member) {
        Remedied remedied(world, system, member, scenario);
        (remedied.*found->make)();
    };
    if (colon == std::string::npos) {
        for (std::size_t i = 0; i < system.members.size(); ++i) make(i);
        return scenario;
    }
    std::size_t const member = system.member(world, named.substr(colon + 1));
    make(member);
    Text const& actor = world.actor(system.members[member]).name;
    scenario.name = {fmt::format("{}: {}", scenario.name.en, actor.en),
                     fmt::format("{}：{}", scenario.name.zh, actor.zh)};
    return scenario;
}

} // namespace casus::dilemma
