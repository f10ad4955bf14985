import { expect, test } from 'vitest'
import { readAll } from '#core/edifact/interpret.ts'
import { textOf } from './answers.ts'
import { checksOf } from './checks.ts'

const flight = {
  id: '',
  carrierCode: 'ZZ',
  number: '101',
  suffix: '',
  fromPlace: 'IST',
  toPlace: 'RIX',
  stops: [],
  departsOn: '2026-11-22',
  departsLocal: '2026-11-22T14:05',
  arrivesLocal: '2026-11-22T16:10',
  departsAt: null,
  arrivesAt: null,
  state: 'received' as const,
  passengersTotal: null,
  crewTotal: null,
  forgetAt: '',
  deleteAt: '',
}
const answer = {
  flight,
  carrier: { id: '', code: 'ZZ', authority: 1 },
  codes: {},
  reference: 'TRANS1',
  now: new Date('2026-11-22T09:30:00Z'),
}
const line = (paxRef: string, told: 'board' | 'selectee' | 'no-board') => ({
  id: paxRef,
  pnr: 'PN1000',
  paxRef,
  told,
  decision: null,
})

test('the answer to a list is this CUSRES, sign for sign', () => {
  const text = textOf(
    { ...answer, kind: '962', lines: [line('R1', 'board'), line('R2', 'selectee')] },
    'CONTROL1',
  )
  expect(text).toBe(
    "UNA:+.? 'UNB+UNOA:4+ICONET+ZZ+261122:0930+CONTROL1'UNG+CUSRES+ICONET+ZZ+261122:0930+CONTROL1+UN+D:05B'" +
      "UNH+CONTROL1+CUSRES:D:05B:UN:IATA'BGM+962'RFF+TN:TRANS1'RFF+AF:ZZ101'DTM+189:2611221405:201'DTM+232:2611221610:201'" +
      "LOC+125+IST'LOC+87+RIX'ERP+2'RFF+AVF:PN1000'RFF+ABO:R1'ERC+0Z'ERP+2'RFF+AVF:PN1000'RFF+ABO:R2'ERC+SEL'" +
      "UNT+17+CONTROL1'UNE+1+CONTROL1'UNZ+1+CONTROL1'",
  )
  expect(readAll(text).flatMap(each => each.findings.filter(found => found.severity === 'error'))).toEqual([])
})

test('a changed decision is this CUSRES, and a carrier is told by its own codes', () => {
  const text = textOf(
    {
      ...answer,
      kind: '132',
      codes: { selectee: '2X' },
      lines: [line('R1', 'no-board'), line('R2', 'selectee')],
    },
    'CONTROL2',
  )
  expect(text).toContain("BGM+132'RFF+TN:TRANS1'")
  expect(text).toContain("RFF+ABO:R1'ERC+1Z'")
  expect(text).toContain("RFF+ABO:R2'ERC+2X'")
})

test('each fault of a document is found, and a sound one has none', () => {
  const of = (document: object, more: object = {}) =>
    checksOf(
      {
        kind: 'passenger',
        birth: '1980-01-01',
        nationality: 'TUR',
        documents: [{ type: 'P', number: 'U1234567', issuer: 'TUR', expires: '2030-01-01', ...document }],
        misread: [],
        ...more,
      },
      '2026-11-22',
    ).map(each => `${each.severity} ${each.code}`)
  expect(of({})).toEqual([])
  expect(of({ expires: '2026-11-21' })).toEqual(['alarm document-expired'])
  expect(of({ expires: '2026-11-22' })).toEqual(['note document-expires-soon'])
  expect(of({ expires: '2027-02-30' })).toEqual(['warning document-date-impossible'])
  expect(of({ expires: '2066-01-01' })).toEqual(['warning document-date-impossible'])
  expect(of({ issuer: 'QQQ' })).toEqual(['warning document-issuer-unknown'])
  expect(of({ issuer: 'D' })).toEqual([])
  // ICAO Doc 9303-4, specimen: number L898902C3, check digit 6.
  expect(of({ number: 'L898902C36' })).toEqual(['note document-number-check-digit'])
  expect(of({ number: 'L898902C37' })).toEqual(['warning document-number-check-digit'])
  expect(of({ number: '?' })).toEqual(['warning document-number-malformed'])
  expect(of({}, { documents: [] })).toEqual(['warning document-missing'])
  expect(of({}, { birth: '2026-11-23' })).toEqual(['warning birth-impossible'])
  expect(of({}, { birth: '1890-01-01' })).toEqual(['warning birth-impossible'])
  expect(of({}, { birth: '1980-02-31' })).toEqual(['warning birth-impossible'])
  expect(of({}, { birth: '1980-13' })).toEqual(['warning birth-impossible'])
  expect(of({}, { birth: '1980-02' })).toEqual([])
  expect(of({}, { nationality: 'QQQ' })).toEqual(['note nationality-unknown'])
  expect(of({}, { misread: [1] })).toEqual(['warning document-number-check-digit'])
})
