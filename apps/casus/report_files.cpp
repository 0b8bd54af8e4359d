#include "report_files.hpp"

#include "output.hpp"

#include "casus/report/csv.hpp"
#include "casus/report/html.hpp"

#include <nlohmann/json.hpp>

namespace casus::app {

void add_estimate_files(Verb& verb, ReportFiles& files) {
    verb.add_option("--json", "FILE", files.json,
                    {"write JSON, \"-\" for standard output", "写出 JSON，“-”为标准输出"});
    verb.add_option("--csv", "FOLDER", files.csv, {"write every table as CSV", "将各表写为 CSV"});
    verb.add_option("--html", "FILE", files.html, {"write a page", "写出网页"});
    verb.add_language();
}

bool write_files(ReportFiles const& files, Call const& call, report::Report const& report,
                 std::function<nlohmann::ordered_json()> const& document) {
    if (!files.csv.empty()) report::write_csv(report, files.csv);
    if (!files.html.empty()) write_or_print(files.html, report::html(report, call.language));
    return json_is_all(files.json, document) || files.html == "-";
}

} // namespace casus::app
