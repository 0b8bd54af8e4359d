#include "casus/game/read_game.hpp"

#include "casus/base/file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>
#include <set>

namespace casus::game {

namespace {

[[noreturn]] void fail(Place place, Text what, std::string found, Text expected) {
    throw Error(Problem{.place = std::move(place),
                        .what = std::move(what),
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .nearest = {}});
}

struct Token {
    std::string_view text;
    int line;
    int column;
};

bool separates(char c) { return c == ' ' || c == '\t' || c == ',' || c == ';' || c == '\r'; }

/// Words of a text with their places; '#' begins a comment.
std::vector<Token> tokens(std::string_view content) {
    std::vector<Token> found;
    int line = 1;
    for (std::size_t begin = 0; begin <= content.size(); ++line) {
        std::size_t end = std::min(content.find('\n', begin), content.size());
        std::string_view row = content.substr(begin, end - begin);
        row = row.substr(0, row.find('#'));
        for (std::size_t at = 0; at < row.size();) {
            if (separates(row[at])) {
                ++at;
                continue;
            }
            std::size_t stop = at;
            while (stop < row.size() && !separates(row[stop])) ++stop;
            found.push_back({row.substr(at, stop - at), line, static_cast<int>(at) + 1});
            at = stop;
        }
        begin = end + 1;
    }
    return found;
}

double number(Token const& token, std::string const& file) {
    double value = 0.0;
    auto const [end, error] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
    if (error != std::errc{} || end != token.text.data() + token.text.size() || !std::isfinite(value))
        fail({file, token.line, token.column}, {"not a finite number", "不是有限的数"}, std::string(token.text),
             {"the worth of a coalition", "一个联盟的值"});
    return value;
}

/// Coalitions by size, then by members.
std::vector<Coalition> lexicographic_order(std::size_t players) {
    std::vector<Coalition> order(std::size_t{1} << players);
    std::iota(order.begin(), order.end(), Coalition{0});
    std::ranges::sort(order, [](Coalition a, Coalition b) {
        if (size_of(a) != size_of(b)) return size_of(a) < size_of(b);
        if (a == b) return false;
        return contains(a, lowest_player(a ^ b)); // the first player in which they differ
    });
    return order;
}

/// Values with or without the leading v(∅), for 2^n or 2^n − 1 numbers, brought into bit order.
DenseGame game_from_list(std::size_t players, std::vector<double> values, Order order, std::string const& file) {
    std::size_t const count = std::size_t{1} << players;
    if (values.size() == count - 1) values.insert(values.begin(), 0.0);
    if (values.size() != count)
        fail({.file = file}, {"wrong count of values", "值的个数不对"}, std::to_string(values.size()),
             {fmt::format("{} or {} values for {} players", count - 1, count, players),
              fmt::format("{} 个参与者应有 {} 或 {} 个值", players, count - 1, count)});
    if (values[0] != 0.0)
        fail({.file = file}, {"the empty coalition is worth something", "空联盟的值不为零"},
             fmt::format("{}", values[0]), {"v(∅) = 0", "v(∅) = 0"});
    for (std::size_t s = 0; s < count; ++s)
        if (!std::isfinite(values[s]))
            fail({.file = file},
                 {fmt::format("value {} is not a finite number", s), fmt::format("第 {} 个值不是有限的数", s)},
                 fmt::format("{}", values[s]), {"the worth of a coalition", "一个联盟的值"});
    if (order == Order::Bits) return {players, std::move(values)};
    std::vector<double> in_bits(count);
    std::vector<Coalition> const from = lexicographic_order(players);
    for (std::size_t at = 0; at < count; ++at) in_bits[from[at]] = values[at];
    return {players, std::move(in_bits)};
}

/// n of a list of 2^n or 2^n − 1 values.
std::size_t players_of(std::size_t count, std::string const& file) {
    std::size_t const full = std::has_single_bit(count) && count > 1 ? count : count + 1;
    if (count == 0 || !std::has_single_bit(full))
        fail({.file = file}, {"wrong count of values", "值的个数不对"}, std::to_string(count),
             {"2^n or 2^n − 1 values", "2^n 或 2^n − 1 个值"});
    return static_cast<std::size_t>(std::countr_zero(full));
}

GameFile numbered(DenseGame game) {
    GameFile file;
    file.players = numbered_players(game.players());
    file.game = std::move(game);
    return file;
}

std::string_view after(std::string_view header, std::string_view key, std::string const& file) {
    std::size_t const at = header.find(key);
    if (at == std::string_view::npos)
        fail({.file = file}, {"the .npy header lacks a key", ".npy 文件头缺少键"}, {},
             {std::string(key), std::string(key)});
    std::size_t const value = header.find_first_not_of(" :", at + key.size());
    if (value == std::string_view::npos)
        fail({.file = file}, {"the .npy header is cut off", ".npy 文件头不完整"}, {}, {});
    return header.substr(value);
}

/// How many values a shape such as "(8,)" or "(2, 4)" holds.
std::size_t count_in(std::string_view shape) {
    std::size_t count = 1;
    shape = shape.substr(0, shape.find(')'));
    for (std::size_t at = shape.find_first_of("0123456789"); at != std::string_view::npos;) {
        std::size_t side = 0;
        auto const [end, error] = std::from_chars(shape.data() + at, shape.data() + shape.size(), side);
        count = error == std::errc{} ? count * side : 0;
        at = shape.find_first_of("0123456789", static_cast<std::size_t>(end - shape.data()));
    }
    return count;
}

} // namespace

GameFile game_from_text(std::string_view content, std::string const& file, Order order) {
    std::vector<Token> const words = tokens(content);
    Text const expected{"the number of players, 1 to 60", "参与者人数，1 至 60"};
    if (words.empty()) fail({.file = file}, {"the file is empty", "文件为空"}, {}, expected);
    double const n = number(words[0], file);
    if (n < 1 || n > 60 || n != std::floor(n))
        fail({file, words[0].line, words[0].column}, {"not a number of players", "不是参与者人数"},
             std::string(words[0].text), expected);
    auto const players = static_cast<std::size_t>(n);
    require_memory_for(players, {file, words[0].line, words[0].column});
    std::vector<double> values;
    values.reserve(words.size());
    for (std::size_t w = 1; w < words.size(); ++w) values.push_back(number(words[w], file));
    return numbered(game_from_list(players, std::move(values), order, file));
}

GameFile game_from_raw(std::string_view content, std::string const& file, Order order) {
    static_assert(std::endian::native == std::endian::little);
    if (content.size() % sizeof(double) != 0)
        fail({.file = file}, {"the size in bytes is no multiple of 8", "字节数不是 8 的倍数"},
             std::to_string(content.size()), {"float64 values", "float64 值"});
    std::vector<double> values(content.size() / sizeof(double));
    if (!values.empty()) std::memcpy(values.data(), content.data(), content.size());
    std::size_t const players = players_of(values.size(), file);
    return numbered(game_from_list(players, std::move(values), order, file));
}

GameFile game_from_npy(std::string_view content, std::string const& file, Order order) {
    constexpr std::string_view magic = "\x93NUMPY";
    bool const first_version = content.size() > 6 && content[6] == 1;
    std::size_t const header_at = first_version ? 10 : 12;
    if (content.size() < header_at || content.substr(0, 6) != magic)
        fail({.file = file}, {"not a .npy file", "不是 .npy 文件"}, {}, {"NumPy's array format", "NumPy 数组格式"});
    std::size_t length = 0;
    for (std::size_t byte = header_at; byte-- > 8;) length = length << 8 | static_cast<unsigned char>(content[byte]);
    if (length > content.size() - header_at)
        fail({.file = file}, {"the .npy header is cut off", ".npy 文件头不完整"}, {}, {});
    std::string_view const header = content.substr(header_at, length);
    std::string_view const type = after(header, "'descr'", file).substr(0, 5);
    if (type != "'<f8'")
        fail({.file = file}, {"the array holds another type", "数组类型不对"}, std::string(type),
             {"little-endian float64, '<f8'", "小端 float64，'<f8'"});
    if (after(header, "'fortran_order'", file).starts_with("True"))
        fail({.file = file}, {"the array is in Fortran order", "数组为 Fortran 次序"}, {},
             {"C order, one dimension", "C 次序，一维"});
    std::string_view const values = content.substr(header_at + length);
    std::size_t const told = count_in(after(header, "'shape'", file));
    if (values.size() != told * sizeof(double))
        fail({.file = file}, {"the array is not as long as its header says", "数组长度与文件头不符"},
             std::to_string(values.size()),
             {fmt::format("{} bytes for {} values", 8 * told, told),
              fmt::format("{1} 个值占 {0} 字节", 8 * told, told)});
    return game_from_raw(values, file, order);
}

GameFile read_game(std::filesystem::path const& path, Order order) {
    std::string const content = read_file(path);
    std::string const extension = path.extension().string();
    if (extension == ".json") return game_from_json(content, path.string());
    if (extension == ".npy") return game_from_npy(content, path.string(), order);
    if (extension == ".bin" || extension == ".raw" || extension == ".f64")
        return game_from_raw(content, path.string(), order);
    return game_from_text(content, path.string(), order);
}

DenseGame const& listed(GameFile const& file, std::string const& name, std::optional<DenseGame>& room) {
    if (file.game) return *file.game;
    std::size_t const n = file.players.size();
    try {
        require_memory_for(n, {.file = name});
    } catch (Error const& error) {
        Problem problem = error.problems().front();
        problem.expected = {problem.expected.en + "; casus game voting counts without listing",
                            problem.expected.zh + "；casus game voting 无需列出即可计数"};
        throw Error(std::move(problem));
    }
    return room.emplace(file.rules.empty() ? DenseGame(n, std::vector<double>(std::size_t{1} << n, 0.0))
                                           : voting_game(file.rules));
}

void check_rules(std::vector<VotingRule> const& rules, std::string const& file) {
    for (VotingRule const& rule : rules) {
        if (rule.weights.size() != rules.front().weights.size() || rule.weights.empty())
            fail({.file = file}, {"rules with different numbers of weights", "各规则的权重个数不同"},
                 std::to_string(rule.weights.size()),
                 {fmt::format("{} weights", rules.front().weights.size()),
                  fmt::format("{} 个权重", rules.front().weights.size())});
        std::uint64_t room = std::numeric_limits<std::uint64_t>::max();
        for (std::uint64_t const weight : rule.weights) {
            if (weight > room)
                fail({.file = file}, {"the weights add up to more than 2^64", "权重之和超过 2^64"},
                     std::to_string(weight), {"smaller weights", "较小的权重"});
            room -= weight;
        }
        if (rule.quota == 0 || rule.quota > rule.total())
            fail({.file = file}, {"a quota that nobody or everybody meets", "配额无人能达到或人人都达到"},
                 std::to_string(rule.quota),
                 {fmt::format("from 1 to the total weight {}", rule.total()),
                  fmt::format("1 至总权重 {}", rule.total())});
    }
}

namespace {

std::uint64_t whole(std::string_view word) {
    std::uint64_t value = 0;
    char const* const last = word.data() + word.size();
    auto const [end, error] = std::from_chars(word.data(), last, value);
    if (error != std::errc{} || end != last)
        fail({}, {"not a whole number", "不是整数"}, std::string(word),
             {"a whole number, 0 or more (scale percentages)", "非负整数（百分比请先放大）"});
    return value;
}

} // namespace

GameFile voting_file(std::vector<std::string> const& quotas, std::vector<std::string> const& weights,
                     std::vector<std::string> const& players) {
    if (quotas.size() != weights.size() || quotas.empty())
        fail({},
             {fmt::format("--quota stands {} times and --weights {} times", quotas.size(), weights.size()),
              fmt::format("--quota 出现 {} 次，--weights 出现 {} 次", quotas.size(), weights.size())},
             {}, {"--weights for every --quota", "每个 --quota 对应一个 --weights"});
    GameFile file;
    for (std::size_t r = 0; r < quotas.size(); ++r) {
        VotingRule rule{whole(quotas[r]), {}};
        for (Token const& token : tokens(weights[r])) rule.weights.push_back(whole(token.text));
        file.rules.push_back(std::move(rule));
    }
    check_rules(file.rules, {});
    file.players = players.empty() ? numbered_players(file.rules[0].weights.size()) : players;
    if (file.players.size() != file.rules[0].weights.size())
        fail({}, {"wrong count of names", "名称个数不对"}, std::to_string(file.players.size()),
             {fmt::format("{}, one per weight", file.rules[0].weights.size()),
              fmt::format("{} 个，每个权重一个", file.rules[0].weights.size())});
    std::set<std::string> seen;
    for (std::string const& name : file.players)
        if (name.empty() || !seen.insert(name).second)
            fail({}, {"two players have one name, or one has none", "两个参与者同名，或有名称为空"}, name, {});
    return file;
}

Coalition coalition_named(std::string_view names, std::vector<std::string> const& players, Place const& place) {
    Coalition members = 0;
    for (std::size_t begin = 0; begin <= names.size();) {
        std::size_t const end = std::min(names.find(',', begin), names.size());
        std::string_view name = names.substr(begin, end - begin);
        while (name.starts_with(' ')) name.remove_prefix(1);
        while (name.ends_with(' ')) name.remove_suffix(1);
        auto const found = std::ranges::find(players, name);
        if (found == players.end())
            throw Error(Problem{.place = place,
                                .what = {"unknown player", "未知的参与者"},
                                .found = std::string(name),
                                .expected = {"one of the game's players", "博弈的参与者之一"},
                                .nearest = nearest(name, players)});
        Coalition const bit = single(static_cast<std::size_t>(found - players.begin()));
        if (members & bit)
            fail(place, {"a player is named twice in one coalition", "同一联盟中参与者重复"}, std::string(name), {});
        members |= bit;
        begin = end + 1;
    }
    return members;
}

} // namespace casus::game
