import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { Content } from '#features/warnings/content.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { axeFindings } from '../browser.ts'
import { at, looksOf, screens, take } from './looks.ts'
import { settled, usePages, visit } from '../pages.ts'
import { cutOff, hiddenInForcedColours } from '../reach.ts'
import { useWorld } from '../world.ts'

/** Every screen in every state it can be in, for readers who zoom, force their colours, use touch or have no mouse. */
const world = useWorld({ worked: true })
const { open } = usePages(world)
const story = 'Since Monday four lorries with tiles were stopped with a false wall behind the pallets.'

// A warning with much on its page, addressed to Croatia, and a draft of Greece's; of the demonstration's own an alert and a
// list of Greece, a hit, a passenger and their flight in Riga.
beforeAll(async () => {
  const bureau = (await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })).alerts
  at.alert = (await bureau.due()).reviews[0]?.id ?? ''
  at.list = (await bureau.lists()).find(({ mine, kind }) => mine && kind === 'return-decision')?.id ?? ''
  const desk = await world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })
  at.hit = (await desk.hits.list({})).items.find(({ mine }) => mine)?.id ?? ''
  const [first] = await desk.passengers.queue({})
  at.passenger = first?.id ?? ''
  at.flight = first?.flight ?? ''
  const greece = await world.as('eleni-markopoulou-varda')
  const content = Content.parse({
    summary: story,
    triggers: ['method-change'],
    when: '2026-11-16',
    place: { country: 'GRC', name: 'Igoumenitsa' },
    grading: { reliability: 'B', credibility: '2' },
    legs: [
      { role: 'origin', country: 'AFG', stated: true },
      { role: 'entry', country: 'GRC' },
    ],
    persons: { total: 12, citizenships: [{ country: 'AFG', number: 12 }], minors: 3 },
  })
  const handling = { marking: 'LIMITED' as const, audience: ['state:HR'] }
  const made = await greece.warnings.draft({ content, handling })
  await greece.warnings.issue({ id: made.id, revision: made.revision })
  at.full = made.id
  const kept = await greece.warnings.draft({
    content: { ...content, summary: `${story} One driver, Rade Ilmović, born 04.05.1988, was paid.` },
    handling,
  })
  at.draft = kept.id
})

/** A window of a person who has already said what personal data is needed for. */
const enter = async (
  persona: string | null,
  purpose: Purpose | null,
  path: string,
  options: Parameters<typeof open>[2],
): Promise<Page> => {
  const said = persona && purpose && `${(await world.actor(persona)).mandate} ${purpose}`
  const { page } = await open(persona, path, {
    ...options,
    ...(said && { storage: { 'iconet-purpose': said } }),
  })
  await settled(page)
  return page
}

/** The share of the window that stays covered while one scrolls. */
const taken = (page: Page): Promise<number> =>
  page.evaluate(() => {
    scrollTo(0, 400)
    const fixed = [...document.querySelectorAll('body *')].filter(element =>
      /sticky|fixed/.test(getComputedStyle(element).position),
    )
    const covered = fixed
      .map(element => element.getBoundingClientRect())
      .filter(({ width, top, bottom }) => width > 100 && bottom > 0 && top < innerHeight)
      .reduce((sum, { top, bottom }) => sum + Math.min(bottom, innerHeight) - Math.max(0, top), 0)
    return covered / innerHeight
  })

test.each(looksOf(world).map(([persona, ...rest]) => [persona ?? 'nobody', persona, ...rest] as const))(
  'axe finds nothing in any state, light and dark: %s',
  async (_, persona, purpose, ...pages) => {
    const page = await enter(persona, purpose, pages[0]?.[0]() ?? '/', { reducedMotion: 'reduce' })
    const found: string[] = []
    for (const [index, [path, ...reached]] of pages.entries()) {
      // What lay open on the page before goes with it.
      if (index > 0) await visit(page, path())
      for (const [name, ...steps] of reached) {
        await settled(page)
        await take(page, steps)
        // What lies under a dialog is out of reach, and was looked at before it opened.
        const within =
          (await page.getByRole('dialog').count()) > 0 ? '[role=dialog], dialog[open]' : undefined
        for (const finding of await axeFindings(page, undefined, within))
          found.push(`${path()} ${name}: ${finding}`)
        // The parts themselves stand in the gallery in both; here it is each page, once.
        if (name !== reached[0]?.[0]) continue
        await page.emulateMedia({ colorScheme: 'dark' })
        for (const finding of await axeFindings(page, ['color-contrast']))
          found.push(`${path()} ${name}, dark: ${finding}`)
        await page.emulateMedia({ colorScheme: 'light' })
      }
    }
    expect(found).toEqual([])
  },
)

test.each(screens.map(([persona, ...rest]) => [persona ?? 'nobody', persona, ...rest] as const))(
  'at 400 per cent, in German with its long words, no word is cut; with forced colours edges, signs and places are seen: %s',
  async (_, persona, purpose, ...paths) => {
    const found: string[] = []
    // A window of 1280 by 1024 at 400 per cent, and a common one.
    const small = { width: 320, height: 256 }
    const wide = { width: 1440, height: 1000 }
    const page = await enter(persona, purpose, paths[0]?.() ?? '/', { viewport: small, locale: 'de-DE' })
    for (const path of paths) {
      await visit(page, path())
      for (const cut of await cutOff(page)) found.push(`${path()}: ${cut}`)
      const kept = await taken(page)
      if (kept > 0.4)
        found.push(`${path()}: ${Math.round(kept * 100)} % of the window is taken by what stays`)
      await page.setViewportSize(wide)
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
      for (const lost of await hiddenInForcedColours(page)) found.push(`${path()}: ${lost}`)
      await page.emulateMedia({ forcedColors: null, colorScheme: 'light' })
      await page.setViewportSize(small)
    }
    expect(found).toEqual([])
  },
)

test('what these look for is found where it is planted', async () => {
  const page = await enter('eleni-markopoulou-varda', null, '/', { viewport: { width: 320, height: 256 } })
  // A word in a box too narrow for it, and one beside the page.
  await page.evaluate(() => {
    const h1 = document.querySelector('h1')
    if (h1) Object.assign(h1.style, { width: '20px', overflow: 'hidden', whiteSpace: 'nowrap' })
    const other = document.querySelector<HTMLElement>('main p')
    if (other) Object.assign(other.style, { marginLeft: '400px' })
  })
  expect((await cutOff(page)).map(cut => cut.split(' ')[0])).toEqual(
    expect.arrayContaining(['cut:', 'outside:']),
  )
  // A button without its edge, and every sign in the colour of the page.
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>('.button, svg *'))
      Object.assign(element.style, {
        forcedColorAdjust: 'none',
        border: '0',
        fill: 'Canvas',
        stroke: 'Canvas',
      })
  })
  expect((await hiddenInForcedColours(page)).map(lost => lost.split(':')[0])).toContain('not drawn')
})

test('two fingers zoom the map under them and not the page; one finger scrolls the page past it', async () => {
  const { context, page } = await open('vesna-kraljic-dorn', '/situation', {
    viewport: { width: 412, height: 900 },
    hasTouch: true,
    isMobile: true,
  })
  await page.locator('.map-land').first().waitFor()
  const map = page.locator('.map')
  await map.scrollIntoViewIfNeeded()
  const box = await map.boundingBox()
  if (!box) throw new Error('There is no map.')
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]
  const devtools = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
    })
  const scale = async () =>
    Number(
      /scale\(([\d.]+)\)/.exec((await page.locator('.map > g').first().getAttribute('transform')) ?? '')?.[1],
    )
  const spread = async (from: number, to: number) => {
    await touch('touchStart', [x - from, y], [x + from, y])
    for (let step = 1; step <= 10; step += 1) {
      const at = from + ((to - from) * step) / 10
      await touch('touchMove', [x - at, y], [x + at, y])
    }
    await touch('touchEnd')
  }
  expect(await scale()).toBe(1)
  await spread(20, 100)
  // The fingers went five times as far apart.
  await expect.poll(scale).toBeGreaterThan(3)
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
  await spread(120, 20)
  await expect.poll(scale).toBe(1)

  const before = await page.evaluate(() => scrollY)
  await touch('touchStart', [x, y])
  for (let step = 1; step <= 10; step += 1) await touch('touchMove', [x, y - step * 12])
  await touch('touchEnd')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 60)
})

test('without a mouse: from the first screen to a warning sent, seeing at every step where one is', async () => {
  const { page, complaints } = await open('eleni-markopoulou-varda', '/')
  const here = () =>
    page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return { name: '', ring: false }
      const label = (element as HTMLInputElement).labels?.[0]?.textContent
      const box = element.getBoundingClientRect()
      const seen = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20))
      return {
        name: `${label ?? ''} ${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`.trim(),
        ring: getComputedStyle(element).outlineStyle !== 'none',
        covered: !(
          seen &&
          (element.contains(seen) || seen.contains(element) || label?.includes(seen.textContent ?? '–'))
        ),
      }
    })
  const tabTo = async (wanted: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      const { name, ring, covered } = await here()
      expect(ring, `the focus is not seen on “${name.slice(0, 40)}”`).toBe(true)
      expect(covered, `“${name.slice(0, 40)}” has the focus and is covered`).toBe(false)
      if (wanted.test(name)) return
    }
    throw new Error(`Sixty presses of Tab do not reach ${wanted}`)
  }
  await page.keyboard.press('n')
  await page.getByRole('heading', { level: 1, name: 'New warning' }).waitFor()
  await tabTo(/Method has changed/)
  await page.keyboard.press('Space')
  await tabTo(/What happened/)
  await page.keyboard.type('Taxis bring groups to one forest track.')
  await tabTo(/^Country/)
  await page.keyboard.type('Greece')
  await tabTo(/^Place/)
  await page.keyboard.type('Kastanies')
  await tabTo(/Today/)
  await page.keyboard.press('Enter')
  await tabTo(/Routine|Priority/)
  await page.keyboard.press('ArrowRight')
  await tabTo(/Everyone in the network/)
  await page.keyboard.press('Enter')
  await page.getByText('Ready to send').waitFor()
  await tabTo(/Check and send/)
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Send to/ })
    .waitFor()
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/^EWS-EL-2026-\d{4}$/)
    .first()
    .waitFor()
  expect(complaints).toEqual([])
})

test('an officer says on the first screen what for, reads there what waits first, and goes to it by one key', async () => {
  const { page, complaints } = await open('kristaps-vitolnieks-hale', '/')
  await page.getByRole('button', { name: 'State a purpose' }).waitFor()
  // What was not counted is not said to be in time.
  expect(await page.getByText('Nothing is late.').count()).toBe(0)
  await page.getByRole('button', { name: 'State a purpose' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('radio', { name: 'Border check' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/First at the desk: \d+ (hits|passengers) .*, (in|late by) /).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('r')
  await page.getByRole('heading', { level: 1, name: /^(Hits|Review)$/ }).waitFor()
  expect(complaints).toEqual([])
})

test('switching the language in the middle of the full form loses nothing: ticks, choices, lists and words', async () => {
  const { page } = await open('eleni-markopoulou-varda', '/warnings/new')
  await page.getByLabel('Route has changed').click()
  await page.getByLabel(/What happened/).fill(story)
  await page.getByLabel('Country').selectOption('GRC')
  await page.getByLabel('Place', { exact: true }).fill('Kipoi')
  await page.getByRole('button', { name: 'Yesterday' }).click()
  await page.getByLabel(/Priority/).click()
  await page.getByPlaceholder(/Add a State/).fill('Spain')
  await page.locator('[role=listbox] [role=option]', { hasText: 'Spain' }).first().click()
  await page.getByRole('button', { name: 'Use the full form' }).click()
  await page.getByLabel('How it was done').fill('Behind a false wall.')
  const typed = () =>
    page.evaluate(() => ({
      values: [...document.querySelectorAll<HTMLInputElement>('form :is(input, textarea, select)')].map(
        field => (field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value),
      ),
      tags: document.querySelectorAll('form .tag').length,
    }))
  const before = await typed()
  expect(before.values).toEqual(expect.arrayContaining([true, story, 'GRC', 'Kipoi', 'Behind a false wall.']))
  for (const [label, language, heading] of [
    ['Language', 'fr', 'Nouvelle alerte'],
    ['Langue', 'de', 'Neue Warnung'],
    ['Sprache', 'en', 'New warning'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).selectOption(language)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    expect(await typed(), language).toEqual(before)
  }
})
