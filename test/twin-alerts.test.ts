import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { alertCatalogue, type AlertHint } from './twin/alert-script.ts'
import { copyWorld, openWebs, Outsider, plain, type Transcript } from './twin/worlds.ts'
import { useWorld, type World } from './world.ts'

// Two worlds, the same to the last row; in the second there is one alert list more, with an alert on it that lives its life while
// somebody without a right to it asks. They must not be able to tell in which of the two they are (see twin-world.test.ts).
const without = useWorld()
const withIt = useWorld({ seeded: false })
let webs: FastifyInstance[] = []
const own = { list: '', id: '' }
beforeAll(async () => {
  // What Latvia has itself, so that a leak has something to show in.
  const latvia = await without.as('sanita-krumina-falk', { purpose: 'alert-keeping' })
  own.list = (await latvia.alerts.enterList(sampleTerms('refusal-of-entry', { name: 'Seen by all' }))).id
  const identities = [{ names: [{ family: 'Quarrystone-Keros', given: 'Kallisto' }], birth: '1971-01-03' }]
  own.id = (await latvia.alerts.enter({ list: own.list, content: sampleContent({ identities }) })).id
  await copyWorld(without, withIt)
  webs = await openWebs(without, withIt)
})
afterAll(() => Promise.all(webs.map(web => web.close())))

const said = { family: 'Quarrystone-Keres', number: 'ZX 771 004' }
/** The supervisor of the Union is not among them: they read the whole record, by design. */
const outsiders: readonly (readonly [persona: string, purpose: string])[] = [
  ['sanita-krumina-falk', 'alert-keeping'],
  ['dace-liepina-korr', 'border-check'],
  ['laima-rudzite-penn', 'supervision'],
  ['marta-colonnese-ruiz', 'return'],
]

const keeper = (world: World) => world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
async function hide(world: World): Promise<Pick<AlertHint, 'id' | 'list'>> {
  const greece = await keeper(world)
  const { id: list } = await greece.alerts.enterList(
    sampleTerms('return-decision', { name: `Greece only ${randomUUID()}`, audience: ['state:GR'] }),
  )
  const { id } = await greece.alerts.enter({
    list,
    content: sampleContent({
      identities: [{ names: [{ family: said.family, given: 'Kallistos' }], birth: '1971-01-30' }],
      documents: [{ number: said.number }],
    }),
  })
  return { id, list }
}

/** What its owner does with it while somebody asks. */
async function live(world: World, { id, list }: Pick<AlertHint, 'id' | 'list'>): Promise<void> {
  const greece = await keeper(world)
  const { version } = await greece.alerts.change({
    id,
    version: 1,
    content: sampleContent({ flags: ['armed'] }),
  })
  const other = await greece.alerts.enter({ list, content: sampleContent() })
  await greece.alerts.link({ id, other: other.id, kind: 'same-case' })
  await greece.alerts.extend({ id, version, months: 36, assessment: 'He has not left and is in hiding.' })
  const told = await greece.alerts.tellAchieved({ id, note: 'Seen at the port.' })
  await greece.alerts.keep({ id, told: told.id, because: 'It was somebody else.' })
  await greece.alerts.withdraw({ id: other.id, reason: 'entered-in-error' })
  await world.workJobs()
}

async function ask(
  world: World,
  web: FastifyInstance | undefined,
  [persona, purpose]: readonly [string, string],
  hint: Pick<AlertHint, 'id' | 'list'> | null,
): Promise<Transcript> {
  if (!web) throw new Error('No server.')
  const asked = hint ?? { id: randomUUID(), list: randomUUID() }
  const outsider = await Outsider.at(world, web, persona)
  for (const [i, call] of alertCatalogue({ ...asked, ...said, own }, purpose).entries()) {
    if (i === 12 && hint) await live(world, hint)
    await outsider.ask(call)
  }
  return outsider.transcript()
}

/** References are drawn, like ids. */
const named = (transcript: Transcript): string =>
  plain(transcript).replace(/LV-[0-9A-Z]{5}-[0-9A-Z]{5}/g, 'reference')

test.each(outsiders)(
  '%s, under %s, cannot tell by any answer, header, event or letter whether the alert exists',
  async (...who) => {
    const hidden = await hide(withIt)
    const one = await ask(without, webs[0], who, null)
    const other = await ask(withIt, webs[1], who, hidden)
    expect(one.lines.length).toBeGreaterThan(40)
    expect(one.lines.some(({ status }) => status === 200)).toBe(true)
    expect(one.lines.filter(({ status }) => status === 404 || status === 403).length).toBeGreaterThan(10)
    const [a, b] = [named(one), named(other)]
    let at = 0
    while (at < a.length && a[at] === b[at]) at++
    expect(b.slice(Math.max(0, at - 300), at + 200)).toBe(a.slice(Math.max(0, at - 300), at + 200))
  },
  60_000,
)

test('for an officer of its audience the two worlds differ, so that the comparison can fail', async () => {
  const hidden = await hide(withIt)
  const who = ['despina-kalogirou-astel', 'alert-keeping'] as const
  const one = await ask(without, webs[0], who, null)
  expect(named(await ask(withIt, webs[1], who, hidden))).not.toBe(named(one))
}, 60_000)
