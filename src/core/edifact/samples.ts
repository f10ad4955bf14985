import { writeCusres } from './write-cusres.ts'
import { writePaxlst } from './write-paxlst.ts'
import { writePnrgov } from './write-pnrgov.ts'
import type { Leg, Person } from './message.ts'

/** Sound messages of every kind about people who do not exist, for fuzzing and for measuring. */
export function sampleList(passengers: number): string {
  return writePaxlst(
    sending,
    [
      {
        reference: 'M1',
        list: '745',
        txnRef: 'T1',
        contact: { surname: 'DESK', coms: [{ kind: 'TE', value: '+49 1' }] },
        legs: [leg],
        people: Array.from({ length: passengers }, (_, i) => person(i)),
      },
    ],
    '15B',
  )
}

const sending = { sender: 'ZZAIR', recipient: 'BORDER', date: '260601', time: '0900', reference: 'R1' }
const leg: Leg = {
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

const person = (n: number): Person => ({
  party: 'FL',
  surname: `MUSTER${letters(n)}`,
  given: `ADA${letters(n * 7)}`,
  gender: n % 2 ? 'F' : 'M',
  dob: `19${60 + (n % 40)}-0${1 + (n % 9)}-1${n % 10}`,
  nationality: 'DEU',
  embarked: 'AAA',
  destination: 'BBB',
  clearance: 'BBB',
  residence: 'DEU',
  pnr: `PNR${n}`,
  paxRef: `REF${n}`,
  seats: [{ seat: `${1 + (n % 60)}A` }],
  bags: n % 3,
  documents: [{ type: 'P', number: `C${String(n).padStart(8, '0')}`, issuer: 'DEU', expires: '2030-01-01' }],
  segment: 0,
})

const letters = (n: number): string =>
  String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 65 + (Math.floor(n / 676) % 26))

const bookings = () => [
  {
    pnr: 'ABC123',
    booked: '2026-05-01',
    legs: [leg],
    segment: 0,
    people: [person(1), { ...person(2), party: 'IN' }],
  },
]

export const samples: readonly string[] = [
  sampleList(3),
  sampleList(1).replaceAll("'", "'\r\n"),
  writePaxlst(
    sending,
    [
      {
        reference: 'M2',
        list: '250',
        function: 'C',
        legs: [leg, { ...leg, from: 'BBB', to: 'CCC' }],
        people: [{ ...person(5), party: 'FM' }],
      },
    ],
    '02B',
  ),
  writePaxlst(
    sending,
    [
      {
        reference: 'M3',
        list: '266',
        function: 'CLNB',
        part: { sequence: '01', status: 'F' },
        access: 'A',
        legs: [leg],
        people: [],
      },
    ],
    '05B',
  ),
  writePnrgov(sending, [{ reference: 'M4', legs: [leg], bookings: bookings() }], '11.1'),
  writePnrgov(sending, [{ reference: 'M5', legs: [leg], bookings: [...bookings(), ...bookings()] }], '16.1'),
  writeCusres(sending, [
    {
      reference: 'M6',
      answer: '962',
      txnRef: 'T1',
      legs: [leg],
      results: [{ level: '2', pnr: 'ABC123', paxRef: '1', statuses: [{ code: '0Z' }], text: 'OK TO BOARD' }],
    },
    { reference: 'M7', answer: '312', legs: [], results: [{ level: '1', statuses: [{ code: '118' }] }] },
  ]),
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
]
