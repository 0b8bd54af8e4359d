// A JSON text of a user's: what it says by kind, and where it stands when it is wrong.
#pragma once

#include "casus/base/error.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casus::game {

class JsonText {
public:
    /// `content` must outlive it.
    JsonText(std::string_view content, std::string file) : content_(content), file_(std::move(file)) {}

    /// An Error when it is not JSON, or a key stands twice in one object.
    [[nodiscard]] nlohmann::json parse() const;

    [[nodiscard]] std::string const& file() const { return file_; }

    /// An Error about `found`, with the place where that stands in the text.
    [[noreturn]] void fail(Text what, std::string found, Text expected, std::string near = {}) const;

    /// Where `word` stands last as a JSON string: of two equal coalitions the second is the wrong one.
    [[nodiscard]] Place place_of(std::string const& word) const;

    /// Errors for a missing key, and for what is not a finite number, a whole number of 0 or more, a list of strings.
    [[nodiscard]] nlohmann::json const& at(nlohmann::json const& object, std::string const& key) const;
    [[nodiscard]] double number(nlohmann::json const& value) const;
    [[nodiscard]] std::uint64_t whole(nlohmann::json const& value) const;
    [[nodiscard]] std::vector<std::string> names(nlohmann::json const& list) const;

private:
    [[nodiscard]] Place place_at(std::size_t byte) const;

    std::string_view content_;
    std::string file_;
};

} // namespace casus::game
