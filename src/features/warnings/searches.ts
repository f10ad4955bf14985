import { z } from 'zod'
import type { Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { warnings } from './api.ts'
import { actorOf } from './draft.ts'
import { SavedSearch, Subscription } from './model.ts'

const Gone = z.object({ id: z.uuid() })

export const searchVerbs = {
  searches: ({ tx }) =>
    tx.rows(SavedSearch, sql`select id, name, filter from work.warning_search_saved order by lower(name)`),

  saveSearch: (doing, { name, filter }) =>
    doing.tx.row(
      SavedSearch,
      sql`
        insert into work.warning_search_saved (official, name, filter)
        values (${actorOf(doing).person}, ${name}, ${{ json: filter }})
        on conflict (official, name) do update set filter = excluded.filter returning id, name, filter`,
    ),

  removeSearch: ({ tx }, { id }) =>
    tx.row(Gone, sql`delete from work.warning_search_saved where id = ${id} returning id`, 'saved search'),

  subscriptions: ({ tx }) =>
    tx.rows(
      Subscription,
      sql`select id, routes, countries, citizenships, means from work.warning_subscription order by id`,
    ),

  subscribe(doing, { routes, countries, citizenships, means }) {
    const { tx } = doing
    const { unit, person } = actorOf(doing)
    if (routes.length + countries.length + citizenships.length + means.length === 0)
      throw new Problem(
        'invalid-input',
        'Choose at least one route, country, citizenship or means of transport.',
      )
    return tx.row(
      Subscription,
      sql`
        insert into work.warning_subscription (unit, official, routes, countries, citizenships, means)
        values (${unit}, ${person}, ${routes}, ${countries}, ${citizenships}, ${means})
        returning id, routes, countries, citizenships, means`,
    )
  },

  unsubscribe: ({ tx }, { id }) =>
    tx.row(Gone, sql`delete from work.warning_subscription where id = ${id} returning id`, 'subscription'),
} satisfies Partial<Verbs<typeof warnings>>
