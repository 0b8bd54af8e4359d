#include "casus/data/codes/state_table.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <map>
#include <set>

namespace casus::data {

namespace {

std::string_view trim(std::string_view text) {
    std::size_t const first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Pieces between separators, blanks around them and empty pieces dropped; but `keep_empty` keeps the places of cells.
std::vector<std::string_view> split(std::string_view text, char at, bool keep_empty = false) {
    std::vector<std::string_view> pieces;
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t const end = std::min(text.find(at, begin), text.size());
        std::string_view const piece = trim(text.substr(begin, end - begin));
        if (keep_empty || !piece.empty()) pieces.push_back(piece);
        begin = end + 1;
    }
    return pieces;
}

int number_in(std::string_view text) {
    int number = 0;
    [[maybe_unused]] auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
    assert(read.ec == std::errc{} && read.ptr == text.data() + text.size());
    return number;
}

/// "1816-1942" or "1944-".
YearSpan span_in(std::string_view text) {
    std::size_t const dash = text.find('-');
    assert(dash != std::string_view::npos);
    std::string_view const last = text.substr(dash + 1);
    return {number_in(text.substr(0, dash)), last.empty() ? still_so : number_in(last)};
}

bool is_number(std::string_view word) { return word.front() >= '0' && word.front() <= '9'; }
bool is_span(std::string_view word) { return word.find('-') != std::string_view::npos; }

/// The alpha-2 codes that ICU lists, and what it calls them.
struct IsoCountry {
    std::string alpha2;
    Text name;
};

std::string name_in(std::string const& alpha2, icu::Locale const& language) {
    icu::UnicodeString name;
    icu::Locale("", alpha2.c_str()).getDisplayCountry(language, name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8;
}

using IsoCountries = std::map<std::string, IsoCountry, std::less<>>; ///< by alpha-3

IsoCountries iso_countries() {
    IsoCountries countries;
    for (char const* const* alpha2 = icu::Locale::getISOCountries(); *alpha2 != nullptr; ++alpha2)
        countries.emplace(icu::Locale("", *alpha2).getISO3Country(),
                          IsoCountry{*alpha2,
                                     {name_in(*alpha2, icu::Locale::getUS()),
                                      name_in(*alpha2, icu::Locale::getSimplifiedChinese())}});
    return countries;
}

void read_code(std::string_view cell, CodeYears& code, std::string& alpha2) {
    for (std::string_view const word : split(cell, ' '))
        if (is_span(word))
            code.years.push_back(span_in(word));
        else if (is_number(word))
            code.number = number_in(word);
        else if (word.size() == 2)
            alpha2 = word;
        else
            code.letters = word;
}

/// "Ceylon=锡兰 -1971; Sri Lanka=斯里兰卡".
std::vector<StateLine::FormerName> read_names(std::string_view cell) {
    std::vector<StateLine::FormerName> names;
    for (std::string_view entry : split(cell, ';')) {
        StateLine::FormerName name;
        if (std::size_t const dash = entry.rfind(" -"); dash != std::string_view::npos) {
            name.last_year = number_in(entry.substr(dash + 2));
            entry = trim(entry.substr(0, dash));
        }
        std::size_t const equals = entry.find('=');
        assert(equals != std::string_view::npos);
        name.name = {std::string(entry.substr(0, equals)), std::string(entry.substr(equals + 1))};
        names.push_back(std::move(name));
    }
    return names;
}

StateLine read_line(std::string_view line, IsoCountries const& countries) {
    std::vector<std::string_view> cells = split(line, '|', true);
    cells.resize(4);
    StateLine state;
    read_code(cells[0], state.cow, state.iso2);
    read_code(cells[1], state.gleditsch_ward, state.iso2);
    read_code(cells[2], state.iso, state.iso2);
    state.names = read_names(cells[3]);
    if (!state.iso.letters.empty() && state.iso.years.empty()) {
        state.iso.years = state.cow.years;
        state.iso.years.insert(state.iso.years.end(), state.gleditsch_ward.years.begin(),
                               state.gleditsch_ward.years.end());
    }
    if (auto const found = countries.find(state.iso.letters); found != countries.end() && state.iso2.empty()) {
        state.iso2 = found->second.alpha2;
        if (state.names.empty()) state.names.push_back({found->second.name, still_so});
        state.also.push_back(found->second.name.en);
        state.also.push_back(found->second.name.zh);
    }
    assert(!state.names.empty() && state.names.back().last_year == still_so);
    return state;
}

void read_region(std::string_view text, IsoCountries const& countries, std::vector<StateLine>& states) {
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t const end = std::min(text.find('\n', begin), text.size());
        std::string_view const line = text.substr(begin, end - begin);
        bool const more_names = line.starts_with("    ") && line.find('|') == std::string_view::npos;
        if (more_names)
            for (std::string_view const name : split(line, ';')) states.back().also.emplace_back(name);
        else if (!trim(line).empty())
            states.push_back(read_line(line, countries));
        begin = end + 1;
    }
}

/// Codes that ISO assigns to what is no state of either list. They hold for all years, as such places send no members
/// to a state system that could say when. ICU's own stand-ins (Kosovo as XKK) are left out.
void add_territories(IsoCountries const& countries, std::vector<StateLine>& states) {
    std::set<std::string, std::less<>> known{"XKK"};
    for (StateLine const& state : states) known.insert(state.iso.letters);
    for (auto const& [alpha3, country] : countries) {
        if (known.contains(alpha3)) continue;
        StateLine territory;
        territory.iso = {0, alpha3, {{1816, still_so}}};
        territory.iso2 = country.alpha2;
        territory.names.push_back({country.name, still_so});
        states.push_back(std::move(territory));
    }
}

} // namespace

std::vector<StateLine> read_state_table() {
    IsoCountries const countries = iso_countries();
    std::vector<StateLine> states;
    for (std::string_view const region :
         {states_of_the_americas, states_of_europe, states_of_africa, states_of_asia_and_oceania})
        read_region(region, countries, states);
    add_territories(countries, states);
    return states;
}

} // namespace casus::data
