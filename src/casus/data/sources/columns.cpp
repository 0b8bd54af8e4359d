#include "casus/data/sources/columns.hpp"

#include <utility>

namespace casus::data::sources {

namespace {

SourceColumn in_states(StateCode code, std::string name, Names also) {
    SourceColumn result = column(std::move(name), std::move(also));
    result.state = code;
    return result;
}

} // namespace

SourceColumn column(std::string name, Names also) {
    SourceColumn result;
    result.name = std::move(name);
    result.also = std::move(also);
    return result;
}

SourceColumn year(std::string name, Names also) {
    SourceColumn result = column(std::move(name), std::move(also));
    result.year = true;
    return result;
}

SourceColumn year_or(std::string name, int number, Names also) {
    SourceColumn result = year(std::move(name), std::move(also));
    result.besides = {number};
    return result;
}

SourceColumn cow(std::string name, Names also) { return in_states(StateCode::Cow, std::move(name), std::move(also)); }

SourceColumn cow_and_others(std::string name, Names also) {
    SourceColumn result = cow(std::move(name), std::move(also));
    result.others_too = true;
    return result;
}

SourceColumn cow_letters(std::string name, Names also) {
    return in_states(StateCode::CowLetters, std::move(name), std::move(also));
}

SourceColumn state_name(std::string name, Names also) {
    return in_states(StateCode::Name, std::move(name), std::move(also));
}

SourceColumn gleditsch_ward(std::string name, Names also) {
    return in_states(StateCode::GleditschWard, std::move(name), std::move(also));
}

SourceColumn iso2(std::string name, Names also) { return in_states(StateCode::Iso2, std::move(name), std::move(also)); }

SourceColumn iso3(std::string name, Names also) { return in_states(StateCode::Iso3, std::move(name), std::move(also)); }

SourceColumn and_others(SourceColumn column) {
    column.others_too = true;
    return column;
}

SourceColumn text(std::string name, Names also) {
    SourceColumn result = column(std::move(name), std::move(also));
    result.text = true;
    return result;
}

SourceColumn number(std::string name, std::vector<int> missing, Names also) {
    return coded(column(std::move(name), std::move(also)), std::move(missing));
}

SourceColumn coded(SourceColumn column, std::vector<int> missing) {
    column.missing = std::move(missing);
    return column;
}

SourceColumn required(SourceColumn column) {
    column.need = SourceColumn::Need::Required;
    return column;
}

Columns required(Columns columns) {
    for (SourceColumn& column : columns) column.need = SourceColumn::Need::Required;
    return columns;
}

Columns each(Names const& names) { return each(names, {}); }

Columns each(Names const& names, std::vector<int> const& missing) {
    Columns result;
    for (std::string const& name : names) result.push_back(number(name, missing));
    return result;
}

Columns numbered(std::string const& stem, int last, SourceColumn const& like) {
    Columns result(static_cast<std::size_t>(last), like);
    for (int i = 0; i < last; ++i) result[static_cast<std::size_t>(i)].name = stem + std::to_string(i + 1);
    return result;
}

Columns together(std::initializer_list<Columns> lists) {
    Columns result;
    for (Columns const& list : lists) result.insert(result.end(), list.begin(), list.end());
    return result;
}

} // namespace casus::data::sources
