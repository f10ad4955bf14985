import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { openBrowser } from '../test/browser.ts'

/** A frame of a screen that shows sixty a second, and what the eye takes for a stutter; both in milliseconds. */
const limits = { p95: 16.7, longest: 50 }
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/**
 * Scrolls a table of 10,000 rows in the real browser, as a wheel does, as a hand on the scroll bar does and as a held key does,
 * and prints the times between frames. A frame is late when the page was busy: 16.7 ms pass between two that are not.
 */
export async function run(): Promise<void> {
  const root = resolve(import.meta.dirname, '..')
  const folder = await mkdtemp(join(tmpdir(), 'iconet-table-'))
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
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const file = path.startsWith('/assets/') ? path : '/src/ui/gallery.html'
    readFile(join(folder, file)).then(
      body => response.writeHead(200, { 'content-type': types[extname(file)] }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/#/work`)
    await page.getByRole('button', { name: 'Ten thousand' }).press('Enter')
    await page.getByText('10\u202f000 rows').waitFor()
    await page.mouse.move(700, 600)
    console.log(
      `10 000 rows, 1440 × 1000; limits: p95 ${limits.p95} ms (one frame), longest ${limits.longest} ms\n`,
    )
    console.log('                         frames    p50    p95  longest   busy p95  longest')
    await tell(page, 'nothing, for comparison', () => page.waitForTimeout(3000))
    await tell(page, 'wheel, 4 800 px a second', async () => {
      for (let step = 0; step < 160; step += 1) {
        await page.mouse.wheel(0, 120)
        await page.waitForTimeout(20)
      }
    })
    await tell(page, 'scroll bar, whole table', () =>
      page.evaluate(async () => {
        const far = document.documentElement.scrollHeight - innerHeight
        for (let step = 0; step <= 240; step += 1) {
          scrollTo(0, (far * step) / 240)
          await new Promise(requestAnimationFrame)
        }
      }),
    )
    await page.evaluate(() => scrollTo(0, 0))
    await tell(page, 'j held, 30 rows a second', async () => {
      for (let step = 0; step < 90; step += 1) {
        await page.keyboard.press('j')
        await page.waitForTimeout(20)
      }
    })
  } finally {
    await browser.close()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Frames {
  /** Between two frames. */
  gaps: number[]
  /** What the page itself was busy in each: scripts, styles and layout. */
  busy: number[]
}

// Text, because the runner of TypeScript adds names of its own to functions, which the page does not know.
const count = `
  const seen = { gaps: [], busy: [], on: true }
  globalThis.seen = seen
  let last = performance.now()
  const next = start => {
    if (!seen.on) return
    seen.gaps.push(start - last)
    last = start
    // What a message posted now waits for is what the rest of the frame takes: scripts, styles, layout.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => seen.busy.push(performance.now() - start)
    port2.postMessage(null)
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)`

/** Counts frames while something is done, and prints them. */
async function tell(page: Page, name: string, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(count)
  await act()
  const { gaps, busy } = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Frames & { on: boolean } }
    seen.on = false
    return { gaps: seen.gaps.slice(2), busy: seen.busy.slice(2) }
  })
  const [p50, p95, longest] = [at(gaps, 0.5), at(gaps, 0.95), at(gaps, 1)]
  const kept = p95 <= limits.p95 + 0.2 && longest <= limits.longest
  console.log(
    `${name.padEnd(24)} ${String(gaps.length).padStart(6)} ${show(p50)} ${show(p95)}  ${show(longest)}    ${show(at(busy, 0.95))}  ${show(at(busy, 1))}   ${kept ? 'kept' : 'EXCEEDED'}`,
  )
}

const at = (values: number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
const show = (ms: number): string => ms.toFixed(1).padStart(6)
