// casus codes: who a state code stands for, and what the others call it.
#include "codes_verbs.hpp"

#include <nlohmann/json.hpp>

namespace casus::app {

nlohmann::ordered_json era_json(data::StateEra const& era) {
    using Json = nlohmann::ordered_json;
    auto const number = [](int value) { return value == 0 ? Json(nullptr) : Json(value); };
    auto const letters = [](std::string const& value) { return value.empty() ? Json(nullptr) : Json(value); };
    Json json;
    json["cow"] = number(era.cow);
    json["cow_letters"] = letters(era.cow_letters);
    json["gw"] = number(era.gleditsch_ward);
    json["iso2"] = letters(era.iso2);
    json["iso3"] = letters(era.iso3);
    json["name"] = {{"en", era.name.en}, {"zh", era.name.zh}};
    json["first_year"] = era.first_year;
    json["last_year"] = era.last_year == 9999 ? Json(nullptr) : Json(era.last_year);
    return json;
}

std::vector<std::string> const& code_systems() {
    static std::vector<std::string> const words{"cow", "cow-letters", "gw", "iso2", "iso3", "name"};
    return words;
}

void add_codes(CLI::App& program, Call const& call) {
    CLI::App& codes =
        add_group(program, call, "codes",
                  {"state codes by year: COW, Gleditsch–Ward, ISO 3166, names",
                   "国家代码：COW、Gleditsch–Ward、ISO 3166 与名称，随年份而变"},
                  "casus codes convert --from cow --to iso3 --year 1990 365 255\n  casus codes show Germany");
    add_codes_convert(codes, call);
    add_codes_show(codes, call);
}

} // namespace casus::app
