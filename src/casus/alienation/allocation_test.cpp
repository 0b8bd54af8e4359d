// evaluate() and a draw allocate nothing, so that ensembles run at the speed of the arithmetic.
#include "casus/alienation/evaluate.hpp"

#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CASUS_OWN_ALLOCATION_TEST 0
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CASUS_OWN_ALLOCATION_TEST 0
#endif
#ifndef CASUS_OWN_ALLOCATION_TEST
#define CASUS_OWN_ALLOCATION_TEST 1
#endif

namespace {

std::atomic<std::size_t> allocations{0};

} // namespace

#if CASUS_OWN_ALLOCATION_TEST
void* operator new(std::size_t size) {
    ++allocations;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif

namespace casus::alienation {
namespace {

TEST(Evaluate, AndDrawsAllocateNothing) {
    if (!CASUS_OWN_ALLOCATION_TEST) GTEST_SKIP() << "a sanitizer has its own allocator";
    World const world = random_world({.seed = 6, .actors = 20, .issues = 5});
    Parameters const parameters = random_parameters(6);
    Buffers buffers(world);
    World drawn = world;
    Parameters drawn_parameters = parameters;
    world.draw(1, 0, drawn); // the first draws make room for their random numbers and build tables
    parameters.draw(1, 0, drawn_parameters);
    std::vector<NamedFormula> const& variants = formulas();
    std::size_t const before = allocations;
    for (NamedFormula const& named : variants) {
        world.draw(1, 1, drawn);
        parameters.draw(1, 1, drawn_parameters);
        evaluate(drawn, drawn_parameters, buffers, named.formula);
    }
    EXPECT_EQ(allocations, before);
    ::operator delete(::operator new(8)); // unlike a new-expression, not the compiler's to leave out
    EXPECT_GT(allocations, before) << "the counter counts";
}

} // namespace
} // namespace casus::alienation
