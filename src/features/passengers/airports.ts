/**
 * Time zones (IANA) of airports, by IATA code: the times in messages are local to the place. Public facts, written down by hand for the
 * larger airports from which the Union is flown to. A place that is missing here gives a time without zone, and the board says so.
 */
const zones: Readonly<Record<string, string>> = {
  'Europe/Riga': 'RIX LPX VTS',
  'Europe/Tallinn': 'TLL TAY',
  'Europe/Vilnius': 'VNO KUN PLQ',
  'Europe/Helsinki': 'HEL TKU TMP OUL RVN',
  'Europe/Stockholm': 'ARN GOT MMX NYO BMA LLA',
  'Europe/Oslo': 'OSL BGO TRD SVG TOS',
  'Europe/Copenhagen': 'CPH BLL AAL',
  'Europe/Berlin': 'BER FRA MUC DUS HAM STR CGN HAJ LEJ NUE DTM FKB FMM',
  'Europe/Paris': 'CDG ORY NCE LYS MRS TLS BVA NTE BOD SXB LIL',
  'Europe/Madrid': 'MAD BCN AGP PMI VLC SVQ BIO ALC IBZ',
  'Atlantic/Canary': 'LPA TFS TFN ACE FUE',
  'Europe/Lisbon': 'LIS OPO FAO',
  'Atlantic/Azores': 'PDL',
  'Europe/Rome': 'FCO MXP LIN BGY VCE NAP BLQ CTA PMO BRI TRN PSA CAG LMP',
  'Europe/Athens': 'ATH SKG HER RHO CFU KGS CHQ JMK JTR',
  'Asia/Nicosia': 'LCA PFO',
  'Europe/Malta': 'MLA',
  'Europe/Zagreb': 'ZAG SPU DBV ZAD',
  'Europe/Ljubljana': 'LJU',
  'Europe/Vienna': 'VIE GRZ SZG INN LNZ',
  'Europe/Zurich': 'ZRH GVA BSL BRN',
  'Europe/Brussels': 'BRU CRL ANR LGG',
  'Europe/Amsterdam': 'AMS EIN RTM',
  'Europe/Luxembourg': 'LUX',
  'Europe/Prague': 'PRG BRQ',
  'Europe/Bratislava': 'BTS KSC',
  'Europe/Budapest': 'BUD DEB',
  'Europe/Warsaw': 'WAW KRK GDN WRO KTW POZ WMI RZE',
  'Europe/Bucharest': 'OTP CLJ IAS TSR',
  'Europe/Sofia': 'SOF VAR BOJ PDV',
  'Europe/Dublin': 'DUB SNN ORK',
  'Europe/London': 'LHR LGW STN LTN MAN EDI BHX GLA BRS',
  'Atlantic/Reykjavik': 'KEF RKV',
  'Europe/Istanbul': 'IST SAW ESB AYT ADB DLM BJV TZX',
  'Europe/Belgrade': 'BEG INI',
  'Europe/Sarajevo': 'SJJ TZL OMO BNX',
  'Europe/Skopje': 'SKP OHD',
  'Europe/Podgorica': 'TGD TIV',
  'Europe/Tirane': 'TIA',
  'Europe/Chisinau': 'RMO KIV',
  'Europe/Kyiv': 'KBP IEV LWO ODS',
  'Europe/Minsk': 'MSQ',
  'Europe/Moscow': 'SVO DME VKO LED',
  'Asia/Tbilisi': 'TBS KUT BUS',
  'Asia/Yerevan': 'EVN',
  'Asia/Baku': 'GYD',
  'Asia/Tashkent': 'TAS SKD',
  'Asia/Almaty': 'ALA NQZ',
  'Asia/Bishkek': 'FRU OSS',
  'Asia/Dushanbe': 'DYU',
  'Asia/Dubai': 'DXB DWC AUH SHJ',
  'Asia/Qatar': 'DOH',
  'Asia/Kuwait': 'KWI',
  'Asia/Riyadh': 'RUH JED DMM MED',
  'Asia/Amman': 'AMM',
  'Asia/Beirut': 'BEY',
  'Asia/Damascus': 'DAM',
  'Asia/Baghdad': 'BGW EBL BSR',
  'Asia/Tehran': 'IKA THR MHD',
  'Asia/Kabul': 'KBL',
  'Asia/Karachi': 'KHI LHE ISB',
  'Asia/Kolkata': 'DEL BOM BLR MAA HYD',
  'Asia/Dhaka': 'DAC',
  'Asia/Kathmandu': 'KTM',
  'Asia/Colombo': 'CMB',
  'Asia/Bangkok': 'BKK DMK HKT',
  'Asia/Ho_Chi_Minh': 'SGN HAN',
  'Asia/Singapore': 'SIN',
  'Asia/Hong_Kong': 'HKG',
  'Asia/Shanghai': 'PEK PKX PVG CAN',
  'Asia/Seoul': 'ICN',
  'Asia/Tokyo': 'HND NRT',
  'Africa/Cairo': 'CAI HRG SSH',
  'Africa/Tripoli': 'TIP MJI BEN',
  'Africa/Tunis': 'TUN DJE MIR',
  'Africa/Algiers': 'ALG ORN CZL',
  'Africa/Casablanca': 'CMN RAK FEZ TNG',
  'Africa/Dakar': 'DSS DKR',
  'Africa/Lagos': 'LOS ABV KAN',
  'Africa/Accra': 'ACC',
  'Africa/Abidjan': 'ABJ',
  'Africa/Bamako': 'BKO',
  'Africa/Addis_Ababa': 'ADD',
  'Africa/Nairobi': 'NBO',
  'Africa/Khartoum': 'KRT',
  'Africa/Mogadishu': 'MGQ',
  'Africa/Johannesburg': 'JNB',
  'Asia/Jerusalem': 'TLV',
  'America/New_York': 'JFK EWR ATL MIA BOS IAD',
  'America/Chicago': 'ORD DFW',
  'America/Los_Angeles': 'LAX SFO',
  'America/Toronto': 'YYZ YUL',
  'America/Sao_Paulo': 'GRU GIG',
  'America/Bogota': 'BOG',
  'America/Caracas': 'CCS',
  'America/Havana': 'HAV',
}

const zoneOf: ReadonlyMap<string, string> = new Map(
  Object.entries(zones).flatMap(([zone, codes]) => codes.split(' ').map(code => [code, zone] as const)),
)

const clocks = new Map<string, Intl.DateTimeFormat>()

/** How far the clocks of a zone are from UTC at this moment, in milliseconds. */
function offset(zone: string, moment: number): number {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000
}

/**
 * The moment at which the clocks of an airport show this time (`2026-11-22T09:40`). In the hour that clocks repeat the earlier is
 * meant; in the hour they leave out, the clock that was not put forward. Null where the airport's zone is not known.
 */
export function momentAt(airport: string | null | undefined, local: string | null | undefined): Date | null {
  const asked = `${airport} ${local}`
  const known = moments.get(asked)
  if (known !== undefined) return known === null ? null : new Date(known)
  const found = reckoned(airport, local)
  // Every message about a flight asks the same.
  if (moments.size >= 2000) moments.clear()
  moments.set(asked, found?.getTime() ?? null)
  return found
}

/** What the clocks of an airport of this table show at a moment, to the minute (`2026-11-22T09:40`). */
export function clockAt(airport: string, moment: Date): string {
  const zone = zoneOf.get(airport)
  if (!zone) throw new Error(`The time zone of ${airport} is not known: write it into airports.ts.`)
  return new Date(moment.getTime() + offset(zone, moment.getTime())).toISOString().slice(0, 16)
}

const moments = new Map<string, number | null>()

function reckoned(airport: string | null | undefined, local: string | null | undefined): Date | null {
  const zone = zoneOf.get(airport ?? '')
  // Not Date.parse alone: it makes a date of almost anything.
  const shown = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local ?? '') ? Date.parse(`${local}:00Z`) : Number.NaN
  if (!zone || Number.isNaN(shown)) return null
  const before = shown - offset(zone, shown - 86_400_000)
  const later = shown - offset(zone, shown + 86_400_000)
  const fits = [Math.min(before, later), Math.max(before, later)].find(
    each => each + offset(zone, each) === shown,
  )
  return new Date(fits ?? Math.max(before, later))
}
