import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { ageBands } from '#vocabulary/person-aggregate.ts'
import { markings } from '#vocabulary/marking.ts'
import { routes } from '#vocabulary/route.ts'
import { urgencies } from '#vocabulary/urgency.ts'
import { readCap } from './cap-read.ts'
import { type CapFrame, writeCap } from './cap-write.ts'
import { Content, triggers } from './content.ts'
import { sampleContent } from './samples.ts'

const samples = '../shared/data/cap-samples'
const schema = `${samples}/CAP-v1.2-schema.xsd`

const frame = (more: Partial<CapFrame> = {}): CapFrame => ({
  id: '6f6a1c1e-0f1b-4c07-9d0a-1f8f6a7f5b10',
  number: 'EWS-HR-2026-0041',
  version: 1,
  state: 'HR',
  unit: 'Karlovac mobile unit',
  marking: 'LIMITED',
  title: 'Lorries & walls',
  issuedAt: '2026-11-19T06:02:00.000Z',
  inForceUntil: '2027-02-19T00:00:00.000Z',
  withdrawn: null,
  exercise: true,
  references: [],
  ...more,
})

const text = (max: number) => fc.string({ unit: 'binary', maxLength: max }).map(given => given.trim())
const anyContent = fc
  .record(
    {
      title: text(150),
      summary: text(300),
      urgency: fc.constantFrom(...urgencies),
      triggers: fc.uniqueArray(fc.constantFrom(...triggers)),
      when: fc.constantFrom('', '2026-11-16', '2026-11-16/2026-11-18', '2026-Q3', 'about noon'),
      place: fc.record({ name: text(40), country: fc.constantFrom('HRV', 'XKX', null) }),
      persons: fc.option(
        fc.record({ total: fc.nat(5000), ages: fc.dictionary(fc.constantFrom(...ageBands), fc.nat(900)) }),
      ),
      route: fc.constantFrom(...routes.map(({ code }) => code), null),
      method: text(200),
      request: text(100),
    },
    { requiredKeys: [] },
  )
  .map(given => Content.parse(given))

test('what we write as CAP we read back exactly, whatever characters it holds', () => {
  fc.assert(
    fc.property(anyContent, fc.constantFrom(...markings), (content, marking) => {
      const read = readCap(writeCap(content, frame({ marking })))
      expect(read.content).toEqual(content)
      expect(read.handling).toEqual({ marking, inForceUntil: '2027-02-19T00:00:00.000Z' })
      expect(read.findings).toEqual([])
    }),
    { numRuns: 200 },
  )
})

const withSchema = existsSync(schema) ? test : test.skip

withSchema(
  'our CAP messages are valid against the OASIS schema (where the shared samples are there)',
  async () => {
    const full = sampleContent({
      request: 'Look & tell <us>.',
      danger: 'No air.',
      place: {
        country: 'HRV',
        section: '',
        crossingPoint: '',
        name: 'Road D8',
        coordinates: { lon: 15.7, lat: 44.9 },
      },
    })
    const messages = [
      writeCap(full, frame()),
      writeCap(full, frame({ marking: 'PUBLIC', exercise: false })),
      writeCap(Content.parse({}), frame({ number: null, issuedAt: null, inForceUntil: null, unit: null })),
      writeCap(
        full,
        frame({
          version: 2,
          references: ['ews.hr@iconet.invalid,EWS-HR-2026-0041.v1,2026-11-18T22:10:00+00:00'],
        }),
      ),
      writeCap(null, frame({ withdrawn: { at: '2026-11-20T06:02:00.000Z', reason: 'Wrong place' } })),
    ]
    const { valid, errors } = await validateXML({
      xml: messages.map((contents, i) => ({ fileName: `${i}.xml`, contents })),
      schema: [readFileSync(schema, 'utf8')],
    })
    expect(errors).toEqual([])
    expect(valid).toBe(true)
  },
)

withSchema(
  'foreign CAP messages become drafts, and what had no place is said (where the shared samples are there)',
  () => {
    const files = readdirSync(`${samples}/sc`).filter(
      name => name.endsWith('.xml') && name !== 'invalid_schema.xml',
    )
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const { content, findings } = readCap(readFileSync(`${samples}/sc/${name}`, 'utf8'))
      expect(content.summary, name).not.toBe('')
      expect(content.title, name).not.toBe('')
      const where = findings.map(each => each.where)
      expect(where, name).toContain('sender')
      expect(where, name).toContain('info/web')
    }
    const { content, findings } = readCap(readFileSync(`${samples}/sc/valid.xml`, 'utf8'))
    expect(content).toMatchObject({
      urgency: 'immediate',
      when: '2024-05-19T13:30:00Z',
      place: { name: 'Aldabra area' },
      grading: { reliability: 'F', credibility: '1' },
    })
    expect(content.place.coordinates?.lat).toBeCloseTo(-9.5, 0)
    expect(findings.map(({ where }) => where)).toContain('Signature')
  },
)

const cap = (inside: string, before = '') =>
  `<?xml version="1.0"?>${before}<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">${inside}</alert>`

test('a message that could fetch or multiply content is refused before it is read', () => {
  const external = '<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
  const laughs = `<!DOCTYPE alert [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${`&a${i || ''};`.repeat(10)}">`).join('')}]>`
  for (const before of [external, laughs, external.toLowerCase()])
    expect(() => readCap(cap('<info><headline>&x;</headline></info>', before))).toThrow('document type')
  // An entity that nobody defined stays as it is written.
  expect(readCap(cap('<info><headline>&x; &amp; &#233;</headline></info>')).content.title).toBe('&x; & é')
})

test('what is no CAP message is refused with a sentence, and nothing hangs on a large or deep one', () => {
  expect(() => readCap('hello')).toThrow('not CAP 1.2')
  expect(() => readCap(cap('<info><headline>x</info>'))).toThrow('well-formed')
  expect(() => readCap(cap('<info>'.repeat(300) + '</info>'.repeat(300)))).toThrow('nested')
  expect(() => readCap(cap('<code>x</code>'.repeat(40_000)))).toThrow('more elements')
  expect(() => readCap(cap('x'.repeat(1_100_000)))).toThrow('1 MB')
  fc.assert(
    fc.property(fc.string(), inside => {
      try {
        readCap(cap(inside))
      } catch (error) {
        expect(error).toHaveProperty('code')
      }
    }),
    { numRuns: 200 },
  )
})
