#include "casus/data/codes/state_index.hpp"

#include "casus/data/codes/place_name.hpp"
#include "casus/data/codes/state_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace casus::data {

namespace {

/// Alpha-3 codes that ISO has withdrawn because a state changed its name, and the code that it has now; some are those
/// of distributors.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> renamed{{{"ADO", "AND"},
                                                                                 {"BUR", "MMR"},
                                                                                 {"BYS", "BLR"},
                                                                                 {"DHY", "BEN"},
                                                                                 {"HVO", "BFA"},
                                                                                 {"KSV", "XKX"},
                                                                                 {"RHO", "ZWE"},
                                                                                 {"ROM", "ROU"},
                                                                                 {"TMP", "TLS"},
                                                                                 {"UNK", "XKX"},
                                                                                 {"WBG", "PSE"},
                                                                                 {"XKK", "XKX"},
                                                                                 {"ZAR", "COD"}}};

bool holds(CodeYears const& code, int year) {
    return std::any_of(code.years.begin(), code.years.end(),
                       [year](YearSpan const& span) { return span.first <= year && year <= span.last; });
}

/// Years in which something about the line may change.
std::set<int> cuts_of(StateLine const& line) {
    std::set<int> cuts;
    for (CodeYears const* const code : {&line.cow, &line.gleditsch_ward, &line.iso})
        for (YearSpan const& span : code->years) {
            cuts.insert(span.first);
            if (span.last != still_so) cuts.insert(span.last + 1);
        }
    for (StateLine::FormerName const& name : line.names)
        if (name.last_year != still_so) cuts.insert(name.last_year + 1);
    return cuts;
}

/// The line as it is in one year; nothing holds where neither list nor ISO has it.
StateEra era_in(StateLine const& line, int year) {
    StateEra era;
    if (holds(line.cow, year)) {
        era.cow = line.cow.number;
        era.cow_letters = line.cow.letters;
    }
    if (holds(line.gleditsch_ward, year)) era.gleditsch_ward = line.gleditsch_ward.number;
    if (holds(line.iso, year)) {
        era.iso2 = line.iso2;
        era.iso3 = line.iso.letters;
    }
    auto const name = std::find_if(line.names.begin(), line.names.end(),
                                   [year](StateLine::FormerName const& each) { return year <= each.last_year; });
    era.name = name->name;
    return era;
}

bool exists(StateEra const& era) { return era.cow != 0 || era.gleditsch_ward != 0 || !era.iso3.empty(); }

bool same(StateEra const& a, StateEra const& b) {
    return a.cow == b.cow && a.gleditsch_ward == b.gleditsch_ward && a.iso3 == b.iso3 && a.name == b.name;
}

std::vector<StateEra> eras_of_line(StateLine const& line) {
    std::set<int> const cuts = cuts_of(line);
    std::vector<StateEra> eras;
    for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
        StateEra era = era_in(line, *cut);
        if (!exists(era)) continue;
        era.first_year = *cut;
        era.last_year = std::next(cut) == cuts.end() ? still_so : *std::next(cut) - 1;
        if (!eras.empty() && same(eras.back(), era) && eras.back().last_year + 1 == era.first_year)
            eras.back().last_year = era.last_year;
        else
            eras.push_back(std::move(era));
    }
    return eras;
}

std::string upper(std::string_view word) {
    std::string result(word);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return result;
}

void add_once(StateIndex::Positions& positions, std::size_t era) {
    auto const position = static_cast<std::uint16_t>(era);
    if (std::find(positions.begin(), positions.end(), position) == positions.end()) positions.push_back(position);
}

} // namespace

StateIndex const& StateIndex::get() {
    static StateIndex const index;
    return index;
}

StateIndex::StateIndex() {
    std::vector<StateLine> const lines = read_state_table();
    struct Row {
        StateEra era;
        std::size_t line;
        int ends;
    };
    std::vector<Row> rows;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::vector<StateEra> const eras = eras_of_line(lines[i]);
        for (StateEra const& era : eras) rows.push_back({era, i, eras.back().last_year});
    }
    std::stable_sort(rows.begin(), rows.end(), [](Row const& a, Row const& b) {
        return std::tie(a.era.cow, a.era.first_year) < std::tie(b.era.cow, b.era.first_year);
    });
    for (Row& row : rows) {
        std::size_t const position = eras_.size();
        auto const add_name = [&](std::string const& name) {
            if (name.empty()) return;
            add_once(names_[name_key(name)], position);
            spelling_.push_back(name);
        };
        for (StateLine::FormerName const& name : lines[row.line].names) {
            add_name(name.name.en);
            add_name(name.name.zh);
        }
        for (std::string const& name : lines[row.line].also) add_name(name);
        add_once(own_names_[name_key(row.era.name.en)], position);
        add_once(own_names_[name_key(row.era.name.zh)], position);
        eras_.push_back(std::move(row.era));
        ends_.push_back(row.ends);
    }
    std::sort(spelling_.begin(), spelling_.end());
    spelling_.erase(std::unique(spelling_.begin(), spelling_.end()), spelling_.end());
    index_codes();
    index_spellings();
}

void StateIndex::index_codes() {
    std::vector<std::size_t> by_year(eras_.size());
    std::iota(by_year.begin(), by_year.end(), std::size_t{0});
    std::stable_sort(by_year.begin(), by_year.end(),
                     [this](std::size_t a, std::size_t b) { return eras_[a].first_year < eras_[b].first_year; });
    auto const at_number = [](std::vector<Positions>& table, int number) -> Positions& {
        auto const place = static_cast<std::size_t>(number);
        if (place >= table.size()) table.resize(place + 1);
        return table[place];
    };
    for (std::size_t const i : by_year) {
        StateEra const& era = eras_[i];
        if (era.cow != 0) add_once(at_number(cow_, era.cow), i);
        if (era.gleditsch_ward != 0) add_once(at_number(gleditsch_ward_, era.gleditsch_ward), i);
        if (!era.cow_letters.empty()) add_once(cow_letters_[era.cow_letters], i);
        if (!era.iso2.empty()) add_once(iso2_[era.iso2], i);
        if (!era.iso3.empty()) add_once(iso3_[era.iso3], i);
    }
    for (auto const& [old, now] : renamed)
        if (auto const found = iso3_.find(now); found != iso3_.end())
            iso3_[std::string(old)] = Positions(found->second);
    for (ByWord* const names : {&names_, &own_names_})
        for (auto& [key, positions] : *names)
            std::sort(positions.begin(), positions.end(), [this](std::uint16_t a, std::uint16_t b) {
                return std::tie(eras_[a].first_year, a) < std::tie(eras_[b].first_year, b);
            });
}

StateIndex::Positions const* StateIndex::with_number(StateCode system, int number) const {
    std::vector<Positions> const& table = system == StateCode::Cow ? cow_ : gleditsch_ward_;
    if (system != StateCode::Cow && system != StateCode::GleditschWard) return nullptr;
    if (number <= 0 || static_cast<std::size_t>(number) >= table.size()) return nullptr;
    Positions const& positions = table[static_cast<std::size_t>(number)];
    return positions.empty() ? nullptr : &positions;
}

StateIndex::ByWord const& StateIndex::words(StateCode system) const {
    return system == StateCode::CowLetters ? cow_letters_ : system == StateCode::Iso2 ? iso2_ : iso3_;
}

StateIndex::Found StateIndex::with(StateCode system, std::string_view code) const {
    switch (system) {
    case StateCode::None:
        return {};
    case StateCode::Name:
        return with_name(code);
    case StateCode::Cow:
    case StateCode::GleditschWard: {
        int number = 0;
        auto const read = std::from_chars(code.data(), code.data() + code.size(), number);
        if (read.ec != std::errc{} || read.ptr != code.data() + code.size()) return {};
        return {with_number(system, number), nullptr};
    }
    case StateCode::CowLetters:
    case StateCode::Iso2:
    case StateCode::Iso3:
        break;
    }
    if (code.size() > 3) return {};
    ByWord const& table = words(system);
    auto const found = table.find(upper(code)); // three letters: no allocation
    return {found == table.end() ? nullptr : &found->second, nullptr};
}

StateIndex::Found StateIndex::with_key(std::string const& key) const {
    Found found;
    if (auto const all = names_.find(key); all != names_.end()) found.all = &all->second;
    if (auto const own = own_names_.find(key); own != own_names_.end()) found.own = &own->second;
    return found;
}

StateIndex::Found StateIndex::with_name(std::string_view name) const {
    if (auto const spelled = spelled_.find(name); spelled != spelled_.end()) return spelled->second;
    std::string const key = name_key(name);
    Found const found = with_key(key);
    return found.all != nullptr ? found : with_key(key_without_government(key));
}

void StateIndex::index_spellings() {
    for (std::string const& spelling : spelling_) spelled_.emplace(spelling, with_key(name_key(spelling)));
}

StateIndex::Positions StateIndex::in_year(Positions const& positions, int year) const {
    Positions found;
    for (std::uint16_t const i : positions)
        if (eras_[i].first_year <= year && year <= eras_[i].last_year) found.push_back(i);
    bool const goes_on = std::any_of(found.begin(), found.end(), [&](std::uint16_t i) { return ends_[i] > year; });
    if (goes_on) std::erase_if(found, [&](std::uint16_t i) { return ends_[i] == year; });
    return found;
}

StateEra const* StateIndex::only_in_year(Positions const& positions, int year) const {
    StateEra const* ending = nullptr;
    StateEra const* going_on = nullptr;
    int endings = 0;
    for (std::uint16_t const i : positions) {
        if (eras_[i].first_year > year || year > eras_[i].last_year) continue;
        if (ends_[i] == year) {
            ending = &eras_[i];
            ++endings;
        } else {
            if (going_on != nullptr) return nullptr;
            going_on = &eras_[i];
        }
    }
    return going_on != nullptr ? going_on : endings == 1 ? ending : nullptr;
}

StateEra const* StateIndex::only_in_year(Found const& found, int year) const {
    if (found.own != nullptr)
        if (StateEra const* const own = only_in_year(*found.own, year)) return own;
    return found.all == nullptr ? nullptr : only_in_year(*found.all, year);
}

std::vector<std::string> StateIndex::spellings(StateCode system) const {
    if (system == StateCode::Name) return spelling_;
    std::vector<std::string> all;
    if (system == StateCode::Cow || system == StateCode::GleditschWard) return all;
    for (auto const& [code, positions] : words(system)) all.push_back(code);
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace casus::data
