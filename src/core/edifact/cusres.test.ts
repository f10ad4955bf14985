import { expect, test } from 'vitest'
import { statuses } from './codes.ts'
import { readAll } from './interpret.ts'
import { type CusresData, writeCusres } from './write-cusres.ts'

const sending = { sender: 'BORDER', recipient: 'ZZAIR', date: '260601', time: '0900', reference: 'R1' }
const leg = {
  carrier: 'ZZ',
  number: '12',
  departs: '2026-06-01T10:00',
  arrives: '2026-06-01T12:00',
  from: 'AAA',
  fromQual: '125',
  to: 'BBB',
  toQual: '87',
}

test.each(['962', '132'])('an answer %s reads back as written, status by status', answer => {
  const data: CusresData = {
    reference: 'M1',
    answer,
    txnRef: 'T1',
    legs: [leg],
    results: [
      { level: '2', pnr: 'ABC123', paxRef: '1', statuses: [{ code: '0Z' }], text: 'OK TO BOARD' },
      { level: '2', paxRef: '2', statuses: [{ code: '1Z' }], text: "CALL THE DESK: +49 'NOW'?" },
    ],
  }
  const [read] = readAll(writeCusres(sending, [data]))
  expect(read).toMatchObject({
    kind: 'CUSRES',
    answer,
    txnRef: 'T1',
    legs: [leg],
    findings: [],
    results: [
      { level: '2', pnr: 'ABC123', paxRef: '1', statuses: [{ code: '0Z', decision: 'board' }] },
      {
        level: '2',
        paxRef: '2',
        statuses: [{ code: '1Z', decision: 'no-board' }],
        text: "CALL THE DESK: +49 'NOW'?",
      },
    ],
  })
})

test('the carrier’s acknowledgement is read', () => {
  const data: CusresData = {
    reference: 'M1',
    answer: '312',
    legs: [],
    results: [{ level: '1', statuses: [{ code: '118' }] }],
  }
  expect(readAll(writeCusres(sending, [data]))).toMatchObject([
    {
      answer: '312',
      findings: [],
      results: [{ level: '1', statuses: [{ code: '118', decision: 'received' }] }],
    },
  ])
})

test('a status that is not in the table never means board: it is unknown and said so', () => {
  for (const code of ['2Z', '4Z', '0', '', 'toString', '__proto__']) {
    const text = writeCusres(sending, [
      {
        reference: 'M1',
        answer: '962',
        txnRef: '1',
        legs: [],
        results: [{ level: '2', statuses: [{ code }] }],
      },
    ])
    const [read] = readAll(text)
    if (read?.kind !== 'CUSRES') throw new Error('not CUSRES')
    expect(read.results[0]?.statuses[0]?.decision).toBe('unknown')
    expect(read.findings.map(f => f.code)).toContain('status-unknown')
  }
  expect(Object.values(statuses).filter(s => s.decision === 'board')).toHaveLength(1)
})
