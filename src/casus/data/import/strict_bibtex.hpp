// For tests: BibTeX as its strictest readers take it.
#pragma once

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

struct BibtexEntry {
    std::string type;
    std::string key;
    std::map<std::string, std::string> fields;
};

/// Reads entries and comments (lines that begin with %), with values in braces only. Anything else throws
/// std::runtime_error with what was expected and what stands there.
class StrictBibtex {
public:
    explicit StrictBibtex(std::string_view text) : text_(text) {}

    [[nodiscard]] std::vector<BibtexEntry> entries() {
        std::vector<BibtexEntry> all;
        for (skip(); at_ < text_.size(); skip()) all.push_back(entry());
        return all;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;

    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    [[noreturn]] void fail(std::string const& expected) const {
        throw std::runtime_error("expected " + expected + " at: " + std::string(text_.substr(at_, 60)));
    }
    void skip() {
        for (;; ++at_)
            if (here() == '%' && (at_ == 0 || text_[at_ - 1] == '\n'))
                at_ = std::min(text_.find('\n', at_), text_.size() - 1);
            else if (here() != ' ' && here() != '\n')
                return;
    }
    void take(char wanted) {
        if (here() != wanted) fail(std::string(1, wanted));
        ++at_;
    }
    std::string word(std::string_view letters) {
        std::size_t const end = std::min(text_.find_first_not_of(letters, at_), text_.size());
        if (end == at_) fail("one of " + std::string(letters));
        std::string const found(text_.substr(at_, end - at_));
        at_ = end;
        return found;
    }
    /// What stands between braces that match.
    std::string value() {
        take('{');
        std::size_t const begin = at_;
        for (int depth = 1; depth > 0; ++at_) {
            if (at_ >= text_.size()) fail("}");
            depth += (here() == '{') - (here() == '}');
        }
        return std::string(text_.substr(begin, at_ - 1 - begin));
    }
    BibtexEntry entry() {
        constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
        BibtexEntry result;
        take('@');
        result.type = word(letters);
        take('{');
        result.key = word("abcdefghijklmnopqrstuvwxyz0123456789-");
        for (skip(); here() == ','; skip()) {
            ++at_;
            skip();
            if (here() == '}') break;
            std::string const name = word(letters);
            skip();
            take('=');
            skip();
            if (!result.fields.emplace(name, value()).second) fail("each field once, not " + name + " again");
        }
        take('}');
        return result;
    }
};

} // namespace casus::data
