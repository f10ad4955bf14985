import { expect, test } from 'vitest'
import {
  credibilities,
  credibilitySentence,
  parseGrading,
  reliabilities,
  reliabilitySentence,
  shownGrading,
  toEuropol,
} from './admiralty.ts'
import { narrowestTlp, parseTlp, shownTlp, Tlp, tlpLabels } from './tlp.ts'
import { answerDue, compareUrgency, urgencies } from './urgency.ts'

test('the traffic light has five labels; WHITE becomes CLEAR and says so; EX:CHR and UNCLEAR are refused', () => {
  expect(tlpLabels).toHaveLength(5)
  for (const label of tlpLabels) expect(parseTlp(shownTlp(label).toLowerCase())).toEqual({ ok: true, label })
  expect(parseTlp('TLP:WHITE')).toMatchObject({
    ok: true,
    label: 'CLEAR',
    note: expect.stringContaining('2022'),
  })
  expect(parseTlp('tlp: amber + strict')).toMatchObject({ label: 'AMBER+STRICT' })
  for (const wrong of ['TLP:EX:CHR', 'UNCLEAR', '', 'ORANGE']) expect(parseTlp(wrong).ok).toBe(false)
  expect(Tlp.safeParse('WHITE').success).toBe(false)
})

test('what is made from several labelled items carries the narrowest label', () => {
  expect([narrowestTlp(['GREEN', 'AMBER', 'CLEAR']), narrowestTlp([])]).toEqual(['AMBER', 'CLEAR'])
})

test('every Admiralty grade has its sentence and is read back; G is refused', () => {
  for (const reliability of reliabilities)
    for (const credibility of credibilities) {
      expect(parseGrading(shownGrading({ reliability, credibility }))).toEqual({ reliability, credibility })
      expect(reliabilitySentence[reliability]).toMatch(/\.$/)
      expect(credibilitySentence[credibility]).toMatch(/\.$/)
    }
  expect(['G1', 'A7', 'A', '1A', ''].map(parseGrading)).toEqual(Array(5).fill(undefined))
})

test('the Europol grade always says what it loses and never claims that accuracy is not in doubt', () => {
  for (const reliability of reliabilities)
    for (const credibility of credibilities) {
      const europol = toEuropol({ reliability, credibility })
      expect(europol.lost.length).toBeGreaterThan(0)
      expect(europol.information).not.toBe('1')
    }
  expect(toEuropol({ reliability: 'F', credibility: '1' })).toMatchObject({ source: 'X', information: '3' })
  expect(toEuropol({ reliability: 'E', credibility: '3' })).toMatchObject({ source: 'C', information: '4' })
})

test('an immediate warning is due in two hours, a priority one in a day, a routine one in five days', () => {
  const sent = new Date('2026-11-22T03:00:00Z')
  expect(urgencies.map(urgency => answerDue(urgency, sent).toISOString())).toEqual([
    '2026-11-27T03:00:00.000Z',
    '2026-11-23T03:00:00.000Z',
    '2026-11-22T05:00:00.000Z',
  ])
  expect([...urgencies].toSorted(compareUrgency)[0]).toBe('immediate')
})
