import { decode, isAsciiOnly, latin1 } from './charset.ts'
import { cutPlain, cutReleased, type Fault, lostTerminator } from './cut.ts'
import { defaultCharacters, findStart, type ServiceCharacters } from './service-characters.ts'

/**
 * One segment. `elements` do not count the tag; an element is its components. `raw` is the segment as it came, so
 * nothing that is not understood is lost. `faults` is there only where something was wrong.
 */
export type Segment = {
  kind: 'segment'
  tag: string
  elements: string[][]
  raw: string
  offset: number
  line: number
  faults?: Fault[]
}

/** The beginning of an interchange: its service characters, and how much text stood before it. */
export type Beginning = {
  kind: 'beginning'
  characters: ServiceCharacters
  una: string | null
  before: string
  offset: number
  line: number
  faults: Fault[]
}

/** Text outside any interchange: a Type-B address, a remark under the last line. Kept as it came. */
export type Stray = { kind: 'stray'; text: string; offset: number; line: number }

export type Piece = Segment | Beginning | Stray

export type Reader = {
  /** Takes the next part of the input, in any cut, and gives what is complete by now. */
  push(chunk: string | Uint8Array): Piece[]
  /** Says that nothing more comes, and gives the rest. */
  end(): Piece[]
}

/** A segment longer than this is cut: without a limit, one missing terminator would hold a whole file in memory. */
export const longestSegment = 65_536

const HIGH = 1
const CONTROL = 2
const RELEASE = 4
const ahead = 4096 + 64

/**
 * Reads UN/EDIFACT (ISO 9735, syntax 1 to 4) as it comes, in chunks of any size, and survives what carriers send:
 * see `findStart` for UNA, `split` for lost terminators, `decode` for character sets. Bytes or text; never throws;
 * holds no more than one segment (and one chunk). The first segments of an interchange come once some four thousand
 * characters of it are there, or at the end: before that UNA cannot be held against the body.
 */
export function createReader(): Reader {
  let buffer = ''
  let at = 0
  let scan = 0
  let base = 0
  let line = 1
  let flags = 0
  let inside = false
  let fresh = false
  let bytes = false
  let opening = true
  let utf16: TextDecoder | null = null
  let held: Uint8Array | null = null
  let characters = defaultCharacters
  let syntax = 'UNOA'
  let lost = /(?!)/g
  let startFaults: Fault[] = []
  let out: Piece[] = []
  /** How much must be there before a beginning is looked for again, so that small chunks cost no more than large ones. */
  let wanted = 0

  function take(chunk: string | Uint8Array, last: boolean): string {
    if (typeof chunk === 'string') {
      if (opening && chunk.startsWith('\uFEFF')) {
        startFaults.push({ code: 'byte-order-mark' })
        chunk = chunk.slice(1)
      }
      if (chunk.length > 0) opening = false
      return chunk
    }
    bytes = true
    if (opening) {
      if (held) {
        const both = new Uint8Array(held.length + chunk.length)
        both.set(held)
        both.set(chunk, held.length)
        chunk = both
        held = null
      }
      if (chunk.length < 3 && !last) {
        held = chunk
        return ''
      }
      opening = false
      const [a, b, c] = chunk
      if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
        utf16 = new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be')
      else if (a === 0xef && b === 0xbb && c === 0xbf) chunk = chunk.subarray(3)
      else return latin1(chunk)
      startFaults.push({ code: 'byte-order-mark' })
    }
    if (utf16) {
      bytes = false
      return utf16.decode(chunk, { stream: !last })
    }
    return latin1(chunk)
  }

  function stray(text: string, offset: number) {
    if (/[^\s\p{Cc}]/u.test(text)) out.push({ kind: 'stray', text, offset, line })
    line += newlines(text)
  }

  /** Between interchanges: looks for the next beginning. False when more input is needed. */
  function begin(last: boolean): boolean {
    if (!last && buffer.length - at < wanted) return false
    const rest = at === 0 ? buffer : buffer.slice(at)
    const start = findStart(rest)
    wanted = rest.length + 1024
    if (!start) {
      const keep = last ? 0 : 32
      if (rest.length > longestSegment || (last && rest.length > 0)) {
        stray(rest.slice(0, rest.length - keep), base + at)
        at = buffer.length - Math.min(keep, rest.length)
        scan = at
        wanted = 0
      }
      return false
    }
    if (!last && rest.length < start.begin + ahead) return false
    wanted = 0
    const before = rest.slice(0, start.before)
    line += newlines(before)
    characters = start.characters
    lost = lostTerminator(characters.element)
    out.push({
      kind: 'beginning',
      characters,
      una: start.una,
      before: /[^\s\p{Cc}]/u.test(before) ? before : '',
      offset: base + at + start.before,
      line,
      faults: [...startFaults, ...start.findings],
    })
    startFaults = []
    line += newlines(rest.slice(start.before, start.begin))
    at += start.begin
    scan = at
    flags = 0
    inside = true
    fresh = true
    return true
  }

  /** Everything after UNB up to the terminator. False when more input is needed. */
  function segment(last: boolean): boolean {
    if (scan === at) {
      let blanks = 0
      for (; at < buffer.length; at++) {
        const c = buffer.charCodeAt(at)
        if (c === 10) {
          line++
          blanks = 0
        } else if (c === 32) blanks++
        else if (c > 32 && c !== 127) break
      }
      scan = at
      if (buffer.length - at < 4 && !last) return false
      if (at >= buffer.length) return false
      if (!fresh && (buffer.startsWith('UNA', at) || buffer.startsWith('UNB', at)) && isStart()) {
        inside = false
        return true
      }
      if (blanks > 0 && !fresh) pendingFaults.push({ code: 'blank-before-segment' })
      fresh = false
    }
    const terminator = characters.terminator.charCodeAt(0)
    const release = characters.release === ' ' ? -1 : characters.release.charCodeAt(0)
    const limit = Math.min(buffer.length, at + longestSegment)
    // Locals, because this loop sees every character.
    const text = buffer
    let i = scan
    let seen = flags
    while (i < limit) {
      const c = text.charCodeAt(i)
      if (c === terminator) {
        flags = seen
        cut(i, i + 1)
        return true
      }
      if (c === release) {
        seen |= RELEASE
        i += 2
        continue
      }
      if (c < 32 || c === 127) seen |= CONTROL
      else if (c > 127) seen |= HIGH
      i++
    }
    scan = i
    flags = seen
    if (scan >= at + longestSegment && buffer.length >= at + longestSegment) {
      pendingFaults.push({ code: 'segment-too-long', detail: String(longestSegment) })
      cut(at + longestSegment, at + longestSegment)
      return true
    }
    // A release character at the very end waits for what it releases.
    if (!last) {
      if (scan > buffer.length) scan -= 2
      return false
    }
    if (at >= buffer.length) return false
    scan = buffer.length
    const rest = buffer.slice(at)
    if (/^\s*[A-Za-z]{3}\s*[^A-Za-z0-9\s]/.test(rest)) {
      pendingFaults.push({ code: 'last-terminator-missing' })
      cut(buffer.length, buffer.length)
    } else {
      stray(rest, base + at)
      at = scan
    }
    return at < buffer.length
  }

  const isStart = () => {
    if (buffer.startsWith('UNB', at)) return /[^A-Za-z0-9\s]/.test(buffer.charAt(at + 3))
    return /^UNA[\s\S]{3,12}?UN[BGH]/.test(buffer.slice(at, at + 20))
  }

  let pendingFaults: Fault[] = []

  function cut(to: number, next: number) {
    const raw = buffer.slice(at, to)
    const offset = base + at
    at = scan = next
    const seen = flags
    flags = 0
    let text = raw
    let faults = pendingFaults
    if (faults.length > 0) pendingFaults = []
    if (seen & HIGH) {
      if (bytes) {
        const decoded = decode(raw, syntax)
        text = decoded.text
        if (decoded.fault) faults = [...faults, { code: decoded.fault, detail: syntax }]
      } else if (isAsciiOnly(syntax)) faults = [...faults, { code: 'outside-charset', detail: syntax }]
    }
    if (seen & (CONTROL | HIGH)) {
      lost.lastIndex = 0
      let from = 0
      for (let hit = lost.exec(text); hit; hit = lost.exec(text)) {
        // The release character before a lost terminator released nothing a person wrote.
        emit(text.slice(from, hit.index), offset + from, RELEASE, [
          ...faults,
          { code: hit[0].includes('\u2019') ? 'terminator-typographic' : 'terminator-missing' },
        ])
        line += newlines(text.slice(from, hit.index + hit[0].length))
        from = hit.index + hit[0].length
        faults = []
      }
      if (from > 0) text = text.slice(from)
      emit(text, offset + from, seen, faults)
      if (seen & CONTROL) line += newlines(text)
      return
    }
    emit(text, offset, seen, faults)
  }

  function emit(raw: string, offset: number, seen: number, faults: Fault[]) {
    let text = raw
    if (seen & CONTROL && /\p{Cc}/u.test(text)) {
      faults = [...faults]
      if (/[\r\n]/.test(text)) faults.push({ code: 'line-break' })
      if (/[^\r\n\P{Cc}]/u.test(text)) faults.push({ code: 'control-character' })
      text = text.replace(/\p{Cc}/gu, '')
    }
    const elements =
      seen & RELEASE && characters.release !== ' '
        ? cutReleased(text, characters, faults.length > 0 ? faults : (faults = []))
        : cutPlain(text, characters)
    let tag = elements[0]?.[0] ?? ''
    elements.shift()
    if (!isTag(tag)) {
      if (tag.trim() === '' && elements.length === 0) {
        out.push({
          kind: 'segment',
          tag: '',
          elements,
          raw,
          offset,
          line,
          faults: [...faults, { code: 'empty-segment' }],
        })
        return
      }
      const plain = tag.replace(/\s+/g, '')
      if (/^[A-Za-z]{3}$/.test(plain)) {
        faults = [...faults]
        if (plain !== tag) faults.push({ code: 'tag-blank' })
        if (plain !== plain.toUpperCase()) faults.push({ code: 'tag-case' })
        tag = plain.toUpperCase()
      } else {
        faults = [...faults, { code: 'tag-malformed' }]
        tag = ''
      }
    }
    if (tag === 'UNB') syntax = elements[0]?.[0] ?? ''
    if (tag === 'UNZ') inside = false
    const segment: Segment = { kind: 'segment', tag, elements, raw, offset, line }
    if (faults.length > 0) segment.faults = faults
    out.push(segment)
  }

  function run(text: string, last: boolean): Piece[] {
    out = []
    if (at > 0) {
      buffer = buffer.slice(at) + text
      base += at
      scan -= at
      at = 0
    } else buffer += text
    while (inside ? segment(last) : begin(last));
    const pieces = out
    out = []
    return pieces
  }

  return {
    push: chunk => run(take(chunk, false), false),
    end: () => run(held || utf16 ? take(new Uint8Array(0), true) : '', true),
  }
}

/** Reads a whole text or file at once. */
export function readPieces(input: string | Uint8Array): Piece[] {
  const reader = createReader()
  const pieces = reader.push(input)
  for (const piece of reader.end()) pieces.push(piece)
  return pieces
}

const newlines = (text: string): number => {
  let count = 0
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++
  return count
}

function isTag(tag: string): boolean {
  if (tag.length !== 3) return false
  for (let i = 0; i < 3; i++) {
    const c = tag.charCodeAt(i)
    if (c < 65 || c > 90) return false
  }
  return true
}
