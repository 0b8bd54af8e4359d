#include "casus/measure/configuration/headed_file.hpp"
#include "casus/measure/configuration/signed_network.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace casus::configuration {

namespace {

constexpr std::size_t most_network_actors = 255;

/// 1, −1, or 0 where it is no sign.
int sign_of(std::string const& text) {
    if (text == "+" || text == "1" || text == "+1") return 1;
    if (text == "-" || text == "-1" || text == "−" || text == "−1") return -1;
    return 0;
}

} // namespace

SignedNetwork read_signed_network(std::string const& path) {
    HeadedFile const file = read_headed(path);
    std::size_t const from = file.column("from");
    std::size_t const to = file.column("to");
    std::size_t const sign = file.column("sign");
    SignedNetwork network;
    std::map<std::string, std::size_t> numbers;
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<Problem> problems;
    auto const actor = [&](CsvField const& field) {
        if (field.text.empty())
            problems.push_back({.place = file.place(field), .what = {"an actor without a name", "行为体没有名称"}});
        auto const [at, fresh] = numbers.try_emplace(field.text, network.actors.size());
        if (fresh) network.actors.push_back(field.text);
        return at->second;
    };
    for (CsvRow const& row : file.rows) {
        SignedTie const tie{actor(row[from]), actor(row[to]), sign_of(row[sign].text)};
        std::string const both = row[from].text + ", " + row[to].text;
        if (tie.from == tie.to)
            problems.push_back({.place = file.place(row[to]),
                                .what = {"a tie of an actor with itself", "行为体与自身的关系"},
                                .found = both});
        else if (!pairs.insert(std::minmax(tie.from, tie.to)).second)
            problems.push_back({.place = file.place(row[from]),
                                .what = {"a pair twice", "同一对重复"},
                                .found = both,
                                .expected = {"one sign for a pair, in either direction", "每对一个符号，方向不限"}});
        if (tie.sign == 0)
            problems.push_back({.place = file.place(row[sign]),
                                .what = {"not a sign", "不是符号"},
                                .found = row[sign].text,
                                .expected = {"+ or -, 1 or -1", "+ 或 -，1 或 -1"}});
        network.ties.push_back(tie);
    }
    if (network.actors.size() < 2 || network.actors.size() > most_network_actors)
        problems.push_back({.place = {path},
                            .what = {"too few or too many actors", "行为体过少或过多"},
                            .found = std::to_string(network.actors.size()),
                            .expected = {"2 to 255 actors", "2 至 255 个行为体"}});
    throw_if_any(std::move(problems));
    return network;
}

} // namespace casus::configuration
