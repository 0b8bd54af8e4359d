#include "casus/world/case_file/parameter_file.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/toml_reader.hpp"
#include "casus/world/range_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace casus::case_file {

namespace {

namespace fs = std::filesystem;

std::string const parameter_schema = "casus.parameters/1";

using Block = std::pair<std::vector<Parameter>, std::vector<double>>;

std::vector<std::string> parameter_keys() {
    std::vector<std::string> keys;
    for (ParameterInfo const& each : all_parameters()) keys.emplace_back(each.key);
    return keys;
}

std::optional<Parameter> parameter_named(std::string_view key) {
    auto const found = std::ranges::find(all_parameters(), key, &ParameterInfo::key);
    if (found == all_parameters().end()) return std::nullopt;
    return found->parameter;
}

class ParameterReading {
public:
    explicit ParameterReading(std::string file) : file_(std::move(file)) {}

    Parameters read(std::string const& content);

private:
    std::string read_head(TomlValue const& document);
    void read_figures(TomlValue const& document);
    void check(ParameterInfo const& about, Figure const& figure);
    std::optional<Block> read_block(TomlValue const& table);
    std::vector<Parameter> read_members(TomlValue const& names);
    std::optional<std::vector<double>> read_matrix(TomlValue const& rows, std::size_t size);
    Parameters make(std::string const& name, std::vector<Block> const& blocks, TomlValue const& document);

    std::string file_;
    std::vector<Problem> problems_;
    TomlReader reader_{problems_};
    std::array<Figure, parameter_count> figures_;
    std::set<Parameter> in_a_block_;
};

std::string ParameterReading::read_head(TomlValue const& document) {
    reader_.only(document, {"schema", "name", "parameters", "covariance", "fit"});
    Text const expected{fmt::format("\"{}\"", parameter_schema), fmt::format("\"{}\"", parameter_schema)};
    TomlValue const* given = reader_.require(document, "schema", expected);
    if (given != nullptr && given->text != parameter_schema)
        reader_.report({given->place, {"unknown schema", "未知的格式"}, given->text, expected, {}});
    TomlValue const* name = reader_.require(document, "name", {"the name of the set", "参数集名称"});
    return name == nullptr ? std::string{} : reader_.text(*name, "name");
}

void ParameterReading::check(ParameterInfo const& about, Figure const& figure) {
    if (figure.value < about.low || figure.value > about.high)
        reader_.report({figure.place,
                        {fmt::format("{} is out of range", about.key), fmt::format("{} 超出范围", about.key)},
                        fmt::format("{}", figure.value),
                        range_text(about.low, about.high),
                        {}});
    if (figure.sd < 0.0)
        reader_.report(
            {figure.place,
             {fmt::format("spread of {} is out of range", about.key), fmt::format("{} 的标准差超出范围", about.key)},
             fmt::format("{}", figure.sd),
             {"a number of at least 0", "不小于 0 的数"},
             {}});
}

void ParameterReading::read_figures(TomlValue const& document) {
    TomlValue const* section = reader_.require(document, "parameters", {"a section [parameters]", "[parameters] 一节"});
    if (section == nullptr || !reader_.table(*section, "parameters")) return;
    reader_.only(*section, parameter_keys());
    for (TomlEntry const& entry : section->entries)
        if (auto const parameter = parameter_named(entry.key)) {
            auto const n = static_cast<std::size_t>(*parameter);
            ParameterInfo const& about = all_parameters()[n];
            figures_[n] = reader_.figure(entry, std::clamp(0.0, about.low, about.high), TomlReader::Estimates::Allowed);
            check(about, figures_[n]);
        }
    for (ParameterInfo const& about : all_parameters()) (void)reader_.require(*section, about.key, about.meaning);
}

std::vector<Parameter> ParameterReading::read_members(TomlValue const& names) {
    std::vector<Parameter> members;
    for (Word const& word : reader_.texts(names, "parameters")) {
        auto const parameter = parameter_named(word.text);
        if (!parameter)
            reader_.report(
                {word.place, {"unknown parameter", "未知参数"}, word.text, {}, nearest(word.text, parameter_keys())});
        else if (!in_a_block_.insert(*parameter).second)
            reader_.report({word.place, {"parameter in two covariances", "参数出现在两个协方差中"}, word.text, {}, {}});
        else
            members.push_back(*parameter);
    }
    return members;
}

std::optional<std::vector<double>> ParameterReading::read_matrix(TomlValue const& rows, std::size_t size) {
    std::vector<double> matrix;
    bool square = rows.kind == TomlValue::Kind::Array && rows.items.size() == size;
    for (TomlValue const& row : rows.items) {
        square = square && row.kind == TomlValue::Kind::Array && row.items.size() == size;
        for (TomlValue const& number : row.items) matrix.push_back(reader_.number(number, "matrix", 0.0));
    }
    if (square) return matrix;
    reader_.report({rows.place,
                    {"wrong shape of matrix", "matrix 的形状不对"},
                    {},
                    {fmt::format("{0} rows of {0} numbers", size), fmt::format("{0} 行，每行 {0} 个数", size)},
                    {}});
    return std::nullopt;
}

std::optional<Block> ParameterReading::read_block(TomlValue const& table) {
    if (!reader_.table(table, "covariance",
                       {"[[covariance]] with parameters and matrix", "含 parameters 和 matrix 的 [[covariance]]"}))
        return std::nullopt;
    reader_.only(table, {"parameters", "matrix"});
    TomlValue const* names = reader_.require(table, "parameters", {"a list of parameters", "参数列表"});
    TomlValue const* rows = reader_.require(table, "matrix", {"a list of rows", "按行列出的矩阵"});
    if (names == nullptr || rows == nullptr) return std::nullopt;
    std::vector<Parameter> members = read_members(*names);
    auto matrix = read_matrix(*rows, names->items.size());
    if (!matrix || members.size() != names->items.size()) return std::nullopt;
    return Block{std::move(members), std::move(*matrix)};
}

/// The matrices are judged where they are factorised; the complaint gets its place here.
Parameters ParameterReading::make(std::string const& name, std::vector<Block> const& blocks,
                                  TomlValue const& document) {
    try {
        return make_parameters(name, figures_, blocks);
    } catch (Error const& error) {
        std::vector<Problem> problems = error.problems();
        for (Problem& problem : problems) problem.place = document.find("covariance")->place;
        throw Error(std::move(problems));
    }
}

Parameters ParameterReading::read(std::string const& content) {
    TomlValue document = read_toml(content, file_);
    document.place = {file_, 0, 0};
    std::string const name = read_head(document);
    read_figures(document);
    std::vector<Block> blocks;
    auto const add = [&](TomlValue const& table) {
        if (auto block = read_block(table)) blocks.push_back(std::move(*block));
    };
    if (TomlValue const* covariance = document.find("covariance")) {
        if (covariance->kind == TomlValue::Kind::Array)
            for (TomlValue const& table : covariance->items) add(table);
        else
            add(*covariance);
    }
    if (problems_.empty()) return make(name, blocks, document);
    std::ranges::stable_sort(problems_, {}, [](Problem const& p) { return std::pair(p.place.line, p.place.column); });
    throw Error(std::move(problems_));
}

std::vector<std::string> sets_in(std::vector<fs::path> const& folders) {
    std::set<std::string> names;
    std::error_code ignored;
    for (fs::path const& folder : folders)
        for (fs::directory_entry const& entry : fs::directory_iterator(folder, ignored))
            if (fs::path const& path = entry.path();
                path.extension() == ".toml" &&
                !path.stem().string().starts_with("endurance-")) // models of another schema
                names.insert(path.stem().string());
    return {names.begin(), names.end()};
}

} // namespace

ParameterSet read_parameters(fs::path const& path) {
    std::string const content = read_file(path);
    return {ParameterReading(path.string()).read(content), {path.filename().string(), sha256(content)}, path};
}

fs::path find_parameters(std::string const& name, fs::path const& case_path, std::vector<fs::path> const& folders,
                         Place const& place) {
    std::error_code ignored;
    fs::path const beside = case_path.parent_path();
    if (name.ends_with(".toml")) {
        fs::path path = (beside / name).lexically_normal();
        if (fs::is_regular_file(path, ignored)) return path;
        throw Error(Problem{place, {"no such parameter file", "没有这个参数文件"}, name, {}, {}});
    }
    std::vector<fs::path> all{(beside / ".." / "params").lexically_normal()};
    all.insert(all.end(), folders.begin(), folders.end());
    for (fs::path const& folder : all)
        if (fs::path path = folder / (name + ".toml"); fs::is_regular_file(path, ignored)) return path;
    std::vector<std::string> const known = sets_in(all);
    std::string const list = known.empty() ? "" : joined(known);
    throw Error(Problem{place,
                        {"unknown parameter set", "未知的参数集"},
                        name,
                        known.empty() ? Text{"a path ending in .toml, since no set was found",
                                             "以 .toml 结尾的路径，因为没有找到参数集"}
                                      : Text{"one of " + list, "其中之一：" + list},
                        nearest(name, known)});
}

} // namespace casus::case_file
