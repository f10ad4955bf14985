import { beforeAll, expect, test } from 'vitest'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { probing } from '#features/passengers/deadlines.ts'
import { looked, sampleLeg, samplePaxlst, samplePerson } from '#features/passengers/samples.ts'
import { axeFindings } from '../browser.ts'
import { usePages } from '../pages.ts'
import { useWorld } from '../world.ts'

/** A carrier that asks about people who do not travel, as the officers of its desk meet it, in a real browser. */
const world = useWorld()
const pages = usePages(world)
const officer = 'kristaps-vitolnieks-hale'

let key = ''
beforeAll(async () => {
  const greece = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const list = await greece.alerts.enterList(sampleTerms('return-decision', { name: 'Return decisions' }))
  await greece.alerts.enter({ list: list.id, content: sampleContent() })
  await (await engineOf(world.ground)).settled()
  const desk = (await world.as(officer, { purpose: 'border-check' })).passengers
  await desk.enterCarrier({ code: 'YY', name: 'Calm Airways' })
  const { id } = await desk.enterCarrier({ code: 'ZZ', name: 'Invented Airways' })
  key = (await desk.issueKey({ id, label: 'Check-in' })).key
})

let control = 0
const send = async (people: ReturnType<typeof samplePerson>[], does?: string) => {
  const sent = await fetch(`${pages.url}/api/carrier/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/edifact' },
    body: samplePaxlst(people, {
      control: `ASK${++control}`,
      leg: sampleLeg({ departs: new Date(Date.now() + 5 * 3_600_000) }),
      ...(does && { function: does }),
    }),
  })
  expect(sent.status).toBe(200)
}

test('an officer sees since when and why a carrier’s answers say less, says that they have looked, and the sign is gone', async () => {
  const { page, complaints } = await pages.open(officer, '/passengers/carriers')
  const row = page.getByRole('row').filter({ hasText: 'Invented Airways' })
  await row.getByText('1 key in force').waitFor()
  expect(await page.getByText('Answers say nothing of lists').count()).toBe(0)
  await row.getByRole('button', { name: 'Change Invented Airways' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Suspended').waitFor()
  expect(await dialog.getByLabel(/Looked at/).count()).toBe(0)
  await page.keyboard.press('Escape')

  const asked = Array.from({ length: probing.selectees }, (_, n) => samplePerson(n, looked))
  await send(asked)
  await send(asked, 'XR')
  await send([samplePerson(50, looked)])

  // Nobody reloads anything.
  const sign = page.getByText('Answers say nothing of lists')
  await row.getByText('Answers say nothing of lists').waitFor({ timeout: 10_000 })
  expect(await sign.count()).toBe(1)
  await row.getByText(/^Since /).waitFor()
  expect(await axeFindings(page)).toEqual([])

  await row.getByRole('button', { name: 'Change Invented Airways' }).click()
  await dialog
    .getByText(/^Since .+ Of 5 people on whom it was answered, 5 did not travel; of 5 .+ see first, 5\.$/)
    .waitFor()
  await dialog.getByText('No passenger is kept from boarding by that', { exact: false }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  // Who opens it by its row, with the keyboard alone, reads the same, and what to do first.
  const at = (name: string) =>
    page.waitForFunction(
      text => document.activeElement?.closest('tr')?.textContent?.includes(text) ?? false,
      name,
    )
  await page.keyboard.press('k')
  await at('Calm Airways')
  await page.keyboard.press('j')
  await at('Invented Airways')
  await page.keyboard.press('Enter')
  await dialog.getByRole('heading', { name: 'Keys of Invented Airways' }).waitFor()
  await dialog.getByRole('heading', { name: 'What to do first' }).waitFor()
  await dialog.getByText('revoke the key and make another', { exact: false }).waitFor()
  expect(await dialog.getByRole('link', { name: 'Flights of ZZ' }).getAttribute('href')).toBe(
    '/passengers?carrier=ZZ&period=all',
  )
  expect(await dialog.getByText('were not closed', { exact: false }).count()).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'To its terms' }).click()
  await dialog.getByLabel(/^Looked at/).waitFor()
  // Whoever changes something else has not looked.
  await dialog.getByLabel('Close-outs are asked of it').uncheck()
  await dialog.getByLabel(/^Operations desk/).fill('+371 0000 0000')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row.getByText('+371 0000 0000').waitFor()
  await row.getByText('No close-outs asked of it').waitFor()
  expect(await sign.count()).toBe(1)

  // A colleague has the same in front of them.
  const colleague = await pages.open('dace-liepina-korr', '/passengers/carriers')
  await colleague.page.getByText('Answers say nothing of lists').waitFor()
  await row.getByRole('button', { name: 'Change Invented Airways' }).click()
  await dialog.getByLabel(/^Looked at/).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await sign.waitFor({ state: 'detached' })
  await colleague.page
    .getByText('Answers say nothing of lists')
    .waitFor({ state: 'detached', timeout: 10_000 })
  await row.getByText('1 key in force').waitFor()
  const { rows } = await world.owner.query(
    `select code, quiet, looked_by is not null as looked, close_outs, close_outs_by is not null as said
     from person.carrier order by code`,
  )
  expect(rows).toEqual([
    { code: 'YY', quiet: null, looked: false, close_outs: true, said: false },
    { code: 'ZZ', quiet: null, looked: true, close_outs: false, said: true },
  ])
  expect([...complaints, ...colleague.complaints]).toEqual([])
})
