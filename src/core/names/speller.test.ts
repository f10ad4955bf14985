import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Script } from './script.ts'
import { latinCost, soundLikeness, Speller, unitNumbers } from './sound-cost.ts'

const words = 'محمد حسين عبدالله الأسد فاطمة يوسف إبراهيم'
  .split(' ')
  .map(word => unitNumbers(word, Script.Arabic))
const cyrillic = 'Александр Щербаков Жуковский Юлия'
  .split(' ')
  .map(word => unitNumbers(word, Script.Cyrillic))

test('a word laid beside many others is weighed as it is beside each alone', () => {
  const speller = new Speller()
  const letters = fc.string({
    unit: fc.constantFrom(...'abdefhijklmnorsuvwyz'.split('')),
    minLength: 1,
    maxLength: 14,
  })
  const spelt = fc.constantFrom(
    'mohamed',
    'hussein',
    'yusuf',
    'aleksandr',
    'jukovski',
    'scherbakov',
    'fatima',
  )
  fc.assert(
    fc.property(fc.oneof(letters, spelt), latin => {
      const own = latinCost(latin)
      fc.pre(own < 60)
      speller.set(latin, own)
      for (const units of [...words, ...cyrillic]) {
        const alone = soundLikeness(units, latin)
        const beside = speller.likeness([7, ...units, 9], 1, units.length + 1, 0.5)
        if (alone >= 0.5) expect(beside).toBe(alone)
        else expect(beside).toBeLessThan(0.5)
      }
    }),
    { numRuns: 2000 },
  )
})
