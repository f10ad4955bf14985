import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FindingCode } from './finding.ts'
import { readAll } from './interpret.ts'
import { readMessages } from './messages.ts'
import { createReader, longestSegment, readPieces } from './reader.ts'
import type { ServiceCharacters } from './service-characters.ts'
import { writeSegments, writeUna, type Written } from './writer.ts'

// Every message here is invented, and so are the people in it.
const body = [
  "UNB+UNOA:4+ZZAIR+BORDER+260601:0900+R1'",
  "UNH+M1+PAXLST:D:05B:UN:IATA'",
  "BGM+745'",
  "RFF+TN:T1'",
  "NAD+MS+++DESK'",
  "COM+111:TE'",
  "TDT+20+ZZ123+++ZZ'",
  "LOC+125+AAA'",
  "DTM+189:2606011000:201'",
  "LOC+87+BBB'",
  "DTM+232:2606011200:201'",
  "NAD+FL+++MUSTER:ADA'",
  "ATT+2++F'",
  "DTM+329:800229'",
  "NAT+2+DEU'",
  "DOC+P+C01X0006H'",
  "DTM+36:300101'",
  "LOC+91+DEU'",
  "CNT+42:1'",
  "UNT+19+M1'",
  "UNZ+1+R1'",
]
const whole = body.join('\n')

function read(input: string | Uint8Array) {
  const messages = readAll(input)
  const first = messages[0]
  return {
    messages,
    codes: messages.flatMap(message => message.findings.map(finding => finding.code)),
    people: first?.kind === 'PAXLST' ? first.people : [],
    list: first?.kind === 'PAXLST' ? first : null,
  }
}

const bytes = (text: string) => new TextEncoder().encode(text)

test('a sound message has no finding at all', () => {
  const { codes, people, list } = read(whole)
  expect(codes).toEqual([])
  expect(people).toMatchObject([{ surname: 'MUSTER', given: 'ADA', dob: '1980-02-29', nationality: 'DEU' }])
  expect(list?.legs).toMatchObject([{ carrier: 'ZZ', number: '123', from: 'AAA', to: 'BBB' }])
})

describe('what the field sends is read, and said', () => {
  const broken: [string, string | Uint8Array, FindingCode[]][] = [
    [
      'a Type-B address before UNA',
      `\u0001QU BORDERXX\r\n.ZZAIR 010900\r\n\u0002UNA:+.? '${whole}\u0003`,
      ['text-before-interchange'],
    ],
    ['prose after UNZ', `${whole}\n13Nov09`, ['text-after-interchange']],
    ['UNA with a typographic apostrophe and a backslash', `UNA:+.\\*\u2019 ${whole}`, ['una-broken']],
    ['UNA with one character missing', `UNA:+\\*'\n${whole}`, ['una-broken']],
    ['UNA followed by blanks and line breaks', `UNA:+.? '  \r\n  ${whole}`, []],
    ['no UNA and a quotation mark as terminator', whole.replaceAll("'", '"'), ['una-missing']],
    ['blanks before every line', body.map(line => `  ${line}`).join('\n'), ['blank-before-segment']],
    ['everything on one line', body.join(''), []],
    ['a blank inside a tag', whole.replace('BGM+', 'BGM +'), ['tag-blank']],
    ['a tag in small letters', whole.replace('ATT+', 'att+'), ['tag-case']],
    ['a doubled terminator', whole.replace("BGM+745'", "BGM+745''"), ['empty-segment']],
    [
      'a lost terminator at the end of a line',
      whole.replace("ATT+2++F'", 'ATT+2++F'),
      ['terminator-missing'],
    ],
    [
      'a typographic apostrophe for a terminator',
      whole.replace("ATT+2++F'", 'ATT+2++F\u2019'),
      ['outside-charset', 'terminator-typographic'],
    ],
    [
      'a release character that swallows the terminator',
      whole.replace("COM+111:TE'", "COM+111:TE?'"),
      ['terminator-missing'],
    ],
    ['a last segment without terminator', whole.slice(0, -1), ['last-terminator-missing']],
    ['no UNZ', body.slice(0, -1).join('\n'), ['unz-missing']],
    ['no UNT', body.filter(line => !line.startsWith('UNT')).join('\n'), ['unt-missing']],
    ['no UNB', body.slice(1).join('\n'), ['unb-missing', 'reference-differs']],
    [
      'no UNH',
      body.filter(line => !line.startsWith('UNH')).join('\n'),
      ['unh-missing', 'reference-differs', 'segment-count'],
    ],
    ['a wrong UNT count', whole.replace('UNT+19', 'UNT+42'), ['segment-count']],
    ['a wrong UNT reference', whole.replace('19+M1', '19+M2'), ['reference-differs']],
    ['a wrong UNZ count', whole.replace('UNZ+1', 'UNZ+7'), ['message-count']],
    ['a name broken over two lines', whole.replace('MUSTER:ADA', 'MUS\nTER:ADA'), ['line-break']],
    [
      'an empty component at the end of a name',
      whole.replace('MUSTER:ADA', 'MUSTER:ADA:'),
      ['component-empty-last'],
    ],
    ['control characters in the text', whole.replace('MUSTER', 'MUS\u0007TER'), ['control-character']],
    ['a byte order mark', bytes(`\uFEFF${whole}`), ['byte-order-mark']],
    [
      'a text that is UTF-16',
      Uint8Array.from([0xff, 0xfe, ...Buffer.from(whole, 'utf16le')]),
      ['byte-order-mark'],
    ],
  ]
  test.each(broken)('%s', (_, input, expected) => {
    const { codes, people, messages } = read(input)
    expect(messages).toHaveLength(1)
    expect(people).toMatchObject([{ surname: 'MUSTER', given: 'ADA', dob: '1980-02-29' }])
    expect(people[0]?.documents).toMatchObject([
      { number: 'C01X0006H', expires: '2030-01-01', issuer: 'DEU' },
    ])
    for (const code of expected) expect(codes).toContain(code)
    if (expected.length === 0) expect(codes).toEqual([])
  })

  test('other service characters, with UNA and without', () => {
    for (const [component, element, release, terminator] of [
      [':', '*', '?', '$'],
      [':', '(', ')', '-'],
      ['|', '+', '?', '~'],
      [':', '+', '?', '\n'],
    ]) {
      const other = whole
        .replaceAll("'\n", '\u0001')
        .replaceAll("'", '\u0001')
        .replaceAll('+', '\u0002')
        .replaceAll(':', component ?? '')
        .replaceAll('\u0001', terminator ?? '')
        .replaceAll('\u0002', element ?? '')
      for (const una of [`UNA${component}${element}.${release} ${terminator}\r\n`, '']) {
        const { people } = read(una + other)
        expect(people, `${una} ${element}`).toMatchObject([{ surname: 'MUSTER', dob: '1980-02-29' }])
      }
    }
  })

  test('released separators are text', () => {
    const { people } = read(whole.replace('MUSTER:ADA', "O?'MUS?+TER??:ADA"))
    expect(people).toMatchObject([{ surname: "O'MUS+TER?", given: 'ADA' }])
  })

  test('names in Latin-1, UTF-8 and the declared alphabet are read right', () => {
    const named = whole.replace('MUSTER', 'MÜLLER')
    expect(read(bytes(named)).people).toMatchObject([{ surname: 'MÜLLER' }])
    expect(read(Buffer.from(named, 'latin1')).people).toMatchObject([{ surname: 'MÜLLER' }])
    expect(read(bytes(named.replace('UNOA', 'UNOW'))).codes).toEqual([])
    // ISO 8859-7: Α is 0xC1, Δ is 0xC4.
    const greek = Buffer.from(whole.replace('UNOA', 'UNOF').replace('MUSTER', '\u00C1\u00C4\u00C1'), 'latin1')
    expect(read(greek).people).toMatchObject([{ surname: 'ΑΔΑ' }])
  })

  test('two interchanges in one file, with different service characters, are two messages', () => {
    const { messages } = read(`${whole}\n${whole.replaceAll("'", '"').replace('MUSTER', 'BEISPIEL')}`)
    expect(messages.map(m => (m.kind === 'PAXLST' ? m.people[0]?.surname : m.kind))).toEqual([
      'MUSTER',
      'BEISPIEL',
    ])
  })

  test('what is no message is said to be none', () => {
    for (const nothing of ['hello', '{"a":1}', 'UNBELIEVABLE', 'firstname,lastname\nADA,MUSTER\n'])
      expect(readAll(nothing)).toMatchObject([
        {
          kind: 'UNKNOWN',
          findings: expect.arrayContaining([expect.objectContaining({ code: 'not-edifact' })]),
        },
      ])
    expect(readAll('')).toEqual([])
  })

  test('a message of another type is kept and not interpreted', () => {
    expect(readAll(whole.replace('PAXLST', 'INVOIC'))).toMatchObject([{ kind: 'UNKNOWN', type: 'INVOIC' }])
  })
})

test('no finding quotes a name, a birth date or a document number', () => {
  const bad = whole
    .replace('MUSTER:ADA', 'MUSTER9:ADAMRS:QQ')
    .replace('800229', '810229')
    .replace('NAT+2+DEU', 'NAT+2+MUSTERLAND')
    .replace('DOC+P+', 'DOC+MUSTERLAND+')
  const { messages } = read(bad)
  const sentences = messages.flatMap(m => m.findings.map(f => f.sentence)).join(' ')
  expect(sentences.length).toBeGreaterThan(100)
  expect(sentences).not.toMatch(/MUSTER|ADA|810229|C01X/)
})

test('the same pieces come out however the input is cut', () => {
  const input = bytes(`QU X\nUNA:+.? '${whole.replace('MUSTER', 'MÜL?+LER')}\nrest`)
  const expected = readPieces(input)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }), sizes => {
      const reader = createReader()
      const pieces = []
      for (let at = 0, i = 0; at < input.length; i++) {
        const size = sizes[i % sizes.length] ?? 1
        pieces.push(...reader.push(input.subarray(at, at + size)))
        at += size
      }
      pieces.push(...reader.end())
      expect(pieces).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})

test('what the writer writes the reader reads, whatever the text and the service characters', () => {
  const characters: fc.Arbitrary<ServiceCharacters> = fc
    .uniqueArray(fc.constantFrom(...":+?'*|~^$(!".split('')), { minLength: 5, maxLength: 5 })
    .map(([component = ':', element = '+', release = '?', terminator = "'", repetition = '*']) => ({
      component,
      element,
      decimal: '.',
      release,
      repetition,
      terminator,
    }))
  const text = fc.string({ unit: fc.constantFrom(..."ABZ019 :+?'*|~^$(!.,-/äß人".split('')), maxLength: 12 })
  const segment = fc
    .tuple(
      fc.constantFrom('NAD', 'RFF', 'FTX', 'ATT'),
      fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
    )
    .map(([tag, elements]) => [tag, ...elements] as const)
  fc.assert(
    fc.property(characters, fc.array(segment, { maxLength: 12 }), (service, segments) => {
      const all: Written[] = [
        ['UNB', ['UNOW', '4'], 'A', 'B', ['260601', '0900'], '1'],
        ['UNH', 'M', ['PAXLST', 'D', '15B', 'UN']],
        ...segments,
        ['UNT', String(segments.length + 2), 'M'],
        ['UNZ', '1', '1'],
      ]
      const [message] = readMessages(bytes(writeUna(service) + writeSegments(all, service)))
      expect(message?.findings).toEqual([])
      const trimmed = (values: readonly string[]) => {
        const end = values.findLastIndex(value => value !== '')
        return end < 0 ? [''] : values.slice(0, end + 1)
      }
      const read = message?.segments.slice(1, -1).map(({ tag, elements }) => [tag, ...elements])
      const expected = segments.map(([tag, ...elements]) => {
        const kept = elements.map(trimmed)
        const end = kept.findLastIndex(element => element.some(value => value !== ''))
        return [tag, ...kept.slice(0, end + 1)]
      })
      expect(read).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

test('a segment without end is cut, and a stream without end does not fill the memory', () => {
  const reader = createReader()
  reader.push(`${body.slice(0, -1).join('')}FTX+`)
  let pieces = 0
  const chunk = 'A'.repeat(10_000)
  for (let i = 0; i < 100; i++)
    for (const piece of reader.push(chunk))
      if (piece.kind === 'segment' && piece.faults?.some(fault => fault.code === 'segment-too-long')) pieces++
  expect(pieces).toBe(Math.floor(1_000_000 / longestSegment))
})
