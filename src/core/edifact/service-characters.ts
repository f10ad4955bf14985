import type { FindingCode } from './finding.ts'

/**
 * The characters that cut an interchange into segments, elements and components (ISO 9735, UNA). The fifth position of
 * UNA (a blank in syntax 3, the repetition separator in syntax 4) is kept but does not cut: carriers write `*` freely
 * in text (`APIS*ABE` in UNB) and no message read here repeats an element.
 */
export type ServiceCharacters = {
  component: string
  element: string
  decimal: string
  release: string
  repetition: string
  terminator: string
}

export const defaultCharacters: ServiceCharacters = {
  component: ':',
  element: '+',
  decimal: '.',
  release: '?',
  repetition: ' ',
  terminator: "'",
}

export type Start = {
  /** Where the first segment begins, in the text given. */
  begin: number
  /** How much text before it is not part of the interchange. */
  before: number
  characters: ServiceCharacters
  una: string | null
  findings: { code: FindingCode; detail?: string }[]
}

const space = (text: string) => /^\s+$/.test(text)
const show = (text: string) => Array.from(text, c => (/\s/.test(c) ? 'blank' : c)).join(' ')

/** Characters that may serve: neither letter nor digit, nor something the body text is full of. */
const mayServe = (c: string | undefined): c is string => c !== undefined && /^[^A-Za-z0-9]$/u.test(c)

/**
 * Finds the beginning of the next interchange in a text and the service characters its body really uses. UNA is taken
 * at its word only where the body agrees: one missing or typographic character in it would otherwise ruin the message.
 * Returns null when there is no beginning (yet).
 */
export function findStart(text: string): Start | null {
  const header = /UN[BGH][^A-Za-z0-9\s/,.'"\p{Cc}-]|UNA[\s\S]{3,12}?UN[BGH]/u.exec(text)
  if (!header) return null
  const findings: Start['findings'] = []
  const isUna = header[0].startsWith('UNA')
  const unaAt = header.index
  const begin = isUna ? unaAt + header[0].length - 3 : header.index
  const declared = isUna ? text.slice(unaAt + 3, begin) : null
  const body = bodyCharacters(text.slice(begin, begin + 4096))
  const una = declared === null ? null : readUna(declared)

  if (una === null) {
    if (declared !== null)
      findings.push(
        declared.trimEnd().length < 6
          ? { code: 'una-incomplete' }
          : { code: 'una-broken', detail: show(declared) },
      )
    else if (
      body.component !== defaultCharacters.component ||
      body.element !== defaultCharacters.element ||
      body.terminator !== defaultCharacters.terminator
    )
      findings.push({
        code: 'una-missing',
        detail: `${body.component} ${body.element} ${show(body.terminator)}`,
      })
    return { begin, before: unaAt, characters: body, una: declared, findings }
  }
  const terminatorHolds = una.terminator === body.terminator || !body.sawTerminator
  if (una.element === body.element && una.component === body.component && terminatorHolds)
    return { begin, before: unaAt, characters: una, una: declared, findings }
  findings.push({ code: 'una-broken', detail: show(declared ?? '') })
  const sound =
    una.element === body.element && una.component === body.component && una.release !== body.terminator
  return {
    begin,
    before: unaAt,
    characters: sound && una.release !== '\\' ? { ...body, release: una.release } : body,
    una: declared,
    findings,
  }
}

/** The six characters of UNA, or null where fewer stand there. */
function readUna(declared: string): ServiceCharacters | null {
  const [component, element, decimal, release, repetition, terminator] = declared
  if (!mayServe(component) || !mayServe(element) || !mayServe(release) || !mayServe(terminator)) return null
  if (component === element || element === terminator || component === terminator || release === terminator)
    return null
  // A typographic apostrophe takes three bytes when it is read byte by byte.
  if (declared.trimEnd().length > 6) return null
  return { component, element, decimal: decimal ?? '.', release, repetition: repetition ?? ' ', terminator }
}

/** Reads the characters off the first segments: `UNB+UNOA:4+…'UNH+` shows element, component and terminator. */
function bodyCharacters(body: string): ServiceCharacters & { sawTerminator: boolean } {
  const found = { ...defaultCharacters, sawTerminator: false }
  const element = body[3]
  if (mayServe(element) && !space(element)) found.element = element
  const component =
    /^UNB[^A-Za-z0-9][A-Z]{4}([^A-Za-z0-9\s])\d/.exec(body)?.[1] ??
    /UNH[^A-Za-z0-9][^\s]{0,40}?(?:PAXLST|PNRGOV|CUSRES)([^A-Za-z0-9\s])/.exec(body)?.[1]
  if (component && component !== found.element) found.component = component
  // The mark before the second segment is the terminator; blanks and line breaks between them do not count.
  const at = secondSegment(found.element).exec(body)?.index ?? 0
  let before = at - 1
  while (before > 3 && space(body.charAt(before))) before--
  const mark = body.charAt(before)
  const gap = body.slice(before + 1, Math.max(at, before + 1))
  if (at > 3 && mayServe(mark) && mark !== found.component && mark !== found.element) found.terminator = mark
  else if (at > 3 && gap !== '') found.terminator = gap.includes('\n') ? '\n' : gap.charAt(0)
  else return found
  found.sawTerminator = true
  if (found.terminator === found.release) found.release = ' '
  return found
}

const patterns = new Map<string, RegExp>()

/** A tag that may follow the first segment, with its element separator: not at the very beginning of the text. */
function secondSegment(element: string): RegExp {
  let pattern = patterns.get(element)
  if (!pattern) {
    const mark = element.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
    pattern = new RegExp(`(?<=[^]{3})(?:UN[GHTZ]|BGM|MSG|RFF|ORG) *${mark}`)
    if (patterns.size < 64) patterns.set(element, pattern)
  }
  return pattern
}
