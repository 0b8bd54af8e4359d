// What `casus game solve` answers: solutions by name, as JSON ("casus.game/1", documented in docs/games.md) and as shapes
// for people, with the certificates that `casus game verify` checks.
#pragma once

#include "casus/base/result.hpp"
#include "casus/game/read_game.hpp"
#include "casus/game/sampled_value.hpp"
#include "casus/game/structure.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace casus::game {

struct Request {
    std::vector<std::string> solutions; ///< keys of the catalogue
    std::size_t threads = 1;
    std::size_t count = 1; ///< structures wanted
    BlockRules rules;
    Partition partition;              ///< whose stability is asked; empty: the optimal structure
    std::string share;                ///< without side payments: "equal", "shapley", "preferences"; empty: the file's
                                      ///< preferences where it has some, else equal
    double probability = 0.5;         ///< of the binomial semivalue
    std::vector<double> size_weights; ///< of the semivalue: how likely a player meets s others; scaled to one
    bool sample_coalitions = false;   ///< else orders of arrival
    SamplingPlan sampling;
    Allocation point; ///< whose membership is asked
    double epsilon = 0.0;
};

/// One solution, answered.
struct Solved {
    std::string key;
    nlohmann::ordered_json json;
    nlohmann::ordered_json certificate;   ///< null where the answer needs none
    std::optional<Allocation> allocation; ///< a column of the table of payments
    std::vector<Shape> shapes;            ///< beyond that table
    double seconds = 0.0;
};

struct Answer {
    std::vector<std::string> players;
    std::vector<Solved> solved;
};

/// Answers in the order asked. An Error for an unknown solution or one that lacks what it needs (unions, links, a point).
[[nodiscard]] Answer solve(GameFile const& file, std::string const& name, Request const& request);

/// {"schema": "casus.game/1", "players", "solutions", "certificates", "seconds"}; seconds only where asked, so that answers
/// compare byte for byte.
[[nodiscard]] nlohmann::ordered_json answer_document(Answer const& answer, bool with_seconds);

[[nodiscard]] Chapter answer_chapter(Answer const& answer);

enum class Verdict { Proven, WithinRounding, Refuted, Unchecked };

struct Check {
    std::string key;
    Verdict verdict = Verdict::Unchecked;
    Text reason;
};

/// Checks an answer against the game, apart from the code that found it: values and memberships by their definitions (up
/// to 16 players), nucleoli, least cores, empty cores and structures by their certificates, points by looking at all
/// coalitions. What is absent (null) is checked to be so. An Error when the document is not an answer to this game, holds
/// no solution, or lacks what a solution consists of.
[[nodiscard]] std::vector<Check> check_answer(GameFile const& file, std::string const& name,
                                              nlohmann::ordered_json const& document);

} // namespace casus::game
