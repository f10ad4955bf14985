import { describe, expect, test } from 'vitest'
import { specialCountries } from '#vocabulary/country-table.ts'
import {
  countryCode,
  countryName,
  formatDate,
  formatDateTime,
  formatDue,
  formatNumber,
  formatZone,
  remaining,
} from './format.ts'
import { addTexts, setLanguage, textOf, uiTexts } from './i18n.ts'
import { spanText } from './status.tsx'
import { texts as de } from './texts/de.ts'
import { texts as en } from './texts/en.ts'
import { texts as fr } from './texts/fr.ts'

const at = (text: string) => new Date(text)

describe('figures, times and names', () => {
  test('thousands are parted by a thin no-break space in every language, from four digits on', () => {
    for (const language of ['en', 'fr', 'de']) expect(formatNumber(67_724, language)).toBe('67\u202f724')
    expect(formatNumber(2914, 'de')).toBe('2\u202f914')
    expect(formatNumber(-0.5, 'en')).toBe('−0.5')
    expect(formatNumber(1234.5, 'fr')).toBe('1\u202f234,5')
  })

  test('a deadline is written in UTC with the viewer’s own clock beside it', () => {
    const now = at('2026-11-19T09:41:00Z')
    expect(formatDue(at('2026-11-19T12:00:00Z'), now, 'en', 'Europe/Zagreb')).toBe(
      '19\u00a0Nov 12:00 (13:00)',
    )
    expect(formatDue(at('2026-11-19T12:00:00Z'), now, 'en', 'UTC')).toBe('19\u00a0Nov 12:00')
    expect(formatDue(at('2027-02-19T12:00:00Z'), now, 'en', 'UTC')).toBe('19\u00a0Feb\u00a02027 12:00')
    expect(formatDateTime(at('2026-09-19T06:02:00Z'), 'en')).toBe('19\u00a0Sep\u00a02026, 06:02\u00a0UTC')
    expect(formatZone('Europe/Zagreb', now, 'en')).toBe('Zagreb (UTC+1)')
    expect(formatZone('UTC', now, 'en')).toBeNull()
  })

  test('September is cut short only where months are short', () => {
    const day = at('2026-09-19T06:02:00Z')
    expect(formatDate(day, 'en')).toBe('19\u00a0Sep\u00a02026')
    expect(formatDate(day, 'en', 'month')).toBe('September 2026')
    expect(formatDate(day, 'de', 'month')).toBe('September 2026')
    expect(formatDate(day, 'en', 'long')).toContain('September')
  })

  test('what is past is late, what is near is soon, and the figures are rounded towards zero', () => {
    const now = at('2026-11-19T09:41:00Z')
    expect(remaining(at('2026-11-19T08:00:00Z'), now)).toEqual({
      kind: 'late',
      days: 0,
      hours: 1,
      minutes: 41,
    })
    expect(remaining(at('2026-11-19T12:00:30Z'), now)).toEqual({
      kind: 'soon',
      days: 0,
      hours: 2,
      minutes: 19,
    })
    expect(remaining(at('2026-11-20T12:00:00Z'), now)).toMatchObject({ kind: 'later', days: 1, hours: 2 })
  })

  test('what is due in this very minute is not said to be due in no minutes', () => {
    const now = at('2026-11-19T09:41:00Z')
    const span = (due: string) => spanText(textOf(uiTexts), remaining(at(due), now))
    expect(span('2026-11-19T09:40:30Z')).toBe('less than 1\u00a0min')
    expect(span('2026-11-19T09:42:00Z')).toBe('1\u00a0min')
  })

  test('States are shown as the Union writes them, from two or three letters', () => {
    expect(['GR', 'GRC', 'EL'].map(countryCode)).toEqual(['EL', 'EL', 'EL'])
    expect(['GB', 'GBR', 'UK', 'HRV', 'STL'].map(countryCode)).toEqual(['UK', 'UK', 'UK', 'HR', 'STL'])
    expect(countryName('EL', 'fr')).toBe('Grèce')
    expect(countryName('GBR', 'de')).toBe('Vereinigtes Königreich')
    expect(countryName('XKX', 'en')).toBe('Kosovo*')
    expect(countryName('STL', 'de')).toBe('Staatenlos')
    expect(countryName('EU', 'en')).toBe('European Union')
    // Of what sources record that is no State, no name is left in English.
    for (const { code, name } of specialCountries)
      for (const language of ['fr', 'de']) expect(countryName(code, language), code).not.toBe(name)
  })
})

describe('texts', () => {
  test('French and German have every text of the shell, with the same values in it', () => {
    for (const other of [fr, de]) {
      expect(Object.keys(other).sort()).toEqual(Object.keys(en).sort())
      for (const [key, text] of Object.entries(en)) {
        const values = (words: string) => (words.match(/\{\{\w+\}\}/g) ?? []).sort()
        expect(values(other[key as keyof typeof en]), key).toEqual(values(text))
      }
    }
  })

  test('a language is fetched when it is first needed, and plurals and numbers follow it', async () => {
    const set = addTexts('trial', {
      en: { rows_one: '{{count}} row', rows_other: '{{count}} rows', only: 'Only here' } as const,
      fr: () =>
        Promise.resolve({
          texts: { rows_one: '{{count}} ligne', rows_other: '{{count}} lignes', only: 'Ici' },
        }),
      de: () =>
        Promise.resolve({
          texts: { rows_one: '{{count}} Zeile', rows_other: '{{count}} Zeilen', only: 'Hier' },
        }),
    })
    expect(textOf(set)('rows', { count: 1204 })).toBe('1\u202f204 rows')
    await setLanguage('fr')
    expect(textOf(set)('rows', { count: 0 })).toBe('0 ligne')
    // French has a plural of its own for millions; it must not fall back to English.
    expect(textOf(set)('rows', { count: 2_000_000 })).toBe('2\u202f000\u202f000 lignes')
    expect(textOf(set).or('field.unknown', 'As it is')).toBe('As it is')
    await setLanguage('en')
    expect(textOf(set)('only')).toBe('Only here')
  })
})
