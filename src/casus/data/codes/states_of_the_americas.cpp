// The states of the Americas; how to read a line stands in state_table.hpp.
#include "casus/data/codes/state_table.hpp"

namespace casus::data {

std::string_view const states_of_the_americas = R"(
2 USA 1816-                    | 2 1816-                 | USA           | United States of America=美国
    United States; USA; US; U.S.; U.S.A.; America; 美利坚合众国
20 CAN 1920-                   | 20 1867-                | CAN
31 BHM 1973-                   | 31 1973-                | BHS
    The Bahamas
40 CUB 1902-1906 1909-         | 40 1902-                | CUB
41 HAI 1859-1915 1934-         | 41 1816-1915 1934-      | HTI
42 DOM 1894-1916 1924-         | 42 1844-                | DOM
    Dominican Rep.; 多米尼加; 多明尼加
51 JAM 1962-                   | 51 1962-                | JAM
52 TRI 1962-                   | 52 1962-                | TTO
    Trinidad; Trinidad-Tobago
53 BAR 1966-                   | 53 1966-                | BRB
54 DMA 1978-                   | 54 1978-                | DMA
55 GRN 1974-                   | 55 1974-                | GRD
56 SLU 1979-                   | 56 1979-                | LCA
57 SVG 1979-                   | 57 1979-                | VCT
    St. Vincent
58 AAB 1981-                   | 58 1981-                | ATG
    Antigua
60 SKN 1983-                   | 60 1983-                | KNA
    St. Kitts; St. Kitts-Nevis; St. Christopher and Nevis; 圣克里斯托弗和尼维斯
70 MEX 1831-                   | 70 1821-                | MEX
    United Mexican States
80 BLZ 1981-                   | 80 1981-                | BLZ
    British Honduras
                               | 89 1823-1839            |               | United Provinces of Central America=中美洲联合省
    Central America; Central American Federation
90 GUA 1868-                   | 90 1840-                | GTM
91 HON 1899-                   | 91 1840-                | HND
92 SAL 1875-                   | 92 1840-                | SLV
93 NIC 1900-                   | 93 1840-                | NIC
94 COS 1920-                   | 94 1840-                | CRI
95 PAN 1903-                   | 95 1903-                | PAN
                               | 99 1821-1830            |               | Great Colombia=大哥伦比亚
    Gran Colombia
100 COL 1831-                  | 100 1830-               | COL
101 VEN 1841-                  | 101 1829-               | VEN
    Venezuela, RB; Bolivarian Republic of Venezuela
110 GUY 1966-                  | 110 1966-               | GUY
115 SUR 1975-                  | 115 1975-               | SUR
    Surinam
130 ECU 1854-                  | 130 1830-               | ECU
135 PER 1839-                  | 135 1824-               | PER
140 BRA 1822-                  | 140 1822-               | BRA
    Brasil; Federative Republic of Brazil
145 BOL 1848-                  | 145 1825-               | BOL
    Plurinational State of Bolivia; 多民族玻利维亚国
150 PAR 1846-1870 1876-        | 150 1816-               | PRY
155 CHL 1839-                  | 155 1818-               | CHL
160 ARG 1841-                  | 160 1816-               | ARG
    Argentine Republic
165 URU 1882-                  | 165 1830-               | URY
    乌拉圭东岸共和国)";

} // namespace casus::data
