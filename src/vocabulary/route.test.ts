import { expect, test } from 'vitest'
import { parseRoute, Route, routeFacts, routes } from './route.ts'

const of = (name: string, source: 'frontex' | 'iom' | 'any' = 'any'): string => {
  const answer = parseRoute(name, source)
  return answer.ok ? answer.route : answer.problem
}

test('every name that Frontex and IOM use leads to one code and back', () => {
  for (const facts of routes) {
    if (facts.frontex !== null) expect(of(facts.frontex, 'frontex')).toBe(facts.code)
    if (facts.iom !== null) expect(of(facts.iom, 'iom')).toBe(facts.code)
    expect(Route.parse(facts.code)).toBe(facts.code)
  }
  expect(new Set(routes.map(facts => facts.code)).size).toBe(routes.length)
})

test('the Western African Route of Frontex and the Western African Atlantic Route of IOM are one', () => {
  expect([of('Western African Route', 'frontex'), of('western african atlantic route', 'iom')]).toEqual([
    'WAFR',
    'WAFR',
  ])
  expect(routeFacts('WAFR').borders).toEqual(['sea'])
})

test('the Western Balkan route has no name at IOM, and a name of the other source is not taken for one', () => {
  expect(routeFacts('WBAL').iom).toBeNull()
  expect(parseRoute('Western Balkan Route', 'iom').ok).toBe(false)
})

test('an unknown route is refused with the nearest', () => {
  expect(parseRoute('Balkans')).toMatchObject({ ok: false, suggestions: ['WBAL'] })
  expect(of('Northern Passage')).toMatch(/not a known route/)
  expect(parseRoute('').ok).toBe(false)
})
