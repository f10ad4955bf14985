/**
 * The codes of ISO 3166, as data.
 *
 * Sources: ISO 3166-1 codes from the datasets/country-codes table (ODC-PDDL 1.0), checked row by row against Debian's
 * iso-codes (LGPL-2.1-or-later), which also gives the dates of ISO 3166-3. Codes of the International Olympic
 * Committee from datasets/country-codes. Special codes as met in the data of Frontex, IOM and UNHCR. No text is copied
 * beyond the codes; names of countries come from Intl.DisplayNames, and the names below are plain everyday names.
 */
export type CountryRow = { readonly alpha2: string; readonly alpha3: string; readonly numeric: string }

const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split(/\s+/)
    .map(entry => entry.split(':'))

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))

/** ISO 3166-1, in the order of alpha-2. */
export const isoCountries: readonly CountryRow[] = rowsOf(`
  AD:AND:020 AE:ARE:784 AF:AFG:004 AG:ATG:028 AI:AIA:660 AL:ALB:008 AM:ARM:051 AO:AGO:024 AQ:ATA:010 AR:ARG:032
  AS:ASM:016 AT:AUT:040 AU:AUS:036 AW:ABW:533 AX:ALA:248 AZ:AZE:031 BA:BIH:070 BB:BRB:052 BD:BGD:050 BE:BEL:056
  BF:BFA:854 BG:BGR:100 BH:BHR:048 BI:BDI:108 BJ:BEN:204 BL:BLM:652 BM:BMU:060 BN:BRN:096 BO:BOL:068 BQ:BES:535
  BR:BRA:076 BS:BHS:044 BT:BTN:064 BV:BVT:074 BW:BWA:072 BY:BLR:112 BZ:BLZ:084 CA:CAN:124 CC:CCK:166 CD:COD:180
  CF:CAF:140 CG:COG:178 CH:CHE:756 CI:CIV:384 CK:COK:184 CL:CHL:152 CM:CMR:120 CN:CHN:156 CO:COL:170 CR:CRI:188
  CU:CUB:192 CV:CPV:132 CW:CUW:531 CX:CXR:162 CY:CYP:196 CZ:CZE:203 DE:DEU:276 DJ:DJI:262 DK:DNK:208 DM:DMA:212
  DO:DOM:214 DZ:DZA:012 EC:ECU:218 EE:EST:233 EG:EGY:818 EH:ESH:732 ER:ERI:232 ES:ESP:724 ET:ETH:231 FI:FIN:246
  FJ:FJI:242 FK:FLK:238 FM:FSM:583 FO:FRO:234 FR:FRA:250 GA:GAB:266 GB:GBR:826 GD:GRD:308 GE:GEO:268 GF:GUF:254
  GG:GGY:831 GH:GHA:288 GI:GIB:292 GL:GRL:304 GM:GMB:270 GN:GIN:324 GP:GLP:312 GQ:GNQ:226 GR:GRC:300 GS:SGS:239
  GT:GTM:320 GU:GUM:316 GW:GNB:624 GY:GUY:328 HK:HKG:344 HM:HMD:334 HN:HND:340 HR:HRV:191 HT:HTI:332 HU:HUN:348
  ID:IDN:360 IE:IRL:372 IL:ISR:376 IM:IMN:833 IN:IND:356 IO:IOT:086 IQ:IRQ:368 IR:IRN:364 IS:ISL:352 IT:ITA:380
  JE:JEY:832 JM:JAM:388 JO:JOR:400 JP:JPN:392 KE:KEN:404 KG:KGZ:417 KH:KHM:116 KI:KIR:296 KM:COM:174 KN:KNA:659
  KP:PRK:408 KR:KOR:410 KW:KWT:414 KY:CYM:136 KZ:KAZ:398 LA:LAO:418 LB:LBN:422 LC:LCA:662 LI:LIE:438 LK:LKA:144
  LR:LBR:430 LS:LSO:426 LT:LTU:440 LU:LUX:442 LV:LVA:428 LY:LBY:434 MA:MAR:504 MC:MCO:492 MD:MDA:498 ME:MNE:499
  MF:MAF:663 MG:MDG:450 MH:MHL:584 MK:MKD:807 ML:MLI:466 MM:MMR:104 MN:MNG:496 MO:MAC:446 MP:MNP:580 MQ:MTQ:474
  MR:MRT:478 MS:MSR:500 MT:MLT:470 MU:MUS:480 MV:MDV:462 MW:MWI:454 MX:MEX:484 MY:MYS:458 MZ:MOZ:508 NA:NAM:516
  NC:NCL:540 NE:NER:562 NF:NFK:574 NG:NGA:566 NI:NIC:558 NL:NLD:528 NO:NOR:578 NP:NPL:524 NR:NRU:520 NU:NIU:570
  NZ:NZL:554 OM:OMN:512 PA:PAN:591 PE:PER:604 PF:PYF:258 PG:PNG:598 PH:PHL:608 PK:PAK:586 PL:POL:616 PM:SPM:666
  PN:PCN:612 PR:PRI:630 PS:PSE:275 PT:PRT:620 PW:PLW:585 PY:PRY:600 QA:QAT:634 RE:REU:638 RO:ROU:642 RS:SRB:688
  RU:RUS:643 RW:RWA:646 SA:SAU:682 SB:SLB:090 SC:SYC:690 SD:SDN:729 SE:SWE:752 SG:SGP:702 SH:SHN:654 SI:SVN:705
  SJ:SJM:744 SK:SVK:703 SL:SLE:694 SM:SMR:674 SN:SEN:686 SO:SOM:706 SR:SUR:740 SS:SSD:728 ST:STP:678 SV:SLV:222
  SX:SXM:534 SY:SYR:760 SZ:SWZ:748 TC:TCA:796 TD:TCD:148 TF:ATF:260 TG:TGO:768 TH:THA:764 TJ:TJK:762 TK:TKL:772
  TL:TLS:626 TM:TKM:795 TN:TUN:788 TO:TON:776 TR:TUR:792 TT:TTO:780 TV:TUV:798 TW:TWN:158 TZ:TZA:834 UA:UKR:804
  UG:UGA:800 UM:UMI:581 US:USA:840 UY:URY:858 UZ:UZB:860 VA:VAT:336 VC:VCT:670 VE:VEN:862 VG:VGB:092 VI:VIR:850
  VN:VNM:704 VU:VUT:548 WF:WLF:876 WS:WSM:882 YE:YEM:887 YT:MYT:175 ZA:ZAF:710 ZM:ZMB:894 ZW:ZWE:716
`).map(([alpha2 = '', alpha3 = '', numeric = '']) => ({ alpha2, alpha3, numeric }))

export type SpecialRow = {
  readonly code: string
  readonly alpha2: string | null
  readonly name: string
  readonly kind: 'place' | 'status' | 'unknown'
}

/**
 * Codes that are not in ISO 3166-1 but stand in real data. XKX is a user-assigned code for Kosovo (this designation is
 * without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the declaration
 * of independence). The others say that no State is known; they are kept apart, because "stateless" is a finding and
 * "unknown" is the lack of one.
 */
export const specialCountries: readonly SpecialRow[] = linesOf(`
  XKX | XK | Kosovo | place
  TIB |    | Tibetan (origin as recorded by UNHCR) | status
  STL |    | Stateless | status
  OOS |    | Sub-Saharan Africa, country not specified | unknown
  OOO |    | Other or not specified | unknown
  UNK |    | Unknown | unknown
`).map(([code = '', alpha2 = '', name = '', kind = '']) => ({
  code,
  alpha2: alpha2 === '' ? null : alpha2,
  name,
  kind: kind === 'place' || kind === 'status' ? kind : 'unknown',
}))

export type FormerRow = {
  readonly code: string
  readonly alpha2: string
  readonly alpha4: string
  readonly withdrawn: string
  readonly successors: readonly string[]
  readonly name: string
}

/** ISO 3166-3: countries whose code was withdrawn, when, and which codes took their place. */
export const formerCountries: readonly FormerRow[] = linesOf(`
  AFI | AI | AIDJ | 1977       | DJI | French Afars and Issas
  ANT | AN | ANHH | 2010-12-15 | CUW SXM BES | Netherlands Antilles
  ATB | BQ | BQAQ | 1979       | ATA | British Antarctic Territory
  BUR | BU | BUMM | 1989-12-05 | MMR | Burma
  BYS | BY | BYAA | 1992-06-15 | BLR | Byelorussian SSR
  CSK | CS | CSHH | 1993-06-15 | CZE SVK | Czechoslovakia
  SCG | CS | CSXX | 2006-09-26 | SRB MNE | Serbia and Montenegro
  CTE | CT | CTKI | 1984       | KIR | Canton and Enderbury Islands
  DDR | DD | DDDE | 1990-10-30 | DEU | German Democratic Republic
  DHY | DY | DYBJ | 1977       | BEN | Dahomey
  ATF | FQ | FQHH | 1979       | ATA ATF | French Southern and Antarctic Territories
  FXX | FX | FXFR | 1997-07-14 | FRA | Metropolitan France
  GEL | GE | GEHH | 1979       | KIR TUV | Gilbert and Ellice Islands
  HVO | HV | HVBF | 1984       | BFA | Upper Volta
  JTN | JT | JTUM | 1986       | UMI | Johnston Island
  MID | MI | MIUM | 1986       | UMI | Midway Islands
  NHB | NH | NHVU | 1980       | VUT | New Hebrides
  ATN | NQ | NQAQ | 1983       | ATA | Dronning Maud Land
  NTZ | NT | NTHH | 1993-07-12 | SAU IRQ | Neutral Zone
  PCI | PC | PCHH | 1986       | FSM MHL MNP PLW | Trust Territory of the Pacific Islands
  PUS | PU | PUUM | 1986       | UMI | United States Miscellaneous Pacific Islands
  PCZ | PZ | PZPA | 1980       | PAN | Panama Canal Zone
  RHO | RH | RHZW | 1980       | ZWE | Southern Rhodesia
  SKM | SK | SKIN | 1975       | IND | Sikkim
  SUN | SU | SUHH | 1992-08-30 | RUS UKR BLR UZB KAZ GEO AZE LTU MDA LVA KGZ TJK ARM TKM EST | Soviet Union
  TMP | TP | TPTL | 2002-05-20 | TLS | East Timor
  VDR | VD | VDVN | 1977       | VNM | Democratic Republic of Viet-Nam
  WAK | WK | WKUM | 1986       | UMI | Wake Island
  YMD | YD | YDYE | 1990-08-14 | YEM | Democratic Yemen
  YUG | YU | YUCS | 2003-07-23 | SRB MNE HRV SVN BIH MKD XKX | Yugoslavia
  ZAR | ZR | ZRCD | 1997-07-14 | COD | Zaire
`).map(([code = '', alpha2 = '', alpha4 = '', withdrawn = '', successors = '', name = '']) => ({
  code,
  alpha2,
  alpha4,
  withdrawn,
  successors: successors.split(' '),
  name,
}))

/** Codes of other systems that people type by mistake: the International Olympic Committee, ICAO 9303, vehicle signs. */
export const mistakenCodes: ReadonlyMap<string, string> = new Map(
  rowsOf(
    `
  ALG:DZA ASA:ASM ANG:AGO ARU:ABW BAH:BHS BAN:BGD BAR:BRB BIZ:BLZ BER:BMU BHU:BTN AHO:BES BOT:BWA IVB:VGB
  BRU:BRN BUL:BGR CAM:KHM CAY:CYM CHA:TCD CHI:CHL CGO:COG CRC:CRI CRO:HRV DEN:DNK ESA:SLV GEQ:GNQ FAR:FRO FIJ:FJI
  FGU:GUF FPO:PYF GAM:GMB GER:DEU GRE:GRC GRN:GRD GUD:GLP GUA:GTM GUI:GIN GBS:GNB HAI:HTI HON:HND INA:IDN IRI:IRN
  KUW:KWT LAT:LVA LIB:LBN LES:LSO LBA:LBY MAD:MDG MAW:MWI MAS:MYS MSH:MHL MTN:MRT MRI:MUS MAY:MYT MON:MCO MGL:MNG
  MGO:MNE MNT:MSR MYA:MMR NEP:NPL NED:NLD NCD:NCL NCA:NIC NIG:NER NGR:NGA NFI:NFK NMA:MNP OMA:OMN PAR:PRY PHI:PHL
  POR:PRT PUR:PRI HEL:SHN SKN:KNA VIN:VCT SAM:WSM KSA:SAU SEY:SYC SIN:SGP SLO:SVN SOL:SLB RSA:ZAF SRI:LKA PLE:PSE
  SUD:SDN SUI:CHE TPE:TWN TOG:TGO TGA:TON TKS:TCA UAE:ARE TAN:TZA ISV:VIR URU:URY VAN:VUT VIE:VNM WAF:WLF ZAM:ZMB
  ZIM:ZWE D:DEU F:FRA I:ITA E:ESP A:AUT B:BEL H:HUN RKS:XKX KOS:XKX KSV:XKX XXA:STL XXX:UNK GBD:GBR GBN:GBR
  GBO:GBR GBP:GBR EN:GBR ENG:GBR SCO:GBR WAL:GBR ROM:ROU ZZ:UNK ZZZ:UNK XX:UNK XXB:UNK XXC:UNK
`,
  ).map(([from = '', to = '']): [string, string] => [from, to]),
)

/** Everyday names that differ from Intl's, so that a name typed for a code still leads somewhere. */
export const otherNames: readonly (readonly [string, string])[] = rowsOf(`
  ENGLAND:GBR GREAT_BRITAIN:GBR BRITAIN:GBR USA:USA AMERICA:USA HOLLAND:NLD CZECH_REPUBLIC:CZE TURKEY:TUR
  IVORY_COAST:CIV BURMA:MMR MYANMAR:MMR SWAZILAND:SWZ MACEDONIA:MKD CAPE_VERDE:CPV PALESTINE:PSE
  CONGO_KINSHASA:COD DR_CONGO:COD CONGO_BRAZZAVILLE:COG EAST_TIMOR:TLS BOSNIA:BIH HELLAS:GRC
  DEUTSCHLAND:DEU ESPANA:ESP HONG_KONG:HKG STATELESS:STL UNKNOWN:UNK SYRIAN_ARAB_REPUBLIC:SYR
  RUSSIAN_FEDERATION:RUS VIET_NAM:VNM REPUBLIC_OF_KOREA:KOR ISLAMIC_REPUBLIC_OF_IRAN:IRN
`).map(([name = '', code = '']) => [name.replaceAll('_', ' '), code] as const)
