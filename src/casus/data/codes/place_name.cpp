#include "casus/data/codes/place_name.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace casus::data {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Without accents, in lower case, wide letters narrow (compatibility decomposition, marks dropped).
std::string folded(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Normalizer2 const* const decompose = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString const raw = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
    icu::UnicodeString const decomposed = decompose->normalize(raw, status);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        UChar32 const c = decomposed.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (c == 0x2018 || c == 0x2019 || c == 0x02BC)
            kept.append(static_cast<UChar32>('\''));
        else if (u_isalnum(c) || c < 0x80 || c == 0xFFFD)
            kept.append(c);
        else
            kept.append(static_cast<UChar32>(' '));
    }
    std::string utf8;
    kept.foldCase().toUTF8String(utf8);
    return utf8;
}

/// What stands for a word: nothing for articles, the whole word for a shortening.
std::string_view whole_word(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> forms{{{"the", ""},
                                                                                          {"of", ""},
                                                                                          {"and", ""},
                                                                                          {"st", "saint"},
                                                                                          {"rep", "republic"},
                                                                                          {"dem", "democratic"},
                                                                                          {"fed", "federal"},
                                                                                          {"federated", "federal"},
                                                                                          {"is", "islands"},
                                                                                          {"island", "islands"},
                                                                                          {"peoples", "people"},
                                                                                          {"ppls", "people"}}};
    for (auto const& [form, whole] : forms)
        if (word == form) return whole;
    return word;
}

std::string joined(std::vector<std::string_view> const& words) {
    std::string key;
    for (std::string_view const word : words) {
        if (!key.empty()) key += ' ';
        key += word;
    }
    return key;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t const end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// Lower-case words with single blanks between; an apostrophe and a full stop inside a word vanish ("U.S." → "us").
std::string plain(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        bool const letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            result += c;
        else if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
        else if (c == '\'' || (c == '.' && i + 1 < text.size() && text[i + 1] != ' '))
            continue;
        else
            result += ' ';
    }
    return result;
}

/// Chinese words for forms of government, as they end official names; longer ones first.
constexpr std::array<std::string_view, 16> chinese_forms{"共和国",   "苏丹国", "合众国",   "大公国", "酋长国", "王国",
                                                         "公国",     "联邦",   "民主",     "人民",   "伊斯兰", "合作",
                                                         "社会主义", "独立",   "玻利瓦尔", "国"};

std::string without_chinese_form(std::string_view key) {
    for (bool again = true; again;) {
        again = false;
        for (std::string_view const form : chinese_forms)
            if (key.size() > form.size() && key.ends_with(form)) {
                key.remove_suffix(form.size());
                again = true;
            }
    }
    return std::string(key);
}

} // namespace

std::string name_key(std::string_view name) {
    std::string const text = plain(is_ascii(name) ? std::string(name) : folded(name));
    std::vector<std::string_view> words;
    for (std::string_view const word : words_of(text))
        if (std::string_view const whole = whole_word(word); !whole.empty()) words.push_back(whole);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return joined(words);
}

std::string key_without_government(std::string_view key) {
    static constexpr std::array<std::string_view, 26> forms{
        "republic",    "kingdom",      "state",     "states",  "federal",   "democratic",  "people",
        "islamic",     "union",        "socialist", "arab",    "duchy",     "grand",       "principality",
        "sultanate",   "commonwealth", "hashemite", "co",      "operative", "cooperative", "federation",
        "independent", "oriental",     "eastern",   "emirate", "sovereign"};
    std::vector<std::string_view> words = words_of(key);
    std::erase_if(words,
                  [](std::string_view word) { return std::find(forms.begin(), forms.end(), word) != forms.end(); });
    std::string const rest = joined(words);
    return is_ascii(rest) ? rest : without_chinese_form(rest);
}

} // namespace casus::data
