#include "casus/world/from_panel/citation.hpp"

#include <gtest/gtest.h>

namespace casus::from_panel {
namespace {

TEST(PlainCitation, SaysWhoWhenWhatAndWhere) {
    EXPECT_EQ(plain_citation("@article{key,\n  author = {Gibler, Douglas M.\n            and Miller, Steven V.},\n"
                             "  title = {An Analysis of the {MID} Dataset, 1816--2001},\n  journal = {ISQ},\n"
                             "  volume = {60},\n  year = {2016},\n  pages = {719--730}\n}\n"
                             "@misc{other,\n  author = {{Correlates of War Project}},\n  year = {2017}\n}"),
              "Gibler, Douglas M. and Miller, Steven V. 2016, An Analysis of the MID Dataset, 1816–2001, ISQ 60; "
              "Correlates of War Project 2017");
}

TEST(PlainCitation, IsEmptyWhereThereIsNone) { EXPECT_EQ(plain_citation("no entry"), ""); }

} // namespace
} // namespace casus::from_panel
