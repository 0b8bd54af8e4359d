// Bilingual text: every word that a person reads stands in both languages at the place where it is used.
#pragma once

#include <string>

namespace casus {

enum class Language { English, Chinese };

struct Text {
    std::string en;
    std::string zh;

    [[nodiscard]] std::string const& in(Language language) const {
        return language == Language::Chinese && !zh.empty() ? zh : en;
    }
    [[nodiscard]] bool empty() const { return en.empty() && zh.empty(); }
    friend bool operator==(Text const&, Text const&) = default;
};

} // namespace casus
