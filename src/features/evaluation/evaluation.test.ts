import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'

const world = useWorld()
const alert = {
  id: 'A1',
  names: [{ family: 'Sample', given: 'Ivan' }, { full: 'Иван Сампле' }],
  birth: '1980-05-12',
  nationalities: ['UTO'],
  sex: 'M' as const,
  documents: [{ type: 'P', number: 'C0102030', issuer: 'UTO' }],
}

test('a passenger is screened against alerts of one’s own, best first and explained, as the command does', async () => {
  const officer = await world.as('kristaps-vitolnieks-hale')
  const { results, reviewThreshold } = await officer.evaluation.screen({
    alerts: [alert, { id: 'A2', names: [{ full: 'Quite Different' }], birth: null }],
    passengers: [
      { id: 'P1', family: 'SAMPEL', given: 'IVAN', birth: '1980-05-12' },
      { id: 'P2', full: 'Nobody Atall', birth: '1955-01-02' },
    ],
    explain: true,
  })
  expect(results.map(each => each.passenger)).toEqual(['P1', 'P2'])
  expect(results[0]?.hits[0]).toMatchObject({ alert: 'A1' })
  expect(results[0]?.hits[0]?.score).toBeGreaterThan(reviewThreshold)
  expect(results[0]?.hits[0]?.reasons.length).toBeGreaterThan(0)
  expect(results[1]?.hits).toEqual([])
})

test('pairs of names are scored in their order', async () => {
  const officer = await world.as('despina-kalogirou-astel')
  const { scores, reviewThreshold } = await officer.evaluation.compareNames({
    pairs: [
      { name1: 'Jon Smith', name2: 'John Smith' },
      { name1: 'Li Wu', name2: 'Lu Wu' },
    ],
  })
  expect(scores[0]).toBeGreaterThan(reviewThreshold)
  expect(scores[1]).toBeLessThan(reviewThreshold)
})

test('a machine-readable zone and a message are read with their findings; anything else is said to be none', async () => {
  const officer = await world.as('kristaps-vitolnieks-hale')
  const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
  const read = await officer.evaluation.parse({ content: zone, specimen: true })
  expect(read.messages).toHaveLength(1)
  await expect(officer.evaluation.parse({ content: 'Dear colleague, see below.' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

test('two alerts of one id are refused with the place, and the record never says what was asked', async () => {
  const officer = await world.as('kristaps-vitolnieks-hale', { correlation: 'evaluation-1' })
  await expect(
    officer.evaluation.screen({ alerts: [alert, alert], passengers: [{ id: 'P', full: 'X Y' }] }),
  ).rejects.toMatchObject({ code: 'invalid-input', data: { issues: [{ path: ['alerts', 1, 'id'] }] } })
  const { rows } = await world.owner.query<Record<string, unknown>>(
    `select * from record.entry where correlation = 'evaluation-1'`,
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('Sample')
})
