import { expect, test } from 'vitest'
import { parseName } from '#core/names/parts.ts'
import { AlertLines } from './alert-lines.ts'
import { ColumnsBuilder } from './columns.ts'
import { Matcher } from './matcher.ts'
import { NameReader } from './name-reader.ts'
import type { AlertRecord } from './records.ts'
import { initialBit, roleShift, tokenMask } from './tokens.ts'

const alerts: AlertRecord[] = [
  {
    id: 'A1',
    names: [{ family: 'Al Masri', given: 'Omar' }, { full: 'Omar Elmasry' }],
    birth: '1980-05-12',
    nationalities: ['EGY', 'SYR'],
    sex: 'M',
    documents: [{ type: 'P', number: 'B08-15 Z771', issuer: 'EGY' }],
  },
  {
    id: 'A2',
    names: [{ family: '王', given: '伟' }, { full: '王伟' }],
    birth: '1980',
    nationalities: [],
    sex: null,
  },
  { id: 'A3', names: [{ family: 'de la Cruz', given: 'María José' }], birth: '1975-03' },
  { id: 'A4', names: [{ full: 'Ivanov, Pyotr Sergeyevich' }, { full: 'Suharto' }], birth: null },
  { id: 'A5', names: [{ family: 'Nguyễn', given: 'Thị Minh' }], birth: '1990-00-00', sex: 'F' },
  {
    id: 'A6',
    names: [
      { family: "O'Neill", given: 'J.' },
      { family: 'Dr', given: 'Mr' },
    ],
    documents: [],
  },
]

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('lines read as bytes and the same lines read as records give the same columns', () => {
  const plain = alerts.map(alert => JSON.stringify(alert))
  const spaced = alerts.map(alert => JSON.stringify(alert, null, 1).replaceAll('\n', ' '))
  const escaped = plain.map(line =>
    line.replace(/[^\x20-\x7e]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
  const records = new ColumnsBuilder()
  for (const alert of alerts) records.add(alert)
  const wanted = records.freeze()
  for (const lines of [plain, spaced, escaped]) {
    const builder = new ColumnsBuilder()
    const reader = new AlertLines(builder)
    for (const line of lines) expect(reader.add(bytesOf(line), 0, bytesOf(line).length), line).toBe('added')
    const columns = builder.freeze()
    for (const name of ['birth', 'nations', 'sex', 'tokensAt', 'tokens', 'post', 'documents', 'ids'] as const)
      expect(Array.from(columns[name]), name).toEqual(Array.from(wanted[name]))
    expect(
      new Matcher(columns).screen({ full: 'María José de la Cruz', birth: '1975-03-02' })[0]?.alert,
    ).toBe('A3')
  }
})

test('a name read word by word has the words that parseName finds in the whole name', () => {
  const fields = [
    'Al Masri',
    'Abdul Rahman',
    'ABDULRAHMAN',
    'Salah al-Din',
    "O'Neill",
    'de la Cruz',
    'José María',
    'Nguyễn Thị Minh',
    'van den Berg',
    'Dr',
    'Иванов',
    'Сергей Петрович',
    'عبد الله الجبوري',
    'محمد',
    '王小明',
    '김민준',
    'Müller\u00a0Weiß',
    'J',
    'HA55AN',
    'Kwame, Nkrumah',
    'Sergeyevich',
    'Mohd. bin Ali Hassan Omar Khalid Said Yusuf Salem',
  ]
  for (const family of fields)
    for (const given of [...fields, ''])
      for (const name of [{ family, given }, { full: `${given} ${family}`.trim() }]) {
        const reader = new NameReader()
        reader.name(name)
        const found = Array.from(reader.tokens.list.subarray(0, reader.tokens.length), token => [
          reader.words[token & tokenMask]?.form,
          (token >>> roleShift) & 3,
          (token & initialBit) !== 0,
        ])
        expect(found, JSON.stringify(name)).toEqual(
          parseName(name).map(part => [part.form, part.role, part.initial]),
        )
      }
})

test('a line that is unusual or used before leaves nothing behind', () => {
  const builder = new ColumnsBuilder()
  const reader = new AlertLines(builder)
  const take = (line: string): string => reader.add(bytesOf(line), 0, bytesOf(line).length)
  expect(take('{"id":"B","names":[{"full":"Ana Lu"}],"documents":[{"number":"X12345"}]}')).toBe('added')
  expect(take('{"id":"B","names":[{"full":"Other One"}],"documents":[{"number":"Y12345"}]}')).toBe('known')
  for (const line of [
    '{"id":"C","names":[{"full":"Zora Quill"}],"documents":[{"number":"Y12345"}],"more":1}',
    '{"id":"C","names":[{"full":"Zora Quill"}]',
    '{"id":"C","names":[{"full":"Zora Quill"}]} x',
    '{"id":"","names":[{"full":"Zora Quill"}]}',
    '{"id":"C","names":[]}',
    '{"id":"C","names":[{"full":" "}]}',
    '{"id":"C","names":[{"full":"Zora Quill"}],"birth":"1980-13-01"}',
    '{"id":"C","names":[{"full":"Zora Quill"}],"birth":1980}',
    '{"id":"C","names":[{"full":"Zora Quill}]}',
    '[]',
    '',
  ])
    expect(take(line), line).toBe('unusual')
  const columns = builder.freeze()
  expect(columns.birth.length).toBe(1)
  expect(columns.nameCount[0]).toBe(1)
  expect(columns.tokens.length).toBe(2)
  expect(
    Array.from(columns.documents).filter((_, at) => at % 2 === 1 && columns.documents[at] !== 0).length,
  ).toBe(1)
})
