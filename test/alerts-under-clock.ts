import { type Client, client } from '#app/network.ts'
import { actorOfMandate } from '#features/access/sessions.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import type { World } from './world.ts'

export const day = 86_400_000
export const keeperName = 'despina-kalogirou-astel'

/** What tests about the life of alerts stand on: people, and the daily duty, at a moment of the network's clock. For tests alone. */
export function alertsUnderClock(world: World) {
  /** Somebody at a moment of the network's clock. */
  const at = async (persona: string, time: Date, purpose?: Purpose): Promise<Client> =>
    client({ ...world.ground, clock: () => time }, await world.actor(persona), { purpose })
  return {
    at,
    greece: (time = new Date()) => at(keeperName, time, 'alert-keeping'),
    /** The daily duty, performed as the job that is queued for it. */
    tendAt: async (time: Date) => {
      const { rows } = await world.owner.query<{ id: number }>('select work.clock() as id')
      const clock = await actorOfMandate(world.ground.db, rows[0]?.id ?? 0)
      return client({ ...world.ground, clock: () => time }, clock).alerts.tend()
    },
  }
}

/** So many months on, as PostgreSQL counts them: the last day of a shorter month. */
export const monthsFrom = (time: Date, months: number): Date => {
  const then = new Date(time)
  const wanted = then.getUTCMonth() + months
  then.setUTCMonth(wanted)
  if (then.getUTCMonth() !== ((wanted % 12) + 12) % 12) then.setUTCDate(0)
  return then
}

/** What becomes of it: answered, or the code of the problem. */
export const code = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  )
