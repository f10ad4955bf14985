import { expect, test } from 'vitest'
import { withinClosedList } from './closed-list.ts'
import { readAll } from './interpret.ts'
import type { BookingList } from './message.ts'
import { writePnrgov } from './write-pnrgov.ts'

// All people and flights here are invented.
function bookings(segments: string, version = '11:1'): BookingList {
  const [message] = readAll(
    `UNB+IATA:1+ZZ+BORDER+260601:0900+1'UNH+1+PNRGOV:${version}:IA'MSG+:22'ORG+ZZ'TVL+010626:1000:010626:1200+AAA+BBB+ZZ+12'EQN+1'${segments}`,
  )
  if (message?.kind !== 'PNRGOV') throw new Error('not PNRGOV')
  return message
}
const codes = (list: BookingList) => list.findings.map(finding => finding.code)

test('a booking, its travellers, documents, seats and bags are read', () => {
  const list = bookings(
    "SRC'RCI+ZZ:ABC123::010526:1200'TIF+MUSTER+ADAMRS:A:1'SSR+DOCS:HK:1:ZZ:::::/P/DEU/C01X0006H/DEU/12AUG64/F/31OCT27/MUSTER/ADA/EVA+::1'" +
      "TVL+010626:1000:010626:1200+AAA+BBB+ZZ:YY+12:B'SSR+SEAT:HK:1:ZZ:::AAA:BBB+012C::1'TRI++1:::1'TIF+MUSTER+ADAMRS:A:1'SSD+012C++++Y'TBD++2:34:700++MP+618:1'UNT+15+1'UNZ+1+1'",
  )
  expect(list.bookings).toMatchObject([
    {
      pnr: 'ABC123',
      booked: '2026-05-01',
      legs: [{ from: 'AAA', to: 'BBB', carrier: 'YY', codeshare: { carrier: 'ZZ' } }],
      people: [
        {
          surname: 'MUSTER',
          given: 'ADA',
          second: 'EVA',
          title: 'MRS',
          dob: '1964-08-12',
          gender: 'F',
          nationality: 'DEU',
          documents: [{ type: 'P', number: 'C01X0006H', issuer: 'DEU', expires: '2027-10-31' }],
          seats: [{ seat: '12C', from: 'AAA', to: 'BBB' }],
          bags: 2,
          bagWeight: { value: 34, unit: 'kg' },
          pnr: 'ABC123',
        },
      ],
    },
  ])
  expect(list.legs).toMatchObject([
    { from: 'AAA', to: 'BBB', departs: '2026-06-01T10:00', carrier: 'ZZ', number: '12' },
  ])
})

test('an infant named after its document data gets it, with two letters for a country turned into three', () => {
  const list = bookings(
    "SRC'RCI+ZZ:ABC123'TIF+MUSTER+ADA:A:1.1:1'SSR+DOCS:HK:1:ZZ:::::/P/CO/5/CO/30MAY76/F/31OCT27/MUSTER/ADA+::1.1'" +
      "SSR+DOCS:HK:1:ZZ:::::/P/COL/6/COL/10AUG25/FI/21DEC30/MUSTER/EVA+::1.1'TIF+MUSTER+EVA:IN:2.1'",
  )
  expect(list.bookings[0]?.people).toMatchObject([
    { given: 'ADA', nationality: 'COL', documents: [{ number: '5' }] },
    { party: 'IN', given: 'EVA', dob: '2025-08-10', gender: 'F', documents: [{ number: '6' }] },
  ])
  expect(codes(list)).toContain('country-two-letters')
  expect(codes(list)).not.toContain('traveller-unlinked')
})

test('the name of a group is no traveller, and requested seats are seats', () => {
  const list = bookings(
    "SRC'RCI+ZZ:ABC123'TIF+FOOTBALL CLUB:G'TIF+MUSTER+ADA:A:1'TIF+BEISPIEL+BO:A:2'SSR+NSST:HK:001:ZZ:::AAA:BBB:ZZ 12 +074E::1'SSR+RQST:HK:1:ZZ:::AAA:BBB+14A::2'",
  )
  expect(list.bookings[0]?.people).toMatchObject([
    { surname: 'MUSTER', seats: [{ seat: '74E' }] },
    { surname: 'BEISPIEL', seats: [{ seat: '14A' }] },
  ])
})

test('history is passed over, and what the closed list does not name is said once by kind', () => {
  const list = withinClosedList(
    bookings(
      "SRC'RCI+ZZ:ABC123'ADD++700:1 STREET'FOP+CC:::VI:XXXX'IFT+4:28+REMARK ABOUT SOMEBODY'IFT+4:28+ANOTHER'TIF+MUSTER+ADA:A:1'ABI+4++++ZZ'SAC+++X'TIF+OLD+NAME:A:2'",
    ),
  )
  if (list.kind !== 'PNRGOV') throw new Error('not PNRGOV')
  expect(list.bookings[0]?.people.map(p => p.surname)).toEqual(['MUSTER'])
  const said = list.findings
    .filter(f => f.code === 'element-dropped')
    .map(f => f.sentence)
    .join(' ')
  for (const kind of ['addresses, 1', 'form of payment, 1', 'free text, 2', 'history, 1'])
    expect(said).toContain(kind)
  expect(said).not.toMatch(/STREET|SOMEBODY/)
})

test.each(['11.1', '13.1', '16.1'])('what is written as %s reads back the same', version => {
  const leg = {
    departs: '2026-06-01T10:00',
    arrives: '2026-06-01T12:00',
    from: 'AAA',
    to: 'BBB',
    carrier: 'ZZ',
    number: '12',
  }
  const booking = {
    pnr: 'ABC123',
    booked: '2026-05-01',
    legs: [leg],
    segment: 0,
    people: [
      {
        party: 'A',
        surname: 'MUSTER',
        given: 'ADA',
        second: 'EVA',
        dob: '1964-08-12',
        gender: 'F',
        nationality: 'DEU',
        paxRef: '1',
        pnr: 'ABC123',
        documents: [{ type: 'P', number: 'C01X0006H', issuer: 'DEU', expires: '2027-10-31' }],
        seats: [{ seat: '12C', from: 'AAA', to: 'BBB' }],
        bags: 2,
        bagWeight: { value: 34, unit: 'kg' as const },
        segment: 0,
      },
      {
        party: 'IN',
        surname: 'MUSTER',
        given: 'BO',
        dob: '2025-08-10',
        gender: 'M',
        nationality: 'DEU',
        paxRef: '2',
        pnr: 'ABC123',
        documents: [],
        segment: 0,
      },
    ],
  }
  const sending = { sender: 'ZZ', recipient: 'BORDER', date: '260601', time: '0900', reference: 'R1' }
  const [read] = readAll(
    writePnrgov(sending, [{ reference: 'M1', legs: [leg], bookings: [booking] }], version),
  )
  if (read?.kind !== 'PNRGOV') throw new Error('not PNRGOV')
  const plain = read.bookings.map(b => ({
    ...b,
    segment: 0,
    people: b.people.map(p => ({ ...p, segment: 0 })),
  }))
  expect(plain).toEqual([booking])
  expect(read.legs).toEqual([leg])
  expect(read.version).toBe(version)
  expect(codes(read).filter(code => code !== 'document-missing')).toEqual([])
})
