import { randomUUID } from 'node:crypto'
import type { PassengerRecord } from '#core/match/records.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import type { Ground } from '#kit/ground.ts'
import type { Actor } from '#vocabulary/actor.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { raiseHits } from './raising.ts'

/** An invented passenger who is like the invented person of `alerts/samples.ts`. */
export const aPassenger = (more: Partial<PassengerRecord> = {}): PassengerRecord => ({
  family: 'QASEMZADEH',
  given: 'FAROKH',
  birth: '1984-03-17',
  nationality: 'IRN',
  sex: 'M',
  documents: [],
  ...more,
})

interface Somewhere {
  ground: Ground
  actor: (persona: string) => Promise<Actor>
}

/** Screens people and raises what is found, as a screening feature does. */
export async function raise(
  { ground, actor }: Somewhere,
  people: readonly PassengerRecord[],
  {
    by = 'kristaps-vitolnieks-hale',
    purpose = 'border-check',
    refs = people.map(() => randomUUID()),
    dueAt = new Date(Date.now() + 6 * 3_600_000).toISOString(),
    now = new Date(),
    beforeCommit = async () => {},
  }: {
    by?: string
    purpose?: Purpose
    refs?: string[]
    dueAt?: string | null
    now?: Date
    beforeCommit?: () => Promise<void>
  } = {},
) {
  const engine = await engineOf(ground)
  await engine.settled()
  const found = await engine.screen(people, { limit: 50, threshold: 0.6, explain: true })
  return ground.db.as(
    await actor(by),
    async tx => {
      const raised = await raiseHits(
        { tx, ground },
        people.map((person, at) => ({ ref: refs[at] ?? '', kind: 'passenger', person, dueAt })),
        found,
        now,
      )
      await beforeCommit()
      return raised
    },
    purpose,
  )
}
