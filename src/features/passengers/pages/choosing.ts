import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Waiting } from '../model.ts'
import { calls } from './calls.ts'

/** Milliseconds within which one key follows another when somebody only passes by. */
const inPassing = 250

/**
 * Whom an officer has before them in the queue. To open somebody is a reading, and recorded as one: whoever goes to somebody opens them
 * at once, and opens nobody whom they pass by on the way, with a key held down.
 */
export const useChosen = () => {
  const [chosen, setChosen] = useState<{ row: Waiting; at: number } | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const moved = useRef(-Infinity)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(resting.current), [])
  const choose = (row: Waiting, at: number, open: boolean) => {
    clearTimeout(resting.current)
    setChosen({ row, at })
    const now = performance.now()
    if (open || now - moved.current > inPassing) setOpened(row.id)
    else resting.current = setTimeout(() => setOpened(row.id), inPassing)
    moved.current = now
  }
  const leave = () => {
    clearTimeout(resting.current)
    setChosen(null)
    setOpened(null)
  }
  return { chosen, opened: chosen !== null && chosen.row.id === opened, choose, leave }
}

/**
 * The rows with whoever is chosen among them where they were, also once they are decided on and wait no more: the keys go on from there,
 * not from the first again.
 */
export const useRowsWith = (
  rows: readonly Waiting[] | undefined,
  chosen: { row: Waiting; at: number } | null,
): readonly Waiting[] | undefined => {
  const gone = chosen !== null && rows !== undefined && !rows.some(({ id }) => id === chosen.row.id)
  // What is read of them beside the list, as it stands now; nothing is read for this.
  const { data } = useQuery({
    ...calls.passengers.passenger.queryOptions({ input: { id: chosen?.row.id ?? '' } }),
    enabled: false,
  })
  if (!gone) return rows
  const { standing, decided, suggestion, again } = data ?? chosen.row
  return rows.toSpliced(chosen.at, 0, {
    ...chosen.row,
    standing,
    decided,
    suggestion,
    again,
    secondNeeded: false,
  })
}
