import { expect, test } from 'vitest'
import { usePages } from '#test/pages.ts'
import { useWorld } from '#test/world.ts'
import { purposesOf } from '#vocabulary/purpose.ts'
import { deskPurposes } from './pages/purposes.ts'

const world = useWorld()
const { open } = usePages(world)
const officer = 'kristaps-vitolnieks-hale'

test('the desk offers the one purpose for which its rows exist, and under another says so instead of looking empty', async () => {
  const actor = await world.actor(officer)
  const border = await world.as(officer, { purpose: 'border-check' })
  const { id } = await border.passengers.enterCarrier({ code: 'ZZ', name: 'Invented Airways' })
  const departs = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)
  await border.passengers.expect({
    carrier: id,
    flights: [{ number: '100', from: 'IST', to: 'RIX', departs, arrives: null }],
  })
  const mine = purposesOf(actor)
  expect(mine.length).toBeGreaterThan(deskPurposes.length)
  for (const purpose of mine) {
    const flights = await (await world.as(officer, { purpose })).passengers.flights({})
    expect(flights.length > 0, purpose).toBe(deskPurposes.includes(purpose))
  }

  const { page, complaints } = await open(officer, '/passengers')
  await page.getByRole('heading', { name: 'What do you need personal data for?' }).waitFor()
  expect(await page.getByRole('radio').count()).toBe(1)

  const storage = { 'iconet-purpose': `${actor.mandate} identity-verification` }
  const other = await open(officer, '/passengers', { storage })
  await other.page.getByRole('heading', { name: 'Nothing is shown here for this purpose' }).waitFor()
  await other.page.getByText('You stated “Identity verification”.').waitFor()
  expect(await other.page.getByRole('table').count()).toBe(0)
  await other.page.getByRole('radio', { name: 'Border check' }).check()
  await other.page.getByRole('button', { name: 'State this purpose' }).click()
  await other.page.getByText('ZZ 100').first().waitFor()
  expect([...complaints, ...other.complaints]).toEqual([])
})
