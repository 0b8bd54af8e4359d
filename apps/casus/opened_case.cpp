#include "opened_case.hpp"

#include "output.hpp"
#include "parameter_folders.hpp"

#include "casus/base/error.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <sys/utsname.h>

#include <algorithm>
#include <filesystem>

namespace casus::app {

namespace {

std::vector<std::string> cases_in(std::filesystem::path const& folder) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (auto const& entry : std::filesystem::directory_iterator(folder.empty() ? "." : folder, ignored))
        if (entry.path().extension() == ".toml") names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// Refuses a path where no file is, naming the nearest case beside or inside it.
void check_path(std::filesystem::path const& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        auto const names = cases_in(path);
        throw Error(Problem{.place = {path.string()},
                            .what = {"is a folder", "是文件夹"},
                            .found = {},
                            .expected = {"a case file (.toml)", "案例文件（.toml）"},
                            .nearest = names.size() == 1 ? (path / names.front()).string() : std::string{}});
    }
    if (std::filesystem::exists(path, ignored)) return;
    std::string const near = nearest(path.filename().string(), cases_in(path.parent_path()));
    throw Error(Problem{.place = {path.string()},
                        .what = {"there is no such file", "没有这个文件"},
                        .found = {},
                        .expected = {},
                        .nearest = near.empty() ? near : (path.parent_path() / near).string()});
}

/// A set named on the command line by its path is relative to where the user stands.
bool is_path(std::string const& parameters) { return parameters.ends_with(".toml"); }

} // namespace

OpenedCase open_case(std::string const& path, std::string const& parameters) {
    check_path(path);
    case_file::Case read = case_file::read_case(path);
    std::string const& name = parameters.empty() ? read.parameters : parameters;
    Place const place = parameters.empty() ? read.parameters_place : Place{};
    std::filesystem::path const file = is_path(parameters)
                                           ? std::filesystem::path(parameters)
                                           : case_file::find_parameters(name, path, parameter_folders(), place);
    return {std::move(read), case_file::read_parameters(file)};
}

case_file::ParameterSet open_parameters(std::string const& name) {
    if (is_path(name)) return case_file::read_parameters(name);
    std::vector<std::filesystem::path> const folders = parameter_folders();
    // No case stands beside them: the first of the program's folders is as good a place to begin as any.
    return case_file::read_parameters(
        case_file::find_parameters(name.empty() ? "judgement" : name, folders.front() / "none", folders));
}

Manifest manifest_of(std::string const& verb, OpenedCase const& opened) {
    Manifest manifest = manifest_of(verb);
    manifest.case_files = opened.read.files;
    manifest.parameters = opened.parameters.file;
    manifest.parameter_set = opened.parameters.parameters.set_name();
    return manifest;
}

void describe_run(Manifest& manifest, Call const& call, std::chrono::system_clock::time_point started) {
    std::string line;
    for (std::string const& word : call.arguments) line += (line.empty() ? "" : " ") + word;
    utsname machine{};
    uname(&machine);
    std::chrono::duration<double> const elapsed = std::chrono::system_clock::now() - started;
    manifest.run = {{"command_line", line},
                    {"started", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                                            fmt::gmtime(std::chrono::floor<std::chrono::seconds>(started)))},
                    {"seconds", fmt::format("{:.3f}", elapsed.count())},
                    {"machine", fmt::format("{} {} {}", machine.sysname, machine.release, machine.machine)}};
}

report::Report report_on(OpenedCase const& opened, Text subtitle, Manifest manifest) {
    report::Report report;
    report.title = opened.read.world.title();
    report.subtitle = std::move(subtitle);
    for (SourceNote const& source : opened.read.world.sources())
        report.sources.emplace_back(source.key, source.citation);
    report.manifest = std::move(manifest);
    return report;
}

} // namespace casus::app
