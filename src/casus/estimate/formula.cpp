#include "casus/estimate/formula.hpp"

#include "casus/estimate/formula_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace casus::estimate {

namespace {

using Terms = std::vector<ModelTerm>; ///< the empty term is the intercept

constexpr int most_degree = 20;
constexpr std::size_t most_terms = 500;
std::vector<std::string> const functions{"log", "log2", "log10", "log1p", "sqrt", "exp", "abs"};
std::vector<std::string> const all_functions{"log", "log2", "log10",  "log1p", "sqrt", "exp",
                                             "abs", "I",    "factor", "ns",    "poly"};

/// Names of a term's factors, in no order: what makes two terms the same.
std::vector<std::string> key_of(ModelTerm const& term) {
    std::vector<std::string> key;
    for (Factor const& factor : term) key.push_back(factor.text);
    std::ranges::sort(key);
    return key;
}

void add_term(Terms& terms, ModelTerm term) {
    auto const key = key_of(term);
    if (std::ranges::none_of(terms, [&](ModelTerm const& other) { return key_of(other) == key; }))
        terms.push_back(std::move(term));
}

ModelTerm product(ModelTerm term, ModelTerm const& other) {
    for (Factor const& factor : other)
        if (std::ranges::find(term, factor.text, &Factor::text) == term.end()) term.push_back(factor);
    return term;
}

class Reader {
public:
    explicit Reader(std::string const& text) : text_(text), words_(words_of(text)) {}

    Formula read() {
        Formula formula{.text = text_, .responses = {}, .terms = {}};
        do formula.responses.push_back(response());
        while (take(","));
        if (!take("~"))
            fail({"the outcome ends here without ~", "因变量之后缺少 ~"}, {"~ and covariates", "~ 与自变量"});
        Terms terms = sum({{}});
        if (now().kind != Word::Kind::End)
            fail({"the formula cannot be read here", "公式在此处无法读懂"},
                 {"+, -, *, : or its end", "+、-、*、: 或结尾"});
        formula.intercept = std::ranges::any_of(terms, [](ModelTerm const& term) { return term.empty(); });
        std::erase_if(terms, [](ModelTerm const& term) { return term.empty(); });
        std::ranges::stable_sort(terms, {}, [](ModelTerm const& term) { return term.size(); });
        formula.terms = std::move(terms);
        return formula;
    }

private:
    [[nodiscard]] Word const& now() const { return words_[at_]; }
    [[nodiscard]] bool is(std::string_view sign) const { return now().kind == Word::Kind::Sign && now().text == sign; }
    bool take(std::string_view sign) {
        if (!is(sign)) return false;
        ++at_;
        return true;
    }
    void want(std::string_view sign) {
        if (!take(sign))
            fail({"the formula cannot be read here", "公式在此处无法读懂"}, {std::string(sign), std::string(sign)});
    }
    [[noreturn]] void fail(Text const& what, Text const& expected, std::string const& nearest = {}) const {
        std::string const found = text_.substr(now().first, now().last - now().first);
        throw formula_error(text_, now().column, what, found, expected, nearest);
    }

    Factor response() {
        Expression of = arithmetic();
        return {.of = std::move(of)};
    }

    void add(Terms& terms, ModelTerm term) const {
        if (terms.size() > most_terms)
            fail({"the products make too many terms", "乘积产生的项过多"},
                 {fmt::format("at most {}", most_terms), fmt::format("至多 {}", most_terms)});
        add_term(terms, std::move(term));
    }

    /// Terms joined by + and −; `from` is what stands before the first.
    Terms sum(Terms terms) {
        bool minus = take("-");
        if (!minus) take("+");
        for (;;) {
            Terms const piece = crossing();
            for (ModelTerm const& term : piece)
                if (minus)
                    std::erase_if(terms, [&](ModelTerm const& other) { return key_of(other) == key_of(term); });
                else
                    add_term(terms, term);
            if (removed_intercept_ && minus)
                add_term(terms, {}); // what is not without an intercept has one, as in R
            else if (removed_intercept_)
                std::erase_if(terms, [](ModelTerm const& term) { return term.empty(); });
            removed_intercept_ = false;
            if (take("+"))
                minus = false;
            else if (take("-"))
                minus = true;
            else
                return terms;
        }
    }

    Terms crossing() {
        Terms terms = interaction();
        while (take("*")) {
            Terms const other = interaction();
            Terms crossed = terms;
            for (ModelTerm const& term : other) add(crossed, term);
            for (ModelTerm const& left : terms)
                for (ModelTerm const& right : other) add(crossed, product(left, right));
            terms = std::move(crossed);
        }
        return terms;
    }

    Terms interaction() {
        Terms terms = atom();
        while (take(":")) {
            Terms const other = atom();
            Terms joined;
            for (ModelTerm const& left : terms)
                for (ModelTerm const& right : other) add(joined, product(left, right));
            terms = std::move(joined);
        }
        if (is("^"))
            fail({"a power outside I()", "乘方须置于 I() 内"},
                 {"I(x^2), poly(x, 2) or a:b", "I(x^2)、poly(x, 2) 或 a:b"});
        if (is("/")) fail({"a quotient outside I()", "除法须置于 I() 内"}, {"I(a / b)", "I(a / b)"});
        return terms;
    }

    Terms atom() {
        if (take("(")) {
            Deeper const deeper(*this);
            Terms terms = sum({});
            want(")");
            return terms;
        }
        if (now().kind == Word::Kind::Number) {
            if (now().number != 0.0 && now().number != 1.0)
                fail({"a number among the covariates", "自变量中出现数字"}, {"a column, 0 or 1", "列名、0 或 1"});
            removed_intercept_ = now().number == 0.0;
            ++at_;
            return removed_intercept_ ? Terms{} : Terms{{}};
        }
        return {{factor()}};
    }

    Factor factor() {
        if (now().kind != Word::Kind::Name)
            fail({"a covariate is missing here", "此处缺少自变量"},
                 {"a column or a function of one", "列名或列的函数"});
        Word const& word = now();
        bool const call = words_[at_ + 1].kind == Word::Kind::Sign && words_[at_ + 1].text == "(";
        if (!call) {
            Factor plain{.of = {.kind = Expression::Kind::Column, .name = word.text, .column = word.column},
                         .text = word.text};
            ++at_;
            return plain;
        }
        if (word.text == "factor") return levels();
        if (word.text == "ns" || word.text == "poly") return curve();
        std::size_t const begin = word.first;
        Expression of = primary();
        return {.of = std::move(of), .text = text_.substr(begin, words_[at_ - 1].last - begin)};
    }

    Factor levels() {
        at_ += 2;
        if (now().kind != Word::Kind::Name)
            fail({"factor() takes a column", "factor() 需要列名"}, {"a column", "列名"});
        Expression of{.kind = Expression::Kind::Column, .name = now().text, .column = now().column};
        ++at_;
        want(")");
        std::string text = "factor(" + of.name + ")";
        return {.kind = Factor::Kind::Levels, .of = std::move(of), .text = std::move(text)};
    }

    Factor curve() {
        bool const spline = now().text == "ns";
        std::size_t const begin = now().first;
        at_ += 2;
        Expression of = arithmetic();
        want(",");
        if (now().kind == Word::Kind::Name && (now().text == "df" || now().text == "degree")) {
            fail({"arguments have no names here", "参数不写名称"}, {"a number", "数字"});
        }
        double const degree = now().kind == Word::Kind::Number ? now().number : 0.0;
        if (degree < 1.0 || degree > most_degree || degree != std::floor(degree))
            fail({"bad number of columns of a curve", "曲线列数有误"},
                 {fmt::format("a whole number from 1 to {}", most_degree), fmt::format("1 到 {} 的整数", most_degree)});
        ++at_;
        want(")");
        return {.kind = spline ? Factor::Kind::NaturalSpline : Factor::Kind::Polynomial,
                .of = std::move(of),
                .degree = static_cast<int>(degree),
                .text = text_.substr(begin, words_[at_ - 1].last - begin)};
    }

    // --- arithmetic, inside I(), log() … and on the left of ~ ---------------------------------------------------------

    Expression binary(Expression left, std::string const& sign, Expression right) {
        int const column = left.column;
        return {.kind = Expression::Kind::Binary,
                .name = sign,
                .column = column,
                .arguments = {std::move(left), std::move(right)}};
    }

    Expression arithmetic() {
        Expression left = multiplication();
        while (is("+") || is("-")) {
            std::string const sign = words_[at_++].text;
            left = binary(std::move(left), sign, multiplication());
        }
        return left;
    }

    Expression multiplication() {
        Expression left = signed_power();
        while (is("*") || is("/")) {
            std::string const sign = words_[at_++].text;
            left = binary(std::move(left), sign, signed_power());
        }
        return left;
    }

    Expression signed_power() {
        Deeper const deeper(*this);
        int const column = now().column;
        if (take("-"))
            return {.kind = Expression::Kind::Negative, .name = "-", .column = column, .arguments = {signed_power()}};
        Expression base = primary();
        if (take("^")) return binary(std::move(base), "^", signed_power());
        return base;
    }

    Expression primary() {
        if (take("(")) {
            Expression inner = arithmetic();
            want(")");
            return inner;
        }
        Word const word = now();
        if (word.kind == Word::Kind::Number) {
            ++at_;
            return {.kind = Expression::Kind::Number, .number = word.number, .column = word.column};
        }
        if (word.kind != Word::Kind::Name)
            fail({"the formula cannot be read here", "公式在此处无法读懂"}, {"a column or a number", "列名或数字"});
        ++at_;
        if (!is("(")) return {.kind = Expression::Kind::Column, .name = word.text, .column = word.column};
        return call(word);
    }

    Expression call(Word const& word) {
        if (word.text != "I" && std::ranges::find(functions, word.text) == functions.end()) {
            --at_;
            if (std::ranges::find(all_functions, word.text) != all_functions.end())
                fail({"this stands among the covariates only, not inside others", "此函数只能单独用作自变量"},
                     {fmt::format("a column, I or one of {}", fmt::join(functions, ", ")),
                      fmt::format("列名、I 或下列之一：{}", fmt::join(functions, "、"))});
            fail({"unknown function", "未知函数"},
                 {fmt::format("one of {}", fmt::join(all_functions, ", ")),
                  fmt::format("下列之一：{}", fmt::join(all_functions, "、"))},
                 nearest(word.text, all_functions));
        }
        want("(");
        Expression inner = arithmetic();
        want(")");
        if (word.text == "I") return inner;
        return {
            .kind = Expression::Kind::Call, .name = word.text, .column = word.column, .arguments = {std::move(inner)}};
    }

    /// Brackets, signs and powers inside one another, so that no formula exhausts the stack.
    class Deeper {
    public:
        explicit Deeper(Reader& reader) : reader_(reader) {
            if (++reader_.depth_ > most_depth) reader_.fail({"too many brackets", "括号层数过多"}, {});
        }
        ~Deeper() { --reader_.depth_; }
        Deeper(Deeper const&) = delete;
        Deeper& operator=(Deeper const&) = delete;

    private:
        static constexpr int most_depth = 200;
        Reader& reader_;
    };

    std::string const& text_;
    std::vector<Word> words_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool removed_intercept_ = false;
};

} // namespace

Formula read_formula(std::string const& text) {
    constexpr std::size_t longest = 20000;
    if (text.size() > longest)
        throw formula_error(text.substr(0, 40) + "…", 0, {"the formula is too long", "公式过长"}, {},
                            {fmt::format("at most {} letters", longest), fmt::format("至多 {} 个字符", longest)});
    return Reader(text).read();
}

Error formula_error(std::string_view formula, int column, Text const& what, std::string const& found,
                    Text const& expected, std::string const& nearest) {
    return Error(Problem{.place = {.file = fmt::format("'{}'", formula), .line = 1, .column = column},
                         .what = what,
                         .found = found,
                         .expected = expected,
                         .nearest = nearest});
}

void add_columns(Expression const& expression, std::vector<Expression const*>& columns) {
    if (expression.kind == Expression::Kind::Column) columns.push_back(&expression);
    for (Expression const& argument : expression.arguments) add_columns(argument, columns);
}

std::vector<std::string> columns_of(Formula const& formula) {
    std::vector<Expression const*> places;
    for (Factor const& response : formula.responses) add_columns(response.of, places);
    for (ModelTerm const& term : formula.terms)
        for (Factor const& factor : term) add_columns(factor.of, places);
    std::vector<std::string> names;
    for (Expression const* const place : places)
        if (std::ranges::find(names, place->name) == names.end()) names.push_back(place->name);
    return names;
}

} // namespace casus::estimate
