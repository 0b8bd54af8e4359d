#include "casus/world/ledger_writer.hpp"

#include "casus/world/random_world.hpp"
#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(LedgerWriter, WritesEachKindOfLine) {
    WorldBuilder builder = small_builder();
    Figure land = figure(0.25, 0.125);
    land.basis = {Basis::Kind::Judgement, {}, "me", "few ships"};
    builder.set({.quantity = Quantity::Land, .actor = "FRA"}, land);
    World const world = builder.build();
    Parameters const parameters = random_parameters(1);
    LedgerWriter writer(world, parameters, "some/id", {"Title", "标题"});
    writer.heading({"heading", "小标题"});
    writer.total("sum", {"sum", "合计"}, 3.0, {"a + b", "a + b"});
    writer.term("a", {"a", "甲"}, 1.0);
    writer.figure(Quantity::Land, small::fra.index(), {" of France", "（法国）"});
    writer.figure(Quantity::Power, small::fra.index());
    writer.step({"step", "步骤"}, 2.0);
    writer.parameter(Parameter::Repair);
    Ledger const ledger = writer.finish({"summary", "总结"});

    EXPECT_EQ(ledger.id, "some/id");
    EXPECT_EQ(ledger.title.zh, "标题");
    EXPECT_EQ(ledger.summary.en, "summary");
    ASSERT_EQ(ledger.lines.size(), 7u);
    std::vector<int> levels;
    for (LedgerLine const& line : ledger.lines) levels.push_back(line.level);
    EXPECT_EQ(levels, (std::vector{0, 0, 1, 2, 2, 2, 2}));
    EXPECT_FALSE(ledger.lines[0].value.has_value());
    EXPECT_EQ(ledger.lines[1].key, "sum");
    EXPECT_EQ(ledger.lines[3].term.en, "land strength of France");
    EXPECT_EQ(ledger.lines[3].term.zh, "陆上力量（法国）");
    EXPECT_EQ(ledger.lines[3].value, 0.25);
    EXPECT_EQ(ledger.lines[3].how.en, "± 0.125");
    EXPECT_EQ(ledger.lines[3].source.en, "judgement (me): few ships");
    EXPECT_TRUE(ledger.lines[4].how.empty());
    EXPECT_EQ(ledger.lines[4].source.zh, "source");
    EXPECT_EQ(ledger.lines[6].value, parameters[Parameter::Repair]);
    EXPECT_EQ(ledger.lines[6].how.en, "± 0.03"); // 0.05 of the range 0.2 to 0.8
}

} // namespace
} // namespace casus
