import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { alertsOfTheirOwn } from '#test/alerts-of-their-own.ts'
import { raise } from './samples.ts'

const world = useWorld()
const { as, greece, border, anAlert, person, passenger, theHit } = alertsOfTheirOwn(world)

test('a victim of misused identity is told apart by a question, kept with their consent, and only for a misused identity', async () => {
  const { id } = await anAlert('return-decision', {}, () => ({
    identities: [person(), { ...person(), kind: 'misused', birth: '1999-08-08' }],
  }))
  const keeper = await greece()
  const question = {
    question: 'The name of your first school?',
    answer: 'Invented school',
    consent: 'In writing, file 7',
    consentOn: '2026-01-05',
  }
  await expect(keeper.hits.keepMisused({ alert: id, number: 1, ...question })).rejects.toMatchObject({
    code: 'not-found',
  })
  await keeper.hits.keepMisused({ alert: id, number: 2, ...question })
  await raise(world, [passenger()])
  const officer = await border()
  const hit = await officer.hits.read({ id: (await theHit(id))?.id ?? '' })
  expect(hit.misused).toMatchObject([
    { number: 2, question: 'The name of your first school?', answer: 'Invented school' },
  ])
  await expect(officer.hits.keepMisused({ alert: id, number: 2, ...question })).rejects.toMatchObject({
    code: 'not-competent',
  })
  const bureau = await as('sanita-krumina-falk', 'alert-keeping')
  await expect(bureau.hits.keepMisused({ alert: id, number: 2, ...question })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(bureau.hits.forgetMisused({ alert: id, number: 2 })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await keeper.hits.forgetMisused({ alert: id, number: 2 })).toEqual([])
})
