// Typed values out of a TOML tree. What does not fit is added to the problems and replaced by something harmless, so
// that reading goes on and everything wrong with a file is reported in one go.
#pragma once

#include "casus/base/text.hpp"
#include "casus/world/case_file/toml_value.hpp"
#include "casus/world/figure.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::case_file {

/// A word of the file with its place.
struct Word {
    std::string text;
    Place place;
};

/// A list for a message: "a, b, c".
[[nodiscard]] std::string joined(std::vector<std::string> const& words);

/// An unknown word with the nearest of `known`, or all of them where none is near.
[[nodiscard]] Problem unknown(Place const& place, Text what, std::string const& found,
                              std::vector<std::string> const& known);

class TomlReader {
public:
    explicit TomlReader(std::vector<Problem>& problems) : problems_(problems) {}

    void report(Problem problem) { problems_.push_back(std::move(problem)); }

    /// Reports every key of the table that is not among `known`.
    void only(TomlValue const& table, std::vector<std::string> const& known);

    /// The value of a key; where it is missing, a problem says what was expected.
    [[nodiscard]] TomlValue const* require(TomlValue const& table, std::string_view key, Text const& expected);

    // Each returns a harmless value where `value` is of another type; `key` is named in the message.
    [[nodiscard]] bool table(TomlValue const& value, std::string_view key, Text const& of = {});
    [[nodiscard]] std::string text(TomlValue const& value, std::string_view key);
    [[nodiscard]] std::vector<Word> texts(TomlValue const& value, std::string_view key);
    [[nodiscard]] double number(TomlValue const& value, std::string_view key, double fallback);
    [[nodiscard]] int year(TomlValue const& value, std::string_view key, int fallback);
    [[nodiscard]] bool truth(TomlValue const& value, std::string_view key);

    /// A plain string (for both languages) or `{ en = …, zh = … }`; a language left out stays empty.
    [[nodiscard]] Text bilingual(TomlValue const& value, std::string_view key);

    /// The `name` of a thing: as written, a language left out as in the other, and the thing's code without a name.
    [[nodiscard]] Text name(TomlEntry const& thing);

    /// Position of the word among the ones allowed; 0 (with a problem) for any other.
    [[nodiscard]] std::size_t choice(TomlValue const& value, std::string_view key,
                                     std::vector<std::string> const& allowed);

    /// A bare number, or a table of `value` and any of `sd`, `source`, `coder`, `reason`. Its place is that of the key.
    /// Where estimates are allowed, `model` makes it one, and `source` and `until` must be there.
    enum class Estimates { Refused, Allowed };
    [[nodiscard]] Figure figure(TomlEntry const& entry, double fallback, Estimates estimates = Estimates::Refused);

    /// The keys that a `source` must begin with; where none were set, a source is free text.
    void sources(std::vector<std::string> keys) {
        sources_ = std::move(keys);
        checks_sources_ = true;
    }

    /// Checks that `source` is a key of the sources, alone or followed by ": detail".
    void check_source(std::string const& source, Place const& place);

private:
    void wrong(TomlValue const& value, std::string_view key, Text expected);
    void estimate(TomlValue const& value, Basis& basis);

    std::vector<Problem>& problems_;
    std::vector<std::string> sources_;
    bool checks_sources_ = false;
};

/// The key at the head of a source, "NMC7" of "NMC7: column cinc, 2021".
[[nodiscard]] std::string source_key(std::string_view source);

} // namespace casus::case_file
