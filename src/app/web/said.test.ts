import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Request } from '#features/passengers/overseen.ts'
import { did, items } from '#features/record/texts/did-en.ts'
import type { Meta } from '#kit/contract.ts'
import { addTexts, setLanguage, textOf, uiTexts } from '#ui/i18n.ts'
import { faultOf, issueText } from '#ui/issue-text.ts'
import { addSaid } from '#ui/said.ts'
import { contract } from '../features.ts'
import { texts as de } from './texts/said-de.ts'
import { texts as fr } from './texts/said-fr.ts'

const src = resolve(import.meta.dirname, '../..')
/** The rooms whose sentences a person can meet, on a screen or in an answer over HTTP. */
const rooms = [
  'vocabulary',
  'kit',
  ...readdirSync(join(src, 'features')).map(feature => `features/${feature}`),
]

const filesOf = (room: string): string[] =>
  readdirSync(join(src, room))
    .filter(name => name.endsWith('.ts') && !/test|seed|samples/.test(name))
    .map(name => readFileSync(join(src, room, name), 'utf8'))

/** What stands before a sentence that problems, faults and schemas say. */
const saying = [
  String.raw`new Problem\(\s*'[a-z-]+',\s*`,
  String.raw`\b(?:message|mend|error|problem):\s*`,
  String.raw`\b(?:refuse|new Unreadable|new UnreadableFile)\(\s*`,
  String.raw`\badd\(\s*(?:\[[^\]]*\]|'[^']*'|${'`[^`]*`'}),\s*`,
  // What a schema of ours says of a text that has another shape or length.
  String.raw`\.(?:regex|max|min|refine)\((?:/(?:[^/\\\n]|\\.)+/\w*|[\d\s*_]+),\s*`,
]

/** Sentences without a name or a figure in them. */
const sentences = (): string[] => {
  const text = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")`
  const found = rooms
    .flatMap(filesOf)
    .flatMap(code =>
      saying.flatMap(before =>
        [...code.matchAll(new RegExp(before + text, 'g'))].map(match => match[1] ?? match[2] ?? ''),
      ),
    )
  return [...new Set(found)].filter(words => /^[A-Z].* .*[.?]$/.test(words))
}

/** Sentences with a name or a figure in them, which stands as `{}`. Passengers still say what the code means. */
const shapes = (): string[] => {
  const found = rooms
    .filter(room => !/passengers/.test(room))
    .flatMap(filesOf)
    .flatMap(code =>
      saying.flatMap(before =>
        [...code.matchAll(new RegExp(`${before}\`([^\`]*)\``, 'g'))].map(match =>
          (match[1] ?? '').replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}'),
        ),
      ),
    )
  return [...new Set(found)].filter(words => / .*[.?]$/.test(words) && !words.includes('${'))
}

test('every fixed sentence of the server is there in French and in German', () => {
  const all = sentences()
  expect(all.length).toBeGreaterThan(50)
  expect(all.filter(words => !(words in fr))).toEqual([])
  expect(Object.keys(de)).toEqual(Object.keys(fr))
})

test('so is every sentence with a name or a figure in it, with the same figures or fewer', async () => {
  const all = shapes()
  expect(all.length).toBeGreaterThan(20)
  expect(all.filter(words => !(words in fr))).toEqual([])
  const places = (words: string) => words.match(/\{\d?\}/g)?.length ?? 0
  for (const texts of [fr, de] as Record<string, string>[])
    expect(Object.entries(texts).filter(([words, said]) => places(said) > places(words))).toEqual([])
})

test('a name or a figure is put where the translation has it, and a word of ours is translated too', async () => {
  addSaid(
    () => Promise.resolve({ texts: fr }),
    () => Promise.resolve({ texts: de }),
  )
  const say = (message: string) => faultOf({ code: 'conflict', message }).message
  const answered = 'It needs no answer any more: it was withdrawn.'
  const saved = 'Ilze (the deputy) saved it at 2026-11-22T10:15Z. Nothing was overwritten; compare the two.'
  expect(say(answered)).toBe(answered)
  await setLanguage('fr')
  expect(say(answered)).toBe('Elle n’attend plus de réponse\u202f; état\u00a0: retirée.')
  expect(say(saved)).toMatch(/^Ilze \(the deputy\) l’a enregistrée le 2026-11-22T10:15 \(UTC\)\./)
  const row = 'Line 3, type “Lnd”: The border type is Land or Sea.'
  expect(
    faultOf({ code: 'invalid-input', data: { issues: [{ path: ['file'], message: row }] } }).issues,
  ).toEqual([
    {
      path: ['file'],
      message: 'Ligne 3, type «\u00a0Lnd\u00a0»\u00a0: Le type de frontière est Land ou Sea.',
    },
  ])
  expect(say('At most 12 months (none found, chosen by us).')).toBe(
    'Au plus 12 mois (aucune source trouvée, notre propre choix).',
  )
  expect(say('2024-02 has no day 30.')).toBe('Le mois 2024-02 n’a pas de jour 30.')
  await setLanguage('de')
  expect(say('Line 7, Invented: There is no month 13.')).toBe(
    'Zeile 7, Invented: Einen Monat 13 gibt es nicht.',
  )
  expect(say('1 entry was rejected and nothing was imported. Mend it, or import without it.')).toBe(
    '1 Eintrag wurde abgelehnt und nichts eingelesen. Berichtigen Sie ihn, oder lesen Sie ohne ihn ein.',
  )
  expect(say(answered)).toBe('Sie braucht keine Antwort mehr; Stand: zurückgezogen.')
  expect(say('Minors: 8 is more than the number of persons (5). Correct one of the two.')).toBe(
    'Die Zahlen widersprechen sich: 8 ist mehr als 5. Berichtigen Sie eine von beiden.',
  )
  await setLanguage('en')
})

test('a problem is said in the reader’s language: its own sentence, or else what its code means', async () => {
  addSaid(
    () => Promise.resolve({ texts: fr }),
    () => Promise.resolve({ texts: de }),
  )
  const fixed = { code: 'conflict', message: 'Choose a later day.', data: { issues: [] } }
  const withFigure = { code: 'not-found', message: 'There is no such flight, or it is not shared with you.' }
  expect(faultOf(withFigure).message).toBe(withFigure.message)
  await setLanguage('fr')
  expect(faultOf(fixed).message).toBe('Choisissez un jour plus tardif.')
  expect(faultOf(withFigure).message).toBe('Cela n’existe pas, ou n’est pas partagé avec vous.')
  await setLanguage('de')
  expect(faultOf(fixed).message).toBe('Wählen Sie einen späteren Tag.')
  const issue = { path: ['inForceUntil'], message: 'This has passed already.', mend: 'Choose a later day.' }
  expect(faultOf({ code: 'invalid-input', data: { issues: [issue] } }).issues).toEqual([
    { path: ['inForceUntil'], message: 'Das ist schon vorbei.', mend: 'Wählen Sie einen späteren Tag.' },
  ])
  await setLanguage('en')
  expect(faultOf(fixed).message).toBe('Choose a later day.')
})

test('what a schema of ours says before anything is sent is said in the reader’s language, too', async () => {
  addSaid(
    () => Promise.resolve({ texts: fr }),
    () => Promise.resolve({ texts: de }),
  )
  const said = (schema: z.ZodObject, values: unknown) =>
    schema.safeParse(values).error?.issues.map(issue => issueText(issue, schema, values, textOf(uiTexts)))
  const place = z.object({ from: z.string().regex(/^[A-Z]{3}$/, { error: 'Three letters, such as RIX.' }) })
  expect(said(place, { from: 'riga' })).toEqual(['Three letters, such as RIX.'])
  await setLanguage('de')
  expect(said(place, { from: 'riga' })).toEqual(['Drei Buchstaben, wie RIX.'])
  await setLanguage('fr')
  expect(said(Request, {})).toEqual([
    'Indiquez le nom de famille et la date de naissance, ou un numéro de document.',
  ])
  await setLanguage('en')
})

test('every operation that leaves an entry in the record has words there for what it did, and no other has', () => {
  const operations = Object.entries(contract).flatMap(([feature, of]) =>
    Object.entries(of as Record<string, { '~orpc': { meta: Meta } }>)
      .filter(([, operation]) => operation['~orpc'].meta.records !== 'nothing')
      .map(([name]) => `did.${feature}.${name}`),
  )
  expect(Object.keys(did).sort()).toEqual(operations.sort())
})

test('what an entry in the record is about has a word there', () => {
  const noted = rooms
    .flatMap(filesOf)
    .flatMap(code => [...code.matchAll(/\.note\(\s*'([^']+)'|\bnoted\(\s*tx,\s*'([^']+)'/g)])
    .map(([, one, other]) => `item.${one ?? other ?? ''}`)
  expect(noted.length).toBeGreaterThan(40)
  expect(noted.filter(key => !(key in items))).toEqual([])
})

test('French and German have every text of every feature, none left in English, with the same values in it', async () => {
  const values = (words: string) => [...new Set(words.match(/\{\{\w+\}\}/g))].sort()
  const folders = [
    join(src, 'ui/texts'),
    join(src, 'app/web/texts'),
    ...readdirSync(join(src, 'features')).map(feature => join(src, 'features', feature, 'texts')),
  ].filter(folder => existsSync(join(folder, 'en.ts')))
  const wrong: string[] = []
  for (const folder of folders) {
    const read = async (language: string) =>
      ((await import(join(folder, `${language}.ts`))) as { texts: Record<string, string> }).texts
    const en = await read('en')
    for (const language of ['fr', 'de']) {
      const other = await read(language)
      for (const [key, words] of Object.entries(en)) {
        const said = other[key]
        const at = `${folder.slice(src.length)} ${language} ${key}`
        if (said === undefined || (said === '' && words !== '')) wrong.push(`${at} is missing`)
        // The plural for one may name the figure or write it out.
        else if (!/_(zero|one)$/.test(key) && values(said).join() !== values(words).join())
          wrong.push(`${at}: ${said}`)
        else if (said === words && words.split(' ').length > 3) wrong.push(`${at} is English`)
      }
    }
  }
  expect(wrong).toEqual([])
})

test('in no French text may a line begin with a sign, or end inside the marks of a quotation', async () => {
  const files = [
    'ui/texts/fr.ts',
    'app/web/texts/fr.ts',
    'app/web/texts/said-fr.ts',
    ...readdirSync(join(src, 'features')).flatMap(feature =>
      ['fr.ts', 'findings-fr.ts'].map(name => `features/${feature}/texts/${name}`),
    ),
  ].filter(file => existsSync(join(src, file)))
  const sets = await Promise.all(
    files.map(async file => {
      const { texts } = (await import(join(src, file))) as { texts: Record<string, string> }
      const load = () => Promise.resolve({ texts })
      return { texts, set: addTexts(`signs of ${file}`, { en: texts, fr: load, de: load }) }
    }),
  )
  await setLanguage('fr')
  const heard = sets.flatMap(({ texts, set }) => Object.keys(texts).map(key => textOf(set).or(key, '')))
  await setLanguage('en')
  expect(heard.filter(words => /[?!;:»]/.test(words)).length).toBeGreaterThan(300)
  expect(heard.filter(words => / [?!;:»]|« /.test(words))).toEqual([])
  // Thin before the tall signs, whole before the colon and inside the marks.
  expect(heard.filter(words => /\u00a0[?!;]|\u202f[:»]|«\u202f/.test(words))).toEqual([])
  expect(heard).toContain('Qui faut-il alerter\u202f?')
  expect(heard).toContain('Vide\u00a0: tous les destinataires')
  expect(heard.some(words => /«\u00a0.+\u00a0»/.test(words))).toBe(true)
})
