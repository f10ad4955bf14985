import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'

const world = useWorld({ worked: true })

test('the demonstration has hits in each state, a form that was answered and one that waits, and somebody known not to be the same', async () => {
  const desk = await world.as('dace-liepina-korr', { purpose: 'border-check' })
  const { items } = await desk.hits.list({ view: 'all' })
  expect(new Set(items.map(each => each.state))).toEqual(new Set(['open', 'first', 'decided']))
  expect(new Set(items.flatMap(each => each.verdict ?? []))).toEqual(
    new Set(['same', 'not-the-same', 'cannot-tell']),
  )
  expect((await desk.hits.notTheSame({})).items).toHaveLength(1)
  const waiting = (await desk.hits.list({})).items
  expect(waiting.length).toBeGreaterThan(3)
  const due = waiting.map(each => each.dueAt ?? '~')
  expect(due).toEqual(due.toSorted())
  const read = await Promise.all(items.map(each => desk.hits.read({ id: each.id })))
  expect(read.some(each => each.misused.length > 0)).toBe(true)
  expect(read.some(each => each.reasons.some(reason => reason.kind === 'range'))).toBe(true)
  const owner = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  expect((await owner.hits.owed()).map(each => [each.kind, each.owed, each.urgent])).toEqual([
    ['misused-identity', true, true],
  ])
  expect((await owner.hits.list({ view: 'ours' })).items.length).toBeGreaterThan(1)
})

test('the demonstration has two months of hits in numbers, counted by the nightly duty from what officers said', async () => {
  const desk = await world.as('dace-liepina-korr', { purpose: 'border-check' })
  const months = await desk.hits.statistics()
  expect(months.map(each => each.kind)).toEqual([
    'refusal-of-entry',
    'return-decision',
    'refusal-of-entry',
    'return-decision',
  ])
  expect(new Set(months.map(each => each.month)).size).toBe(2)
  expect(
    months.map(each => [each.raised, each.same, each.notTheSame, each.cannotTell, each.withinTwelve]),
  ).toEqual([
    [5, 0, 5, 0, 0],
    [15, 5, 10, 0, 5],
    [5, 5, 0, 0, 0],
    [5, 0, 5, 0, 0],
  ])
  // What was compared is forgotten when due, and the flights of these days are not closed by the counting.
  const { items } = await desk.hits.list({ view: 'all' })
  const counted = items.filter(each => each.subjectKind === 'query')
  expect(counted).toHaveLength(29)
  expect(counted.filter(each => each.verdict !== 'same').every(each => each.name === '')).toBe(true)
  expect(items.filter(each => each.state === 'closed')).toEqual([])
})
