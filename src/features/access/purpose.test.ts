import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { useWorld } from '#test/world.ts'
import { sql } from '#kit/sql.ts'
import { areas, competences } from '#vocabulary/actor.ts'
import { purposes, purposesOf } from '#vocabulary/purpose.ts'

const world = useWorld()
const Lawful = z.object({ lawful: z.string().nullable() })

test('the database and the vocabulary agree on the purposes that a mandate covers', async () => {
  const actor = await world.actor('annelies-verbrugghen-kai')
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...competences], { minLength: 1 }),
      fc.subarray([...areas]),
      async (held, subjects) => {
        const { rows } = await world.owner.query<{ id: number }>(
          `insert into network.mandate (official, competences, areas, clearance, valid_until)
           values ($1, $2, $3, 0, now() + interval '1 day') returning id`,
          [actor.person, held, subjects],
        )
        const mandate = rows[0]?.id ?? 0
        for (const purpose of purposes) {
          const { lawful } = await world.ground.db.as(
            { ...actor, mandate },
            tx => tx.row(Lawful, sql`select network.my_lawful_purpose() as lawful`),
            purpose,
          )
          const covered = purposesOf({ competences: held, areas: subjects }).includes(purpose)
          expect(lawful, `${purpose} for ${held.join()} in ${subjects.join()}`).toBe(covered ? purpose : null)
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('without a stated purpose there is none', async () => {
  const actor = await world.actor('kristaps-vitolnieks-hale')
  const { lawful } = await world.ground.db.as(actor, tx =>
    tx.row(Lawful, sql`select network.my_lawful_purpose() as lawful`),
  )
  expect(lawful).toBeNull()
})
