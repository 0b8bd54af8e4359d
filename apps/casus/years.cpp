#include "years.hpp"

#include "casus/base/error.hpp"

#include <charconv>

namespace casus::app {

int year_of(std::string const& option, std::string const& word) {
    int year = 0;
    auto const [stop, failure] = std::from_chars(word.data(), word.data() + word.size(), year);
    if (failure != std::errc{} || stop != word.data() + word.size() || year < 1816 || year > 2100)
        throw Error(Problem{.place = {},
                            .what = {"bad value of " + option, option + " 的取值无效"},
                            .found = word,
                            .expected = {"a year from 1816 to 2100", "1816 至 2100 的年份"}});
    return year;
}

YearRange years_of(std::string const& option, std::string const& words) {
    std::size_t const colon = words.find(':');
    int const first = year_of(option, words.substr(0, colon));
    int const last = colon == std::string::npos ? first : year_of(option, words.substr(colon + 1));
    if (first > last)
        throw Error(Problem{.place = {},
                            .what = {option + " runs backwards", option + " 的起止颠倒"},
                            .found = words,
                            .expected = {"the earlier year first, as 1990:2000", "先写较早年份，如 1990:2000"}});
    return {first, last};
}

TrialYears trial_years_of(std::string const& train, std::string const& test) {
    TrialYears const years{years_of("--train", train), years_of("--test", test)};
    if (years.train.last >= years.test.first)
        throw Error(Problem{.place = {},
                            .what = {"--train does not end before --test begins", "--train 未在 --test 开始前结束"},
                            .found = train + ", " + test,
                            .expected = {"years of training before those of the test", "训练年份在检验年份之前"}});
    return years;
}

} // namespace casus::app
