import type { Leg, Person } from '#core/edifact/message.ts'
import { writePaxlst } from '#core/edifact/write-paxlst.ts'
import { clockAt } from './airports.ts'

/** A flight, to Riga unless something else is said; nobody of these exists. */
export interface SampleFlight {
  carrier?: string
  number?: string
  from?: string
  to?: string
  /** UTC. */
  departs?: Date
  hours?: number
}

/** The same throughout, so that two messages about a flight name one day, also when midnight passes between them. */
const inSixHours = new Date(Date.now() + 6 * 3_600_000)
const inFourYears = `${inSixHours.getUTCFullYear() + 4}-01-01`

export function sampleLeg({
  carrier = 'ZZ',
  number = '101',
  from = 'IST',
  to = 'RIX',
  departs = inSixHours,
  hours = 3,
}: SampleFlight = {}): Leg {
  return {
    carrier,
    number,
    transport: '20',
    from,
    fromQual: '125',
    to,
    toQual: '87',
    departs: clockAt(from, departs),
    arrives: clockAt(to, new Date(departs.getTime() + hours * 3_600_000)),
  }
}

export const samplePerson = (n: number, more: Partial<Person> = {}): Person => ({
  party: 'FL',
  surname: `SAMPLE${letters(n)}`,
  given: `INVENTED${letters(n * 7 + 3)}`,
  gender: n % 2 ? 'F' : 'M',
  dob: `19${60 + (n % 40)}-0${1 + (n % 9)}-1${n % 10}`,
  nationality: 'TUR',
  pnr: `PN${String(1000 + Math.floor(n / 2))}`,
  paxRef: `R${n}`,
  seats: [{ seat: `${1 + Math.floor(n / 6)}${'ABCDEF'[n % 6]}` }],
  bags: n % 3,
  documents: [{ type: 'P', number: `U${String(10_000_000 + n)}`, issuer: 'TUR', expires: inFourYears }],
  segment: 0,
  ...more,
})

const letters = (n: number): string =>
  String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 65 + (Math.floor(n / 676) % 26))

/** A PAXLST interchange about people who do not exist. */
export function samplePaxlst(
  people: readonly Person[],
  {
    control = 'C1',
    transaction = 'T1',
    function: does,
    leg = sampleLeg(),
    total,
  }: { control?: string; transaction?: string; function?: string; leg?: Leg; total?: number } = {},
): string {
  return writePaxlst(
    { sender: 'ZZAIR', recipient: 'LVBORDER', date: '261122', time: '0900', reference: control },
    [
      {
        reference: '1',
        list: '745',
        ...(does && { function: does }),
        txnRef: transaction,
        contact: { surname: 'OPERATIONS DESK', coms: [{ kind: 'TE', value: '999 000000' }] },
        legs: [leg],
        people: [...people],
        total: total ?? people.length,
      },
    ],
  )
}

/** Somebody like the alert of sampleContent. */
export const looked: Partial<Person> = {
  surname: 'QASEMZADEH',
  given: 'FAROKH',
  dob: '1984-03-17',
  nationality: 'IRN',
  gender: 'M',
}
/** Somebody like the alert on the list of four eyes. */
export const guarded: Partial<Person> = {
  surname: 'WRZESZCZYNSKA',
  given: 'BOGUMILA',
  dob: '2009-04-11',
  nationality: 'POL',
  gender: 'F',
}

interface Officer {
  passenger: (asked: { id: string }) => Promise<{ version: string }>
}
/** The version of somebody as this officer reads them now: what a decision goes by. */
export const readNow = async (officer: Officer, id: string): Promise<string> =>
  (await officer.passenger({ id })).version
