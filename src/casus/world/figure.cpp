#include "casus/world/figure.hpp"

#include <fmt/format.h>

namespace casus {

std::string describe(Basis const& basis, Language language) {
    bool const chinese = language == Language::Chinese;
    switch (basis.kind) {
    case Basis::Kind::Given:
        return basis.source;
    case Basis::Kind::Default:
        return chinese ? "默认值" : "default";
    case Basis::Kind::Derived:
        return fmt::format(fmt::runtime(chinese ? "推得：{}" : "derived: {}"), basis.rule.in(language));
    case Basis::Kind::Estimated:
        return fmt::format(fmt::runtime(chinese ? "估计（{}；{}；数据至 {} 年）" : "estimated ({}; {}; data until {})"),
                           basis.model, basis.source, basis.until);
    case Basis::Kind::Judgement:
        break;
    }
    std::string line = chinese ? "判断" : "judgement";
    if (!basis.coder.empty()) line += fmt::format(fmt::runtime(chinese ? "（{}）" : " ({})"), basis.coder);
    if (!basis.reason.empty()) line += fmt::format(fmt::runtime(chinese ? "：{}" : ": {}"), basis.reason);
    return line;
}

} // namespace casus
