import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInRecord, findPersonalData } from './find.ts'

const lines = (name: string): string[] =>
  readFileSync(new URL(`./corpus/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
const mustStop = lines('must-stop')
const mustPass = lines('must-pass')
const kinds = (text: string): string[] => findPersonalData(text).map(({ kind }) => kind)

/** Every third line was kept back while the rules were tuned. */
const heldOut = (all: string[]): string[] => all.filter((_, at) => at % 3 === 2)

test.each([
  { which: 'all lines', stop: mustStop, pass: mustPass },
  { which: 'the third kept back', stop: heldOut(mustStop), pass: heldOut(mustPass) },
])(
  'of $which, at least 98 in 100 that must stop are caught and at most 2 that must pass are stopped',
  ({ stop, pass }) => {
    const missed = stop.filter(line => findPersonalData(line).length === 0)
    const wrong = pass.filter(line => findPersonalData(line).length > 0)
    expect(stop.length - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(stop.length * 0.98)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(pass.length * 0.02)
  },
)

test('the corpora hold at least 260 lines each and none twice', () => {
  for (const corpus of [mustStop, mustPass]) {
    expect(corpus.length).toBeGreaterThanOrEqual(260)
    expect(new Set(corpus).size).toBe(corpus.length)
  }
})

test('each kind is told apart', () => {
  expect(kinds('Ahmad Karimi, born 12.05.1990')).toEqual(['name-with-birth-date'])
  expect(kinds('date of birth 12.05.1990')).toEqual(['birth-date'])
  expect(kinds('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<')).toEqual(['mrz'])
  expect(kinds('passport AB1234567')).toEqual(['document-number'])
  expect(kinds('ЕГН 8001014509')).toEqual(['personal-number'])
  expect(kinds('tel. +30 694 123 4567')).toEqual(['phone'])
  expect(kinds('a.b@example.org')).toEqual(['e-mail'])
  expect(kinds('Telegram: @travel_boss')).toEqual(['account'])
  expect(kinds('GR16 0110 1250 0000 0001 2300 695')).toEqual(['iban'])
  expect(kinds('4111 1111 1111 1111')).toEqual(['payment-card'])
  expect(kinds('the driver Oleksandr Bondarenko fled')).toEqual(['person-name'])
})

test('several findings in one text stand in its order and point at the very words', () => {
  const text =
    'Driver Emre Şahin, born 22/09/1993, passport U12345678, phone +90 532 123 45 67, on 12 May 2026.'
  expect(findPersonalData(text).map(({ excerpt }) => excerpt)).toEqual([
    'Emre Şahin, born 22/09/1993',
    'U12345678',
    '+90 532 123 45 67',
  ])
})

test('a registration of a vehicle stops only where it is asked for', () => {
  const text = 'white van, plate 34 ABC 123, left at 03:10'
  expect(kinds(text)).toEqual([])
  expect(findPersonalData(text, { plates: true }).map(({ excerpt }) => excerpt)).toEqual(['34 ABC 123'])
})

test('figures written in other scripts and signs that cannot be seen hide nothing', () => {
  expect(kinds('هاتف ٠٩٤٤١٢٣٤٥٦')).toEqual(['phone'])
  expect(kinds('passport ＡＢ１２３４５６７')).toEqual(['document-number'])
  expect(kinds('passport AB12\u200b345\u00ad67')).toEqual(['document-number'])
  expect(kinds('Ahmad\u00a0Karimi, DOB\u00a012.05.1990')).toEqual(['name-with-birth-date'])
})

test('a finding says what it is and how to mend it, in plain sentences', () => {
  for (const line of mustStop)
    for (const { sentence } of findPersonalData(line))
      expect(sentence).toMatch(/^This looks like .+\. \p{Lu}.+\.$/u)
})

test('in a record each finding has the path of its field, and the name of the field counts as a word', () => {
  const found = findInRecord({
    title: 'Boat from Bodrum, 45 persons',
    measures: [{ text: 'none' }, { text: 'call 0030 694 123 4567' }],
    passportNumber: '123456789',
    persons: 45,
    self: null,
  })
  expect(found.map(({ path, kind, excerpt }) => [path.join('.'), kind, excerpt])).toEqual([
    ['measures.1.text', 'phone', '0030 694 123 4567'],
    ['passportNumber', 'document-number', '123456789'],
  ])
})

test('a record that contains itself is read once', () => {
  const record: Record<string, unknown> = { text: 'a@example.org' }
  record['again'] = record
  expect(findInRecord(record)).toHaveLength(1)
})

test('whatever the text, findings lie in it, in order, apart, and quote it', () => {
  const piece = fc.oneof(
    fc.constantFrom(...mustStop, ...mustPass),
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<', '@', '+', ' 1', 'no. ', '\n', '\ud800', 'born ', 'A1'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
      const text = pieces.join('')
      let last = 0
      for (const { start, end, excerpt } of findPersonalData(text)) {
        if (start < last || end <= start || end > text.length) return false
        if (!text.slice(start, end).startsWith(excerpt)) return false
        last = end
      }
      return true
    }),
  )
})

const hostile = [
  'a',
  '1',
  '@',
  'a@',
  '<',
  'A<<',
  '1.1.1990 ',
  'passport no ',
  'passport 1 ',
  'Ahmad Karimi ',
  '+1',
  '12 34 56 ',
  'born ',
  '1.',
  'tel 1 ',
  'a at b dot ',
  'KARIMI, ',
  'DE89 ',
  'A1',
  'محمد احمد ',
  ' ',
  'ا\u0301',
  'May 1 ',
  'Mr A ',
]

test('no text makes it slow: four times a hostile text costs about four times as much', () => {
  const cost = (text: string): number => {
    const from = process.cpuUsage()
    findPersonalData(text)
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }
  cost('warm 12 May 1990 '.repeat(1000))
  for (const unit of hostile) {
    const long = unit.repeat(Math.ceil(200_000 / unit.length))
    const quarter = cost(long.slice(0, 50_000))
    const whole = cost(long)
    expect(whole, `${JSON.stringify(unit)}: ${whole} ms, a quarter ${quarter} ms`).toBeLessThan(
      Math.max(300, quarter * 10),
    )
  }
}, 60_000)
