// Works that several data sets ask to be cited.
#pragma once

namespace casus::data::sources {

inline constexpr char const* miller_2022 = R"(@article{miller2022peacesciencer,
  author = {Miller, Steven V.},
  title = {{peacesciencer}: An {R} Package for Quantitative Peace Science Research},
  journal = {Conflict Management and Peace Science},
  year = {2022},
  volume = {39},
  number = {6},
  pages = {755--779}
}
)";

inline constexpr char const* voeten_2013 = R"(@incollection{voeten2013data,
  author = {Voeten, Erik},
  title = {Data and Analyses of Voting in the {UN} General Assembly},
  booktitle = {Routledge Handbook of International Organization},
  editor = {Reinalda, Bob},
  publisher = {Routledge},
  year = {2013}
}
)";

inline constexpr char const* gleditsch_ward_1999 = R"(@article{gleditsch1999revised,
  author = {Gleditsch, Kristian Skrede and Ward, Michael D.},
  title = {A Revised List of Independent States since the Congress of Vienna},
  journal = {International Interactions},
  year = {1999},
  volume = {25},
  number = {4},
  pages = {393--413}
}
)";

inline constexpr char const* cia_factbook = R"(@misc{ciafactbook,
  author = {{Central Intelligence Agency}},
  title = {The World Factbook},
  howpublished = {Washington, DC}
}
)";

inline constexpr char const* bell_2021 = R"(@misc{bell2021reign,
  author = {Bell, Curtis and Besaw, Clayton and Frank, Matthew},
  title = {The Rulers, Elections, and Irregular Governance ({REIGN}) Dataset},
  howpublished = {Broomfield, CO: One Earth Future},
  year = {2021}
}
)";

inline constexpr char const* sipri_transfers = R"(@misc{sipritransfers,
  author = {{Stockholm International Peace Research Institute}},
  title = {{SIPRI} Arms Transfers Database},
  howpublished = {Stockholm: SIPRI}
}
)";

inline constexpr char const* world_bank_indicators = R"(@misc{worldbankwdi,
  author = {{World Bank}},
  title = {World Development Indicators},
  howpublished = {Washington, DC: The World Bank}
}
)";

} // namespace casus::data::sources
