import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordChanges } from './word-changes.ts'

test('both texts can be read back from what changed', () => {
  const words = fc
    .array(fc.constantFrom('boat', 'lorry', 'at', 'night', 'twelve', 'persons'), { maxLength: 30 })
    .map(all => all.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changes = wordChanges(before, after)
      const without = (kind: string) =>
        changes
          .filter(change => change.kind !== kind)
          .map(change => change.text)
          .join('')
      expect(without('new')).toBe(before)
      expect(without('gone')).toBe(after)
    }),
  )
})

test('only the words that changed are marked', () => {
  expect(wordChanges('three lorries at night', 'four lorries at night')).toEqual([
    { kind: 'gone', text: 'three' },
    { kind: 'new', text: 'four' },
    { kind: 'same', text: ' lorries at night' },
  ])
})
