import type { Person } from '#core/edifact/message.ts'
import { checkDigit } from '#core/mrz/check-digit.ts'
import type { SeedFlight } from './seed-data.ts'

/**
 * Invented people. Every surname is put together from two parts and every record locator begins with DEMO's letters, so that nobody
 * takes one for a real person's.
 */
const surnames: Readonly<Record<string, readonly string[]>> = {
  TUR: ['YILDIZ', 'KARACA', 'OZTEPE', 'DEMIRAY'],
  LVA: ['OZOLVIKS', 'KALNGRUBE', 'LIEPSALS', 'BERZKROGS'],
  UZB: ['TURSUNKUL', 'YULDABOY', 'RAHMATOL'],
  GEO: ['KVARADZE', 'MTSIRELI', 'GELOVANTI'],
  ARM: ['SARGSALYAN', 'HAKOBIRYAN', 'VARDUMYAN'],
  GBR: ['HOLLOWMERE', 'ASHBRACKEN', 'THORNEWICK'],
  IND: ['RAGHUPAL', 'MEHRASEN', 'IYERDAS'],
  EGY: ['ABDELSAFI', 'MANSOURI HADDAR', 'EL GAMMALY'],
  SDN: ['OSMANIR', 'BASHIRUD'],
  SYR: ['AL HARIRAN', 'KHALILAD', 'DARWISHI'],
  IRQ: ['AL JUBARI', 'HASSANPUR', 'SALMANI'],
  PAK: ['QURAISHAN', 'BUTTAR KHEL', 'SIDDIQAN'],
  BGD: ['CHOWDHARI', 'RAHMANUL'],
  IRN: ['FARROKHZADAN', 'TEHRANPUR'],
  AZE: ['ALIYARLI', 'MAMMADBEY'],
  AFG: ['ZADRANI', 'POPALZEH'],
  SOM: ['WARSAMIR', 'FARAHUD'],
  KAZ: ['NURSULTEK', 'ABAYKHAN'],
  KGZ: ['ASANKUL', 'TOKTOBEK'],
}
const men = ['OMER', 'JANIS', 'GIORGI', 'ARMEN', 'RAVI', 'KARIM', 'YUSUF', 'TIMUR', 'EDVARDS', 'HASSAN']
const women = ['ELIF', 'ILZE', 'NINO', 'ANAHIT', 'PRIYA', 'SALMA', 'LEYLA', 'AIDA', 'MARTA', 'ZAHRA']

/** People who match an alert of the demonstration, or nearly: as a check-in system writes them. By flight number. */
export const lookedFor: Readonly<Record<string, readonly Partial<Person>[]>> = {
  // By an alias, with day and month of birth exchanged and another passport; and with a stolen identity card.
  ZZ103: [
    passenger('DARWICH MISALI', 'UMAR', '1985-02-03', 'SYR', 'M', 'N9914407'),
    {
      ...passenger('KARAGIANNOPOULOS', 'STELIOS', '1989-06-06', 'GRC', 'M', 'ZH889060'),
      documents: [{ type: 'I', number: 'ZH889060', issuer: 'GRC', expires: '2029-03-01' }],
    },
  ],
  // With a passport number as a scanner misread it; and of a year of birth only, on a common name.
  ZZ441: [
    passenger('QURAISHAN TEST', 'BILAL AHMED', '1992-11-03', 'PAK', 'M', 'ZQI90O921'),
    passenger('CHOWDHARI NOMEN', 'RAFIQ', '1995-07-19', 'BGD', 'M', 'ZB4410027'),
  ],
  // A missing child and her brother.
  ZZ105: [
    passenger('RAHMATOLLAH NAMUNA', 'SAMIRA', '2013-05-17', 'AFG', 'F', 'P0551203'),
    passenger('RAHMATOLLAH NAMUNA', 'IDRIS', '2009-03-02', 'AFG', 'M', 'P0551204'),
  ],
  // A passport from a range of stolen blanks.
  XX224: [passenger('MARKARIAN', 'ARAM', '1991-12-30', 'GRC', 'M', 'ZX4401077')],
  // A girl whom a court protects.
  '0Z79': [passenger('YULDABOY NAMUNA', 'MALIKA', '2008-11-26', 'UZB', 'F', 'ZA0811260')],
}

function passenger(
  surname: string,
  given: string,
  dob: string,
  nationality: string,
  gender: 'M' | 'F',
  number: string,
): Partial<Person> {
  return {
    surname,
    given,
    dob,
    nationality,
    gender,
    documents: [{ type: 'P', number, issuer: nationality, expires: '2030-05-31' }],
  }
}

/** Chance that is the same at every seeding: Park and Miller's generator, begun with the flight's number. */
function drawing(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1
  return below => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const two = (n: number) => String(n).padStart(2, '0')

export function peopleOf(flight: SeedFlight, who: 'passengers' | 'crew' = 'passengers'): Person[] {
  const draw = drawing(Number(flight.number) * 7919 + (who === 'crew' ? 1 : 0))
  const count = who === 'crew' ? (flight.crew ?? 0) : flight.people
  const faults = who === 'crew' ? [] : [...(flight.faults ?? [])]
  let party = 0
  let surname = ''
  let nationality = ''
  const people = Array.from({ length: count }, (_, n): Person => {
    const follows = n > 0 && draw(3) === 0
    if (!follows) {
      party = draw(1_000_000)
      nationality = flight.from3[Math.min(draw(flight.from3.length + 1), flight.from3.length - 1)] ?? 'LVA'
      const parts = surnames[nationality] ?? surnames.LVA ?? []
      surname = parts[draw(parts.length)] ?? 'SPECIMEN'
    }
    const woman = draw(2) === 1
    const names = woman ? women : men
    const number = `${nationality.slice(0, 2)}${String(1_000_000 + draw(8_999_999))}`
    const person: Person = {
      party: who === 'crew' ? 'FM' : 'FL',
      surname,
      given: names[draw(names.length)] ?? 'ANNA',
      gender: woman ? 'F' : 'M',
      dob: `${1950 + draw(66)}-${two(1 + draw(12))}-${two(1 + draw(28))}`,
      nationality,
      paxRef: `${flight.carrier}${flight.number}${who === 'crew' ? 'C' : 'P'}${two(n + 1)}`,
      documents: [
        {
          type: 'P',
          number,
          issuer: nationality,
          expires: `${2027 + draw(8)}-${two(1 + draw(12))}-${two(1 + draw(28))}`,
        },
      ],
      segment: 0,
    }
    if (who === 'crew') return person
    return {
      ...person,
      pnr: `DM${party.toString(36).toUpperCase().padStart(4, '0').slice(0, 4)}`,
      seats: [{ seat: `${1 + Math.floor(n / 6)}${'ABCDEF'[n % 6]}` }],
      bags: draw(3),
      bagWeight: { value: 8 + draw(20), unit: 'kg' },
      embarked: flight.from,
      clearance: flight.to,
    }
  })
  faults.forEach((fault, at) => {
    const person = people[3 + at * 5]
    const document = person?.documents[0]
    if (!person || !document) return
    if (fault === 'expired') document.expires = '2024-06-30'
    if (fault === 'issuer') document.issuer = 'QQQ'
    if (fault === 'check-digit') document.number += String((Number(checkDigit(document.number)) + 3) % 10)
    if (fault === 'no-document') person.documents = []
    if (fault === 'birth') person.dob = '1885-02-11'
    if (fault === 'mixed-case')
      for (const each of people)
        each.surname = each.surname?.toLowerCase().replace(/\b\w/g, first => first.toUpperCase()) ?? ''
  })
  const extra = who === 'crew' ? [] : (lookedFor[`${flight.carrier}${flight.number}`] ?? [])
  extra.forEach((more, at) => {
    const person = people[7 + at * 6]
    if (person) Object.assign(person, more)
  })
  return people
}
