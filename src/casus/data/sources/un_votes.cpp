// UN General Assembly roll calls in three tables: votes, what was voted on, and which issues it touched.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

#include <algorithm>

namespace casus::data::sources {

namespace {

std::int32_t number_of(std::string_view word, Words& words) {
    auto const found = std::ranges::find(words.dictionary, word);
    auto const number = static_cast<std::int32_t>(found - words.dictionary.begin());
    if (found == words.dictionary.end()) words.dictionary.emplace_back(word);
    return number;
}

/// The file says "NA" for Namibia and for states without a code; the name tells which.
Table with_namibia(Table&& read) {
    auto const country = std::ranges::find(read.columns, std::string_view("country"), &Column::name);
    auto const code = std::ranges::find(read.columns, std::string_view("country_code"), &Column::name);
    if (!country->is_text() || !code->is_text()) return std::move(read);
    Words& names = std::get<Words>(country->cells);
    Words& codes = std::get<Words>(code->cells);
    std::int32_t const namibia = number_of("Namibia", names);
    std::int32_t const na = number_of("NA", codes);
    for (std::size_t row = 0; row < codes.numbers.size(); ++row) {
        std::int32_t& cell = codes.numbers[row];
        if (names.numbers[row] == namibia)
            cell = na;
        else if (cell == na)
            cell = Words::none;
    }
    return std::move(read);
}

} // namespace

Source un_votes() {
    return {.dataset = "un-votes",
            .title = {"UN General Assembly votes (un_votes)", "联合国大会表决（un_votes）"},
            .row = {"one state's vote in one roll call; absences are left out", "一国在一次唱名表决中的投票；不含缺席"},
            .columns = {required(column("rcid")), required(and_others(state_name("country"))),
                        required(and_others(iso2("country_code"))), required(column("vote"))},
            .versions = {{.version = "2021", .first_year = 1946, .last_year = 2020}},
            .keys = {"rcid", "country"},
            .citation = voeten_2013,
            .note = {"vote: yes, abstain, no; the Federal Republic of Germany, the Yemen Arab Republic and Zanzibar "
                     "have names but no codes; dates are in un-roll-calls",
                     "vote：yes 赞成、abstain 弃权、no "
                     "反对；联邦德国、阿拉伯也门共和国和桑给巴尔有名称而无代码；日期在 un-roll-calls 中"},
            .reshape = with_namibia};
}

Source un_roll_calls() {
    return {.dataset = "un-roll-calls",
            .title = {"UN General Assembly roll calls", "联合国大会唱名表决"},
            .row = {"one roll call", "一次唱名表决"},
            .columns = {required(column("rcid")), required(column("session")), column("importantvote"),
                        required(column("date")), required(column("unres")), column("amend"), column("para"),
                        required(column("short")), required(column("descr"))},
            .versions = {{.version = "2021", .first_year = 1946, .last_year = 2020}},
            .keys = {"rcid"},
            .citation = voeten_2013};
}

Source un_roll_call_issues() {
    return {.dataset = "un-roll-call-issues",
            .title = {"Issues of UN General Assembly roll calls", "联合国大会唱名表决的议题"},
            .row = {"one issue of one roll call", "一次唱名表决的一个议题"},
            .columns = {required(column("rcid")), required(column("short_name")), required(column("issue"))},
            .versions = {{.version = "2021", .first_year = 1946, .last_year = 2020}},
            .keys = {"rcid", "short_name"},
            .citation = voeten_2013,
            .note = {"short_name: me, nu, di, hr, co, ec; many roll calls have no issue, some have several",
                     "short_name：me、nu、di、hr、co、ec；许多表决没有议题，有的有几个"}};
}

} // namespace casus::data::sources
