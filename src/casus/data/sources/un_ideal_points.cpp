// Where states stand in the UN General Assembly: Bailey, Strezhnev and Voeten's ideal points.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

/// Releases up to 2020 count sessions: the first sat in 1946.
Table with_year(Table&& read) {
    if (column_named(read, "year") != nullptr) return std::move(read);
    Column const& sessions = read["session"];
    ColumnBuilder years("year");
    for (std::size_t row = 0; row < sessions.rows(); ++row) add_number(years, number_in(sessions, row) + 1945.0);
    read.columns.push_back(years.finish());
    return std::move(read);
}

} // namespace

Source un_ideal_points() {
    return {.dataset = "un-ideal-points",
            .title = {"UN General Assembly ideal points", "联合国大会理想点"},
            .row = {"one state in one year (session)", "一国的一个年份（一届会议）"},
            .columns = {required(cow("ccode")), year("year"), column("session"), column("iso3c"), column("countryname"),
                        column("idealpointfp"), column("idealpointall"), column("idealpointlegacy", {"idealpoint"}),
                        column("nvoteslegacy", {"nvotes"}), column("qolegacy", {"qo%"}), column("q5legacy", {"q5%"}),
                        column("q10legacy", {"q10%"}), column("q50legacy", {"q50%"}), column("q90legacy", {"q90%"}),
                        column("q95legacy", {"q95%"}), column("q100legacy", {"q100%"})},
            .versions = {{.version = "2025-07",
                          .first_year = 1946,
                          .last_year = 2024,
                          .has = {"year", "idealpointfp", "idealpointall", "idealpointlegacy"}},
                         {.version = "2020-04",
                          .first_year = 1946,
                          .last_year = 2019,
                          .has = {"session", "idealpoint"},
                          .lacks = {"idealpointfp"}}},
            .keys = {"ccode", "year"},
            .citation = R"(@article{bailey2017estimating,
  author = {Bailey, Michael A. and Strezhnev, Anton and Voeten, Erik},
  title = {Estimating Dynamic State Preferences from {United Nations} Voting Data},
  journal = {Journal of Conflict Resolution},
  year = {2017},
  volume = {61},
  number = {2},
  pages = {430--456}
}
)",
            .note = {"IdealPoint of 2020 continues as idealpointlegacy, and is read under that name; year is session + "
                     "1945 where a file has sessions only; session 19 has no estimates",
                     "2020 年版的 IdealPoint 后称 idealpointlegacy，统一用后名；只有届次的文件，年份为届次加 "
                     "1945；第 19 届没有估计"},
            .reshape = with_year};
}

} // namespace casus::data::sources
