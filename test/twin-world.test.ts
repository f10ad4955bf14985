import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleContent, sampleHandling } from '#features/warnings/samples.ts'
import { type Call, catalogue, type Hint } from './twin/script.ts'
import { copyWorld, type Line, openWebs, Outsider, plain, type Transcript } from './twin/worlds.ts'
import { useWorld, type World } from './world.ts'

// Two worlds, the same to the last row; in the second there is one warning more, and what its readers did with it. Whoever has no
// right to it must not be able to tell in which of the two they are (Goguen and Meseguer's non-interference, 1982). Known and left
// out: the number of a later warning of the same State, which counts by design, and the ids of one's entries in the record.
const without = useWorld()
const withIt = useWorld({ seeded: false })
let webs: FastifyInstance[] = []
beforeAll(async () => {
  await copyWorld(without, withIt)
  webs = await openWebs(without, withIt)
})
afterAll(() => Promise.all(webs.map(web => web.close())))

const author = 'davide-serracchi-noor'
const reader = 'sigrid-havnevik-ode'
const outsiders = [
  'awa-lemercier-dunn',
  'marta-colonnese-ruiz',
  'lucia-benavente-kroy',
  'mathilde-garrigue-soan',
  'annelies-verbrugghen-kai',
  'kristaps-vitolnieks-hale',
  'laima-rudzite-penn',
  'vesna-kraljic-dorn',
] as const
const stages = [
  'draft',
  'issued',
  'answered',
  'revised',
  'superseded',
  'widened',
  'withdrawn',
  'late',
] as const

const Drawn = fc.record({
  persona: fc.constantFrom(...outsiders),
  marking: fc.constantFrom('LIMITED' as const, 'SENSITIVE' as const),
  audience: fc.constantFrom<string[]>(['state:NO'], ['state:NO', 'state:DE']),
  stage: fc.constantFrom(...stages),
  word: fc.integer({ min: 1000, max: 9999 }).map(n => `Quarrystone${n}`),
  script: fc.array(fc.nat(), { minLength: 30, maxLength: 40 }),
})
type Drawn = typeof Drawn extends fc.Arbitrary<infer D> ? D : never

/** Writes the hidden warning; gives its id and number. */
async function hide(world: World, { word, marking, audience, stage }: Drawn): Promise<Hint> {
  const officer = await world.as(author)
  const begun = await officer.warnings.draft({
    content: sampleContent({
      title: `${word} by night`,
      summary: `The ${word} is used by night.`,
      urgency: 'immediate',
    }),
    handling: sampleHandling(audience, { marking }),
  })
  const file = new File(['What was seen.'], 'seen.txt', { type: 'text/plain' })
  await officer.warnings.attach({ id: begun.id, file })
  if (stage === 'draft') return { id: begun.id, word, number: 'EWS-IT-2026-0001' }
  const sent = await officer.warnings.issue(begun)
  return { id: begun.id, word, number: sent.number ?? '' }
}

/** What those with a right do with it, while somebody without one asks. */
async function go(world: World, { stage, word }: Drawn, { id }: Hint): Promise<void> {
  if (stage === 'draft') return
  const officer = await world.as(author)
  const norway = await world.as(reader)
  await norway.warnings.open({ id })
  if (stage !== 'late') await norway.warnings.answer({ id, answer: 'acting', text: `Asked about ${word}.` })
  await norway.warnings.remark({ id, kind: 'corroboration', text: 'Here too.' })
  const question = await norway.warnings.remark({ id, kind: 'question', text: 'Which one?' })
  await officer.warnings.reply({ id, remark: question.id, text: 'The northern one.', toAll: true })
  if (stage === 'revised' || stage === 'superseded') {
    const next = await officer.warnings.revise({ id, as: stage === 'revised' ? 'update' : 'successor' })
    await officer.warnings.issue(next)
  }
  if (stage === 'widened') await officer.warnings.widen({ id, add: ['state:DE'] })
  if (stage === 'withdrawn') await officer.warnings.withdraw({ id, reason: 'Mistaken.' })
  if (stage === 'late')
    await world.owner.query(
      `update graphile_worker._private_jobs set run_at = now() where payload::text like '%' || $1 || '%'`,
      [id],
    )
  await world.workJobs()
}

/** What happens in both worlds alike, so that there is something to hear: a warning to everybody, and its mail. */
async function everybody(world: World): Promise<void> {
  const officer = await world.as('eleni-markopoulou-varda')
  const begun = await officer.warnings.draft({
    content: sampleContent({ title: 'Ferry tickets bought in blocks of ten' }),
    handling: sampleHandling(['all'], { marking: 'PUBLIC' }),
  })
  await officer.warnings.issue(begun)
  await world.workJobs()
}

/** One world's transcript. `hidden`: this is the world with the warning in it. */
async function live(
  world: World,
  web: FastifyInstance | undefined,
  drawn: Drawn,
  hidden: boolean,
): Promise<Transcript> {
  if (!web) throw new Error('No server.')
  const hint = hidden ? await hide(world, drawn) : { id: randomUUID(), word: drawn.word, number: '' }
  const calls = catalogue({ ...hint, number: 'EWS-IT-2026-0001' })
  const outsider = await Outsider.at(world, web, drawn.persona)
  for (const [i, at] of drawn.script.entries()) {
    if (hidden && i === 10) await go(world, drawn, hint)
    if (i === 20) await everybody(world)
    await outsider.ask(calls[at % calls.length] as Call)
  }
  return outsider.transcript()
}

const both = async (drawn: Drawn): Promise<[Transcript, Transcript]> => [
  await live(without, webs[0], drawn, false),
  await live(withIt, webs[1], drawn, true),
]

/** The first place where two transcripts part; empty when they are the same to the byte. */
function parting([one, other]: readonly [Transcript, Transcript]): string {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return ''
  let at = 0
  while (a[at] === b[at]) at++
  return `without: …${a.slice(Math.max(0, at - 300), at + 200)}…\nwith: …${b.slice(Math.max(0, at - 100), at + 200)}…`
}

test('whoever has no right to a warning cannot tell, by anything they ask or hear, whether it exists', async () => {
  await fc.assert(
    fc.asyncProperty(Drawn, async drawn => {
      expect(parting(await both(drawn))).toBe('')
    }),
    { numRuns: Number(process.env.TWIN_RUNS ?? 4), endOnFailure: true },
  )
}, 240_000)

const whole = catalogue({ id: randomUUID(), word: 'any', number: 'any' }).map((_, i) => i)
let last: [Transcript, Transcript] | undefined

test('every question there is, asked about a warning that is issued, answered, mailed and withdrawn, is answered alike', async () => {
  const drawn: Drawn = {
    persona: 'awa-lemercier-dunn',
    marking: 'LIMITED',
    audience: ['state:NO'],
    stage: 'withdrawn',
    word: 'Quarrystone',
    script: whole,
  }
  last = await both(drawn)
  expect(parting(last)).toBe('')
  const [{ lines, events, letters }] = last
  // Silence would be alike, too: there was something to see and to hear.
  expect(lines.length).toBe(whole.length)
  expect(lines.filter(({ status }) => status === 200).length).toBeGreaterThan(40)
  expect(lines.filter(({ status }) => status === 404).length).toBeGreaterThan(20)
  expect(events.length).toBeGreaterThan(0)
  expect(letters.length).toBeGreaterThan(0)
}, 120_000)

const at = ({ lines }: Transcript, asked: string): Line => {
  const found = lines.find(line => line.asked === asked)
  if (!found) throw new Error(`Nobody asked ${asked}.`)
  return found
}
const inBody = (asked: string, from: string | RegExp, to: string) => (transcript: Transcript) => {
  const line = at(transcript, asked)
  line.body = line.body.replace(from, to)
}

/** Leaks of the kinds that other systems had, each planted in the second world's transcript. */
const leaks: Record<string, (transcript: Transcript) => void> = {
  'one more in a count': inBody('GET /warnings/count', /\d+/, '977'),
  'another sentence for what is there': inBody('GET /warnings/ID/pdf', 'not shared', 'no longer shared'),
  'one thing more in a list': inBody('GET /warnings/searches', '[', '[{},'),
  'one thing more among suggestions': inBody('GET /warnings/suggest?text=Quarrystone', '[]', '[{"id":"1"}]'),
  'another order of a list': transcript => {
    const line = at(transcript, 'GET /states')
    line.body = JSON.stringify((JSON.parse(line.body) as unknown[]).toReversed())
  },
  'a unit more in who will see it': inBody('POST /warnings/audience', '"suggested":[', '"suggested":[{},'),
  'forbidden instead of not found': transcript => {
    at(transcript, 'GET /warnings/ID').status = 403
  },
  'a header that counts': transcript => {
    const line = at(transcript, 'GET /warnings')
    line.headers = { ...line.headers, etag: '"7"' }
  },
  'an event of something unseen': ({ events }) => {
    events.push({ topic: 'warnings', id: '12345678-1234-4123-8123-123456789012' })
  },
  'an event twice': ({ events }) => {
    events.push(...events.slice(0, 1))
  },
  'a letter more': ({ letters }) => {
    letters.push(letters[0] ?? '')
  },
  'a line more in the record': inBody('GET /record', '"entries":[', '"entries":[{},'),
  'a link that is kept': inBody('POST /warnings/drafts', '"revision":1', '"revision":2'),
}

test('a leak that is planted is found, of whatever kind it is', () => {
  if (!last) throw new Error('There is no transcript to spoil.')
  const [one, other] = last
  for (const [kind, leak] of Object.entries(leaks)) {
    const spoilt = structuredClone(other)
    for (const line of spoilt.lines)
      line.asked = line.asked.replace(/\/warnings\/[0-9a-f-]{36}/, '/warnings/ID')
    const same = structuredClone(one)
    for (const line of same.lines)
      line.asked = line.asked.replace(/\/warnings\/[0-9a-f-]{36}/, '/warnings/ID')
    expect(parting([same, spoilt]), kind).toBe('')
    leak(spoilt)
    expect(parting([same, spoilt]), kind).not.toBe('')
  }
})
