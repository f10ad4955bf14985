import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { writeMrz } from '#core/mrz/write.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { axeFindings, signInAs } from '../browser.ts'
import { settled, usePages } from '../pages.ts'
import { newFolder, removeFolder } from '../process.ts'
import { useWorld } from '../world.ts'

/** From an alert that its owner enters to the person an officer meets, and the verdict that people come to. */
const world = useWorld()
const pages = usePages(world)
const keeper = 'despina-kalogirou-astel'
const bureau = 'sanita-krumina-falk'
const officer = 'kristaps-vitolnieks-hale'

// What the officer holds in hand: the same invented man, in the letters of a machine-readable zone.
const passport = writeMrz({
  format: 'TD3',
  documentCode: 'P',
  issuer: 'IRN',
  surname: 'Ghasemzadeh',
  given: 'Farokh',
  documentNumber: 'A10000007',
  nationality: 'IRN',
  birth: '1984-03-17',
  sex: 'M',
  expiry: '2030-01-01',
}).lines

const refugee = writeMrz({
  format: 'TD3',
  documentCode: 'PR',
  issuer: 'LVA',
  surname: 'Ghasemzadeh',
  given: 'Farokh',
  documentNumber: 'A10000008',
  nationality: 'XXB',
  birth: '1984-03-17',
  sex: 'M',
  expiry: '2030-01-01',
}).lines

let returns: string
beforeAll(async () => {
  const greece = await world.as(keeper, { purpose: 'alert-keeping' })
  const list = await greece.alerts.enterList(
    sampleTerms('return-decision', { name: 'Return decisions', fourEyes: true }),
  )
  returns = list.id
  // Another authority already asks for something about a person of nearly this name.
  const latvia = await world.as(bureau, { purpose: 'alert-keeping' })
  const refusals = await latvia.alerts.enterList(
    sampleTerms('refusal-of-entry', { name: 'Refusals of entry' }),
  )
  await latvia.alerts.enter({ list: refusals.id, content: sampleContent() })
})

/** Says in the purpose bar what personal data is needed for. */
const say = async (page: Page, purpose: string) => {
  await page.getByRole('radio', { name: purpose }).check()
  await page.getByRole('button', { name: 'State this purpose' }).click()
  await page.getByRole('region', { name: 'Purpose' }).getByText(purpose).waitFor()
}
const lookedAt = async (page: Page) => {
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  return axeFindings(page)
}

test('an alert is entered beside a compatible one, found by an officer in other letters, and judged by two people', async () => {
  // The owner enters it, and sees before it is saved that another authority may mean the same person.
  const owner = await pages.open(keeper, `/alerts/new?list=${returns}`)
  await say(owner.page, 'Keeping alerts')
  await owner.page.getByLabel('Family name').fill('Qassem-Zadeh')
  await owner.page.getByLabel('Given names').fill('Farrokh')
  // A key or a link by mistake loses nothing of what is half written.
  await owner.page.getByRole('link', { name: 'Ask', exact: true }).click()
  await owner.page.getByRole('heading', { level: 1, name: 'Ask about a person or thing' }).waitFor()
  await owner.page.goBack()
  await owner.page.getByLabel('Family name').waitFor()
  expect(await owner.page.getByLabel('Family name').inputValue()).toBe('Qassem-Zadeh')
  await owner.page.getByLabel('Date of birth').fill('1984-03-17')
  await owner.page.getByLabel(/^Reason/).fill('Did not leave within the time given; the decision is final.')
  await owner.page.getByRole('button', { name: /Check and save/ }).click()
  const before = owner.page.getByRole('dialog')
  await before.getByText('Ask its owner first').waitFor()
  await before.getByText('Same day', { exact: true }).waitFor()
  expect(await axeFindings(owner.page)).toEqual([])
  await owner.page.keyboard.press('Control+Enter')
  await owner.page.getByRole('heading', { level: 1, name: 'Qassem-Zadeh, Farrokh' }).waitFor()
  await owner.page.getByText('Did not leave within the time given').waitFor()
  await owner.page.getByText('Entered', { exact: true }).first().waitFor()
  const address = new URL(owner.page.url()).pathname

  // The border officer sees nothing, and nothing is read, before saying why.
  const border = await pages.open(officer, address)
  const { page } = border
  await page.getByText('Nothing about a person is shown before you say it', { exact: false }).waitFor()
  expect(await page.getByText('Qassem', { exact: false }).count()).toBe(0)
  await say(page, 'Border check')
  await page.getByRole('heading', { name: /Confirm the departure/ }).waitFor()
  expect(await page.getByText('Did not leave within the time given').count()).toBe(0)

  // Asked about somebody as their document writes them, they see both alerts and why.
  await page.goto('/alerts/ask')
  await page.getByLabel('Machine-readable zone').fill(passport.join('\n'))
  await page.getByText('Every check digit holds', { exact: false }).waitFor()
  expect(await page.getByLabel('Family name').first().inputValue()).toBe('GHASEMZADEH')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /^Answer/ }).waitFor()
  await page.getByText('A machine found this; a person decides what it means.').waitFor()
  const ours = page.getByRole('listitem').filter({ hasText: 'Return decisions' })
  await ours.getByText('Confirm the departure to the owner').waitFor()
  expect(await page.getByText('Refusals of entry', { exact: false }).count()).toBeGreaterThan(0)
  expect(await lookedAt(page)).toEqual([])

  // They take it up; the list asks for four eyes, so their word alone decides nothing.
  await ours.getByRole('button', { name: /Take it up/ }).click()
  await page.getByRole('heading', { name: 'Is it the same person?' }).waitFor()
  expect(await lookedAt(page)).toEqual([])
  await page.locator('h1').click()
  await page.keyboard.press('1')
  await page.keyboard.type('Same face, same birthday, and the name is spelled as Iran writes it.')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText('Your verdict is there. Another officer must look now', { exact: false })
    .first()
    .waitFor()
  const hit = new URL(page.url()).pathname

  const second = await pages.open('dace-liepina-korr', '/hits')
  await say(second.page, 'Border check')
  await second.page.getByRole('link', { name: /^Hits.*1/ }).waitFor()
  // The number beside it is that of the list which it opens; the first officer has none and nothing in the list.
  expect(await second.page.getByRole('link', { name: /^Waiting 1/ }).count()).toBe(1)
  await page.goto('/hits')
  await page.getByText('Nobody waits to be looked at.').waitFor()
  expect(await page.getByRole('link', { name: /^Hits.*1/ }).count()).toBe(0)
  await second.page.getByRole('link', { name: /GHASEMZADEH/ }).click()
  await second.page.getByText('Same face, same birthday', { exact: false }).waitFor()
  await second.page.getByRole('radio', { name: /The same person/ }).check()
  await second.page.getByLabel(/^Reason/).fill('I agree, with the document in hand.')
  await second.page.keyboard.press('Control+Enter')
  await second.page.getByRole('heading', { name: 'What is asked now' }).waitFor()

  // The bureau tells the owner's bureau, which sees the form and by when it must answer.
  const latvia = await pages.open(bureau, hit)
  await say(latvia.page, 'Keeping alerts')
  await latvia.page.getByRole('button', { name: 'Send a form' }).click()
  await latvia.page.getByRole('radio', { name: /Hit reported/ }).check()
  await latvia.page
    .getByLabel('To the other bureau')
    .fill('Met at Riga airport at 14:10, leaving for Istanbul.')
  await latvia.page.keyboard.press('Escape')
  await latvia.page.getByRole('dialog').waitFor({ state: 'detached' })
  await latvia.page.getByRole('button', { name: 'Send a form' }).click()
  await latvia.page.keyboard.press('Control+Enter')
  await latvia.page.getByText('Sent: Hit reported').waitFor()
  // The file is attached in a field of the network's own look; what it rests on stands beside the hour.
  await latvia.page.getByText('Time for the answer: our own choice, no law found').waitFor()
  const file = latvia.page.getByLabel(/^Attach a file/)
  expect(await file.getAttribute('class')).toBe('input')
  await file.setInputFiles({
    name: 'gate.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Gate 7, invented.'),
  })
  await latvia.page.getByRole('button', { name: /gate\.txt/ }).waitFor()
  await owner.page.goto('/hits/forms')
  await owner.page.getByText('Met at Riga airport at 14:10').waitFor()
  await owner.page.getByText(/In 1[12]\sh/).waitFor()
  expect(await lookedAt(owner.page)).toEqual([])

  // The answer came late, and the thread says so; the owner is offered only what an owner sends.
  await world.owner.query(`update person.form set due_at = now() - interval '1 minute'`)
  await owner.page.getByRole('button', { name: 'Answer' }).click()
  await owner.page.getByLabel('To the other bureau').fill('Thank you. Let him leave.')
  await owner.page.keyboard.press('Control+Enter')
  await owner.page.getByText('The answer is sent').waitFor()
  await latvia.page.reload()
  await latvia.page.getByText('Answered late').waitFor()
  await owner.page.goto(hit)
  await owner.page.getByRole('button', { name: 'Send a form' }).click()
  const offered = owner.page.getByRole('dialog').getByRole('radio')
  await offered.first().waitFor()
  expect(await offered.count()).toBe(2)

  for (const { complaints } of [owner, border, second, latvia]) expect(complaints).toEqual([])
})

test('a vessel found by its number is taken up, a person says that it is the very one, and its owner learns where it lies', async () => {
  const greece = await world.as(keeper, { purpose: 'alert-keeping' })
  const { id: list } = await greece.alerts.enterList(sampleTerms('vessel', { name: 'Vessels' }))
  const objects = [{ type: 'vessel' as const, name: 'Invented Gull', imo: '9999941', country: 'PAN' }]
  await greece.alerts.enter({ list, content: sampleContent({ identities: [], objects }) })
  const border = await pages.open(officer, '/alerts/ask')
  const { page } = border
  await say(page, 'Border check')
  await page.getByLabel('Registration, VIN, IMO, MMSI').fill('IMO 9999941')
  await page.getByRole('button', { name: 'Empty the form' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Next vessel' }).waitFor()
  expect(await page.getByRole('button', { name: 'Next person' }).count()).toBe(0)
  await page.getByRole('button', { name: /Take it up/ }).click()
  await page.getByRole('heading', { level: 1, name: 'IMO 9999941' }).waitFor()
  await page.getByRole('heading', { name: 'Is it the very document or thing?' }).waitFor()
  await page.getByText('Invented Gull · IMO 9999941').waitFor()
  expect(await lookedAt(page)).toEqual([])
  await page.getByRole('radio', { name: /The very one/ }).check()
  await page.getByLabel(/^Reason/).fill('Moored at pier 4, name painted over.')
  // Somebody else is looked at for a moment: what was half written is still there.
  await page.getByRole('link', { name: 'Alerts', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'IMO 9999941' }).waitFor()
  expect(await page.getByLabel(/^Reason/).inputValue()).toBe('Moored at pier 4, name painted over.')
  expect(await page.getByRole('radio', { name: /The very one/ }).isChecked()).toBe(true)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'What is asked now' }).waitFor()
  const owner = await pages.open(keeper, '/hits?view=ours')
  await say(owner.page, 'Keeping alerts')
  await owner.page.getByRole('link', { name: 'IMO 9999941' }).click()
  await owner.page.getByText('Moored at pier 4, name painted over.').waitFor()
  for (const { complaints } of [border, owner]) expect(complaints).toEqual([])
})

test('a session that ends takes nothing of what is half written from who signs in again, and leaves nothing to anybody else', async () => {
  const { context, page, complaints } = await pages.open(keeper, `/alerts/new?list=${returns}`)
  const family = page.getByLabel('Family name')
  const end = async () => {
    expect((await context.request.post('/api/sign-out', { data: {} })).ok()).toBe(true)
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  }
  // As a browser does when one comes back to its window.
  const comeBack = () => page.evaluate(() => void dispatchEvent(new Event('visibilitychange')))
  await say(page, 'Keeping alerts')
  await family.fill('Qassem-Zadeh')
  await end()
  await page.getByRole('button', { name: /^Sign in as Despina/ }).click()
  await family.waitFor()
  expect(await family.inputValue()).toBe('Qassem-Zadeh')
  await family.fill('Qassem-Zadeh-Nouri')
  await end()
  // In another window.
  await signInAs(context, keeper)
  await comeBack()
  await family.waitFor()
  expect(await family.inputValue()).toBe('Qassem-Zadeh-Nouri')
  await end()
  await signInAs(context, 'yannis-petrakis-orfeo')
  const anew = page.waitForEvent('load')
  await comeBack()
  await anew
  await settled(page)
  expect(await page.getByText(/Qassem-Zadeh/).count()).toBe(0)
  await page.goto('/alerts')
  await page.locator('h1').waitFor()
  expect(complaints).toEqual([])
})

test.each([
  ['a question about a person', keeper, '/alerts/ask', null, 'Family name'],
  ['the reason of an import', keeper, '/alerts/import', null, 'Reason'],
  ['the terms of a list', keeper, '/alerts/lists', 'Change terms', 'Name'],
  ['a carrier', officer, '/passengers/carriers', 'Enter a carrier', /^Operations desk/],
  ['a mandate', 'eleni-markopoulou-varda', '/mandates', 'Grant a mandate', 'Reason'],
  ['why a mandate goes', 'eleni-markopoulou-varda', '/mandates', 'Withdraw', 'Reason'],
  ['a request of a person', 'laima-rudzite-penn', '/passengers/oversight', null, 'Surname'],
])('what is half written is there for who signs in again: %s', async (_, persona, path, opens, label) => {
  const said = { [keeper]: 'alert-keeping', [officer]: 'border-check' }[persona] ?? 'request-of-the-person'
  const { context, page, complaints } = await pages.open(persona, path, {
    storage: { 'iconet-purpose': `${(await world.actor(persona)).mandate} ${said}` },
  })
  const field = page.getByLabel(label).first()
  const open = async () => {
    if (opens) await page.getByRole('button', { name: opens }).first().click()
    await field.waitFor()
  }
  await open()
  await field.fill('Half of it')
  expect((await context.request.post('/api/sign-out', { data: {} })).ok()).toBe(true)
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  const { name } = await world.actor(persona)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await open()
  expect(await field.inputValue()).toBe('Half of it')
  expect(complaints).toEqual([])
})

test('a file of alerts is there for who signs in again, and one that was changed meanwhile is asked for once more', async () => {
  const greece = await world.as(keeper, { purpose: 'alert-keeping' })
  const second = await greece.alerts.enterList(sampleTerms('return-decision', { name: 'Z, the second list' }))
  const folder = await newFolder()
  const path = join(folder, 'returns.csv')
  await writeFile(path, 'family,given,birth,sex,nationality\nTestimova,Irina,1982-11-30,F,SRB\n')
  const { context, page, complaints } = await pages.open(keeper, '/alerts/import', {
    storage: { 'iconet-purpose': `${(await world.actor(keeper)).mandate} alert-keeping` },
  })
  const file = page.getByLabel('File', { exact: true })
  const chosen = () => file.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)
  const trial = page.getByRole('button', { name: 'Try it' })
  await trial.click()
  await page.getByText('Choose a file.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByLabel('Into which list').selectOption(second.id)
  await page.getByLabel('Reason').fill('Decisions of the court of Athens.')
  await file.setInputFiles(path)
  expect(await page.getByText('Choose a file.').count()).toBe(0)
  expect((await context.request.post('/api/sign-out', { data: {} })).ok()).toBe(true)
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await page.getByRole('button', { name: /^Sign in as Despina/ }).click()
  await file.waitFor()
  expect(await chosen()).toBe('returns.csv')
  expect(await page.getByLabel('Into which list').inputValue()).toBe(second.id)
  await trial.click()
  await page.getByText('Nothing is wrong with the file.').waitFor()
  // Nobody brings in what was not tried, and nobody is told that the line is down.
  await writeFile(path, 'family,given\nTestimova,Irina Maria\n')
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByText('This file has changed since you chose it, or is gone. Choose it again.').waitFor()
  expect(await chosen()).toBeUndefined()
  await file.setInputFiles(path)
  await trial.click()
  await page.getByRole('heading', { name: 'What would happen' }).waitFor()
  expect(complaints).toEqual([])
  await removeFolder(folder)
})

test('who sends after the session has ended signs in in another window and sends again what stands there', async () => {
  const { context, page, complaints } = await pages.open(keeper, '/alerts/ask')
  await say(page, 'Keeping alerts')
  await page.getByLabel('Family name').fill('Qassem-Zadeh')
  await context.clearCookies()
  await page.keyboard.press('Control+Enter')
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in in another window' }).click(),
  ])
  await other.getByRole('button', { name: /^Sign in as Despina/ }).click()
  await other.waitForURL(url => url.pathname !== '/sign-in')
  await other.close()
  expect(await lookedAt(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /^Answer/ }).waitFor()
  expect(complaints).toEqual([])
})

test('typed by hand, a document is a passport unless another kind is said, by keyboard and on a narrow screen: only a passport’s State counts for a nationality', async () => {
  const { page, complaints } = await pages.open(keeper, '/alerts/ask', {
    viewport: { width: 320, height: 640 },
  })
  await say(page, 'Keeping alerts')
  const ask = async () => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: /^Answer/ }).waitFor()
  }
  await page.getByLabel('Family name').fill('Qasemzadeh')
  await page.getByLabel('Given names').fill('Farrokh')
  await page.getByLabel('Date of birth').fill('1984-03-17')
  const kind = page.getByLabel('Kind of document')
  expect(await kind.locator('option:checked').textContent()).toBe('Passport')
  await page.getByLabel('Document number').fill('MA7654321')
  await page.getByLabel('Document issued by').selectOption({ label: 'Mali' })
  await ask()
  await page.getByText('State of the passport differs').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0)
  // With the keyboard alone: an identity card is given to residents, too, and its State says nothing of a nationality.
  await kind.focus()
  await page.keyboard.type('Ident')
  expect(await kind.locator('option:checked').textContent()).toBe('Identity card')
  await ask()
  await page.getByText('State of the passport differs').first().waitFor({ state: 'detached' })
  // A form that is emptied asks about a passport again.
  await page.getByRole('button', { name: 'Next person' }).click()
  expect(await kind.locator('option:checked').textContent()).toBe('Passport')
  await page.getByLabel('Machine-readable zone').fill(refugee.join('\n'))
  expect(await kind.locator('option:checked').textContent()).toBe('Travel document of a refugee')
  expect(complaints).toEqual([])
})

test('on an alert of one’s own there is no other bureau, and nobody is offered to write to it', async () => {
  const latvia = await world.as(bureau, { purpose: 'alert-keeping' })
  const { id: list } = await latvia.alerts.enterList(sampleTerms('vessel', { name: 'Our own vessels' }))
  const objects = [{ type: 'vessel' as const, name: 'Invented Tern', imo: '9999965' }]
  const { id } = await latvia.alerts.enter({ list, content: sampleContent({ identities: [], objects }) })
  const hit = await (await world.as(officer, { purpose: 'border-check' })).hits.report({
    alert: id,
    question: { object: '9999965' },
  })
  const { page } = await pages.open(bureau, `/hits/${hit.id}`)
  await say(page, 'Keeping alerts')
  await page.getByText('there is no other bureau to write to', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: 'Send a form' }).count()).toBe(0)
})

test('on a narrow screen the hour and the way to the verdict stand above, and the verdict above what the bureaux write', async () => {
  const latvia = await world.as(bureau, { purpose: 'alert-keeping' })
  const greece = await world.as(keeper, { purpose: 'alert-keeping' })
  const { id: list } = await greece.alerts.enterList(sampleTerms('vessel', { name: 'Vessels by night' }))
  const objects = [{ type: 'vessel' as const, name: 'Invented Curlew', imo: '9999989' }]
  const { id } = await greece.alerts.enter({ list, content: sampleContent({ identities: [], objects }) })
  const asked = await world.as(officer, { purpose: 'border-check' })
  const hit = await asked.hits.report({ alert: id, question: { object: '9999989' } })
  await latvia.hits.sendForm({
    id: hit.id,
    kind: 'information-request',
    text: 'Which berth?',
    note: 'Asked.',
  })
  const { page, complaints } = await pages.open(officer, `/hits/${hit.id}`, {
    viewport: { width: 320, height: 640 },
  })
  await say(page, 'Border check')
  await page.getByRole('button', { name: 'Go to the verdict' }).click()
  await page.getByRole('radio', { name: /The very one/ }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('.verdict') !== null)).toBe(true)
  const top = async (name: string) =>
    page.getByRole('heading', { name }).evaluate(each => each.getBoundingClientRect().top)
  const [verdict, forms] = [
    await top('Is it the very document or thing?'),
    await top('Supplementary information'),
  ]
  expect(verdict).toBeGreaterThanOrEqual(0)
  expect(verdict).toBeLessThan(640)
  expect(forms).toBeGreaterThan(verdict)
  expect(complaints).toEqual([])
})

test('the data-protection officer answers somebody who asks what is held about them, and no other purpose is offered', async () => {
  const greece = await world.as(keeper, { purpose: 'alert-keeping' })
  const { id: list } = await greece.alerts.enterList(sampleTerms('vessel', { name: 'Held vessels' }))
  const objects = [{ type: 'vessel' as const, name: 'Invented Plover', imo: '9999977' }]
  const { id } = await greece.alerts.enter({ list, content: sampleContent({ identities: [], objects }) })
  const border = await world.as(officer, { purpose: 'border-check' })
  const { id: hit } = await border.hits.report({ alert: id, question: { object: '9999977' } })
  await border.hits.review({ id: hit, version: 1, verdict: 'cannot-tell', reason: 'Seen from afar only.' })
  const protector = await pages.open('laima-rudzite-penn', '/hits/held')
  const { page } = protector
  expect(await page.getByRole('radio').count()).toBeLessThanOrEqual(1)
  await say(page, 'Request of the person')
  await page.getByLabel('Registration, VIN, IMO, MMSI').fill('imo 9999977')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Seen from afar only.', { exact: false }).waitFor()
  expect(await lookedAt(page)).toEqual([])
  expect(protector.complaints).toEqual([])
})

test('where nothing is left of what was written about somebody, every page says so instead of showing nothing', async () => {
  const latvia = await world.as(bureau, { purpose: 'alert-keeping' })
  const greece = await world.as(keeper, { purpose: 'alert-keeping' })
  const { id: list } = await greece.alerts.enterList(sampleTerms('vessel', { name: 'Forgotten vessels' }))
  const objects = [{ type: 'vessel' as const, name: 'Invented Godwit', imo: '9999991' }]
  const { id } = await greece.alerts.enter({ list, content: sampleContent({ identities: [], objects }) })
  const border = await world.as(officer, { purpose: 'border-check' })
  const { id: hit } = await border.hits.report({ alert: id, question: { object: '9999991' } })
  await border.hits.review({ id: hit, version: 1, verdict: 'cannot-tell', reason: 'Seen from afar only.' })
  const { id: form } = await latvia.hits.sendForm({ id: hit, kind: 'information-request', text: 'Whose?' })
  await world.owner.query('update person.hit_review set reason = null where hit = $1', [hit])
  await world.owner.query('delete from person.form_text where form = $1', [form])
  const protector = await pages.open('laima-rudzite-penn', '/hits/held')
  await say(protector.page, 'Request of the person')
  await protector.page.getByLabel('Registration, VIN, IMO, MMSI').fill('9999991')
  await protector.page.keyboard.press('Control+Enter')
  await protector.page.getByText('What was written is no longer kept.').waitFor()
  const owes = await pages.open(keeper, '/hits/forms')
  await say(owes.page, 'Keeping alerts')
  const row = owes.page.getByRole('row').filter({ has: owes.page.locator(`a[href="/hits/${hit}"]`) })
  await row.getByText('What was written is no longer kept.').waitFor()
  await owes.page.goto(`/hits/${hit}`)
  const thread = owes.page.getByRole('region', { name: 'Supplementary information' })
  await thread.getByText('What was written is no longer kept.').waitFor()
  expect([...protector.complaints, ...owes.complaints]).toEqual([])
})

test('an official without the area has no such screens, and a purpose that the mandate does not cover cannot be stated', async () => {
  const without = await pages.open('marta-colonnese-ruiz', '/alerts')
  expect(await without.page.locator('h1').textContent()).toMatch(/not found/i)
  expect(await without.page.getByRole('link', { name: 'Alerts', exact: true }).count()).toBe(0)
  expect(await without.page.getByRole('link', { name: 'Hits' }).count()).toBe(0)
  const supervisor = await pages.open('clara-nordqvist-bey', '/alerts')
  await supervisor.page.getByRole('radio', { name: 'Supervision' }).waitFor()
  expect(await supervisor.page.getByRole('radio').count()).toBe(1)
})
