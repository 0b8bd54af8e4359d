#include "casus/data/import/source.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

namespace casus::data {

namespace {

using Header = std::span<std::string const>;

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

std::vector<std::string> lower(Header header) {
    std::vector<std::string> result;
    for (std::string const& name : header) result.push_back(lower(name));
    return result;
}

int position(std::string const& name, Header lower_header) {
    auto const found = std::ranges::find(lower_header, name);
    return found == lower_header.end() ? -1 : static_cast<int>(found - lower_header.begin());
}

int position(SourceColumn const& column, Header lower_header) {
    int at = position(column.name, lower_header);
    for (auto other = column.also.begin(); at < 0 && other != column.also.end(); ++other)
        at = position(lower(*other), lower_header);
    return at;
}

/// What a file shows of itself before its rows are read.
struct Face {
    std::string const& file;
    std::vector<std::string> header; ///< lower case
    std::span<std::string_view const> first_row;
};

/// A source laid over a file: its columns there.
struct Overlay {
    Source const* source;
    std::vector<int> columns;
    std::size_t explained = 0;

    /// Where a column stands in the file, under the name given or another that the source knows for it.
    [[nodiscard]] int find(std::string const& name, Face const& face) const {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (source->columns[i].name == name) return columns[i];
        return position(name, face.header);
    }
};

/// A release laid over a file: what speaks against it.
struct Fit {
    Overlay const* overlay;
    SourceVersion const* version;
    std::size_t faults = 0;
    int marks = 0; ///< how often the file says itself that it is this release: in a column, by its name
    std::vector<Text>* words = nullptr; ///< where the faults are to be put into words

    [[nodiscard]] std::string name() const { return overlay->source->dataset + '@' + version->version; }
    [[nodiscard]] std::size_t absent() const {
        return static_cast<std::size_t>(std::ranges::count(overlay->columns, -1));
    }
};

/// "nmc@5.0" taken apart.
struct Insisted {
    Source const* source = nullptr;
    std::string_view version{};
};

std::string trimmed(std::string_view cell) {
    auto const first = cell.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string{}
                                           : lower(cell.substr(first, cell.find_last_not_of(" \t") + 1 - first));
}

/// The same word, or the same number in another spelling ("5" and "5.0").
bool same_mark(std::string const& a, std::string const& b) {
    if (a == b) return true;
    auto const number = [](std::string const& word, double& value) {
        auto const [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
        return fault == std::errc{} && end == word.data() + word.size();
    };
    double x = 0.0;
    double y = 0.0;
    return number(a, x) && number(b, y) && x == y;
}

/// The value that the file has in the column that marks a release; nothing where it has no such column.
std::optional<std::string> mark_of(SourceVersion const& version, Overlay const& overlay, Face const& face) {
    if (version.mark_column.empty()) return {};
    int const at = overlay.find(lower(version.mark_column), face);
    if (at < 0 || static_cast<std::size_t>(at) >= face.first_row.size()) return {};
    return trimmed(face.first_row[static_cast<std::size_t>(at)]);
}

bool marks(SourceVersion const& version, Overlay const& overlay, Face const& face) {
    auto const mark = mark_of(version, overlay, face);
    return mark && same_mark(*mark, lower(version.mark_value));
}

bool bears_name(SourceVersion const& version, Face const& face) {
    std::string const file = lower(face.file);
    return std::ranges::any_of(version.named,
                               [&](std::string const& word) { return file.find(lower(word)) != file.npos; });
}

template <class Words> void fault(Fit& fit, Words const& in_words) {
    ++fit.faults;
    if (fit.words) fit.words->push_back(in_words());
}

void want_column(Fit& fit, std::string const& name, Face const& face) {
    fault(fit, [&]() -> Text {
        std::string const near = nearest(name, face.header);
        if (near.empty()) return {fmt::format("no column '{}'", name), fmt::format("缺少列“{}”", name)};
        return {fmt::format("no column '{}' (nearest in the file: '{}')", name, near),
                fmt::format("缺少列“{}”（文件中最接近的是“{}”）", name, near)};
    });
}

void refuse_column(Fit& fit, std::string const& name) {
    fault(fit, [&]() -> Text {
        return {fmt::format("a column '{}', which it does not have", name),
                fmt::format("有“{}”一列，而它没有此列", name)};
    });
}

void check_columns(Fit& fit, Face const& face) {
    Source const& source = *fit.overlay->source;
    std::vector<int> const& places = fit.overlay->columns;
    for (std::size_t i = 0; i < source.columns.size(); ++i)
        if (source.columns[i].need == SourceColumn::Need::Required && places[i] < 0)
            want_column(fit, source.columns[i].name, face);
    for (std::string const& name : fit.version->has)
        if (fit.overlay->find(lower(name), face) < 0) want_column(fit, lower(name), face);
    for (std::string const& name : fit.version->lacks)
        if (fit.overlay->find(lower(name), face) >= 0) refuse_column(fit, name);
    if (!source.only_these) return;
    for (std::size_t at = 0; at < face.header.size(); ++at)
        if (!face.header[at].empty() && std::ranges::find(places, static_cast<int>(at)) == places.end())
            refuse_column(fit, face.header[at]);
}

/// Marks in the file speak for one release and against all others; a release that the user names is believed where
/// the file's mark is nobody's.
void check_mark(Fit& fit, Face const& face, bool named_by_user) {
    SourceVersion const& version = *fit.version;
    auto const mark = mark_of(version, *fit.overlay, face);
    if (!mark) return;
    if (same_mark(*mark, lower(version.mark_value))) {
        ++fit.marks;
        return;
    }
    bool const anothers = std::ranges::any_of(
        fit.overlay->source->versions, [&](SourceVersion const& other) { return marks(other, *fit.overlay, face); });
    if (named_by_user && !anothers) return;
    fault(fit, [&]() -> Text {
        return {fmt::format("'{}' in column '{}', where it has '{}'", *mark, version.mark_column, version.mark_value),
                fmt::format("列“{}”为“{}”，而它应为“{}”", version.mark_column, *mark, version.mark_value)};
    });
}

void check_name(Fit& fit, Face const& face, bool insisted) {
    if (fit.version->named.empty()) return;
    if (bears_name(*fit.version, face))
        ++fit.marks;
    else if (!insisted)
        fault(fit, [&]() -> Text {
            return {fmt::format("a file's name without '{}'", fit.version->named.front()),
                    fmt::format("文件名中没有“{}”", fit.version->named.front())};
        });
}

/// Somebody's own table may hold all columns of a data set among many others; it is not that data set for it. A dozen
/// columns under the distributor's names are no accident: ICB's crises have 94, of which the source lists 18.
void check_others(Fit& fit, Face const& face) {
    constexpr std::size_t no_accident = 12;
    auto const named = static_cast<std::size_t>(
        std::ranges::count_if(face.header, [](std::string const& name) { return !name.empty(); }));
    std::size_t const others = named - std::min(named, fit.overlay->explained);
    Source const& source = *fit.overlay->source;
    if (!source.keeps_others || source.reshape || fit.overlay->explained >= no_accident ||
        others <= 3 * fit.overlay->explained)
        return;
    fault(fit, [&]() -> Text {
        return {fmt::format("{} of the {} columns unknown", others, named),
                fmt::format("{} 列中有 {} 列是未知的", named, others)};
    });
}

void check(Fit& fit, Face const& face, Insisted const& insisted) {
    check_columns(fit, face);
    if (!insisted.source) check_others(fit, face);
    check_mark(fit, face, !insisted.version.empty());
    check_name(fit, face, insisted.source != nullptr);
}

Overlay lay(Source const& source, Face const& face) {
    Overlay overlay{&source, columns_in(source, face.header)};
    std::vector<int> places = overlay.columns;
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    overlay.explained = places.size() - (places.empty() || places.front() >= 0 ? 0 : 1);
    return overlay;
}

std::string known_versions(Source const& source) {
    std::string list;
    for (SourceVersion const& version : source.versions) list += (list.empty() ? "" : ", ") + version.version;
    return list;
}

Insisted parse(std::string_view insist) {
    if (insist.empty()) return {};
    std::size_t const at = insist.find('@');
    std::string const dataset = lower(insist.substr(0, at));
    Insisted result{source_named(dataset), at == std::string_view::npos ? "" : insist.substr(at + 1)};
    if (!result.source) {
        std::vector<std::string> names;
        for (Source const& source : all_sources()) names.push_back(source.dataset);
        throw Error({{}, {"unknown data set", "未知的数据集"}, dataset, {}, nearest(dataset, names)});
    }
    if (!result.version.empty() && std::ranges::find(result.source->versions, result.version,
                                                     &SourceVersion::version) == result.source->versions.end())
        throw Error({{},
                     {"unknown version of " + dataset, dataset + " 没有这个版本"},
                     std::string(result.version),
                     {"one of " + known_versions(*result.source), "下列之一：" + known_versions(*result.source)}});
    return result;
}

std::vector<Overlay> overlays(Insisted const& insisted, Face const& face) {
    std::vector<Overlay> result;
    for (Source const& source : all_sources())
        if (!insisted.source || insisted.source->dataset == source.dataset) result.push_back(lay(source, face));
    return result;
}

std::vector<Fit> fits(std::vector<Overlay> const& overlays, Insisted const& insisted, Face const& face) {
    std::vector<Fit> result;
    for (Overlay const& overlay : overlays)
        for (SourceVersion const& version : overlay.source->versions) {
            if (!insisted.version.empty() && insisted.version != version.version) continue;
            Fit fit{&overlay, &version};
            check(fit, face, insisted);
            result.push_back(fit);
        }
    return result;
}

/// A file that lacks more of the nearest release than it has of it is something else altogether.
Problem unlike_any(Face const& face, Fit const& best) {
    Problem problem{{face.file}, {"no data set that Casus knows has these columns", "Casus 所知的数据集都没有这些列"}};
    constexpr std::size_t telling = 3; // a column called year is in everything
    if (std::size_t const shared = best.overlay->explained; shared >= telling) {
        problem.what.en += fmt::format(" (nearest: {}, with {} of them)", best.name(), shared);
        problem.what.zh += fmt::format("（最接近的是 {}，有其中 {} 列）", best.name(), shared);
    }
    return problem;
}

[[noreturn]] void refuse(Face const& face, std::vector<Fit> const& all, Insisted const& insisted) {
    auto const likeness = [](Fit const& fit) {
        return static_cast<long>(fit.overlay->explained) - static_cast<long>(fit.faults);
    };
    Fit best = *std::ranges::max_element(all, {}, likeness);
    if (!insisted.source && likeness(best) < 0) throw Error(unlike_any(face, best));
    std::vector<Text> faults;
    best.words = &faults;
    check(best, face, insisted);
    std::vector<Problem> problems{{{face.file},
                                   insisted.source
                                       ? Text{"not " + best.name() + ":", "不是 " + best.name() + "："}
                                       : Text{"not a data set that Casus knows; nearest to " + best.name() + ":",
                                              "不是 Casus 所知的数据集；最接近 " + best.name() + "："}}};
    for (Text const& words : faults) problems.push_back({{face.file}, words});
    throw Error(std::move(problems));
}

} // namespace

Source const* source_named(std::string_view dataset) {
    auto const list = all_sources();
    auto const found = std::ranges::find(list, dataset, &Source::dataset);
    return found == list.end() ? nullptr : &*found;
}

std::vector<int> columns_in(Source const& source, std::span<std::string const> header) {
    std::vector<std::string> const names = lower(header);
    std::vector<int> result;
    for (SourceColumn const& column : source.columns) result.push_back(position(column, names));
    return result;
}

Recognised recognise(std::string const& file, std::span<std::string const> header,
                     std::span<std::string_view const> first_row, std::string_view insist) {
    Face const face{file, lower(header), first_row};
    Insisted const insisted = parse(insist);
    std::vector<Overlay> const laid = overlays(insisted, face);
    std::vector<Fit> const all = fits(laid, insisted, face);
    auto const better = [](Fit const& a, Fit const& b) {
        if (a.overlay->explained != b.overlay->explained) return a.overlay->explained > b.overlay->explained;
        if (a.marks != b.marks) return a.marks > b.marks;
        return a.absent() < b.absent();
    };
    Fit const* best = nullptr;
    for (Fit const& fit : all)
        if (fit.faults == 0 && (!best || better(fit, *best))) best = &fit;
    if (!best) refuse(face, all, insisted);
    Recognised result{best->overlay->source, best->version, {}};
    for (Fit const& fit : all)
        if (&fit != best && fit.faults == 0 && fit.overlay->explained == best->overlay->explained &&
            fit.marks == best->marks)
            result.other.push_back(fit.name());
    return result;
}

} // namespace casus::data
