import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { Content } from '#features/warnings/content.ts'
import { usePages } from '../pages.ts'
import { useWorld } from '../world.ts'

/** Early warnings in a real browser, on the real server and database, under the real content security policy. */
const world = useWorld()
const { open } = usePages(world)

const story = 'Since Monday four lorries with tiles were stopped with a false wall behind the pallets.'

/** Answers the short form as a person would, and counts what it takes: clicks and fields typed into. */
const answerAll = async (page: Page, text: string): Promise<number> => {
  let acts = 0
  const click = async (locator: ReturnType<Page['locator']>) => {
    acts += 1
    await locator.click()
  }
  await click(page.getByLabel('Method has changed'))
  await click(page.getByLabel(/What happened/))
  await page.getByLabel(/What happened/).fill(text)
  acts += 1
  await page.getByLabel('Country').selectOption('HRV')
  await click(page.getByRole('button', { name: 'Today' }))
  await click(page.getByLabel(/Priority/))
  await click(page.getByRole('button', { name: 'Everyone in the network' }).first())
  return acts
}

/** A warning issued by Greece, for the tests that begin later. */
const issued = async (change: Partial<Content> = {}, audience = ['all']) => {
  const greece = await world.as('eleni-markopoulou-varda')
  const content = Content.parse({
    summary: story,
    triggers: ['method-change'],
    when: '2026-11-16',
    place: { country: 'GRC', name: 'Igoumenitsa' },
    ...change,
  })
  const draft = await greece.warnings.draft({ content, handling: { marking: 'LIMITED', audience } })
  return greece.warnings.issue({ id: draft.id, revision: draft.revision })
}

test('an officer warns others in at most twelve acts; they see it without reloading, answer by keyboard, and the officer sees that', async () => {
  const there = await open('giulia-ferrante-moss', '/')
  const search = there.page.getByRole('button', { name: /Search or go to/ })
  await search.focus()
  const { page, complaints } = await open('eleni-markopoulou-varda', '/')
  await page.keyboard.press('n')
  await page.getByLabel(/What happened/).waitFor()
  const acts = await answerAll(page, story)
  await page.getByText('Ready to send').waitFor()
  await page.keyboard.press('Control+Enter')
  const send = page.getByRole('button', { name: /Send to \d+ units of \d+ States/ })
  await send.waitFor()
  await page.keyboard.press('Control+Enter')
  const sent = Date.now()
  // Two more keys: check and send, then the confirmation.
  expect(acts + 3).toBeLessThanOrEqual(12)

  const toast = there.page.locator('.toast', { hasText: 'has arrived' })
  await toast.waitFor()
  expect(Date.now() - sent).toBeLessThan(10_000)
  expect(await search.evaluate(element => element === document.activeElement)).toBe(true)
  await there.page.getByRole('link', { name: story }).waitFor()

  await page
    .getByText(/^EWS-EL-2026-\d{4}$/)
    .first()
    .waitFor()
  await toast.getByRole('button', { name: 'Read' }).click()
  await there.page.getByRole('heading', { name: story }).waitFor()
  await page.getByText('Opened by Giulia Ferrante-Moss').waitFor()

  await there.page.keyboard.press('a')
  await there.page.keyboard.press('Space')
  await there.page.getByLabel(/What are you doing/).fill('Checks at the ferry ports from tonight.')
  await there.page.keyboard.press('Control+Enter')
  await there.page.locator('.answer').getByText('Acting').waitFor()
  await page.getByText('“Checks at the ferry ports from tonight.”').waitFor()
  expect([...complaints, ...there.complaints]).toEqual([])
})

test('words that point to a person stop the sending, are shown where they stand, and one press takes them out', async () => {
  const { page } = await open('eleni-markopoulou-varda', '/warnings/new')
  await answerAll(page, `${story} One driver, Rade Ilmović, born 04.05.1988, was paid.`)
  await page.getByText('One stop: personal data').waitFor()
  expect(await page.locator('.grow mark').first().textContent()).toContain('Rade Ilmović')
  await page.keyboard.press('Control+Enter')
  const summary = page.getByRole('alert').filter({ hasText: 'Not sent yet' })
  await summary.waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await summary.getByRole('link').click()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  await page.getByRole('button', { name: 'Leave out the words' }).click()
  await page.getByText('No personal data found').waitFor()
  expect(await page.getByLabel(/What happened/).inputValue()).not.toContain('Ilmović')
})

test('the line drops in the middle of writing: what is typed is kept, shown as kept, put back after a reload, and sent once', async () => {
  const { context, page } = await open('yannis-petrakis-orfeo', '/warnings/new')
  const text =
    'Inflatable boats leave two beaches at once, so that patrols must choose. The second leaves an hour later.'
  await page.getByLabel(/What happened/).fill('Inflatable boats leave two beaches')
  await page.getByText(/here and on the server/).waitFor()
  await context.setOffline(true)
  await page.getByLabel(/What happened/).fill(text)
  await page.getByText(/Waiting for the line; saved \d\d:\d\d UTC on this device/).waitFor()
  const address = page.url()
  await page.reload().catch(() => undefined)
  await context.setOffline(false)
  await page.goto(address)
  await expect.poll(() => page.getByLabel(/What happened/).inputValue()).toBe(text)
  await page.getByText(/here and on the server/).waitFor()

  await page.goto('/')
  await page.getByRole('link', { name: 'Inflatable boats leave two beaches' }).first().waitFor()
  await page.goto(address)
  await expect.poll(() => page.getByLabel(/What happened/).inputValue()).toBe(text)
  await page.getByLabel('Route has changed').click()
  await page.getByLabel('Country').selectOption('GRC')
  await page.getByRole('button', { name: 'Today' }).click()
  await page.getByLabel(/Immediate/).click()
  await page.getByRole('button', { name: 'Everyone in the network' }).first().click()
  // The server does it, and its answer gets lost on the way: the worst case of a bad line.
  let lost = 0
  await page.route('**/issue', async route => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort('connectionfailed')
  })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /Send to/ }).click()
  await page.getByText(/it is sent once, however often you press/).waitFor()
  await page.getByRole('button', { name: /Send to/ }).click()
  await page
    .getByText(/^EWS-EL-2026-\d{4}$/)
    .first()
    .waitFor()
  expect(lost).toBe(1)
  const yannis = await world.as('yannis-petrakis-orfeo')
  const { items } = await yannis.warnings.list({ view: 'all', search: 'inflatable beaches' })
  expect(items.map(({ status }) => status)).toEqual(['issued'])
  await page.goto('/')
  await page.getByText('No drafts.').waitFor()
})

test('two officers edit one draft: the second sees both versions side by side, and choosing one keeps the other', async () => {
  const greece = await world.as('eleni-markopoulou-varda')
  const { id } = await greece.warnings.draft({
    content: Content.parse({ summary: 'Lorries wait at the old quarry.' }),
    handling: { marking: 'LIMITED', audience: [] },
  })
  const first = await open('eleni-markopoulou-varda', `/warnings/${id}/edit`)
  const second = await open('nikos-stavridis-lemo', `/warnings/${id}/edit`)
  await second.page.getByLabel(/What happened/).waitFor()
  await first.page.getByLabel(/What happened/).fill('Lorries wait at the old quarry by day.')
  await first.page.getByText(/here and on the server/).waitFor()
  await second.page.getByLabel(/What happened/).fill('Lorries wait at the new quarry by night.')
  await second.page.getByText('Somebody else saved this draft meanwhile.').waitFor()
  const both = second.page.locator('.side-by-side')
  expect(await both.locator('.was').textContent()).toBe('Lorries wait at the old quarry by day.')
  expect(await both.locator('.is').textContent()).toBe('Lorries wait at the new quarry by night.')
  await second.page.getByRole('button', { name: /Take theirs/ }).click()
  await expect
    .poll(() => second.page.getByLabel(/What happened/).inputValue())
    .toBe('Lorries wait at the old quarry by day.')
  await second.page.goto('/')
  await second.page.getByRole('link', { name: 'Lorries wait at the new quarry by night.' }).waitFor()
})

test('where the State asks for four eyes, the officer submits, the contact point returns and validates, and only then it is out', async () => {
  const officer = await open('ivana-perkovic-lund', '/warnings/new')
  await answerAll(officer.page, 'Taxi drivers from two towns bring groups to one forest track.')
  await officer.page.keyboard.press('Control+Enter')
  await officer.page.getByRole('heading', { name: 'Submit to the contact point?' }).waitFor()
  await officer.page.keyboard.press('Control+Enter')
  await officer.page.getByText('It waits for the contact point.').waitFor()

  const contact = await open('vesna-kraljic-dorn', '/')
  await contact.page.getByRole('link', { name: /(Validate|Read): Taxi drivers/ }).click()
  await contact.page.getByRole('button', { name: 'Return to its author…' }).click()
  await contact.page.getByLabel('Reason').fill('Name the road.')
  await contact.page.keyboard.press('Control+Enter')
  await officer.page.getByText('Name the road.').waitFor()

  await officer.page.keyboard.press('e')
  await officer.page.getByLabel('Place').last().fill('Road from Slunj')
  await officer.page.getByText(/here and on the server/).waitFor()
  await officer.page.keyboard.press('Control+Enter')
  await officer.page.getByRole('heading', { name: 'Submit to the contact point?' }).waitFor()
  await officer.page.keyboard.press('Control+Enter')
  await officer.page.getByText('It waits for the contact point.').waitFor()

  await contact.page.goto('/')
  await contact.page.getByRole('link', { name: /(Validate|Read): Taxi drivers/ }).click()
  await contact.page.getByText('Road from Slunj').waitFor()
  await contact.page.getByRole('button', { name: 'Validate and issue' }).click()
  await officer.page
    .getByText(/^EWS-HR-2026-\d{4}$/)
    .first()
    .waitFor()
})

test('a withdrawn warning says that it was withdrawn and why, and nothing else', async () => {
  const { id } = await issued({
    title: 'Yachts from three marinas',
    summary: 'Yachts leave three marinas by night.',
  })
  const reader = await open('giulia-ferrante-moss', `/warnings/${id}`)
  await reader.page.getByText('Yachts leave three marinas by night.').waitFor()
  const owner = await open('eleni-markopoulou-varda', `/warnings/${id}`)
  await owner.page.getByRole('button', { name: 'Withdraw…' }).click()
  await owner.page.getByLabel('Reason').fill('The source was mistaken.')
  await owner.page
    .getByRole('dialog')
    .getByRole('button', { name: /Withdraw/ })
    .click()
  await reader.page.getByText('The source was mistaken.').waitFor()
  const shown = await reader.page.locator('main').textContent()
  expect(shown).not.toContain('Yachts')
  expect(shown).toContain('Withdrawn by its originator')
})

test('an officer whom the audience leaves out finds nothing at the address', async () => {
  const { id } = await issued({}, ['state:IT'])
  const { page } = await open('kristaps-vitolnieks-hale', `/warnings/${id}`)
  await page.getByRole('heading', { name: 'Not found.' }).waitFor()
})

test('a reader asks the originator, adds “we see this too”, and both arrive on the originator’s open page', async () => {
  const { id } = await issued()
  const owner = await open('eleni-markopoulou-varda', `/warnings/${id}`)
  const reader = await open('giulia-ferrante-moss', `/warnings/${id}`)
  await reader.page.getByRole('button', { name: /We see this too/ }).waitFor()
  await reader.page.keyboard.press('s')
  await reader.page.getByRole('dialog').getByRole('textbox').fill('Near Trieste since Friday.')
  await reader.page.keyboard.press('Control+Enter')
  await owner.page.getByText('Near Trieste since Friday.').waitFor()
  await reader.page.getByRole('dialog').waitFor({ state: 'detached' })
  await reader.page.keyboard.press('q')
  await reader.page.getByRole('dialog').getByRole('textbox').fill('Are the pallets marked?')
  await reader.page.keyboard.press('Control+Enter')
  await owner.page.getByText('Are the pallets marked?').waitFor()
  await owner.page.getByRole('button', { name: 'Answer', exact: true }).click()
  await owner.page.getByRole('dialog').getByRole('textbox').fill('With a blue stripe.')
  await owner.page.keyboard.press('Control+Enter')
  await reader.page.getByText('With a blue stripe.').waitFor()
})

test('the filter of the list stands in the address, keys move in the list, and a search is kept under a name', async () => {
  await issued({ title: 'Lorry with tiles', means: ['lorry'] })
  await issued({ title: 'Boats by night', means: ['boat'], route: 'EMED' })
  const { page } = await open('giulia-ferrante-moss', '/warnings')
  await page.getByLabel('Means of transport').selectOption('boat')
  await page.waitForURL(/means=boat/)
  await page.getByRole('link', { name: 'Boats by night' }).waitFor()
  await page.getByRole('link', { name: 'Lorry with tiles' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Save this search…' }).click()
  await page.getByLabel('Name').fill('Boats')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Boats', exact: true }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Boats by night' }).waitFor()
  await page.getByRole('button', { name: /Ask for/ }).click()
  await page.getByText('Your unit now asks for these warnings.').waitFor()
  await page.locator('h1').click()
  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Boats by night')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Boats by night' }).waitFor()
  await page.goBack()
  await page.waitForURL(/means=boat/)
})

test('switching the language loses nothing that is typed', async () => {
  const { page } = await open('eleni-markopoulou-varda', '/warnings/new')
  await page.getByLabel(/What happened/).fill(story)
  await page.getByLabel('Language').selectOption('fr')
  const field = page.getByLabel(/Que s’est-il passé/)
  await field.waitFor()
  expect(await field.inputValue()).toBe(story)
  await page.getByLabel('Langue').selectOption('de')
  expect(await page.getByLabel(/Was ist geschehen/).inputValue()).toBe(story)
})

test('a file is attached with its progress, a file too large is refused before it is sent, and readers download it', async () => {
  const { page } = await open('eleni-markopoulou-varda', '/warnings/new')
  await answerAll(page, story)
  const input = page.locator('input[type=file]')
  await input.setInputFiles([
    { name: 'map.txt', mimeType: 'text/plain', buffer: Buffer.from('Quay 3, then the old road.') },
    { name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') },
  ])
  await page.getByText('Larger than 10 MB.').waitFor()
  const link = page.getByRole('link', { name: 'map.txt' })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('map.txt')
})
