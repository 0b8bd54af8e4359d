// The feature "hostility": how ill each state of a pair means to the other, from what it did in earlier years.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

#include "casus/base/parallel.hpp"
#include "casus/measure/hostility.hpp"

#include <algorithm>
#include <map>

namespace casus::data::features {

namespace {

using measure::HostileEvent;

/// What a year of rivalry weighs beside a dispute: a rivalry of decades adds 0.7 to the sum, g = 0.5
/// [choice].
constexpr double rivalry_weight = 0.1;

/// A participant of a dispute.
struct Party {
    std::size_t state;
    bool side_a;
    int year;
    double intensity;
};

class Events {
public:
    explicit Events(FeatureRequest const& request) : system_(request.frame->system()) {}

    /// Whoever is on side A acts against all of side B, from the year in which both take part.
    void add_disputes(Store const& store, std::string const& dataset) {
        Table const table = store.read(dataset, {"dispnum", "ccode", "styear", "sidea", "hostlev"});
        StateJoin join = begin(store, dataset, 1);
        auto const dispute = whole(table["dispnum"]);
        auto const number = whole(table["ccode"]);
        auto const year = whole(table["styear"]);
        auto const side = whole(table["sidea"]);
        auto const level = whole(table["hostlev"]);
        std::map<std::int32_t, std::vector<Party>> disputes;
        for (std::size_t row = 0; row < table.rows(); ++row)
            if (auto const state = join.take(number[row], year[row]))
                disputes[dispute[row]].push_back(
                    {*state, side[row] == 1, year[row], measure::dispute_intensity(level[row])});
        join.report(notes_);
        for (auto const& [key, parties] : disputes) add_dispute(parties);
    }

    /// Every year of a rivalry counts, both ways.
    void add_rivalries(Store const& store, std::string const& dataset) {
        Table const table = store.read(dataset, {"ccode1", "ccode2", "start", "end"});
        StateJoin const join = begin(store, dataset, 0);
        auto const one = whole(table["ccode1"]);
        auto const other = whole(table["ccode2"]);
        auto const start = whole(table["start"]);
        auto const end = whole(table["end"]);
        for (std::size_t row = 0; row < table.rows(); ++row)
            for (int year = std::max(start[row], first_event_year); year <= end[row]; ++year) {
                auto const first = join.find(one[row], year);
                auto const second = join.find(other[row], year);
                if (!first || !second) continue; // one of the two was not (yet, any more) in the system
                HostileEvent const event{.year = year, .weight = rivalry_weight, .intensity = 1.0, .scope = 0.5};
                events_[{*first, *second}].push_back(event);
                events_[{*second, *first}].push_back(event);
            }
    }

    [[nodiscard]] std::span<HostileEvent const> of(std::size_t sender, std::size_t target) const {
        auto const found = events_.find({sender, target});
        return found == events_.end() ? std::span<HostileEvent const>{} : found->second;
    }
    [[nodiscard]] Origin const& origin() const { return origin_; }
    [[nodiscard]] Coverage const& coverage() const { return coverage_; }
    [[nodiscard]] std::vector<JoinNote> const& notes() const { return notes_; }
    [[nodiscard]] std::vector<Origin> const& also() const { return also_; }

private:
    static constexpr int first_event_year = 1816;

    StateSystem const& system_;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<HostileEvent>> events_;
    Origin origin_;
    Coverage coverage_;
    std::vector<JoinNote> notes_;
    std::vector<Origin> also_;

    /// Events of a year tell of the years behind it: `after` is how many beyond the data set's last.
    StateJoin begin(Store const& store, std::string const& dataset, int after) {
        Imported const source = imported(store, dataset);
        also_.push_back(source.origin);
        if (origin_.dataset.empty()) {
            origin_ = source.origin;
            coverage_ = {source.coverage.first_year, source.coverage.last_year + after};
        }
        return {system_, StateCode::Cow, source.origin};
    }

    void add_dispute(std::vector<Party> const& parties) {
        double const scope = measure::scope_of(std::max(2, static_cast<int>(parties.size())));
        for (Party const& sender : parties)
            for (Party const& target : parties)
                if (sender.side_a && !target.side_a)
                    events_[{sender.state, target.state}].push_back({.year = std::max(sender.year, target.year),
                                                                     .weight = 1.0,
                                                                     .intensity = sender.intensity,
                                                                     .scope = scope});
    }
};

RowSeries row_series(Events const& events, std::string name, Text label, std::size_t rows) {
    return {.label = std::move(label),
            .origin = events.origin(),
            .coverage = events.coverage(),
            .column = {.name = std::move(name), .cells = Values<double>(rows, missing<double>)}};
}

FeatureColumns hostility_columns(FeatureRequest const& request) {
    Frame const& frame = *request.frame;
    Events events(request);
    bool const disputes = request.word() != "rivalry";
    bool const rivalries = request.word().ends_with("rivalry");
    // Where both are asked for a version is that of the disputes.
    std::string const rivalry = disputes ? "rivalry-tss" : request.dataset("rivalry-tss");
    if (disputes) events.add_disputes(*request.store, request.dataset("mid-participant"));
    if (rivalries) events.add_rivalries(*request.store, newest_with(*request.store, rivalry, "ccode1"));
    FeatureColumns result;
    result.notes = events.notes();
    result.also = events.also();
    result.rows = {row_series(events, "hostility12",
                              {"hostility of the first toward the second, 0.01 to 1", "前者对后者的敌意，0.01 至 1"},
                              frame.rows()),
                   row_series(events, "hostility21",
                              {"hostility of the second toward the first, 0.01 to 1", "后者对前者的敌意，0.01 至 1"},
                              frame.rows())};
    parallel_for(frame.runs().size(), 256, request.threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t n = first; n < last; ++n) {
            Run const& run = frame.runs()[n];
            int const from = std::max(run.first_year, events.coverage().first_year);
            int const to = std::min(run.last_year, events.coverage().last_year);
            if (from > to) continue;
            std::size_t const row = run.row + static_cast<std::size_t>(from - run.first_year);
            auto const years = static_cast<std::size_t>(to - from) + 1;
            for (bool const back : {false, true})
                measure::hostilities(
                    back ? events.of(run.second, run.first) : events.of(run.first, run.second), from, {},
                    std::span(std::get<Values<double>>(result.rows[back ? 1 : 0].column.cells)).subspan(row, years));
        }
    });
    return result;
}

} // namespace

Feature hostility() {
    return {.name = "hostility",
            .title = {"hostility of each toward the other, from disputes and rivalries before the year",
                      "双方相互的敌意，依据该年之前的争端与竞争"},
            .choices = {"mid", "mid-rivalry", "rivalry"},
            .only_pairs = true,
            .columns = hostility_columns};
}

} // namespace casus::data::features
