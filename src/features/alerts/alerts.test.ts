import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { useWorld } from '#test/world.ts'
import { sampleContent, sampleTerms } from './samples.ts'

const world = useWorld()
const as = (persona: string, purpose?: Purpose): Promise<Client> => world.as(persona, { purpose })
const greece = () => as('despina-kalogirou-astel', 'alert-keeping')
const border = () => as('kristaps-vitolnieks-hale', 'border-check')

let list = ''
beforeAll(async () => {
  list = (
    await (await greece()).alerts.enterList(sampleTerms('return-decision', { name: 'Return decisions' }))
  ).id
})

test('an alert is entered by its owner and read by a border officer of another State: what to do, not why', async () => {
  const keeper = await greece()
  const made = await keeper.alerts.enter({ list, content: sampleContent() })
  expect(made.reference).toMatch(/^GR-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  const seen = await (await border()).alerts.read({ id: made.id })
  expect(seen).toMatchObject({
    reference: made.reference,
    kind: 'return-decision',
    action: 'confirm-return',
    title: 'Qasemzadeh, Farrokh',
    birth: '1984-03-17',
    ground: null,
    mine: false,
  })
  expect((await keeper.alerts.read({ id: made.id })).ground).toMatchObject({ reason: 'Invented for a test.' })
})

test('a person is found although written otherwise, and the reasons stand beside the alert', async () => {
  const keeper = await greece()
  const { id } = await keeper.alerts.enter({
    list,
    content: sampleContent({
      identities: [
        {
          names: [
            { full: 'Олександр Кривоносенко-Вільховий' },
            { kind: 'alias', family: 'Kryvonosenko', given: 'Oleksandr' },
          ],
          birth: '1979-11-02',
          nationalities: ['UKR'],
        },
      ],
      documents: [{ number: 'FE 771204', issuer: 'UKR' }],
    }),
  })
  const officer = await border()
  const [found] = await officer.alerts.query({
    person: { family: 'Krivonossenko', given: 'Aleksandr', birth: '1979-02-11' },
  })
  expect(found).toMatchObject({ alert: { id }, number: 1, identity: { birth: '1979-11-02' } })
  expect(found?.reasons.map(each => each.kind)).toEqual(expect.arrayContaining(['name', 'birth']))
  const byDocument = await officer.alerts.query({ documents: [{ number: 'FE771204' }] })
  expect(byDocument).toMatchObject([{ alert: { id }, documents: [{ number: 'FE 771204' }] }])
})

test('an alert is found in the list by the beginning of a name, without accents, and by its document', async () => {
  const keeper = await greece()
  const { id } = await keeper.alerts.enter({
    list,
    content: sampleContent({
      identities: [{ names: [{ family: 'Ζαχαρόπουλος-Δοκιμή', given: 'Ανδρέας' }], nationalities: ['GR'] }],
      documents: [{ number: 'ZX-900 17', issuer: 'GRC' }],
    }),
  })
  const officer = await border()
  for (const filter of [{ search: 'zacharop' }, { search: 'Ζαχαρ' }, { document: 'zx90017' }])
    expect((await officer.alerts.list(filter)).items.map(each => each.id)).toEqual([id])
  expect((await officer.alerts.count({ search: 'zacharop' })).count).toBe(1)
})

test('before an alert is saved, everything that finds a thing is looked for, and documents that ranges share', async () => {
  const keeper = await greece()
  const { id: cars } = await keeper.alerts.enterList(sampleTerms('vehicle', { name: 'Cars sought' }))
  const objects = [
    { type: 'vehicle' as const, plate: 'ΥΗΒ 1234', country: 'GRC', vin: 'ZFA22300005556777' },
    { type: 'vehicle' as const, plate: 'TR 77 Ö 12' },
  ]
  const car = await keeper.alerts.enter({ list: cars, content: sampleContent({ identities: [], objects }) })
  const alike = async (list: string, more: Parameters<typeof sampleContent>[0]) =>
    (await keeper.alerts.compatible({ list, content: sampleContent({ identities: [], ...more }) })).map(
      ({ alert, relation }) => [alert.id, relation],
    )
  const found = [[car.id, 'duplicate']]
  // Another plate on the same car, and the second of two.
  expect(
    await alike(cars, { objects: [{ type: 'vehicle', plate: 'BB 1', vin: 'zfa 22300005556777' }] }),
  ).toEqual(found)
  expect(
    await alike(cars, {
      objects: [
        { type: 'vehicle', plate: 'CC 1' },
        { type: 'vehicle', plate: 'TR77O12' },
      ],
    }),
  ).toEqual(found)
  // A plate in Greek letters is read as its Latin lookalikes, and not as its digits alone.
  const officer = await border()
  const asked = async (object: string) => (await officer.alerts.query({ object })).map(each => each.alert.id)
  expect(await asked('YHB-1234')).toEqual([car.id])
  expect(await asked('1234')).toEqual([])
  expect(await asked('VIN ZFA22300005556777')).toEqual([car.id])

  const { id: papers } = await keeper.alerts.enterList(sampleTerms('document', { name: 'Ranges that share' }))
  const range = await keeper.alerts.enter({
    list: papers,
    content: sampleContent({
      identities: [],
      documents: [{ type: 'P', number: 'GX 400', to: 'GX 499', issuer: 'GRC', status: 'blank' }],
    }),
  })
  const document = (number: string, to: string | null) => ({
    documents: [{ type: 'P', number, to, issuer: 'GRC', status: 'blank' as const }],
  })
  expect(await alike(papers, document('GX 300', 'GX 450'))).toEqual([[range.id, 'duplicate']])
  expect(await alike(papers, document('GX 300', 'GX 399'))).toEqual([])
})
