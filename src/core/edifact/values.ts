import { knownState, plainState, threeLettersOf } from '../mrz/states.ts'
import { type FindingCode, type FindingLog, findingLog } from './finding.ts'
import { code, positionOf, type RawMessage } from './messages.ts'
import type { ReadDate } from './dates.ts'
import type { Segment } from './reader.ts'

/** Reads values of one message and says, with the place, what is wrong with each. */
export type Values = {
  log: FindingLog
  /** The segment the reading stands at. */
  at: (segment: Segment, number: number) => void
  say: (finding: FindingCode, detail?: string, element?: number, component?: number) => void
  /** A component, blanks taken off; '' where there is none. Both counted from 0, the tag not counted. */
  text: (element: number, component?: number) => string
  date: (read: ReadDate, element?: number, component?: number) => string | null
  country: (text: string, element?: number) => string | null
}

export function valuesOf(raw: RawMessage): Values {
  const log = continueLog(raw)
  let segment: Segment = { kind: 'segment', tag: '', elements: [], raw: '', offset: 0, line: 1 }
  let number = 0
  let blankAt = ''
  const say: Values['say'] = (finding, detail, element, component) =>
    log.add(finding, positionOf(segment, number, element, component), detail)
  return {
    log,
    at(next, n) {
      segment = next
      number = n
    },
    say,
    text(element, component = 0) {
      const value = segment.elements[element]?.[component] ?? ''
      const first = value.charCodeAt(0)
      const last = value.charCodeAt(value.length - 1)
      if (first > 32 && last > 32) return value
      const trimmed = value.trim()
      const here = `${number} ${element} ${component}`
      if (trimmed.length !== value.length && trimmed.length > 0 && here !== blankAt) {
        blankAt = here
        say('blank-around', undefined, element + 1, component + 1)
      }
      return trimmed
    },
    date(read, element, component) {
      if (read.fault) say(read.fault, segment.tag, element, component)
      return read.value
    },
    country(text, element) {
      const upper = text.toUpperCase()
      if (upper === '') return null
      if (upper === 'D') {
        say('country-one-letter', undefined, element)
        return 'DEU'
      }
      if (upper.length === 2) {
        const three = threeLettersOf(upper)
        if (three) {
          say('country-two-letters', code(upper), element)
          return three
        }
      }
      if (knownState(upper)) return plainState(upper)
      say('country-unknown', code(upper), element)
      return null
    },
  }
}

/** The findings of the envelope, and after them those of the content; the raw message is not changed. */
const continueLog = (raw: RawMessage): FindingLog => findingLog([...raw.findings])

/** Titles that carriers write after a given name, with a blank or without. */
const apart = /^(.*\S)\s+(MR|MRS|MS|MISS|MSTR|DR|PROF|SIR|INF|CHD)$/i
const joined = /^(.*[A-Z])(MSTR|MISS|MRS|MR)$/i
const perhaps = /^(.*[A-Z])(MS|DR)$/i

/**
 * Takes a title off a given name where it cannot be part of it. `MS` and `DR` joined without a blank stay (`WILLIAMS`,
 * `KHADR` are names); `MR` only goes where a name with a vowel remains (`AMR` is a name).
 */
export function withoutTitle(given: string): { given: string; title?: string; fault: FindingCode | null } {
  const clear = apart.exec(given)
  if (clear?.[1] && clear[2]) return { given: clear[1], title: clear[2].toUpperCase(), fault: 'name-title' }
  const close = joined.exec(given)
  if (close?.[1] && close[2] && close[1].length >= 3 && /[AEIOUY]/i.test(close[1]))
    return { given: close[1], title: close[2].toUpperCase(), fault: 'name-title' }
  const maybe = perhaps.exec(given)
  if (maybe?.[1] && maybe[2] && maybe[1].length >= 3)
    return { given, title: maybe[2].toUpperCase(), fault: 'name-title-perhaps' }
  return { given, fault: null }
}
