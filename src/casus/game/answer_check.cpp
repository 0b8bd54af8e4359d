#include "casus/game/answer_check_parts.hpp"
#include "casus/game/catalogue.hpp"

namespace casus::game {

using Json = nlohmann::ordered_json;

Check verdict(std::string const& key, std::optional<Text> const& wrong, Text const& reason) {
    return wrong ? Check{key, Verdict::Refuted, *wrong} : Check{key, Verdict::Proven, reason};
}

Check unchecked(std::string const& key, Text reason) { return {key, Verdict::Unchecked, std::move(reason)}; }

namespace {

[[noreturn]] void refuse(Text what, std::string found, Text expected) {
    throw Error(Problem{.place = {},
                        .what = std::move(what),
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .nearest = {}});
}

/// The document's certificates; a null or a missing object is none.
Json certificates_of(Json const& document) {
    if (!document.contains("certificates") || document["certificates"].is_null()) return Json::object();
    if (!document["certificates"].is_object()) refuse({"the certificates are no object", "证明不是对象"}, {}, {});
    return document["certificates"];
}

Check check_one(Examined const& answer, std::string const& key) {
    try {
        if (auto check = check_value(answer, key)) return *check;
        if (auto check = check_core(answer, key)) return *check;
        if (auto check = check_structure(answer, key)) return *check;
    } catch (Json::exception const&) { // a key is missing or of another type
        refuse({"an answer or its certificate is incomplete", "解答或其证明不完整"}, key, {});
    } catch (Error const&) { throw; } catch (std::bad_alloc const&) {
        throw;
    } catch (std::exception const&) { // Boost's complaint about "x" or "1/0"
        refuse({"a certificate holds a malformed fraction", "证明中的分数格式有误"}, key, {});
    }
    (void)solution_note(key); // an Error with the nearest name
    return unchecked(key, {"nothing to check it by", "没有可供检验的证明"});
}

} // namespace

std::vector<Check> check_answer(GameFile const& file, std::string const& name, Json const& document) {
    auto const says = [&](char const* key, Json const& expected) {
        return document.contains(key) && document[key] == expected;
    };
    if (!document.is_object() || !says("schema", "casus.game/1") || !document.contains("solutions") ||
        !document["solutions"].is_object())
        refuse({"not an answer of casus game", "不是 casus game 的解答"}, {},
               {R"("schema": "casus.game/1")", R"("schema": "casus.game/1")"});
    if (!says("players", file.players))
        refuse({"the answer is about other players than the game", "解答与博弈的参与者不同"}, {}, {});
    Json const& solutions = document["solutions"];
    if (solutions.empty()) refuse({"the answer holds no solution", "解答中没有任何解"}, {}, {});
    std::optional<DenseGame> made;
    DenseGame const& game = listed(file, name, made);
    Json const certificates = certificates_of(document);
    Examined const answer{file, game, solutions, certificates};
    std::vector<Check> checks;
    for (auto const& [key, value] : solutions.items()) checks.push_back(check_one(answer, key));
    return checks;
}

} // namespace casus::game
