/**
 * What is wrong or odd in a message, said so that a carrier can mend it. A finding never stops the reading and never
 * quotes what a person is called, was born or carries: findings are counted and sent back, people are not.
 */

export type Severity = 'error' | 'warning' | 'note'

/**
 * Where a finding was made. `segment` counts from 1 within the message (UNH is 1), elements and components from 1;
 * `offset` counts characters from the beginning of the input and `line` its lines from 1, where they are known.
 */
export type Position = {
  offset?: number
  line?: number
  segment: number
  tag: string
  element?: number
  component?: number
}

export type Finding = {
  code: FindingCode
  severity: Severity
  position: Position
  sentence: string
  /** How often the same finding was made in this message; only when more than once and not listed one by one. */
  times?: number
}

type Kind = { severity: Severity; sentence: string }

/**
 * Every finding there is: its weight and its sentence; `{}` is filled with what the place adds (codes and counts). It stands in brackets
 * or behind the noun that it names, so that the sentence holds without it.
 */
export const findingKinds = {
  // The characters and the envelope
  'not-edifact': {
    severity: 'error',
    sentence: 'No UN/EDIFACT interchange was found: no UNB, UNG or UNH segment.',
  },
  'text-before-interchange': {
    severity: 'note',
    sentence:
      'Text stands before the interchange ({} characters, such as a Type-B address). It is not part of the message.',
  },
  'text-after-interchange': {
    severity: 'note',
    sentence: 'Text stands after the end of the interchange ({} characters). It is not part of any message.',
  },
  'byte-order-mark': { severity: 'note', sentence: 'The file begins with a byte order mark. Leave it out.' },
  'una-broken': {
    severity: 'warning',
    sentence:
      'UNA declares service characters that the body does not use ({}). The characters of the body were used.',
  },
  'una-incomplete': {
    severity: 'warning',
    sentence: 'UNA does not have its six service characters. Those of the body were used.',
  },
  'una-missing': {
    severity: 'note',
    sentence: 'There is no UNA and the body uses other service characters than the default ({}). Send a UNA.',
  },
  'unb-missing': {
    severity: 'error',
    sentence: 'The interchange has no UNB header, so sender, recipient and date are not known.',
  },
  'unz-missing': {
    severity: 'warning',
    sentence: 'The interchange has no UNZ at its end. It may have been cut off.',
  },
  'une-missing': { severity: 'warning', sentence: 'The group has no UNE at its end.' },
  'unt-missing': {
    severity: 'warning',
    sentence: 'The message has no UNT at its end. It may have been cut off.',
  },
  'unh-missing': { severity: 'error', sentence: 'A segment stands outside any message (no UNH before it).' },
  'trailer-without-header': {
    severity: 'warning',
    sentence: 'A trailer closes something that was never opened.',
  },
  'segment-count': { severity: 'warning', sentence: 'UNT counts wrongly ({}). The message was read whole.' },
  'message-count': { severity: 'warning', sentence: 'The trailer counts wrongly ({}).' },
  'reference-differs': {
    severity: 'warning',
    sentence: 'The trailer repeats another reference than the header gave.',
  },
  'reference-missing': { severity: 'warning', sentence: 'The header has no reference.' },
  'charset-unknown': {
    severity: 'note',
    sentence: 'The syntax identifier {} is not one this reader knows. Text was read as UTF-8 or Latin-1.',
  },
  'outside-charset': {
    severity: 'warning',
    sentence: 'The text has characters that the declared character set ({}) does not have. They were kept.',
  },
  'charset-mixed': {
    severity: 'warning',
    sentence: 'The bytes are not what the declared character set ({}) says. They were read as UTF-8.',
  },
  undecodable: {
    severity: 'warning',
    sentence:
      'Some bytes mean nothing in UTF-8 nor in the declared character set. They were read as Latin-1.',
  },
  // Segments
  'terminator-missing': {
    severity: 'warning',
    sentence: 'A segment has no terminator before the next one begins. They were separated.',
  },
  'terminator-typographic': {
    severity: 'warning',
    sentence: 'A typographic apostrophe stands where the segment terminator belongs. It was read as one.',
  },
  'last-terminator-missing': { severity: 'warning', sentence: 'The last segment has no terminator.' },
  'empty-segment': {
    severity: 'note',
    sentence: 'A segment terminator stands twice. The empty segment was passed over.',
  },
  'blank-before-segment': { severity: 'note', sentence: 'Blanks stand before a segment tag.' },
  'tag-blank': { severity: 'warning', sentence: 'A segment tag has a blank in it. The blank was ignored.' },
  'tag-case': { severity: 'note', sentence: 'A segment tag is in lower case.' },
  'tag-malformed': {
    severity: 'warning',
    sentence: 'This is not a segment: it does not begin with a tag of three letters. It was kept as it is.',
  },
  'segment-unexpected': {
    severity: 'note',
    sentence: 'The segment {} has no place in this message. It was kept as it is and not interpreted.',
  },
  'segment-too-long': {
    severity: 'error',
    sentence: 'A segment is too long (more than {} characters). It was cut off.',
  },
  'line-break': {
    severity: 'note',
    sentence: 'A segment is broken over several lines. The line break was taken out.',
  },
  'control-character': {
    severity: 'note',
    sentence: 'Control characters stand in the text. They were left out.',
  },
  'release-dangling': {
    severity: 'warning',
    sentence: 'A release character stands at the end with nothing to release.',
  },
  'message-too-long': {
    severity: 'error',
    sentence: 'The message is too long (more than {} segments). The rest was read as a message of its own.',
  },
  // What the message says
  'type-unknown': {
    severity: 'error',
    sentence:
      'The message type {} is not PAXLST, PNRGOV or CUSRES. Its segments were kept and not interpreted.',
  },
  'version-unknown': {
    severity: 'note',
    sentence: 'The version {} is not one of those this reader was made for. It was read the same way.',
  },
  'function-unknown': {
    severity: 'warning',
    sentence: 'The message function {} is not in the list of codes.',
  },
  'qualifier-unknown': {
    severity: 'note',
    sentence: 'The qualifier {} is not in the list of codes. The segment was kept as it is.',
  },
  'flight-missing': { severity: 'error', sentence: 'The message names no flight.' },
  'flight-malformed': {
    severity: 'warning',
    sentence: 'The flight number is not a carrier code followed by one to four digits.',
  },
  'carrier-missing': {
    severity: 'note',
    sentence: 'The carrier stands only in the flight number, not in an element of its own.',
  },
  'carrier-differs': {
    severity: 'warning',
    sentence: 'The carrier code and the flight number name different carriers ({}).',
  },
  'leg-incomplete': {
    severity: 'warning',
    sentence: 'A flight has only one place: where it comes from or goes to is missing.',
  },
  'leg-time-missing': { severity: 'warning', sentence: 'A flight has a place without date and time ({}).' },
  'leg-order': {
    severity: 'note',
    sentence: 'The places of a flight stand in the wrong order. They were put right by their qualifiers.',
  },
  'leg-times-reversed': {
    severity: 'warning',
    sentence: 'A flight arrives before it departs, more than the time zones allow.',
  },
  'place-malformed': { severity: 'note', sentence: 'A place is not a code of three letters.' },
  'contact-missing': { severity: 'note', sentence: 'The carrier gave no contact.' },
  'name-missing': { severity: 'error', sentence: 'The person has no name.' },
  'name-single': {
    severity: 'warning',
    sentence: 'The name has one part only. Family name and given name were not told apart.',
  },
  'name-lower-case': { severity: 'note', sentence: 'Names are not in capitals.' },
  'name-title': { severity: 'note', sentence: 'A title ({}) is joined to the given name. It was taken off.' },
  'name-title-perhaps': {
    severity: 'note',
    sentence: 'The given name may end with a title ({}). It was left as it is.',
  },
  'name-characters': {
    severity: 'note',
    sentence: 'A name has characters that a name does not have, such as digits.',
  },
  'component-empty-last': { severity: 'note', sentence: 'An element ends with an empty component.' },
  'element-empty': { severity: 'note', sentence: 'The segment {} says nothing: its element is empty.' },
  'blank-around': {
    severity: 'note',
    sentence: 'A value has blanks before or after it. They were taken off.',
  },
  'date-malformed': { severity: 'warning', sentence: 'A date or time ({}) cannot be read.' },
  'date-impossible': { severity: 'warning', sentence: 'A date or time ({}) does not exist in the calendar.' },
  'date-format-differs': {
    severity: 'note',
    sentence: 'A date has another length than its format code says. It was read by its length.',
  },
  'century-guessed': {
    severity: 'note',
    sentence: 'A year of two digits was completed without a flight date to compare with.',
  },
  'birth-missing': { severity: 'warning', sentence: 'The person has no date of birth.' },
  'birth-partial': { severity: 'note', sentence: 'The date of birth has no day or no month.' },
  'birth-in-future': { severity: 'warning', sentence: 'The date of birth lies after the flight.' },
  'sex-missing': { severity: 'note', sentence: 'The person’s sex is not given.' },
  'sex-unknown-code': { severity: 'warning', sentence: 'The code for sex is none of M, F, X, U.' },
  'nationality-missing': { severity: 'warning', sentence: 'The person has no nationality.' },
  'country-two-letters': {
    severity: 'note',
    sentence: 'A country is given by two letters ({}). It was turned into three.',
  },
  'country-one-letter': {
    severity: 'note',
    sentence: 'Germany is given as D, as in a machine-readable zone. It was read as DEU.',
  },
  'country-unknown': { severity: 'warning', sentence: 'The country code {} is not known.' },
  'document-missing': { severity: 'warning', sentence: 'The person has no travel document.' },
  'document-empty': { severity: 'warning', sentence: 'A document is announced but has no number.' },
  'document-type-unknown': {
    severity: 'note',
    sentence: 'The document type {} is not in the list of codes.',
  },
  'document-issuer-missing': { severity: 'warning', sentence: 'A document has no issuing State.' },
  'document-expiry-missing': { severity: 'note', sentence: 'A document has no date of expiry.' },
  'document-expired': { severity: 'warning', sentence: 'A document had expired before the flight.' },
  'count-differs': {
    severity: 'note',
    sentence:
      'CNT differs from the message (it says {}). CNT counts everyone on the flight, so this alone is no fault.',
  },
  'count-missing': {
    severity: 'note',
    sentence: 'The message has no CNT with the number of people on the flight.',
  },
  nobody: { severity: 'warning', sentence: 'The message names no person.' },
  'bags-malformed': { severity: 'note', sentence: 'The number or weight of bags is not a number.' },
  'seat-malformed': { severity: 'note', sentence: 'A seat is not a row and a letter. It was kept as it is.' },
  'locator-missing': { severity: 'warning', sentence: 'A booking has no record locator.' },
  'traveller-unlinked': {
    severity: 'note',
    sentence:
      'Data about a person cannot be tied to one traveller of the booking. It was kept with the booking.',
  },
  'pnr-count': { severity: 'note', sentence: 'EQN announces another number than the message has ({}).' },
  'docs-malformed': { severity: 'warning', sentence: 'An SSR DOCS element has too few parts to be read.' },
  'names-differ': {
    severity: 'note',
    sentence: 'The traveller’s name and the name in the document data differ.',
  },
  'status-unknown': {
    severity: 'warning',
    sentence: 'The status {} is not in the list of codes. It must be read by a person.',
  },
  'status-missing': { severity: 'warning', sentence: 'An answer about a person has no status.' },
  'transaction-missing': {
    severity: 'warning',
    sentence: 'The message has no transaction reference (RFF+TN), so an answer cannot be matched.',
  },
  'element-dropped': {
    severity: 'note',
    sentence: 'The message carries data outside the closed list of the law ({}). It was not kept.',
  },
} as const satisfies Record<string, Kind>

export type FindingCode = keyof typeof findingKinds

/** The sentence of a kind of finding without room for what one place adds, nor the brackets around it: for where findings are summed up. */
export const withoutValue = (sentence: string): string => sentence.replace(/ \([^()]*\{\}[^()]*\)| \{\}/, '')

/** At most so many findings of one code are listed one by one; the last then says how often it came again. */
export const listedPerCode = 25

export type FindingLog = {
  readonly list: Finding[]
  add: (code: FindingCode, position: Position, detail?: string) => void
}

/** Codes that say the same wherever they are made: one finding with a count is enough. */
const once: ReadonlySet<string> = new Set<FindingCode>([
  'blank-before-segment',
  'line-break',
  'name-lower-case',
  'control-character',
  'tag-case',
  'component-empty-last',
  'outside-charset',
  'charset-mixed',
  'undecodable',
])

/** Collects findings in the order they are made. Memory is bounded however bad the input is. */
export function findingLog(list: Finding[] = []): FindingLog {
  const last = new Map<FindingCode, { finding: Finding; listed: number }>()
  return {
    list,
    add(code, position, detail) {
      const known = last.get(code)
      if (known && known.listed >= (once.has(code) ? 1 : listedPerCode)) {
        known.finding.times = (known.finding.times ?? 1) + 1
        return
      }
      const kind: Kind = findingKinds[code]
      const finding: Finding = {
        code,
        severity: kind.severity,
        position,
        sentence: kind.sentence.replace('{}', () => detail ?? ''),
      }
      list.push(finding)
      last.set(code, { finding, listed: (known?.listed ?? 0) + 1 })
    },
  }
}
