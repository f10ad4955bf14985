import type { Page } from 'playwright-core'
import { contextOf, openBrowser } from '../test/browser.ts'
import { newFolder, removeFolder, startIconet, stopIconet } from '../test/process.ts'

const limit = 90

/**
 * What a person takes, in milliseconds, after Card, Moran and Newell's keystroke-level model (Communications of the ACM 23/7, 1980):
 * thinking before each question, moving the hand to the mouse or back, pointing, pressing; and a typist of 40 words a minute,
 * five characters a word. Reading the list of recipients before sending is added, since the form asks for it.
 */
const person = {
  think: 1350,
  hand: 400,
  point: 1100,
  press: 200,
  character: 60_000 / (40 * 5),
  readRecipients: 5000,
}

const story =
  'Lorries with tiles have a false wall behind the pallets. Four were stopped on the coast road since Monday, with 8 to 14 persons in each.'

/** Fills the quick form in a real browser at a person's speed, from the first screen until the server has taken it. */
export async function run(): Promise<void> {
  const data = await newFolder()
  const server = await startIconet(data)
  const browser = await openBrowser()
  try {
    const page = await (await contextOf(browser, server.url, 'silke-brandhorst-yeo')).newPage()
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
    const begun = performance.now()
    const spent: [string, number][] = []
    const part = async (name: string, act: () => Promise<unknown>) => {
      const before = performance.now()
      await page.waitForTimeout(person.think)
      await act()
      spent.push([name, performance.now() - before])
    }
    await part('opens the form', () => page.keyboard.press('n'))
    await part('1 what is new', () => point(page, page.getByLabel('Method has changed')))
    await part('2 what happened', () => write(page, page.getByLabel(/What happened/), story))
    await part('3 where', async () => {
      await write(page, page.getByLabel('Country'), 'tur')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Mersin, coast road', { delay: person.character })
    })
    await part('4 when', () => point(page, page.getByRole('button', { name: 'Today' })))
    await part('5 how urgent', () => point(page, page.getByLabel(/Priority/)))
    await part('6 how handled', () => point(page, page.getByLabel(/LIMITED/)))
    await part('  who is warned', () =>
      point(page, page.getByRole('button', { name: 'Everyone in the network' })),
    )
    await part('  checks and sends', async () => {
      await page.waitForTimeout(person.readRecipients)
      await page.keyboard.press('Control+Enter')
      await page.getByRole('button', { name: /^Send to/ }).waitFor()
      await page.waitForTimeout(person.think)
      await page.keyboard.press('Control+Enter')
      await page
        .getByText(/^EWS-DE-2026-\d{4}$/)
        .first()
        .waitFor()
    })
    const seconds = (performance.now() - begun) / 1000
    for (const [name, ms] of spent) console.log(`${name.padEnd(20)} ${(ms / 1000).toFixed(1).padStart(6)} s`)
    console.log(
      `\nA warning of ${story.length} characters, from “My work” to its number: ${seconds.toFixed(1)} s (limit ${limit} s: ${seconds <= limit ? 'kept' : 'EXCEEDED'})`,
    )
  } finally {
    await browser.close()
    await stopIconet(server)
    await removeFolder(data)
  }
}

type Target = ReturnType<Page['locator']>

/** Hand to the mouse, pointing, a press. */
async function point(page: Page, target: Target): Promise<void> {
  await page.waitForTimeout(person.hand + person.point + person.press)
  await target.click()
}

/** Points at a field, takes the hand back to the keys and types. */
async function write(page: Page, target: Target, text: string): Promise<void> {
  await page.waitForTimeout(person.hand + person.point)
  await target.focus()
  await page.waitForTimeout(person.hand)
  await page.keyboard.type(text, { delay: person.character })
}
