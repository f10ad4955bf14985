import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { linesOf, paperWords } from './pdf-lines.ts'
import { sampleContent, sampleHandling } from './samples.ts'

const world = useWorld()
const sample = sampleContent()
const content = sampleContent({
  place: { ...sample.place, coordinates: { lat: -12.5, lon: -8.25 } },
  legs: [{ role: 'entry', place: 'Zarzis', country: 'TUN', means: 'boat', note: '', stated: true }],
  documents: [{ type: 'visa', issuer: 'TUR', fraud: 'stolen-blank', note: '' }],
  price: { from: 300, to: 500, currency: 'EUR', per: 'person' },
  persons: {
    total: 32,
    estimated: true,
    ages: { '18-34': 20 },
    citizenships: [{ country: 'AFG', number: 20 }, { country: 'SYR' }],
  },
})

test('what a warning says on paper has its labels and the words of closed lists in the reader’s language', async () => {
  const said = async (language: 'en' | 'fr' | 'de') =>
    Object.fromEntries(linesOf(content, await paperWords(language)))
  expect(await said('en')).toMatchObject({
    'What is new': 'Method has changed',
    'What happened': sample.summary,
    Where: 'Road D8, HR–BA land border, Croatia, 12.5000° S, 8.2500° W',
    'The way they took': 'Entry point: Zarzis, Tunisia, Boat, only stated',
    'Persons, as numbers only':
      'All: 32 (estimated); Aged 18-34: 20; Afghanistan: 20 (claimed); Syria: not known (claimed)',
    Price: '300–500 EUR a person',
    Grading: 'B2: usually reliable, probably true',
  })
  expect(await said('fr')).toMatchObject({
    'Ce qui est nouveau': 'La méthode a changé',
    'Ce qui s’est passé': sample.summary,
    'Le chemin suivi': 'Point d’entrée\u00a0: Zarzis, Tunisie, Bateau, seulement déclaré',
    Prix: '300–500 EUR par personne',
  })
  expect(await said('de')).toMatchObject({
    'Was neu ist': 'Methode hat sich geändert',
    'Art der Grenze': 'Landgrenze',
    Dokumente: 'Visum, Türkei, Gestohlener Blankovordruck',
  })
})

test('no code and no value is left out or unresolved on paper, in any language', async () => {
  for (const language of ['en', 'fr', 'de'] as const) {
    const text = JSON.stringify(linesOf(content, await paperWords(language)))
    expect(text).not.toMatch(/\{\{|undefined|method-change|stolen-blank|"lorry"/)
  }
})

test('a PDF speaks the language asked for, else the one chosen for letters', async () => {
  const officer = await world.as('marta-colonnese-ruiz')
  const draft = await officer.warnings.draft({ content, handling: sampleHandling(['state:GR']) })
  const languageOf = async (language?: 'en' | 'fr' | 'de') => {
    const { body } = await officer.warnings.pdf({ id: draft.id, language })
    return /\/Lang \((\w+)\)/.exec(Buffer.from(await body.arrayBuffer()).toString('latin1'))?.[1]
  }
  expect(await languageOf()).toBe('en')
  await officer.access.prefer({ ...(await officer.access.preference()), language: 'fr' })
  expect(await languageOf()).toBe('fr')
  expect(await languageOf('de')).toBe('de')
})
