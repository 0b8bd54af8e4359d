#include "casus/game/read_game.hpp"

#include "casus/base/file.hpp"
#include "casus/game/json_text.hpp"
#include "casus/game/simplex_prices.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::game {

namespace {

using PlainJson = nlohmann::json;

constexpr int deepest = 8; ///< games within games; a file that names itself ends here

class JsonGame : JsonText {
public:
    JsonGame(std::string_view content, std::string const& file, int depth)
        : JsonText(content, file), depth_(depth), json_(parse()) {
        check_object();
    }

    /// A game inside another one's file, which has the players of that one unless it names its own.
    JsonGame(JsonGame const& outer, PlainJson inner)
        : JsonText(outer), depth_(outer.depth_ + 1), json_(std::move(inner)) {
        check_object();
        if (!json_.contains("players")) json_["players"] = outer.made_.players;
    }

    GameFile read() {
        check_keys();
        read_players();
        check_sources();
        if (json_.contains("voting")) {
            read_voting();
        } else if (source() != "preferences") {
            require_memory_for(made_.players.size(), {.file = file()});
            made_.game = read_game();
        }
        if (json_.contains("preferences")) read_preferences();
        if (made_.players.size() > 60 && (json_.contains("links") || json_.contains("unions")))
            fail({"links and unions go with at most 60 players", "联系与先验联盟最多用于 60 个参与者"},
                 std::to_string(made_.players.size()), {});
        if (json_.contains("links")) read_links();
        if (json_.contains("unions")) read_unions();
        return std::move(made_);
    }

private:
    void check_object() const {
        if (!json_.is_object()) fail({"not a JSON object", "不是 JSON 对象"}, {}, {"{ … }", "{ … }"});
        if (depth_ > deepest)
            fail({"games within games go too deep", "博弈嵌套过深"}, {}, {"at most 8 levels", "至多 8 层"});
    }

    void check_keys() const {
        std::vector<std::string> const known{"players", "values", "order",  "coalitions", "others",
                                             "voting",  "glove",  "links",  "production", "governance",
                                             "sum",     "dual",   "unions", "title",      "preferences"};
        for (auto const& [key, value] : json_.items())
            if (std::ranges::find(known, key) == known.end())
                fail({"unknown key", "未知的键"}, key, {}, nearest(key, known));
    }

    /// The key that says what coalitions are worth; "preferences" where nothing does.
    [[nodiscard]] std::string source() const {
        for (char const* const key : {"values", "coalitions", "voting", "glove", "production", "sum", "dual"})
            if (json_.contains(key)) return key;
        return json_.contains("preferences") ? "preferences" : "";
    }

    /// One key says what coalitions are worth ("values" and "coalitions" may share it), and no other goes unread.
    void check_sources() const {
        Text const sources{R"("values", "coalitions", "voting", "glove", "production", "sum" or "dual")",
                           R"("values"、"coalitions"、"voting"、"glove"、"production"、"sum" 或 "dual")"};
        std::string const first = source();
        if (first.empty()) fail({"the game has no values", "博弈没有值"}, {}, sources);
        for (std::string const key : {"coalitions", "voting", "glove", "production", "sum", "dual"})
            if (json_.contains(key) && key != first && !(first == "values" && key == "coalitions"))
                fail({'"' + first + "\" already says what coalitions are worth", '"' + first + "\" 已给出联盟的值"},
                     key, {"one of " + sources.en, sources.zh + " 之一"});
        bool const listed_values = json_.contains("values") && json_["values"].is_array();
        bool const named = !listed_values && (first == "values" || first == "coalitions");
        refuse_beside(named, "others", {"named coalitions", "按名称给出的联盟"});
        refuse_beside(listed_values, "order", {R"("values" as a list)", R"(列表形式的 "values")"});
        refuse_beside(first == "production", "governance", {R"("production")", R"("production")"});
        if (listed_values && json_.contains("coalitions"))
            fail({"a list of all values and coalitions besides", "已有全部值的列表，又另给联盟"}, "coalitions", {});
    }

    void refuse_beside(bool allowed, std::string const& key, Text const& with) const {
        if (json_.contains(key) && !allowed)
            fail({"a key that nothing here reads", "此处无用的键"}, key,
                 {"it beside " + with.en, "与 " + with.zh + " 并用"});
    }

    void read_players() {
        if (!json_.contains("players") && json_.contains("values") && json_["values"].is_array()) {
            std::size_t n = 0;
            while ((std::size_t{2} << n) - 1 <= json_["values"].size() && n < 60) ++n;
            made_.players = numbered_players(n);
            return;
        }
        made_.players = names(at(json_, "players"));
        if (made_.players.empty()) fail({"no players", "没有参与者"}, {}, {});
        for (std::size_t i = 0; i < made_.players.size(); ++i) {
            std::string const& name = made_.players[i];
            if (std::find(made_.players.begin(), made_.players.begin() + static_cast<std::ptrdiff_t>(i), name) !=
                made_.players.begin() + static_cast<std::ptrdiff_t>(i))
                fail({"two players have one name", "两个参与者同名"}, name, {});
            if (name.find(',') != std::string::npos || name.empty())
                fail({"a player's name holds a comma or is empty", "参与者名称含逗号或为空"}, name, {});
        }
    }

    [[nodiscard]] Coalition members(PlainJson const& list) const {
        Coalition read = 0;
        for (std::string const& name : names(list)) {
            Coalition const one = coalition_named(name, made_.players, place_of(name));
            if (read & one) fail({"a player is named twice in one coalition", "同一联盟中参与者重复"}, name, {});
            read |= one;
        }
        return read;
    }

    /// Where the player stands in the list: voters may be more than a coalition's bits.
    [[nodiscard]] std::size_t player_named(std::string const& name) const {
        auto const found = std::ranges::find(made_.players, name);
        if (found == made_.players.end())
            fail({"unknown player", "未知的参与者"}, name, {"one of the game's players", "博弈的参与者之一"},
                 nearest(name, made_.players));
        return static_cast<std::size_t>(found - made_.players.begin());
    }

    [[nodiscard]] DenseGame read_game() {
        if (json_.contains("glove")) return read_glove();
        if (json_.contains("production")) return read_production();
        if (json_.contains("sum")) return read_sum();
        if (json_.contains("dual")) return dual(part(json_["dual"]));
        if (json_.contains("values") && json_["values"].is_array()) return read_list();
        return read_coalitions();
    }

    [[nodiscard]] DenseGame read_list() const {
        std::string text = fmt::format("{}\n", made_.players.size());
        for (PlainJson const& value : json_["values"]) text += value.dump() + '\n';
        std::string const order = json_.value("order", "bits");
        if (order != "bits" && order != "lexicographic")
            fail({"unknown order", "未知的顺序"}, order, {"bits or lexicographic", "bits 或 lexicographic"});
        return *game_from_text(text, file(), order == "bits" ? Order::Bits : Order::Lexicographic).game;
    }

    [[nodiscard]] DenseGame read_coalitions() const {
        std::vector<double> values(std::size_t{1} << made_.players.size(), NAN);
        values[0] = 0.0;
        auto put = [&](Coalition s, PlainJson const& value, std::string const& shown) {
            double const worth = number(value);
            if (s == 0 && worth != 0.0)
                fail({"the empty coalition is worth something", "空联盟的值不为零"}, value.dump(),
                     {"v(∅) = 0", "v(∅) = 0"});
            if (s != 0 && !std::isnan(values[s])) fail({"a coalition stands twice", "联盟重复"}, shown, {});
            values[s] = worth;
        };
        if (json_.contains("values"))
            for (auto const& [key, value] : json_["values"].items())
                put(key.empty() ? 0 : coalition_named(key, made_.players, place_of(key)), value, key);
        if (json_.contains("coalitions"))
            for (PlainJson const& entry : json_["coalitions"]) {
                Coalition const s = members(at(entry, "members"));
                put(s, at(entry, "value"), name_of(s, made_.players));
            }
        fill_others(values);
        return {made_.players.size(), std::move(values)};
    }

    void fill_others(std::vector<double>& values) const {
        bool const given = json_.contains("others");
        double const others = given ? number(json_["others"]) : 0.0;
        for (Coalition s = 1; s < values.size(); ++s) {
            if (!std::isnan(values[s])) continue;
            if (!given)
                fail({"a coalition has no value", "有联盟没有值"}, name_of(s, made_.players),
                     {R"(a value for each, or "others": 0)", R"(每个联盟一个值，或写 "others": 0)"});
            values[s] = others;
        }
    }

    /// A game inside this one: an object, or the name of a file beside this one's.
    [[nodiscard]] DenseGame part(PlainJson const& told) const {
        GameFile const inner =
            told.is_string() ? read_game_file(told.get<std::string>()) : JsonGame(*this, told).read();
        if (inner.players != made_.players)
            fail({"a part is about other players than the whole", "部分博弈与整体的参与者不同"},
                 name_list(inner.players), {name_list(made_.players), name_list(made_.players)});
        std::optional<DenseGame> room;
        return listed(inner, file(), room);
    }

    [[nodiscard]] GameFile read_game_file(std::string const& name) const {
        std::filesystem::path const path = std::filesystem::path(file()).parent_path() / name;
        if (path.extension() == ".json") return JsonGame(read_file(path), path.string(), depth_ + 1).read();
        GameFile read = casus::game::read_game(path);
        if (read.players.size() == made_.players.size()) read.players = made_.players; // numbers alone know no names
        return read;
    }

    static std::string name_list(std::vector<std::string> const& names) {
        return fmt::format("{}", fmt::join(names, ", "));
    }

    [[nodiscard]] DenseGame read_sum() const {
        PlainJson const& parts = json_["sum"];
        if (!parts.is_array() || parts.empty())
            fail({"not a list of games", "不是博弈列表"}, parts.dump(),
                 {R"([{…}, "other.json"])", R"([{…}, "other.json"])"});
        DenseGame total = part(parts[0]);
        for (std::size_t k = 1; k < parts.size(); ++k) total = sum(total, part(parts[k]));
        return total;
    }

    /// {"A": ["A,B", ["A,C", "A"]], …}: the best first; blocks in an inner list are equally good.
    void read_preferences() {
        PlainJson const& told = json_["preferences"];
        if (!told.is_object())
            fail({"not an object of lists by player", "不是按参与者给出的列表"}, told.dump(),
                 {R"({"A": ["A,B", "A"], …})", R"({"A": ["A,B", "A"], …})"});
        if (made_.players.size() > 60)
            fail({"preferences go with at most 60 players", "偏好最多用于 60 个参与者"},
                 std::to_string(made_.players.size()), {});
        Preferences preferences(made_.players.size());
        for (std::string const& player : made_.players)
            if (!told.contains(player))
                fail({"a player has no preferences", "有参与者没有偏好"}, player, {"a list for each", "每人一个列表"});
        for (auto const& [player, list] : told.items()) {
            std::size_t const who = player_named(player);
            if (!list.is_array())
                fail({"not a list of blocks", "不是联盟列表"}, list.dump(), {R"(["A,B", "A"])", R"(["A,B", "A"])"});
            for (PlainJson const& place : list) {
                std::vector<Coalition> equally_good;
                for (std::string const& block : names(place.is_array() ? place : PlainJson::array({place}))) {
                    equally_good.push_back(coalition_named(block, made_.players, place_of(block)));
                    if (!contains(equally_good.back(), who))
                        fail({player + " ranks a block without " + player, player + " 的偏好中有不含自己的联盟"}, block,
                             {});
                }
                if (!preferences.tell(who, equally_good))
                    fail({player + " ranks a block twice", player + " 的偏好中有重复的联盟"}, place.dump(), {});
            }
        }
        made_.preferences = std::move(preferences);
    }

    [[nodiscard]] DenseGame read_glove() const {
        PlainJson const& glove = json_["glove"];
        Coalition const left = members(at(glove, "left"));
        Coalition const right = members(at(glove, "right"));
        if ((left & right) != 0 || (left | right) != everyone(made_.players.size()))
            fail({"every player holds one left or one right glove", "每个参与者持一只左或一只右手套"}, {}, {});
        return glove_game(made_.players.size(), left, glove.contains("price") ? number(glove["price"]) : 1.0);
    }

    /// {"apple": 2, "pear": 1} along the list of goods.
    [[nodiscard]] std::vector<double> amounts(PlainJson const& object, std::vector<std::string> const& goods) const {
        std::vector<double> read(goods.size(), 0.0);
        for (auto const& [good, amount] : object.items()) {
            auto const found = std::ranges::find(goods, good);
            if (found == goods.end()) fail({"unknown good", "未知的物品"}, good, {}, nearest(good, goods));
            double const x = number(amount);
            if (x < 0.0) fail({"a negative amount", "数量为负"}, amount.dump(), {"0 or more", "不小于 0"});
            read[static_cast<std::size_t>(found - goods.begin())] = x;
        }
        return read;
    }

    [[nodiscard]] DenseGame read_production() {
        PlainJson const& production = json_["production"];
        std::vector<std::string> const goods = names(at(production, "goods"));
        std::vector<ProductionRecipe> recipes;
        for (PlainJson const& recipe : at(production, "recipes")) {
            recipes.push_back({number(at(recipe, "price")), amounts(at(recipe, "uses"), goods)});
            if (recipes.back().price < 0.0 || std::ranges::max(recipes.back().uses) == 0.0)
                fail({"a recipe uses nothing or has a negative price", "配方不用物品或价格为负"}, {}, {});
        }
        if (recipes.empty()) fail({"no recipe", "没有配方"}, {}, {R"("recipes": [{…}])", R"("recipes": [{…}])"});
        std::vector<std::vector<double>> endowments(made_.players.size(), std::vector<double>(goods.size(), 0.0));
        for (auto const& [player, owned] : at(production, "endowments").items())
            endowments[lowest_player(coalition_named(player, made_.players, place_of(player)))] = amounts(owned, goods);
        if (json_.contains("governance")) return production_game(recipes, endowments, governance());
        made_.production_core_point = core_point(recipes, endowments, goods.size());
        return production_game(recipes, endowments, {});
    }

    [[nodiscard]] static std::vector<double> core_point(std::vector<ProductionRecipe> const& recipes,
                                                        std::vector<std::vector<double>> const& endowments,
                                                        std::size_t goods) {
        std::vector<double> all(goods, 0.0);
        for (auto const& row : endowments)
            for (std::size_t g = 0; g < goods; ++g) all[g] += row[g];
        SimplexPrices simplex(recipes, goods);
        (void)simplex.value(all);
        auto const prices = simplex.prices();
        std::vector<double> point;
        for (auto const& row : endowments)
            point.push_back(std::inner_product(row.begin(), row.end(), prices.begin(), 0.0));
        return point;
    }

    [[nodiscard]] std::function<double(Coalition)> governance() const {
        PlainJson const& told = json_["governance"];
        double const base = told.contains("base") ? number(told["base"]) : 0.0;
        double const heterogeneity = told.contains("heterogeneity") ? number(told["heterogeneity"]) : 0.0;
        std::vector<double> regimes(made_.players.size(), 0.0);
        if (told.contains("regimes"))
            for (auto const& [player, regime] : told["regimes"].items())
                regimes[lowest_player(coalition_named(player, made_.players, place_of(player)))] = number(regime);
        return [=](Coalition s) {
            std::vector<double> inside;
            for_each_member(s, [&](std::size_t i) { inside.push_back(regimes[i]); });
            return governance_cost(base, heterogeneity, inside);
        };
    }

    void read_voting() {
        for (PlainJson const& rule : json_["voting"]) {
            VotingRule read{whole(at(rule, "quota")), {}};
            PlainJson const& weights = at(rule, "weights");
            if (weights.is_object()) {
                read.weights.assign(made_.players.size(), 0);
                for (auto const& [player, weight] : weights.items()) read.weights[player_named(player)] = whole(weight);
            } else {
                for (PlainJson const& weight : weights) read.weights.push_back(whole(weight));
            }
            if (read.weights.size() != made_.players.size())
                fail({"wrong count of weights", "权重个数不对"}, std::to_string(read.weights.size()),
                     {fmt::format("{}, one per player", made_.players.size()),
                      fmt::format("{} 个，每个参与者一个", made_.players.size())});
            made_.rules.push_back(std::move(read));
        }
        if (made_.rules.empty()) fail({"no voting rule", "没有表决规则"}, {}, {});
        check_rules(made_.rules, file());
    }

    void read_links() {
        made_.links.emplace();
        for (PlainJson const& pair : json_["links"]) {
            Coalition const both = members(pair);
            if (size_of(both) != 2) fail({"a link joins two players", "一条联系连接两个参与者"}, pair.dump(), {});
            made_.links->emplace_back(lowest_player(both), lowest_player(both & (both - 1)));
        }
    }

    void read_unions() {
        Coalition seen = 0;
        for (PlainJson const& list : json_["unions"]) {
            Coalition const block = members(list);
            if (block == 0 || (seen & block) != 0)
                fail({"unions overlap or are empty", "先验联盟重叠或为空"}, name_of(block, made_.players), {});
            seen |= block;
            made_.unions.push_back(block);
        }
        for_each_member(everyone(made_.players.size()) & ~seen,
                        [&](std::size_t i) { made_.unions.push_back(single(i)); });
    }

    int depth_;
    PlainJson json_;
    GameFile made_;
};

} // namespace

GameFile game_from_json(std::string_view content, std::string const& file) {
    try {
        return JsonGame(content, file, 0).read();
    } catch (PlainJson::exception const&) { // 1e999, or a number where a word belongs
        throw Error(Problem{.place = {.file = file},
                            .what = {"a value is of another type or out of range", "有值的类型不对或超出范围"},
                            .found = {},
                            .expected = {},
                            .nearest = {}});
    }
}

} // namespace casus::game
