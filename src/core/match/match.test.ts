import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Script } from '#core/names/script.ts'
import { bandOf, reviewScore, showScore } from './bands.ts'
import { birthKey, birthOf, readBirth, relateBirth, showBirth } from './birth.ts'
import { compareNames } from './compare.ts'
import { editCost } from './edit.ts'
import { pointsOf, scoreOf } from './evidence.ts'
import { Found, foundWidth } from './expand.ts'
import { How } from './likeness.ts'
import { buildColumns, Matcher } from './matcher.ts'
import type { AlertRecord } from './records.ts'
import { documentNumber } from './records.ts'
import { FrozenSegment } from './segment.ts'
import { reload, snapshot } from './snapshot.ts'

const families =
  'Haddad Kovalenko Traoré Müller Nguyen García Yılmaz Rahman Petrov Okafor Jensen Rossi'.split(' ')
const givens = 'Samir Olena Fatoumata Jürgen Minh Lucía Emre Anisur Dmitri Ngozi Lars Giulia'.split(' ')

function list(): AlertRecord[] {
  const out: AlertRecord[] = []
  for (let i = 0; i < 600; i++)
    out.push({
      id: `A${i}`,
      names: [{ family: families[i % 12] ?? '', given: givens[(i * 5 + Math.floor(i / 12)) % 12] ?? '' }],
      birth: `${1950 + (i % 50)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
      nationalities: ['UTO'],
      sex: null,
      documents: [],
    })
  out.push({
    id: 'Q',
    names: [{ family: 'Zaragozi', given: 'Ilarion' }, { full: 'Иларион Сарагози' }],
    birth: '1980-05-12',
    nationalities: ['GEO'],
    sex: 'M',
    documents: [{ type: 'P', number: 'B0815Z771', issuer: 'GEO' }],
  })
  out.push({
    id: 'U',
    names: [{ family: 'Quispealaya', given: 'Teodomiro' }],
    birth: null,
    nationalities: [],
    sex: null,
  })
  out.push({ id: 'H', names: [{ full: 'محمد الجبوري' }], birth: '1975-03-02', nationalities: ['IRQ'] })
  return out
}

const matcher = new Matcher(buildColumns(list()))
const scoreFor = (alert: string, passenger: Parameters<Matcher['screen']>[0]): number =>
  matcher.screen(passenger, { threshold: 0.01, limit: 1000 }).find(hit => hit.alert === alert)?.score ?? 0
const own = { family: 'ZARAGOZI', given: 'ILARION', birth: '1980-05-12' }

/** Invented alerts of which only the name in another script is known, each with ways its bearer is announced. */
const elsewhere: [string, string, Parameters<Matcher['screen']>[0][]][] = [
  [
    'a name cut short by its field',
    'جلول, خديجة',
    [
      { family: 'DJELLOUL', given: 'KHAD', truncated: true },
      { family: 'DJELLOUL', given: 'KHADI' },
    ],
  ],
  [
    'compounds with God in one word or two',
    'ثناء الله, ندیم',
    [
      { family: 'SANAULLAH', given: 'NADEEM' },
      { family: 'SANA ULLAH', given: 'NADEEM' },
    ],
  ],
  ['Abd Allah in two words', 'عبد الله بوشعير', [{ family: 'BOUCHAIR', given: 'ABDULLAH' }]],
  [
    '"son of" written to the name',
    'بن جلول, هدى',
    [
      { family: 'BENDJELLOUL', given: 'HOUDA' },
      { family: 'BEN DJELLOUL', given: 'HOUDA' },
    ],
  ],
  ['a letter that Persian hears otherwise', 'رضایی, رضا', [{ family: 'REZAEI', given: 'REZA' }]],
  ['a letter that Arabic does not know', 'وحیدپور, مرضیه', [{ family: 'VAHIDPOUR', given: 'MARZIEH' }]],
  ['a family name in two words', 'بوهاشم, هشام', [{ family: 'BOU HACHEM', given: 'HICHAM' }]],
  ['words of a single consonant', 'عيسى, عائشة', [{ family: 'ISSA', given: 'AISHA' }]],
  ['Bengali', 'চৌধুরী, পারভীন', [{ family: 'CHOWDHURY', given: 'PARVIN' }]],
  ['Ethiopic', 'ዘርአመድህን, ዮሐንስ', [{ family: 'ZERAMEDHIN', given: 'JOHANNES' }]],
  ['Thai', 'วงศ์สวัสดิ์, สมชาย', [{ family: 'WONGSAWAT', given: 'SOMCHAI' }]],
]

test.each(elsewhere)('an alert in other letters than Latin is found: %s', (_, full, passengers) => {
  const comma = full.indexOf(', ')
  const name = comma < 0 ? { full } : { family: full.slice(0, comma), given: full.slice(comma + 2) }
  // the same words in Latin letters stand on the list as well, borne by others
  const others = passengers.flatMap((passenger, i): AlertRecord[] =>
    [passenger.family, passenger.given].flatMap((word, k) =>
      word == null
        ? []
        : [{ id: `O${i}${k}`, names: [{ family: 'Okafor', given: word }], birth: '1941-09-30' }],
    ),
  )
  const of = new Matcher(
    buildColumns([...list(), ...others, { id: 'N', names: [name], birth: '1978-02-14' }]),
  )
  for (const passenger of passengers) {
    const hit = of.screen({ ...passenger, birth: '1978-02-14' }).find(one => one.alert === 'N')
    expect(hit?.score ?? 0, JSON.stringify(passenger)).toBeGreaterThanOrEqual(reviewScore)
  }
})

test('a sound that English, French, Arabic and Persian usage write in two ways costs next to nothing', () => {
  for (const [listed, announced] of [
    ['Ghorbani', 'QORBANI'],
    ['Qaderi', 'GHADERI'],
    ['Sadeqi', 'SADEGHI'],
    ['Ouahidi', 'WAHIDI'],
  ] as const) {
    const of = new Matcher(
      buildColumns([
        ...list(),
        ...Array.from(
          { length: 200 },
          (_, i): AlertRecord => ({
            id: `M${i}`,
            names: [{ family: announced, given: givens[i % 12] ?? '' }],
            birth: '1950-01-05',
          }),
        ),
        { id: 'N', names: [{ family: listed, given: 'Hamideh' }], birth: '1978-02-14' },
      ]),
    )
    const score = (family: string): number =>
      of.screen({ family, given: 'HAMEEDA', birth: '1978-02-14' }).find(one => one.alert === 'N')?.score ?? 0
    expect(score(announced), announced).toBeGreaterThan(score(listed) - 0.04)
  }
})

test('an error in a word of which Latin letters show what is meant counts little in other letters too', () => {
  const of = new Matcher(
    buildColumns([
      ...list(),
      ...Array.from(
        { length: 60 },
        (_, i): AlertRecord => ({
          id: `M${i}`,
          names: [{ family: families[i % 12] ?? '', given: 'Hassan' }],
          birth: '1950-01-05',
        }),
      ),
      { id: 'N', names: [{ full: 'حسن طارق' }], birth: '1978-02-14' },
    ]),
  )
  const score = (given: string): number =>
    of.screen({ family: 'TAREQ', given, birth: '1978-02-14' }).find(one => one.alert === 'N')?.score ?? 0
  expect(score('HASSAN')).toBeGreaterThan(reviewScore)
  expect(score('HASKAN')).toBeGreaterThan(score('HASSAN') - 0.05)
})

test('one person is found through typing errors, other orders, cuts, swapped dates and wrong years', () => {
  for (const passenger of [
    own,
    { ...own, family: 'ZARAGOSI' },
    { ...own, family: 'ZARGAOZI' },
    { ...own, family: 'ZARAG0ZI' },
    { family: 'ILARION', given: 'ZARAGOZI', birth: '1980-05-12' },
    { family: 'ZARAGOZIILARION', given: '', birth: '1980-05-12' },
    { family: 'ZARA GOZI', given: 'ILARION', birth: '1980-05-12' },
    { ...own, given: 'ILARION PETRE' },
    { ...own, given: 'ILAR', truncated: true },
    { ...own, birth: '1980-12-05' },
    { ...own, birth: '1981-05-12' },
    { ...own, birth: '1990-05-12' },
    { ...own, birth: '1980' },
    { ...own, birth: null },
    { full: 'Иларион Сарагози', birth: '1980-05-12' },
  ])
    expect(scoreFor('Q', passenger), JSON.stringify(passenger)).toBeGreaterThanOrEqual(reviewScore)
})

test('an alert without a date of birth is found by its rare name, and one in Arabic letters by a Latin name', () => {
  expect(scoreFor('U', { family: 'QUISPEALAYA', given: 'TEODOMIRO', birth: '1961-01-09' })).toBeGreaterThan(
    reviewScore,
  )
  expect(scoreFor('H', { family: 'AL JABOURI', given: 'MOHAMMED', birth: '1975-03-02' })).toBeGreaterThan(
    reviewScore,
  )
})

test('an alert is found by any threshold below its score, by an initial as well', () => {
  const ids = ['I1', 'I2', 'I3', 'I4', 'I5']
  const initials = new Matcher(
    buildColumns([
      ...list(),
      ...ids.map(id => ({ id, names: [{ family: 'Rahman', given: 'Anisur Q.' }], birth: null })),
    ]),
  )
  const passenger = { family: 'RAHMAN', given: 'ANISUR QUDRAT', birth: '1961-01-09' }
  const all = initials.screen(passenger, { threshold: 0.01, limit: 1000 })
  const score = all.find(hit => hit.alert === 'I1')?.score ?? 0
  expect(score).toBeGreaterThan(reviewScore)
  const found = initials.screen(passenger, { threshold: score - 0.0005, limit: 1000 })
  expect(found.map(hit => hit.alert)).toEqual(expect.arrayContaining(ids))
})

test('a misspelling is forgiven sooner where nobody on the list bears the word as it was written', () => {
  const others = Array.from({ length: 200 }, (_, i) => ({
    id: `Z${i}`,
    names: [{ family: 'Quispealama', given: families[i % 12] ?? '' }],
    birth: `${1950 + (i % 40)}-07-${String(1 + (i % 28)).padStart(2, '0')}`,
  }))
  const borne = new Matcher(buildColumns([...list(), ...others]))
  const asked = { family: 'QUISPEALAMA', given: 'TEODOMIRO', birth: '1961-01-09' }
  const score = borne.screen(asked, { threshold: 0.01 }).find(hit => hit.alert === 'U')?.score ?? 0
  expect(score).toBeLessThan(scoreFor('U', asked) - 0.1)
})

test('the first of January clears as any date does, but within its year it may stand for another', () => {
  const live = new Matcher(buildColumns(list()))
  const relation = (alert: string, birth: string): string | undefined => {
    live.put({ id: 'J', names: [{ family: 'Oyelarandu', given: 'Titilayo' }], birth: alert })
    const reasons = live
      .screen({ family: 'OYELARANDU', given: 'TITILAYO', birth }, { explain: true, threshold: 0.01 })
      .flatMap(hit => hit.reasons)
    expect(reasons.map(reason => reason.kind)).not.toContain('rule')
    return reasons.find(reason => reason.kind === 'birth')?.relation
  }
  expect(relation('1991-01-01', '1991-01-01')).toBe('same')
  expect(relation('1991-05-17', '1991-01-01')).toBe('estimated, same year')
  expect(relation('1985-05-17', '1991-01-01')).toBe('other')
})

test('a whole name in one word is found with a typing error, with a particle the list leaves out, in another script', () => {
  const live = new Matcher(buildColumns(list()))
  live.put({ id: 'F', names: [{ family: 'Ben Mohamed', given: 'Faysal' }], birth: '1986-02-11' })
  live.put({ id: 'R', names: [{ full: 'رضا رضایی' }], birth: '1976-09-01' })
  const found = (full: string, birth: string): string[] => live.screen({ full, birth }).map(hit => hit.alert)
  const frozen = new Matcher(live.compact())
  for (const [full, birth, alert] of [
    ['ZARAGOZZIILARION', '1980-05-12', 'Q'],
    ['FAYSALBENMOHAMED', '1986-02-11', 'F'],
    ['REZAREZAIE', '1976-09-01', 'R'],
  ] as const) {
    expect(
      frozen.screen({ full, birth }).map(hit => hit.alert),
      full,
    ).toContain(alert)
    // on another date the letters alone are not enough
    expect(found(full, '1951-03-04')).not.toContain(alert)
  }
})

test('a name cut short is found on the same date where nobody says that it was cut', () => {
  const cut = { family: 'ZARAGOZI', given: 'ILAR', birth: '1980-05-12' }
  expect(scoreFor('Q', cut)).toBeGreaterThanOrEqual(reviewScore)
  expect(scoreFor('Q', cut)).toBeGreaterThan(scoreFor('Q', { ...cut, given: 'OTAR' }))
})

test('a year off by one tells more where year and month are known and the month agrees than where the year is all', () => {
  const { names } = list()[20]!
  const live = new Matcher(
    buildColumns([...list(), { id: 'M', names, birth: '1990-07' }, { id: 'Y', names, birth: '1990' }]),
  )
  const hits = live.screen({ ...names[0], birth: '1991-07-14' }, { threshold: 0.01, limit: 1000 })
  const score = (id: string): number => hits.find(hit => hit.alert === id)?.score ?? 0
  expect(score('M')).toBeGreaterThan(score('Y') + 0.02)
})

test('people of one name mostly are of one sex: agreeing hardly tells, another sex does', () => {
  const plain = scoreFor('Q', own)
  expect(scoreFor('Q', { ...own, sex: 'M' }) - plain).toBeLessThan(0.02)
  expect(scoreFor('Q', { ...own, sex: 'F' })).toBeLessThan(plain - 0.05)
})

test('the best few are the first of all, however many more there are, and are explained in the same words', () => {
  const many = Array.from({ length: 400 }, (_, i) => ({
    id: `N${i}`,
    names: [{ family: 'Oyelarandu', given: i % 3 === 0 ? 'Titilayo' : i % 3 === 1 ? 'Titilaya' : 'T.' }],
    birth: i % 5 === 0 ? null : `${1960 + (i % 40)}-0${1 + (i % 9)}-11`,
  }))
  const live = new Matcher(buildColumns([...list(), ...many]))
  for (const alert of many.slice(0, 60)) live.put({ ...alert, id: `P${alert.id}` })
  const asked = { family: 'OYELARANDU', given: 'TITILAYO', birth: null }
  const all = live.screen(asked, { threshold: 0.2, limit: 1000, explain: true })
  expect(all.length).toBeGreaterThan(300)
  expect(live.screen(asked, { threshold: 0.2, limit: 7, explain: true })).toEqual(all.slice(0, 7))
  expect(live.screen(asked, { threshold: 0.2, limit: 0 })).toEqual([])
})

test('names in Arabic letters are found whatever vowels their Latin spelling has', () => {
  for (const [latin, arabic] of [
    ['Muhammad Rostami', 'محمد رستمی'],
    ['Gul Ahmadi', 'گل احمدی'],
    ['Popal Maryam', 'مریم پوپل'],
  ] as const)
    expect(compareNames(latin, arabic).score, latin).toBeGreaterThan(reviewScore)
})

test('less said scores below more said, and what is left out above what contradicts', () => {
  expect(scoreFor('Q', { ...own, birth: null })).toBeLessThan(scoreFor('Q', own))
  expect(scoreFor('Q', { ...own, birth: '1980' })).toBeLessThan(scoreFor('Q', own))
  expect(scoreFor('Q', { ...own, given: '' })).toBeGreaterThan(
    scoreFor('Q', { ...own, given: 'BARTHOLOMEW' }),
  )
  expect(scoreFor('Q', own)).toBeLessThan(1)
  expect(scoreFor('Q', { ...own, documents: [{ number: 'B0815Z771', issuer: 'GEO' }] })).toBeGreaterThan(
    scoreFor('Q', own),
  )
})

test('words of the list that may be the one asked for come in the order of their worth, the word itself first', () => {
  const written = 'Lopez Lopes Lopez Gymenez Gimenes Mehmud محمود Mahmood Umesola Umesoola Михайло Μιχαήλ'
  const alerts = written.split(' ').map((family, i) => ({ id: `W${i}`, names: [{ family, given: 'Zoé' }] }))
  const { expansions } = new FrozenSegment(buildColumns([...list(), ...alerts]), 100)
  for (const word of ['lopez', 'gimenez', 'mahmoud', 'umesola', 'mykhailo']) {
    const { found, at, count } = expansions.of(word, word, Script.Latin, false)
    const gains = Array.from({ length: count }, (_, i) => found[at + i * foundWidth + Found.Gain]!)
    expect(count, word).toBeGreaterThan(1)
    expect(gains, word).toEqual(gains.toSorted((a, b) => b - a))
    const hows = Array.from({ length: count }, (_, i) => found[at + i * foundWidth + Found.How]!)
    expect(hows.lastIndexOf(How.Same), word).toBeLessThan(1)
  }
})

test('the score of a hit does not depend on how much was asked for', () => {
  const names = [{ family: 'Левченко', given: 'Сергій Вікторович' }]
  const asked = new Matcher(buildColumns([...list(), { id: 'L', names, birth: '1978' }]))
  for (const birth of ['1978-05-15', '1980-05-15', null]) {
    const passenger = { family: 'LE VCHENKO', given: 'SERHII VIKTOROVYCH', birth }
    const scores = [0.05, 0.5, 0.6, 0.7, 0.75, 0.85, 0.9].map(threshold =>
      asked.screen(passenger, { threshold }).map(hit => hit.score),
    )
    expect(scores[0]).toHaveLength(1)
    for (const [score] of scores) expect(score ?? scores[0]![0]).toBe(scores[0]![0])
  }
})

test('a document number in the digits of any script is the same number', () => {
  for (const written of ['B-١٢٣٤٥٦٧', 'b ۱۲۳۴۵۶۷', 'B१२३४५६७', 'Ｂ１２３４５６７'])
    expect(documentNumber(written)).toBe('B1234567')
})

test('the right document is found under a changed surname and through a misread sign', () => {
  for (const number of ['B0815Z771', 'BO8I5Z771', '8O815277I']) {
    const hit = matcher.screen({
      family: 'PERCHOV',
      given: 'ILARION',
      birth: '1980-05-12',
      documents: [{ type: 'P', number, issuer: 'GEO' }],
    })[0]
    expect(hit?.alert).toBe('Q')
  }
})

test('every point of a score is explained, with the name of the alert', () => {
  const hit = matcher.screen(
    { ...own, nationality: 'GEO', sex: 'M', documents: [{ number: 'B08I5Z771', issuer: 'GEO' }] },
    { explain: true },
  )[0]
  const points = (hit?.reasons ?? []).reduce((sum, reason) => sum + reason.points, 0)
  expect(Math.abs(scoreOf(points, matcher.review) - (hit?.score ?? 0))).toBeLessThan(0.001)
  const name = hit?.reasons.find(reason => reason.kind === 'name')
  expect(name).toMatchObject({ alertName: 'Zaragozi, Ilarion', onlyAlert: [], onlyPassenger: [] })
  expect(hit?.reasons.map(reason => reason.kind)).toEqual(['name', 'birth', 'document', 'nationality', 'sex'])
})

test('an alert added, changed or withdrawn is seen by the very next question, and survives freezing', () => {
  const live = new Matcher(buildColumns(list()))
  const asked = { family: 'OYELARANDU', given: 'TITILAYO', birth: '1991-07-08' }
  const found = (): boolean => live.screen(asked).some(hit => hit.alert === 'N')
  expect(found()).toBe(false)
  live.put({ id: 'N', names: [{ full: 'Titilayo Oyelarandu' }], birth: '1991-07-08' })
  expect(found()).toBe(true)
  const frozen = new Matcher(live.compact())
  expect(frozen.screen(asked)[0]?.alert).toBe('N')
  expect(frozen.count).toBe(live.count)
  live.put({ id: 'N', names: [{ full: 'Someone Else' }], birth: '1950-01-01' })
  expect(found()).toBe(false)
  expect(live.remove('N')).toBe(true)
  expect(live.remove('N')).toBe(false)
  expect(live.remove('Q')).toBe(true)
  expect(live.screen(own).some(hit => hit.alert === 'Q')).toBe(false)
})

test('a snapshot read back answers the same, and a broken one is refused with a sentence', () => {
  const parts = snapshot(matcher.columns)
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  expect(new Matcher(reload(bytes)).screen(own)).toEqual(matcher.screen(own))
  expect(() => reload(bytes.subarray(0, bytes.length - 100))).toThrow('cut short')
  expect(() => reload(new Uint8Array(50))).toThrow('no snapshot')
})

test('short names: one letter more is one name, another letter another', () => {
  const score = (a: string, b: string): number => compareNames(a, b).score
  for (const [a, b] of [
    ['Jon Smith', 'John Smith'],
    ['Ann Lee', 'Anne Lee'],
  ] as const)
    expect(score(a, b)).toBeGreaterThan(reviewScore)
  expect(score('Li Wu', 'Lu Wu')).toBeLessThan(reviewScore)
  expect(score('Sergey Lavrov', 'Sergey Viktorovich Lavrov')).toBeGreaterThan(
    score('Sergey Ivanovich Lavrov', 'Sergey Viktorovich Lavrov'),
  )
})

test('comparing is the same both ways, never reaches one, and never throws', () => {
  const words = fc.constantFrom(
    'Ali',
    'محمد',
    'Smith',
    '王',
    'Мария',
    'van',
    'J',
    'Müller',
    '김',
    'O’Neill',
    '',
    '-',
    'xx',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), fc.array(words, { maxLength: 4 }), (a, b) => {
      const one = compareNames(a.join(' '), b.join(' ')).score
      expect(one).toBeGreaterThanOrEqual(0)
      expect(one).toBeLessThan(1)
      expect(Math.abs(one - compareNames(b.join(' '), a.join(' ')).score)).toBeLessThan(0.12)
    }),
    { numRuns: 500 },
  )
})

test('edit cost is 0 for the same word only, and the same both ways', () => {
  const word = fc.string({
    unit: fc.constantFrom(...Array.from('abehiklmostuyz05')),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editCost(a, b, 500) === 0).toBe(a === b)
      expect(editCost(a, b, 500)).toBe(editCost(b, a, 500))
    }),
  )
})

test('dates of birth are read, kept and shown without loss', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1880, max: 2043 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 31 }),
      (y, m, d) => {
        const day = m === 0 ? 0 : d
        const key = birthKey(y, m, day)
        expect(birthOf(key)).toEqual({ year: y, month: m, day })
        expect(readBirth(showBirth(key))).toBe(key)
      },
    ),
  )
  expect(readBirth('1980-13-01')).toBeUndefined()
  expect(readBirth('12.05.1980')).toBeUndefined()
  const key = (text: string): number => readBirth(text) ?? -1
  expect(relateBirth(key('1980-05-12'), key('1980-12-05'))).toBe('day and month swapped')
  expect(relateBirth(key('1980-05-12'), key('1981-05-12'))).toBe('same day, year beside')
  expect(relateBirth(key('1980-05-12'), key('1980'))).toBe('same year, day unknown')
  expect(relateBirth(key('1980-05-12'), key('1990-05-12'))).toBe('same day, year mistyped')
  expect(relateBirth(0, key('1980'))).toBe('none')
})

test('scores and points are one scale', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2000, max: 5000 }), points => {
      const score = scoreOf(points, 1200)
      expect(score).toBeLessThan(1)
      expect(Math.abs(pointsOf(score, 1200) - points)).toBeLessThan(2)
    }),
  )
  expect(scoreOf(1200, 1200)).toBe(reviewScore)
  expect([bandOf(0.9), bandOf(0.7), bandOf(0.5)]).toEqual(['strong', 'review', 'below'])
})

test('a score is never shown as 1 or as in a band above its own', () => {
  expect([0.9967, 0.5999, 0.6, 0.85, 0.8499, 0.29, 0].map(showScore)).toEqual(
    '0.99 0.59 0.60 0.85 0.84 0.29 0.00'.split(' '),
  )
})

test('no passenger whatever makes screening throw', () => {
  const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 30 }), { nil: undefined })
  fc.assert(
    fc.property(text, text, text, text, text, (family, given, full, birth, number) => {
      const hits = matcher.screen(
        { family, given, full, birth, documents: number === undefined ? [] : [{ number }] },
        { explain: true },
      )
      for (const hit of hits) expect(hit.score).toBeGreaterThanOrEqual(reviewScore)
    }),
    { numRuns: 1500 },
  )
})
