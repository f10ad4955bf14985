import { expect, test } from 'vitest'
import { parseCountry } from './country.ts'
import {
  alpha3OfState,
  compareStates,
  isSchengen,
  memberStates,
  parseState,
  schengenStates,
  shownState,
  standingOf,
  State,
  stateOfCountry,
} from './state.ts'

test('the Union has 27 Member States, 25 of them in Schengen with four associated States', () => {
  expect(new Set(memberStates).size).toBe(27)
  expect(schengenStates).toHaveLength(29)
  expect([isSchengen('BG'), isSchengen('NO'), isSchengen('IE'), isSchengen('CY'), isSchengen('GB')]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('Greece is stored as GR, read as EL or GR or GRC, and shown as EL', () => {
  expect([parseState('EL'), parseState('gr'), parseState('GRC'), shownState('GR')]).toEqual([
    'GR',
    'GR',
    'GR',
    'EL',
  ])
  expect([parseState('UK'), shownState('GB'), parseState('ZZ')]).toEqual(['GB', 'UK', undefined])
  expect(State.safeParse('EL').success).toBe(false)
})

test('the Union itself is a party, but not a country', () => {
  expect(State.parse('EU')).toBe('EU')
  expect([alpha3OfState('EU'), standingOf('EU'), stateOfCountry('STL')]).toEqual([
    null,
    'union-body',
    undefined,
  ])
  expect(parseCountry('EU').ok).toBe(false)
})

test('States stand in protocol order: the Union, members by their own names, associated, then the rest', () => {
  expect(
    ['TR', 'AT', 'GR', 'EU', 'CH', 'BE', 'DE', 'AL', 'ES'].toSorted(compareStates).map(shownState),
  ).toEqual(['EU', 'BE', 'DE', 'EL', 'ES', 'AT', 'CH', 'AL', 'TR'])
})

test('every Member and associated State has one standing and a three-letter code', () => {
  for (const state of [...memberStates, 'IS', 'LI', 'NO', 'CH']) {
    expect(stateOfCountry(alpha3OfState(state) ?? '')).toBe(state)
    expect(standingOf(state)).toBe(memberStates.includes(state) ? 'member' : 'schengen-associated')
  }
  expect([standingOf('TR'), standingOf('NG')]).toEqual(['candidate', 'other'])
})
