#include "casus/report/provenance.hpp"

#include "casus/report/figures.hpp"
#include "casus/report/words.hpp"

#include <fmt/format.h>

namespace casus::report {

namespace {

/// Names of the run's entries that programs write, in words; others stand as they are.
Text run_label(std::string const& key) {
    static std::vector<std::pair<std::string, Text>> const known{{"command_line", {"Command line", "命令行"}},
                                                                 {"threads", {"Threads", "线程数"}},
                                                                 {"started", {"Started", "开始时间"}},
                                                                 {"seconds", {"Seconds", "用时（秒）"}},
                                                                 {"machine", {"Machine", "机器"}}};
    for (auto const& [name, label] : known)
        if (name == key) return label;
    return {key, key};
}

std::string hashed(HashedFile const& file) {
    return fmt::format("{} (SHA-256 {})", file.name, file.sha256.substr(0, 12));
}

} // namespace

Provenance decisive_entries(Manifest const& manifest) {
    Provenance entries;
    std::string program = "casus " + manifest.program_version;
    if (!manifest.git_commit.empty()) program += " (" + manifest.git_commit + ")";
    entries.emplace_back(words::program, program);
    if (!manifest.compiler.empty()) entries.emplace_back(words::compiler, manifest.compiler);
    if (!manifest.verb.empty()) entries.emplace_back(words::verb, manifest.verb);
    for (HashedFile const& file : manifest.case_files) entries.emplace_back(words::case_file, hashed(file));
    if (!manifest.parameter_set.empty()) {
        std::string set = manifest.parameter_set;
        if (!manifest.parameters.name.empty()) set += ", " + hashed(manifest.parameters);
        entries.emplace_back(words::parameters, set);
    }
    if (manifest.draws > 0) {
        entries.emplace_back(words::draws, figure(static_cast<double>(manifest.draws), 0));
        entries.emplace_back(words::seed, std::to_string(manifest.seed));
    }
    return entries;
}

Provenance run_entries(Manifest const& manifest) {
    Provenance entries;
    for (auto const& [key, value] : manifest.run) entries.emplace_back(run_label(key), value);
    return entries;
}

} // namespace casus::report
