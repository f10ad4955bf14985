import type { ContractRouterClient } from '@orpc/contract'
import type { Leg } from '#core/edifact/message.ts'
import { writeCusres } from '#core/edifact/write-cusres.ts'
import { writePaxlst } from '#core/edifact/write-paxlst.ts'
import { clockAt } from './airports.ts'
import type { passengers } from './api.ts'
import { flights, type SeedFlight } from './seed-data.ts'
import { peopleOf } from './seed-people.ts'

type Client = ContractRouterClient<{ passengers: typeof passengers }>['passengers']

/** What the seed calls: the operations of passengers in somebody's name, as if it were that moment. */
export interface PassengersAs {
  /** An officer by name, for a border check. */
  officer(name: string, at: Date): Promise<Client>
  /** Automatic duties of the border guard. */
  gateway(at: Date): Promise<Client>
  /** A carrier with its key. */
  carrier(key: string, at: Date): Client
}

const hour = 3_600_000
const officer = 'Kristaps Vītolnieks-Hale'
const second = 'Dace Liepiņa-Korr'

const carriers = [
  {
    code: 'ZZ',
    name: 'Sample Airways (invented)',
    also: ['ZZZ'],
    contact: 'Operations desk, ops@sample-airways.example',
  },
  {
    code: 'XX',
    name: 'Specimen Air (invented)',
    also: [],
    contact: 'Operations desk, ops@specimen-air.example',
  },
  {
    code: '0Z',
    name: 'Example Charter (invented)',
    also: [],
    contact: 'Handling agent, desk@example-charter.example',
  },
]

/** What a carrier of the demonstration will send when its flight leaves. Its reference says that nobody sends it: it ends in DEMO. */
export interface CloseOut {
  carrier: string
  at: Date
  interchange: string
}

/**
 * Fills the border guard's desk with some days of flights: messages as carriers write them, received as they are in earnest.
 * @returns the close-outs of those that have yet to leave: a demonstration left running is no carrier that never closes.
 */
export async function seedPassengersInto(as: PassengersAs, now: Date): Promise<CloseOut[]> {
  const start = new Date(now.getTime() - 60 * hour)
  const first = await as.officer(officer, start)
  const keys = new Map<string, { id: string; key: string }>()
  for (const each of carriers) {
    const { id } = await first.enterCarrier({ ...each, codes: {} })
    keys.set(each.code, { id, key: (await first.issueKey({ id, label: 'Check-in system' })).key })
  }
  const carrier = (code: string) => {
    const found = keys.get(code)
    if (!found) throw new Error(`The seed knows no carrier ${code}.`)
    return found
  }
  for (const { code } of carriers)
    await first.expect({
      carrier: carrier(code).id,
      flights: flights
        .filter(each => each.carrier === code && each.scheduled !== false)
        .map(each => {
          const leg = legOf(each, now)
          return {
            number: each.number,
            from: each.from,
            to: each.to,
            departs: leg.departs ?? '',
            arrives: leg.arrives ?? null,
          }
        }),
    })
  for (const flight of flights) await seedFlight(as, flight, carrier(flight.carrier).key, now)
  await seedQuarantine(as, carrier('0Z').key, now)
  const refused = await seedDecisions(as, carrier('ZZ').key, now)
  return flights.flatMap(flight => closeOutOf(flight, refused, now) ?? [])
}

/** Everybody but those refused is on board; of a list of which a part never came, the others are named then. */
function closeOutOf(flight: SeedFlight, refused: ReadonlySet<string>, now: Date): CloseOut | undefined {
  const at = new Date(now.getTime() + flight.departsIn * hour)
  const announced = flight.steps.some(step => step === 'list' || step === 'first-part')
  if (at <= now || !announced || flight.steps.includes('cancel')) return undefined
  const aboard = everybody(flight).filter(
    ({ documents }) => !documents.some(each => refused.has(each.number)),
  )
  const message = closing(flight, aboard, now)
  return { carrier: flight.carrier, at, interchange: interchange(flight, 'DEMO', at, message) }
}

const everybody = (flight: SeedFlight) => [...peopleOf(flight), ...peopleOf(flight, 'crew')]

const closing = (flight: SeedFlight, people: ReturnType<typeof peopleOf>, now: Date) => ({
  list: '266',
  function: 'CLOB',
  legs: [legOf(flight, now)],
  txnRef: `${flight.carrier}${flight.number}`,
  people,
})

function legOf({ carrier, number, from, to, departsIn, takes }: SeedFlight, now: Date): Leg {
  const departs = Math.round((now.getTime() + departsIn * hour) / 300_000) * 300_000
  return {
    carrier,
    number,
    transport: '20',
    from,
    fromQual: '125',
    to,
    toQual: '87',
    departs: clockAt(from, new Date(departs)),
    arrives: clockAt(to, new Date(departs + takes * hour)),
  }
}

async function seedFlight(as: PassengersAs, flight: SeedFlight, key: string, now: Date): Promise<void> {
  const people = peopleOf(flight)
  const leg = legOf(flight, now)
  const departs = now.getTime() + flight.departsIn * hour
  // What lies in the future has not been sent; a list comes some hours before departure.
  const sentAt = (before: number) => new Date(Math.min(departs - before * hour, now.getTime() - 60_000))
  const send = async (message: Parameters<typeof interchange>[3], before: number, control: string) => {
    const at = sentAt(before)
    const { headers, status } = await as
      .carrier(key, at)
      .receive({ message: interchange(flight, control, at, message) })
    // A long list is processed by a job, a moment later.
    if (status === 202) await (await as.gateway(at)).process({ id: headers['iconet-message'] })
  }
  const list = { list: '745', legs: [leg], txnRef: `${flight.carrier}${flight.number}` }
  for (const step of flight.steps)
    switch (step) {
      case 'list':
        await send({ ...list, people, total: people.length + (flight.missing ?? 0) }, 4, 'A')
        break
      case 'crew':
        await send({ ...list, list: '250', totalKind: '41', people: peopleOf(flight, 'crew') }, 3.5, 'B')
        break
      case 'first-part':
        await send(
          {
            ...list,
            people: people.slice(0, 20),
            total: people.length,
            access: 'PARTS',
            part: { sequence: '01', status: 'C' },
          },
          3,
          'C',
        )
        break
      case 'close':
        await send(closing(flight, everybody(flight).slice(flight.absent ?? 0), now), 0, 'D')
        break
      case 'cancel':
        await send({ ...list, list: '266', function: 'XF', people: [] }, 2, 'E')
        break
    }
}

function interchange(
  flight: SeedFlight,
  control: string,
  at: Date,
  message: Omit<Parameters<typeof writePaxlst>[1][number], 'reference'>,
): string {
  return writePaxlst(
    {
      sender: `${flight.carrier}DCS`,
      recipient: 'LVBORDER',
      date: at.toISOString().slice(2, 10).replaceAll('-', ''),
      time: at.toISOString().slice(11, 16).replace(':', ''),
      reference: `${flight.carrier}${flight.number}${control}`,
    },
    [
      {
        reference: '1',
        contact: { surname: 'OPERATIONS DESK', coms: [{ kind: 'EM', value: 'OPS AT EXAMPLE' }] },
        ...message,
      },
    ],
    flight.release ?? '15B',
  )
}

/** A message that names no flight: tried three times, then put aside. */
async function seedQuarantine(as: PassengersAs, key: string, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 2 * hour)
  const broken = `UNA:+.? 'UNB+UNOA:4+0ZDCS+LVBORDER+261122:0610+0Z77X'UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'RFF+TN:0Z77'NAD+FL+++EXAMPLE:NOBODY'CNT+42:1'UNT+6+1'UNZ+1+0Z77X'`
  const receipt = await as.carrier(key, at).receive({ message: broken })
  const id = receipt.headers['iconet-message']
  for (const minutes of [1, 2])
    await (await as.gateway(new Date(at.getTime() + minutes * 60_000))).process({ id })
}

/**
 * What officers decided, and what the carrier acknowledged of it.
 * @returns the documents of those refused.
 */
async function seedDecisions(as: PassengersAs, key: string, now: Date): Promise<Set<string>> {
  const at = new Date(now.getTime() - 40 * 60_000)
  const desk = await as.officer(officer, at)
  const waiting = await desk.queue({})
  const left = waiting.filter(each => (each.secondsLeft ?? 0) < 0)
  for (const each of left)
    await (await as.officer(officer, new Date(at.getTime() - 3 * hour))).decide({
      id: each.id,
      says: 'board',
      reason: 'Document seen by the liaison officer at the gate; in order.',
      seen: null,
      read: (await desk.passenger({ id: each.id })).version,
    })
  const [expired, other] = waiting.filter(
    each => (each.secondsLeft ?? 0) > 7200 && each.checks.some(check => check.code === 'document-expired'),
  )
  if (expired)
    await (await as.officer(second, at)).decide({
      id: expired.id,
      says: 'no-board',
      reason: 'The passport has expired and the airline confirms that no other document was shown.',
      seen: null,
      read: (await desk.passenger({ id: expired.id })).version,
    })
  if (other)
    await (await as.officer(second, at)).decide({
      id: other.id,
      says: 'board',
      reason: 'A new passport was shown at check-in.',
      seen: null,
      read: (await desk.passenger({ id: other.id })).version,
    })
  // The carrier has fetched what changed, and acknowledged the first.
  const later = new Date(at.getTime() + 60_000)
  const told = (await as.carrier(key, later).collect()).find(each => each.kind === '132')
  const transaction = told && /RFF\+TN:([A-Z0-9]+)/.exec(told.cusres)?.[1]
  const refused = new Set(expired?.documents.map(({ number }) => number))
  if (!transaction) return refused
  await as.carrier(key, later).receive({
    message: writeCusres(
      { sender: 'ZZDCS', recipient: 'LVBORDER', date: '261122', time: '0000', reference: 'ZZACK1' },
      [
        {
          reference: '1',
          answer: '312',
          txnRef: transaction,
          legs: [],
          results: [{ level: '1', statuses: [{ code: '118' }] }],
        },
      ],
    ),
  })
  return refused
}
