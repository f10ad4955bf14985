import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withinClosedList } from './closed-list.ts'
import { readAll } from './interpret.ts'
import type { Message, PassengerList } from './message.ts'

/**
 * Messages of the field, which the repository does not carry: the GTAS test files (US-CBP) and worked examples of the
 * WCO/IATA/ICAO guide. They are checked where the folder ../shared/data stands beside the repository.
 */
const folders = ['../shared/data/gtas', '../shared/data/edifact-other']
const here = folders.every(existsSync)
const files = here
  ? folders.flatMap(folder =>
      readdirSync(folder)
        .filter(f => /\.(edi|txt)$/.test(f) && f !== 'LICENSE.txt')
        .map(f => `${folder}/${f}`),
    )
  : []

test.skipIf(!here)(
  'every message of the field in ../shared/data is read, with flight, people and findings',
  () => {
    expect(files.length).toBeGreaterThan(30)
    for (const file of files) {
      const messages = readAll(readFileSync(file))
      expect(messages.length, file).toBeGreaterThan(0)
      for (const message of messages) {
        expect(message.kind, file).not.toBe('UNKNOWN')
        expect(legsAndPeople(message), file).toBe(true)
        for (const finding of message.findings) expect(finding.sentence, file).toMatch(/^[A-Z].*\.$/)
      }
    }
  },
)

function legsAndPeople(message: Message): boolean {
  if (message.kind === 'PAXLST')
    return message.legs.length > 0 && message.people.every(p => p.surname && p.given && p.dob)
  if (message.kind === 'PNRGOV')
    return message.legs.length > 0 && message.bookings.some(b => b.people.some(p => p.surname))
  return message.kind === 'CUSRES' && message.results.every(r => r.statuses.length > 0)
}

test.skipIf(!here)('the examples of the guide in ../shared/data are read exactly', () => {
  const folder = '../shared/data/edifact-other'
  const expected = JSON.parse(readFileSync(`${folder}/guide-expected.json`, 'utf8')) as Record<
    string,
    Record<string, unknown>
  >
  for (const [file, facts] of Object.entries(expected)) {
    const [message] = readAll(readFileSync(`${folder}/${file}`))
    expect(message?.kind, file).toBe('PAXLST')
    const list = message as PassengerList
    const contact = list.contact && { ...list.contact, coms: list.contact.coms.length }
    expect({ ...list, contact }, file).toMatchObject(facts)
  }
})

test.skipIf(!here)('of the guide’s first example only the closed list is kept', () => {
  const [message] = readAll(readFileSync('../shared/data/edifact-other/iata-guide-5.1.edi'))
  const kept = message && withinClosedList(message)
  expect(kept).toMatchObject({
    people: [
      {
        surname: 'WILLIAMS',
        given: 'JOHN',
        second: 'DONALD',
        gender: 'M',
        dob: '1972-09-07',
        bags: 2,
        clearance: 'HNL',
        embarked: 'SYD',
        nationality: 'GBR',
        pnr: 'TYR123',
        documents: [{ type: 'P', number: 'MB140241', issuer: 'GBR', expires: '2015-12-31' }],
      },
    ],
  })
  expect(JSON.stringify(kept)).not.toMatch(/WESTERN ROAD|SLEAFORD|AMBER HILL|ZZ012345/)
})
