import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Client, client } from '#app/network.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import type { AlertContent } from '#features/alerts/content.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import type { Kind } from '#features/alerts/kinds.ts'
import type { ListTerms } from '#features/alerts/model.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { useWorld } from '#test/world.ts'
import { statementsDuring } from './behind.ts'
import { hitsOf } from './raising.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const as = (persona: string, purpose?: Purpose): Promise<Client> => world.as(persona, { purpose })
const greece = () => as('despina-kalogirou-astel', 'alert-keeping')
const border = () => as('kristaps-vitolnieks-hale', 'border-check')
const day = 86_400_000
const byText = (a: readonly unknown[], b: readonly unknown[]) => (String(a) < String(b) ? -1 : 1)

let drawn = 0
type More = Parameters<typeof sampleContent>[0]
/** An alert on a list of its own. */
async function anAlert(
  kind: Kind = 'return-decision',
  terms: Partial<ListTerms> = {},
  more: () => More = () => ({}),
) {
  drawn += 1
  const keeper = await greece()
  const { id: list } = await keeper.alerts.enterList({
    ...sampleTerms(kind, { name: `Life ${drawn}` }),
    ...terms,
  })
  const content = sampleContent({ identities: [person()], ...more() })
  return { list, content, ...(await keeper.alerts.enter({ list, content })) }
}
/** Invented people, unlike each other: one for each alert. */
const families =
  'Aldebrandsen Brzozkowicz Chkhikvadzeli Dubrovnikar Eskilsdotter Fjallgrimur Gwynethallt Hovhannisyants Ioannopoulidis Jakubcinskas Kwabenamensah Lorencovsky Mbarushimana Nguemadjoula Oyelaranade Petrosvanidze'.split(
    ' ',
  )
const family = () => families[(drawn - 1) % families.length] ?? ''
const birth = () => `19${50 + drawn * 2}-0${1 + (drawn % 9)}-${10 + drawn}`
const person = (): AlertContent['identities'][number] => ({
  ...(sampleContent().identities[0] as AlertContent['identities'][number]),
  names: [{ kind: 'primary', family: family(), given: 'Farrokh', full: '', script: null }],
  birth: birth(),
})
const passenger = (more = {}) =>
  aPassenger({
    family: family().toUpperCase(),
    birth: birth(),
    documents: [{ type: 'P', number: `LF${drawn}00`, issuer: 'IRN' }],
    ...more,
  })
const theHit = async (alert: string, ref?: string) =>
  (
    await world.owner.query<{ id: string; state: string; closed_because: string | null; version: number }>(
      `select id, state, closed_because, version from person.hit where alert = $1 and ($2::uuid is null or subject_ref = $2) order by raised_at desc, id limit 1`,
      [alert, ref ?? null],
    )
  ).rows[0]
const countOf = async (alert: string): Promise<number> =>
  (await world.owner.query('select from person.hit where alert = $1', [alert])).rowCount ?? 0

test('screening the same people again raises nothing, and only moves the hour by which they are looked at', async () => {
  const { id } = await anAlert()
  const refs = [randomUUID()]
  await raise(world, [passenger()], { refs })
  const later = new Date(Date.now() + 9 * 3_600_000).toISOString()
  const again = await raise(world, [passenger()], { refs, dueAt: later })
  expect(await countOf(id)).toBe(1)
  expect(again[0]?.hits).toHaveLength(1)
  const officer = await border()
  expect(await officer.hits.list({ view: 'all', subjects: refs })).toMatchObject({
    items: [{ dueAt: later }],
  })
})

test('a change of the alert that is not screened raises nothing anew; one that is replaces what waited', async () => {
  const { id, content, version } = await anAlert()
  const refs = [randomUUID()]
  await raise(world, [passenger()], { refs })
  const keeper = await greece()
  const changed = await keeper.alerts.change({ id, version, content: { ...content, flags: ['armed'] } })
  await raise(world, [passenger()], { refs })
  expect(await countOf(id)).toBe(1)
  const [identity] = content.identities
  await keeper.alerts.change({
    id,
    version: changed.version,
    content: { ...content, identities: [{ ...identity, sex: 'X' } as never] },
  })
  const [now] = await raise(world, [passenger()], { refs })
  expect(now?.hits).toHaveLength(1)
  expect(await countOf(id)).toBe(2)
  const officer = await border()
  const { items } = await officer.hits.list({ view: 'all', subjects: refs })
  expect(items.map(each => [each.state, each.closedBecause]).toSorted(byText)).toEqual([
    ['closed', 'superseded'],
    ['open', null],
  ])
})

test('somebody known not to be the same is recorded and shown, and waits for nobody until that expires or is withdrawn', async () => {
  const { id } = await anAlert()
  const officer = await border()
  await raise(world, [passenger()])
  const first = await theHit(id)
  await officer.hits.review({
    id: first?.id ?? '',
    version: 1,
    verdict: 'not-the-same',
    reason: 'Other eyes.',
    rememberMonths: 12,
  })
  const refs = [randomUUID()]
  const [again] = await raise(world, [passenger()], { refs })
  expect(again?.hits).toMatchObject([{ suppressed: true, look: false, state: 'open' }])
  expect((await officer.hits.list({ subjects: refs })).items).toEqual([])
  expect((await officer.hits.list({ view: 'all', subjects: refs })).items).toMatchObject([
    { suppressed: true },
  ])
  const hit = await officer.hits.read({ id: again?.hits[0]?.id ?? '' })
  expect(hit).toMatchObject({
    earlier: [{ hit: first?.id, verdict: 'not-the-same', reason: 'Other eyes.' }],
    knownNotTheSame: { hit: first?.id, reason: 'Other eyes.', suppressed: 1 },
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
  const known = items.find(each => each.hit === first?.id)
  expect(known).toMatchObject({ name: `${family().toUpperCase()}, FAROKH`, withdrawnAt: null })
  await officer.hits.withdrawNotTheSame({ id: known?.id ?? '', reason: 'The photograph was another one.' })
  expect((await officer.hits.list({ subjects: refs })).items).toMatchObject([{ suppressed: false }])
  await expect(
    officer.hits.withdrawNotTheSame({ id: known?.id ?? '', reason: 'Again.' }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a name without a full date of birth and without a document is remembered of nobody', async () => {
  const { id } = await anAlert()
  const officer = await border()
  const vague = { birth: birth().slice(0, 4), documents: [] }
  await raise(world, [passenger(vague)])
  const first = await theHit(id)
  await officer.hits.review({
    id: first?.id ?? '',
    version: 1,
    verdict: 'not-the-same',
    reason: 'Another person.',
    rememberMonths: 12,
  })
  const [again] = await raise(world, [passenger(vague)])
  expect(again?.hits).toMatchObject([{ suppressed: false }])
})

test('a verdict can be changed by a later review, and what was remembered goes with it', async () => {
  const { id } = await anAlert()
  const officer = await border()
  await raise(world, [passenger()])
  const hit = (await theHit(id))?.id ?? ''
  await officer.hits.review({ id: hit, version: 1, verdict: 'not-the-same', reason: 'Looked different.' })
  const changed = await officer.hits.review({
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
  await raise(world, [passenger()])
  const hit = (await theHit(id))?.id ?? ''
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

test('when the alert is withdrawn, what nobody decided closes itself and says so; what hits told of the alert is gone', async () => {
  const { id } = await anAlert()
  const refs = [randomUUID(), randomUUID()]
  await raise(world, [passenger(), passenger({ given: 'FARROKH' })], { refs })
  const officer = await border()
  const decided = (await theHit(id, refs[1]))?.id ?? ''
  await officer.hits.review({ id: decided, version: 1, verdict: 'same', reason: 'The same.' })
  await (await greece()).alerts.withdraw({ id, reason: 'decision-ended' })
  const { items } = await officer.hits.list({ view: 'all', subjects: refs })
  expect(items.map(each => [each.state, each.closedBecause, each.verdict]).toSorted(byText)).toEqual([
    ['closed', 'alert-ended', null],
    ['decided', null, 'same'],
  ])
  for (const each of items)
    expect(await officer.hits.read({ id: each.id })).toMatchObject({ alert: null, reasons: [], mine: false })
  const open = items.find(each => each.state === 'closed')
  await expect(
    officer.hits.review({
      id: open?.id ?? '',
      version: open?.version ?? 0,
      verdict: 'same',
      reason: 'Too late.',
    }),
  ).rejects.toMatchObject({ code: 'conflict' })
  const standing = await world.ground.db.as(
    await world.actor('kristaps-vitolnieks-hale'),
    tx => hitsOf(tx, refs),
    'border-check',
  )
  expect([...standing.keys()]).toEqual([refs[1]])
})

test('a document on a list raises a hit, alone and within a range, and not for another issuer', async () => {
  const { id } = await anAlert('document', {}, () => ({
    identities: [],
    documents: [
      { number: 'RG 500 100', to: 'RG 500 199', issuer: 'IRN', status: 'blank' },
      { number: 'SG 77 1234', issuer: 'IRN', status: 'stolen' },
    ],
  }))
  const holder = (number: string, issuer: string) =>
    passenger({ family: 'NOBODYOFTHELIST', given: 'ORDWIN', documents: [{ type: 'P', number, issuer }] })
  const people = [
    holder('RG500150', 'IRN'),
    holder('SG771234', 'IRN'),
    holder('RG500200', 'IRN'),
    holder('RG500150', 'TUR'),
  ]
  const found = await raise(world, people)
  expect(found.map(each => each.hits.map(hit => [hit.kind, hit.action, hit.look]))).toEqual([
    [['document', 'seize', true]],
    [['document', 'seize', true]],
    [],
    [],
  ])
  const officer = await border()
  const hit = await officer.hits.read({ id: found[0]?.hits[0]?.id ?? '' })
  expect(hit).toMatchObject({
    alert: { id, number: 0, identity: null, documents: [{ to: 'RG 500 199' }, {}] },
    reasons: [{ kind: 'range', passenger: 'RG500150', from: 'RG 500 100', to: 'RG 500 199' }],
  })
})

test('a flight of 200 people costs three statements, however many of them are hits, and two more for the first hit of a day', async () => {
  await anAlert()
  const people = Array.from({ length: 200 }, (_, i) =>
    i % 10 === 0
      ? passenger()
      : aPassenger({
          family: `SOMEBODY${i}`,
          given: 'ELSE',
          birth: '1990-01-01',
          documents: [{ number: `ZZ${i}99`, type: 'P', issuer: 'TUR' }],
        }),
  )
  const sent = await statementsDuring(world.ground, async () => {
    const found = await raise(world, people)
    expect(found.filter(each => each.hits.length > 0)).toHaveLength(20)
  })
  const own = sent.filter(each => /person\.hit|alert_document|work\.clock|network\.enqueue/.test(each))
  // The tests before this one have raised hits today, unless midnight has just passed.
  expect([3, 5]).toContain(own.length)
})

test('a victim of misused identity is told apart by a question, kept with their consent, and only for a misused identity', async () => {
  const { id } = await anAlert('return-decision', {}, () => ({
    identities: [person(), { ...person(), kind: 'misused', birth: '1999-08-08' }],
  }))
  const keeper = await greece()
  const question = {
    question: 'The name of your first school?',
    answer: 'Invented school',
    consent: 'In writing, file 7',
    consentOn: '2026-01-05',
  }
  await expect(keeper.hits.keepMisused({ alert: id, number: 1, ...question })).rejects.toMatchObject({
    code: 'not-found',
  })
  await keeper.hits.keepMisused({ alert: id, number: 2, ...question })
  await raise(world, [passenger()])
  const officer = await border()
  const hit = await officer.hits.read({ id: (await theHit(id))?.id ?? '' })
  expect(hit.misused).toMatchObject([
    { number: 2, question: 'The name of your first school?', answer: 'Invented school' },
  ])
  await expect(officer.hits.keepMisused({ alert: id, number: 2, ...question })).rejects.toMatchObject({
    code: 'not-competent',
  })
  const bureau = await as('sanita-krumina-falk', 'alert-keeping')
  await expect(bureau.hits.keepMisused({ alert: id, number: 2, ...question })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(bureau.hits.forgetMisused({ alert: id, number: 2 })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await keeper.hits.forgetMisused({ alert: id, number: 2 })).toEqual([])
})

test('a hit that nobody reviewed closes 48 hours after departure, and nothing of the person is left; a confirmed one is kept longer', async () => {
  const { id } = await anAlert()
  const refs = [randomUUID(), randomUUID()]
  const dueAt = new Date(Date.now() - 49 * 3_600_000).toISOString()
  await raise(world, [passenger(), passenger({ given: 'FARROKH' })], { refs, dueAt })
  const officer = await border()
  await officer.hits.review({
    id: (await theHit(id, refs[1]))?.id ?? '',
    version: 1,
    verdict: 'same',
    reason: 'The same.',
  })
  await world.owner.query(
    `update graphile_worker._private_jobs set run_at = now() where payload->>'operation' = 'hits.tend'`,
  )
  expect(await world.workJobs()).toBeGreaterThan(0)
  const { items } = await officer.hits.list({ view: 'all', subjects: refs })
  expect(items.map(each => [each.state, each.closedBecause, each.name]).toSorted(byText)).toEqual([
    ['closed', 'not-reviewed', ''],
    ['decided', null, `${family().toUpperCase()}, FARROKH`],
  ])
  const { rows } = await world.owner.query(`select subject, reasons from person.hit where subject_ref = $1`, [
    refs[0],
  ])
  expect(rows).toEqual([{ subject: {}, reasons: [] }])
})

test('an officer who found somebody by asking raises a hit, once, and only where the two are alike', async () => {
  const { id } = await anAlert()
  const officer = await border()
  const question = { person: { family: family(), given: 'Farokh', birth: birth() } }
  const hit = await officer.hits.report({ alert: id, question })
  expect(hit).toMatchObject({ subjectKind: 'query', state: 'open', alert: { id } })
  expect((await officer.hits.report({ alert: id, question })).id).toBe(hit.id)
  await expect(
    officer.hits.report({
      alert: id,
      question: { person: { family: 'Nobody', given: 'Else', birth: '2001-01-01' } },
    }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(officer.hits.report({ alert: randomUUID(), question })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('an officer who found a vessel or a document takes it up as a hit, with nobody named', async () => {
  const { id } = await anAlert('vessel', {}, () => ({
    identities: [],
    objects: [{ type: 'vessel', name: 'Invented Gull', imo: '9999941', callSign: 'SV-77' }],
  }))
  const officer = await border()
  const hit = await officer.hits.report({ alert: id, question: { object: 'imo 9999941' } })
  expect(hit).toMatchObject({
    name: 'imo 9999941',
    subjectKind: 'query',
    state: 'open',
    kind: 'vessel',
    alert: { id, number: 0, identity: null, objects: [{ name: 'Invented Gull' }] },
    reasons: [{ kind: 'object', passenger: 'imo 9999941', alert: '9999941' }],
  })
  expect((await officer.hits.report({ alert: id, question: { object: 'IMO 9999941' } })).id).toBe(hit.id)
  await expect(officer.hits.report({ alert: id, question: { object: 'IMO 9999953' } })).rejects.toMatchObject(
    { code: 'invalid-input' },
  )
  // A person decides, the owner's bureau learns of it, and the two bureaux write to each other about it.
  await officer.hits.review({ id: hit.id, version: 1, verdict: 'same', reason: 'Moored at pier 4.' })
  const keeper = await greece()
  expect((await keeper.hits.list({ view: 'ours', alert: id })).items).toMatchObject([
    { id: hit.id, name: 'imo 9999941' },
  ])
  const bureau = await as('sanita-krumina-falk', 'alert-keeping')
  await bureau.hits.sendForm({ id: hit.id, kind: 'hit-reported', text: 'Pier 4, since this morning.' })
  // Known not to be the very one: the same sign on another vessel does not come up again.
  const other = await officer.hits.report({ alert: id, question: { object: 'sv77' } })
  expect(other).toMatchObject({ reasons: [{ kind: 'object', passenger: 'sv77', alert: 'SV-77' }] })
  await officer.hits.review({ id: other.id, version: 1, verdict: 'not-the-same', reason: 'Another flag.' })
  expect((await officer.hits.notTheSame({})).items[0]).toMatchObject({ hit: other.id, name: 'sv77' })

  const blank = await anAlert('document', {}, () => ({
    identities: [],
    documents: [{ number: 'VS 500 100', to: 'VS 500 199', issuer: 'IRN', status: 'blank' }],
  }))
  // Another alert with the same range is not taken up unasked.
  await anAlert('document', {}, () => ({
    identities: [],
    documents: [{ number: 'VS 500 100', to: 'VS 500 199', issuer: 'IRN', status: 'blank' }],
  }))
  const found = await officer.hits.report({
    alert: blank.id,
    question: { documents: [{ number: 'VS500150', issuer: 'IRN' }] },
  })
  expect(found).toMatchObject({ name: 'VS500150', reasons: [{ kind: 'range' }] })
  const { rowCount } = await world.owner.query('select from person.hit where subject_ref = $1', [
    found.subjectRef,
  ])
  expect(rowCount).toBe(1)
})

test('months of hits are told in numbers rounded to five, once, when what they brought is over', async () => {
  const reader = await border()
  const mandate = await world.owner.query<{ id: number }>(
    `select m.id from network.mandate m join network.official o on o.id = m.official where o.name = 'ICONet clock'`,
  )
  const clock = client(world.ground, await actorOfMandate(world.ground.db, mandate.rows[0]?.id ?? 0)).hits
  const moved = async (to: string) =>
    world.owner.query<{ verdict: string | null }>(
      `update person.hit set raised_at = $1, decided_at = case when verdict is not null then $1::timestamptz + interval '2 hours' end where kind = 'return-decision' returning verdict`,
      [to],
    )
  // Raised a fortnight and less ago: their month is not told yet, whether or not it has ended.
  await moved(new Date(Date.now() - 13 * day).toISOString())
  await clock.tend()
  expect(await reader.hits.statistics()).toEqual([])
  const { rows } = await moved('2026-01-15T10:00:00Z')
  await clock.tend()
  const [month] = await reader.hits.statistics()
  expect(month).toMatchObject({ month: '2026-01', kind: 'return-decision' })
  const same = rows.filter(each => each.verdict === 'same').length
  expect(rows.length).toBeGreaterThanOrEqual(20)
  expect(month).toMatchObject({
    raised: Math.round(rows.length / 5) * 5,
    same: Math.round(same / 5) * 5,
    withinHour: 0,
  })
  expect(await (await greece()).hits.statistics()).toEqual([])
  // Told once: a number that grew while somebody watched would tell of a person.
  await world.owner.query(`update person.hit set counted_at = null where kind = 'return-decision'`)
  await clock.tend()
  expect(await reader.hits.statistics()).toEqual([month])
})

test('what one officer took up for one purpose hides nothing from a colleague who asks the same for another', async () => {
  const { id } = await anAlert('vehicle', {}, () => ({
    identities: [],
    objects: [{ type: 'vehicle', plate: 'ZZ 77 ABQ' }],
  }))
  const question = { object: 'zz-77-abq' }
  const first = await (await border()).hits.report({ alert: id, question })
  const colleague = await as('dace-liepina-korr', 'identity-verification')
  const second = await colleague.hits.report({ alert: id, question })
  expect(second).toMatchObject({ state: 'open', reasons: [{ kind: 'object' }] })
  expect(second.id).not.toBe(first.id)
  expect((await (await border()).hits.report({ alert: id, question })).id).toBe(first.id)
})
