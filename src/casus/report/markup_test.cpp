#include "casus/report/markup.hpp"

#include <gtest/gtest.h>

namespace casus::report {

TEST(Markup, EscapesWhatMarkupWouldRead) {
    EXPECT_EQ(escape("<script>\"a\" & 'b'</script>"), "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
    EXPECT_EQ(escape("联盟\n异化"), "联盟\n异化");
    EXPECT_EQ(escape("a\x1b\xff"), "a\uFFFD");
}

TEST(Markup, EscapesMarkupUnderCombiningMarks) { EXPECT_EQ(escape("a<\u0338b"), "a&lt;\u0338b"); }

TEST(Markup, AnchorsNeedNoEscapes) {
    EXPECT_EQ(anchor("ledger", "alienation/AUS/trade"), "ledger-alienation-AUS-trade");
    EXPECT_EQ(anchor("s", "a b\"<国"), "s-a_20b_22_3C_E5_9B_BD");
    EXPECT_NE(anchor("s", "a b"), anchor("s", "a_20b"));
}

} // namespace casus::report
