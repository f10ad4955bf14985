import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

/** The components in a real browser, under the policy the server sets: no axe finding, no violation, keyboard alone. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}
// A browser beside other work on a small machine is slow; a promise broken fails at once all the same.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const root = resolve(import.meta.dirname, '../..')
let folder: string
let server: Server
let browser: Browser
let base: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iconet-gallery-'))
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, 'src/ui/gallery.html') },
    },
  })
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const file = path.startsWith('/assets/') ? path : '/src/ui/gallery.html'
    readFile(join(folder, file)).then(
      body => {
        response.writeHead(200, { 'content-type': types[extname(file)], 'content-security-policy': policy })
        return response.end(body)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

let faults: string[] = []
const open = async (
  at: string,
  options: { width?: number; dark?: boolean; context?: BrowserContext } = {},
): Promise<Page> => {
  const context =
    options.context ??
    (await browser.newContext({
      viewport: { width: options.width ?? 1280, height: 900 },
      colorScheme: options.dark ? 'dark' : 'light',
      timezoneId: 'Europe/Zagreb',
    }))
  const page = await context.newPage()
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', error => faults.push(error.message))
  faults = []
  await page.goto(`${base}/#${at}`)
  await page.locator('h1').waitFor()
  return page
}
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const axe = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page)
  const expression = `${await readFile(axePath, 'utf8')};axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => JSON.stringify(violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | '))))`
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  return JSON.parse(String(result.value)) as string[]
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

describe('every component on the gallery', () => {
  for (const [name, options] of [
    ['light', {}],
    ['dark', { dark: true }],
    ['320 px wide', { width: 320 }],
  ] as const)
    test(`axe finds nothing, ${name}, and nothing breaks the content security policy`, async () => {
      const pages =
        name === 'light'
          ? ['/work', '/warnings', '/situation', '/nothing', '/fault']
          : ['/work', '/warnings', '/situation']
      for (const at of pages) {
        const page = await open(at, options)
        if (at === '/situation') await page.locator('.map-area').first().waitFor()
        // Tall, so that the bar that stays in sight covers no control while it is measured.
        await page.setViewportSize({
          width: options && 'width' in options ? options.width : 1280,
          height: 2600,
        })
        expect(await axe(page), at).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide, `${at} scrolls sideways`).toBeLessThanOrEqual(0)
        expect(faults, at).toEqual([])
        await page.context().close()
      }
    })

  test('palette, key help and a navigation need no mouse, and the focus is where one reads on', async () => {
    const page = await open('/work')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or go to' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.type('yachts')
    await page.getByRole('option', { name: /Sailing yachts/ }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('/')
    await page.keyboard.type('new warn')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'New warning' }).waitFor()
    await expect.poll(() => focused(page)).toBe('New warning')
    expect(await page.title()).toBe('New warning – ICONet')
    expect(await page.locator('.band').textContent()).toMatch(/^LIMITED/)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys on this page' })
    await help.waitFor()
    expect(await help.textContent()).toContain('send')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('New warning')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a form is filled, refused, mended and sent by keyboard alone, and keeps what was typed', async () => {
    const page = await open('/warnings')
    await page.locator('h1').focus()
    await page.keyboard.press('Control+Enter')
    const summary = page.locator('.error-summary')
    await expect.poll(() => focused(page)).toContain('Not sent yet: 6 things to mend')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    for (let tab = 0; tab < 2; tab += 1) await page.keyboard.press('Tab')
    await page.keyboard.type('One driver, Rade Ilmovic, born 04.05.1988, said so. ')
    await expect.poll(() => page.locator('.grow mark').textContent()).toBe('Rade Ilmovic, born 04.05.1988')
    await page.locator('textarea').fill('One driver said the wall is built in a yard. fault')
    await page.keyboard.press('Tab')
    await page.keyboard.type('germ')
    await page.getByRole('option', { name: 'DE Germany' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.keyboard.type('EL,')
    expect(await page.locator('.tag').allTextContents()).toEqual(['DE Germany', 'EL Greece'])
    await page.keyboard.press('Escape')
    await page.getByLabel(/When/).fill('2026-11-16')
    await page.getByRole('radio', { name: /Priority/ }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('radio', { name: /LIMITED/ }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => summary.textContent()).toContain('The fault is ours')
    await page.locator('textarea').fill('One driver said the wall is built in a yard. conflict')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => summary.textContent()).toContain('The day is after today.')
    expect(await page.locator('.field-error').textContent()).toContain('Did you mean yesterday?')
    await page.selectOption('#language', 'de')
    await page.getByText('Noch nicht gesendet').waitFor()
    expect(await page.locator('textarea').inputValue()).toContain('conflict')
    await page.locator('textarea').fill('One driver said the wall is built in a yard.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: /Send this warning/ }).waitFor()
    expect(await axe(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a draft survives a reload, and is not readable on the disk', async () => {
    const page = await open('/warnings')
    await page.locator('textarea').fill('Lorries with a false wall behind pallets of tiles')
    await page.getByText(/Draft saved/).waitFor()
    const stored = await page.evaluate(
      () =>
        new Promise<string>(done => {
          const request = indexedDB.open('iconet-drafts')
          request.onsuccess = () => {
            const all = request.result.transaction('drafts').objectStore('drafts').getAll()
            all.onsuccess = () => {
              const [{ data }] = all.result as [{ data: ArrayBuffer }]
              done(new TextDecoder().decode(data))
            }
          }
        }),
    )
    expect(stored.length).toBeGreaterThan(20)
    expect(stored).not.toContain('false wall')
    await page.reload()
    await expect.poll(() => page.locator('textarea').inputValue()).toContain('false wall')
    await page.context().close()
  })

  test('where a table is a list of facts, the heads are seen while somebody sorts by keyboard', async () => {
    const page = await open('/work', { width: 320 })
    const head = page.locator('.table-stack thead button').first()
    const shown = () =>
      head.evaluate(button => button.checkVisibility() && button.closest('thead')?.clientHeight)
    expect(await shown()).toBeLessThan(2)
    await head.focus()
    expect(await shown()).toBeGreaterThan(20)
    await page.keyboard.press('Enter')
    expect(await page.locator('.table-stack th[aria-sort="ascending"]').count()).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })

  test('ten thousand rows are moved in, sorted and filtered by keyboard without a stutter', async () => {
    const page = await open('/work')
    await page.getByRole('button', { name: 'Ten thousand' }).press('Enter')
    await page.getByText('10\u202f000 rows').waitFor()
    expect(await page.locator('tbody tr').count()).toBeLessThan(80)
    for (let row = 0; row < 30; row += 1) await page.keyboard.press('j')
    await expect.poll(() => focused(page)).toMatch(/Invented entry/)
    await page.keyboard.press('End')
    await expect.poll(() => page.locator('tr[data-current]').getAttribute('data-index')).toBe('9999')
    await expect.poll(() => focused(page)).toBe('Invented entry 2081 about a route')
    // What a frame costs the page itself, in time of its own processor: other work on the machine does not count.
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    const spent = async (): Promise<number> => {
      const { metrics } = await devtools.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
    }
    const frames: number[] = []
    for (let step = 0, before = await spent(); step < 60; step += 1) {
      await page.evaluate(
        async by => {
          scrollBy(0, by)
          // The second begins once the first is painted.
          await new Promise(requestAnimationFrame)
          await new Promise(requestAnimationFrame)
        },
        step % 2 ? -400 : 1300,
      )
      const now = await spent()
      frames.push(now - before)
      before = now
    }
    await devtools.detach()
    const long = frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.9)]
    // Nine frames of ten, in milliseconds; a frame takes eight or less.
    expect(long).toBeGreaterThan(0)
    expect(long).toBeLessThan(40)
    // Under a hand on the scroll bar the place is said; when the hand rests, its rows are there.
    const said = await page.evaluate(async () => {
      const label = document.querySelector('.passing')
      const heard = new Set<string>()
      for (let step = 0; step < 40; step += 1) {
        scrollTo(0, step * 4000)
        await new Promise(requestAnimationFrame)
        if (label instanceof HTMLElement && !label.hidden) heard.add(label.textContent)
      }
      return [...heard]
    })
    expect(said.length).toBeGreaterThan(5)
    for (const one of said) expect(one).toMatch(/ · [\d\u202f]+ \/ 10\u202f000$/)
    await page.locator('.passing').waitFor({ state: 'hidden' })
    await expect
      .poll(() => page.evaluate(() => document.elementFromPoint(600, 500)?.closest('tr[data-row]') !== null))
      .toBe(true)
    await page.getByRole('button', { name: 'Units' }).press('Enter')
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Units' }).getAttribute('aria-sort'))
      .toBe('ascending')
    await page.getByRole('searchbox').fill('entry 2081 ')
    await page.getByText(/^[2-8] of 10\u202f000 rows$/).waitFor()
    for (const row of await page.locator('tbody tr').allTextContents())
      expect(row.replaceAll('\u202f', '')).toContain('2081')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('the map is zoomed, moved and chosen in by keyboard, and the timeline by its lists', async () => {
    const page = await open('/situation')
    const first = page.getByRole('button', { name: /Off Zuwarah and Tripoli/ })
    await first.focus()
    expect(await page.locator('.map-note').textContent()).toContain('812 dead or missing')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#chosen-area').textContent()).toBe('Off Zuwarah and Tripoli')
    const view = () => page.locator('.map > g').first().getAttribute('transform')
    const before = await view()
    await page.keyboard.press('+')
    await page.keyboard.press('ArrowRight')
    await expect.poll(view).not.toBe(before)
    await page.keyboard.press('0')
    await expect.poll(view).toBe(before)
    await page.getByLabel('From').selectOption({ label: 'March 2020' })
    await expect
      .poll(() => page.locator('.timeline [role=status]').textContent())
      .toContain('March 2020 – December 2021')
    await page.getByRole('button', { name: 'All months' }).press('Enter')
    await expect.poll(() => page.locator('.timeline [role=status]').textContent()).toContain('January 2019')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a toast says its words without taking the focus, and stays until it is closed when something stopped', async () => {
    const page = await open('/work')
    const button = page.getByRole('button', { name: 'Toast' })
    await button.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Not sent' }).waitFor()
    expect(await focused(page)).toBe('Toast')
    expect(await axe(page)).toEqual([])
    await page.context().close()
  })
})
