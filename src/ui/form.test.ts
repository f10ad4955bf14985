import fc from 'fast-check'
import { createElement, useState } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { matching } from './fold.ts'
import { type FormApi, useForm } from './form.tsx'
import { cleaned, readAt, writeAt } from './form-values.ts'
import { cutAt } from './grow-text.tsx'
import { halfWritten, keep } from './half-written.ts'
import { textOf, uiTexts } from './i18n.ts'
import { faultOf, issueText } from './issue-text.ts'
import { schemaAt, shapeOf } from './schema-fields.ts'
import { suggestFrom } from './token-field.tsx'

const schema = z.object({
  title: z.string().min(3).max(80).meta({ title: 'Title' }),
  text: z.string().max(2000).optional(),
  persons: z.int().min(1).nullable(),
  price: z.number().optional(),
  day: z.iso.date(),
  moment: z.iso.datetime().optional(),
  urgent: z.enum(['routine', 'priority']),
  areas: z.array(z.enum(['a', 'b'])).min(1),
  states: z.array(z.string()),
  sure: z.boolean(),
  group: z.object({ amount: z.number(), currency: z.string() }).optional(),
  legs: z.array(z.object({ place: z.string().meta({ title: 'Place' }) })),
})
const t = textOf(uiTexts)
const problems = (values: Record<string, unknown>) => {
  const parsed = schema.safeParse(cleaned(schema, values))
  if (parsed.success) return {}
  return Object.fromEntries(
    parsed.error.issues.map(issue => [issue.path.join('.'), issueText(issue, schema, values, t)]),
  )
}
const good = {
  title: 'Lorries',
  persons: '12',
  day: '2026-11-16',
  urgent: 'priority',
  areas: ['a'],
  states: [],
  sure: true,
  legs: [],
}

describe('a form drawn from a schema', () => {
  test('each kind of schema has its control, its mark and its limits', () => {
    const kind = (path: string) => {
      const at = schemaAt(schema, path)
      return at && shapeOf(at).kind
    }
    expect(Object.keys(schema.shape).map(kind)).toEqual([
      'text',
      'long',
      'number',
      'number',
      'date',
      'datetime',
      'one',
      'several',
      'codes',
      'yes',
      'group',
      'list',
    ])
    expect(kind('legs.3.place')).toBe('text')
    expect(kind('legs.3.nothing')).toBeUndefined()
    expect(shapeOf(schema.shape.title)).toMatchObject({ required: true, least: 3, most: 80, title: 'Title' })
    expect(shapeOf(schema.shape.text).required).toBe(false)
    expect(shapeOf(schema.shape.urgent).values).toEqual(['routine', 'priority'])
  })

  test('what is typed becomes what the schema asks for, and what cannot be read stays as it was typed', () => {
    expect(cleaned(schema, { ...good, price: '1 234,5', moment: '2026-11-16 14:30', text: '  ' })).toEqual({
      ...good,
      persons: 12,
      price: 1234.5,
      moment: '2026-11-16T14:30:00Z',
    })
    expect(cleaned(schema, { persons: '', group: { amount: '', currency: '' } })).toMatchObject({
      persons: null,
    })
    expect(cleaned(schema, { group: { amount: '', currency: '' } })).not.toHaveProperty('group')
    expect(cleaned(schema, { persons: 'about ten' })).toMatchObject({ persons: 'about ten' })
    expect(schema.safeParse(cleaned(schema, good)).success).toBe(true)
  })

  test('a problem says what to do, with an example, and never shows the library’s own words', () => {
    expect(
      problems({ ...good, persons: 'about ten', title: 'ab', day: '16 Nov', urgent: '', areas: [] }),
    ).toEqual({
      persons: 'Enter a whole number, for example 12.',
      title: 'Write at least 3 characters.',
      day: 'Enter a day, for example 2026-11-16.',
      urgent: 'Choose one.',
      areas: 'Choose at least one.',
    })
    expect(problems({ ...good, title: 'x'.repeat(83) })).toEqual({
      title: 'Shorten it by 3 characters: at most 80 fit.',
    })
    expect(problems({}).title).toBe('Fill this in.')
    for (const text of Object.values(problems({ legs: [{}], group: { amount: 'x', currency: 1 } })))
      expect(text).not.toMatch(/Invalid|expected/)
  })

  test('writing at a place changes that place and nothing else', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', '0', '1'), { minLength: 1, maxLength: 4 })
      .map(steps => steps.join('.'))
    fc.assert(
      fc.property(path, fc.integer(), (place, value) => {
        const before = Object.freeze({ other: Object.freeze({ kept: 1 }) })
        const after = writeAt(before, place, value)
        expect(readAt(after, place)).toBe(value)
        expect(readAt(after, 'other')).toBe(before.other)
        expect(before).toEqual({ other: { kept: 1 } })
      }),
    )
  })

  test('a failed send is told apart: our problem, a lost line, a fault with its number', () => {
    const issues = [{ path: ['day'], message: 'After today.' }]
    expect(faultOf({ code: 'conflict', message: 'Changed.', data: { issues } })).toMatchObject({
      code: 'conflict',
      message: 'Changed.',
      issues,
      offline: false,
    })
    expect(faultOf(new TypeError('Failed to fetch'))).toMatchObject({ offline: true, message: '' })
    expect(faultOf({ code: 'unexpected', data: { correlation: '01JD' } }).correlation).toBe('01JD')
    expect(faultOf(new Error('secret inner words')).message).toBe('')
  })
})

describe('words', () => {
  test('a marked text keeps every character, whatever the marks', () => {
    const mark = fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark), (text, marks) => {
        expect(
          cutAt(text, marks)
            .map(piece => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
    expect(cutAt('One driver, born', [[4, 10]])).toEqual([
      { text: 'One ', marked: false },
      { text: 'driver', marked: true },
      { text: ', born', marked: false },
    ])
  })

  test('finding ignores case and accents, and a code typed exactly comes first', () => {
    const entries = ['Situation', 'Réadmission', 'New warning', 'Žilina'].map(label => ({ label }))
    expect(matching(entries, 'read').map(entry => entry.label)).toEqual(['Réadmission'])
    expect(matching(entries, 'warn new').map(entry => entry.label)).toEqual(['New warning'])
    expect(matching(entries, 'zil')).toHaveLength(1)
    const choices = [
      { value: 'DEU', label: 'DE Germany' },
      { value: 'DE', label: 'Delaware' },
      { value: 'DNK', label: 'Denmark' },
    ]
    expect(suggestFrom(choices, 'de', []).map(choice => choice.value)[0]).toBe('DE')
    expect(suggestFrom(choices, 'de', ['DE'])).not.toContainEqual(choices[1])
  })
})

test('what is sent is no longer kept as half written, also where what it is about has changed while it was typed', async () => {
  const open: Pick<FormApi, 'submit'>[] = []
  const Reply = ({ opened }: { opened: (form: Pick<FormApi, 'submit'>) => void }) => {
    const [version, setVersion] = useState(1)
    const form = useForm({
      schema: z.object({ text: z.string() }),
      initial: { text: 'Half of it, and the rest' },
      keep: `reply to version ${version}`,
      send: () => Promise.resolve(),
    })
    if (version === 1) setVersion(2)
    opened(form)
    return null
  }
  renderToString(createElement(Reply, { opened: form => open.push(form) }))
  keep('reply to version 2', { text: 'Half of it' })
  keep('reply to another', { text: 'Half of another' })
  await open.at(-1)?.submit()
  expect(halfWritten('reply to version 2')).toBeUndefined()
  expect(halfWritten('reply to another')).toEqual({ text: 'Half of another' })
})
