import { z } from 'zod'
import type { Doing, Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import type { alerts } from './api.ts'
import { refuse, refuseAbove, termFaults } from './check.ts'
import { AlertList, type ListTerms } from './model.ts'
import { actorOf, markingName, ownList } from './rows.ts'

const Saved = z.object({ id: z.uuid(), revision: z.int() })

/** The audience of a list: those it is for, and always its owner's authority. */
async function audienceOf(doing: Doing, { audience }: ListTerms): Promise<number> {
  const members = [...new Set([...audience, `authority:${actorOf(doing).authority}`])]
  const made = await doing.tx.row(z.object({ id: z.int() }), sql`select network.audience(${members}) as id`)
  return made.id
}

export const listVerbs = {
  lists: ({ tx, context }) =>
    tx.rows(
      AlertList,
      sql`
        select l.id, l.kind, l.name, l.legal_basis, l.action, l.purposes, l.four_eyes, l.review_months, l.warn_months,
          ${markingName(sql`l.marking`)} as marking, l.revision, l.changed_at,
          jsonb_build_object('id', l.owner_authority, 'name', o.name, 'state', l.owner_state) as owner,
          l.owner_authority = (select network.my_authority()) and (select network.i_may('alert')) as mine,
          case when l.owner_authority = (select network.my_authority()) then coalesce(u.members, '{}') else '{}' end as audience,
          case when ${context.purpose === undefined} then null
            else (select count(*)::int from person.alert a where a.list = l.id) end as count
        from person.list l
        left join network.authority o on o.id = l.owner_authority
        left join work.audience u on u.id = l.audience_id
        order by l.owner_authority <> (select network.my_authority()), l.owner_state, l.name`,
    ),

  async enterList(doing, { kind, ...terms }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    refuse(termFaults(terms, kind).map(each => ({ ...each, path: ['', ...each.path] })))
    refuseAbove(actor.clearance, terms.marking)
    const now = ground.clock()
    const made = await tx.row(
      Saved,
      sql`
        insert into person.list (owner_authority, owner_state, kind, name, legal_basis, action, purposes, four_eyes, review_months,
          warn_months, marking, audience_id, made_by, made_at, changed_at)
        values (${actor.authority}, ${actor.state}, ${kind}, ${terms.name}, ${terms.legalBasis}, ${terms.action}, ${terms.purposes},
          ${terms.fourEyes}, ${terms.reviewMonths}, ${terms.warnMonths}, ${markingLevel(terms.marking)},
          ${await audienceOf(doing, terms)}, ${actor.person}, ${now}, ${now})
        returning id, revision`,
    )
    tx.note('alert-list', [made.id], terms.marking)
    return made
  },

  async changeList(doing, { id, revision, ...terms }) {
    const { tx, ground } = doing
    const list = await ownList(doing, id)
    tx.note('alert-list', [id], terms.marking)
    refuse(termFaults(terms, list.kind).map(each => ({ ...each, path: ['', ...each.path] })))
    refuseAbove(actorOf(doing).clearance, terms.marking)
    const done = await tx.maybe(
      Saved,
      sql`
        update person.list set name = ${terms.name}, legal_basis = ${terms.legalBasis}, action = ${terms.action},
          purposes = ${terms.purposes}, four_eyes = ${terms.fourEyes}, review_months = ${terms.reviewMonths},
          warn_months = ${terms.warnMonths}, marking = ${markingLevel(terms.marking)},
          audience_id = ${await audienceOf(doing, terms)}, revision = revision + 1, changed_at = ${ground.clock()}
        where id = ${id} and revision = ${revision} returning id, revision`,
    )
    if (!done)
      throw new Problem('conflict', 'Somebody changed this list meanwhile. Look at it again, then repeat.')
    return done
  },
} satisfies Partial<Verbs<typeof alerts>>
