// casus balance FILE: how far a network of friends and enemies is from two blocs.
#include "output.hpp"
#include "report_files.hpp"
#include "verbs.hpp"

#include "casus/base/file.hpp"
#include "casus/measure/configuration/configuration_chapter.hpp"
#include "casus/measure/configuration/configuration_document.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>

namespace casus::app {

namespace {

struct BalanceOptions {
    std::string path;
    std::uint64_t nodes = 20'000'000;
    ReportFiles files;
};

void run_balance(BalanceOptions const& options, Call const& call) {
    configuration::SignedNetwork const network = configuration::read_signed_network(options.path);
    configuration::Frustration const found = configuration::frustration(network, options.nodes);
    std::string const name = std::filesystem::path(options.path).filename().string();
    report::Report report = report_of("balance", {"Structural balance of " + name, name + " 的结构平衡"},
                                      {configuration::balance_chapter(network, found)});
    report.manifest.case_files = {{name, sha256(read_file(options.path))}};
    auto const json = [&] {
        nlohmann::ordered_json document = begin_document("casus.balance/1", report.manifest);
        document.update(configuration::document(network, found));
        return document;
    };
    if (write_files(options.files, call, report, json)) return;
    print_report(report, call);
}

} // namespace

void add_balance(CLI::App& program, Call const& call) {
    auto options = std::make_shared<BalanceOptions>();
    Verb verb(program, call, "balance",
              {"find how far friends and enemies are from two blocs (frustration)",
               "朋友与敌人距离两个阵营有多远（失衡指数、三角形）"},
              "casus balance ties-1938.csv", [options, &call] { run_balance(*options, call); });
    verb.add_argument("FILE", options->path,
                      {"CSV of ties: from, to, sign (+ or -)", "关系的 CSV：from、to、sign（+ 或 -）"});
    verb.add_number("--nodes", "N", options->nodes, 1, 1'000'000'000'000,
                    {"most nodes of the search; then the gap is printed", "搜索的节点上限；届时给出差距"});
    add_estimate_files(verb, options->files);
}

} // namespace casus::app
