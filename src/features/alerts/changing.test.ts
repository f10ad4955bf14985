import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import { useWorld } from '#test/world.ts'
import { alertsUnderClock, code, day } from '#test/alerts-under-clock.ts'
import { readBirthDate } from './birth.ts'
import { achievedDays } from './kinds.ts'
import { sampleContent, sampleTerms } from './samples.ts'

const world = useWorld()
const { at, greece, tendAt } = alertsUnderClock(world)
let keeper: Client
let list = ''
beforeAll(async () => {
  keeper = await greece()
  list = (await keeper.alerts.enterList(sampleTerms('return-decision'))).id
})

test('somebody else’s change in between is not overwritten, and a change of nothing is none', async () => {
  const { id, version } = await keeper.alerts.enter({ list, content: sampleContent() })
  expect((await keeper.alerts.change({ id, version, content: sampleContent() })).version).toBe(version)
  const content = sampleContent({ flags: ['violent'] })
  expect((await keeper.alerts.change({ id, version, content })).version).toBe(version + 1)
  expect(await code(keeper.alerts.change({ id, version, content: sampleContent() }))).toBe('conflict')
  expect(
    await code(
      keeper.alerts.extend({ id, version, months: 36, assessment: 'It is needed for longer still.' }),
    ),
  ).toBe('conflict')
})

test('whoever carried an alert out tells its owner, who withdraws it or says within fifteen days why it stands', async () => {
  const now = new Date()
  const { id } = await keeper.alerts.enter({ list, content: sampleContent() })
  const officer = await at('dace-liepina-korr', now, 'border-check')
  const told = await officer.alerts.tellAchieved({ id, note: 'Left on flight ZX 12, confirmed at the gate.' })
  expect(told.dueAt).toBe(new Date(now.getTime() + achievedDays * day).toISOString())
  expect((await keeper.alerts.due()).achieved).toMatchObject([{ alert: { id }, late: false }])
  const late = new Date(Date.parse(told.dueAt) + day)
  await tendAt(late)
  expect((await (await greece(late)).alerts.due()).achieved).toMatchObject([{ alert: { id }, late: true }])
  expect(await code(keeper.alerts.keep({ id, told: told.id, because: '' }))).toBe('invalid-input')
  await keeper.alerts.keep({ id, told: told.id, because: 'He came back the day after.' })
  expect(await code(keeper.alerts.keep({ id, told: told.id, because: 'Once more.' }))).toBe('not-found')
  expect((await keeper.alerts.due()).achieved).toEqual([])
  // The unit that told learns the answer; another unit does not see that it asked.
  expect((await officer.alerts.read({ id })).achieved).toMatchObject([
    { standsBecause: 'He came back the day after.' },
  ])
  const other = await at('sanita-krumina-falk', now, 'border-check')
  expect((await other.alerts.read({ id })).achieved).toEqual([])
  await keeper.alerts.withdraw({ id, reason: 'purpose-achieved' })
  expect(await code(officer.alerts.read({ id }))).toBe('not-found')
})

test('a link is seen by whoever may see both alerts, and opens neither', async () => {
  const hidden = await keeper.alerts.enter({ list, content: sampleContent({ marking: 'SENSITIVE' }) })
  const open = await keeper.alerts.enter({ list, content: sampleContent() })
  await keeper.alerts.link({ id: open.id, other: hidden.id, kind: 'family' })
  await keeper.alerts.link({ id: open.id, other: hidden.id, kind: 'family' })
  const seesBoth = await at('dace-liepina-korr', new Date(), 'border-check')
  const seesOne = await at('kristaps-vitolnieks-hale', new Date(), 'border-check')
  expect((await seesBoth.alerts.read({ id: hidden.id })).links).toMatchObject([
    { alert: { id: open.id }, kind: 'family', mine: false },
  ])
  expect((await seesOne.alerts.read({ id: open.id })).links).toEqual([])
  await keeper.alerts.unlink({ id: open.id, other: hidden.id })
  expect((await keeper.alerts.history({ id: open.id })).map(each => [each.act, each.reason])).toEqual([
    ['entered', null],
    ['linked', 'family'],
    ['unlinked', 'family'],
  ])
})

test('the terms of a list reach its alerts at once; what the law does not allow is refused with its place', async () => {
  const { id: narrow, revision } = await keeper.alerts.enterList(
    sampleTerms('refusal-of-entry', { name: 'Narrowing' }),
  )
  const { id } = await keeper.alerts.enter({ list: narrow, content: sampleContent() })
  const officer = await at('kristaps-vitolnieks-hale', new Date(), 'border-check')
  expect(await code(officer.alerts.read({ id }))).toBe('answered')
  const { kind: _kind, ...terms } = sampleTerms('refusal-of-entry', { name: 'Narrowing' })
  const changed = await keeper.alerts.changeList({ ...terms, id: narrow, revision, purposes: ['return'] })
  expect(await code(officer.alerts.read({ id }))).toBe('not-found')
  const open = await keeper.alerts.changeList({ ...terms, id: narrow, revision: changed.revision })
  expect(await code(officer.alerts.read({ id }))).toBe('answered')
  await keeper.alerts.changeList({ ...terms, id: narrow, revision: open.revision, marking: 'SENSITIVE' })
  expect(await code(officer.alerts.read({ id }))).toBe('not-found')
  for (const [wrong, place] of [
    [{ purposes: ['protection-of-the-person'] }, 'purposes'],
    [{ reviewMonths: 61 }, 'reviewMonths'],
    [{ action: 'seize' }, 'action'],
    [{ warnMonths: 12, reviewMonths: 6 }, 'warnMonths'],
    [{ audience: [] }, 'audience'],
    [{ audience: ['everybody'] }, 'audience'],
  ] as const) {
    const refusal = await keeper.alerts
      .enterList({ ...sampleTerms('refusal-of-entry', { name: 'Wrong' }), ...(wrong as object) })
      .catch((error: { code: string; data: { issues: { path: string[] }[] } }) => error)
    expect(refusal, place).toMatchObject({ code: 'invalid-input' })
    expect(JSON.stringify(refusal), place).toContain(place)
  }
})

test('each fault in an alert is pointed at, with the way to mend it', async () => {
  const documents = (await keeper.alerts.enterList(sampleTerms('document'))).id
  const vessels = (await keeper.alerts.enterList(sampleTerms('vessel'))).id
  const faults: [list: string, more: object, place: string, words: RegExp][] = [
    [list, { identities: [] }, 'identities', /needs an identity/],
    [list, { identities: [{ names: [] }] }, 'names', /needs a name/],
    [list, { identities: [{ names: [{}] }] }, 'names', /at least one part/],
    [list, { identities: [{ kind: 'misused', names: [{ full: 'A Victim' }] }] }, 'identities', /victim/],
    [list, { identities: [{ names: [{ full: 'A' }], birth: '2199-01-01' }] }, 'birth', /has not been yet/],
    [list, { identities: [{ names: [{ full: 'A' }], birth: '1990-02-30' }] }, 'birth', /no day 30/],
    [list, { identities: [{ names: [{ full: 'A' }], nationalities: ['GER'] }] }, 'nationalities', /DEU/],
    [list, { identities: [{ names: [{ full: 'A' }], nationalities: ['UTO'] }] }, 'nationalities', /UTO/],
    [list, { documents: [{ number: '-' }] }, 'number', /two letters or digits/],
    [list, { documents: [{ number: 'AB10', to: 'AB2' }] }, 'to', /as long as the first/],
    [list, { documents: [{ number: 'AB10', to: 'AB20' }] }, 'to', /list of documents/],
    [
      list,
      { documents: [{ number: 'AB10', issuedOn: '2026-01-01', expiresOn: '2025-01-01' }] },
      'expiresOn',
      /before it was issued/,
    ],
    [list, { action: 'seize' }, 'action', /does not ask for seize/],
    [list, { endsOn: '2020-01-01' }, 'endsOn', /before today/],
    [list, { flags: ['dangerous'] }, 'flags', /./],
    [list, { ground: { reason: '' } }, 'reason', /Say why/],
    [documents, { documents: [], identities: [] }, 'documents', /at least one document/],
    [documents, { documents: [{ number: 'AB10' }] }, 'status', /why the document is sought/],
    [
      documents,
      { documents: [{ number: 'AB10', status: 'lost' }], flags: ['armed'] },
      'flags',
      /Only an alert on a person/,
    ],
    [vessels, { identities: [] }, 'objects', /at least one vessel/],
    [vessels, { identities: [], objects: [{ type: 'vessel', imo: '123' }] }, 'imo', /seven digits/],
    [vessels, { identities: [], objects: [{ type: 'vessel' }] }, 'objects', /Give a registration/],
  ]
  for (const [of, more, place, words] of faults) {
    const ground = { reason: 'Invented for a test.' }
    const content = { identities: [{ names: [{ full: 'Somebody Invented' }] }], ground, ...more }
    const refusal = (await keeper.alerts.enter({ list: of, content }).then(
      () => null,
      (error: unknown) => error,
    )) as { code: string; data: { issues: { path: (string | number)[]; message: string }[] } } | null
    expect(refusal?.code, JSON.stringify(more)).toBe('invalid-input')
    const said = refusal?.data.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n')
    expect(said, JSON.stringify(more)).toMatch(words)
    expect(said, JSON.stringify(more)).toContain(place)
  }
})

test('whatever date of birth is written, it is read back as exactly as it is known, or refused in a sentence', () => {
  const today = '2026-11-22'
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('1880-01-01T00:00:00Z'),
        max: new Date('2026-11-22T00:00:00Z'),
        noInvalidDate: true,
      }),
      fc.constantFrom(4, 7, 10),
      fc.boolean(),
      (date, length, circa) => {
        const written = date.toISOString().slice(0, length)
        expect(readBirthDate(`${circa ? 'circa ' : ' '}${written}`, today)).toEqual({
          ok: true,
          birth: written,
          circa,
        })
        const [y, m, d] = date.toISOString().slice(0, 10).split('-')
        expect(readBirthDate(`${y}${m}${d}`, today)).toMatchObject({ birth: `${y}-${m}-${d}` })
        expect(readBirthDate(`${y}-${m}-00`, today)).toMatchObject({ birth: `${y}-${m}` })
      },
    ),
  )
  fc.assert(
    fc.property(fc.string(), text => {
      const read = readBirthDate(text, today)
      if (read.ok) expect(read.birth).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/)
      else expect(read.problem).toMatch(/^.+\.$/s)
    }),
  )
  for (const wrong of [
    '1980-13-01',
    '1980-02-30',
    '1700',
    '2026-11-23',
    '01/02/1980',
    '1980-00-12',
    'yesterday',
    '',
  ])
    expect(readBirthDate(wrong, today).ok, wrong).toBe(false)
  expect(readBirthDate('12 May 1962', today)).toMatchObject({ birth: '1962-05-12' })
  expect(readBirthDate('29 Feb 1963', today).ok).toBe(false)
})

test('whoever withdraws on a stale page deletes nothing that a colleague has just changed', async () => {
  const keeper = await greece()
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Stale' }))
  const content = sampleContent()
  const { id, version } = await keeper.alerts.enter({ list, content })
  const ground = { ...content.ground, note: 'The court has asked for the file: do not delete.' }
  await keeper.alerts.change({ id, version, content: { ...content, ground } })
  expect(await code(keeper.alerts.withdraw({ id, version, reason: 'entered-in-error' }))).toBe('conflict')
  expect((await keeper.alerts.read({ id })).version).toBe(version + 1)
  expect(await code(keeper.alerts.withdraw({ id, version: version + 1, reason: 'entered-in-error' }))).toBe(
    'answered',
  )
})

test('a unit tells that a purpose is achieved once, and again only after it was answered', async () => {
  const keeper = await greece()
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Told once' }))
  const { id } = await keeper.alerts.enter({ list, content: sampleContent() })
  const officer = await at('kristaps-vitolnieks-hale', new Date(), 'border-check')
  const { id: told } = await officer.alerts.tellAchieved({ id, note: 'He has left for Istanbul.' })
  const more = () => code(officer.alerts.tellAchieved({ id, note: 'He has left, once more.' }))
  expect(await Promise.all([more(), more(), more()])).toEqual(['conflict', 'conflict', 'conflict'])
  expect((await keeper.alerts.read({ id })).achieved).toHaveLength(1)
  await keeper.alerts.keep({ id, told, because: 'The entry ban stands.' })
  expect(await code(officer.alerts.tellAchieved({ id, note: 'The ban has run out.' }))).toBe('answered')
})
