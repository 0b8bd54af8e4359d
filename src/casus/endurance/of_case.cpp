#include "casus/endurance/of_case.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace casus::endurance {

namespace {

Alliance without_figures(World const& world, Treaty const& treaty, std::size_t number, Model const& model) {
    Alliance alliance;
    alliance.code = treaty.code;
    alliance.name = treaty.name;
    alliance.age = world.year().value - treaty.since.value;
    alliance.number = static_cast<std::uint32_t>(number);
    for (ActorId const id : treaty.members)
        alliance.members.push_back(
            {world.actor(id).code, world.actor(id).name, world.value(Quantity::Power, id.index())});
    alliance.terms.resize(model.terms.size());
    return alliance;
}

std::string names_of(Model const& model) {
    std::vector<std::string> names;
    for (ModelTerm const& term : model.terms) names.push_back(term.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

Text sheet_wanted(Model const& model) {
    return {fmt::format("treaty_figures = [\"FILE.csv\"] in the case, with columns treaty, term, value and source, and "
                        "for each treaty rows for the terms of the model: {}",
                        names_of(model)),
            fmt::format("在案例中写 treaty_figures = [\"文件.csv\"]，列为 treaty、term、value、source，"
                        "为每个条约给出模型各项：{}",
                        names_of(model))};
}

} // namespace

std::vector<Alliance> alliances_of(World const& world, std::span<TreatyFigure const> figures, Model const& model,
                                   Place const& whole) {
    std::vector<Alliance> alliances;
    for (std::size_t n = 0; n < world.treaties().size(); ++n) {
        Treaty const& treaty = world.treaties()[n];
        if (treaty.type == TieType::Alliance && treaty.in_force(world.year()))
            alliances.push_back(without_figures(world, treaty, n, model));
    }
    if (alliances.empty())
        throw Error(Problem{whole,
                            {"the case has no treaty of alliance in force", "案例没有生效中的同盟条约"},
                            {},
                            {fmt::format("[treaties.CODE] of type \"alliance\" in force in {}", world.year().value),
                             fmt::format("{} 年生效、类型为 \"alliance\" 的 [treaties.代码]", world.year().value)},
                            {}});
    if (figures.empty())
        throw Error(
            Problem{whole, {"the case has no figures of treaties", "案例没有条约的数字"}, {}, sheet_wanted(model), {}});
    std::size_t used = 0;
    for (TreatyFigure const& figure : figures) {
        auto const alliance = std::ranges::find(alliances, figure.treaty, &Alliance::code);
        if (alliance == alliances.end()) continue;
        if (auto const term = model.term_named(figure.term)) {
            alliance->terms[*term] = TermValue{figure.value, figure.low, figure.high, figure.source};
            ++used;
        } else {
            alliance->unused.push_back(figure.term);
        }
    }
    if (used == 0 && !model.terms.empty()) {
        std::vector<std::string> names;
        for (ModelTerm const& term : model.terms) names.push_back(term.name);
        TreatyFigure const& first = figures.front();
        throw Error(
            Problem{first.place.file.empty() ? whole : first.place,
                    {"no figure of an alliance in force is a term of the model", "没有一个数字属于生效同盟的模型项"},
                    first.term,
                    {"one of " + names_of(model), "其中之一：" + names_of(model)},
                    nearest(first.term, names)});
    }
    return alliances;
}

} // namespace casus::endurance
