import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { useWorld, type World } from '#test/world.ts'
import { sampleContent, sampleHandling } from './samples.ts'

type Client = Awaited<ReturnType<World['as']>>

const world = useWorld()

// Ids are random and times pass, so transcripts name each by the order in which it first appears.
function plain(transcript: unknown): string {
  const names = new Map<string, string>()
  return JSON.stringify(transcript)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, id => {
      const name = names.get(id) ?? `id${names.size}`
      names.set(id, name)
      return name
    })
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, 'time')
}

const answered = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    async answer => {
      const body = (answer as { body?: { text(): Promise<string> } }).body
      return body ? await body.text() : answer
    },
    (error: { code: string; message: string; data: unknown }) => {
      const { correlation: _, ...data } = error.data as { correlation?: string }
      return { code: error.code, message: error.message, data }
    },
  )

/** Everything somebody can ask about warnings; `id` is one they have no right to, or one that never was. */
async function transcript({ warnings }: Client, id: string, words: string): Promise<unknown[]> {
  const said: unknown[] = []
  for (const ask of [
    () => warnings.list({}),
    () => warnings.list({ view: 'addressed' }),
    () => warnings.list({ view: 'drafts' }),
    () => warnings.list({ search: words, marking: ['LIMITED', 'SENSITIVE'] }),
    () => warnings.count({}),
    () => warnings.count({ search: words }),
    () => warnings.suggest({ text: words }),
    () => warnings.suggest({ text: 'EWS-' }),
    () => warnings.places({}),
    () => warnings.work({}),
    () => warnings.subscriptions({}),
    () => warnings.read({ id }),
    () => warnings.readVersion({ id, version: 1 }),
    () => warnings.cap({ id }),
    () => warnings.pdf({ id }),
    () => warnings.attachment({ id, attachment: id }),
    () => warnings.open({ id }),
    () => warnings.answer({ id, answer: 'acting', text: 'x' }),
    () => warnings.remark({ id, kind: 'question', text: 'Who?' }),
    () => warnings.reply({ id, remark: id, text: 'x' }),
    () => warnings.withdraw({ id, reason: 'No reason.' }),
    () => warnings.widen({ id, add: ['all'] }),
    () => warnings.revise({ id, as: 'update' }),
    () => warnings.issue({ id, revision: 1 }),
    () => warnings.issue({ id, revision: 2 }),
    () => warnings.submit({ id, revision: 2 }),
    () => warnings.save({ id, revision: 1, content: {}, handling: {} }),
    () => warnings.remove({ id }),
    () => warnings.tell({ id, version: 1 }),
    () => warnings.notify({ id, version: 1 }),
    () => warnings.digest({}),
    () => warnings.audience({ content: {}, handling: { audience: ['all'], marking: 'SENSITIVE' } }),
  ])
    said.push(await answered(ask()))
  return said
}

const people = [
  'awa-lemercier-dunn',
  'lucia-benavente-kroy',
  'ivana-perkovic-lund',
  'annelies-verbrugghen-kai',
]
const nowhere = '00000000-0000-4000-8000-000000000000'
beforeAll(async () => {
  const officer = await world.as('eleni-markopoulou-varda')
  const shared = { content: sampleContent(), handling: sampleHandling(['all'], { marking: 'PUBLIC' }) }
  await officer.warnings.issue(await officer.warnings.draft(shared))
})

test('for whoever has no right to a warning, the network answers to the letter as if it did not exist', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...people),
      fc.constantFrom('LIMITED', 'SENSITIVE'),
      fc.constantFrom('draft', 'issued', 'answered', 'withdrawn'),
      fc.integer({ min: 1, max: 99 }),
      async (persona, marking, stage, some) => {
        const words = `Quayside${some}`
        const reader = await world.as(persona)
        const without = plain(await transcript(reader, nowhere, words))
        const officer = await world.as('davide-serracchi-noor')
        const hidden = await officer.warnings.draft({
          content: sampleContent({ title: `${words} by night`, summary: `A ${words} is used by night.` }),
          handling: sampleHandling(['state:NO'], { marking: marking as 'LIMITED' }),
        })
        if (stage !== 'draft') await officer.warnings.issue(hidden)
        if (stage === 'answered') {
          const norway = await world.as('sigrid-havnevik-ode')
          await norway.warnings.answer({ id: hidden.id, answer: 'acting', text: 'We look at it.' })
          await norway.warnings.remark({ id: hidden.id, kind: 'corroboration', text: 'Here too.' })
        }
        if (stage === 'withdrawn') await officer.warnings.withdraw({ id: hidden.id, reason: 'Mistaken.' })
        expect(plain(await transcript(reader, hidden.id, words))).toBe(without)
      },
    ),
    { numRuns: 6 },
  )
}, 60_000)
