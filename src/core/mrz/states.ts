/**
 * The codes a travel document may carry for its issuer and its holder's nationality: ISO 3166-1 alpha-3, and the
 * codes that ICAO Doc 9303-3 section 5 adds or uses differently. Alpha-2 stands beside alpha-3 because carriers send it.
 * Source of the ISO pairs: datasets/country-codes (Open Data Commons Public Domain Dedication and Licence 1.0).
 */
const pairs =
  'ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT ' +
  'AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO ' +
  'BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG ' +
  'COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO ' +
  'DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB ' +
  'GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY ' +
  'HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT ' +
  'JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY ' +
  'LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH ' +
  'MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA ' +
  'NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE ' +
  'PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA ' +
  'SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR ' +
  'SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO ' +
  'TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG ' +
  'VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW '

/** Codes that are no State's: kind, and what the holder is (ICAO Doc 9303-3, section 5, parts A to F). */
export const specialCodes: Readonly<Record<string, { kind: SpecialKind; name: string }>> = {
  D: { kind: 'state', name: 'Germany' },
  GBD: { kind: 'british', name: 'British Overseas Territories citizen' },
  GBN: { kind: 'british', name: 'British National (Overseas)' },
  GBO: { kind: 'british', name: 'British Overseas citizen' },
  GBP: { kind: 'british', name: 'British protected person' },
  GBS: { kind: 'british', name: 'British subject' },
  RKS: { kind: 'state', name: 'Kosovo' },
  XKX: { kind: 'state', name: 'Kosovo (user-assigned code, not in Doc 9303)' },
  XXK: { kind: 'state', name: 'Kosovo (temporary code used in the European Union)' },
  EUE: { kind: 'organisation', name: 'European Union (laissez-passer)' },
  UNO: { kind: 'organisation', name: 'United Nations' },
  UNA: { kind: 'organisation', name: 'Specialised agency of the United Nations' },
  UNK: { kind: 'organisation', name: 'United Nations Interim Administration Mission in Kosovo' },
  XBA: { kind: 'organisation', name: 'African Development Bank' },
  XCC: { kind: 'organisation', name: 'Caribbean Community' },
  XCE: { kind: 'organisation', name: 'Council of Europe' },
  XCO: { kind: 'organisation', name: 'Common Market for Eastern and Southern Africa' },
  XDC: { kind: 'organisation', name: 'Southern African Development Community' },
  XEC: { kind: 'organisation', name: 'Economic Community of West African States' },
  XES: { kind: 'organisation', name: 'Organisation of Eastern Caribbean States' },
  XIM: { kind: 'organisation', name: 'African Export-Import Bank' },
  XMP: { kind: 'organisation', name: 'Parliamentary Assembly of the Mediterranean' },
  XOM: { kind: 'organisation', name: 'Sovereign Military Order of Malta' },
  XPO: { kind: 'organisation', name: 'International Criminal Police Organization (INTERPOL)' },
  XXA: { kind: 'person', name: 'Stateless person (1954 Convention)' },
  XXB: { kind: 'person', name: 'Refugee (1951 Convention)' },
  XXC: { kind: 'person', name: 'Refugee, other than under the 1951 Convention' },
  XXX: { kind: 'person', name: 'Person of unspecified nationality' },
  ANT: { kind: 'former', name: 'Netherlands Antilles (former)' },
  NTZ: { kind: 'former', name: 'Neutral Zone (former)' },
}

export type SpecialKind = 'state' | 'british' | 'organisation' | 'person' | 'former'

/** The specimen code of Doc 9303: a State that does not exist. Real documents never carry it. */
export const specimenCode = 'UTO'

const threeLetters = new Set<string>()
const byTwoLetters = new Map<string, string>()
for (let at = 0; at < pairs.length; at += 6) {
  threeLetters.add(pairs.slice(at, at + 3))
  byTwoLetters.set(pairs.slice(at + 3, at + 5), pairs.slice(at, at + 3))
}

/** True for a code that a document may carry. UTO counts only where specimens are expected. */
export const knownState = (code: string, specimen = false): boolean =>
  threeLetters.has(code) || Object.hasOwn(specialCodes, code) || (specimen && code === specimenCode)

/** ISO 3166-1 alpha-3 for alpha-2 (`GB` to `GBR`; also `XK` to `RKS`, `EL` to `GRC`, `UK` to `GBR`), or null. */
export const threeLettersOf = (two: string): string | null =>
  byTwoLetters.get(two) ?? { XK: 'RKS', KS: 'RKS', EL: 'GRC', UK: 'GBR', UN: 'UNO', EU: 'EUE' }[two] ?? null

/** The code that data about people should carry: Germany's `D` becomes `DEU`, Kosovo's three codes become `RKS`. */
export const plainState = (code: string): string =>
  code === 'D' ? 'DEU' : code === 'XKX' || code === 'XXK' ? 'RKS' : code

/** Every ISO 3166-1 alpha-3 code, in order. */
export const isoStates: readonly string[] = [...threeLetters]
