import { cutScore, reviewScore } from '#core/match/bands.ts'
import type { Hit } from '#core/match/matcher.ts'
import { documentNumber, type PassengerRecord } from '#core/match/records.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { join, type Sql, sql } from '#kit/sql.ts'
import type { alerts } from './api.ts'
import { type AlertDocument, type AlertObject, signsOf } from './content.ts'
import { engineOf, settledSoon } from './engine/engine.ts'
import type { Kind } from './kinds.ts'
import { asked, type Match } from './match.ts'
import { AlertLine } from './model.ts'
import { documentsOf, identitiesOf, lineColumns, lineJoins, noteLines, objectsOf, ownList } from './rows.ts'
import { withDocument } from './reading.ts'
import { relateSigns, scannedScore, searchKeys } from './signs.ts'

/** More than anybody looks through: what the reader may not see must not push out what they may. */
const mostHits = 500
const mostShown = 50
/** Names of one alert that are compared before it is saved: each is screened among all alerts there are. */
const mostCompared = 150

interface Found {
  hit: Hit
  alert: string
  number: number
}

/** The best hit of each alert, best first. The engine knows no reader: what is not theirs falls away when the rows are read. */
async function screened({ ground }: Doing, people: readonly PassengerRecord[]): Promise<Map<string, Found>> {
  const best = new Map<string, Found>()
  if (people.length === 0) return best
  const engine = await engineOf(ground)
  await settledSoon(engine)
  const all = await engine.screen(people, { limit: mostHits, threshold: reviewScore, explain: true })
  for (const hit of all.flat().toSorted((a, b) => b.score - a.score)) {
    const [alert = '', number = '0'] = hit.alert.split('/')
    if (!best.has(alert)) best.set(alert, { hit, alert, number: Number(number) })
  }
  return best
}

/** Numbers of documents, from the first to the last: the same twice for a single one. */
interface Span {
  from: string
  to: string
}
const spanOf = ({ number, to = null }: Pick<AlertDocument, 'number'> & { to?: string | null }): Span => ({
  from: documentNumber(number),
  to: documentNumber(to ?? number),
})

/** Alerts with one of these documents (ranges included) or a thing that bears one of these signs. */
function holding(documents: readonly Span[], signs: readonly string[]): Sql {
  const objects = signs.flatMap(searchKeys)
  const parts = [
    ...documents.map(({ from, to }) => sql`select alert from ${withDocument(from, to)} d`),
    ...(objects.length > 0
      ? [sql`select t.alert from person.alert_object t where t.keys && ${objects}::text[]`]
      : []),
  ]
  return parts.reduce((all, part) => sql`${all} union ${part}`, sql`select null::uuid as alert where false`)
}

const overlap = (document: AlertDocument, { from, to }: Span): boolean => {
  const held = spanOf(document)
  return held.from.length === from.length && held.from <= to && from <= held.to
}

/** How near a thing's signs are to those asked for; null where none is near. */
const nearness = (thing: AlertObject, signs: readonly string[]): 'same' | 'scanned' | null => {
  const related = signs.flatMap(sign => signsOf(thing).map(each => relateSigns(sign, each)))
  return related.includes('same') ? 'same' : related.includes('scanned') ? 'scanned' : null
}

/** Reads back, under the reader's own rights, the alerts that were found; each with what matched. */
async function matches(
  doing: Doing,
  found: ReadonlyMap<string, Found>,
  spans: readonly Span[],
  signs: readonly string[],
): Promise<Match[]> {
  const { tx, ground } = doing
  const lines = await tx.rows(
    AlertLine,
    sql`
      with page as materialized (select a.* from person.alert a
        where ${join([sql`a.id = any(${[...found.keys()]}::uuid[])`, sql`a.id in (${holding(spans, signs)})`], 'or')})
      select ${lineColumns(ground.clock())} from page a ${lineJoins}`,
  )
  const ranked = lines
    .map(line => ({ line, of: found.get(line.id), exact: !found.has(line.id) }))
    .toSorted(
      (a, b) =>
        Number(b.exact) - Number(a.exact) ||
        (b.of?.hit.score ?? 0) - (a.of?.hit.score ?? 0) ||
        (a.line.reference < b.line.reference ? -1 : 1),
    )
    .slice(0, mostShown)
  noteLines(
    tx,
    ranked.map(each => each.line),
  )
  const ids = ranked.map(each => each.line.id)
  const [allIdentities, allDocuments, allObjects] = [
    await identitiesOf(tx, ids),
    await documentsOf(tx, ids),
    await objectsOf(tx, ids),
  ]
  const out: Match[] = []
  for (const { line, of } of ranked) {
    const identities = allIdentities.get(line.id) ?? []
    const documents = (allDocuments.get(line.id) ?? []).filter(each =>
      spans.some(span => overlap(each, span)),
    )
    const near = (allObjects.get(line.id) ?? []).filter(each => nearness(each, signs) !== null)
    const very = near.filter(each => nearness(each, signs) === 'same')
    const things = very.length > 0 ? very : near
    const identity = identities.find(each => each.number === of?.number)
    const certain = documents.length > 0 || very.length > 0
    out.push({
      alert: line,
      number: identity ? (of?.number ?? null) : null,
      identity: identity ?? null,
      documents,
      objects: things,
      // Two digits: a third would tell, by the size of all lists together, of alerts that are not the reader's.
      score: of ? cutScore(of.hit.score) : certain ? 1 : scannedScore,
      band: of ? of.hit.band : certain ? 'strong' : 'review',
      reasons: of?.hit.reasons ?? [],
    })
  }
  // What only differs by confused signs comes after what is the very one or like the person.
  const lastly = (match: Match) => Number(match.reasons.length === 0 && match.band === 'review')
  return out.toSorted((a, b) => lastly(a) - lastly(b))
}

/** Kinds that do not stand beside each other without a word between their owners. */
const consulted: Partial<Record<Kind, readonly Kind[]>> = {
  'refusal-of-entry': ['return-decision', 'missing-person', 'vulnerable-person', 'wanted-witness'],
  'return-decision': ['refusal-of-entry', 'missing-person', 'vulnerable-person', 'wanted-witness'],
  'missing-person': ['refusal-of-entry', 'return-decision'],
  'vulnerable-person': ['refusal-of-entry', 'return-decision'],
  'wanted-witness': ['refusal-of-entry', 'return-decision'],
}

export const askingVerbs = {
  async query(doing, question) {
    const spans = question.documents.map(spanOf)
    const found = await screened(doing, question.person || spans.length > 0 ? [asked(question)] : [])
    return matches(doing, found, spans, question.object ? [question.object] : [])
  },

  async compatible(doing, { list: id, content, id: self }) {
    const list = await ownList(doing, id)
    const documents = content.documents.filter(each => each.to === null).slice(0, 5)
    // The first name of each identity, then the second of each, and so on: an alert can hold thousands.
    const people = content.identities
      .flatMap(identity => identity.names.map((name, place) => ({ identity, name, place })))
      .toSorted((a, b) => a.place - b.place)
      .slice(0, mostCompared)
      .map(
        ({ identity, name }): PassengerRecord => ({
          family: name.family || null,
          given: name.given || null,
          full: name.full || null,
          birth: identity.birth,
          nationality: identity.nationalities[0] ?? null,
          sex: identity.sex,
          documents,
        }),
      )
    const found = await screened(
      doing,
      people.length > 0 ? people : documents.length > 0 ? [{ documents }] : [],
    )
    if (self !== null) found.delete(self)
    const all = await matches(
      doing,
      found,
      content.documents.slice(0, 20).map(spanOf),
      content.objects.flatMap(signsOf),
    )
    return all
      .filter(each => each.alert.id !== self)
      .map(each => ({
        ...each,
        relation:
          each.alert.list.id === id
            ? ('duplicate' as const)
            : consulted[list.kind]?.includes(each.alert.kind)
              ? ('consult' as const)
              : ('compatible' as const),
      }))
  },
} satisfies Partial<Verbs<typeof alerts>>
