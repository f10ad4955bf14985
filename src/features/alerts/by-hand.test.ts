import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import { useWorld } from '#test/world.ts'
import type { AlertContent } from './content.ts'
import { sampleTerms } from './samples.ts'

// What a list says is the list's; what a person wrote by hand stays. Everybody here is invented.
const world = useWorld()
let keeper: Client
let list = ''
beforeAll(async () => {
  keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  list = (await keeper.alerts.enterList(sampleTerms('refusal-of-entry', { name: 'By hand' }))).id
})

type Input = Parameters<Client['alerts']['change']>[0]['content']
const bring = (lines: readonly object[] | string, more: object = {}) => {
  const text = typeof lines === 'string' ? lines : lines.map(line => JSON.stringify(line)).join('\n')
  return keeper.alerts.import({ list, file: new File([text], 'list.jsonl'), dry: false, ...more })
}
const document = (number: string, more: object = {}) => ({ type: 'P', number, issuer: 'MKD', ...more })
const entry = (id: string, more: object = {}) => ({
  id,
  names: [{ family: `Rucnovska${id}`, given: 'Biljana' }],
  birth: '1977-08',
  documents: [document(`${id}00`)],
  ...more,
})
const named = async (id: string) => {
  const [line] = (await keeper.alerts.list({ search: `Rucnovska${id}` })).items
  if (!line) throw new Error('Not brought in.')
  const alert = await keeper.alerts.read({ id: line.id })
  if (!alert.ground) throw new Error('Not ours.')
  return { ...alert, ground: alert.ground }
}
/** Writes by hand what is given, into the alert as it is now. */
const byHand = async (id: string, change: (now: AlertContent) => Partial<Input>) => {
  const alert = await named(id)
  const now: AlertContent = { ...alert, endsOn: null }
  await keeper.alerts.change({
    id: alert.id,
    version: alert.version,
    content: { ...now, ...change(now) },
  })
}
const documentsOf = async (id: string) => (await named(id)).documents.map(({ number }) => number)

test('documents, names, identities and warnings that a person added stay when the list comes again, also with something new', async () => {
  await bring([entry('A')])
  await byHand('A', ({ documents, identities: [first], ground }) => ({
    documents: [...documents, document('HAND1')],
    identities: first
      ? [
          { ...first, names: [...first.names, { kind: 'alias', full: 'Bilka' }], description: 'A scar.' },
          { kind: 'claimed', names: [{ full: 'Somebody Elseova' }], birth: '1980-01-01' },
        ]
      : [],
    flags: ['violent'],
    ground: { ...ground, evidence: 'File 7', note: 'Seen in port.' },
  }))
  expect(await bring([entry('A')])).toMatchObject({ changed: 0, unchanged: 1, kept: 1 })
  const later = entry('A', { birth: '1977-08-14', documents: [document('A00'), document('A01')] })
  expect(await bring([later])).toMatchObject({ changed: 1, kept: 1 })
  expect(await named('A')).toMatchObject({
    identities: [
      {
        birth: '1977-08-14',
        description: 'A scar.',
        names: [{ family: 'RucnovskaA' }, { kind: 'alias', full: 'Bilka' }],
      },
      { birth: '1980-01-01', names: [{ full: 'Somebody Elseova' }] },
    ],
    flags: ['violent'],
    ground: { evidence: 'File 7', note: 'Seen in port.' },
  })
  expect(await documentsOf('A')).toEqual(['A00', 'HAND1', 'A01'])
})

test('what the list takes out goes, though not what a person added or changed', async () => {
  const all = [document('B00'), document('B01'), document('B02')]
  await bring([entry('B', { documents: all })])
  await byHand('B', ({ documents }) => ({
    documents: [
      ...documents.map(each => (each.number === 'B02' ? { ...each, expiresOn: '2031-01-01' } : each)),
      document('HAND2'),
    ],
  }))
  await bring([entry('B', { documents: [document('B00')] })])
  expect(await documentsOf('B')).toEqual(['B00', 'B02', 'HAND2'])
})

test('what a person took out or set right does not come back with the same list; when the list says something new of it, that holds and is said', async () => {
  await bring([entry('C', { documents: [document('C00'), document('C01')], sex: 'F' })])
  await byHand('C', ({ documents, identities }) => ({
    documents: documents.slice(1),
    identities: identities.map(each => ({ ...each, birth: '1977-09-02' })),
  }))
  const same = entry('C', { documents: [document('C00'), document('C01')], sex: 'F' })
  expect(await bring([same])).toMatchObject({ changed: 0, kept: 1 })
  expect(await documentsOf('C')).toEqual(['C01'])
  const other = { ...same, birth: '1978-01', documents: [document('C00', { issuer: null }), document('C01')] }
  const tried = await bring([other], { dry: true })
  expect(tried.remarks.join('\n')).toMatch(
    /\(C\): what was written by hand gives way to the list \(identities\)/,
  )
  expect(await bring([other])).toMatchObject({ changed: 1 })
  expect(await named('C')).toMatchObject({ identities: [{ birth: '1978-01', sex: 'F' }] })
  expect(await documentsOf('C')).toEqual(['C00', 'C01'])
})

test('a trial says of how many alerts and of which something stays as written by hand, and how much', async () => {
  await bring([entry('D'), entry('E'), entry('F')])
  await byHand('D', ({ documents }) => ({ documents: [...documents, document('HAND3'), document('HAND4')] }))
  await byHand('E', ({ ground }) => ({
    ground: { ...ground, note: 'Only a note, of which no list speaks.' },
  }))
  const tried = await bring([entry('D'), entry('E'), entry('F')], { dry: true })
  expect(tried).toMatchObject({ changed: 0, unchanged: 3, kept: 1 })
  const reference = (await named('D')).reference
  expect(tried.remarks).toEqual([`${reference} (D): stays as written by hand (documents: 2).`])
  expect(await documentsOf('D')).toEqual(['D00', 'HAND3', 'HAND4'])
})

test('what the list says as well stays a person’s own: it does not go when the list drops it, as after an export and back', async () => {
  await bring([entry('G')])
  await byHand('G', ({ documents }) => ({ documents: [...documents, document('HAND5')] }))
  const { body } = await keeper.alerts.export({ list })
  expect(await bring(await body.text())).toMatchObject({ changed: 0 })
  await bring([entry('G')])
  expect(await documentsOf('G')).toEqual(['G00', 'HAND5'])
})

test('action, marking, end and links that a person chose stay; the list may raise a marking, never lower one set by hand', async () => {
  const whole = (more: object = {}) => ({
    id: 'H',
    content: {
      identities: [{ names: [{ family: 'RucnovskaH', given: 'Biljana' }] }],
      action: 'refuse-entry',
      marking: 'LIMITED',
      ground: { reason: 'Invented.' },
      ...more,
    },
  })
  await bring([whole(), entry('I')])
  const soon = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  await byHand('H', () => ({ action: 'consult-owner', marking: 'SENSITIVE', endsOn: soon }))
  const alert = await named('H')
  await keeper.alerts.link({ id: alert.id, other: (await named('I')).id, kind: 'family' })
  expect(await bring([whole(), entry('I')])).toMatchObject({ changed: 0, kept: 1 })
  await bring([whole({ marking: 'PUBLIC', flags: ['violent'] }), entry('I')])
  expect(await named('H')).toMatchObject({
    action: 'consult-owner',
    marking: 'SENSITIVE',
    flags: ['violent'],
    expiresAt: alert.expiresAt,
    links: [{ kind: 'family' }],
  })
})

test('where both together are more than an alert can hold, the line is refused with its reason and nothing is cut', async () => {
  const many = (name: string) => Array.from({ length: 120 }, (_, i) => document(`${name}${100 + i}`))
  await bring([entry('J')])
  await byHand('J', ({ documents }) => ({ documents: [...documents, ...many('HAND')] }))
  const tried = await bring([entry('J', { documents: many('J') })], { dry: true })
  expect(tried).toMatchObject({ rejected: 1, changed: 0 })
  expect(tried.problems).toMatchObject([{ line: 1, message: expect.stringContaining('by hand') as string }])
})

test('what the list said is kept for its owner and those who oversee alone, and goes with the alert', async () => {
  await bring([entry('K')])
  const { id } = await named('K')
  const kept = async () =>
    (await world.owner.query('select said from person.alert_source where alert = $1', [id])).rowCount
  expect(await kept()).toBe(1)
  await keeper.alerts.withdraw({ id, reason: 'entered-in-error' })
  expect(await kept()).toBe(0)
})

test('how a victim of misused identity is told apart goes with the victim’s identity to its new place, whoever moves it', async () => {
  await bring([entry('L', { birth: '1977|1978|1979' })])
  const victim = (birth: string) => ({ kind: 'misused' as const, names: [{ full: 'RucnovskaL' }], birth })
  await byHand('L', ({ identities }) => ({
    identities: [...identities, victim('1988-01-02'), victim('1989-01-02')],
  }))
  const { id } = await named('L')
  for (const number of [4, 5])
    await keeper.hits.keepMisused({
      alert: id,
      number,
      question: 'The name of your first school?',
      answer: `School ${number}`,
      consent: 'In writing, file 7',
      consentOn: '2026-01-05',
    })
  const told = async () => {
    const { identities } = await keeper.alerts.read({ id })
    return (await keeper.hits.misused({ alert: id })).map(
      ({ number, answer }) => `${answer}: ${identities[number - 1]?.birth}`,
    )
  }
  const right = ['School 4: 1988-01-02', 'School 5: 1989-01-02']
  await bring([entry('L', { birth: '1977|1978' })])
  expect(await told()).toEqual(right)
  await byHand('L', ({ identities: [, ...rest] }) => ({ identities: rest }))
  expect(await told()).toEqual(right)
  await byHand('L', ({ identities: [first, ...rest] }) => ({
    identities: first ? [first, { ...first, kind: 'claimed', birth: '1990' }, ...rest] : [],
  }))
  expect(await told()).toEqual(right)
})

test('a trial says what a person wrote that would go with an alert which the list has no longer', async () => {
  const own = (await keeper.alerts.enterList(sampleTerms('refusal-of-entry', { name: 'Own' }))).id
  await bring([entry('M'), entry('N')], { list: own })
  await byHand('M', ({ documents }) => ({ documents: [...documents, document('HAND6')] }))
  const tried = await bring([entry('N')], { list: own, dry: true, withdrawMissing: true })
  expect(tried.remarks.join('\n')).toMatch(/\(M\): .*it would end, and with it .* by hand \(1\)/)
})
