import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { sampleContent, sampleHandling } from './samples.ts'

const world = useWorld()

const draft = (audience: string[], more = {}, handling = {}) => ({
  content: sampleContent(more),
  handling: sampleHandling(audience, handling),
})

async function issued(persona: string, audience: string[], more = {}, handling = {}) {
  const officer = await world.as(persona)
  const begun = await officer.warnings.draft(draft(audience, more, handling))
  return officer.warnings.issue({ id: begun.id, revision: begun.revision })
}

test('a warning is written, issued, delivered, opened and answered, and its sender sees all of it', async () => {
  const sender = await world.as('marta-colonnese-ruiz')
  const begun = await sender.warnings.draft(draft(['state:GR']))
  expect(begun).toMatchObject({ revision: 1, status: 'draft', number: null })
  const sent = await sender.warnings.issue(begun)
  expect(sent.number).toMatch(/^EWS-IT-\d{4}-\d{4}$/)

  const recipient = await world.as('yannis-petrakis-orfeo')
  const list = await recipient.warnings.list({ view: 'unanswered' })
  expect(list.items.map(({ id }) => id)).toContain(sent.id)
  expect(await recipient.warnings.open({ id: sent.id })).toEqual({ opened: true })
  expect(await recipient.warnings.open({ id: sent.id })).toEqual({ opened: false })
  await recipient.warnings.answer({ id: sent.id, answer: 'acting', text: 'Harbour offices asked.' })
  await recipient.warnings.remark({ id: sent.id, kind: 'corroboration', text: 'Two in October.' })
  await recipient.warnings.remark({ id: sent.id, kind: 'measure', text: 'Night patrols on the coast road.' })

  const seen = await sender.warnings.read({ id: sent.id })
  const greek = seen.deliveries.find(({ unit }) => unit.name === 'Aegean coordination unit')
  expect(greek).toMatchObject({
    answer: 'acting',
    answerText: 'Harbour offices asked.',
    openedBy: 'Yannis Petrakis-Orfeo',
    late: false,
  })
  expect(seen.remarks.map(({ kind }) => kind)).toEqual(['corroboration', 'measure'])
  const work = await sender.warnings.work({})
  expect(work.ours[0]).toMatchObject({
    id: sent.id,
    acting: 1,
    corroborations: 1,
    measures: [{ state: 'GR', text: 'Night patrols on the coast road.' }],
  })
})

test('an officer of a third State sees nothing of a warning, by whatever way it is asked for', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:GR'], { title: 'Zodiacs from Xanthi to Thasos' })
  const sender = await world.as('marta-colonnese-ruiz')
  const third = await world.as('awa-lemercier-dunn')
  const { number } = await sender.warnings.read({ id: sent.id })
  const gone = { code: 'not-found' }
  expect((await third.warnings.list({})).items.map(({ id }) => id)).not.toContain(sent.id)
  expect((await third.warnings.list({ search: 'Xanthi' })).items).toEqual([])
  expect(await third.warnings.count({ search: 'Xanthi' })).toEqual({ count: 0 })
  expect(await third.warnings.suggest({ text: 'Xanthi' })).toEqual([])
  expect(await third.warnings.suggest({ text: number ?? '' })).toEqual([])
  expect((await third.warnings.places({ search: 'Xanthi' })).length).toBe(0)
  await expect(third.warnings.read({ id: sent.id })).rejects.toMatchObject(gone)
  await expect(third.warnings.readVersion({ id: sent.id, version: 1 })).rejects.toMatchObject(gone)
  await expect(third.warnings.cap({ id: sent.id })).rejects.toMatchObject(gone)
  await expect(third.warnings.pdf({ id: sent.id })).rejects.toMatchObject(gone)
  await expect(third.warnings.open({ id: sent.id })).rejects.toMatchObject(gone)
  await expect(third.warnings.answer({ id: sent.id, answer: 'acting' })).rejects.toMatchObject(gone)
  await expect(third.warnings.remark({ id: sent.id, kind: 'question', text: 'Who?' })).rejects.toMatchObject(
    gone,
  )
  await expect(third.warnings.withdraw({ id: sent.id, reason: 'Not mine.' })).rejects.toMatchObject(gone)
  await expect(third.warnings.widen({ id: sent.id, add: ['state:FR'] })).rejects.toMatchObject(gone)
  await expect(
    third.warnings.save({ id: sent.id, revision: sent.revision, ...draft(['state:FR']) }),
  ).rejects.toMatchObject(gone)
  const recipient = await world.as('yannis-petrakis-orfeo')
  expect((await recipient.warnings.list({ search: 'xanthi' })).items.map(({ id }) => id)).toEqual([sent.id])
  expect((await recipient.warnings.suggest({ text: number ?? '' })).map(({ id }) => id)).toEqual([sent.id])
})

test('a draft is seen by its author’s unit and by nobody else', async () => {
  const author = await world.as('marta-colonnese-ruiz')
  const begun = await author.warnings.draft(draft(['all']))
  expect((await author.warnings.list({ view: 'drafts' })).items.map(({ id }) => id)).toContain(begun.id)
  const head = await world.as('giulia-ferrante-moss')
  await expect(head.warnings.read({ id: begun.id })).rejects.toMatchObject({ code: 'not-found' })
})

test('a list goes on page by page, from many audiences, with nothing twice and nothing left out', async () => {
  const sender = await world.as('davide-serracchi-noor')
  const audiences = [['state:NO'], ['state:NO', 'state:ES'], ['all'], ['state:NO', 'state:LV']]
  const sent: string[] = []
  for (let i = 0; i < 54; i++) {
    const begun = await sender.warnings.draft(draft(audiences[i % 4] ?? []))
    sent.unshift((await sender.warnings.issue(begun)).id)
  }
  const reader = await world.as('sigrid-havnevik-ode')
  const first = await reader.warnings.list({})
  expect(first.items).toHaveLength(50)
  const second = await reader.warnings.list({ after: first.next })
  expect(second.next).toBeNull()
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(sent)
  expect(await reader.warnings.count({})).toEqual({ count: 54 })
  await expect(reader.warnings.list({ after: 'nonsense' })).rejects.toMatchObject({ code: 'invalid-input' })
})
