import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'

const world = useWorld({ worked: true })

test('the demonstration holds months of warnings: answered, late, updated, replaced, withdrawn, and one to validate', async () => {
  const head = await world.as('vesna-kraljic-dorn')
  const work = await head.warnings.work({})
  expect(work.toValidate).toHaveLength(1)
  expect(work.toValidate[0]).toMatchObject({ title: expect.stringContaining('Taxi drivers'), faults: 0 })
  expect(work.addressed.some(({ late }) => late)).toBe(true)
  const { items } = await head.warnings.list({})
  expect(items.length).toBeGreaterThanOrEqual(8)
  const agency = await world.as('mathilde-garrigue-soan')
  const seen = (await agency.warnings.list({})).items
  expect(new Set(seen.map(({ status }) => status))).toEqual(new Set(['issued', 'superseded', 'withdrawn']))
  expect(seen.some(({ version }) => version === 2)).toBe(true)
  const withdrawn = seen.find(({ status }) => status === 'withdrawn')
  expect(withdrawn?.title).toBe('')
  const norway = await world.as('sigrid-havnevik-ode')
  expect((await norway.warnings.list({ status: ['expired'] })).items).toHaveLength(1)
  const italy = await world.as('marta-colonnese-ruiz')
  expect((await italy.warnings.work({})).drafts).toHaveLength(1)
})
