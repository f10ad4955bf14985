import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageBands, checkPersonAggregate, PersonAggregate } from './person-aggregate.ts'

const paths = (persons: PersonAggregate): string[] =>
  checkPersonAggregate(persons).map(({ path }) => path.join('.'))

test('parts above the whole are found, each at its field', () => {
  expect(paths({ total: 10, female: 6, male: 5 })).toEqual(['female'])
  expect(paths({ total: 10, citizenships: [{ country: 'SYR', number: 11 }] })).toEqual(['citizenships'])
  expect(paths({ total: 10, minors: 2, unaccompanied: 3 })).toEqual(['unaccompanied'])
  expect(paths({ total: 10, minors: 2, ages: { '0-11': 3 } })).toEqual(['ages'])
  expect(paths({ total: 10, minors: 4, ages: { '18-34': 7 } })).toEqual(['minors'])
  expect(paths({ total: 2, unaccompanied: 3 })).toEqual(['unaccompanied'])
})

test('a sentence names both figures', () => {
  expect(checkPersonAggregate({ total: 3, minors: 5 })[0]?.problem).toBe(
    'Minors: 5 is more than the number of persons (3). Correct one of the two.',
  )
})

test('the same citizenship may stand once as claimed and once as established, not twice alike', () => {
  const row = { country: 'AFG', number: 1 }
  expect(paths({ citizenships: [row, { ...row, established: true }] })).toEqual([])
  expect(paths({ citizenships: [row, row] })).toEqual(['citizenships.1'])
})

test('not known is not zero: nothing given, nothing wrong', () => {
  expect(paths({})).toEqual([])
  expect(paths({ total: 40, citizenships: [{ country: 'STL' }] })).toEqual([])
})

test('a name, a birth date or a document number finds no place in it', () => {
  expect(
    Object.keys(PersonAggregate.parse({ total: 1, name: 'A', birth: '1990-01-01', document: 'X' })),
  ).toEqual(['total'])
  expect(PersonAggregate.safeParse({ citizenships: [{ country: 'GER' }] }).success).toBe(false)
})

test('counts made by sorting invented persons always agree', () => {
  const person = fc.record({
    country: fc.constantFrom('SYR', 'AFG', 'STL', 'UNK'),
    female: fc.boolean(),
    band: fc.constantFrom(...ageBands),
    alone: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(person), all => {
      const count = (test: (each: (typeof all)[number]) => boolean): number => all.filter(test).length
      const minor = (each: (typeof all)[number]): boolean => ageBands.indexOf(each.band) < 3
      const persons = PersonAggregate.parse({
        total: all.length,
        citizenships: [...new Set(all.map(each => each.country))].map(country => ({
          country,
          number: count(each => each.country === country),
        })),
        female: count(each => each.female),
        male: count(each => !each.female),
        ages: Object.fromEntries(ageBands.map(band => [band, count(each => each.band === band)])),
        minors: count(minor),
        unaccompanied: count(each => minor(each) && each.alone),
      })
      return checkPersonAggregate(persons).length === 0
    }),
  )
})
