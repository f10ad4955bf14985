import type { z } from 'zod'
import type { Flight } from '../model.ts'
import type { CountOfDay } from '../overseen.ts'

export interface Day {
  day: string
  flights: number
  messages: number
  errors: number
  passengers: number
  crew: number
  refused: number
  /** Its announcements are deleted, and only these numbers are left of it; false while any is still kept. */
  counted: boolean
}

const toFive = (count: number): number => Math.round(count / 5) * 5

/**
 * Days in numbers, the oldest first: what was counted when announcements were deleted, and what is still kept, counted the same way.
 * People are rounded to the nearest five, for each carrier and day, before they are added up.
 */
export const byDay = (counts: readonly z.infer<typeof CountOfDay>[], flights: readonly Flight[]): Day[] => {
  const days = new Map<string, Day>()
  const add = (day: string, more: Omit<Day, 'day' | 'counted'>, counted: boolean) => {
    const now = days.get(day)
    days.set(day, {
      day,
      flights: (now?.flights ?? 0) + more.flights,
      messages: (now?.messages ?? 0) + more.messages,
      errors: (now?.errors ?? 0) + more.errors,
      passengers: (now?.passengers ?? 0) + more.passengers,
      crew: (now?.crew ?? 0) + more.crew,
      refused: (now?.refused ?? 0) + more.refused,
      counted: counted && (now?.counted ?? true),
    })
  }
  for (const { day, ...more } of counts) add(day, more, true)
  const kept = new Map<string, Flight[]>()
  for (const flight of flights) {
    const key = `${flight.departsOn} ${flight.carrierCode}`
    if (flight.messages > 0) kept.set(key, [...(kept.get(key) ?? []), flight])
  }
  for (const [key, some] of kept) {
    const sum = (of: (flight: Flight) => number) => some.reduce((total, flight) => total + of(flight), 0)
    add(
      key.slice(0, 10),
      {
        flights: some.length,
        messages: sum(({ messages }) => messages),
        errors: sum(({ errors }) => errors),
        passengers: toFive(sum(({ passengers }) => passengers)),
        crew: toFive(sum(({ crew }) => crew)),
        refused: toFive(sum(({ refused }) => refused)),
      },
      false,
    )
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}
