import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { kindRules } from './kinds.ts'
import { seedAlerts } from './seed-data.ts'

const world = useWorld({ worked: true })

test('the demonstration has the lists of two States, with alerts that a border officer reads for a border check', async () => {
  const officer = await world.as('dace-liepina-korr', { purpose: 'border-check' })
  const lists = await officer.alerts.lists()
  expect(new Set(lists.map(each => each.owner.state))).toEqual(new Set(['GR', 'LV']))
  expect((await officer.alerts.count({})).count).toBe(seedAlerts.length)
  expect(seedAlerts.length).toBeGreaterThanOrEqual(40)
  const first = await officer.alerts.list({})
  const second = await officer.alerts.list({ after: first.next })
  const titles = [...first.items, ...second.items].map(each => each.title)
  expect(titles.every(title => title !== '')).toBe(true)
})

test('one review is near, one alert ends within days, one identity is misused and pairs are linked', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { reviews } = await keeper.alerts.due()
  expect(reviews.map(each => each.title)).toEqual(['Siddiqan-Misal, Hamza', 'Popalzeh-Misal, Najibullah'])
  const { items } = await keeper.alerts.list({ view: 'ours' })
  expect(items.filter(each => each.misused)).toHaveLength(1)
  const [brother] = (await keeper.alerts.list({ search: 'Idris Rahmatol' })).items
  expect((await keeper.alerts.read({ id: brother?.id ?? '' })).links).toMatchObject([
    { kind: 'travels-with', alert: { title: 'Rahmatol-Namuna, Samira' } },
  ])
})

test('every person of the demonstration is marked as invented', () => {
  for (const { content, list } of seedAlerts) {
    for (const each of content.identities ?? []) expect(each.description, list).toContain('Invented')
    expect(content.ground?.reason).toContain('Invented.')
  }
  expect(Object.keys(kindRules)).toHaveLength(8)
})
