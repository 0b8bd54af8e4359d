// The states of Asia and Oceania; how to read a line stands in state_table.hpp.
#include "casus/data/codes/state_table.hpp"

namespace casus::data {

std::string_view const states_of_asia_and_oceania = R"(
600 MOR 1847-1912 1956-        | 600 1816-1904 1956-     | MAR
615 ALG 1962-                  | 615 1816-1830 1962-     | DZA
616 TUN 1825-1881 1956-        | 616 1816-1881 1956-     | TUN
    Tunisian Republic
620 LIB 1951-                  | 620 1816-1834 1951-     | LBY
    Libyan Arab Jamahiriya; Tripoli; Tripolitania; Libyan Arab Republic
625 SUD 1956-                  | 625 1956-               | SDN
    Sudan, North; North Sudan
626 SSD 2011-                  | 626 2011-               | SSD
    South Sudan
630 IRN 1855-                  | 630 1816-               | IRN           | Persia=波斯 -1934; Iran=伊朗
    Iran (Persia); Islamic Republic of Iran; Iran, Islamic Rep.
640 TUR 1816-                  | 640 1816-               | TUR           | Ottoman Empire=奥斯曼帝国 -1922; Turkey=土耳其
    Turkey (Ottoman Empire); Turkey/Ottoman Empire; Ottoman; Türkiye; Turkiye; 奥斯曼; 奥斯曼土耳其
645 IRQ 1932-                  | 645 1932-               | IRQ
651 EGY 1855-1882 1937-        | 651 1827-1855 1922-     | EGY           | Egypt=埃及 -1957; United Arab Republic=阿拉伯联合共和国 -1970; Egypt=埃及
    UAR; U.A.R.; Egypt, Arab Rep.; Arab Republic of Egypt; 阿拉伯埃及
652 SYR 1946-1958 1961-        | 652 1946-               | SYR
    Syrian Arab Republic; Syrian Arab Rep.; 叙利亚阿拉伯共和国
660 LEB 1946-                  | 660 1944-               | LBN
    Lebanese Republic
663 JOR 1946-                  | 663 1946-               | JOR           | Transjordan=外约旦 -1948; Jordan=约旦
    约旦哈希姆王国
666 ISR 1948-                  | 666 1948-               | ISR
670 SAU 1927-                  | 670 1932-               | SAU
    Saudi; Nejd; Hejaz and Nejd; 沙特
678 YAR 1926-1990              | 678 1918-1990           | YEM           | Yemen=也门 -1961; Yemen Arab Republic=阿拉伯也门共和国（北也门）
    North Yemen; Yemen (North); Yemen, North; Yemen (Arab Republic of Yemen); Yemen, Arab Republic;
    Yemen, Arab Rep.; YAR; Yemen, AR; 北也门; 阿拉伯也门共和国
679 YEM 1990-                  | 678 1990-               | YEM           | Yemen=也门
    Republic of Yemen; Yemen, Rep.; Yemen (Arab Republic of Yemen); 也门共和国
680 YPR 1967-1990              | 680 1967-1990           | YD YMD        | Yemen People's Republic=也门民主人民共和国（南也门）
    Yemen; South Yemen; Yemen (South); Yemen, South; Yemen, PDR; People's Democratic Republic of Yemen;
    Democratic Yemen; Yemen, Democratic; Yemen, People's Republic of; Yemen PR; PDRY; 南也门; 民主也门;
    也门民主人民共和国; 也门
690 KUW 1961-                  | 690 1961-               | KWT
692 BAH 1971-                  | 692 1971-               | BHR
694 QAT 1971-                  | 694 1971-               | QAT
696 UAE 1971-                  | 696 1971-               | ARE
    UAE; U.A.E.; Emirates; 阿联酋
698 OMA 1971-                  | 698 1816-               | OMN
    Muscat and Oman; Muscat
700 AFG 1919-                  | 700 1816-1888 1919-     | AFG
701 TKM 1991-                  | 701 1991-               | TKM
    Turkmenia
702 TAJ 1991-                  | 702 1991-               | TJK
    Tadjikistan; Tajikstan
703 KYR 1991-                  | 703 1991-               | KGZ
    Kyrgyz Republic; Kyrgyz Rep.; Kirghizia; Kyrgystan; Kirgizstan; Kirghizstan
704 UZB 1991-                  | 704 1991-               | UZB
    Uzbekstan
705 KZK 1991-                  | 705 1991-               | KAZ
    Kazakstan
710 CHN 1860-                  | 710 1816-               | CHN
    China; People's Republic of China; PRC; P.R. China; China PR; China, P.R.: Mainland; 中华人民共和国
                               | 711 1913-1950           |               | Tibet=西藏
712 MON 1921-                  | 712 1921-               | MNG
    Outer Mongolia; Mongolian People's Republic
713 TAW 1949-                  | 713 1949-               | TWN           | Taiwan=台湾
    Taiwan, Province of China; Taiwan (China); Chinese Taipei; Taiwan, China; Republic of China; ROC;
    China, Republic of; Formosa; 中国台湾; 中华台北; 臺灣; 台灣; 中华民国; 中華民國
730 KOR 1887-1905              | 730 1816-1910           |               | Korea=朝鲜（大韩帝国）
    Korea; Korean Empire; 大韩帝国; 朝鲜王朝; 朝鲜
731 PRK 1948-                  | 731 1948-               | PRK           | North Korea=朝鲜
    Korea; Korea, North; N. Korea; North Korea; DPRK; Democratic People's Republic of Korea;
    Korea, Dem. People's Rep.; Korea, People's Republic of; Korea, Democratic People's Republic; 北朝鲜; 北韩;
    朝鲜民主主义人民共和国
732 ROK 1949-                  | 732 1948-               | KOR           | South Korea=韩国
    Korea; Korea, South; S. Korea; South Korea; Republic of Korea; Korea, Rep.; ROK; Korea (South); 南韩;
    大韩民国
740 JPN 1860-1945 1952-        | 740 1816-               | JPN
750 IND 1947-                  | 750 1947-               | IND
760 BHU 1971-                  | 760 1949-               | BTN
770 PAK 1947-                  | 770 1947-               | PAK
    West Pakistan
771 BNG 1971-                  | 771 1971-               | BGD
    Bangla Desh; 孟加拉
775 MYA 1948-                  | 775 1816-1885 1948-     | MMR           | Burma=缅甸 -1988; Myanmar=缅甸
    Burma; Myanmar (Burma); Burma/Myanmar; Myanmar/Burma
780 SRI 1948-                  | 780 1948-               | LKA           | Ceylon=锡兰 -1971; Sri Lanka=斯里兰卡
    Sri Lanka (Ceylon)
781 MAD 1965-                  | 781 1965-               | MDV
    Maldive Islands
790 NEP 1920-                  | 790 1816-               | NPL
800 THI 1887-                  | 800 1816-               | THA           | Siam=暹罗 -1938; Thailand=泰国
    泰王国
811 CAM 1953-                  | 811 1953-               | KHM           | Cambodia=柬埔寨 -1975; Kampuchea=柬埔寨 -1988; Cambodia=柬埔寨
    Cambodia (Kampuchea); Khmer Republic; Democratic Kampuchea
812 LAO 1953-                  | 812 1954-               | LAO
    Lao; Lao PDR; Laos PDR; Lao People's Democratic Republic; Lao P.D.R.
                               | 815 1816-1893           |               | Vietnam (Annam)=越南（安南）
    Vietnam (Annam/Cochin China/Tonkin); Annam; Vietnam; Viet Nam; 越南; 安南
816 DRV 1954-1976              | 816 1954-1976           | VD VDR        | Democratic Republic of Vietnam=越南民主共和国（北越）
    Vietnam; Viet Nam; North Vietnam; Vietnam, North; N. Vietnam; Vietnam, Democratic Republic of; DRV; 北越;
    越南; 越南民主共和国
816 DRV 1976-                  | 816 1976-               | VNM           | Vietnam=越南
    Viet Nam; Socialist Republic of Vietnam; Vietnam, Democratic Republic of; SRV; 越南社会主义共和国
817 RVN 1954-1975              | 817 1954-1975           |               | Republic of Vietnam=越南共和国（南越）
    South Vietnam; Vietnam, South; Vietnam, Republic of; S. Vietnam; Vietnam; Viet Nam; 南越; 越南; 越南共和国
820 MAL 1957-                  | 820 1957-               | MYS           | Malaya=马来亚 -1962; Malaysia=马来西亚
    Federation of Malaya; Malaysia (Malaya)
830 SIN 1965-                  | 830 1965-               | SGP
835 BRU 1984-                  | 835 1984-               | BRN
    Brunei Darussalam; Nation of Brunei, Abode of Peace; 文莱和平之国
840 PHI 1946-                  | 840 1946-               | PHL
    The Philippines; Philippine Islands
850 INS 1949-                  | 850 1945-               | IDN
    Netherlands Indies; Dutch East Indies
860 ETM 2002-                  | 860 2002-               | TLS           | East Timor=东帝汶
    Timor-Leste; Timor Leste; Timor; Democratic Republic of Timor-Leste
900 AUL 1920-                  | 900 1901-               | AUS
910 PNG 1975-                  | 910 1975-               | PNG
920 NEW 1920-                  | 920 1907-               | NZL
935 VAN 1981-                  | 935 1980-               | VUT
    New Hebrides
940 SOL 1978-                  | 940 1978-               | SLB
    Solomons; Solomon Is.
946 KIR 1999-                  | 970 1979-               | KIR
    Gilbert Islands
947 TUV 2000-                  | 973 1978-               | TUV
    Ellice Islands
950 FIJ 1970-                  | 950 1970-               | FJI
955 TON 1999-                  | 972 1970-               | TON
970 NAU 1999-                  | 971 1968-               | NRU
983 MSI 1991-                  | 983 1986-               | MHL
    Marshall Is.; Marshalls
986 PAL 1994-                  | 986 1994-               | PLW
    Belau
987 FSM 1991-                  | 987 1986-               | FSM           | Federated States of Micronesia=密克罗尼西亚
    Micronesia; Micronesia, Fed. Sts.; Micronesia (Federated States of); Fed. States of Micronesia; FSM;
    密克罗尼西亚联邦
990 WSM 1976-                  | 990 1962-               | WSM           | Western Samoa=西萨摩亚 -1996; Samoa=萨摩亚
    Samoa; Western Samoa; Samoa/Western Samoa
                               |                         | HKG 1816-
    Hong Kong; Hong Kong, China; Hong Kong SAR; China, Hong Kong SAR; 香港; 中国香港
                               |                         | MAC 1816-
    Macao; Macau; Macao, China; Macao SAR; China, Macao SAR; 澳门; 中国澳门
                               |                         | PSE 1816-
    Palestine; State of Palestine; West Bank and Gaza; Palestinian Authority; Palestinian National Authority;
    巴勒斯坦; 巴勒斯坦国)";

} // namespace casus::data
