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
    /// `all`: every member is treated, so that one path can stand for all of them.
    Remedied(World const& world, System const& system, std::size_t member, bool all, Scenario& into)
        : world_(world), system_(system), actor_(system.members[member]), code_(world.actor(actor_).code), all_(all),
          into_(into) {}

    void contribute() {
        change("power", "*1.2");
        change("military_spending", "*1.2");
    }
    void out_of_area() {
        up(Quantity::Worth);
        if (given())
            up(Quantity::Allegiance);
        else
            add(fmt::format("ally[{}].autonomy", code_), "*0.75");
    }
    void autonomy() {
        if (given())
            add(fmt::format("ally[{}].allegiance", code_), "*0.75");
        else
            up(Quantity::Autonomy);
    }
    void loopholes() { change("commitment", "*0.8"); }
    void conditional() {
        for (ActorId const rival : system_.rivals)
            add(fmt::format("actor[{}].hostility[{}]", world_.actor(rival).code, code_), "*0.75");
    }
    void reassure() {
        up(Quantity::Commitment);
        for (ActorId const rival : system_.rivals)
            change(fmt::format("hostility[{}]", world_.actor(rival).code), "*0.8");
    }

private:
    [[nodiscard]] bool given() const { return !std::isnan(world_.value(Quantity::Allegiance, actor_.index())); }
    void add(std::string path, std::string value) {
        if (std::ranges::find(into_.changes, path, &Change::path) != into_.changes.end()) return;
        into_.changes.push_back({.path = std::move(path), .value = std::move(value), .place = {}, .reason = {}});
    }
    /// The same for every member.
    void change(std::string const& what, std::string value) {
        add(all_ ? "ally." + what : fmt::format("ally[{}].{}", code_, what), std::move(value));
    }
    /// A quarter of the way to one.
    void up(Quantity quantity) {
        double const now = world_.value(quantity, actor_.index());
        add(fmt::format("ally[{}].{}", code_, info(quantity).key), fmt::format("+{:.6f}", 0.25 * (1.0 - now)));
    }

    World const& world_;
    System const& system_;
    ActorId actor_;
    std::string code_;
    bool all_;
    Scenario& into_;
};

struct KnownRemedy {
    char const* name;
    Text title;
    Text reason;
    void (Remedied::*make)();
};

std::array<KnownRemedy, 6> const& known_remedies() {
    static std::array<KnownRemedy, 6> const all{
        {{"contribute",
          {"Members contribute more", "成员多作贡献"},
          {"A fifth more forces of their own; what they ask of the leader's budget falls with their shortfall.",
           "自身兵力增加五分之一；对主导国预算的要求随缺口减小而下降。"},
          &Remedied::contribute},
         {"out-of-area",
          {"Members support the leader out of area", "成员在区域外支持主导国"},
          {"Members that take part far from home are worth more to the leader, and stand nearer to it.",
           "成员参与域外行动，对主导国更有价值，也更靠近主导国。"},
          &Remedied::out_of_area},
         {"autonomy",
          {"Members seek autonomy", "成员寻求自主"},
          {"Members decide more for themselves: their promise to the leader falls.",
           "成员更多自行决定：对主导国的承诺下降。"},
          &Remedied::autonomy},
         {"loopholes",
          {"The leader leaves itself loopholes", "主导国预留退路"},
          {"A fifth less is promised: clauses that leave the leader a choice.",
           "承诺减少五分之一：条款为主导国留有选择。"},
          &Remedied::loopholes},
         {"conditional",
          {"The leader's promises are conditional", "主导国作有条件的承诺"},
          {"A promise that lapses for those who provoke is said by what it asks of them: a quarter less hostility to "
           "rivals.",
           "对挑衅者失效的承诺，以其对成员的要求表示：对各对手的敌意减少四分之一。"},
          &Remedied::conditional},
         {"reassure",
          {"The leader reassures both sides", "主导国双重再保证"},
          {"Members by a firmer promise, rivals by less to fear: their hostility to members falls by a fifth.",
           "以更坚定的承诺安抚成员，以更少的威胁安抚对手：对手对成员的敌意下降五分之一。"},
          &Remedied::reassure}}};
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
    Scenario scenario{.code = named, .name = found->title, .changes = {}, .place = {}, .reason = found->reason};
    std::ranges::replace(scenario.code, ':', '-');
    auto const make = [&](std::size_t member) {
        Remedied remedied(world, system, member, colon == std::string::npos, scenario);
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
