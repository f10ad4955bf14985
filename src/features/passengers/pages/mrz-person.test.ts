import { expect, test } from 'vitest'
import { HandList, toSend } from './hand-form.ts'
import { personFromMrz } from './mrz-person.ts'

// The specimen of ICAO Doc 9303-4, whose State does not exist.
const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'

test('a pasted machine-readable zone fills a person and a document, and says what is wrong with it', () => {
  const { person, findings } = personFromMrz(zone, '2026-11-22')
  expect(person).toMatchObject({
    family: 'ERIKSSON',
    given: 'ANNA MARIA',
    birth: '1974-08-12',
    sex: 'F',
    nationality: 'UTO',
    type: 'P',
    number: 'L898902C3',
    expires: '2012-04-15',
  })
  expect(findings.map(({ code }) => code)).toContain('mrz-specimen')
  const none = personFromMrz('Mrs Eriksson, passport', '2026-11-22')
  expect(none.person).toBeNull()
  expect(none.findings.map(({ code }) => code)).toContain('mrz-format')
})

test('what is typed becomes a list with each document beside its bearer, and none where no number stands', () => {
  const list = HandList.parse({
    carrier: '00000000-0000-4000-8000-000000000000',
    flight: { number: '7', from: 'ist', to: 'RIX', departs: '2026-11-22T09:40' },
    people: [personFromMrz(zone, '2026-11-22').person, { family: 'sample' }],
  })
  expect(toSend(list)).toMatchObject({
    flight: { from: 'IST' },
    people: [{ documents: [{ number: 'L898902C3', mrz: zone }] }, { family: 'SAMPLE', documents: [] }],
  })
})
