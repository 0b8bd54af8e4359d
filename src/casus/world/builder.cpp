#include "casus/world/builder.hpp"

#include "casus/world/figure_board.hpp"
#include "casus/world/roster.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace casus {

namespace {

void number_goods(WorldStructure& structure) {
    for (Issue& issue : structure.issues) {
        issue.first_good = structure.size.goods;
        structure.size.goods += issue.goods.size();
    }
}

[[noreturn]] void report(std::vector<Problem>& problems) {
    std::stable_sort(problems.begin(), problems.end(), [](Problem const& a, Problem const& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    throw Error(std::move(problems));
}

} // namespace

void WorldBuilder::set(FigureAddress address, Figure figure, int layer) {
    entries_.push_back({std::move(address), std::move(figure), layer});
}

World WorldBuilder::build() {
    auto structure = std::make_shared<WorldStructure>();
    structure->title = title;
    structure->year = year;
    structure->actors = actors;
    structure->issues = issues;
    structure->sources = sources;

    Roster roster(*this, *structure, problems);
    structure->size.actors = structure->actors.size();
    structure->size.assessed = structure->assessed.size();
    structure->size.issues = structure->issues.size();
    structure->size.sides = structure->challengers.size() + 2;
    number_goods(*structure);
    // Without a leader or anybody to assess, or with codes in doubt, figures would only seem to be misplaced.
    if (!roster.complete()) report(problems);

    FigureBoard board(*structure, roster, whole, problems);
    std::vector<std::pair<int, Entry const*>> order;
    for (Entry const& entry : entries_) order.emplace_back(board.precedence(entry.address, entry.layer), &entry);
    std::ranges::stable_sort(order, std::ranges::greater{}, [](auto const& each) { return each.first; });
    for (auto const& [precedence, entry] : order) board.place(entry->address, entry->figure, entry->layer);
    board.mirror();
    for (Alteration const& change : alterations) board.alter(change);
    board.fill();
    board.find_environment();
    if (!problems.empty()) report(problems);

    World world;
    world.values_ = board.finish();
    world.structure_ = std::move(structure);
    return world;
}

} // namespace casus
