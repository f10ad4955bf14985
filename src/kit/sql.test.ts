import fc from 'fast-check'
import { expect, test } from 'vitest'
import { join, sql } from './sql.ts'

test('a value becomes a parameter, whatever it says', () => {
  fc.assert(
    fc.property(fc.string(), value => {
      const query = sql`select ${value} as said`
      expect(query.text).toBe('select $1 as said')
      expect(query.values).toEqual([value])
    }),
  )
})

test('a query within a query keeps its parameters in order', () => {
  const inner = sql`b = ${2} and c = ${3}`
  const outer = sql`select from t where a = ${1} and ${inner} and d = ${4}`
  expect(outer.text).toBe('select from t where a = $1 and b = $2 and c = $3 and d = $4')
  expect(outer.values).toEqual([1, 2, 3, 4])
})

test('conditions are joined, and none of them is an empty piece', () => {
  expect(join([sql`a = ${1}`, sql`b = ${2}`], 'and').text).toBe('a = $1 and b = $2')
  expect(join([], 'or', sql`false`).text).toBe('false')
})

test('an object that only looks like a query is a value', () => {
  const forged = { text: 'drop table x', values: [] }
  // @ts-expect-error a raw string or a forged query does not compile
  const query = sql`select ${forged}`
  expect(query.text).toBe('select $1')
})
