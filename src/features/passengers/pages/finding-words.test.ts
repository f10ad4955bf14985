import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingKinds, withoutValue } from '#core/edifact/finding.ts'
import { mrzFindingKinds } from '#core/mrz/finding.ts'
import { setLanguage, textOf } from '#ui/i18n.ts'
import { texts as de } from '../texts/findings-de.ts'
import { findingTexts } from '../texts/findings.ts'
import { texts as fr } from '../texts/findings-fr.ts'
import { findingIn, valueIn } from './finding-words.ts'

const kinds = Object.entries({ ...findingKinds, ...mrzFindingKinds })

test('every finding has its sentence in French and in German, with room for its value where English has it', () => {
  for (const texts of [fr, de])
    for (const [code, { sentence }] of kinds) {
      expect(texts[code], code).toBeTruthy()
      expect(texts[code]?.includes('{{value}}'), code).toBe(sentence.includes('{}'))
      expect(texts[code], code).not.toBe(sentence)
    }
  expect(Object.keys(de).sort()).toEqual(Object.keys(fr).sort())
})

test('a finding keeps its codes and figures in every language, and loses the room for them where none are given', async () => {
  const differs = {
    code: 'carrier-differs',
    sentence: 'The carrier code and the flight number name different carriers (ZZ.XX).',
  }
  const count = {
    code: 'segment-count',
    sentence: 'UNT counts wrongly (3 segments where there are 4). The message was read whole.',
  }
  const general = {
    code: 'carrier-differs',
    sentence: 'The carrier code and the flight number name different carriers.',
  }
  const other = { code: 'of-another-reader', sentence: 'Something else.' }
  expect(valueIn(differs)).toBe('ZZ.XX')
  await setLanguage('fr')
  const french = textOf(findingTexts)
  expect(findingIn(french, differs)).toBe(
    'Le code du transporteur et le numéro de vol nomment des transporteurs différents (ZZ.XX).',
  )
  expect(findingIn(french, general)).toBe(
    'Le code du transporteur et le numéro de vol nomment des transporteurs différents.',
  )
  expect(findingIn(french, count)).toBe(
    'UNT compte mal (3 segments, alors qu’il y en a 4). Le message a été lu en entier.',
  )
  await setLanguage('de')
  expect(findingIn(textOf(findingTexts), count)).toBe(
    'UNT zählt falsch (3 Segmente, es sind aber 4). Die Nachricht wurde ganz gelesen.',
  )
  expect(findingIn(textOf(findingTexts), other)).toBe('Something else.')
  await setLanguage('en')
})

test('where findings are summed up their sentences hold without a value in every language', async () => {
  const heard: string[] = []
  for (const language of ['fr', 'de'] as const) {
    await setLanguage(language)
    const words = textOf(findingTexts)
    for (const [code, { sentence }] of Object.entries(findingKinds)) {
      const said = findingIn(words, { code, sentence: withoutValue(sentence) })
      expect(said, code).toMatch(/^[^(){}…]*(?:\([^{}…]*\)[^(){}…]*)*\.$/)
      expect(said, code).not.toMatch(/ {2}| [.,]/)
      // In brackets, or behind the noun that it names.
      const text = (language === 'fr' ? fr : de)[code] ?? ''
      if (text.includes('{{value}}'))
        expect(text, code).toMatch(
          /\([^()]*\{\{value\}\}|(?:syntaxe|segment|message|version|qualifiant|pays|document|statut|kennung|Segment|art|Version|funktion|Qualifikator|code|Status) \{\{value\}\}/i,
        )
      if (code === 'count-differs' || code === 'segment-count') heard.push(said)
    }
  }
  await setLanguage('en')
  expect(heard).toEqual([
    'UNT compte mal. Le message a été lu en entier.',
    'CNT diffère du message. CNT compte tous ceux du vol\u00a0: cela seul n’est pas une faute.',
    'UNT zählt falsch. Die Nachricht wurde ganz gelesen.',
    'CNT weicht von der Nachricht ab. CNT zählt alle auf dem Flug, darum ist das allein kein Fehler.',
  ])
})

test('why a message was put aside is there in French and in German, each of its sentences', () => {
  const folder = join(import.meta.dirname, '..')
  const said = readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap(name => [...readFileSync(join(folder, name), 'utf8').matchAll(/new Unreadable\(\s*'([^']+)'/g)])
    .map(([, sentence]) => sentence ?? '')
  expect(said.length).toBeGreaterThan(3)
  for (const sentence of [...said, 'Our side could not process the message. Nothing of it was taken over.'])
    for (const texts of [fr, de]) expect(texts[sentence], sentence).toBeTruthy()
})
