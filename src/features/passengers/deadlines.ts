/** Every time limit of this feature, in hours, with the rule it comes from. To change one is to change it here. */
export const deadlines = {
  /** Advance passenger information and its original message are deleted so long after arrival. */
  keepApi: { hours: 48, rule: 'Regulations (EU) 2025/12 and 2025/13: 48 hours, then deleted at once' },
  /** Where a message gives no time of arrival, it is taken to be so long after departure. */
  assumedFlight: { hours: 24, rule: 'own rule: longer than any flight' },
  /** A flight that is said to arrive later than this after it departs, or before, is taken to have given no time of arrival. */
  longestFlight: { hours: 48, rule: 'own rule: longer than any flight under one number, with its stops' },
  /** Whatever a message says, a flight is taken to arrive by this long from now: a wrong year keeps nobody for years. */
  farthestFlight: { hours: 400 * 24, rule: 'own rule: a month longer than any timetable' },
  /** Bookings are made unreadable as to the person (and their originals deleted) after six months. */
  maskPnr: { hours: 183 * 24, rule: 'Directive (EU) 2016/681, Article 12(2)' },
  /** Bookings are deleted after five years. */
  keepPnr: { hours: 5 * 365 * 24, rule: 'Directive (EU) 2016/681, Article 12(1)' },
  /** A message that never became part of a flight is kept so long after its receipt. */
  keepUnread: { hours: 72, rule: 'own rule: 48 hours and a night to mend it' },
  /** A file in a carrier's folder that nobody may take waits so long for that to be mended. */
  keepRefused: {
    hours: 1,
    rule: 'own rule: time to enter a carrier or renew a mandate; then it is not kept',
  },
  /** Before this long before departure no answer speaks of lists: nobody boards yet. */
  checkIn: {
    hours: 72,
    rule: 'own rule: a day before the check-in of most carriers opens, when first lists are sent',
  },
  /** From this long before departure a flight without a list is late. */
  listDue: { hours: 0.5, rule: 'own rule: half an hour before departure' },
  /** So long after departure a flight without its close-out is late. */
  closeDue: { hours: 1, rule: 'own rule: one hour after departure' },
  /** A changed decision is to be acknowledged by the carrier within this. */
  acknowledge: { hours: 0.25, rule: 'own rule: a quarter of an hour' },
} as const

/** The moment so many hours after another. */
export const after = (moment: Date | string, { hours }: { hours: number }): Date =>
  new Date(new Date(moment).getTime() + hours * 3_600_000)

/**
 * From how many people on whom a carrier was answered and who did not travel its answers say no more of lists, until an officer has looked:
 * so many of all, or so many of those whom an officer wants to see, where they are more than this share of those of whom the end is known.
 */
export const probing = { people: 20, selectees: 5, share: 0.5 } as const

/** A message of this size or less, about no more people than that, is answered in the same breath. */
export const answeredAtOnce = { bytes: 64 * 1024, people: 50 } as const

/** What is larger than the first is put aside for an officer, what is larger than the second is no list: it is not kept. */
export const largest = { processed: 8 * 1024 * 1024, kept: 32 * 1024 * 1024 } as const

/** How often a message is tried before a person must look at it, and how long apart. */
export const tries = { most: 3, secondsApart: [10, 60] } as const
