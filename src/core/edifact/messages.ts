import { knownCharset } from './charset.ts'
import { type FindingCode, type FindingLog, findingLog, type Finding, type Position } from './finding.ts'
import { createReader, type Beginning, type Piece, type Segment, type Stray } from './reader.ts'

/** What UNB or UNG says about who sends what to whom. */
export type Envelope = {
  sender: string
  recipient: string
  /** Date and time of preparation as sent (YYMMDD or CCYYMMDD, and HHMM). */
  date: string
  time: string
  reference: string
  syntax: string
  application: string
}

/** One message with its segments (UNH to UNT), as it came and not yet interpreted. */
export type RawMessage = {
  type: string
  version: string
  release: string
  agency: string
  association: string
  reference: string
  /** UNH 0068: ties the parts of one report together. */
  access: string
  /** UNH S010: sequence of the part and C (first) or F (last), as sent. */
  part: { sequence: string; status: string } | null
  interchange: Envelope | null
  group: Envelope | null
  segments: Segment[]
  findings: Finding[]
}

export type MessageReader = {
  push(chunk: string | Uint8Array): RawMessage[]
  end(): RawMessage[]
}

/** A message with more segments than this is cut in two, so that memory stays bounded. A full A380 has about 12,000. */
export const longestMessage = 200_000

const component = (segment: Segment, element: number, at = 0): string =>
  (segment.elements[element]?.[at] ?? '').trim()

/** Where a segment stands, for a finding. `element` and `part` count from 1. */
export function positionOf(segment: Segment, number: number, element?: number, part?: number): Position {
  const position: Position = { offset: segment.offset, line: segment.line, segment: number, tag: segment.tag }
  if (element !== undefined) position.element = element
  if (part !== undefined) position.component = part
  return position
}

/**
 * Puts the segments of a stream together into messages and checks the envelope: counts, references, trailers, parts.
 * A message is given out when the next one begins or its interchange ends, so that findings about its end are in it.
 */
export function createMessageReader(): MessageReader {
  const reader = createReader()
  let interchange: Envelope | null = null
  let group: Envelope | null = null
  let open: RawMessage | null = null
  let log: FindingLog = findingLog()
  let closed = false
  let waiting: { code: FindingCode; position: Position; detail: string | undefined }[] = []
  let counts = { messages: 0, groups: 0, inGroup: 0 }
  let ended = true
  let unbSeen = false
  let out: RawMessage[] = []

  const say = (code: FindingCode, position: Position, detail?: string) => {
    if (open) log.add(code, position, detail)
    else if (waiting.length < 100) waiting.push({ code, position, detail })
  }

  function give() {
    if (!open) return
    if (!closed) log.add('unt-missing', lastPosition(open))
    out.push(open)
    open = null
    closed = false
  }

  function start(message: RawMessage) {
    give()
    open = message
    log = findingLog(message.findings)
    for (const { code, position, detail } of waiting) log.add(code, position, detail)
    waiting = []
    counts.messages++
    counts.inGroup++
  }

  function finishInterchange(position: Position) {
    if (ended) return
    if (group) say('une-missing', position)
    say('unz-missing', position)
    ended = true
  }

  function beginning(piece: Beginning) {
    const position: Position = {
      offset: piece.offset,
      line: piece.line,
      segment: 0,
      tag: piece.una ? 'UNA' : '',
    }
    finishInterchange(position)
    give()
    interchange = null
    group = null
    unbSeen = false
    ended = false
    counts = { messages: 0, groups: 0, inGroup: 0 }
    if (piece.before) say('text-before-interchange', position, String(piece.before.length))
    for (const fault of piece.faults) say(fault.code, position, fault.detail)
  }

  function stray(piece: Stray) {
    const position: Position = { offset: piece.offset, line: piece.line, segment: 0, tag: '' }
    say('text-after-interchange', position, String(piece.text.trim().length))
  }

  function segment(piece: Segment) {
    const number = open && !closed ? open.segments.length + 1 : 0
    const position = positionOf(piece, piece.tag === 'UNH' ? 1 : number)
    switch (piece.tag) {
      case 'UNB': {
        unbSeen = true
        interchange = {
          syntax: component(piece, 0),
          sender: component(piece, 1),
          recipient: component(piece, 2),
          date: component(piece, 3, 0),
          time: component(piece, 3, 1),
          reference: component(piece, 4),
          application: component(piece, 6),
        }
        if (!interchange.reference) say('reference-missing', position)
        if (!knownCharset(interchange.syntax)) say('charset-unknown', position, code(interchange.syntax))
        break
      }
      case 'UNG': {
        if (group) say('une-missing', position)
        counts.groups++
        counts.inGroup = 0
        group = {
          syntax: '',
          sender: component(piece, 1),
          recipient: component(piece, 2),
          date: component(piece, 3, 0),
          time: component(piece, 3, 1),
          reference: component(piece, 4),
          application: component(piece, 0),
        }
        break
      }
      case 'UNH': {
        const [type = '', version = '', release = '', agency = '', association = ''] = (
          piece.elements[1] ?? []
        ).map(c => c.trim())
        const [sequence = '', status = ''] = piece.elements[3] ?? []
        start({
          type: type.toUpperCase(),
          version,
          release,
          agency,
          association,
          reference: component(piece, 0),
          access: component(piece, 2),
          part:
            sequence.trim() || status.trim() ? { sequence: sequence.trim(), status: status.trim() } : null,
          interchange,
          group,
          segments: [piece],
          findings: [],
        })
        closed = false
        if (!unbSeen) say('unb-missing', position)
        if (!component(piece, 0)) say('reference-missing', position)
        break
      }
      case 'UNT': {
        if (!open || closed) {
          say('trailer-without-header', position)
          break
        }
        open.segments.push(piece)
        closed = true
        const stated = component(piece, 0)
        const real = open.segments.filter(s => s.tag !== '' || s.elements.length > 0).length
        if (Number(stated) !== real)
          say('segment-count', position, `${count(stated)} segments where there are ${real}`)
        const reference = component(piece, 1)
        if (reference !== open.reference) say('reference-differs', position)
        break
      }
      case 'UNE': {
        if (!group) say('trailer-without-header', position)
        else {
          check(piece, position, counts.inGroup, 'messages', group.reference)
          group = null
        }
        break
      }
      case 'UNZ': {
        if (ended) {
          say('trailer-without-header', position)
          break
        }
        if (open && !closed) {
          say('unt-missing', position)
          closed = true
        }
        if (group) say('une-missing', position)
        group = null
        const grouped = counts.groups > 0
        check(
          piece,
          position,
          grouped ? counts.groups : counts.messages,
          grouped ? 'groups' : 'messages',
          interchange?.reference ?? '',
        )
        ended = true
        break
      }
      default: {
        if (!open || closed) {
          if (piece.tag === '' && piece.elements.length === 0) break
          // A message whose UNH was lost is still read.
          start(nameless(interchange, group))
          say('unh-missing', position)
          closed = false
        }
        if (open) {
          if (open.segments.length >= longestMessage) {
            say('message-too-long', position, String(longestMessage))
            start({
              ...nameless(interchange, group),
              type: open.type,
              release: open.release,
              version: open.version,
            })
          }
          open.segments.push(piece)
        }
      }
    }
    if (piece.faults) for (const fault of piece.faults) say(fault.code, position, fault.detail)
  }

  function check(piece: Segment, position: Position, real: number, what: string, reference: string) {
    const stated = component(piece, 0)
    if (Number(stated) !== real)
      say('message-count', position, `${count(stated)} ${what} where there are ${real}`)
    if (component(piece, 1) !== reference) say('reference-differs', position)
  }

  function run(pieces: Piece[]): RawMessage[] {
    out = []
    for (const piece of pieces) {
      if (piece.kind === 'segment') segment(piece)
      else if (piece.kind === 'beginning') beginning(piece)
      else stray(piece)
    }
    return out
  }

  return {
    push: chunk => run(reader.push(chunk)),
    end() {
      run(reader.end())
      const position: Position = open ? lastPosition(open) : { offset: 0, line: 1, segment: 0, tag: '' }
      if (open && !closed) {
        say('unt-missing', position)
        closed = true
      }
      finishInterchange(position)
      if (!open && waiting.length > 0) {
        // An interchange with no message in it still says what is wrong with it.
        start(nameless(interchange, group))
        say(unbSeen ? 'unh-missing' : 'not-edifact', position)
        closed = true
      }
      give()
      return out
    },
  }
}

/** Reads a whole text or file at once into its messages. */
export function readMessages(input: string | Uint8Array): RawMessage[] {
  const reader = createMessageReader()
  const messages = reader.push(input)
  for (const message of reader.end()) messages.push(message)
  return messages
}

const nameless = (interchange: Envelope | null, group: Envelope | null): RawMessage => ({
  type: '',
  version: '',
  release: '',
  agency: '',
  association: '',
  reference: '',
  access: '',
  part: null,
  interchange,
  group,
  segments: [],
  findings: [],
})

function lastPosition(message: RawMessage): Position {
  const last = message.segments.at(-1)
  return last ? positionOf(last, message.segments.length) : { offset: 0, line: 1, segment: 0, tag: '' }
}

/** Only what is short enough for a code may be quoted in a finding: anything longer could be a name or a number. */
export const code = (text: string): string =>
  /^[A-Z0-9]{0,4}([.:][A-Z0-9]{0,4})*$/.test(text) && text.length <= 12
    ? text
    : `of ${text.length} characters`

const count = (text: string): string => (/^\d{1,8}$/.test(text) ? text : code(text)) || 'no'
