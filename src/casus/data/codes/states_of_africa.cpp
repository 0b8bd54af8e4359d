// The states of Africa; how to read a line stands in state_table.hpp.
#include "casus/data/codes/state_table.hpp"

namespace casus::data {

std::string_view const states_of_africa = R"(
402 CAP 1975-                  | 402 1975-               | CPV           | Cape Verde=佛得角
    Cabo Verde; Cape Verde Is.
403 STP 1975-                  | 403 1975-               | STP
    Sao Tome; Sao Tome & Principe
404 GNB 1974-                  | 404 1974-               | GNB
    Portuguese Guinea; Guinea Bissau
411 EQG 1968-                  | 411 1968-               | GNQ
    Eq. Guinea
420 GAM 1965-                  | 420 1965-               | GMB
    The Gambia
432 MLI 1960-                  | 432 1960-               | MLI
433 SEN 1960-                  | 433 1960-               | SEN
434 BEN 1960-                  | 434 1960-               | BEN           | Dahomey=达荷美 -1974; Benin=贝宁
435 MAA 1960-                  | 435 1960-               | MRT
436 NIR 1960-                  | 436 1960-               | NER
437 CDI 1960-                  | 437 1960-               | CIV           | Côte d'Ivoire=科特迪瓦
    Ivory Coast; Côte d’Ivoire; Cote D Ivoire; 象牙海岸
438 GUI 1958-                  | 438 1958-               | GIN
439 BFO 1960-                  | 439 1960-               | BFA           | Upper Volta=上沃尔特 -1983; Burkina Faso=布基纳法索
    Burkina; Burkina Faso (Upper Volta)
450 LBR 1920-                  | 450 1847-               | LBR
451 SIE 1961-                  | 451 1961-               | SLE
452 GHA 1957-                  | 452 1957-               | GHA
461 TOG 1960-                  | 461 1960-               | TGO
    Togolese Republic
471 CAO 1960-                  | 471 1960-               | CMR
475 NIG 1960-                  | 475 1960-               | NGA
481 GAB 1960-                  | 481 1960-               | GAB
    Gabonese Republic
482 CEN 1960-                  | 482 1960-               | CAF
    Central African Rep.; CAR; C.A.R.; Central African Empire; 中非
483 CHA 1960-                  | 483 1960-               | TCD
484 CON 1960-                  | 484 1960-               | COG           | Republic of the Congo=刚果（布）
    Congo; Congo-Brazzaville; Congo (Brazzaville); Brazzaville; Congo, Republic of; Congo, Rep.;
    People's Republic of the Congo; 刚果共和国; 刚果布; 刚果
490 DRC 1960-                  | 490 1960-               | COD           | Democratic Republic of the Congo=刚果（金） -1970; Zaire=扎伊尔 -1996; Democratic Republic of the Congo=刚果（金）
    Congo; DRC; DR Congo; D.R. Congo; DR of the Congo; Dem. Rep. Congo; Congo, Dem. Rep.; Congo-Kinshasa;
    Congo (Kinshasa); Congo-Leopoldville; Congo, Democratic Republic of (Zaire);
    Democratic Republic of the Congo (Zaire); Congo Kinshasa (Zaire); 刚果民主共和国; 民主刚果; 刚果金; 刚果
500 UGA 1962-                  | 500 1962-               | UGA
501 KEN 1963-                  | 501 1963-               | KEN
510 TAZ 1961-                  | 510 1961-               | TZA           | Tanganyika=坦噶尼喀 -1963; Tanzania=坦桑尼亚
    Tanzania/Tanganyika; United Republic of Tanzania; Tanzania, United Republic of; 坦桑尼亚联合共和国
511 ZAN 1963-1964              | 511 1963-1964           |               | Zanzibar=桑给巴尔
516 BUI 1962-                  | 516 1962-               | BDI
517 RWA 1962-                  | 517 1962-               | RWA
520 SOM 1960-                  | 520 1960-               | SOM
522 DJI 1977-                  | 522 1977-               | DJI
530 ETH 1898-1936 1941-        | 530 1855-               | ETH
    Abyssinia
531 ERI 1993-                  | 531 1993-               | ERI
540 ANG 1975-                  | 540 1975-               | AGO
541 MZM 1975-                  | 541 1975-               | MOZ
551 ZAM 1964-                  | 551 1964-               | ZMB
552 ZIM 1965-                  | 552 1965-               | ZWE           | Rhodesia=罗得西亚 -1979; Zimbabwe=津巴布韦
    Zimbabwe (Rhodesia); Southern Rhodesia
553 MAW 1964-                  | 553 1964-               | MWI
560 SAF 1920-                  | 560 1910-               | ZAF
    Union of South Africa; Rep. of South Africa
                               | 563 1852-1910           |               | Transvaal=德兰士瓦
    South African Republic
                               | 564 1854-1910           |               | Orange Free State=奥兰治自由邦
565 NAM 1990-                  | 565 1990-               | NAM
570 LES 1966-                  | 570 1966-               | LSO
571 BOT 1966-                  | 571 1966-               | BWA
572 SWA 1968-                  | 572 1968-               | SWZ           | Swaziland=斯威士兰 -2017; Eswatini=斯威士兰
    Swaziland/Eswatini; Eswatini (Swaziland); Kingdom of eSwatini
580 MAG 1960-                  | 580 1816-1896 1960-     | MDG
    Madagascar (Malagasy); Malagasy; Malagasy Republic
581 COM 1975-                  | 581 1975-               | COM
    Comoro Islands; Union of the Comoros; 科摩罗联盟
590 MAS 1968-                  | 590 1968-               | MUS
591 SEY 1976-                  | 591 1976-               | SYC)";

} // namespace casus::data
