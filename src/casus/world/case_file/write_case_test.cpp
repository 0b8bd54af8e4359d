#include "casus/world/case_file/write_case.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/random_world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

namespace casus::case_file {
namespace {

namespace fs = std::filesystem;

class WriteCase : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path folder_;
};

void expect_same(World const& a, World const& b) {
    ASSERT_EQ(a.size().actors, b.size().actors);
    for (QuantityInfo const& q : all_quantities()) {
        ASSERT_EQ(a.values(q.quantity).size(), b.values(q.quantity).size()) << q.key;
        for (std::size_t n = 0; n < a.values(q.quantity).size(); ++n) {
            double const x = a.value(q.quantity, n);
            double const y = b.value(q.quantity, n);
            ASSERT_TRUE(x == y || (std::isnan(x) && std::isnan(y))) << q.key << ' ' << n << ": " << x << ' ' << y;
            ASSERT_EQ(a.sd(q.quantity, n), b.sd(q.quantity, n)) << q.key << ' ' << n;
            ASSERT_EQ(a.basis(q.quantity, n), b.basis(q.quantity, n)) << q.key << ' ' << n;
        }
    }
    for (std::size_t n = 0; n < a.size().actors; ++n) {
        EXPECT_EQ(a.actors()[n].name, b.actors()[n].name);
        EXPECT_EQ(a.actors()[n].role, b.actors()[n].role);
    }
    ASSERT_EQ(a.issues().size(), b.issues().size());
    for (std::size_t k = 0; k < a.issues().size(); ++k) {
        EXPECT_EQ(a.issues()[k].match, b.issues()[k].match);
        EXPECT_EQ(a.issues()[k].need, b.issues()[k].need);
        EXPECT_EQ(a.issues()[k].goods, b.issues()[k].goods);
        ASSERT_EQ(a.issues()[k].recipes.size(), b.issues()[k].recipes.size());
        for (std::size_t r = 0; r < a.issues()[k].recipes.size(); ++r)
            EXPECT_EQ(a.issues()[k].recipes[r].uses, b.issues()[k].recipes[r].uses);
    }
}

TEST_F(WriteCase, ReadBackItIsTheSameWorld) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        RandomWorldPlan plan;
        plan.seed = seed;
        plan.direct_matches = seed == 2;
        WorldBuilder builder = random_builder(plan);
        builder.title = {"A \"quoted\" title \\ with a\nline end", "带“引号”的标题"};
        fs::path const path = folder_ / "random.toml";
        write_case(builder, path, "Random.\n\nTwo paragraphs.");
        expect_same(builder.build(), read_case(path).world);
    }
}

TEST_F(WriteCase, SourcesTreatiesAndGroupsComeBack) {
    WorldBuilder builder = random_builder({});
    builder.sources.push_back({"NMC", "National Material Capabilities, \"6.0\""});
    ASSERT_FALSE(builder.treaties.empty());
    builder.treaties.front().until = Year{2050};
    builder.treaties.front().source = "NMC: a treaty";
    builder.groups.push_back({.code = "ALL_OF_THEM",
                              .name = {"all of them", "全体"},
                              .regroups = true,
                              .members = {builder.actors[3].code, builder.actors[4].code}});
    builder.actors[5].kind = ActorKind::Region;
    builder.set({Quantity::Depth, builder.actors[4].code},
                {0.25, 0.0, {Basis::Kind::Given, "NMC: a detail, with comma", {}, {}}, {}}, 1);
    fs::path const path = folder_ / "case.toml";
    write_case(builder, path, "");
    EXPECT_TRUE(fs::exists(folder_ / "case.figures.csv"));
    EXPECT_THAT(read_file(path), testing::StartsWith("schema = "));

    World const world = read_case(path).world;
    expect_same(builder.build(), world);
    EXPECT_EQ(world.treaties().front().until, Year{2050});
    EXPECT_EQ(world.treaties().front().source, "NMC: a treaty");
    EXPECT_TRUE(world.groups().back().regroups);
    EXPECT_EQ(world.actors()[5].kind, ActorKind::Region);
}

TEST_F(WriteCase, ScenariosComeBack) {
    Scenario const scenario{.code = "declining",
                            .name = {"a declining leader", "衰落的霸权国"},
                            .changes = {{"hegemon.power", "*0.8", {}, "a \"fifth\" less"}, {"hegemon.budget", "0.05"}},
                            .reason = {"a test", "测试"}};
    fs::path const path = folder_ / "case.toml";
    write_case(random_builder({}), path, "", {scenario, {.code = "none", .name = {"none", "none"}, .changes = {}}});
    std::vector<Scenario> const read = read_case(path).scenarios;
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].code, scenario.code);
    EXPECT_EQ(read[0].name, scenario.name);
    EXPECT_EQ(read[0].reason, scenario.reason);
    ASSERT_EQ(read[0].changes.size(), 2u);
    for (std::size_t n = 0; n < 2; ++n) {
        EXPECT_EQ(read[0].changes[n].path, scenario.changes[n].path);
        EXPECT_EQ(read[0].changes[n].value, scenario.changes[n].value);
        EXPECT_EQ(read[0].changes[n].reason, scenario.changes[n].reason);
    }
    EXPECT_TRUE(read[1].changes.empty());
}

} // namespace
} // namespace casus::case_file
