// National material capabilities: military spending and personnel, industry, population, and their index CINC.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

namespace casus::data::features {

namespace {

FeatureColumns nmc_columns(FeatureRequest const& request) {
    static std::vector<StateColumn> const parts = {
        {"milex",
         "milex",
         {"military expenditure, thousands of current pounds (to 1913) or dollars",
          "军费，千英镑（至 1913 年）或千美元现价"},
         Width::Whole},
        {"milper", "milper", {"military personnel, thousands", "军事人员，千人"}, Width::Whole},
        {"irst", "irst", {"iron and steel production, thousands of tons", "钢铁产量，千吨"}, Width::Whole},
        {"pec",
         "pec",
         {"primary energy consumption, thousands of coal-ton equivalents", "一次能源消费，千吨标准煤"},
         Width::Whole},
        {"tpop", "tpop", {"total population, thousands", "总人口，千人"}, Width::Whole},
        {"upop", "upop", {"urban population, thousands", "城市人口，千人"}, Width::Whole},
        {"cinc",
         "cinc",
         {"composite index of national capability, share of the system's", "国家能力综合指数，占体系份额"},
         Width::Real},
    };
    return state_years(request, request.dataset("nmc"), StateCode::Cow, "ccode", parts);
}

} // namespace

Feature nmc() {
    return {.name = "nmc",
            .title = {"national material capabilities and CINC", "国家物质能力与 CINC"},
            .choices = {},
            .only_pairs = false,
            .columns = nmc_columns};
}

} // namespace casus::data::features
