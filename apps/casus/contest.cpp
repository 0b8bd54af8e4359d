// casus contest CASE: leader and challengers spend over all stances; who is bought, and at what price.
#include "opened_case.hpp"
#include "output.hpp"
#include "sampled_run.hpp"
#include "verbs.hpp"

#include "casus/alienation/contest/chapter.hpp"
#include "casus/alienation/contest/document.hpp"
#include "casus/alienation/evaluate.hpp"
#include "casus/base/error.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

namespace casus::app {

namespace {

struct ContestOptions : SampledRun {
    ContestOptions() { draws = 500; }

    std::string path;
    std::vector<std::string> budgets;
    std::string worth = "power";
    double keep = 0.0;
    std::uint64_t starts = 16;
};

Error refusal(Text what, std::string found = {}, Text expected = {}, std::string near = {}) {
    return Error(Problem{.place = {},
                         .what = std::move(what),
                         .found = std::move(found),
                         .expected = std::move(expected),
                         .nearest = std::move(near)});
}

Text const budget_form{"SIDE=X, X per stance, or SIDE=*X times its own, X from 0 to 1000000",
                       "SIDE=X（每立场 X）或 SIDE=*X（其自身的 X 倍），X 为 0 至 1000000"};
constexpr double greatest_budget = 1e6;

/// "USA=0.1" or "USA=*0.7".
void set_budget(World const& world, std::string const& word,
                std::vector<std::optional<contest::BudgetChange>>& budgets) {
    std::size_t const equals = word.find('=');
    if (equals == std::string::npos) throw refusal({"bad value of --budget", "--budget 的取值无效"}, word, budget_form);
    std::string const code = word.substr(0, equals);
    std::vector<std::string> codes;
    for (std::size_t side = 0; side < budgets.size(); ++side) codes.push_back(contest::side_of(world, side).code);
    auto const side = std::find(codes.begin(), codes.end(), code);
    if (side == codes.end())
        throw refusal(
            {"--budget of an actor that is no side", "--budget 所指并非竞争的一方"}, code,
            {fmt::format("one of {}", fmt::join(codes, ", ")), fmt::format("下列之一：{}", fmt::join(codes, "、"))},
            nearest(code, codes));
    bool const relative = equals + 1 < word.size() && word[equals + 1] == '*';
    char const* const first = word.data() + equals + (relative ? 2 : 1);
    char const* const end = word.data() + word.size();
    double value = 0.0;
    auto const [stop, failure] = std::from_chars(first, end, value);
    if (failure != std::errc{} || stop != end || !(value >= 0.0 && value <= greatest_budget))
        throw refusal({"bad value of --budget", "--budget 的取值无效"}, word, budget_form);
    std::optional<contest::BudgetChange>& change = budgets[static_cast<std::size_t>(side - codes.begin())];
    if (change)
        throw refusal({"--budget of the same side twice", "对同一方两次给出 --budget"}, word,
                      {"one --budget for each side", "每一方至多一个 --budget"});
    change = relative ? contest::BudgetChange{.factor = value} : contest::BudgetChange{.level = value};
}

contest::Terms terms_of(ContestOptions const& options, World const& world) {
    if (world.challengers().empty())
        throw refusal({"the case has no challenger, so there is no contest", "案例没有崛起国，无从竞争"}, {},
                      {"challengers = [\"…\"] in the case file", "案例文件中的 challengers = [\"…\"]"});
    if (world.assessed().empty())
        throw refusal({"the case has neither ally nor partner, so there is nobody to compete for",
                       "案例既无盟国也无伙伴，无可争取"});
    contest::Terms terms;
    terms.worth = options.worth == "equal" ? contest::Worth::Equal : contest::Worth::Power;
    terms.keep = options.keep;
    terms.today = contest::spent_today(world);
    std::vector<std::optional<contest::BudgetChange>> budgets(world.challengers().size() + 1);
    for (std::string const& word : options.budgets) set_budget(world, word, budgets);
    for (auto const& change : budgets) terms.budgets.push_back(change.value_or(contest::BudgetChange{}));
    return terms;
}

ensemble::Spread sample(World const& world, Parameters const& parameters, contest::Terms const& terms,
                        contest::Equilibrium const& centre, contest::OutputPlan const& plan,
                        ContestOptions const& options) {
    return ensemble::sample(world, parameters, options.sampling(), plan.count(), [&]() -> ensemble::Evaluate {
        auto mine = std::make_shared<contest::Play>(world);
        return [mine, &terms, &centre, &plan](World const& drawn, Parameters const& of_draw, std::span<double> row) {
            contest::play(drawn, of_draw, terms, centre, *mine);
            plan.write(drawn, of_draw, *mine, row);
        };
    });
}

nlohmann::ordered_json document_of(contest::Sampled const& sampled, ContestOptions const& options,
                                   Manifest const& manifest) {
    nlohmann::ordered_json json = begin_document("casus.contest/1", manifest);
    json["title"] = report::text_json(sampled.world.title());
    json["year"] = sampled.world.year().value;
    json["starts"] = options.starts;
    json.update(contest::document(sampled));
    return json;
}

void deliver(ContestOptions const& options, Call const& call, report::Report& report, contest::Sampled const& sampled) {
    if (!options.json.empty())
        write_or_print(options.json, report::dump(document_of(sampled, options, report.manifest)));
    report.chapters = contest::chapters(sampled);
    app::deliver(options, call, report);
}

void contest_case(ContestOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    refuse_mixed_output(options);
    OpenedCase const opened = open_case(options.path, options.parameters);
    World const& world = opened.read.world;
    Parameters const& parameters = opened.parameters.parameters;
    contest::Terms const terms = terms_of(options, world);

    contest::Play centre(world);
    alienation::evaluate(world, parameters, centre.evaluated);
    contest::lay_ground(world, parameters, centre.evaluated, terms, centre.ground);
    contest::Found const found = contest::find_equilibria(
        centre.ground.contest, {.starts = options.starts, .seed = options.seed, .threads = options.threads});
    centre.at = found.equilibria.front();
    auto const branches = contest::follow_branches(world, parameters, terms, centre.at);
    contest::OutputPlan const plan(world);
    ensemble::Spread const spread = sample(world, parameters, terms, centre.at, plan, options);
    contest::Sampled const sampled{world,    parameters, terms,       centre,          found,
                                   branches, plan,       spread.mean, spread.interval, options.draws};

    Manifest manifest = manifest_of("contest", opened);
    describe_sampling(manifest, options, call, started);
    report::Report report = report_on(opened,
                                      {fmt::format("The three-way contest, {}", world.year().value),
                                       fmt::format("{} 年三方竞争", world.year().value)},
                                      std::move(manifest));
    deliver(options, call, report, sampled);
}

} // namespace

void add_contest(CLI::App& program, Call const& call) {
    auto options = std::make_shared<ContestOptions>();
    Verb verb(program, call, "contest",
              {"let leader and challengers compete: who is bought, at what price",
               "让霸权国与崛起国竞争盟国与伙伴：谁被收买、价格几何"},
              "casus contest cases/us-alliance-system-2021.toml --budget USA=0.1",
              [options, &call] { contest_case(*options, call); });
    verb.add_case(options->path);
    verb.add_list("--budget", "SIDE=X", options->budgets,
                  {"a side's budget, X per stance or *X times its own; can be given for each side",
                   "一方的预算，每立场 X 或其自身的 *X 倍；可对各方分别给出"});
    verb.add_choice(
        "--worth", options->worth, {"power", "equal"},
        {"what a courted actor counts for: its power, or as much as any other", "被争取国的分量：其实力，或一视同仁"});
    verb.add_real("--keep", "R", options->keep, 0.0, 1e6,
                  {"worth of a unit of budget that is not spent; with 0 every budget is spent",
                   "未投入的一单位预算的价值；为 0 时预算全部投入"});
    verb.add_number("--starts", "N", options->starts, 1, 10'000,
                    {"starts of the search for equilibria", "搜寻均衡的起点数"});
    add_sampled_run(verb, *options,
                    {"write the contest as JSON (docs/contest.md); - for standard output",
                     "以 JSON 写出竞争（见 docs/contest.md）；- 为标准输出"});
}

} // namespace casus::app
