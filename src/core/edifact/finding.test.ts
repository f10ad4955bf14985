import { expect, test } from 'vitest'
import { findingKinds, withoutValue } from './finding.ts'

test('the sentence of every finding holds without its value, too: it stands in brackets or behind the noun that it names', () => {
  const named = /(?:identifier|segment|type|version|function|qualifier|code|status) \{\}/
  for (const [code, { sentence }] of Object.entries(findingKinds)) {
    if (sentence.includes('{}')) expect(sentence, code).toMatch(new RegExp(`\\([^()]*\\{\\}|${named.source}`))
    expect(withoutValue(sentence), code).toMatch(/^[^(){}]*(?:\([^{}]*\)[^(){}]*)*\.$/)
    expect(withoutValue(sentence), code).not.toMatch(/ {2}| \.| ,/)
  }
  const said = (code: keyof typeof findingKinds) => withoutValue(findingKinds[code].sentence)
  expect(said('count-differs')).toBe(
    'CNT differs from the message. CNT counts everyone on the flight, so this alone is no fault.',
  )
  expect(said('segment-count')).toBe('UNT counts wrongly. The message was read whole.')
  expect(said('text-before-interchange')).toBe(
    'Text stands before the interchange. It is not part of the message.',
  )
  expect(said('type-unknown')).toMatch(/^The message type is not PAXLST/)
})
