import { beforeAll, expect, test } from 'vitest'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { useWorld } from '#test/world.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const desk = async (persona = 'kristaps-vitolnieks-hale') =>
  (await world.as(persona, { purpose: 'border-check' })).hits
beforeAll(async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Same instant' }))
  await keeper.alerts.enter({ list, content: sampleContent() })
})

/** How many transactions of this world wait for another to end. */
async function waiting(): Promise<number> {
  await world.owner.query('select pg_stat_clear_snapshot()')
  const { rows } = await world.owner.query<{ count: number }>(
    `select count(distinct pid)::int as count from pg_locks join pg_stat_activity using (pid)
     where not granted and datname = current_database()`,
  )
  return rows[0]?.count ?? 0
}
/** Until so many wait, or the work is done all the same. */
async function comesTo(count: number, work: Promise<unknown>): Promise<void> {
  let done = false
  const end = () => {
    done = true
  }
  work.then(end, end)
  await expect.poll(async () => done || (await waiting()) >= count, { timeout: 10_000 }).toBe(true)
}

/** A person who was raised as announced; then `said`, and the same person raised as booked, each before the other is committed. */
async function interleaved(
  number: string,
  before: (hit: string) => Promise<unknown>,
  said: (hit: string) => Promise<unknown>,
) {
  const person = (of: string) => aPassenger({ documents: [{ type: 'P', number: of, issuer: 'IRN' }] })
  const suppressed: boolean[] = []
  for (const first of ['said', 'raised']) {
    const documents = person(`${number}${first}`)
    const [announced] = await raise(world, [documents])
    const hit = announced?.hits[0]?.id ?? ''
    await before(hit)
    const booked = { ...documents, given: 'FAROKH REZA' }
    let raised: ReturnType<typeof raise> | undefined
    let saying: Promise<unknown>
    if (first === 'said') {
      // Said, and held just before its commit by the table of the record.
      await world.owner.query('begin; lock table record.entry in share mode')
      saying = said(hit)
      await comesTo(1, saying)
      raised = raise(world, [booked])
      await comesTo(2, raised)
      await world.owner.query('commit')
    } else {
      let go = () => {}
      const held = new Promise<void>(resolve => {
        go = resolve
      })
      const there = new Promise<void>(resolve => {
        raised = raise(world, [booked], {
          beforeCommit: async () => {
            resolve()
            await held
          },
        })
      })
      await there
      saying = said(hit)
      await comesTo(1, saying)
      go()
    }
    await saying
    const other = (await raised)?.[0]?.hits[0]?.id ?? ''
    suppressed.push((await (await desk()).read({ id: other })).suppressed)
  }
  return suppressed
}

const notTheSame = async (hit: string) =>
  (await desk()).review({
    id: hit,
    version: 1,
    verdict: 'not-the-same',
    reason: 'Another face.',
    rememberMonths: 12,
  })

test('a hit raised at the instant in which a colleague says that it is not the same waits for nobody, whoever is first', async () => {
  expect(await interleaved('SI1', async () => {}, notTheSame)).toEqual([true, true])
})

test('a hit raised at the instant in which that is taken back waits for people, whoever is first', async () => {
  const withdraw = async (hit: string) => {
    const known = (await (await desk()).notTheSame({})).items.find(each => each.hit === hit)
    await (await desk()).withdrawNotTheSame({ id: known?.id ?? '', reason: 'Seen again.' })
  }
  expect(await interleaved('SI2', notTheSame, withdraw)).toEqual([false, false])
  const otherwise = async (hit: string) =>
    (await desk('dace-liepina-korr')).review({
      id: hit,
      version: 2,
      verdict: 'same',
      reason: 'The fingerprints have come.',
    })
  expect(await interleaved('SI3', notTheSame, otherwise)).toEqual([false, false])
})
