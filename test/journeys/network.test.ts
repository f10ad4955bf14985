import { expect, test } from 'vitest'
import { usePages } from '../pages.ts'
import { useWorld } from '../world.ts'

const world = useWorld()
const pages = usePages(world)

const story =
  'Fishing boats without lights leave small beaches near Zarzis after midnight, with 20 to 40 persons on board.'

test('five people at once: an officer abroad warns, two States see it without reloading and answer, a third sees nothing, the supervisor sees who did what', async () => {
  const liaison = await pages.open('davide-serracchi-noor', '/')
  const greece = await pages.open('yannis-petrakis-orfeo', '/')
  const spain = await pages.open('lucia-benavente-kroy', '/warnings')
  const norway = await pages.open('sigrid-havnevik-ode', '/warnings')
  const supervisor = await pages.open('clara-nordqvist-bey', '/')

  // The officer abroad writes, chooses two States, sees who will read it, and sends.
  const { page } = liaison
  await page.keyboard.press('n')
  await page.getByLabel('Route has changed').click()
  await page.getByLabel(/What happened/).fill(story)
  await page.getByLabel('Country').selectOption('TUN')
  await page.getByRole('button', { name: 'Today' }).click()
  await page.getByLabel(/Immediate/).click()
  const recipients = page.getByPlaceholder(/Add a State/)
  for (const name of ['Greece', 'Spain']) {
    await recipients.fill(name)
    await page.locator('[role=listbox] [role=option]', { hasText: name }).first().click()
  }
  await page.getByText('Aegean coordination unit').first().waitFor()
  await page.getByText('Ready to send').waitFor()
  await page.keyboard.press('Control+Enter')
  const send = page.getByRole('button', { name: /Send to \d+ units of 2 States/ })
  await send.click()

  // It arrives where it is for, without reloading, and nowhere else.
  await greece.page.getByRole('link', { name: story }).waitFor()
  await spain.page.getByText(story).first().waitFor()
  expect(await norway.page.getByText('Zarzis').count()).toBe(0)

  // Greece answers; the officer abroad sees the ladder change.
  await greece.page.getByRole('link', { name: story }).click()
  await greece.page.getByRole('heading', { name: story }).waitFor()
  const address = new URL(greece.page.url()).pathname
  await greece.page.keyboard.press('a')
  await greece.page.keyboard.press('Space')
  await greece.page.getByLabel(/What are you doing/).fill('Aircraft patrol from tonight.')
  await greece.page.keyboard.press('Control+Enter')
  await page.getByText('“Aircraft patrol from tonight.”').waitFor()

  // Spain finds it on the map's list; Norway finds nothing by address, search or map.
  await spain.page.goto('/situation')
  await spain.page.getByText(story).first().waitFor()
  await norway.page.goto(address)
  await norway.page.getByRole('heading', { name: /nothing|not found|not shared/i }).waitFor()
  await norway.page.goto('/situation')
  await norway.page.locator('h1').waitFor()
  expect(await norway.page.getByText('Zarzis').count()).toBe(0)
  const seen = await norway.context.request.get('/api/warnings?search=Zarzis')
  expect(((await seen.json()) as { items: unknown[] }).items).toEqual([])

  // The supervisor reads who did what, and none of the content.
  await supervisor.page.goto('/record')
  await supervisor.page.getByText('warnings.issue').first().waitFor()
  await supervisor.page.getByText('warnings.answer').first().waitFor()
  expect(await supervisor.page.getByText('Zarzis').count()).toBe(0)

  for (const { complaints } of [liaison, greece, spain, norway, supervisor]) expect(complaints).toEqual([])
})

test('a page marked above what is shared with its reader says that the mandate opens it, and no other page does', async () => {
  const supervisor = await pages.open('clara-nordqvist-bey', '/record')
  const band = supervisor.page.getByRole('region', { name: 'Marking of this page' })
  await band.getByText('LIMITED').waitFor()
  expect(await band.innerText()).toContain('Above what is shared with you; your mandate opens it.')
  expect(await supervisor.page.locator('.ceiling').innerText()).toMatch(/^Shared with you up to\s+PUBLIC$/)
  await supervisor.page.goto('/directory')
  await band.getByText('PUBLIC').waitFor()
  expect(await band.innerText()).not.toContain('Above')

  const reader = await pages.open('sigrid-havnevik-ode', '/settings/record')
  const other = reader.page.getByRole('region', { name: 'Marking of this page' })
  await other.getByText('LIMITED').waitFor()
  expect(await other.innerText()).not.toContain('Above')
})
