#include "opened_case.hpp"

#include "casus/base/file.hpp"
#include "casus/report/terminal.hpp"
#include "casus_version.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <sys/ioctl.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace casus::app {

namespace {

/// Where the shipped parameter sets are: beside an installed program, or in the checkout that it was built from.
std::vector<std::filesystem::path> parameter_folders() {
    std::error_code ignored;
    std::filesystem::path const program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    return {program / "../share/casus/params", program / "../../params", program / "params"};
}

} // namespace

OpenedCase open_case(std::string const& path, std::string const& parameters) {
    case_file::Case read = case_file::read_case(path);
    std::string const& name = parameters.empty() ? read.parameters : parameters;
    Place const place = parameters.empty() ? read.parameters_place : Place{};
    // A set named on the command line by its path is relative to where the user stands.
    std::filesystem::path const file = !parameters.empty() && parameters.ends_with(".toml")
                                           ? std::filesystem::path(parameters)
                                           : case_file::find_parameters(name, path, parameter_folders(), place);
    return {std::move(read), case_file::read_parameters(file)};
}

Manifest manifest_of(std::string const& verb, OpenedCase const& opened) {
    Manifest manifest;
    manifest.verb = verb;
    manifest.program_version = program_version;
    manifest.git_commit = git_commit;
    manifest.compiler = compiler;
    manifest.case_files = opened.read.files;
    manifest.parameters = opened.parameters.file;
    manifest.parameter_set = opened.parameters.parameters.set_name();
    return manifest;
}

void describe_run(Manifest& manifest, Call const& call, std::size_t threads,
                  std::chrono::system_clock::time_point started) {
    std::string line;
    for (std::string const& word : call.arguments) line += (line.empty() ? "" : " ") + word;
    utsname machine{};
    uname(&machine);
    std::chrono::duration<double> const elapsed = std::chrono::system_clock::now() - started;
    manifest.run = {{"command_line", line},
                    {"threads", std::to_string(threads)},
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

void print_report(report::Report const& report, Call const& call) {
    bool const to_terminal = isatty(STDOUT_FILENO) == 1;
    char const* const no_colour = std::getenv("NO_COLOR");
    int width = 100;
    winsize size{};
    if (to_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 60)
        width = std::min<int>(width, size.ws_col);
    fmt::print("{}", report::terminal(report, call.language,
                                      {.colour = to_terminal && !(no_colour && *no_colour), .width = width}));
}

void write_or_print(std::string const& path, std::string const& content) {
    if (path == "-")
        std::fwrite(content.data(), 1, content.size(), stdout);
    else
        write_file(path, content);
}

} // namespace casus::app
