// The states of Europe; how to read a line stands in state_table.hpp.
#include "casus/data/codes/state_table.hpp"

namespace casus::data {

std::string_view const states_of_europe = R"(
200 UKG 1816-                  | 200 1816-               | GBR
    UK; U.K.; Great Britain; Britain; England; United Kingdom of Great Britain and Northern Ireland;
    大不列颠及北爱尔兰联合王国; 大不列颠
205 IRE 1922-                  | 205 1921-               | IRL
    Irish Republic; Eire; Irish Free State
210 NTH 1816-1940 1945-        | 210 1816-               | NLD
    Holland; The Netherlands; Kingdom of the Netherlands
211 BEL 1830-1940 1945-        | 211 1830-               | BEL
212 LUX 1920-1940 1944-        | 212 1867-               | LUX
    Luxemburg
220 FRN 1816-1942 1944-        | 220 1816-               | FRA
    French Republic; 法兰西共和国
221 MNC 1993-                  | 221 1816-               | MCO
223 LIE 1990-                  | 223 1816-               | LIE
225 SWZ 1816-                  | 225 1816-               | CHE
    Swiss Confederation
230 SPN 1816-                  | 230 1816-               | ESP
232 AND 1993-                  | 232 1816-               | AND
235 POR 1816-                  | 235 1816-               | PRT
    Portuguese Republic
240 HAN 1837-1866              | 240 1816-1871           |               | Hanover=汉诺威
    Hannover
245 BAV 1816-1871              | 245 1816-1871           |               | Bavaria=巴伐利亚
255 GMY 1816-1945              | 255 1816-1945           | DEU           | Prussia=普鲁士 -1870; Germany=德国
    Germany; Germany (Prussia); Germany/Prussia; Prussia; German Empire; 普鲁士; 德国; 德意志帝国
255 GMY 1990-                  | 260 1990-               | DEU           | Germany=德国
    Federal Republic of Germany; German Federal Republic; 德意志联邦共和国
260 GFR 1955-1990              | 260 1949-1990           | DEU 1949-1990 | German Federal Republic=德意志联邦共和国（西德）
    Germany; West Germany; Federal Republic of Germany; FRG; Germany, West; Germany, Federal Republic of;
    German Fed. Rep.; Germany, F.R.; 西德; 联邦德国; 德意志联邦共和国; 德国
265 GDR 1954-1990              | 265 1949-1990           | DD DDR        | German Democratic Republic=德意志民主共和国（东德）
    East Germany; GDR; DDR; Germany, East; German Dem. Rep.; Germany; 东德; 民主德国; 德意志民主共和国; 德国
267 BAD 1816-1871              | 267 1816-1871           |               | Baden=巴登
269 SAX 1816-1867              | 269 1816-1871           |               | Saxony=萨克森
271 WRT 1816-1871              | 271 1816-1871           |               | Württemberg=符腾堡
    Wuerttemberg; Wuerttemburg; Wurtemberg
273 HSE 1816-1866              | 273 1816-1871           |               | Hesse-Kassel=黑森-卡塞尔
    Hesse Electoral; Hesse-Kassel (Electoral); Hesse-Cassel
275 HSG 1816-1867              | 275 1816-1871           |               | Hesse-Darmstadt=黑森-达姆施塔特
    Hesse Grand Ducal; Hesse-Darmstadt (Ducal)
280 MEC 1843-1867              | 280 1816-1871           |               | Mecklenburg-Schwerin=梅克伦堡-什未林
    Mecklenburg
290 POL 1918-1939 1945-        | 290 1918-               | POL
300 AUH 1816-1918              | 300 1816-1918           |               | Austrian Empire=奥地利帝国 -1866; Austria-Hungary=奥匈帝国
    Austria; Habsburg Empire; 奥匈; 奥地利
305 AUS 1919-1938 1955-        | 305 1918-               | AUT
310 HUN 1918-                  | 310 1918-               | HUN
315 CZE 1918-1939 1945-1992    | 315 1918-1992           | CS CSK        | Czechoslovakia=捷克斯洛伐克
    Czecho-Slovakia; CSSR; Czechoslovak Socialist Republic; Czech and Slovak Federal Republic
316 CZR 1993-                  | 316 1993-               | CZE           | Czech Republic=捷克 -2015; Czechia=捷克
    Czech Rep.; 捷克共和国
317 SLO 1993-                  | 317 1993-               | SVK
    Slovak Republic; Slovak Rep.
325 ITA 1816-                  | 325 1816-               | ITA           | Sardinia=撒丁 -1860; Italy=意大利
    Italy/Sardinia; Piedmont; Piedmont-Sardinia; Sardinia-Piedmont; 撒丁王国; Italian Republic
327 PAP 1816-1860              | 327 1816-1870           |               | Papal States=教皇国
    Papal State; Vatican States
329 SIC 1816-1861              | 329 1816-1861           |               | Two Sicilies=两西西里王国
    Kingdom of the Two Sicilies; Kingdom of Naples; Naples; 两西西里
331 SNM 1992-                  | 331 1816-               | SMR
    Most Serene Republic of San Marino
332 MOD 1842-1860              | 332 1816-1861           |               | Modena=摩德纳
    Duchy of Modena
335 PMA 1851-1860              | 335 1816-1861           |               | Parma=帕尔马
    Duchy of Parma
337 TUS 1816-1860              | 337 1816-1861           |               | Tuscany=托斯卡纳
    Grand Duchy of Tuscany
338 MLT 1964-                  | 338 1964-               | MLT
339 ALB 1914-1939 1944-        | 339 1913-               | ALB
341 MNG 2006-                  | 341 1868-1915 2006-     | MNE
343 MAC 1993-                  | 343 1991-               | MKD           | Macedonia=马其顿 -2018; North Macedonia=北马其顿
    FYROM; F.Y.R.O.M.; FYR Macedonia; Macedonia, FYR; TFYR Macedonia; Macedonia (Former Yugoslav Republic of);
    The former Yugoslav Republic of Macedonia; Republic of Macedonia; 北馬其頓; 北馬其頓共和國
344 CRO 1992-                  | 344 1992-               | HRV
345 YUG 1878-1918              | 340 1878-1915           | SRB           | Serbia=塞尔维亚
    Servia; Yugoslavia; 南斯拉夫
345 YUG 1918-1941 1944-1992    | 345 1918-1992           | YU YUG        | Yugoslavia=南斯拉夫
    Jugoslavia; Yugoslavia/Serbia; Kingdom of Serbs, Croats and Slovenes;
    Socialist Federal Republic of Yugoslavia; SFRY; Serbia/Yugoslavia
345 YUG 1992-2003              | 345 1992-2003           | YU YUG        | Yugoslavia=南斯拉夫
    Serbia; Yugoslavia/Serbia; Yugoslavia (Serbia); Serbia/Yugoslavia; Federal Republic of Yugoslavia; FRY;
    FR Yugoslavia; Yugoslavia, FR; Serbia and Montenegro; 南联盟; 塞尔维亚
345 YUG 2003-2006              | 345 2003-2006           | CS SCG        | Serbia and Montenegro=塞尔维亚和黑山
    Yugoslavia; Serbia; Serbia-Montenegro; Serbia/Yugoslavia; 塞黑; 南斯拉夫
345 YUG 2006-                  | 340 2006-               | SRB           | Serbia=塞尔维亚
    Yugoslavia; 南斯拉夫; Serbia/Yugoslavia; Yugoslavia/Serbia; Yugoslavia (Serbia)
346 BOS 1992-                  | 346 1992-               | BIH
    Bosnia; Bosnia-Herzegovina; Bosnia and Hercegovina; 波黑
347 KOS 2008-                  | 347 2008-               | XK XKX        | Kosovo=科索沃
    Republic of Kosovo
349 SLV 1992-                  | 349 1992-               | SVN
350 GRC 1828-1941 1944-        | 350 1828-               | GRC
    Hellenic Republic
352 CYP 1960-                  | 352 1960-               | CYP
355 BUL 1908-                  | 355 1878-               | BGR
359 MLD 1991-                  | 359 1991-               | MDA
    Moldavia; Republic of Moldova
360 ROM 1878-                  | 360 1878-               | ROU
    Rumania; Roumania
365 RUS 1816-1922              | 365 1816-1922           | RUS           | Russia=俄国
    Russian Empire; Russia (Soviet Union); Russia/Soviet Union; 俄罗斯; 沙皇俄国; 俄罗斯帝国; 沙俄
365 RUS 1922-1991              | 365 1922-1991           | SU SUN        | Soviet Union=苏联
    USSR; U.S.S.R.; Russia; Russian Federation; Russia (Soviet Union); Russia/Soviet Union; Soviet Union (Russia);
    USSR/Russia; Union of Soviet Socialist Republics; Soviet Russia; 苏维埃社会主义共和国联盟; 俄罗斯
365 RUS 1991-                  | 365 1991-               | RUS           | Russia=俄罗斯
    Russian Federation; Russian Fed.; Russia (Soviet Union); Russia/Soviet Union; USSR/Russia; 俄罗斯联邦; 俄国
366 EST 1918-1940 1991-        | 366 1918-1940 1991-     | EST
367 LAT 1918-1940 1991-        | 367 1918-1940 1991-     | LVA
368 LIT 1918-1940 1991-        | 368 1918-1940 1991-     | LTU
369 UKR 1991-                  | 369 1991-               | UKR
370 BLR 1991-                  | 370 1991-               | BLR
    Byelorussia; Belorussia; Belarus (Byelorussia); Byelorussian SSR; 白俄
371 ARM 1991-                  | 371 1991-               | ARM
372 GRG 1991-                  | 372 1991-               | GEO
373 AZE 1991-                  | 373 1991-               | AZE
375 FIN 1917-                  | 375 1917-               | FIN
380 SWD 1816-                  | 380 1816-               | SWE
385 NOR 1905-1940 1945-        | 385 1905-               | NOR
390 DEN 1816-1940 1945-        | 390 1816-               | DNK
395 ICE 1944-                  | 395 1944-               | ISL
                               | 396 2008-               |               | Abkhazia=阿布哈兹
                               | 397 2008-               |               | South Ossetia=南奥塞梯
                               |                         | VAT 1816-
    Holy See; Vatican; 梵蒂冈城国)";

} // namespace casus::data
