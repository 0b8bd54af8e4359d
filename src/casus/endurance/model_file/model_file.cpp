#include "casus/endurance/model_file/model_file.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/toml_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace casus::endurance {

namespace {

using case_file::TomlValue;

std::string const model_schema = "casus.endurance/1";

class ModelReading {
public:
    explicit ModelReading(std::string file) : file_(std::move(file)) {}

    Model read(std::string const& content);

private:
    void read_head(TomlValue const& document);
    void read_fit(TomlValue const& fit);
    void read_data(TomlValue const& fit);
    void read_age(TomlValue const& table);
    void read_term(TomlValue const& table);
    Label read_claim(TomlValue const& table);
    void read_covariance(TomlValue const& covariance);
    void check_errors(Place const& place);

    TomlValue const* required(TomlValue const& table, char const* key, Text const& expected) {
        return reader_.require(table, key, expected);
    }
    double real(TomlValue const& table, char const* key, double least);
    std::size_t count(TomlValue const& table, char const* key);
    std::string word(TomlValue const& table, char const* key, Text const& expected);
    std::size_t one_of(TomlValue const& table, char const* key, std::vector<std::string> const& words);
    /// Each table of `[[key]]`.
    std::vector<TomlValue const*> tables(TomlValue const& document, std::string const& key);
    void twice(Place const& place, std::string const& found);

    std::string file_;
    Model model_;
    std::vector<Problem> problems_;
    case_file::TomlReader reader_{problems_};
};

double ModelReading::real(TomlValue const& table, char const* key, double least) {
    TomlValue const* value = required(table, key, {"a number", "数字"});
    if (value == nullptr) return 0.0;
    double const number = reader_.number(*value, key, 0.0);
    if (number < least)
        reader_.report({value->place,
                        {fmt::format("{} is out of range", key), fmt::format("{} 超出范围", key)},
                        value->text,
                        {"a number of at least 0", "不小于 0 的数"},
                        {}});
    return number;
}

std::size_t ModelReading::count(TomlValue const& table, char const* key) {
    Text const expected{"a whole number of at least 1", "不小于 1 的整数"};
    TomlValue const* value = required(table, key, expected);
    if (value == nullptr) return 0;
    if (value->kind == TomlValue::Kind::Number && value->whole && value->number >= 1.0)
        return static_cast<std::size_t>(value->number);
    reader_.report({value->place,
                    {fmt::format("wrong value for {}", key), fmt::format("{} 的值有误", key)},
                    value->text,
                    expected,
                    {}});
    return 0;
}

std::string ModelReading::word(TomlValue const& table, char const* key, Text const& expected) {
    TomlValue const* value = required(table, key, expected);
    return value == nullptr ? std::string{} : reader_.text(*value, key);
}

std::size_t ModelReading::one_of(TomlValue const& table, char const* key, std::vector<std::string> const& words) {
    std::string const all = case_file::joined(words);
    TomlValue const* value = required(table, key, {"one of " + all, "其中之一：" + all});
    return value == nullptr ? 0 : reader_.choice(*value, key, words);
}

std::vector<TomlValue const*> ModelReading::tables(TomlValue const& document, std::string const& key) {
    Text const expected{fmt::format("sections [[{}]]", key), fmt::format("若干 [[{}]] 节", key)};
    std::vector<TomlValue const*> all;
    TomlValue const* list = required(document, key.c_str(), expected);
    if (list == nullptr) return all;
    if (list->kind != TomlValue::Kind::Array) {
        reader_.report({list->place,
                        {fmt::format("wrong value for {}", key), fmt::format("{} 的值有误", key)},
                        list->text,
                        expected,
                        {}});
        return all;
    }
    for (TomlValue const& each : list->items)
        if (reader_.table(each, key, expected)) all.push_back(&each);
    return all;
}

void ModelReading::twice(Place const& place, std::string const& found) {
    reader_.report({place, {"given twice", "重复给出"}, found, {}, {}});
}

void ModelReading::read_head(TomlValue const& document) {
    reader_.only(document, {"schema", "name", "fit", "age", "term", "covariance", "judged"});
    Text const expected{fmt::format("\"{}\"", model_schema), fmt::format("\"{}\"", model_schema)};
    TomlValue const* schema = required(document, "schema", expected);
    if (schema != nullptr && schema->text != model_schema)
        reader_.report({schema->place, {"unknown schema", "未知的格式"}, schema->text, expected, {}});
    model_.name = word(document, "name", {"the name of the model", "模型名称"});
}

void ModelReading::read_data(TomlValue const& fit) {
    Text const expected{"a list of { dataset = \"…\", version = \"…\" }",
                        "由 { dataset = \"…\", version = \"…\" } 组成的列表"};
    TomlValue const* data = required(fit, "data", expected);
    if (data == nullptr) return;
    if (data->kind != TomlValue::Kind::Array || data->items.empty()) {
        reader_.report({data->place, {"wrong value for data", "data 的值有误"}, data->text, expected, {}});
        return;
    }
    for (TomlValue const& each : data->items) {
        if (!reader_.table(each, "data", expected)) continue;
        reader_.only(each, {"dataset", "version", "file", "sha256"});
        FittedData set;
        set.dataset = word(each, "dataset", {"the key of a data set", "数据集的键"});
        set.version = word(each, "version", {"its version", "其版本"});
        if (TomlValue const* file = each.find("file")) set.file = reader_.text(*file, "file");
        if (TomlValue const* hash = each.find("sha256")) set.sha256 = reader_.text(*hash, "sha256");
        model_.fitted_on.data.push_back(std::move(set));
    }
}

void ModelReading::read_fit(TomlValue const& fit) {
    if (!reader_.table(fit, "fit")) return;
    reader_.only(fit, {"years", "alliances", "rows", "events", "data"});
    Text const expected{"the first and the last year, as [1815, 2018]", "起止年份，如 [1815, 2018]"};
    if (TomlValue const* years = required(fit, "years", expected)) {
        if (years->kind == TomlValue::Kind::Array && years->items.size() == 2) {
            model_.fitted_on.first_year = reader_.year(years->items[0], "years", 1);
            model_.fitted_on.last_year = reader_.year(years->items[1], "years", 1);
            if (model_.fitted_on.first_year > model_.fitted_on.last_year)
                reader_.report({years->place, {"the years run backwards", "年份倒序"}, years->text, expected, {}});
        } else {
            reader_.report({years->place, {"wrong value for years", "years 的值有误"}, years->text, expected, {}});
        }
    }
    model_.fitted_on.alliances = count(fit, "alliances");
    model_.fitted_on.rows = count(fit, "rows");
    model_.fitted_on.events = count(fit, "events");
    read_data(fit);
}

void ModelReading::read_age(TomlValue const& table) {
    reader_.only(table, {"function", "estimate", "se"});
    AgeTerm age;
    age.function = static_cast<AgeFunction>(one_of(table, "function", age_function_words()));
    age.estimate = real(table, "estimate", -HUGE_VAL);
    age.se = real(table, "se", 0.0);
    TomlValue const* function = table.find("function");
    bool const known = function != nullptr && function->text == word_of(age.function);
    if (known && std::ranges::find(model_.age, age.function, &AgeTerm::function) != model_.age.end())
        twice(function->place, std::string(word_of(age.function)));
    model_.age.push_back(age);
}

Label ModelReading::read_claim(TomlValue const& table) {
    Text const expected{"{ key = \"…\", en = \"…\", zh = \"…\" }", "{ key = \"…\", en = \"…\", zh = \"…\" }"};
    TomlValue const* claim = required(table, "claim", expected);
    if (claim == nullptr || !reader_.table(*claim, "claim", expected)) return {};
    reader_.only(*claim, {"key", "en", "zh"});
    Label label;
    label.key = word(*claim, "key", {"a short word", "一个短词"});
    label.name.en = word(*claim, "en", {"the claim in English", "英文的论断"});
    label.name.zh = word(*claim, "zh", {"the claim in Chinese", "中文的论断"});
    return label;
}

void ModelReading::read_term(TomlValue const& table) {
    reader_.only(table, {"name", "label", "claim", "nature", "expected", "centre", "sd", "estimate", "se"});
    ModelTerm term;
    term.name = word(table, "name", {"a column of alliance-years", "联盟—年份的一列"});
    if (TomlValue const* label = required(table, "label", {"{ en = \"…\", zh = \"…\" }", "{ en = \"…\", zh = \"…\" }"}))
        term.label = reader_.bilingual(*label, "label");
    term.claim = read_claim(table);
    term.nature = static_cast<Nature>(one_of(table, "nature", nature_words()));
    Text const signs{"1, -1 or 0", "1、-1 或 0"};
    if (TomlValue const* sign = required(table, "expected", signs)) {
        if (sign->kind == TomlValue::Kind::Number && (std::abs(sign->number) == 1.0 || sign->number == 0.0))
            term.expected = static_cast<int>(sign->number);
        else
            reader_.report({sign->place, {"wrong value for expected", "expected 的值有误"}, sign->text, signs, {}});
    }
    term.centre = real(table, "centre", -HUGE_VAL);
    term.sd = real(table, "sd", 0.0);
    term.estimate = real(table, "estimate", -HUGE_VAL);
    term.se = real(table, "se", 0.0);
    if (!term.name.empty() && model_.term_named(term.name)) twice(table.find("name")->place, term.name);
    model_.terms.push_back(std::move(term));
}

void ModelReading::check_errors(Place const& place) {
    std::size_t const n = model_.size();
    for (std::size_t k = 0; k < n; ++k) {
        bool const of_age = k < model_.age.size();
        double const se = of_age ? model_.age[k].se : model_.terms[k - model_.age.size()].se;
        double const variance = model_.covariance[k * n + k];
        if (variance >= 0.0 && std::abs(std::sqrt(variance) - se) <= 1e-4 * std::max(se, 1e-6)) continue;
        std::string const name =
            of_age ? std::string(word_of(model_.age[k].function)) : model_.terms[k - model_.age.size()].name;
        reader_.report({place,
                        {fmt::format("the variance of {} is not the square of its se", name),
                         fmt::format("{} 的方差不等于其 se 的平方", name)},
                        fmt::format("{}", variance),
                        {fmt::format("{}", se * se), fmt::format("{}", se * se)},
                        {}});
    }
}

void ModelReading::read_covariance(TomlValue const& covariance) {
    if (!reader_.table(covariance, "covariance")) return;
    reader_.only(covariance, {"matrix"});
    TomlValue const* rows = required(covariance, "matrix", {"a list of rows", "按行列出的矩阵"});
    if (rows == nullptr) return;
    std::size_t const n = model_.size();
    bool square = rows->kind == TomlValue::Kind::Array && rows->items.size() == n;
    for (TomlValue const& row : rows->items) {
        square = square && row.kind == TomlValue::Kind::Array && row.items.size() == n;
        for (TomlValue const& number : row.items) model_.covariance.push_back(reader_.number(number, "matrix", 0.0));
    }
    if (!square) {
        reader_.report({rows->place,
                        {"wrong shape of matrix", "matrix 的形状不对"},
                        {},
                        {fmt::format("{0} rows of {0} numbers, one for each [[age]] and then each [[term]]", n),
                         fmt::format("{0} 行，每行 {0} 个数，先各 [[age]] 后各 [[term]]", n)},
                        {}});
    } else if (!root_of(model_.covariance, n)) {
        reader_.report(
            {rows->place,
             {"covariance matrix is not symmetric and non-negative definite", "协方差矩阵不是对称非负定矩阵"},
             {},
             {},
             {}});
    } else {
        check_errors(rows->place);
    }
}

Model ModelReading::read(std::string const& content) {
    TomlValue document = case_file::read_toml(content, file_);
    document.place = {file_, 0, 0};
    read_head(document);
    if (TomlValue const* fit = required(document, "fit", {"a section [fit]", "[fit] 一节"})) read_fit(*fit);
    for (TomlValue const* table : tables(document, "age")) read_age(*table);
    if (TomlValue const* age = document.find("age");
        age != nullptr && age->kind == TomlValue::Kind::Array && model_.age.empty())
        reader_.report({age->place, {"no function of age", "没有年龄函数"}, {}, {"one at least", "至少一个"}, {}});
    if (document.find("term") != nullptr)
        for (TomlValue const* table : tables(document, "term")) read_term(*table);
    if (TomlValue const* covariance = required(document, "covariance", {"a section [covariance]", "[covariance] 一节"}))
        read_covariance(*covariance);
    if (problems_.empty()) return std::move(model_);
    std::ranges::stable_sort(problems_, {}, [](Problem const& p) { return std::pair(p.place.line, p.place.column); });
    throw Error(std::move(problems_));
}

std::string in_quotes(std::string const& text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + '"';
}

std::string fit_text(FittedOn const& on) {
    std::string text = fmt::format("\n[fit]\nyears = [{}, {}]\nalliances = {}\nrows = {}\nevents = {}\ndata = [\n",
                                   on.first_year, on.last_year, on.alliances, on.rows, on.events);
    for (FittedData const& each : on.data) {
        text += fmt::format("    {{ dataset = {}, version = {}", in_quotes(each.dataset), in_quotes(each.version));
        if (!each.file.empty()) text += ", file = " + in_quotes(each.file);
        if (!each.sha256.empty()) text += ", sha256 = " + in_quotes(each.sha256);
        text += " },\n";
    }
    return text + "]\n";
}

std::string term_text(ModelTerm const& term) {
    return fmt::format("\n[[term]]\nname = {}\nlabel = {{ en = {}, zh = {} }}\nclaim = {{ key = {}, en = {}, zh = {} "
                       "}}\nnature = {}\nexpected = {}\ncentre = {}\nsd = {}\nestimate = {}\nse = {}\n",
                       in_quotes(term.name), in_quotes(term.label.en), in_quotes(term.label.zh),
                       in_quotes(term.claim.key), in_quotes(term.claim.name.en), in_quotes(term.claim.name.zh),
                       in_quotes(std::string(word_of(term.nature))), term.expected, term.centre, term.sd, term.estimate,
                       term.se);
}

} // namespace

ModelFile read_model(std::filesystem::path const& path) {
    std::string const content = read_file(path);
    return {ModelReading(path.string()).read(content), {path.filename().string(), sha256(content)}, path};
}

std::string model_text(Model const& model, std::string const& comment, std::string const& judged) {
    std::string text = comment.empty() ? "" : "# ";
    for (char const c : comment) text += c == '\n' ? std::string("\n# ") : std::string(1, c);
    if (!comment.empty()) text += '\n';
    text += fmt::format("schema = {}\nname = {}\n", in_quotes(model_schema), in_quotes(model.name));
    text += fit_text(model.fitted_on);
    for (AgeTerm const& age : model.age)
        text += fmt::format("\n[[age]]\nfunction = {}\nestimate = {}\nse = {}\n",
                            in_quotes(std::string(word_of(age.function))), age.estimate, age.se);
    for (ModelTerm const& term : model.terms) text += term_text(term);
    text += "\n[covariance]\nmatrix = [\n";
    auto const n = static_cast<std::ptrdiff_t>(model.size());
    for (auto row = model.covariance.begin(); row != model.covariance.end(); row += n)
        text += fmt::format("    [{}],\n", fmt::join(row, row + n, ", "));
    text += "]\n";
    if (!judged.empty()) text += "\n" + judged;
    return text;
}

} // namespace casus::endurance
