import fc from 'fast-check'
import { expect, test } from 'vitest'
import { truncateName, transliterateIcao } from './icao.ts'
import { foldLatin } from './latin.ts'
import { parseName, Role } from './parts.ts'
import { romanise } from './romanise.ts'
import { scriptOfWord } from './script.ts'
import { soundLikeness, unitNumbers } from './sound-cost.ts'
import { variantsOf } from './variants.ts'

const forms = (full: string): string[] => parseName({ full }).map(part => part.form)
const latin = (word: string): string => romanise(word, scriptOfWord(word))

test('particles, titles and marks of generation are no parts of a name', () => {
  expect(forms('Dr. Jan van der Berg Jr.')).toEqual(['jan', 'berg'])
  expect(forms('Bashar al-Assad')).toEqual(['bashar', 'assad'])
  expect(forms('VAN DER BERG, Jan')).toEqual(['berg', 'jan'])
})

test('compounds written together or apart are cut alike', () => {
  expect(forms('Abdulrahman Salahuddin')).toEqual(['abdul', 'rahman', 'salah', 'din'])
  expect(forms('Abd al-Rahman Salah al-Din')).toEqual(['abdul', 'rahman', 'salah', 'din'])
  expect(forms('عبد الرحمن')).toEqual(forms('عبدالرحمن'))
  expect(forms('Abdullah')).toEqual(['abdullah'])
  expect(forms('Abd Allah')).toEqual(['abdallah'])
  expect(forms('عبد الله')).toEqual(forms('عبدالله'))
  expect(forms('ثناء اللہ')).toHaveLength(1)
  expect(forms('Sana Ullah')).toEqual(forms('Sanaullah'))
  expect(forms('Fazal ur Rehman')).toEqual(['fazal', 'rehman'])
  expect(forms('Kim Ur')).toEqual(['kim', 'ur'])
})

test('an East Asian name without a blank has its family name first', () => {
  const [family, given] = parseName({ full: '欧阳小明' })
  expect([family?.form, family?.role, given?.form, given?.role]).toEqual([
    '欧阳',
    Role.Family,
    '小明',
    Role.Given,
  ])
  expect(parseName({ full: '김민준' }).map(part => part.form)).toEqual(['김', '민준'])
})

test('a patronymic and an initial are known as such', () => {
  const [, patronymic] = parseName({ full: 'Sergey Viktorovich Lavrov' })
  expect(patronymic?.role).toBe(Role.Patronymic)
  expect(parseName({ full: 'J Smith' })[0]?.initial).toBe(true)
})

test('every script of the list comes out in Latin letters', () => {
  expect(
    [
      'Müller',
      'Щербаков',
      'Παπανδρέου',
      'Սարգսյան',
      'შევარდნაძე',
      'थापा',
      'মুজিবুর',
      '王小明',
      'タナカ',
      '김',
      'አበበ',
    ].map(latin),
  ).toEqual([
    'muller',
    'shcherbakov',
    'papandreu',
    'sargsyan',
    'shevardnadze',
    'thapa',
    'mujibur',
    'wangxiaoming',
    'tanaka',
    'gim',
    'abebe',
  ])
})

test('Arabic, Hebrew and Han words are likelier to be their own name than another', () => {
  for (const [native, own, other] of [
    ['محمد', 'mohammed', 'ibrahim'],
    ['حسين', 'hussein', 'khalid'],
    ['בנימין', 'benjamin', 'rachel'],
    ['奥巴马', 'obama', 'merkel'],
    ['オバマ', 'obama', 'merkel'],
    ['오바마', 'obama', 'merkel'],
    ['обама', 'obama', 'merkel'],
  ] as const) {
    const units = unitNumbers(native, scriptOfWord(native))
    expect(soundLikeness(units, own)).toBeGreaterThan(3)
    expect(soundLikeness(units, own)).toBeGreaterThan(soundLikeness(units, other) + 5)
  }
})

test('another name that begins with another sound is far less likely than the name itself', () => {
  for (const [native, own, other, apart] of [
    ['志明', 'zhiming', 'jianming', 8],
    ['建华', 'jianhua', 'jianhai', 11],
    ['Коваль', 'koval', 'noval', 5],
    ['سمير', 'samir', 'amir', 7],
  ] as const) {
    const units = unitNumbers(native, scriptOfWord(native))
    expect(soundLikeness(units, own) - soundLikeness(units, other), native).toBeGreaterThan(apart)
  }
})

test('short forms and romanisations of one surname stand for one another, both ways', () => {
  const stands = (a: string, b: string): boolean => variantsOf(a).some(variant => variant.form === b)
  for (const [a, b] of [
    ['robert', 'bob'],
    ['wong', 'wang'],
    ['tanaka', '田中'],
    ['md', 'mohammed'],
  ] as const) {
    expect(stands(a, b)).toBe(true)
    expect(stands(b, a)).toBe(true)
  }
})

test('ICAO Doc 9303 transliteration spells special letters out', () => {
  expect(transliterateIcao('Müller-Lüdenscheidt')).toBe('MUELLER<LUEDENSCHEIDT')
  expect(transliterateIcao('Ñandú Øre Þór')).toBe('NANDU<OERE<THOR')
  expect(transliterateIcao('Щербаков')).toBe('SHCHERBAKOV')
  expect(transliterateIcao("D'Artagnan")).toBe('DARTAGNAN')
})

test('a name cut to thirty-nine signs keeps something of both fields and says that it was cut', () => {
  const short = truncateName('NILAVADHANANANDA', 'CHAYAPA', 39)
  expect(short).toEqual({ text: 'NILAVADHANANANDA<<CHAYAPA', truncated: false })
  const long = truncateName('NILAVADHANANANDAYAPORNCHAI<SUKSAWAT', 'CHAYAPA DEJTHAMRONG KRASUANG', 39)
  expect(long.truncated).toBe(true)
  expect(long.text).toHaveLength(39)
  expect(long.text).toContain('<<C')
})

test('any text whatever is read without a throw into at most eight parts', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      (a, b) => {
        const parts = parseName({ family: a, given: b })
        expect(parts.length).toBeLessThanOrEqual(8)
        for (const part of parts) expect(part.form.length).toBeGreaterThan(0)
        expect(foldLatin(a)).toMatch(/^[a-z0-9]*$/)
      },
    ),
    { numRuns: 400 },
  )
})

test('a title written to a given name is taken off, a name that ends alike is left', () => {
  const forms = (given: string): string[] => parseName({ family: 'Haddad', given }).map(part => part.form)
  expect(forms('MOHAMMEDMR')).toEqual(['haddad', 'mohammed'])
  expect(forms('LAYLA AMINAMRS')).toEqual(['haddad', 'layla', 'amina'])
  expect(forms('AMR')).toEqual(['haddad', 'amr'])
})
