import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeFindings, complaintsOf } from '../browser.ts'
import { usePages } from '../pages.ts'
import { useWorld } from '../world.ts'

/** The screen in a real browser, over the real interface and the real open data. */
const world = useWorld()
const pages = usePages(world)

beforeAll(async () => {
  const analyst = await world.as('annelies-verbrugghen-kai')
  await analyst.situation.import({ source: 'iom-missing-migrants' })
  await analyst.situation.import({ source: 'frontex-detections' })
})

const numbers = (text: string | null): number[] =>
  [...(text ?? '').matchAll(/\d[\d\u202f]*/g)].map(([found]) => Number(found.replaceAll('\u202f', '')))

async function open(...[persona, path, options]: Parameters<typeof pages.open>): Promise<Page> {
  const { page, complaints } = await pages.open(persona, path, options)
  await page.waitForSelector('#situation-list tfoot tr')
  expect(complaints).toEqual([])
  return page
}

/** Map, timeline and list as the reader sees them. */
async function figures(page: Page) {
  const map = numbers(await page.textContent('#situation-map .caption'))
  const [, timeline = 0] = numbers(await page.textContent('.timeline-tools [role=status]')).slice(-2)
  const rows = await page.locator('#situation-list tfoot tr').allTextContents()
  const cells = await page.locator('#situation-list tfoot tr td').allTextContents()
  const list = cells.map(cell => numbers(cell)[0] ?? Number.NaN)
  return { map, timeline, rows: rows.length, drawn: list.slice(0, 2), persons: list.at(-1) }
}

test('map, timeline and list show one total, with the source and its date beside them', async () => {
  const page = await open('ivana-perkovic-lund', '/situation?routes=CMED.EMED.WMED.WAFR')
  const complaints = complaintsOf(page)
  const shown = await figures(page)
  expect(shown.persons).toBe(3231)
  expect(shown.timeline).toBe(3231)
  expect(shown.map.slice(0, 2)).toEqual(shown.drawn)
  const text = (await page.textContent('main')) ?? ''
  expect(text).toContain('26 incidents (277 persons) whose coordinates contradict')
  expect(text).toMatch(/International Organization for Migration.*4.Jun.2025.*CC BY 4\.0/)
  expect(text).toContain('Detections are not persons')
  expect(await axeFindings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('the months play, and all three follow each step', async () => {
  const page = await open('ivana-perkovic-lund', '/situation')
  await page.getByRole('button', { name: 'Play by month' }).click()
  await page.waitForURL(/part=2021-03/)
  await page.getByRole('button', { name: 'Stop' }).click()
  const month = new URL(page.url()).searchParams.get('part')?.slice(0, 7) ?? ''
  const name = new Date(`${month}-01`).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' })
  await page.getByRole('heading', { level: 1, name: new RegExp(`${name} 2021`) }).waitFor()
  const shown = await figures(page)
  expect(shown.persons).toBe(shown.timeline)
  expect(shown.map.slice(0, 2)).toEqual(shown.drawn)
  await page.getByRole('button', { name: 'All months' }).click()
  await page.getByRole('heading', { level: 1, name: /Europe, 2021$/ }).waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('a filter stands in the address: a colleague who opens the link sees the same, and Back undoes it', async () => {
  const page = await open('ivana-perkovic-lund', '/situation')
  const before = await figures(page)
  await page.getByLabel('Cause of death').selectOption('violence')
  await page.waitForURL(/causes=violence/)
  await expect.poll(async () => (await figures(page)).persons).not.toBe(before.persons)
  const chosen = await figures(page)
  const colleague = await open(
    'yannis-petrakis-orfeo',
    new URL(page.url()).pathname + new URL(page.url()).search,
  )
  expect(await figures(colleague)).toEqual(chosen)
  await page.goBack()
  await expect.poll(async () => (await figures(page)).persons).toBe(before.persons)
})

test('by keyboard alone the list is changed to what is not drawn, and each row says why', async () => {
  const page = await open('ivana-perkovic-lund', '/situation')
  await page.keyboard.press('l')
  await page.getByRole('tab', { name: 'Areas' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/list=doubtful/)
  await page.getByText('The point is').first().waitFor()
  expect(await page.getByText(/The point is [\d\u202f]+ km from/).count()).toBe(26)
  expect(await axeFindings(page)).toEqual([])
})

test('it works at 320 pixels, in the dark, in French and in German', async () => {
  for (const [locale, heading] of [
    ['fr-FR', /^Situation : Vers l’Europe/],
    ['de-DE', /^Lage: Nach und in Europa/],
  ] as const) {
    const page = await open('ivana-perkovic-lund', '/situation', {
      locale,
      colorScheme: 'dark',
      viewport: { width: 320, height: 800 },
    })
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beyond, locale).toBe(0)
    expect(await axeFindings(page), locale).toEqual([])
  }
})
