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
import { complaintsOf, contextOf, openBrowser } from './browser.ts'
import type { World } from './world.ts'

const root = resolve(import.meta.dirname, '..')

/** The built pages over a world, with its jobs at work, in a real browser under the real content security policy. */
export interface Pages {
  url: string
  browser: Browser
  /** One person's window on an address; `complaints` fills with script errors and breaches of the policy. */
  open: (
    persona: string | null,
    path: string,
    options?: Parameters<typeof contextOf>[3],
  ) => Promise<{ context: BrowserContext; page: Page; complaints: string[] }>
}

/**
 * Opens the pages before a file's first test and takes them away after its last.
 * @param options.host `localhost` where passkeys are used: they belong to a name, not to an address.
 */
export function usePages(world: World, { host = '127.0.0.1' } = {}): Pages {
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })
  const pages = {} as Pages
  let web: FastifyInstance
  let jobs: { stop(): Promise<void> }
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
    for (const context of pages.browser.contexts()) await context.close()
  })
  afterAll(async () => {
    await pages.browser?.close()
    await web?.close()
    await jobs?.stop()
  })
  return Object.assign(pages, {
    async open(persona: string | null, path: string, options: Parameters<typeof contextOf>[3] = {}) {
      const context = await contextOf(pages.browser, pages.url, persona, options)
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      const complaints = complaintsOf(page)
      await page.goto(path)
      await page.locator('h1').waitFor()
      return { context, page, complaints }
    },
  })
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
