import { beforeAll, expect, test } from 'vitest'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { atOnce } from '#test/at-once.ts'
import { useWorld } from '#test/world.ts'
import type { Verdict } from './kinds.ts'
import { aPassenger, raise } from './samples.ts'

// One traveller, announced and booked: two hits on one alert, and an officer before each of them.
const world = useWorld()
const first = 'kristaps-vitolnieks-hale'
const second = 'dace-liepina-korr'
const desk = async (persona = first) => (await world.as(persona, { purpose: 'border-check' })).hits
beforeAll(async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Two halves' }))
  await keeper.alerts.enter({ list, content: sampleContent() })
})

let drawn = 0
async function halves(): Promise<[announced: string, booked: string]> {
  drawn += 1
  const documents = [{ type: 'P', number: `TH${drawn}00`, issuer: 'IRN' }]
  const raised = await raise(world, [
    aPassenger({ documents }),
    aPassenger({ documents, given: 'FAROKH REZA' }),
  ])
  const [announced = '', booked = ''] = raised.map(({ hits }) => hits[0]?.id ?? '')
  return [announced, booked]
}
const says = async (persona: string, id: string, verdict: Verdict, version = 1) =>
  (await desk(persona)).review({ id, version, verdict, reason: `Said by ${persona}.`, rememberMonths: 12 })
const told = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  )
const both = (one: string, other: string, verdicts: [Verdict, Verdict]) =>
  atOnce(world, [() => told(says(first, one, verdicts[0])), () => told(says(second, other, verdicts[1]))])
const meanwhile =
  'conflict: A colleague has just said, of another hit on the same person, that it is not them. Look at why, then say what you think: what you wrote is still there.'

test('two officers who review the two halves of one traveller at once and agree are both heard, whatever they say', async () => {
  for (const verdict of ['not-the-same', 'same', 'cannot-tell'] as const) {
    const [announced, booked] = await halves()
    expect(await both(announced, booked, [verdict, verdict]), verdict).toEqual(['taken', 'taken'])
    for (const id of [announced, booked])
      expect(await (await desk()).read({ id }), verdict).toMatchObject({ state: 'decided', verdict })
  }
})

test('where one of them says that it is not the same and the other does not, the other is told so in plain words, and may say it again', async () => {
  for (const verdict of ['same', 'cannot-tell'] as const) {
    const [announced, booked] = await halves()
    expect(await both(announced, booked, ['not-the-same', verdict])).toEqual(['taken', meanwhile])
    const now = await (await desk(second)).read({ id: booked })
    expect(now).toMatchObject({
      state: 'open',
      suppressed: true,
      mine: true,
      knownNotTheSame: { reason: `Said by ${first}.` },
    })
    expect(await told(says(second, booked, verdict, now.version))).toBe('taken')
  }
  // The other way round nobody contradicts anybody unseen: what was decided first is decided.
  const [announced, booked] = await halves()
  expect(await both(announced, booked, ['same', 'not-the-same'])).toEqual(['taken', 'taken'])
})

test('who had the other half before them a moment ago is told the same, and nobody that somebody reviewed what nobody did', async () => {
  const [announced, booked] = await halves()
  await says(first, announced, 'not-the-same')
  expect(await told(says(second, booked, 'same'))).toBe(meanwhile)
  expect(await told(says(second, booked, 'not-the-same'))).toBe('taken')
  expect(await told(says(second, booked, 'same'))).toMatch(/^conflict: Somebody reviewed this hit meanwhile/)
})

test('what kept a hit away and is taken back while an officer looks at it stops nobody', async () => {
  const [announced, booked] = await halves()
  await says(first, announced, 'not-the-same')
  const { version, knownNotTheSame } = await (await desk(second)).read({ id: booked })
  const back = async () =>
    told((await desk()).withdrawNotTheSame({ id: knownNotTheSame?.id ?? '', reason: 'Seen again.' }))
  expect(await atOnce(world, [back, () => told(says(second, booked, 'same', version))])).toEqual([
    'taken',
    'taken',
  ])
})
