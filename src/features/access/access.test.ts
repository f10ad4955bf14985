import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'

const world = useWorld()

const mandate = (official: number) => ({
  official,
  competences: ['read' as const],
  areas: ['early-warning' as const],
  clearance: 'LIMITED' as const,
  validUntil: new Date(Date.now() + 3_600_000).toISOString(),
})

test('a contact point grants a mandate to an official of its own State, and to no other', async () => {
  const croatia = await world.as('vesna-kraljic-dorn')
  const own = await world.actor('ivana-perkovic-lund')
  const foreign = await world.actor('yannis-petrakis-orfeo')
  await expect(croatia.access.grant(mandate(own.person))).resolves.toHaveProperty('id')
  await expect(croatia.access.grant(mandate(foreign.person))).rejects.toMatchObject({ code: 'not-found' })
})

test('an officer cannot grant anything', async () => {
  const officer = await world.as('ivana-perkovic-lund')
  const colleague = await world.actor('vesna-kraljic-dorn')
  await expect(officer.access.grant(mandate(colleague.person))).rejects.toMatchObject({
    code: 'not-competent',
  })
})

test('a mandate that is withdrawn is nobody’s at once', async () => {
  const latvia = await world.as('ilze-ozolina-brandt')
  const { mandate: id } = await world.actor('kristaps-vitolnieks-hale')
  const officer = await world.as('kristaps-vitolnieks-hale')
  expect((await officer.directory.units({})).length).toBeGreaterThan(5)
  await latvia.access.withdraw({ id })
  expect(await officer.directory.units({})).toEqual([])
})

test('a refusal stays in the record although nothing else of it does', async () => {
  const officer = await world.as('marta-colonnese-ruiz', { correlation: 'test-refusal-1' })
  await expect(officer.directory.admit({ code: 'CH', kind: 'associated' })).rejects.toMatchObject({
    code: 'not-competent',
  })
  const { rows } = await world.owner.query(
    `select operation, outcome, problem from record.entry where correlation = 'test-refusal-1'`,
  )
  expect(rows).toEqual([{ operation: 'directory.admit', outcome: 'refused', problem: 'not-competent' }])
})

test('the same submission sent twice is done once and answered alike', async () => {
  const submission = 'submission-0001'
  const head = await world.as('katrin-hollerbach-inys', { submission })
  const { person } = await world.actor('silke-brandhorst-yeo')
  const given = mandate(person)
  const [first, second] = await Promise.all([head.access.grant(given), head.access.grant(given)])
  expect(second).toEqual(first)
  await expect(head.access.grant({ ...given, clearance: 'PUBLIC' })).rejects.toMatchObject({
    code: 'conflict',
  })
})
