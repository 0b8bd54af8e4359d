#include "casus/data/store/dataset_name.hpp"

#include "casus/data/import/source.hpp"
#include "casus/data/store/store.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace casus::data {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The first run of digits, or of anything else.
std::string_view run_of(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && is_digit(text[length]) == is_digit(text[0])) ++length;
    return text.substr(0, length);
}

/// What is only a form of the release before it: "-names" of "2012-names", "-beta" of "2.1-beta".
bool is_form(std::string_view rest) { return rest.size() > 1 && rest[0] == '-' && !is_digit(rest[1]); }

/// −1, 0, 1 as a is less, equal, more. A number with a leading zero is a decimal fraction: 4.02 came before 4.1.
int compare_runs(std::string_view a, std::string_view b) {
    auto const fraction = [](std::string_view run) { return run.size() > 1 && run[0] == '0'; };
    if (is_digit(a[0]) && is_digit(b[0]) && !fraction(a) && !fraction(b) && a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    int const order = a.compare(b);
    return (order > 0) - (order < 0);
}

} // namespace

bool older_version(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (is_form(a) != is_form(b)) return is_form(a);
        std::string_view const x = run_of(a);
        std::string_view const y = run_of(b);
        if (int const order = compare_runs(x, y); order != 0) return order < 0;
        a.remove_prefix(x.size());
        b.remove_prefix(y.size());
    }
    return is_form(a) || (a.empty() && !b.empty() && !is_form(b));
}

DatasetName dataset_name(std::string_view text) {
    std::size_t const at = text.find('@');
    if (at == std::string_view::npos) return {std::string(text), std::nullopt};
    return {std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

Error absent_dataset(std::filesystem::path const& store, DatasetName const& name, std::vector<std::string> const& there,
                     std::vector<std::string> const& versions) {
    Problem problem{.place = {.file = store.string()}, .what = {}};
    if (!versions.empty()) {
        problem.what = {fmt::format("the store has no such version of {}", name.dataset),
                        fmt::format("数据仓库中没有 {} 的这个版本：", name.dataset)};
        problem.found = *name.version;
        problem.expected = {
            fmt::format("{}, or `casus data import FILE` with the file of {}", fmt::join(versions, ", "),
                        *name.version),
            fmt::format("{}，或以 `casus data import FILE` 导入 {} 的文件", fmt::join(versions, "、"), *name.version)};
        problem.nearest = nearest(*name.version, versions);
        return Error(std::move(problem));
    }
    problem.found = name.dataset;
    if (Source const* const source = source_named(name.dataset)) {
        problem.what = {"a data set that is not in the store", "数据仓库中没有这个数据集："};
        problem.expected = {
            fmt::format("`casus data import FILE` with the file of “{}”", source->title.en),
            fmt::format("先以 `casus data import FILE` 导入“{}”的文件", source->title.in(Language::Chinese))};
    } else {
        std::vector<std::string> names = there;
        for (Source const& known : all_sources()) names.push_back(known.dataset);
        problem.what = {"unknown data set", "未知的数据集"};
        problem.expected = {"one that `casus data list` or `casus data formats` shows",
                            "`casus data list` 或 `casus data formats` 所列的数据集"};
        problem.nearest = nearest(name.dataset, names);
    }
    return Error(std::move(problem));
}

} // namespace casus::data
