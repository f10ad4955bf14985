import { expect, test } from 'vitest'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { alertsOfTheirOwn } from '#test/alerts-of-their-own.ts'
import { code } from '#test/alerts-under-clock.ts'
import { useWorld } from '#test/world.ts'
import { aPassenger, raise } from './samples.ts'

// Riga screens, Athens owns the alert; who oversees in Riga may not read the alert.
const world = useWorld()
const { as, anAlert, passenger } = alertsOfTheirOwn(world)
const officer = 'kristaps-vitolnieks-hale'
const overseer = (purpose: 'supervision' | 'request-of-the-person') => as('laima-rudzite-penn', purpose)

async function aHit(by = officer): Promise<{ alert: string; hit: string }> {
  const { id: alert } = await anAlert()
  const [one] = await raise(world, [passenger()], { by })
  const hit = one?.hits[0]?.id ?? ''
  const bureau = await as('sanita-krumina-falk', 'alert-keeping')
  await bureau.hits.sendForm({ id: hit, kind: 'hit-reported', text: 'Found at Riga.', note: 'Reported.' })
  return { alert, hit }
}

test('the supervisor and the data-protection officer of the State that screened read hits and decide nothing', async () => {
  const { hit } = await aHit()
  for (const purpose of ['supervision', 'request-of-the-person'] as const) {
    const { hits } = await overseer(purpose)
    expect(await hits.read({ id: hit })).toMatchObject({
      id: hit,
      mine: false,
      formsSent: [{ kind: 'hit-reported' }],
    })
    expect(await code(hits.review({ id: hit, version: 1, verdict: 'same', reason: 'Because.' }))).toBe(
      'not-competent',
    )
  }
})

test('the supervisor of the State that screened sees on what its officers decided, though the alert is another State’s; the record says so', async () => {
  const { alert, hit } = await aHit()
  const supervisor = await overseer('supervision')
  expect(await code(supervisor.alerts.read({ id: alert }))).toBe('not-found')
  const seen = await supervisor.hits.read({ id: hit })
  expect(seen).toMatchObject({ alert: null, withheld: false })
  expect(seen.reasons).toEqual((await (await as(officer, 'border-check')).hits.read({ id: hit })).reasons)
  const { rows } = await world.owner.query(
    `select operation, purpose from record.entry where subject_ids @> $1 and purpose = 'supervision'`,
    [[hit]],
  )
  expect(rows).toEqual([{ operation: 'hits.read', purpose: 'supervision' }])
})

test('the data-protection officer who answers a request sees the person, the machine’s word and the officers’, and nothing of another State’s alert', async () => {
  const { alert, hit } = await aHit()
  const { hits, alerts } = await overseer('request-of-the-person')
  expect(await code(alerts.read({ id: alert }))).toBe('not-found')
  const seen = await hits.read({ id: hit })
  expect(seen).toMatchObject({ alert: null, withheld: true, reasons: [], band: 'strong' })
  expect(seen.subject.documents).toHaveLength(1)
  // Of nobody in the answer but the person who asks.
  expect(JSON.stringify(seen)).not.toContain('alertName')
})

test('of an alert of their own State they see what was compared, for either purpose', async () => {
  const bureau = await as('sanita-krumina-falk', 'alert-keeping')
  const { id: list } = await bureau.alerts.enterList(sampleTerms('return-decision', { name: 'Of Riga' }))
  const { id: alert } = await bureau.alerts.enter({
    list,
    content: sampleContent({
      identities: [{ names: [{ family: 'Ownedskaite', given: 'Rasa' }], birth: '1971-02-03' }],
    }),
  })
  const [one] = await raise(world, [
    aPassenger({ family: 'OWNEDSKAITE', given: 'RASA', birth: '1971-02-03', nationality: null, sex: null }),
  ])
  for (const purpose of ['supervision', 'request-of-the-person'] as const) {
    const seen = await (await overseer(purpose)).hits.read({ id: one?.hits[0]?.id ?? '' })
    expect(seen).toMatchObject({ alert: { id: alert }, withheld: false })
    expect(seen.reasons.length, purpose).toBeGreaterThan(0)
  }
})
