import { beforeAll, expect, test } from 'vitest'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { looked, sampleLeg, samplePaxlst, samplePerson } from '#features/passengers/samples.ts'
import { axeFindings } from '../browser.ts'
import { usePages } from '../pages.ts'
import { useWorld } from '../world.ts'

/** An officer goes through many who wait, with the keyboard, in a real browser. */
const world = useWorld()
const pages = usePages(world)
const officer = 'kristaps-vitolnieks-hale'
const count = 8

beforeAll(async () => {
  const greece = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const list = await greece.alerts.enterList(sampleTerms('return-decision', { name: 'Return decisions' }))
  await greece.alerts.enter({ list: list.id, content: sampleContent() })
  await (await engineOf(world.ground)).settled()
  const desk = (await world.as(officer, { purpose: 'border-check' })).passengers
  const { id } = await desk.enterCarrier({ code: 'ZZ', name: 'Invented Airways' })
  const { key } = await desk.issueKey({ id, label: 'Check-in' })
  const people = Array.from({ length: count }, (_, n) =>
    samplePerson(n, { ...looked, given: `FAROKH ${'ABCDEFGH'[n]}` }),
  )
  const sent = await fetch(`${pages.url}/api/carrier/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/edifact' },
    body: samplePaxlst(people, { leg: sampleLeg({ departs: new Date(Date.now() + 5 * 3_600_000) }) }),
  })
  expect(sent.status).toBe(200)
})

/** How often somebody was opened, as the record has it. */
const readings = async () => {
  const { rows } = await world.owner.query<{ count: number }>(
    `select count(*)::int as count from record.entry where operation = 'passengers.passenger'`,
  )
  return rows[0]?.count ?? 0
}

test('nobody is opened before the officer opens them; whom they only pass by on the way is not; after a decision the next in the list is next', async () => {
  const { page, complaints } = await pages.open(officer, '/passengers/review')
  await page.getByRole('radio', { name: 'Border check' }).check()
  await page.getByRole('button', { name: 'State this purpose' }).click()
  const panel = page.getByRole('complementary', { name: 'Passenger' })
  const name = (n: number) => `QASEMZADEH, FAROKH ${'ABCDEFGH'[n]}`
  const shows = (n: number) => panel.getByRole('article', { name: name(n) }).waitFor()
  await panel.getByText('Opening somebody is recorded as a reading', { exact: false }).waitFor()
  expect(await readings()).toBe(0)
  expect(await axeFindings(page)).toEqual([])

  // Without a key: the first to leave, and from there the keys go on.
  await panel.getByRole('button', { name: 'Open who leaves first' }).click()
  await shows(0)
  await page.keyboard.press('j')
  await shows(1)
  expect(await readings()).toBe(2)

  // A key held down passes over those between.
  await page.waitForTimeout(400)
  // Pressed within the page: from outside, on a busy machine, a key may come later than somebody who rests.
  await page.evaluate(async () => {
    const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (let n = 0; n < 4; n++) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
      await drawn()
    }
  })
  await shows(5)
  // The first of them is opened at once, as a single press opens it; then nobody until the key rests.
  expect(await readings()).toBe(4)

  // Back to the third. Those before are left waiting; the decision is about them, and the next is the fourth.
  for (let n = 0; n < 3; n++) {
    await page.waitForTimeout(400)
    await page.keyboard.press('k')
    await shows(4 - n)
  }
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  const decided = page.getByRole('row').filter({ hasText: name(2) })
  await decided.getByText('An officer decided', { exact: false }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('j')
  await shows(3)
  await decided.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})
