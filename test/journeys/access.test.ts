import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings } from '../browser.ts'
import { settled, usePages, visit } from '../pages.ts'
import { useWorld } from '../world.ts'

/** Coming in, being let in and being put out, in a real browser with a passkey in software. */
const world = useWorld()
// Passkeys belong to a name, not to an IP address.
const pages = usePages(world, { host: 'localhost' })
const { open } = pages

/** A device that confirms whenever it is asked. */
const plugIn = async (context: BrowserContext, page: Page) => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a newcomer is entered, gets a mandate and a link, enrols, accepts the terms, signs in, and is put out at once', async () => {
  const head = await open('vesna-kraljic-dorn', '/mandates')
  const dialog = head.page.getByRole('dialog')
  // Her authority and unit are new to the network, too.
  await head.page.getByRole('button', { name: 'Enter an authority' }).click()
  await dialog.getByLabel(/^Authority/).fill('Ravnateljstvo policije')
  await dialog.getByRole('button', { name: 'Enter an authority' }).click()
  await head.page.getByText('Ravnateljstvo policije is entered').waitFor()
  await head.page.getByRole('button', { name: 'Enter a unit' }).click()
  await dialog.getByLabel('Unit (required)').fill('Office in Split')
  await dialog.getByLabel(/^Authority/).selectOption({ label: 'Ravnateljstvo policije' })
  await dialog.getByRole('button', { name: 'Enter a unit' }).click()
  await head.page.getByRole('link', { name: 'Office in Split' }).waitFor()
  await head.page.getByRole('button', { name: 'Change: Office in Split' }).click()
  await dialog.getByLabel(/Duty telephone/).fill('+385 21 000')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await head.page.getByText('+385 21 000').waitFor()

  await head.page.getByRole('button', { name: 'Enter an official' }).click()
  await dialog.getByLabel('Name').fill('Petra Novosel-Tarn')
  await dialog.getByLabel('Unit').selectOption({ label: 'Office in Split · Ravnateljstvo policije' })
  await dialog.getByRole('button', { name: 'Enter an official' }).click()
  await head.page.getByRole('link', { name: 'Petra Novosel-Tarn' }).waitFor()
  await head.page.getByRole('button', { name: 'Change: Petra Novosel-Tarn' }).click()
  await dialog.getByLabel(/Function/).fill('Shift leader')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await head.page.getByText('Shift leader').waitFor()

  await head.page.getByRole('button', { name: 'Grant a mandate' }).click()
  await dialog.getByLabel('Official').selectOption({ label: 'Petra Novosel-Tarn · Office in Split' })
  await dialog.getByRole('checkbox', { name: /^Read/ }).check()
  await dialog.getByRole('checkbox', { name: 'Early warning' }).check()
  await dialog.getByRole('radio', { name: /LIMITED/ }).check()
  await dialog.getByRole('button', { name: 'Grant a mandate' }).click()
  await head.page.getByText('The mandate is granted').waitFor()
  await head.page.getByRole('button', { name: 'Enrolment link for Petra Novosel-Tarn' }).click()
  const link = await head.page.getByLabel('One-time link').inputValue()
  expect(link).toMatch(/\/enrol#[\w-]{43}$/)
  await head.page.keyboard.press('Escape')

  const petra = await open(null, '/sign-in')
  await plugIn(petra.context, petra.page)
  await petra.page.goto(link)
  await petra.page.getByLabel(/A name for this passkey/).fill('Service laptop')
  // The secret does not stay in the address bar.
  expect(petra.page.url()).toBe(`${pages.url}/enrol`)
  await petra.page.getByRole('button', { name: 'Make the passkey' }).click()
  const accept = petra.page.getByRole('button', { name: /accept the terms/ })
  await accept.waitFor()
  await petra.page.goto('/warnings')
  await accept.click()
  await petra.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()

  await petra.page.goto('/settings')
  await petra.page.getByText('Service laptop').waitFor()
  await petra.page.getByRole('button', { name: 'Sign out' }).click()
  const signIn = petra.page.getByRole('button', { name: 'Sign in with a passkey' })
  await signIn.click()
  await petra.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()

  await head.page.getByRole('button', { name: 'Withdraw the mandate of Petra Novosel-Tarn' }).click()
  await dialog.getByLabel(/Reason/).fill('Moved to another service')
  await dialog.getByRole('button', { name: 'Withdraw' }).click()
  await signIn.waitFor()
  await signIn.click()
  await petra.page.getByText('This passkey was not accepted').waitFor()

  const used = await open(null, link.slice(pages.url.length))
  await used.page.getByText('This link cannot be used').waitFor()
  expect([head, petra, used].flatMap(({ complaints }) => complaints)).toEqual([])
  // The device stays in this window.
  await petra.context.close()
})

test('one click makes a visitor of the demonstration each of its people, and leads where they were going', async () => {
  const { page, complaints } = await open(null, '/directory?language=el')
  await page.getByRole('button', { name: 'Sign in as Ilze Ozoliņa-Brandt' }).click()
  await page.getByRole('link', { name: 'Eleni Markopoulou-Varda' }).first().waitFor()
  expect(await page.getByRole('link', { name: 'Paolo Adinolfi-Brek' }).count()).toBe(1)
  // Whoever is somebody already may be the same person again.
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in as Ilze Ozoliņa-Brandt' }).click()
  await page.waitForURL(url => url.pathname !== '/sign-in')
  expect(complaints).toEqual([])
})

test('an officer finds no address that their mandate does not cover', async () => {
  const { page } = await open('ivana-perkovic-lund', '/administration')
  expect(await page.locator('h1').textContent()).toMatch(/not|No/i)
  expect(await page.getByRole('link', { name: 'Mandates' }).count()).toBe(0)
  await page.goto('/record')
  expect(await page.getByText('Take as a table').count()).toBe(0)
})

test('the language changes under what is typed', async () => {
  const { page } = await open('eirik-lofthus-tarn', '/settings')
  await page.getByLabel(/Time zone/).fill('Europe/Oslo')
  await page.getByLabel('Language', { exact: true }).selectOption('fr')
  await page.getByRole('heading', { level: 1, name: 'Mes réglages' }).waitFor()
  expect(await page.getByLabel(/Fuseau horaire/).inputValue()).toBe('Europe/Oslo')
})

test.each([
  [null, ['/sign-in', '/enrol#nothing']],
  [
    'eirik-lofthus-tarn',
    [
      '/settings',
      '/terms',
      '/directory',
      '/directory/states/IT',
      '/directory/units/1',
      '/directory/officials/3',
      '/settings/record',
    ],
  ],
  ['vesna-kraljic-dorn', ['/mandates']],
  ['bertil-oksanen-grey', ['/', '/administration']],
  ['clara-nordqvist-bey', ['/', '/record?outcome=done']],
])('axe finds nothing on the screens of %s', async (persona, paths) => {
  const { page, complaints } = await open(persona, paths[0] ?? '/')
  for (const [index, path] of paths.entries()) {
    if (index > 0) await visit(page, path)
    await settled(page)
    expect(await axeFindings(page), path).toEqual([])
    expect(complaints, path).toEqual([])
  }
})
