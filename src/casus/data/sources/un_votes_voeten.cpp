// UN General Assembly roll calls in Voeten's form: a row for each vote of each state, numbers for what it voted.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source un_votes_voeten() {
    return {.dataset = "un-votes-voeten",
            .title = {"UN General Assembly votes (Voeten)", "联合国大会表决（Voeten）"},
            .row = {"one state's vote in one roll call", "一国在一次唱名表决中的投票"},
            .columns = {required(column("rcid")), required(column("session")), required(column("vote")),
                        required(cow("ccode")), required(year("year")), column("member"), column("importantvote"),
                        column("date"), column("unres"), required(column("me")), required(column("nu")),
                        required(column("di")), required(column("hr")), required(column("co")), required(column("ec"))},
            .versions = {{.version = "2015"}},
            .keys = {"rcid", "ccode"},
            .citation = voeten_2013,
            .note = {"vote: 1 yes, 2 abstain, 3 no, 8 absent, 9 not a member; me, nu, di, hr, co, ec are issues",
                     "vote：1 赞成，2 弃权，3 反对，8 缺席，9 非会员国；me、nu、di、hr、co、ec 为议题"}};
}

} // namespace casus::data::sources
