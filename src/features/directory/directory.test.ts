import { expect, test } from 'vitest'
import { client } from '#app/network.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()
const head = 'vesna-kraljic-dorn'

test('an official finds others by name, language, State and country of posting', async () => {
  const officer = await world.as('kristaps-vitolnieks-hale')
  const names = async (input: Parameters<typeof officer.directory.officials>[0]) =>
    (await officer.directory.officials(input)).map(each => each.name)
  expect(await names({ search: 'kraljić' })).toEqual(['Vesna Kraljić-Dorn'])
  expect(await names({ postedIn: 'TR' })).toEqual(['Silke Brandhorst-Yeo'])
  const greeks = await officer.directory.officials({ language: 'el' })
  expect(greeks.length).toBeGreaterThan(0)
  expect(greeks.every(each => each.languages.includes('el'))).toBe(true)
  expect((await officer.directory.units({ postedIn: 'TN' })).map(each => each.name)).toEqual([
    'Liaison post Tunis',
  ])
})

test('a State’s page shows its contact point, deputy, and who is on duty now', async () => {
  const croatia = await world.as(head)
  const page = await croatia.directory.state({ code: 'HR' })
  const point = page.contactPoint
  expect(point?.official.name).toBe('Vesna Kraljić-Dorn')
  expect(point?.deputy?.name).toBe('Tomislav Brajša-Kell')
  for (const duty of await croatia.directory.duties({ unit: point?.unit ?? 0 }))
    await croatia.directory.dropDuty({ id: duty.id })
  const onDuty = async () => (await croatia.directory.state({ code: 'HR' })).contactPoint?.onDuty
  expect(await onDuty()).toMatchObject({ name: 'Vesna Kraljić-Dorn', until: null })
  const hour = 3_600_000
  await croatia.directory.planDuty({
    unit: point?.unit ?? 0,
    official: point?.deputy?.id ?? 0,
    startsAt: new Date(Date.now() - hour).toISOString(),
    endsAt: new Date(Date.now() + hour).toISOString(),
  })
  expect(await onDuty()).toMatchObject({ name: 'Tomislav Brajša-Kell' })
  const points = await (await world.as('awa-lemercier-dunn')).directory.contactPoints()
  expect(points.find(each => each.state === 'HR')?.onDuty.name).toBe('Tomislav Brajša-Kell')
  expect(points).toHaveLength(8)
})

test('a contact point names its own deputy from its own State, and nothing else of a designation', async () => {
  const croatia = await world.as(head)
  const own = (await world.actor('ivana-perkovic-lund')).person
  const foreign = (await world.actor('yannis-petrakis-orfeo')).person
  expect((await croatia.directory.nameDeputy({ state: 'HR', deputy: own })).deputy).toBe(own)
  const refused = { code: 'not-found' }
  await expect(croatia.directory.nameDeputy({ state: 'HR', deputy: foreign })).rejects.toMatchObject(refused)
  await expect(croatia.directory.nameDeputy({ state: 'GR', deputy: own })).rejects.toMatchObject(refused)
  const administrator = await world.as('bertil-oksanen-grey')
  const { unit } = await world.actor(head)
  await expect(
    administrator.directory.designate({ state: 'HR', unit, official: foreign, deputy: null }),
  ).rejects.toMatchObject(refused)
})

test('an unlisted unit and its officials do not exist for other States', async () => {
  const croatia = await world.as(head)
  const { authority } = await world.actor(head)
  const unit = await croatia.directory.enterUnit({
    authority,
    name: 'Quiet unit',
    kind: 'unit',
    listed: false,
  })
  const person = await croatia.directory.enterOfficial({
    unit: unit.id,
    name: 'Zora Tiha-Lund',
    languages: ['hr'],
  })
  expect((await croatia.directory.unit({ id: unit.id })).officials).toHaveLength(1)
  for (const persona of ['yannis-petrakis-orfeo', 'bertil-oksanen-grey', 'clara-nordqvist-bey']) {
    const other = await world.as(persona)
    await expect(other.directory.unit({ id: unit.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(other.directory.official({ id: person.id })).rejects.toMatchObject({ code: 'not-found' })
    expect(await other.directory.officials({ search: 'Zora' })).toEqual([])
    expect(await other.directory.units({ search: 'Quiet' })).toEqual([])
    expect(await other.directory.duties({ unit: unit.id })).toEqual([])
    expect((await other.directory.state({ code: 'HR' })).units.some(each => each.id === unit.id)).toBe(false)
  }
})

test('a contact point keeps the officials and units of its State, and no others', async () => {
  const croatia = await world.as(head)
  const own = await world.actor('marin-vidovic-ashe')
  const foreign = await world.actor('davide-serracchi-noor')
  await croatia.directory.changeOfficial({
    id: own.person,
    phone: '+385 1 555 0110',
    languages: ['hr', 'bs'],
  })
  const changed = await croatia.directory.official({ id: own.person })
  expect(changed).toMatchObject({
    phone: '+385 1 555 0110',
    languages: ['hr', 'bs'],
    title: 'Liaison officer',
  })
  const refused = { code: 'not-found' }
  await expect(croatia.directory.changeOfficial({ id: foreign.person, phone: '1' })).rejects.toMatchObject(
    refused,
  )
  await expect(
    croatia.directory.changeOfficial({ id: own.person, unit: foreign.unit }),
  ).rejects.toMatchObject(refused)
  await expect(croatia.directory.changeUnit({ id: foreign.unit, name: 'Ours now' })).rejects.toMatchObject(
    refused,
  )
  await expect(croatia.directory.leave({ id: foreign.person })).rejects.toMatchObject(refused)
  await expect(croatia.directory.rule({ code: 'IT', validates: true })).rejects.toMatchObject(refused)
  const hour = 3_600_000
  const times = { startsAt: new Date().toISOString(), endsAt: new Date(Date.now() + hour).toISOString() }
  await expect(
    croatia.directory.planDuty({ unit: own.unit, official: foreign.person, ...times }),
  ).rejects.toMatchObject(refused)
  await croatia.directory.leave({ id: own.person })
  expect((await croatia.directory.official({ id: own.person })).active).toBe(false)
  expect((await croatia.directory.officials({ search: 'Vidović' })).length).toBe(0)
})

test('whoever is not signed in reads nothing of the directory', async () => {
  const nobody = client(world.ground, null)
  for (const ask of [
    () => nobody.directory.states(),
    () => nobody.directory.units({}),
    () => nobody.directory.officials({}),
    () => nobody.directory.contactPoints(),
    () => nobody.directory.official({ id: 1 }),
  ])
    await expect(ask()).rejects.toMatchObject({ code: 'sign-in-needed' })
})
