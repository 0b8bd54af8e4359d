#include "casus/dilemma/claim.hpp"
#include <gtest/gtest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
namespace casus::dilemma { namespace {
TEST(Claim, Explore) {
    Claim c = test_claim({.seed = 1, .worlds = 500, .threads = 2});
    for (auto& r : c.results) fmt::print("{:28} dil {::.3f} link {::.3f} alt {::.3f} A {::.4f} E {::.4f} Eh {::.4f} R {::.4f}\n", r.key, r.dilemma, r.linked_out, r.alternative, r.abandonment, r.entrapment, r.leader_entrapment, r.reliability);
}
}}
