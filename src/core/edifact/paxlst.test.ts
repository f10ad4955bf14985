import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptOfPerson, withinClosedList } from './closed-list.ts'
import { fullYear, readDate } from './dates.ts'
import { readAll } from './interpret.ts'
import type { PassengerList, Person } from './message.ts'
import { joinParts } from './parts.ts'
import { withoutTitle } from './values.ts'
import { type PaxlstData, writePaxlst } from './write-paxlst.ts'
import type { Sending } from './writer.ts'

// All people and flights here are invented.
const sending: Sending = {
  sender: 'ZZAIR',
  recipient: 'BORDER',
  date: '260601',
  time: '0900',
  reference: 'R1',
  syntax: 'UNOW',
}
const leg = {
  carrier: 'ZZ',
  number: '123',
  transport: '20',
  from: 'AAA',
  fromQual: '125',
  to: 'BBB',
  toQual: '87',
  departs: '2026-06-01T10:00',
  arrives: '2026-06-01T12:00',
}

/** Reads one message from its segments, between a sound beginning and a sound end. */
function list(segments: string, list = '745'): PassengerList {
  const text = `UNB+UNOA:4+A+B+260601:0900+1'UNH+1+PAXLST:D:15B:UN:IATA'BGM+${list}'RFF+TN:1'NAD+MS+++X'${segments}`
  const [message] = readAll(text)
  if (message?.kind !== 'PAXLST') throw new Error('not a list')
  return message
}
const codes = (message: PassengerList) => message.findings.map(finding => finding.code)
const flight = "TDT+20+ZZ123+++ZZ'LOC+125+AAA'DTM+189:2606011000:201'LOC+87+BBB'DTM+232:2606011200:201'"

describe('people', () => {
  test.each([
    ['NAD+FL+++ALI YYÉ', { surname: 'ALI YYÉ' }, 'name-single'],
    ['NAD+FL+++MUSTER:ADA MRS', { surname: 'MUSTER', given: 'ADA', title: 'MRS' }, 'name-title'],
    ['NAD+FL+++MUSTER:ADAMSTR', { surname: 'MUSTER', given: 'ADA', title: 'MSTR' }, 'name-title'],
    ['NAD+FL+++Muster:Ada', { surname: 'Muster', given: 'Ada' }, 'name-lower-case'],
    ['NAD+FL+++MUSTER:ADA:', { surname: 'MUSTER', given: 'ADA' }, null],
    ['NAD+FL++MUSTER:ADA', { surname: 'MUSTER', given: 'ADA' }, null],
    ['NAD+FL', { party: 'FL' }, 'name-missing'],
  ])('%s', (segment, expected, code) => {
    const read = list(`${flight}${segment}'`)
    expect(read.people).toMatchObject([expected])
    if (code) expect(codes(read)).toContain(code)
  })

  test('empty documents, dates and places say so, and two documents are both kept', () => {
    const read = list(
      `${flight}NAD+FL+++M:A'DOC++'DTM+36:'LOC+91+'LOC+174+'DOC+P:110:111+A1'DTM+36:300101'LOC+91+D'DOC+V+B2'`,
    )
    expect(read.people[0]?.documents).toEqual([
      { type: 'P', number: 'A1', expires: '2030-01-01', issuer: 'DEU' },
      { type: 'V', number: 'B2' },
    ])
    expect(codes(read)).toEqual(
      expect.arrayContaining([
        'document-empty',
        'element-empty',
        'country-one-letter',
        'document-expiry-missing',
        'birth-missing',
      ]),
    )
  })

  test('an expired document, a birth in the future and an impossible day are found', () => {
    const read = list(
      `${flight}NAD+FL+++M:A'DTM+329:20270101:102'DOC+P+1'DTM+36:200101'NAD+FL+++M:B'DTM+329:800230'`,
    )
    expect(codes(read)).toEqual(
      expect.arrayContaining(['document-expired', 'birth-in-future', 'date-impossible']),
    )
  })

  test('titles go only where a name remains', () => {
    const given = (text: string) => withoutTitle(text).given
    expect(['JOHNMR', 'AMR', 'QAMR', 'WILLIAMS', 'KHADR', 'ANNA MISS', 'OMAR'].map(given)).toEqual([
      'JOHN',
      'AMR',
      'QAMR',
      'WILLIAMS',
      'KHADR',
      'ANNA',
      'OMAR',
    ])
  })
})

describe('flights', () => {
  test('a progressive flight is as many legs as it has, in one TDT or in several', () => {
    const one = list(
      "TDT+20+ZZ1+++ZZ'LOC+125+AAA'DTM+189:2606011000:201'LOC+92+BBB'DTM+232:2606011100:201'DTM+189:2606011200:201'LOC+87+CCC'DTM+232:2606011300:201'",
    )
    expect(one.legs).toMatchObject([
      { from: 'AAA', to: 'BBB', departs: '2026-06-01T10:00', arrives: '2026-06-01T11:00' },
      { from: 'BBB', to: 'CCC', departs: '2026-06-01T12:00', arrives: '2026-06-01T13:00' },
    ])
    const several = list("TDT+20+ZZ1'LOC+92+AAA'LOC+92+BBB'TDT+20+ZZ2A'LOC+125+BBB'LOC+87+CCC'")
    expect(several.legs).toMatchObject([
      { number: '1', from: 'AAA', to: 'BBB' },
      { number: '2', suffix: 'A', from: 'BBB', to: 'CCC' },
    ])
    expect(codes(several)).toEqual(expect.arrayContaining(['carrier-missing', 'leg-time-missing']))
  })

  test('a place named with its arrival and again with its departure is one place', () => {
    const read = list(
      "TDT+20+ZZ1+++ZZ'LOC+125+AAA'LOC+92+BBB'DTM+232:2606011100:201'LOC+92+BBB'DTM+189:2606011200:201'LOC+87+CCC'",
    )
    expect(read.legs.map(l => `${l.from} ${l.arrives ?? ''} ${l.to} ${l.departs ?? ''}`)).toEqual([
      'AAA 2026-06-01T11:00 BBB ',
      'BBB  CCC 2026-06-01T12:00',
    ])
  })

  test('a carrier that contradicts the flight number is said, a flight number that is none as well', () => {
    expect(codes(list("TDT+20+ZX877+++XZ'LOC+125+AAA'LOC+87+BBB'"))).toContain('carrier-differs')
    expect(codes(list("TDT+20+FLIGHT ONE+++XZ'LOC+125+AAA'LOC+87+BBB'"))).toContain('flight-malformed')
    expect(list("TDT+20+UAE12+++UAE'LOC+125+AAA'LOC+87+BBB'").legs).toMatchObject([
      { carrier: 'UAE', number: '12' },
    ])
  })

  test('arrival written before departure is turned round', () => {
    const read = list("TDT+20+ZZ1+++ZZ'LOC+87+BBB'DTM+232:2606011200:201'LOC+125+AAA'DTM+189:2606011000:201'")
    expect(read.legs).toMatchObject([{ from: 'AAA', to: 'BBB' }])
    expect(codes(read)).toContain('leg-order')
  })

  test('a close-out or a cancellation without people is no fault; a passenger list without people is', () => {
    const empty = (kind: string) =>
      codes(
        readAll(
          `UNB+UNOA:4+A+B+260601:0900+1'UNH+1+PAXLST:D:15B:UN:IATA'BGM+${kind}'${flight}CNT+42:0'UNT+8+1'UNZ+1+1'`,
        )[0] as PassengerList,
      )
    expect(empty('266+CLNB')).not.toContain('nobody')
    expect(empty('745')).toContain('nobody')
    expect(empty('266+QQ')).toContain('function-unknown')
  })

  test('a crew list, with its own count and contact identifier', () => {
    const read = list(`${flight}NAD+FM+++M:A'CNT+41+8'`, '250')
    expect(read).toMatchObject({ list: '250', totalKind: '41', total: 8, people: [{ party: 'FM' }] })
  })
})

describe('dates', () => {
  test('two digits of a birth year mean the last such year before the flight', () => {
    const born = (text: string, flightDay: string) => readDate(text, '', 'birth', flightDay).value
    expect(born('380105', '2017-01-27')).toBe('1938-01-05')
    expect(born('200105', '2017-01-27')).toBe('1920-01-05')
    expect(born('200105', '2021-01-27')).toBe('2020-01-05')
    expect(born('170128', '2017-01-27')).toBe('1917-01-28')
    expect(born('170127', '2017-01-27')).toBe('2017-01-27')
  })

  test('a completed year always ends with the digits given, and a birth never lies after the flight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 2000, max: 2090 }), (two, year) => {
        for (const century of ['birth', 'expiry', 'near'] as const)
          expect(fullYear(two, '06-15', century, `${year}-06-01`) % 100).toBe(two)
        expect(fullYear(two, '06-15', 'birth', `${year}-06-01`)).toBeLessThan(year)
      }),
    )
  })

  test.each([
    ['1306212200', '201', '2013-06-21T22:00', null],
    [' 1306212200', '201', '2013-06-21T22:00', null],
    ['19800512', '102', '1980-05-12', null],
    ['19800512', '101', '1980-05-12', 'date-format-differs'],
    ['1980', '602', '1980', null],
    ['198005', '610', '1980-05', null],
    ['19800500', '102', '1980-05', 'birth-partial'],
    ['12MAY80', '101', null, 'date-malformed'],
    ['801340', '101', null, 'date-impossible'],
  ])('%s as format %s', (text, format, value, fault) => {
    expect(readDate(text, format, 'near', '2013-06-21')).toEqual({ value, fault })
  })
})

describe('the closed list of the law', () => {
  const everything = list(
    `${flight}NAD+FL+++M:A MR:B+1 STREET+TOWN+REG+1000+DEU'ATT+2++M'DTM+329:800101'MEA+CT++:2'MEA+WT++KGM:30'GEI+4+173'FTX+BAG+++T1:2'LOC+22+BBB'LOC+174+DEU'LOC+178+AAA'LOC+179+CCC'LOC+180+:::TOWN'COM+123:TE'NAT+2+DEU'RFF+AVF:PNR1'RFF+ABO:REF1'RFF+SEA:12A'RFF+CR:C1'DOC+P+N1'DTM+36:300101'LOC+91+DEU'DOC+V+V1'CNT+42:1'`,
  )

  test('only listed data is kept, and everything else is said to be dropped without being quoted', () => {
    const kept = withinClosedList(everything)
    if (kept.kind !== 'PAXLST') throw new Error('not a list')
    expect(kept.people).toEqual([
      {
        party: 'FL',
        surname: 'M',
        given: 'A',
        second: 'B',
        dob: '1980-01-01',
        gender: 'M',
        nationality: 'DEU',
        documents: [{ type: 'P', number: 'N1', issuer: 'DEU', expires: '2030-01-01' }],
        pnr: 'PNR1',
        paxRef: 'REF1',
        seats: [{ seat: '12A' }],
        bags: 2,
        bagWeight: { value: 30, unit: 'kg' },
        clearance: 'BBB',
        embarked: 'AAA',
        segment: 10,
      },
    ])
    const said = kept.findings.filter(f => f.code === 'element-dropped').map(f => f.sentence)
    for (const what of [
      'address',
      'place of birth',
      'residence',
      'telephone',
      'bag tags',
      'visa',
      'title',
      'destination',
    ])
      expect(said.join(' ')).toContain(what)
    expect(said.join(' ')).not.toMatch(/STREET|TOWN|V1/)
    expect(everything.people[0]?.street).toBe('1 STREET')
  })

  test('whatever a person carries, nothing outside the list comes through', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 10 }), fc.string()), extra => {
        const person = { ...extra, party: 'FL', documents: [], segment: 1 } as Person
        const kept = withinClosedList({ ...everything, people: [person] })
        if (kept.kind !== 'PAXLST') throw new Error('not a list')
        const allowed: ReadonlySet<string> = new Set(keptOfPerson)
        for (const key of Object.keys(kept.people[0] ?? {})) expect(allowed.has(key)).toBe(true)
      }),
    )
  })
})

describe('writing', () => {
  const name = fc
    .stringMatching(/^[A-ZÄÖÜ'+:?]{2,9}$/)
    .filter(text => !/(MRS|MR|MS|MISS|MSTR|DR)$/.test(text))
  const day = fc
    .tuple(
      fc.integer({ min: 1930, max: 2020 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  const state = fc.constantFrom('DEU', 'FRA', 'IRQ', 'RKS', 'XXA', 'GBN')
  const person = fc.record(
    {
      party: fc.constantFrom('FL', 'DDU'),
      surname: name,
      given: name,
      second: name,
      gender: fc.constantFrom('M', 'F', 'X', 'U'),
      dob: day,
      nationality: state,
      documents: fc.array(
        fc.record({
          type: fc.constantFrom('P', 'I', 'V'),
          number: fc.stringMatching(/^[A-Z0-9]{5,9}$/),
          issuer: state,
          expires: day,
        }),
        { maxLength: 2 },
      ),
      pnr: fc.stringMatching(/^[A-Z0-9]{6}$/),
      paxRef: fc.stringMatching(/^[A-Z0-9]{4,9}$/),
      seats: fc.array(fc.record({ seat: fc.stringMatching(/^[1-9][0-9]?[A-K]$/) }), {
        minLength: 1,
        maxLength: 2,
      }),
      bags: fc.nat(5),
      verified: fc.boolean(),
      clearance: fc.constant('BBB'),
      embarked: fc.constant('AAA'),
      residence: state,
      birthPlace: name,
      street: name,
      city: name,
      region: fc.constant('HI'),
      postcode: fc.constant('1000'),
    },
    { requiredKeys: ['party', 'surname', 'given', 'documents'] },
  )

  test('what is written reads back the same, in every directory from 02B to 15B', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 5 }),
        fc.constantFrom('02B', '05B', '12B', '15B'),
        (people, release) => {
          const data: PaxlstData = {
            reference: 'M1',
            list: '745',
            function: 'CP',
            txnRef: 'T:1',
            revision: '2',
            contact: { surname: 'DESK', coms: [{ kind: 'TE', value: '+49 1' }] },
            legs: [leg],
            people: people.map(p => ({ ...p, segment: 0 })),
            total: 9,
            totalKind: '42',
          }
          const [read] = readAll(new TextEncoder().encode(writePaxlst(sending, [data], release)))
          if (read?.kind !== 'PAXLST') throw new Error('not a list')
          expect(read.people.map(p => ({ ...p, segment: 0 }))).toEqual(data.people)
          expect(read.legs).toEqual([leg])
          expect(read).toMatchObject({
            version: `D.${release}`,
            list: '745',
            function: 'CP',
            txnRef: 'T:1',
            revision: '2',
            contact: data.contact,
            total: 9,
          })
          const envelope = [
            'segment-count',
            'message-count',
            'reference-differs',
            'una-broken',
            'version-unknown',
          ]
          expect(codes(read).filter(code => envelope.includes(code))).toEqual([])
        },
      ),
      { numRuns: 120 },
    )
  })

  test('a list sent in parts is joined per flight, and a missing part is known', () => {
    const person = (n: number): Person => ({
      party: 'FL',
      surname: `M${n}`,
      given: 'A',
      paxRef: `P${n}`,
      documents: [],
      segment: 0,
    })
    const part = (n: number, status: string, people: Person[]): PaxlstData => ({
      reference: `M${n}`,
      access: 'ACC',
      part: { sequence: String(n).padStart(2, '0'), status },
      list: '745',
      legs: [leg],
      people,
    })
    const all = [
      part(2, 'C', [person(2), person(3)]),
      part(1, 'C', [person(1)]),
      part(3, 'F', [person(3), person(4)]),
    ]
    const read = (parts: PaxlstData[]) =>
      readAll(writePaxlst(sending, parts)).filter(m => m.kind === 'PAXLST')
    const [joined, ...more] = joinParts(read(all))
    expect(more).toEqual([])
    expect(joined?.complete).toBe(true)
    expect(joined?.list.people.map(p => p.surname)).toEqual(['M1', 'M2', 'M3', 'M4'])
    expect(joinParts(read([part(1, 'C', []), part(3, 'F', [])]))).toMatchObject([
      { complete: false, missing: [2] },
    ])
    expect(joinParts(read([part(1, 'C', []), part(2, 'C', [])]))).toMatchObject([
      { complete: false, missing: [] },
    ])
  })
})
