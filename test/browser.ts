import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'

/** A real browser: $CHROMIUM, else the system's, else the one from npm. */
export async function openBrowser(): Promise<Browser> {
  const flags = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  const system = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find(path => path && existsSync(path))
  if (system) return chromium.launch({ executablePath: system, args: flags })
  const { default: packed } = await import('@sparticuz/chromium')
  // Its libraries are packed for another system; they are unpacked beside it and found there.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...flags] })
}

/** A browser of one person: its own cookies and storage, signed in as a persona of the demonstration. */
export async function contextOf(
  browser: Browser,
  url: string,
  persona: string | null,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Zagreb',
    viewport: { width: 1440, height: 1000 },
    ...options,
  })
  if (persona !== null) await signInAs(context, persona)
  return context
}

/** Signs a person of the demonstration in, before any page is loaded. */
export async function signInAs(context: BrowserContext, persona: string): Promise<void> {
  const answer = await context.request.post('/api/demo/sign-in', { data: { persona } })
  if (!answer.ok()) throw new Error(`Sign-in as ${persona} failed: ${await answer.text()}`)
}

/** What went wrong on a page without showing: script errors and breaches of the content security policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text())
  })
  return complaints
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where axe stands beside a page: read once a document, since reading it takes longer than some pages. */
const beside = new WeakMap<Page, { session: CDPSession; contextId: number }>()

async function withAxe(page: Page): Promise<{ session: CDPSession; contextId: number }> {
  const known = beside.get(page)
  const stands = await known?.session
    .send('Runtime.evaluate', { expression: 'typeof axe', contextId: known.contextId, returnByValue: true })
    .then(({ result }) => result.value === 'object')
    .catch(() => false)
  if (known && stands) return known
  const session = known?.session ?? (await page.context().newCDPSession(page))
  // Beside the page's own policy, as an extension would: the policy forbids scripts from elsewhere.
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  })
  await session.send('Runtime.evaluate', { expression: await axe, contextId })
  beside.set(page, { session, contextId })
  return { session, contextId }
}

/**
 * What axe finds on the page as it stands (WCAG 2.2 A and AA, best practice), one line each.
 * @param rules only these, for example `color-contrast` after nothing but the colours has changed.
 * @param within only what this selector finds first, such as a dialog over a page that was looked at before.
 */
export async function axeFindings(page: Page, rules?: readonly string[], within?: string): Promise<string[]> {
  const { session, contextId } = await withAxe(page)
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(${within ? `document.querySelector(${JSON.stringify(within)})` : 'document'}, ${JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })}).then(r => JSON.stringify(r.violations.flatMap(v =>
      v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' — ' + v.help))))`,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  })
  return JSON.parse(String(result.value)) as string[]
}
