import type { FindingCode } from './finding.ts'
import type { ServiceCharacters } from './service-characters.ts'

/** Something wrong with a segment, before it is known which message it belongs to. */
export type Fault = { code: FindingCode; detail?: string }

/** Tags that may follow a lost terminator at the beginning of a line (PAXLST, CUSRES, PNRGOV, service segments). */
const tags =
  'UNB|UNG|UNH|UNT|UNE|UNZ|BGM|RFF|DTM|NAD|COM|CTA|TDT|LOC|ATT|MEA|GEI|FTX|DOC|EMP|NAT|CNT|AUT|ERP|ERC|' +
  'MSG|ORG|TVL|EQN|SRC|RCI|SSR|DAT|IFT|ADD|EBD|TIF|FTI|REF|FAR|TKT|MON|PTK|TXD|FOP|APD|RPI|TRI|SSD|TBD|ABI|SAC|LTS|TRA'

const patterns = new Map<string, RegExp>()

/**
 * Where a terminator was lost: a line break, or a typographic apostrophe, before a known tag. The blanks between are
 * limited in number, so that no text takes longer than its length to be looked through.
 */
export function lostTerminator(element: string): RegExp {
  let pattern = patterns.get(element)
  if (!pattern) {
    const mark = element.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
    const next = `(?=(?:${tags})${mark})`
    pattern = new RegExp(`(\u2019|')?[ \\t]{0,8}[\\r\\n]\\s{0,40}${next}|\u2019\\s{0,8}${next}`, 'g')
    if (patterns.size < 64) patterns.set(element, pattern)
  }
  return pattern
}

/** Cuts a segment without release characters into elements and components, the tag first. */
export function cutPlain(text: string, characters: ServiceCharacters): string[][] {
  const element = characters.element.charCodeAt(0)
  const component = characters.component.charCodeAt(0)
  const elements: string[][] = []
  let components: string[] | null = null
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === element) {
      const value = text.slice(from, i)
      if (components) {
        components.push(value)
        elements.push(components)
        components = null
      } else elements.push([value])
      from = i + 1
    } else if (c === component) {
      const value = text.slice(from, i)
      if (components) components.push(value)
      else components = [value]
      from = i + 1
    }
  }
  const value = text.slice(from)
  if (components) {
    components.push(value)
    elements.push(components)
  } else elements.push([value])
  return elements
}

/** The same where release characters stand: what follows one is text. A last one with nothing after it is reported. */
export function cutReleased(text: string, characters: ServiceCharacters, faults: Fault[]): string[][] {
  const { release, element, component } = characters
  const elements: string[][] = []
  let components: string[] = []
  let value = ''
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === release) {
      if (i + 1 < text.length) value += text.charAt(++i)
      else faults.push({ code: 'release-dangling' })
    } else if (c === component) {
      components.push(value)
      value = ''
    } else if (c === element) {
      components.push(value)
      elements.push(components)
      components = []
      value = ''
    } else value += c
  }
  components.push(value)
  elements.push(components)
  return elements
}
