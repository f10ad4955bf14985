import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Client, client } from '#app/network.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { useWorld } from '#test/world.ts'
import { verdicts } from './kinds.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
let officers: Client[] = []
let machine: Client
let keeper: Client
let clock: Client

beforeAll(async () => {
  const named = async (name: string) => {
    const { rows } = await world.owner.query<{ id: number }>(
      `select m.id from network.mandate m join network.official o on o.id = m.official where o.name = $1`,
      [name],
    )
    return actorOfMandate(world.ground.db, rows[0]?.id ?? 0)
  }
  officers = await Promise.all(
    ['kristaps-vitolnieks-hale', 'dace-liepina-korr'].map(persona =>
      world.as(persona, { purpose: 'border-check' }),
    ),
  )
  machine = client(world.ground, await named('ICONet passenger gateway'), { purpose: 'border-check' })
  clock = client(world.ground, await named('ICONet clock'))
  keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
})

/** One step of a day, in any order that chance gives. */
const Step = fc.oneof(
  fc.record({ does: fc.constant('screen' as const), again: fc.boolean() }),
  fc.record({
    does: fc.constant('look' as const),
    who: fc.nat({ max: 1 }),
    verdict: fc.constantFrom(...verdicts),
    remember: fc.boolean(),
    stale: fc.boolean(),
  }),
  fc.record({ does: fc.constant('machine' as const), verdict: fc.constantFrom(...verdicts) }),
  fc.record({ does: fc.constant('four-eyes' as const), on: fc.boolean() }),
  fc.record({ does: fc.constant('tend' as const) }),
  fc.record({ does: fc.constant('change' as const) }),
  fc.record({ does: fc.constant('withdraw' as const) }),
)
const weighed = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: Step },
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('look' as const),
        who: fc.nat({ max: 1 }),
        verdict: fc.constantFrom(...verdicts),
        remember: fc.boolean(),
        stale: fc.constant(false),
      }),
    },
  ),
  { minLength: 4, maxLength: 14 },
)

const looks = (who: number, verdict: (typeof verdicts)[number]) => ({
  does: 'look' as const,
  who,
  verdict,
  remember: false,
  stale: false,
})
/** What comes about whatever chance brings: one who changes their mind, and two who disagree before they agree. */
const certain: [ReturnType<typeof looks>[], boolean][] = [
  [[0, 1, 0, 1, 0, 1].map((who, i) => looks(who, i % 2 ? 'same' : 'not-the-same')), false],
  [[looks(0, 'same'), looks(1, 'not-the-same'), looks(0, 'same'), looks(1, 'same')], true],
]

interface Row {
  id: string
  state: string
  verdict: string | null
  decided_by: number | null
  second_by: number | null
  four_eyes: boolean
  version: number
  machine: boolean
  backed: boolean
  seconded: boolean
}
const all = async (alert: string): Promise<Row[]> =>
  (
    await world.owner.query<Row>(
      `select h.*, exists (select from network.mandate m where m.official in (h.decided_by, h.second_by) and 'run' = any(m.competences)) as machine,
         exists (select from person.hit_review r where r.hit = h.id and r.round = h.round and r.official = h.decided_by and r.verdict = h.verdict) as backed,
         exists (select from person.hit_review r where r.hit = h.id and r.round = h.round and r.official = h.second_by and r.verdict = h.verdict) as seconded
       from person.hit h where h.alert = $1 order by h.raised_at, h.id`,
      [alert],
    )
  ).rows

let decisions = 0
let disagreements = 0

test('whatever happens in whatever order, nothing is decided but by the very people who reviewed it, and by two where the list asks for two', async () => {
  await fc.assert(
    fc.asyncProperty(weighed, fc.boolean(), async (steps, fourEyes) => {
      const terms = sampleTerms('return-decision', { name: `Any ${randomUUID()}`, fourEyes })
      const { id: list } = await keeper.alerts.enterList(terms)
      let asked = fourEyes
      let revision = 1
      const { id: alert } = await keeper.alerts.enter({ list, content: sampleContent() })
      const ref = randomUUID()
      let given = 'FAROKH'
      await raise(world, [aPassenger({ given })], { refs: [ref] })
      for (const step of steps) {
        const before = await all(alert)
        const now = before.at(-1)
        let may = false
        if (step.does === 'screen') {
          given = step.again ? given : given === 'FAROKH' ? 'FARROKH' : 'FAROKH'
          await raise(world, [aPassenger({ given })], { refs: [ref] })
        } else if (step.does === 'look' && now) {
          may = true
          await officers[step.who]?.hits
            .review({
              id: now.id,
              version: step.stale ? now.version - 1 || 1 : now.version,
              verdict: step.verdict,
              reason: 'As chance has it.',
              rememberMonths: step.remember ? 6 : null,
            })
            .catch((error: { code: string }) => expect(error.code).toBe('conflict'))
        } else if (step.does === 'machine' && now)
          await expect(
            machine.hits.review({
              id: now.id,
              version: now.version,
              verdict: step.verdict,
              reason: 'Calculated.',
            }),
          ).rejects.toMatchObject({ code: expect.stringMatching(/not-found|conflict/) as string })
        else if (step.does === 'four-eyes') {
          revision = (await keeper.alerts.changeList({ ...terms, fourEyes: step.on, id: list, revision }))
            .revision
          asked = step.on
        } else if (step.does === 'tend') {
          await world.owner.query(`update person.hit set forget_at = now() where alert = $1`, [alert])
          await clock.hits.tend()
        } else if (step.does === 'change') {
          const { version } = await keeper.alerts.read({ id: alert }).catch(() => ({ version: 0 }))
          if (version)
            await keeper.alerts.change({
              id: alert,
              version,
              content: sampleContent({ flags: version % 2 ? ['armed'] : [] }),
            })
        } else if (step.does === 'withdraw')
          await keeper.alerts.withdraw({ id: alert, reason: 'decision-ended' }).catch(() => undefined)
        const after = await all(alert)
        for (const row of after) {
          const was = before.find(each => each.id === row.id)
          const decided = row.verdict !== null
          expect(decided, 'a verdict and the state say the same').toBe(row.state === 'decided')
          if (decided) {
            expect(row.backed, 'the one who decided wrote that review').toBe(true)
            expect(row.machine, 'no machine decided').toBe(false)
            if (row.four_eyes) expect(row.seconded && row.second_by !== row.decided_by, 'by two').toBe(true)
          }
          if (was && was.verdict !== row.verdict) {
            expect(may, `a verdict changed by ${step.does}`).toBe(true)
            if (decided) {
              decisions += 1
              expect(
                row.second_by !== null || !asked || was.state === 'first',
                'what the list asks for',
              ).toBe(true)
            }
          }
          if (was && was.state === 'first' && row.state === 'open') disagreements += 1
        }
      }
      await keeper.alerts.withdraw({ id: alert, reason: 'decision-ended' }).catch(() => undefined)
      await world.owner.query('delete from person.hit where alert = $1', [alert])
    }),
    { numRuns: certain.length + Number(process.env.HITS_RUNS ?? 12), endOnFailure: true, examples: certain },
  )
  // The sequences did come to decisions, alone and by two who disagreed.
  expect(decisions).toBeGreaterThan(5)
  expect(disagreements).toBeGreaterThan(0)
}, 120_000)

test('not even whoever owns the database decides a hit without the reviews of people', async () => {
  const { id: list } = await keeper.alerts.enterList(
    sampleTerms('return-decision', { name: 'Owner tries', fourEyes: true }),
  )
  const { id: alert } = await keeper.alerts.enter({ list, content: sampleContent() })
  await raise(world, [aPassenger()])
  const [hit] = await all(alert)
  const officer = await world.actor('kristaps-vitolnieks-hale')
  const other = await world.actor('dace-liepina-korr')
  const set = (what: string) => world.owner.query(`update person.hit set ${what} where id = '${hit?.id}'`)
  for (const what of [
    `state = 'decided'`,
    `state = 'decided', verdict = 'same', decided_at = now()`,
    `state = 'decided', verdict = 'same', decided_at = now(), decided_by = ${officer.person}`,
    `state = 'decided', verdict = 'same', decided_at = now(), decided_by = ${officer.person}, four_eyes = false`,
    `state = 'decided', verdict = 'same', decided_at = now(), decided_by = ${officer.person}, second_by = ${officer.person}`,
    `state = 'decided', verdict = 'same', decided_at = now(), decided_by = ${officer.person}, second_by = ${other.person}`,
    `verdict = 'same'`,
  ])
    await expect(set(what), what).rejects.toMatchObject({ code: expect.stringMatching(/^23/) as string })
  await officers[0]?.hits.review({ id: hit?.id ?? '', version: 1, verdict: 'same', reason: 'One of two.' })
  await expect(
    set(
      `state = 'decided', first_by = null, verdict = 'same', decided_at = now(), decided_by = ${officer.person}, second_by = ${other.person}`,
    ),
  ).rejects.toMatchObject({ code: '23503' })
})
