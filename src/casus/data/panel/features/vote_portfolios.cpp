#include "casus/data/codes/codes.hpp"
#include "casus/data/panel/features/portfolio_years.hpp"
#include "casus/data/panel/join.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace casus::data::features {

namespace {

constexpr std::uint8_t no = 0, abstention = 1, yes = 2;
constexpr std::uint8_t did_not_vote = measure::most_categories;

/// A vote that counts: who voted what in which roll call of its year.
struct Vote {
    std::uint32_t state; ///< position in the system
    std::uint32_t item;
    std::uint8_t vote;
};

/// Numbers the roll calls of a year as they come.
class RollCalls {
public:
    std::uint32_t item(std::int64_t roll_call) {
        return items_.try_emplace(roll_call, static_cast<std::uint32_t>(items_.size())).first->second;
    }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] std::vector<std::int64_t> in_order() const {
        std::vector<std::int64_t> order(items_.size());
        for (auto const& [roll_call, item] : items_) order[item] = roll_call;
        return order;
    }

private:
    std::unordered_map<std::int64_t, std::uint32_t> items_;
};

class VotePortfolios : public PortfolioSource {
public:
    explicit VotePortfolios(FeatureRequest const& request) : system_(request.frame->system()) {
        name_ = "un";
        bool const voeten = request.word() == "voeten";
        std::string const dataset = request.dataset(voeten ? "un-votes-voeten" : "un-votes");
        if (auto const found = request.store->find(dataset)) origin_ = {found->dataset, found->version};
        if (voeten)
            read_voeten(*request.store, dataset);
        else
            read_words(*request.store, dataset);
        coverage_ = votes_.empty() ? Coverage{1, 0} : Coverage{votes_.begin()->first, votes_.rbegin()->first};
    }

    [[nodiscard]] PortfolioYear year(int year) const override {
        std::vector<std::int32_t> actor_of(system_.size(), -1);
        auto const votes = votes_.find(year);
        if (votes == votes_.end()) return {measure::Portfolios(0, 0), std::move(actor_of), {}, {}};
        std::size_t actors = 0;
        for (Vote const& vote : votes->second)
            if (actor_of[vote.state] < 0) actor_of[vote.state] = static_cast<std::int32_t>(actors++);
        measure::Portfolios portfolios(actors, roll_calls_.at(year).size());
        for (Vote const& vote : votes->second)
            portfolios.set(static_cast<std::size_t>(actor_of[vote.state]), vote.item, vote.vote);
        return {std::move(portfolios), std::move(actor_of), roll_calls_.at(year).in_order(), {}};
    }

private:
    StateSystem const& system_;
    std::map<int, std::vector<Vote>> votes_;
    std::map<int, RollCalls> roll_calls_;

    void count(Text const& what, std::string const& example) {
        auto const found = std::ranges::find(notes_, what, &JoinNote::what);
        if (found == notes_.end())
            notes_.push_back({origin_, what, 1, example});
        else
            ++found->rows;
    }

    void add(int year, std::int64_t roll_call, std::size_t state, std::uint8_t vote) {
        votes_[year].push_back({static_cast<std::uint32_t>(state), roll_calls_[year].item(roll_call), vote});
    }

    /// The state of the system that an era of the table of states is; nothing where it is none of them.
    [[nodiscard]] std::optional<std::size_t> position(StateEra const& era) const {
        return system_.find(system_.system() == System::Cow ? era.cow : era.gleditsch_ward);
    }

    /// un-votes: words for votes, ISO codes (names where there is none), dates in un-roll-calls.
    void read_words(Store const& store, std::string const& dataset) {
        Table const calls = store.read("un-roll-calls", {"rcid", "date"});
        std::unordered_map<std::int64_t, int> year_of;
        for (std::size_t row = 0; row < calls.rows(); ++row) {
            std::string_view const date = calls["date"].word(row);
            int year = 0;
            std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
            year_of[static_cast<std::int64_t>(calls["rcid"].number(row))] = year;
        }
        Table const table = store.read(dataset, {"rcid", "country", "country_code", "vote"});
        auto const roll_call = whole(table["rcid"]);
        Words const& name = std::get<Words>(table["country"].cells);
        Words const& vote = std::get<Words>(table["vote"].cells);
        std::vector<std::uint8_t> meaning;
        for (std::string const& word : vote.dictionary)
            meaning.push_back(word == "yes" ? yes : word == "abstain" ? abstention : word == "no" ? no : did_not_vote);
        // A state is looked up once for each name and year.
        std::map<std::pair<std::int32_t, int>, std::optional<std::size_t>> known;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (vote.numbers[row] == Words::none) continue;
            std::uint8_t const what = meaning[static_cast<std::size_t>(vote.numbers[row])];
            if (what == did_not_vote) continue;
            auto const year = year_of.find(roll_call[row]);
            if (year == year_of.end() || year->second == 0) {
                count({"votes in roll calls without a date in un-roll-calls", "表决在 un-roll-calls 中没有日期"},
                      std::to_string(roll_call[row]));
                continue;
            }
            if (year->second > system_.last_year()) continue; // no loss: the panel does not go there
            auto const [at, fresh] = known.try_emplace({name.numbers[row], year->second});
            if (fresh) at->second = look_up(table["country_code"].word(row), table["country"].word(row), year->second);
            if (at->second)
                add(year->second, roll_call[row], *at->second, what);
            else
                count({"votes of no member of the state system in that year", "投票者当年不是国家体系成员"},
                      std::string(table["country"].word(row)) + " " + std::to_string(year->second));
        }
    }

    [[nodiscard]] std::optional<std::size_t> look_up(std::string_view code, std::string_view name, int year) const {
        StateEra const* era = code.empty() ? nullptr : find_state(StateCode::Iso2, code, Year(year));
        if (era == nullptr && !name.empty()) era = find_state(StateCode::Name, name, Year(year));
        if (era == nullptr) return {};
        auto const found = position(*era);
        return found && system_.member(*found, year) ? found : std::nullopt;
    }

    /// un-votes-voeten: numbers for votes (1 yes, 2 abstention, 3 no, others did not vote), COW numbers, years.
    void read_voeten(Store const& store, std::string const& dataset) {
        Table const table = store.read(dataset, {"rcid", "ccode", "vote", "year"});
        auto const roll_call = whole(table["rcid"]);
        auto const number = whole(table["ccode"]);
        auto const vote = whole(table["vote"]);
        auto const year = whole(table["year"]);
        StateJoin join(system_, StateCode::Cow, origin_);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (vote[row] < 1 || vote[row] > 3 || year[row] == missing<std::int32_t>) continue;
            if (auto const state = join.take(number[row], year[row]))
                add(year[row], roll_call[row], *state, vote[row] == 1 ? yes : vote[row] == 2 ? abstention : no);
        }
        join.report(notes_);
    }
};

} // namespace

std::unique_ptr<PortfolioSource> vote_portfolios(FeatureRequest const& request) {
    return std::make_unique<VotePortfolios>(request);
}

} // namespace casus::data::features
