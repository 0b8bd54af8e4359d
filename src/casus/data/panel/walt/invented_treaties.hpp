// For tests: a few states and two invented treaties.
#pragma once

#include "casus/data/panel/walt/invented_ground.hpp"

namespace casus::data::testing_data {

/// States 2, 200, 365 and 710, of 1890 to 1912.
inline void put_states(Store& store) {
    put(store, "cow-states", "2016", 1890, 1912,
        table_of_lines("ccode,styear,stmonth,stday,endyear,endmonth,endday\n"
                       "2,1890,1,1,1912,12,31\n200,1890,1,1,1912,12,31\n"
                       "365,1890,1,1,1912,12,31\n710,1890,1,1,1912,12,31"));
}

/// These states, and two treaties. Treaty 10 binds 2 and 200 from March 1902 to June 1907; treaty 20 binds
/// 2, 365 and 710 from 1904 and goes on when the coverage ends with 1909.
inline void put_treaties(Store& store) {
    put_states(store);
    put(store, "atop-member", "5.1", 1900, 1909,
        table_of_lines("atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,obvary,defense,offense,neutral,"
                       "nonagg,consul,wartime\n"
                       "10,2,1902,3,1,1907,6,30,0,0,1,0,0,0,0,1\n10,200,1902,3,1,1907,6,30,0,0,1,0,0,0,0,1\n"
                       "20,2,1904,1,1,0,,,0,0,1,0,0,0,0,0\n20,365,1904,1,1,0,,,0,0,1,0,0,0,0,0\n"
                       "20,710,1904,1,1,0,,,0,0,1,0,0,0,0,0"));
}

} // namespace casus::data::testing_data
