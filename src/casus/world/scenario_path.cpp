#include "casus/world/scenario_path.hpp"

#include "casus/world/path_steps.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace casus {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> short_words{
    {{"budget", "reward_budget"}, {"cost", "alliance_cost"}, {"spending", "military_spending"}}};

std::vector<std::string> const subjects{"hegemon", "leader",  "actor",      "group",
                                        "ally",    "partner", "challenger", "issue"};

class PathReading {
public:
    PathReading(World const& world, std::string const& path, Place const& place)
        : world_(world), path_(path), place_(place) {}

    PathTarget resolve();

private:
    [[nodiscard]] PathTarget parameter() const;
    void read_quantity();
    void read_subjects();
    void check_for_code(PathStep const& step) const;
    void check_subjects() const;
    [[nodiscard]] std::vector<std::size_t> positions() const;
    [[nodiscard]] std::vector<std::size_t> of_cells(std::vector<std::size_t> const& sides) const;
    [[nodiscard]] std::vector<std::size_t> of_dyads() const;
    [[nodiscard]] std::vector<std::size_t> of_endowments() const;

    [[nodiscard]] std::vector<std::size_t> actors_of(PathStep const& step) const;
    [[nodiscard]] std::vector<std::size_t> issues() const;
    [[nodiscard]] std::vector<std::size_t> sides() const;
    [[nodiscard]] std::size_t side_named(PathStep const& step) const;
    [[nodiscard]] PathStep const* subject(std::string_view name) const;
    [[nodiscard]] PathStep const* doer() const;
    [[nodiscard]] std::vector<std::string> codes() const;
    [[nodiscard]] std::string usual_form() const;

    [[noreturn]] void refuse(Text what, Text expected, std::string nearest_path = {}) const;
    /// Refuses one word of the path; the nearest path is the same with the nearest of `known` in its place.
    [[noreturn]] void unknown(Text what, std::string const& word, std::size_t at,
                              std::vector<std::string> const& known) const;

    World const& world_;
    std::string const& path_;
    Place const& place_;
    std::vector<PathStep> steps_; ///< all of them; the last one names the quantity
    Quantity quantity_{};
};

void PathReading::refuse(Text what, Text expected, std::string nearest_path) const {
    throw Error(Problem{place_, std::move(what), path_, std::move(expected), std::move(nearest_path)});
}

void PathReading::unknown(Text what, std::string const& word, std::size_t at,
                          std::vector<std::string> const& known) const {
    std::string const near = nearest(word, known);
    what = {fmt::format("{} '{}' in the path", what.en, word), fmt::format("{}“{}”，路径为", what.zh, word)};
    if (near.empty()) {
        std::string const all = fmt::format("{}", fmt::join(known, ", "));
        refuse(what, {"one of " + all, "其中之一：" + all});
    }
    std::string mended = path_;
    refuse(std::move(what), {}, mended.replace(at, word.size(), near));
}

PathStep const* PathReading::subject(std::string_view name) const {
    auto const last = steps_.end() - 1;
    auto const found = std::find_if(steps_.begin(), last, [&](PathStep const& step) { return step.name == name; });
    return found == last ? nullptr : &*found;
}

/// The subject that is neither issue nor challenger.
PathStep const* PathReading::doer() const {
    for (char const* name : {"hegemon", "leader", "actor", "group", "ally", "partner"})
        if (PathStep const* const step = subject(name)) return step;
    return nullptr;
}

std::vector<std::string> PathReading::codes() const {
    std::vector<std::string> all;
    for (Actor const& actor : world_.actors()) all.push_back(actor.code);
    for (Group const& group : world_.groups()) all.push_back(group.code);
    return all;
}

PathTarget PathReading::parameter() const {
    std::vector<std::string> keys;
    for (ParameterInfo const& each : all_parameters()) keys.emplace_back(each.key);
    if (steps_.size() != 2 || steps_.back().bracketed)
        refuse({"not a parameter", "不是参数"},
               {"parameter.NAME, as parameter.temperature", "如 parameter.temperature"});
    auto const found = std::ranges::find(keys, steps_.back().name);
    if (found == keys.end())
        unknown({"unknown parameter", "有未知参数"}, steps_.back().name, steps_.back().name_at, keys);
    return {.parameter = static_cast<Parameter>(found - keys.begin())};
}

void PathReading::read_quantity() {
    std::string name = steps_.back().name;
    for (auto const& [word, key] : short_words)
        if (name == word) name = key;
    auto const quantity = quantity_named(name);
    if (quantity) {
        quantity_ = *quantity;
        return;
    }
    if (std::ranges::find(subjects, name) != subjects.end())
        refuse({"a path without a quantity at its end", "路径末尾缺少量"}, path_example);
    std::vector<std::string> known;
    for (QuantityInfo const& q : all_quantities()) known.emplace_back(q.key);
    for (auto const& [word, key] : short_words) known.emplace_back(word);
    unknown({"unknown quantity", "有未知的量"}, steps_.back().name, steps_.back().name_at, known);
}

void PathReading::read_subjects() {
    if (steps_.size() == 1) {
        std::vector<std::string> parameters;
        for (ParameterInfo const& each : all_parameters()) parameters.emplace_back(each.key);
        if (std::ranges::find(parameters, path_) != parameters.end())
            refuse({"not a path", "不是路径"}, {}, "parameter." + path_);
    }
    for (std::size_t n = 0; n + 1 < steps_.size(); ++n) {
        if (std::ranges::find(subjects, steps_[n].name) == subjects.end()) {
            check_for_code(steps_[n]);
            std::vector<std::string> known = subjects;
            known.emplace_back("parameter");
            unknown({"unknown word", "有未知的词"}, steps_[n].name, steps_[n].name_at, known);
        }
    }
    read_quantity();
}

/// A code where a word with brackets belongs: "KOR.power" or "ally.KOR.power".
void PathReading::check_for_code(PathStep const& step) const {
    std::vector<std::string> const known = codes();
    if (step.bracketed || std::ranges::find(known, step.name) == known.end()) return;
    std::string path = path_;
    refuse({fmt::format("{} stands without brackets", step.name), fmt::format("{} 未加方括号", step.name)}, {},
           path.replace(step.name_at, step.name.size(), fmt::format("actor[{}]", step.name)));
}

/// The form that paths of the quantity take, with the codes that were given.
std::string PathReading::usual_form() const {
    auto const with_key = [](std::string name, PathStep const* step) {
        return step != nullptr && step->bracketed ? fmt::format("{}[{}]", name, step->key) : std::move(name);
    };
    PathStep const* const issue = subject("issue");
    PathStep const* const who = doer() != nullptr ? doer() : subject("challenger");
    std::string const key(info(quantity_).key);
    switch (info(quantity_).extent) {
    case Extent::System:
        return "hegemon." + key;
    case Extent::Actor:
    case Extent::Dyad:
        return with_key("actor", who) + "." + key;
    case Extent::Issue:
        return with_key("issue", issue) + "." + key;
    case Extent::Endowment:
        return with_key("actor", who) + "." + with_key("issue", issue) + "." + key;
    case Extent::Cell:
    case Extent::SideCell:
        return with_key("ally", doer()) + (issue ? "." + with_key("issue", issue) : "") + "." + key;
    }
    return {};
}

void PathReading::check_subjects() const {
    Extent const extent = info(quantity_).extent;
    bool const hegemon = subject("hegemon") != nullptr || subject("leader") != nullptr;
    bool const issue = subject("issue") != nullptr;
    bool const challenger = subject("challenger") != nullptr;
    bool const cell = extent == Extent::Cell || extent == Extent::SideCell;
    bool const side = extent == Extent::SideCell;
    auto const doers = std::count_if(steps_.begin(), steps_.end() - 1, [&](PathStep const& step) {
        return step.name != "issue" && !(side && step.name == "challenger");
    });
    bool fine = doers <= 1 && steps_.size() >= 2;
    if (extent == Extent::System) fine = fine && hegemon && !issue;
    if (extent == Extent::Actor || extent == Extent::Dyad) fine = fine && doers == 1 && !issue;
    if (extent == Extent::Issue) fine = fine && doers == 0 && issue;
    if (cell) fine = fine && !hegemon && (!challenger || side);
    if (extent == Extent::Endowment) fine = fine && doers == 1 && issue;
    for (std::size_t n = 0; n + 1 < steps_.size(); ++n)
        for (std::size_t m = 0; m < n; ++m) fine = fine && steps_[n].name != steps_[m].name;
    if (hegemon) fine = fine && !doer()->bracketed;
    bool const keyed = side || extent == Extent::Dyad || extent == Extent::Endowment;
    if (steps_.back().bracketed) fine = fine && keyed && !(side && challenger);
    if (!fine)
        refuse({fmt::format("no such path to {}", info(quantity_).key),
                fmt::format("没有这样通向 {} 的路径", info(quantity_).key)},
               {}, usual_form());
}

std::vector<std::size_t> PathReading::actors_of(PathStep const& step) const {
    auto const fits = [&](std::size_t a) {
        Role const role = world_.actors()[a].role;
        if (step.name == "ally") return role == Role::Ally;
        if (step.name == "partner") return role == Role::Partner;
        if (step.name == "challenger") return role == Role::Challenger;
        return true;
    };
    if (step.name == "hegemon" || step.name == "leader" || step.key == "leader" || step.key == "hegemon")
        return {world_.leader().index()};
    std::vector<std::size_t> named;
    for (std::size_t a = 0; a < world_.size().actors; ++a)
        if (!step.bracketed || world_.actors()[a].code == step.key) named.push_back(a);
    if (named.empty())
        for (Group const& group : world_.groups())
            if (group.code == step.key)
                for (ActorId const id : group.members) named.push_back(id.index());
    if (named.empty()) unknown({"unknown actor or group", "有未知的行为体或集团"}, step.key, step.key_at, codes());
    std::erase_if(named, [&](std::size_t a) { return !fits(a); });
    std::ranges::sort(named);
    if (named.empty() && step.bracketed) {
        std::string mended = path_;
        std::string const word = fmt::format("{}[{}]", step.name, step.key);
        mended.replace(mended.find(word), word.size(), fmt::format("actor[{}]", step.key));
        refuse({fmt::format("{} is no {}", step.key, step.name), fmt::format("{} 不是 {}", step.key, step.name)}, {},
               mended);
    }
    if (named.empty()) refuse({"names nobody", "不指任何行为体"}, {});
    return named;
}

std::vector<std::size_t> PathReading::issues() const {
    PathStep const* const step = subject("issue");
    std::vector<std::size_t> named;
    std::vector<std::string> known;
    for (std::size_t k = 0; k < world_.size().issues; ++k) {
        known.push_back(world_.issues()[k].code);
        if (step == nullptr || !step->bracketed || known.back() == step->key) named.push_back(k);
    }
    if (named.empty()) unknown({"unknown issue", "有未知议题"}, step->key, step->key_at, known);
    return named;
}

std::size_t PathReading::side_named(PathStep const& step) const {
    std::size_t const regroup = world_.size().sides - 1;
    std::vector<std::string> known;
    for (std::size_t side = 0; side < regroup; ++side) known.push_back(world_.actor(world_.side_actor(side)).code);
    known.emplace_back("regroup");
    bool const leader = step.key == "leader" || step.key == "hegemon";
    auto const found = leader ? known.begin() : std::ranges::find(known, step.key);
    if (found == known.end()) unknown({"unknown side", "有未知的对方"}, step.key, step.key_at, known);
    auto const side = static_cast<std::size_t>(found - known.begin());
    bool const fine = quantity_ == Quantity::Match || (side > 0 && (quantity_ != Quantity::Offer || side < regroup));
    if (!fine)
        refuse({fmt::format("{} has no meaning with {}", info(quantity_).key, step.key),
                fmt::format("{} 对 {} 没有意义", info(quantity_).key, step.key)},
               quantity_ == Quantity::Offer ? Text{"a challenger", "崛起国"}
                                            : Text{"a challenger or regroup", "崛起国或 regroup"});
    return side;
}

std::vector<std::size_t> PathReading::sides() const {
    if (steps_.back().bracketed) return {side_named(steps_.back())};
    PathStep const* const challenger = subject("challenger");
    std::vector<std::size_t> named;
    for (std::size_t const a :
         actors_of(challenger != nullptr ? *challenger : PathStep{.name = "challenger", .key = {}}))
        for (std::size_t side = 1; side + 1 < world_.size().sides; ++side)
            if (world_.side_actor(side).index() == a) named.push_back(side);
    return named;
}

std::vector<std::size_t> PathReading::of_cells(std::vector<std::size_t> const& sides) const {
    std::vector<std::size_t> const actors =
        actors_of(doer() != nullptr ? *doer() : PathStep{.name = "actor", .key = {}});
    std::vector<std::size_t> const on = issues();
    std::vector<std::size_t> found;
    for (std::size_t const side : sides)
        for (std::size_t n = 0; n < world_.size().assessed; ++n)
            if (std::ranges::binary_search(actors, world_.assessed()[n].index()))
                for (std::size_t const k : on) found.push_back(world_.side_cell(side, world_.cell(n, IssueId{k})));
    if (found.empty())
        refuse({"names nobody who is assessed", "不指任何受评估的行为体"}, {"allies or partners", "盟国或伙伴"},
               "ally." + std::string(info(quantity_).key));
    return found;
}

std::vector<std::size_t> PathReading::of_dyads() const {
    std::vector<std::size_t> const actors = actors_of(doer() != nullptr ? *doer() : *subject("challenger"));
    std::vector<std::size_t> const with = actors_of({.name = "actor",
                                                     .key = steps_.back().key,
                                                     .bracketed = steps_.back().bracketed,
                                                     .name_at = 0,
                                                     .key_at = steps_.back().key_at});
    std::vector<std::size_t> found;
    for (std::size_t const a : actors)
        for (std::size_t const b : with)
            if (a != b) found.push_back(world_.dyad(ActorId{a}, ActorId{b}));
    if (found.empty())
        refuse({fmt::format("{} of an actor with itself", info(quantity_).key),
                fmt::format("行为体与自身的 {}", info(quantity_).key)},
               {"two different actors", "两个不同的行为体"});
    return found;
}

std::vector<std::size_t> PathReading::of_endowments() const {
    PathStep const& good = steps_.back();
    std::vector<std::size_t> found;
    std::vector<std::string> known;
    for (std::size_t const a : actors_of(doer() != nullptr ? *doer() : *subject("challenger")))
        for (std::size_t const k : issues()) {
            Issue const& issue = world_.issues()[k];
            for (std::size_t g = 0; g < issue.goods.size(); ++g) {
                known.push_back(issue.goods[g]);
                if (!good.bracketed || good.key == issue.goods[g])
                    found.push_back(a * world_.size().goods + issue.first_good + g);
            }
        }
    if (known.empty())
        refuse({"an issue without goods", "该议题没有物品"},
               {"an issue with match = \"goods\"", "match = \"goods\" 的议题"});
    if (found.empty()) unknown({"unknown good", "有未知物品"}, good.key, good.key_at, known);
    return found;
}

std::vector<std::size_t> PathReading::positions() const {
    switch (info(quantity_).extent) {
    case Extent::System:
        return {0};
    case Extent::Actor:
        return actors_of(doer() != nullptr ? *doer() : *subject("challenger"));
    case Extent::Issue:
        return issues();
    case Extent::Cell:
        return of_cells({0});
    case Extent::SideCell:
        return of_cells(sides());
    case Extent::Dyad:
        return of_dyads();
    case Extent::Endowment:
        return of_endowments();
    }
    return {};
}

PathTarget PathReading::resolve() {
    steps_ = split_path(path_, place_);
    if (steps_.front().name == "parameter") return parameter();
    read_subjects();
    check_subjects();
    PathTarget target{.parameter = {}, .quantity = quantity_, .positions = positions()};
    std::ranges::sort(target.positions);
    return target;
}

/// `path`, its words mended one after the other until it names something; empty where that does not end well.
std::string mended(World const& world, std::string path) {
    for (int words = 0; words < 8 && !path.empty(); ++words) {
        try {
            (void)PathReading(world, path, {}).resolve();
            return path;
        } catch (Error const& error) { path = std::string(error.problems().front().nearest); }
    }
    return {};
}

} // namespace

PathTarget resolve_path(World const& world, std::string const& path, Place const& place) {
    try {
        return PathReading(world, path, place).resolve();
    } catch (Error const& error) {
        Problem problem = error.problems().front();
        problem.nearest = mended(world, problem.nearest);
        if (problem.nearest.empty() && problem.expected.empty()) problem.expected = path_example;
        throw Error(std::move(problem));
    }
}

} // namespace casus
