import { findInRecord } from '#core/personal-data/find.ts'
import { Problem } from '#kit/problem.ts'
import { type AggregateProblem, checkPersonAggregate } from '#vocabulary/person-aggregate.ts'
import { boundsOf, parsePeriod } from '#vocabulary/period.ts'
import { type Content, shownTitle } from './content.ts'
import { form } from './form.ts'
import type { Fault, Handling } from './model.ts'

const mendMissing: Readonly<Record<string, string>> = {
  triggers: 'Choose at least one: first indication, change of route, change of method, other event.',
  summary: 'Say in a sentence or two what happened.',
  place: 'Name the country, or a section, crossing point, place or point on the map.',
  when: 'Give a day or a period, as exactly as it is known.',
  audience: 'Choose who is to be warned: everyone, States, authorities or units.',
}

/**
 * Everything that stops a warning from being sent: what is missing, what does not fit together, and personal data with the
 * characters it stands at. Empty when it can go. A warning is about routes and methods, so any personal data stops it.
 */
export function faultsOf(content: Content, handling: Handling, now: Date): Fault[] {
  return [
    ...missing(content, handling),
    ...inconsistent(content, handling, now),
    ...findInRecord(freeTexts(content)).map(
      ({ path, start, end, sentence }): Fault => ({
        kind: 'personal-data',
        path: ['content', ...path],
        message: sentence,
        mend: 'Take these words out.',
        range: [start, end],
      }),
    ),
  ]
}

/** @throws Problem `stopped-personal-data` or `invalid-input` with every fault at its place. */
export function assertSendable(content: Content, handling: Handling, now: Date): void {
  const faults = faultsOf(content, handling, now)
  if (faults.length === 0) return
  const personal = faults.some(({ kind }) => kind === 'personal-data')
  throw new Problem(
    personal ? 'stopped-personal-data' : 'invalid-input',
    personal
      ? 'It was not sent: the text contains what looks like personal data. Warnings carry none.'
      : faults.length === 1
        ? 'It was not sent: one thing is missing or does not fit.'
        : `It was not sent: ${faults.length} things are missing or do not fit.`,
    faults.map(({ path, message, mend, range }) => ({ path, message, mend, range })),
  )
}

/** The fields people write freely; codes, numbers and periods hold no words. */
const freeTexts = (content: Content) => ({
  title: content.title,
  summary: content.summary,
  place: {
    section: content.place.section,
    crossingPoint: content.place.crossingPoint,
    name: content.place.name,
  },
  context: content.context,
  legs: content.legs.map(({ place, note }) => ({ place, note })),
  documents: content.documents.map(({ note }) => ({ note })),
  method: content.method,
  recruitment: content.recruitment,
  danger: content.danger,
  assessment: content.assessment,
  measures: content.measures,
  request: content.request,
})

function missing(content: Content, handling: Handling): Fault[] {
  const { place } = content
  const given: Readonly<Record<string, boolean>> = {
    triggers: content.triggers.length > 0,
    summary: shownTitle(content) !== '' && content.summary !== '',
    place:
      Boolean(place.country ?? place.coordinates) || place.section + place.crossingPoint + place.name !== '',
    when: content.when !== '',
    audience: handling.audience.length > 0,
  }
  return form.groups
    .flatMap(({ fields }) => fields)
    .filter(({ name, required }) => required && given[name] === false)
    .map(({ name }) => ({
      kind: 'missing' as const,
      path: [name === 'audience' ? 'handling' : 'content', name],
      message: 'This is needed before it can be sent.',
      mend: mendMissing[name],
    }))
}

function inconsistent(content: Content, handling: Handling, now: Date): Fault[] {
  const faults: Fault[] = []
  const add = (path: (string | number)[], message: string, mend?: string) =>
    faults.push({ kind: 'inconsistent', path, message, ...(mend && { mend }) })
  if (content.when) {
    const read = parsePeriod(content.when)
    if (!read.ok) add(['content', 'when'], read.problem)
    else if (boundsOf(read.period).from > now.getTime())
      add(
        ['content', 'when'],
        `${read.period} is after today, ${now.toISOString().slice(0, 10)}.`,
        'Correct the date.',
      )
  }
  if (content.persons)
    for (const { path, problem } of onePerField(checkPersonAggregate(content.persons)))
      add(['content', 'persons', ...path], problem)
  if (content.price && content.price.from > content.price.to)
    add(['content', 'price'], 'The lower price is above the higher one.', 'Exchange the two.')
  const { inForceUntil, keepUntil } = handling
  if (inForceUntil && Date.parse(inForceUntil) <= now.getTime())
    add(['handling', 'inForceUntil'], 'It would be expired before it is sent.', 'Choose a later day.')
  if (keepUntil && Date.parse(keepUntil) <= now.getTime())
    add(['handling', 'keepUntil'], 'No recipient could ever read it.', 'Choose a later day.')
  if (keepUntil && inForceUntil && Date.parse(keepUntil) < Date.parse(inForceUntil))
    add(
      ['handling', 'keepUntil'],
      'Recipients would lose it while it is in force.',
      'Keep it at least as long.',
    )
  if (new Set(content.relations.map(({ id }) => id)).size < content.relations.length)
    add(['content', 'relations'], 'The same warning is linked twice.', 'Take one of the links out.')
  return faults
}

/** One wrong number can contradict several others; at each field the first sentence is enough. */
const onePerField = (problems: readonly AggregateProblem[]): AggregateProblem[] =>
  problems.filter(
    (each, at) => problems.findIndex(other => other.path.join('.') === each.path.join('.')) === at,
  )
