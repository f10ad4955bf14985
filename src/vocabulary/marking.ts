import { z } from 'zod'

/**
 * Handling markings this network may hold, lowest first. Anything higher (RESTREINT UE/EU RESTRICTED and above) is
 * refused by construction: no value exists for it. Stored in SQL as the position in this list (0, 1, 2).
 */
export const markings = ['PUBLIC', 'LIMITED', 'SENSITIVE'] as const

export const Marking = z.enum(markings).meta({
  title: 'Marking',
  description: 'How the content must be handled. Classified information does not belong in this network.',
})
export type Marking = z.infer<typeof Marking>

/** The level stored in SQL: 0 PUBLIC, 1 LIMITED, 2 SENSITIVE. */
export const markingLevel = (marking: Marking): number => markings.indexOf(marking)

/** The highest of several markings; PUBLIC for none. What is derived from marked items carries this one. */
export const highestMarking = (all: Iterable<Marking>): Marking =>
  markings[Math.max(0, ...[...all].map(markingLevel))] ?? 'PUBLIC'
