import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import { alpha3OfState } from '#vocabulary/state.ts'
import type { warnings } from './api.ts'
import type { Content } from './content.ts'
import { actorOf, audienceOf } from './draft.ts'
import type { Audience, Handling, UnitName } from './model.ts'

/** A State's contact point and whether its warnings pass through its hands. */
export interface StateRule {
  validates: boolean
  contactPoint: number | null
}

export async function ruleOf(tx: Tx, state: string): Promise<StateRule> {
  const rule = await tx.maybe(
    z.object({ validates: z.boolean(), contactPoint: z.int().nullable() }),
    sql`
      select s.validates, c.unit as contact_point
      from network.state s left join network.contact_point c on c.state = s.code where s.code = ${state}`,
  )
  return rule ?? { validates: false, contactPoint: null }
}

/** Whom a warning is stored for: those it is meant for, the originator's authority, and the contact point that validates. */
export const effectiveAudience = (
  chosen: readonly string[],
  authority: number,
  rule: StateRule,
): string[] => [
  ...chosen,
  `authority:${authority}`,
  ...(rule.validates && rule.contactPoint !== null ? [`unit:${rule.contactPoint}`] : []),
]

const Reader = z.object({ unit: z.int(), authority: z.int(), state: z.string(), officials: z.int() })
type Reader = z.infer<typeof Reader>

/** Who can read under this audience and marking: from the very function that the row policies agree with. */
const readersOf = (tx: Tx, audience: number, marking: number, area = 'early-warning'): Promise<Reader[]> =>
  tx.rows(
    Reader,
    sql`
      select unit, authority, state, count(distinct official)::int as officials
      from network.readers(${audience}, ${area}, ${marking}) group by unit, authority, state order by state, unit`,
  )

const chosenWhy = (chosen: readonly string[], { unit, authority, state }: Omit<Reader, 'officials'>) =>
  (
    [
      ['all', 'all'],
      ['state', `state:${state}`],
      ['authority', `authority:${authority}`],
      ['unit', `unit:${unit}`],
    ] as const
  )
    .filter(([, member]) => chosen.includes(member))
    .map(([why]) => why)

const Unit = z.object({
  id: z.int(),
  name: z.string(),
  authority: z.string(),
  authorityId: z.int(),
  state: z.string(),
})
type Unit = z.infer<typeof Unit>

async function seeAudience(tx: Tx, actor: Actor, content: Content, handling: Handling): Promise<Audience> {
  const rule = await ruleOf(tx, actor.state)
  const chosen = handling.audience
  const known = await tx.rows(
    Unit,
    sql`
      select u.id, u.name, a.name as authority, a.id as authority_id, a.state
      from network.unit u join network.authority a on a.id = u.authority order by a.state, a.name, u.name`,
  )
  const byId = new Map(known.map(unit => [unit.id, unit]))
  const named = (reader: { unit: number; state: string }): UnitName => {
    const unit = byId.get(reader.unit)
    return {
      id: reader.unit,
      name: unit?.name ?? null,
      authority: unit?.authority ?? null,
      state: reader.state,
    }
  }
  // A look leaves nothing behind: the audience it made goes with the savepoint.
  await tx.run(sql`savepoint look`)
  const audience = await audienceOf(tx, effectiveAudience(chosen, actor.authority, rule))
  const level = markingLevel(handling.marking)
  const readers = await readersOf(tx, audience, level)
  const wouldRead = level > 0 ? await readersOf(tx, audience, 0) : readers
  const elsewhere = await tx.rows(
    z.object({ unit: z.int() }),
    sql`
      select distinct r.unit from unnest('{liaison,travel-documents,returns,alerts,passengers,statistics,network}'::text[]) area
      cross join lateral network.readers(${audience}, area, 0) r`,
  )
  const asking = await unitsAsking(tx, content)
  await tx.run(sql`rollback to savepoint look`)
  const reads = new Set(readers.map(({ unit }) => unit))
  const mayLower = new Set(wouldRead.map(({ unit }) => unit))
  const works = new Set(elsewhere.map(({ unit }) => unit))
  const place = content.place.country
  const onRoute = new Set(content.legs.map(({ country }) => country).filter(country => country !== null))
  const meant = (unit: Unit) =>
    chosenWhy(chosen, { unit: unit.id, authority: unit.authorityId, state: unit.state }).length > 0
  return {
    units: readers.map(reader => ({
      unit: named(reader),
      officials: reader.officials,
      why: [
        ...chosenWhy(chosen, reader),
        ...(reader.authority === actor.authority ? (['originator'] as const) : []),
        ...(rule.validates && reader.unit === rule.contactPoint ? (['contact-point'] as const) : []),
      ],
      receives: reader.unit !== actor.unit && chosenWhy(chosen, reader).length > 0,
    })),
    officials: readers.reduce((sum, { officials }) => sum + officials, 0),
    states: new Set(readers.map(({ state }) => state)).size,
    excluded: known
      .filter(unit => meant(unit) && !reads.has(unit.id))
      .map(unit => ({
        unit: { id: unit.id, name: unit.name, authority: unit.authority, state: unit.state },
        why: mayLower.has(unit.id) ? 'marking' : works.has(unit.id) ? 'area' : 'nobody',
      })),
    suggested: known.flatMap(unit => {
      const country = alpha3OfState(unit.state)
      const why = asking.has(unit.id)
        ? ('subscription' as const)
        : country !== null && country === place
          ? ('place' as const)
          : country !== null && onRoute.has(country)
            ? ('route' as const)
            : undefined
      if (!why || reads.has(unit.id) || unit.id === actor.unit) return []
      return [
        {
          member: `unit:${unit.id}`,
          unit: { id: unit.id, name: unit.name, authority: unit.authority, state: unit.state },
          why,
        },
      ]
    }),
  }
}

async function unitsAsking(tx: Tx, content: Content): Promise<Set<number>> {
  const citizenships = (content.persons?.citizenships ?? []).map(({ country }) => country)
  const countries = [content.place.country, ...content.legs.map(({ country }) => country)].filter(
    each => each !== null,
  )
  const rows = await tx.rows(
    z.object({ unit: z.int() }),
    sql`select unit from work.units_asking(${content.route}, ${countries}, ${citizenships}, ${content.means})`,
  )
  return new Set(rows.map(({ unit }) => unit))
}

export const recipientVerbs = {
  audience: (doing: Doing, { content, handling }) => seeAudience(doing.tx, actorOf(doing), content, handling),
} satisfies Partial<Verbs<typeof warnings>>
