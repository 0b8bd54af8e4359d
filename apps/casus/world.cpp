// casus world: a case from the store, every figure with its source, for an analyst to go on from.
#include "data_verbs.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "world_options.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/world/case_file/chapter.hpp"
#include "casus/world/case_file/write_case.hpp"
#include "casus/world/from_panel/rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <memory>

namespace casus::app {

namespace {

struct FromPanelOptions {
    WorldOptions world;
    std::string year;
    std::string out;
    bool reproducible = false;
};

Error option_missing(std::string const& option, Text expected) {
    return Error(Problem{
        .place = {}, .what = {option + " is missing", "缺少 " + option}, .found = {}, .expected = std::move(expected)});
}

/// The head of the case: what made it, of what, by which rules.
std::string remark_on(from_panel::WorldMade const& made, from_panel::WorldRequest const& request,
                      FromPanelOptions const& options, Call const& call, data::Store const& store) {
    std::string text = fmt::format("{}.\n", made.builder.title.en);
    if (!options.reproducible) text += fmt::format("Made by: {}\n", fmt::join(call.arguments, " "));
    text += "\nRules:\n" + from_panel::rules(request.alliances) + "\nData sets:\n";
    for (SourceNote const& source : made.builder.sources)
        for (data::Provenance const& of : store.list())
            if (of.dataset == source.key)
                text += fmt::format("  {} {} ({}–{}), SHA-256 of {}: {}\n", of.dataset, of.version, of.first_year,
                                    of.last_year, of.file, of.sha256);
    text += '\n';
    for (Text const& note : made.notes) text += note.en + '\n';
    return text;
}

Table actors_of(World const& world) {
    Table table{.id = "world/actors",
                .title = {"Actors", "行为体"},
                .note = {},
                .columns = {{"code", {"code", "代码"}},
                            {"name", {"name", "名称"}},
                            {"role", {"role", "角色"}},
                            {"power", {"power", "实力"}},
                            {"regime", {"regime", "政体"}}},
                .rows = {}};
    constexpr std::array roles{Role::Leader, Role::Challenger, Role::Ally, Role::Partner, Role::Other};
    std::array const words{Text{"leader", "霸权国"}, Text{"challenger", "崛起国"}, Text{"ally", "盟国"},
                           Text{"partner", "伙伴"}, Text{"environment", "环境"}};
    for (std::size_t r = 0; r < roles.size(); ++r)
        for (std::size_t n = 0; n < world.actors().size(); ++n) {
            Actor const& actor = world.actors()[n];
            if (actor.role != roles[r]) continue;
            table.rows.push_back({Text{actor.code, actor.code}, actor.name, words[r],
                                  Number{.value = world.value(Quantity::Power, n), .decimals = 4, .interval = {}},
                                  Number{.value = world.value(Quantity::Regime, n), .decimals = 2, .interval = {}}});
        }
    return table;
}

void make(FromPanelOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    if (options.year.empty())
        throw option_missing("--year", {"the year of the world, as 1999", "世界所在的年份，如 1999"});
    if (!options.out.ends_with(".toml"))
        throw option_missing("--out FILE.toml", {"the case file to write", "要写出的案例文件"});
    from_panel::WorldRequest const request = request_of(options.world, year_of("--year", options.year));
    data::Store const store(store_path(options.world.store), data::Store::Access::Read);
    from_panel::WorldMade const made = from_panel::world_of(store, request);
    (void)WorldBuilder(made.builder).build(); // what cannot be a world is not written
    case_file::write_case(made.builder, options.out, remark_on(made, request, options, call, store));

    OpenedCase const opened = open_case(options.out, "judgement");
    Manifest manifest = manifest_of("world", opened);
    if (!options.reproducible) describe_run(manifest, call, started);
    report::Report report =
        report_on(opened, {"A case from the store: " + options.out, "由数据仓库生成的案例：" + options.out}, manifest);
    report.sources.clear(); // the chapter lists them, with what rests on each
    Chapter chapter = case_file::check_chapter(opened.read);
    chapter.shapes.insert(chapter.shapes.begin(), actors_of(opened.read.world));
    if (!made.notes.empty())
        chapter.shapes.insert(chapter.shapes.begin(),
                              Notes{.id = "world/notes", .title = {"To know", "须知"}, .items = made.notes});
    report.chapters.push_back(std::move(chapter));
    print_report(report, call);
}

} // namespace

void add_world(CLI::App& program, Call const& call) {
    auto options = std::make_shared<FromPanelOptions>();
    Verb verb(program, call, "world",
              {"make a case of any year from the store, every figure with its source",
               "由数据仓库生成任一年份的案例，每个数据都注明来源"},
              "casus world --year 1999 --leader USA --out us1999.toml\n"
              "  casus world --year 1985 --leader RUS --challenger USA --out ussr1985.toml",
              [options, &call] { make(*options, call); });
    verb.add_option("--year", "YEAR", options->year, {"the year of the world", "世界所在的年份"});
    add_world_options(verb, options->world);
    verb.add_option("--out", "FILE", options->out,
                    {"case file to write (.toml); its figures and judgements go into sheets beside it",
                     "要写出的案例文件（.toml），数据与判断写入旁边的表格"});
    verb.add_reproducible(options->reproducible);
    verb.add_language();
}

} // namespace casus::app
