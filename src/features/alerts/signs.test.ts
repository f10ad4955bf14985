import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { nextSubject } from './pages/next-subject.ts'
import { sampleContent, sampleTerms } from './samples.ts'
import { objectKey, relateSigns, sameKeys } from './signs.ts'

const world = useWorld()

test('the digits of every script are those from 0 to 9', () => {
  for (const written of [
    '1234567890',
    '١٢٣٤٥٦٧٨٩٠',
    '۱۲۳۴۵۶۷۸۹۰',
    '१२३४५६७८९०',
    '১২৩৪৫৬৭৮৯০',
    '๑๒๓๔๕๖๗๘๙๐',
    '１２３４５６７８９０',
  ])
    expect(objectKey(written), written).toBe('1234567890')
  expect(objectKey('IMO ٩٩٩٩٩٤١')).toBe('9999941')
})

test('letters of plates that look like Latin ones are those; any other letter stays what it is', () => {
  expect(objectKey('а 123 вс 77')).toBe('A123BC77')
  expect(objectKey('ЕКМНОРТХ')).toBe('EKMHOPTX')
  expect(objectKey('ΥΗΒ 1234')).toBe('YHB1234')
  expect(objectKey('Ж 123')).toBe('Ж123')
  expect(objectKey('粤B·12345')).toBe('粤B12345')
})

test('a plate of Saudi Arabia is found by its Latin line, from the last letter to the first, figures before or after', () => {
  expect(sameKeys('ا ب ح ١٢٣٤')).toEqual(['ابح1234', 'JBA1234', '1234JBA'])
  expect(relateSigns('ا ب ح ١٢٣٤', '1234 JBA')).toBe('same')
  expect(relateSigns('أبح 1234', 'ا ب ح ١٢٣٤')).toBe('same')
  expect(relateSigns('ا ب ح ١٢٣٤', 'ABJ 1234')).toBe(null)
  // A letter that no plate of that State has: no Latin line is made up.
  expect(sameKeys('۱۲ پ ۳۴۵ ۶۷')).toEqual(['12پ34567'])
  expect(sameKeys('ج ش ١٢٣')).toEqual(['جش123'])
})

test('signs that differ by what is easily confused are near, and never the very one', () => {
  expect(relateSigns('AO 10 IB', 'AO10IB')).toBe('same')
  expect(relateSigns('AO 10 IB', 'A0 1O 18')).toBe('scanned')
  expect(relateSigns('AB12', 'AB13')).toBe(null)
  // Three signs are too few to forgive one.
  expect(relateSigns('A01', 'AO1')).toBe(null)
  expect(relateSigns('', '')).toBe(null)
  expect(relateSigns('ب', 'ب')).toBe(null)
})

test('an officer finds a vehicle however its plate is typed, and is told where it is only nearly the number', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const officer = await world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('vehicle', { name: 'Plates' }))
  const enter = async (plate: string) =>
    (
      await keeper.alerts.enter({
        list,
        content: sampleContent({ identities: [], objects: [{ type: 'vehicle', plate }] }),
      })
    ).id
  const arabic = await enter('د ر س ٤٥٦٧')
  const latin = await enter('QO 10 IBX')
  const asked = async (object: string) =>
    (await officer.alerts.query({ object })).map(({ alert, band, score }) => [alert.id, band, score])
  for (const written of ['د ر س ٤٥٦٧', 'درس 4567', 'SRD 4567', '4567 srd'])
    expect(await asked(written), written).toEqual([[arabic, 'strong', 1]])
  expect(await asked('qo-10-ibx')).toEqual([[latin, 'strong', 1]])
  expect(await asked('Q0 1O 1BX')).toEqual([[latin, 'review', 0.8]])
  expect((await officer.alerts.list({ object: '4567 SRD' })).items.map(({ id }) => id)).toEqual([arabic])
  const taken = await officer.hits.report({ alert: latin, question: { object: 'Q0 1O 1BX' } })
  expect(taken).toMatchObject({
    band: 'review',
    reasons: [{ kind: 'object', passenger: 'Q0 1O 1BX', alert: 'QO 10 IBX', relation: 'scanned' }],
  })
})

test('what comes next is what was asked about: a person, a document, a vehicle or a vessel', () => {
  const of = (...kinds: ('vehicle' | 'vessel' | 'document' | 'return-decision')[]) =>
    kinds.map(kind => ({ alert: { kind } }))
  const person = { family: 'A', given: '', full: '', birth: null, nationality: null, sex: null }
  expect(nextSubject({ person, object: '' }, of('return-decision'))).toBe('person')
  expect(nextSubject({ person: null, object: '' }, of('return-decision'))).toBe('document')
  expect(nextSubject({ person: null, object: 'IMO 9999941' }, of('vessel'))).toBe('vessel')
  expect(nextSubject({ person: null, object: 'AB 1' }, of('vehicle', 'vehicle'))).toBe('vehicle')
  expect(nextSubject({ person: null, object: 'AB 1' }, of('vehicle', 'vessel'))).toBe('thing')
  expect(nextSubject({ person: null, object: 'AB 1' }, [])).toBe('thing')
})
