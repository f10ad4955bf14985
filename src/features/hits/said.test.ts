import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { alertsOfTheirOwn } from '#test/alerts-of-their-own.ts'
import { raise } from './samples.ts'

const world = useWorld()
const { as, border, anAlert, passenger, family, birth, theHit } = alertsOfTheirOwn(world)
const day = 86_400_000

/** Somebody like the alert drawn last, raised: the id of the hit. */
const aHit = async (alert: string, more = {}): Promise<string> => {
  await raise(world, [passenger(more)])
  return (await theHit(alert))?.id ?? ''
}
const notTheSame = async (id: string, reason: string) =>
  (await border()).hits.review({ id, version: 1, verdict: 'not-the-same', reason, rememberMonths: 12 })

test('somebody known not to be the same is recorded and shown, and waits for nobody until that expires or is withdrawn', async () => {
  const { id } = await anAlert()
  const officer = await border()
  const first = await aHit(id)
  await notTheSame(first, 'Other eyes.')
  const refs = [randomUUID()]
  const [again] = await raise(world, [passenger()], { refs })
  expect(again?.hits).toMatchObject([{ suppressed: true, look: false, state: 'open' }])
  expect((await officer.hits.list({ subjects: refs })).items).toEqual([])
  expect((await officer.hits.list({ view: 'all', subjects: refs })).items).toMatchObject([
    { suppressed: true },
  ])
  const hit = await officer.hits.read({ id: again?.hits[0]?.id ?? '' })
  expect(hit).toMatchObject({
    earlier: [{ hit: first, verdict: 'not-the-same', reason: 'Other eyes.' }],
    knownNotTheSame: { hit: first, reason: 'Other eyes.', suppressed: 1 },
  })
  // Not by the name alone: somebody with another document, or another date of birth, is looked at.
  const others = await raise(world, [
    passenger({ documents: [{ type: 'P', number: 'OTHER9', issuer: 'IRN' }] }),
    passenger({ documents: [] }),
  ])
  expect(others.flatMap(each => each.hits).map(each => each.suppressed)).toEqual([false, false])
  // After thirteen months nobody remembers.
  const later = await raise(world, [passenger()], { now: new Date(Date.now() + 400 * day) })
  expect(later[0]?.hits).toMatchObject([{ suppressed: false, look: true }])
  const { items } = await officer.hits.notTheSame({})
  const known = items.find(each => each.hit === first)
  expect(known).toMatchObject({ name: `${family().toUpperCase()}, FAROKH`, withdrawnAt: null })
  await officer.hits.withdrawNotTheSame({ id: known?.id ?? '', reason: 'The photograph was another one.' })
  expect((await officer.hits.list({ subjects: refs })).items).toMatchObject([{ suppressed: false }])
  await expect(
    officer.hits.withdrawNotTheSame({ id: known?.id ?? '', reason: 'Again.' }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a name without a full date of birth and without a document is remembered of nobody', async () => {
  const { id } = await anAlert()
  const vague = { birth: birth().slice(0, 4), documents: [] }
  await notTheSame(await aHit(id, vague), 'Another person.')
  const [again] = await raise(world, [passenger(vague)])
  expect(again?.hits).toMatchObject([{ suppressed: false }])
})

test('a verdict can be changed by a later review, and what was remembered goes with it', async () => {
  const { id } = await anAlert()
  const hit = await aHit(id)
  await notTheSame(hit, 'Looked different.')
  const changed = await (await border()).hits.review({
    id: hit,
    version: 2,
    verdict: 'same',
    reason: 'Fingerprints have come.',
  })
  expect(changed).toMatchObject({
    state: 'decided',
    verdict: 'same',
    knownNotTheSame: null,
    reviews: [{ round: 1 }, { round: 2 }],
  })
})

test('two officers who review at the same moment: one is heard, the other looks again', async () => {
  const { id } = await anAlert()
  const hit = await aHit(id)
  const all = await Promise.allSettled(
    ['kristaps-vitolnieks-hale', 'dace-liepina-korr', 'kristaps-vitolnieks-hale', 'dace-liepina-korr'].map(
      async (persona, i) =>
        (await as(persona, 'border-check')).hits.review({
          id: hit,
          version: 1,
          verdict: i % 2 ? 'same' : 'not-the-same',
          reason: 'At once.',
        }),
    ),
  )
  expect(all.filter(each => each.status === 'fulfilled')).toHaveLength(1)
  for (const each of all)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'conflict' })
  const { rowCount } = await world.owner.query('select from person.hit_review where hit = $1', [hit])
  expect(rowCount).toBe(1)
})
