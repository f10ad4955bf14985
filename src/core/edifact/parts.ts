import type { PassengerList } from './message.ts'

/** Lists that belong together: one flight, one kind of people, one transaction. */
export type JoinedList = {
  key: string
  list: PassengerList
  /** True when a part marked final came and no number before it is missing. */
  complete: boolean
  missing: number[]
}

/**
 * Joins the parts of a list that was sent in several messages (UNH S010: sequence and C or F), by flight, day, kind of
 * list, function and the common access reference. People who stand in two parts under the same carrier reference are
 * taken once, from the later part. Messages without parts stay as they are.
 */
export function joinParts(lists: readonly PassengerList[]): JoinedList[] {
  const groups = new Map<string, PassengerList[]>()
  lists.forEach((list, index) => {
    const key = list.part ? keyOf(list) : `${keyOf(list)} #${index}`
    const group = groups.get(key)
    if (group) group.push(list)
    else groups.set(key, [list])
  })
  const joined: JoinedList[] = []
  for (const [key, parts] of groups) {
    const [first, ...rest] = parts.toSorted((a, b) => sequence(a) - sequence(b))
    if (first) joined.push(join(key, first, rest))
  }
  return joined
}

function keyOf(list: PassengerList): string {
  const leg = list.legs[0]
  const flight = `${leg?.carrier ?? ''}${Number(leg?.number ?? 0)}${leg?.suffix ?? ''}`
  return [
    flight,
    leg?.departs?.slice(0, 10) ?? leg?.arrives?.slice(0, 10),
    leg?.from,
    list.list,
    list.function,
    list.access,
  ]
    .map(part => part ?? '')
    .join(' ')
}

const sequence = (list: PassengerList): number => Number(/\d+/.exec(list.part?.sequence ?? '')?.[0] ?? 1)
const final = (list: PassengerList): boolean => /F/.test(`${list.part?.sequence}${list.part?.status}`)

function join(key: string, first: PassengerList, rest: PassengerList[]): JoinedList {
  if (!first.part) return { key, list: first, complete: true, missing: [] }
  const parts = [first, ...rest]
  const numbers = new Set(parts.map(sequence))
  const missing: number[] = []
  for (let n = 1; n < Math.min(1000, Math.max(...numbers)); n++) if (!numbers.has(n)) missing.push(n)
  const people = new Map<string, PassengerList['people'][number]>()
  parts.forEach((list, at) => {
    list.people.forEach((person, index) =>
      people.set(person.paxRef ? `ref ${person.paxRef}` : `${at} ${index}`, person),
    )
  })
  return {
    key,
    list: { ...first, people: [...people.values()], findings: parts.flatMap(list => list.findings) },
    complete: parts.some(final) && missing.length === 0,
    missing,
  }
}
