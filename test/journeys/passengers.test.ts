import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { readAll } from '#core/edifact/interpret.ts'
import { writeCusres } from '#core/edifact/write-cusres.ts'
import { writePnrgov } from '#core/edifact/write-pnrgov.ts'
import { client } from '#app/network.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { sampleLeg, samplePaxlst, samplePerson } from '#features/passengers/samples.ts'
import { axeFindings } from '../browser.ts'
import { usePages } from '../pages.ts'
import { useWorld } from '../world.ts'

/** From a carrier's message to the carrier that knows what an officer decided, in a real browser. */
const world = useWorld()
const pages = usePages(world)
const officer = 'kristaps-vitolnieks-hale'
const second = 'dace-liepina-korr'
const owner = 'despina-kalogirou-astel'

let key = ''
beforeAll(async () => {
  const greece = await world.as(owner, { purpose: 'alert-keeping' })
  const list = await greece.alerts.enterList(
    sampleTerms('return-decision', { name: 'Return decisions', fourEyes: true }),
  )
  await greece.alerts.enter({ list: list.id, content: sampleContent() })
  await (await engineOf(world.ground)).settled()
  const desk = (await world.as(officer, { purpose: 'border-check' })).passengers
  const { id } = await desk.enterCarrier({ code: 'ZZ', name: 'Invented Airways' })
  key = (await desk.issueKey({ id, label: 'Check-in' })).key
})

/** Says in the purpose bar what personal data is needed for. */
const say = async (page: Page, purpose: string) => {
  await page.getByRole('radio', { name: purpose }).check()
  await page.getByRole('button', { name: 'State this purpose' }).click()
  await page.getByRole('region', { name: 'Purpose' }).getByText(purpose).waitFor()
}
const looks = async (page: Page, where: string) => {
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  expect(await axeFindings(page), where).toEqual([])
}
const carrier = (path: string, body?: string) =>
  fetch(`${pages.url}/api/carrier/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/edifact' }),
    },
    ...(body !== undefined && { body }),
  })
const codesIn = (cusres: string) =>
  readAll(cusres).flatMap(message =>
    message.kind === 'CUSRES' ? message.results.map(each => [each.paxRef, each.statuses[0]?.code]) : [],
  )

test('a carrier’s message stands on the board at once, two officers decide, the carrier is told and acknowledges, the owner and the supervisor see it', async () => {
  const border = await pages.open(officer, '/passengers')
  const { page } = border
  expect(await page.getByText('No flight is announced.').count()).toBe(0)
  await say(page, 'Border check')
  await page.getByText('No flight is announced.').waitFor()
  await looks(page, 'empty board')

  // The message comes by HTTP; the machine's word is no more than that an officer should look.
  const leg = sampleLeg({ departs: new Date(Date.now() + 50 * 60_000) })
  const sent = await carrier(
    'messages',
    samplePaxlst(
      [
        samplePerson(1),
        samplePerson(2, {
          surname: 'QASEMZADEH',
          given: 'FAROKH',
          dob: '1984-03-17',
          nationality: 'IRN',
          gender: 'M',
        }),
        samplePerson(3),
      ],
      { leg },
    ),
  )
  expect(sent.status).toBe(200)
  expect(codesIn(await sent.text())).toEqual([
    ['R1', '0Z'],
    ['R2', 'SEL'],
    ['R3', '0Z'],
  ])
  // Nobody reloads anything: the board tells the officer what leaves next and who waits.
  await page.getByRole('link', { name: 'Review ZZ 101' }).waitFor({ timeout: 5000 })
  await page.getByText('1 to decide').first().waitFor()
  await page.getByRole('link', { name: /^To review.*1/ }).waitFor({ timeout: 5000 })
  await looks(page, 'board')

  // Without the mouse: to the queue, to the first person, and from there to the hit.
  await page.keyboard.press('r')
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor()
  await page.getByRole('button', { name: 'QASEMZADEH, FAROKH' }).waitFor()
  await page.keyboard.press('j')
  await page.getByText('A machine found this. It may be wrong', { exact: false }).waitFor()
  const panel = page.getByRole('complementary', { name: 'Passenger' })
  expect(await panel.getByRole('radio', { checked: true }).count()).toBe(0)
  await looks(page, 'review')
  await panel.getByRole('link', { name: 'Compare side by side' }).click()
  await page.getByRole('heading', { name: 'Is it the same person?' }).waitFor()
  const hit = new URL(page.url()).pathname
  await page.locator('h1').click()
  await page.keyboard.press('1')
  await page.keyboard.type('Same face and birthday; the name as Iran writes it.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Another officer must look now', { exact: false }).first().waitFor()
  const colleague = await pages.open(second, hit)
  await say(colleague.page, 'Border check')
  await colleague.page.getByRole('heading', { level: 1, name: /QASEMZADEH/ }).click()
  await colleague.page.keyboard.press('1')
  await colleague.page.keyboard.type('I agree, with the document in hand.')
  await colleague.page.keyboard.press('Control+Enter')
  await colleague.page.getByRole('heading', { name: 'What is asked now' }).waitFor()

  // The decision about boarding is another one, and a refusal wants its reason and a second officer too.
  await page.goto('/passengers/review')
  await page.getByRole('button', { name: 'QASEMZADEH, FAROKH' }).waitFor()
  await page.keyboard.press('j')
  await panel.getByText('The same person, an officer said').waitFor()
  await page.keyboard.press('3')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByText('Say why', { exact: false }).waitFor()
  await panel
    .getByLabel(/^Reason/)
    .fill('The owner asks that the person does not travel before the decision is served.')
  await page.keyboard.press('Control+Enter')
  await panel.getByText('It does nothing until another officer has confirmed it', { exact: false }).waitFor()
  await looks(page, 'first of two')
  expect(await changes()).toEqual([])

  await colleague.page.goto('/passengers/review')
  await colleague.page.getByText('A second officer is needed').first().waitFor()
  await colleague.page.keyboard.press('j')
  await colleague.page.getByText(/Kristaps.* decided “May not board”/).waitFor()
  await colleague.page.keyboard.press('c')
  await colleague.page.getByText('confirmed. The carrier is told', { exact: false }).first().waitFor()

  // Now, and only now, the carrier finds the changed answer, and acknowledges it.
  const [change] = await changes()
  expect(codesIn(change?.cusres ?? '')).toEqual([['R2', '1Z']])
  await page.goto('/passengers')
  await page
    .getByRole('link', { name: /^ZZ 101/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'Answers' }).click()
  await page.getByText(/Waiting until/).waitFor()
  const [asked] = readAll(change?.cusres ?? '')
  const acknowledged = await carrier(
    'messages',
    writeCusres({ sender: 'ZZDCS', recipient: 'LVBORDER', date: '261122', time: '0900', reference: 'ACK1' }, [
      {
        reference: '1',
        answer: '312',
        txnRef: (asked?.kind === 'CUSRES' && asked.txnRef) || '',
        legs: [],
        results: [{ level: '1', statuses: [{ code: '118' }] }],
      },
    ]),
  )
  expect(acknowledged.ok).toBe(true)
  await page.getByText(/Acknowledged \d\d:\d\d \(312\)/).waitFor({ timeout: 5000 })
  await looks(page, 'answers')
  for (const part of ['Seats', 'Travelling together', 'Messages', 'Passengers']) {
    await page.getByRole('tab', { name: part }).click()
    await looks(page, part)
  }

  // The owner of the alert sees the hit that was confirmed; the supervisor, who decided and why it was read.
  const greece = await pages.open(owner, hit)
  await say(greece.page, 'Keeping alerts')
  await greece.page.getByRole('heading', { level: 1, name: /QASEMZADEH/ }).waitFor()
  await greece.page.getByText('I agree, with the document in hand.').waitFor()
  const supervisor = await pages.open('clara-nordqvist-bey', '/record?operation=passengers.decide')
  await supervisor.page.getByText('Kristaps Vītolnieks-Hale').first().waitFor()
  expect([border, colleague, greece, supervisor].flatMap(({ complaints }) => complaints)).toEqual([])
})

/** The automatic duties of the border guard, which try a message again without waiting for the clock. */
const automatic = async () => {
  const { authority } = await world.actor(officer)
  const found = await world.owner.query<{ gateway: number }>('select person.gateway_of($1) as gateway', [
    authority,
  ])
  const actor = await actorOfMandate(world.ground.db, found.rows[0]?.gateway ?? 0)
  return client(world.ground, actor, { purpose: 'border-check' })
}

/** What waits for the carrier: changed decisions. */
const changes = async () =>
  ((await (await carrier('answers')).json()) as { kind: string; cusres: string }[]).filter(
    ({ kind }) => kind === '132',
  )

test('a list is typed in from a passport’s lines for a small carrier, and a message that cannot be read calls the desk', async () => {
  const { page, complaints } = await pages.open(officer, '/passengers/by-hand')
  await say(page, 'Border check')
  await page.getByLabel(/^Carrier/).selectOption({ label: 'ZZ Invented Airways' })
  await page.getByLabel('Flight number').fill('7')
  await page.getByLabel('From', { exact: false }).first().fill('TLL')
  await page.getByLabel(/^To/).fill('RIX')
  await page.getByLabel(/^Departs/).fill(new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 16))
  await page
    .getByLabel(/Machine-readable zone/)
    .fill(`${'P<IRNSAMPLE<<INVENTED'.padEnd(44, '<')}\nA00000000<IRN8403170M3001010<<<<<<<<<<<<<<<<`)
  await page.getByRole('button', { name: 'Read it' }).click()
  expect(await page.getByLabel('Surname').inputValue()).toBe('SAMPLE')
  await looks(page, 'by hand')
  await page.keyboard.press('Control+Enter')
  await page.getByText('The list is taken in, with one person.').waitFor()
  await page.getByRole('link', { name: 'See the flight' }).click()
  await page.getByRole('link', { name: 'SAMPLE, INVENTED' }).waitFor()

  await carrier(
    'messages',
    `UNA:+.? 'UNB+UNOA:4+ZZDCS+LV+261122:0610+BAD1'UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'UNT+3+1'UNZ+1+BAD1'`,
  )
  const { items } = await (await world.as(officer, { purpose: 'border-check' })).passengers.messages({})
  const bad = items.find(({ control }) => control === 'BAD1')
  const gateway = await automatic()
  for (const _ of [1, 2]) await gateway.passengers.process({ id: bad?.id ?? '' }).catch(() => undefined)
  await page.getByRole('button', { name: 'Look', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('This message was put aside.').waitFor()
  await looks(page, 'put aside')
  await dialog.getByRole('button', { name: /Give up/ }).click()
  await dialog.getByLabel(/Why/).fill('Sent by mistake; the carrier sends it anew.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('The message is given up.').waitFor()
  for (const path of ['/passengers/carriers', '/passengers/figures', '/passengers/messages']) {
    await page.goto(path)
    await page.locator('h1').waitFor()
    await looks(page, path)
    // What is figures is said once, as a table.
    if (path.endsWith('figures')) {
      expect(await page.locator('svg.bars').count()).toBe(0)
      await page.getByRole('table', { name: /^Carriers/ }).waitFor()
    }
  }
  // An address that is none is not there, and nobody is told of a fault.
  await page.goto('/passengers/flights/none')
  await page.getByRole('heading', { level: 1, name: 'Not found.' }).waitFor()
  expect(complaints).toEqual([])
})

test('somebody announced and booked is one line, with the booking beside what was announced, and one decision covers both', async () => {
  const leg = sampleLeg({ number: '550', departs: new Date(Date.now() + 40 * 60_000) })
  const person = samplePerson(9, {
    surname: 'QASEMZADEH',
    given: 'FAROKH',
    dob: '1984-03-17',
    nationality: 'IRN',
    gender: 'M',
    documents: [{ type: 'P', number: 'U90000001', issuer: 'IRN', expires: '2020-01-01' }],
  })
  await carrier('messages', samplePaxlst([person], { control: 'BOTH1', leg }))
  const booked = await carrier(
    'messages',
    writePnrgov({ sender: 'ZZRES', recipient: 'LV', date: '261122', time: '0900', reference: 'BOTH2' }, [
      {
        reference: '1',
        legs: [leg],
        bookings: [
          {
            pnr: 'BOOKED',
            people: [{ ...person, given: 'FAROKHREZA', paxRef: '1' }],
            legs: [leg],
            segment: 0,
          },
        ],
      },
    ]),
  )
  expect(booked.ok).toBe(true)
  const { page, complaints } = await pages.open(officer, '/passengers/review')
  await say(page, 'Border check')
  const line = page.getByRole('row').filter({ hasText: 'ZZ 550' })
  await line.first().waitFor()
  expect(await line.count()).toBe(1)
  await line.getByText('Announced and booked').waitFor()
  await line.getByRole('button').first().click()
  const panel = page.getByRole('complementary', { name: 'Passenger' })
  await panel.getByRole('heading', { name: /Booking of the same traveller/ }).waitFor()
  await panel.getByText('There: QASEMZADEH, FAROKHREZA').waitFor()
  expect(await panel.getByRole('link', { name: 'Compare side by side' }).count()).toBe(2)
  await looks(page, 'announced and booked')
  await panel.getByRole('radio', { name: /Officer to see first/ }).check()
  await panel.getByLabel(/^Reason/).fill('The passport has expired.')
  await page.keyboard.press('Control+Enter')
  await panel.getByText('It does nothing until another officer has confirmed it', { exact: false }).waitFor()
  const { rows } = await world.owner.query(
    `select count(*)::int as decisions from person.decision where reason = 'The passport has expired.'`,
  )
  expect(rows).toEqual([{ decisions: 2 }])
  // Once the words are gone with the person, whoever oversees is told that, and not that none were given.
  await world.owner.query(
    `update person.passenger set mask_at = now() where id in (select passenger from person.decision where reason = 'The passport has expired.')`,
  )
  await world.owner.query(
    `update person.decision set reason = null where reason = 'The passport has expired.'`,
  )
  await page.reload()
  await line.getByRole('button').first().click()
  await panel.getByText('The reason is no longer kept.').waitFor()
  const supervisor = await pages.open('clara-nordqvist-bey', '/passengers/oversight')
  await say(supervisor.page, 'Supervision')
  await supervisor.page.getByText('The reason is no longer kept.').first().waitFor()
  expect([...complaints, ...supervisor.complaints]).toEqual([])
})

test('an official without the area of passengers finds none of it', async () => {
  const { page } = await pages.open('ivana-perkovic-lund', '/passengers')
  expect(await page.locator('h1').textContent()).toMatch(/not found/i)
  expect(await page.getByRole('link', { name: 'Flights' }).count()).toBe(0)
})
