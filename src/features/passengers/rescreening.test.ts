import { expect, test } from 'vitest'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { atOnce } from '#test/at-once.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)

/** An alert on everybody of this name and birth is entered after they were announced. */
async function alertOn(family: string, given: string, birth: string) {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: family }))
  await keeper.alerts.enter({
    list,
    content: sampleContent({ identities: [{ names: [{ family, given }], birth }] }),
  })
  await (await engineOf(world.ground)).settled()
}

const deadlocks = async () => {
  await world.owner.query('select pg_stat_clear_snapshot()')
  const { rows } = await world.owner.query<{ count: number }>(
    'select deadlocks::int as count from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.count
}

test('screening again and a message about the same people do not wait for each other in a circle, whatever order they name them in', async () => {
  const alike = { surname: 'WATCHEDSOON', given: 'ODILIA', dob: '1977-07-07', nationality: 'LVA' }
  const leg = sampleLeg({ number: '871' })
  const aboard = Array.from({ length: 20 }, (_, n) => samplePerson(n, alike))
  await desk.send(samplePaxlst(aboard, { control: 'SOON', leg }))
  await alertOn('Watchedsoon', 'Odilia', '1977-07-07')
  // Three in the order of their ids, and in that in which they were announced: those are the orders in which rows are written.
  const { rows } = await world.owner.query<{ id: string; ref: string }>(
    `select p.id, p.pax_ref as ref from person.passenger p join person.flight f on f.id = p.flight
     where f.number = '871' order by p.ctid`,
  )
  const ids = rows.map(({ id }) => id)
  const [first, between, last] =
    ids
      .flatMap((a, at) =>
        ids
          .slice(at + 1)
          .flatMap((b, then) =>
            ids.slice(at + then + 2).flatMap(c => (a < b && b < c ? [[a, b, c] as const] : [])),
          ),
      )
      .at(0) ?? []
  if (!first || !between || !last) throw new Error('No three are in order.')
  const named = [last, first].map(id =>
    aboard.find(({ paxRef }) => paxRef === rows.find(row => row.id === id)?.ref),
  )
  const gateway = await desk.gateway()
  const [again, sent] = await atOnce<unknown>(
    world,
    [
      () => gateway.rescreen(),
      () =>
        desk.send(
          samplePaxlst(
            named.flatMap(person => person ?? []),
            { control: 'SOON2', leg },
          ),
        ),
    ],
    { passenger: between },
  )
  expect(again).toMatchObject({ changed: 20 })
  expect(sent).toMatchObject({ status: 200, state: 'processed' })
  expect(await deadlocks()).toBe(0)
})

test('many are screened again some flights at a time: each part gives the flights free again and orders the next', async () => {
  const alike = { surname: 'WATCHEDLATE', given: 'OTTILIA', dob: '1971-01-07', nationality: 'LVA' }
  for (const number of ['881', '882', '883']) {
    const aboard = Array.from({ length: 250 }, (_, n) => samplePerson(n, n === 7 ? alike : {}))
    const leg = sampleLeg({ number })
    const sent = await desk.send(samplePaxlst(aboard, { control: `MANY${number}`, leg }))
    expect(sent.status).toBe(202)
  }
  await world.workJobs()
  await alertOn('Watchedlate', 'Ottilia', '1971-01-07')
  const gateway = await desk.gateway()
  const first = await gateway.rescreen()
  expect(first.people).toBeLessThan(700)
  expect(first.people).toBeGreaterThan(0)
  await world.workJobs()
  const waiting = await (await desk.officer()).queue({})
  expect(
    waiting.filter(({ family }) => family === 'WATCHEDLATE').map(({ flightNumber }) => flightNumber),
  ).toHaveLength(3)
})
