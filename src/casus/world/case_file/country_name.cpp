#include "casus/world/case_file/country_name.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <map>
#include <string>

namespace casus::case_file {

namespace {

/// ICU knows the alpha-3 code of an alpha-2 code, not the reverse.
std::map<std::string, std::string, std::less<>> alpha2_by_alpha3() {
    std::map<std::string, std::string, std::less<>> codes;
    for (char const* const* alpha2 = icu::Locale::getISOCountries(); *alpha2 != nullptr; ++alpha2)
        codes.emplace(icu::Locale("", *alpha2).getISO3Country(), *alpha2);
    return codes;
}

std::string name_in(std::string const& alpha2, icu::Locale const& language) {
    icu::UnicodeString name;
    icu::Locale("", alpha2.c_str()).getDisplayCountry(language, name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8;
}

} // namespace

Text country_name(std::string_view alpha3) {
    static auto const codes = alpha2_by_alpha3();
    auto const found = codes.find(alpha3);
    if (found == codes.end()) return {};
    return {name_in(found->second, icu::Locale::getUS()), name_in(found->second, icu::Locale::getSimplifiedChinese())};
}

} // namespace casus::case_file
