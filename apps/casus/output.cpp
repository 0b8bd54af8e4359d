#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/report/json.hpp"
#include "casus/report/terminal.hpp"
#include "casus_version.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace casus::app {

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
    Text const why = reason_of(errno);
    throw Error(Problem{.place = {},
                        .what = {fmt::format("standard output cannot be written ({})", why.en),
                                 fmt::format("无法写入标准输出（{}）", why.zh)}});
}

void print_report(report::Report const& report, Call const& call) {
    bool const to_terminal = isatty(STDOUT_FILENO) == 1;
    char const* const no_colour = std::getenv("NO_COLOR");
    int width = 100;
    winsize size{};
    if (to_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 60)
        width = std::min<int>(width, size.ws_col);
    print(
        report::terminal(report, call.language, {.colour = to_terminal && !(no_colour && *no_colour), .width = width}));
}

void write_or_print(std::string const& path, std::string const& content) {
    if (path == "-")
        print(content);
    else
        write_file(path, content);
}

bool json_is_all(std::string const& path, std::function<nlohmann::ordered_json()> const& document) {
    if (path.empty()) return false;
    write_or_print(path, report::dump(document()));
    return path == "-";
}

Manifest manifest_of(std::string const& verb) {
    Manifest manifest;
    manifest.verb = verb;
    manifest.program_version = program_version;
    manifest.git_commit = git_commit;
    manifest.compiler = compiler;
    return manifest;
}

report::Report report_of(std::string const& verb, Text title, std::vector<Chapter> chapters) {
    report::Report report;
    report.title = std::move(title);
    report.manifest = manifest_of(verb);
    report.chapters = std::move(chapters);
    return report;
}

nlohmann::ordered_json begin_document(std::string const& schema, Manifest const& manifest) {
    nlohmann::ordered_json document;
    document["schema"] = schema;
    document["manifest"] = report::manifest_json(manifest, manifest.run.empty());
    return document;
}

} // namespace casus::app
