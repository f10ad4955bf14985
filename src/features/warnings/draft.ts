import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { type Issue, notFound, Problem } from '#kit/problem.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import { boundsOf, parsePeriod } from '#vocabulary/period.ts'
import type { warnings } from './api.ts'
import { faultsOf } from './check.ts'
import { type Content, shownTitle } from './content.ts'
import { form } from './form.ts'
import { type Handling, Status } from './model.ts'
import { foldedWords } from './words.ts'

/** What every step of a warning's life answers. */
export const Saved = z.object({
  id: z.uuid(),
  revision: z.int(),
  status: Status,
  number: z.string().nullable(),
})
export const saved = sql`id, revision, status, number`

const year = 365 * 24 * 3600 * 1000

/** The acting official. Operations that change warnings are open to officials only. */
export function actorOf({ tx }: Pick<Doing, 'tx'>): Actor {
  if (!tx.actor) throw new Problem('sign-in-needed')
  return tx.actor
}

/** Finds or makes the audience with these members. */
export async function audienceOf(tx: Tx, members: readonly string[]): Promise<number> {
  const made = await tx.row(z.object({ id: z.int() }), sql`select network.audience(${[...members]}) as id`)
  return made.id
}

/** Every column that follows from what a warning says, as name and value: the same for a draft, an issue and a new version. */
export function contentColumns(content: Content, handling: Handling): [name: Sql, value: Sql][] {
  const when = parsePeriod(content.when)
  const happened = when.ok ? when.period : content.when
  const bounds = when.ok ? boundsOf(when.period) : undefined
  const edge = (at: number | undefined) => (at === undefined || !Number.isFinite(at) ? null : new Date(at))
  const citizenships = (content.persons?.citizenships ?? []).map(({ country }) => country)
  const countries = [content.place.country, ...content.legs.map(({ country }) => country), ...citizenships]
  const means = [...content.means, ...content.legs.map(leg => leg.means)]
  const { coordinates } = content.place
  return [
    [sql`content`, sql`${{ json: { ...content, when: happened } }}`],
    [sql`handling`, sql`${{ json: handling }}`],
    [sql`form`, sql`${form.version}`],
    [sql`marking`, sql`${markingLevel(handling.marking)}`],
    [sql`title`, sql`${shownTitle(content)}`],
    [sql`urgency`, sql`${content.urgency}`],
    [sql`triggers`, sql`${content.triggers}`],
    [sql`route`, sql`${content.route}`],
    [sql`country`, sql`${content.place.country}`],
    [sql`countries`, sql`${distinct(countries)}`],
    [sql`citizenships`, sql`${distinct(citizenships)}`],
    [sql`means`, sql`${distinct(means)}`],
    [sql`border_type`, sql`${content.borderType}`],
    [sql`lon`, sql`${coordinates?.lon ?? null}`],
    [sql`lat`, sql`${coordinates?.lat ?? null}`],
    [sql`happened`, sql`${happened}`],
    [sql`happened_from`, sql`${edge(bounds?.from)}`],
    [sql`happened_to`, sql`${edge(bounds?.to)}`],
    [sql`words`, sql`to_tsvector('simple', ${foldedWords(allText(content)).join(' ')})`],
  ]
}

export const assignments = (columns: [Sql, Sql][]): Sql =>
  join(
    columns.map(([name, value]) => sql`${name} = ${value}`),
    ',',
  )

const distinct = (all: readonly (string | null)[]): string[] => [
  ...new Set(all.filter(each => each !== null)),
]

const allText = (content: Content): string =>
  [
    content.title,
    content.summary,
    content.place.section,
    content.place.crossingPoint,
    content.place.name,
    content.context,
    content.method,
    content.recruitment,
    content.danger,
    content.assessment,
    content.measures,
    content.request,
    ...content.legs.flatMap(({ place, note }) => [place, note]),
    ...content.documents.map(({ note }) => note),
  ].join(' ')

/** Puts a new draft into the author's unit, where nobody else sees it. */
export async function beginDraft(
  doing: Doing,
  content: Content,
  handling: Handling,
  from: { updates?: string; supersedes?: string } = {},
): Promise<z.infer<typeof Saved>> {
  const { tx, ground } = doing
  const actor = actorOf(doing)
  assertReadable(actor, handling)
  const now = ground.clock()
  const columns = contentColumns(content, handling)
  const begun = await tx.row(
    Saved,
    sql`
      insert into work.warning (owner_authority, owner_unit, owner_state, author, edited_by, audience_id, expires_at,
        created_at, updated_at, updates, supersedes, ${join(
          columns.map(([name]) => name),
          ',',
        )})
      values (${actor.authority}, ${actor.unit}, ${actor.state}, ${actor.person}, ${actor.person},
        ${await audienceOf(tx, [`unit:${actor.unit}`])}, ${new Date(now.getTime() + 10 * year)},
        ${now}, ${now}, ${from.updates ?? null}, ${from.supersedes ?? null}, ${join(
          columns.map(([, value]) => value),
          ',',
        )})
      returning ${saved}`,
  )
  tx.note('warning', [begun.id], handling.marking)
  return begun
}

/** Nobody writes above their own clearance: they could not read what they wrote. */
function assertReadable(actor: Actor, { marking }: Handling): void {
  if (markingLevel(marking) > markingLevel(actor.clearance))
    throw new Problem('invalid-input', `Your mandate covers markings up to ${actor.clearance}.`, [
      { path: ['handling', 'marking'], message: `Your mandate covers markings up to ${actor.clearance}.` },
    ])
}

/** @throws Problem `not-found` or, when the warning was saved or sent on meanwhile, `conflict` with what differs. */
export async function refuseStale(
  tx: Tx,
  id: string,
  revision: number,
  mine?: { content: Content; handling: Handling },
): Promise<never> {
  const theirs = await tx.maybe(
    z.object({
      revision: z.int(),
      status: Status,
      content: z.record(z.string(), z.unknown()),
      handling: z.record(z.string(), z.unknown()),
      name: z.string().nullable(),
      at: z.string(),
    }),
    sql`
      select w.revision, w.status, w.content, w.handling, o.name, w.updated_at as at
      from work.warning w left join network.official o on o.id = w.edited_by where w.id = ${id}`,
  )
  if (!theirs) throw notFound('warning')
  if (theirs.revision === revision)
    throw new Problem('conflict', `This is not possible while it is ${theirs.status}. Look again.`)
  throw new Problem(
    'conflict',
    `${theirs.name ?? 'Somebody'} saved it at ${theirs.at.slice(0, 16)}Z. Nothing was overwritten; compare the two.`,
    mine && [
      ...differences('content', mine.content, theirs.content),
      ...differences('handling', mine.handling, theirs.handling),
    ],
  )
}

const differences = (part: string, mine: Record<string, unknown>, theirs: Record<string, unknown>): Issue[] =>
  Object.keys(mine)
    .filter(name => JSON.stringify(sorted(mine[name])) !== JSON.stringify(sorted(theirs[name])))
    .map(name => ({
      path: [part, name],
      message: typeof theirs[name] === 'string' ? theirs[name] : JSON.stringify(theirs[name] ?? null),
    }))

// PostgreSQL gives back the keys of an object in an order of its own.
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, each]) => [name, sorted(each)]),
        )
      : value

export const draftVerbs = {
  draft: (doing, { content, handling }) => beginDraft(doing, content, handling),

  async save(doing, { id, revision, content, handling }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    assertReadable(actor, handling)
    tx.note('warning', [id], handling.marking)
    // An edit takes it back from the contact point: what was validated is no longer what it says.
    const done = await tx.maybe(
      Saved,
      sql`
        update work.warning set ${assignments(contentColumns(content, handling))}, revision = revision + 1, status = 'draft',
          audience_id = ${await audienceOf(tx, [`unit:${actor.unit}`])}, edited_by = ${actor.person},
          updated_at = ${ground.clock()}
        where id = ${id} and revision = ${revision} and issued_at is null and owner_unit = ${actor.unit}
        returning ${saved}`,
    )
    return done ?? refuseStale(tx, id, revision, { content, handling })
  },

  async remove({ tx }, { id }) {
    tx.note('warning', [id])
    return tx.row(
      z.object({ id: z.uuid() }),
      sql`delete from work.warning where id = ${id} and issued_at is null and status <> 'validated' returning id`,
      'draft',
    )
  },

  check: async ({ ground }, { content, handling }) => faultsOf(content, handling, ground.clock()),
} satisfies Partial<Verbs<typeof warnings>>
