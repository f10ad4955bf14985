import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { cutScore, reviewScore } from '#core/match/bands.ts'
import { ColumnsBuilder } from '#core/match/columns.ts'
import { type Hit as Found, Matcher } from '#core/match/matcher.ts'
import { asked, type Question } from '#features/alerts/match.ts'
import { relateSigns } from '#features/alerts/signs.ts'
import type { Tx } from '#kit/db.ts'
import type { Verbs } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { hits } from './api.ts'
import { formCounts } from './form-rows.ts'
import { HeldHit, HitLine, Subject } from './model.ts'
import { type Print, printsOf } from './prints.ts'
import { personKey } from './raising.ts'
import { lineColumns, lineJoins, noteHits } from './rows.ts'

/** More than one person has, unless the question is too short to tell people apart. */
const mostHeld = 100
/** Hits compared at a time: between two heaps others are served. */
const heap = 2000

/** The marks that a hit keeps of whom it compared, also once the person is forgotten: by each document given, and by name and birth. */
const marksOf = (print: Print, { person, documents, object }: Question): string[] => {
  const whole = asked({ person, documents })
  return [
    ...new Set(
      [
        ...documents.map(each => personKey(print, { ...whole, documents: [each] })),
        personKey(print, { ...whole, documents: [] }, object || undefined),
      ].filter(Boolean),
    ),
  ]
}

/**
 * The hits whose subject is like the person asked about, however the name is written, best first. Compared are only those that the
 * reader may read, so that what is not theirs moves no score.
 */
async function alike(tx: Tx, question: Question): Promise<Map<string, Found>> {
  const person = asked(question)
  const found: Found[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await tx.rows(
      z.object({ id: z.uuid(), subject: Subject }),
      sql`
        select h.id, h.subject from person.hit h where h.forgotten_at is null and h.id > ${after}::uuid
          and (select network.my_lawful_purpose()) = 'request-of-the-person'
        order by h.id limit ${heap}`,
    )
    const builder = new ColumnsBuilder()
    for (const { id, subject } of rows) {
      const { family, given, full, birth, nationality, sex, documents, object } = subject
      builder.add({
        id,
        names: family || given || full ? [{ family, given, full }] : [],
        birth,
        nationalities: nationality ? [nationality] : [],
        sex,
        documents,
      })
      if (question.object !== '' && object && relateSigns(object, question.object) === 'same')
        found.push({ alert: id, score: 1, band: 'strong', reasons: [] })
    }
    if (rows.length > 0)
      found.push(
        ...new Matcher(builder.freeze(), 100).screen(person, {
          limit: mostHeld,
          threshold: reviewScore,
          explain: true,
        }),
      )
    const last = rows.at(-1)
    if (rows.length < heap || !last) break
    after = last.id
    await turn()
  }
  const best = new Map<string, Found>()
  for (const each of found.toSorted((a, b) => b.score - a.score))
    if (!best.has(each.alert) && best.size < mostHeld) best.set(each.alert, each)
  return best
}

export const heldVerbs = {
  async held({ tx, ground, context }, question) {
    // Whoever may answer such requests may also supervise, and does not answer one then.
    if (context.purpose !== 'request-of-the-person') throw new Problem('purpose-not-covered')
    const now = ground.clock()
    const like = await alike(tx, question)
    const lines = await tx.rows(
      HitLine.omit({ forms: true }).extend({ reviews: HeldHit.shape.reviews }),
      sql`
        with page as materialized (select h.* from person.hit h
          where (select network.my_lawful_purpose()) = 'request-of-the-person'
            and (h.id = any(${[...like.keys()]}::uuid[]) or h.person_key = any(${marksOf(printsOf(ground.config), question)}::text[]))
          order by h.raised_at desc, h.id limit ${2 * mostHeld})
        select ${lineColumns(now)}, coalesce((select jsonb_agg(jsonb_build_object('verdict', r.verdict, 'reason', r.reason, 'at',
          network.iso(r.at)) order by r.at, r.round, r.place) from person.hit_review r where r.hit = h.id), '[]') as reviews
        from page h ${lineJoins}`,
    )
    noteHits(tx, lines)
    const counts = await formCounts(
      tx,
      lines.map(each => each.id),
      now,
    )
    return lines
      .map(({ reviews, ...line }): HeldHit => {
        const found = like.get(line.id)
        return {
          hit: { ...line, forms: counts.get(line.id) ?? { open: 0, late: 0 } },
          score: found ? cutScore(found.score) : 1,
          by: found ? 'likeness' : 'mark',
          reasons: found?.reasons ?? [],
          reviews,
        }
      })
      .toSorted((a, b) => b.score - a.score || (a.hit.raisedAt > b.hit.raisedAt ? -1 : 1))
  },
} satisfies Partial<Verbs<typeof hits>>
