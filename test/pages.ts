import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { performJob } from '#app/network.ts'
import { workJobs } from '#kit/jobs.ts'
import { openTestWeb } from './browser-calls.ts'
import { complaintsOf, contextOf, openBrowser, signInAs } from './browser.ts'
import type { World } from './world.ts'

const root = resolve(import.meta.dirname, '..')

type Options = NonNullable<Parameters<typeof contextOf>[3]>

/** The built pages over a world, with its jobs at work, in a real browser under the real content security policy. */
export interface Pages {
  url: string
  browser: Browser
  /**
   * One person's window on an address; `complaints` fills with script errors and breaches of the policy.
   * @param options.storage what the window's session storage holds before anything is loaded.
   */
  open: (
    persona: string | null,
    path: string,
    options?: Options & { storage?: Record<string, string> },
  ) => Promise<{ context: BrowserContext; page: Page; complaints: string[] }>
}

/** A window of the browser, and with which options it was opened. */
interface Window {
  page: Page
  options: Options
  kind: string
}

const wide = { width: 1440, height: 1000 }

/**
 * Opens the pages before a file's first test and takes them away after its last.
 * @param options.host `localhost` where passkeys are used: they belong to a name, not to an address.
 */
export function usePages(world: World, { host = '127.0.0.1' } = {}): Pages {
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })
  const pages = {} as Pages
  let web: FastifyInstance
  let jobs: { stop(): Promise<void> }
  // A new window costs three times what going on in an old one does, so those that a test leaves are emptied and used again.
  const used: Window[] = []
  const free: Window[] = []
  beforeAll(async () => {
    const client = await builtPages()
    const { ground } = world
    web = await openTestWeb(world, client)
    await web.listen({ host: '127.0.0.1', port: 0 })
    const { port } = web.server.address() as AddressInfo
    ground.config = { ...ground.config, port }
    jobs = await workJobs(ground.db.pool, ground.log, job => performJob(ground, job))
    Object.assign(pages, { url: `http://${host}:${port}`, browser: await openBrowser() })
  })
  afterEach(async () => {
    const kept = await Promise.all(used.splice(0).map(async each => ((await emptied(each)) ? [each] : [])))
    free.push(...kept.flat())
    const contexts = new Set(free.map(({ page }) => page.context()))
    for (const context of pages.browser.contexts()) if (!contexts.has(context)) await context.close()
  })
  afterAll(async () => {
    await pages.browser?.close()
    await web?.close()
    await jobs?.stop()
  })
  return Object.assign(pages, {
    async open(
      persona: string | null,
      path: string,
      { storage, viewport, ...options }: Parameters<Pages['open']>[2] = {},
    ) {
      const kind = JSON.stringify(options)
      const index = free.findIndex(each => each.kind === kind)
      const [kept] = index < 0 ? [] : free.splice(index, 1)
      const page = kept?.page ?? (await (await contextOf(pages.browser, pages.url, null, options)).newPage())
      used.push({ page, options, kind })
      page.setDefaultTimeout(30_000)
      const context = page.context()
      if (persona !== null) await signInAs(context, persona)
      await page.setViewportSize(viewport ?? wide)
      const complaints = complaintsOf(page)
      if (storage) {
        await page.goto(empty)
        await page.evaluate(held => Object.assign(sessionStorage, held), storage)
      }
      await page.goto(path)
      await page.locator('h1').waitFor()
      return { context, page, complaints }
    },
  })
}

/** Answers on the origin of the pages, and loads none of them. */
const empty = '/health'

/** Leaves nothing in a window of who used it; false where it cannot be used again. */
async function emptied({ page, options }: Window): Promise<boolean> {
  const context = page.context()
  try {
    for (const event of ['pageerror', 'console'] as const) page.removeAllListeners(event)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await context.setOffline(false)
    await page.goto(empty)
    await page.emulateMedia({
      colorScheme: options.colorScheme ?? 'light',
      forcedColors: options.forcedColors ?? 'none',
      reducedMotion: options.reducedMotion ?? 'no-preference',
    })
    await page.evaluate(() => sessionStorage.clear())
    const devtools = await context.newCDPSession(page)
    const { origin } = new URL(page.url())
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    await devtools.detach()
    await context.clearCookies()
    return context.pages().length === 1
  } catch {
    // Closed by its test, for example.
    return false
  }
}

/** Waits until what the page asks for has come. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
}

/** Goes to another page as a link of the app does: nothing is loaded anew, unless it is the same page with another question. */
export async function visit(page: Page, path: string): Promise<void> {
  const here = new URL(page.url())
  const there = new URL(path, here)
  if (here.pathname === there.pathname) {
    if (here.href !== there.href) await page.goto(path)
  } else {
    await page.evaluate(href => {
      document.querySelector('h1')?.setAttribute('data-left', '')
      history.pushState({}, '', href)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, path)
    await page.waitForFunction(() => document.querySelector('h1:not([data-left])'))
  }
  await settled(page)
}

/** Builds the pages once for all files of a run: the first that asks builds, the others wait for it. */
async function builtPages(): Promise<string> {
  const folder = join(tmpdir(), `iconet-pages-${process.ppid}`)
  const done = join(folder, 'done')
  try {
    await mkdir(folder)
  } catch {
    for (let waited = 0; waited < 120_000 && !existsSync(done); waited += 100)
      await new Promise(go => setTimeout(go, 100))
    return join(folder, 'web')
  }
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: join(folder, 'web'), emptyOutDir: true },
    })
    await mkdir(done)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return join(folder, 'web')
}
