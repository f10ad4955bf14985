// `npm run bench -- screening`: how fast, how good and how fair screening is, on invented persons, beside its peers.
// Environment: ALERTS (1000000), ASKED (20000 positives and as many innocents), SEED (1), PEER_ALERTS (100000; 0 leaves the
// peers out). All times are CPU time of this process unless a line says otherwise. An index of 10,000,000 alerts takes about
// 3.3 GB with its strings; the bench holds it three times, as built, as written and as read back.
import { AlertLines } from '#core/match/alert-lines.ts'
import { reviewScore } from '#core/match/bands.ts'
import { ColumnsBuilder } from '#core/match/columns.ts'
import { Matcher } from '#core/match/matcher.ts'
import type { Hit, ScreenOptions } from '#core/match/matcher.ts'
import { columnBytes, reload, snapshot } from '#core/match/snapshot.ts'
import type { PassengerRecord } from '#core/match/records.ts'
import { positives, rules, withoutBirth } from './screening/mutate.ts'
import type { Positive } from './screening/mutate.ts'
import { fairness } from './screening/fairness.ts'
import type { Scored } from './screening/fairness.ts'
import { floorOf } from './screening/floor.ts'
import { labelled } from './screening/labelled.ts'
import { localPeers, trigramPeers } from './screening/peers.ts'
import { alertOn, passengerFor, person, seeded, stocks } from './screening/people.ts'
import type { Known, MadeAlert } from './screening/people.ts'

const numberOf = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const cpu = (since: NodeJS.CpuUsage): number => {
  const used = process.cpuUsage(since)
  return (used.user + used.system) / 1000
}
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
const quantile = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0)

const thresholds = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85]

/** Counts what came up, by any key. */
class Tally {
  private readonly rows = new Map<string, [number, number]>()
  add(key: string, hits: number): void {
    const row = this.rows.get(key) ?? [0, 0]
    this.rows.set(key, [row[0] + 1, row[1] + hits])
  }
  rates(scale: number): [string, number][] {
    return Array.from(this.rows, ([key, [count, hits]]): [string, number] => [
      key,
      (scale * hits) / count,
    ]).sort((a, b) => b[1] - a[1])
  }
  line(scale: number, digits: number): string {
    return this.rates(scale)
      .map(([key, rate]) => `${key} ${rate.toFixed(digits)}`)
      .join(', ')
  }
}

type Screened = { passenger: PassengerRecord; hits: Hit[] }

function screenAll(
  matcher: Matcher,
  passengers: readonly PassengerRecord[],
  options: ScreenOptions,
): { cpuMs: number; micros: number[]; all: Screened[] } {
  const micros: number[] = []
  const all: Screened[] = []
  const before = process.cpuUsage()
  for (const passenger of passengers) {
    const from = performance.now()
    const hits = matcher.screen(passenger, options)
    micros.push((performance.now() - from) * 1000)
    all.push({ passenger, hits })
  }
  const cpuMs = cpu(before)
  return { cpuMs, micros: micros.sort((a, b) => a - b), all }
}

/** A passenger of whom the numbers of documents are known, not what they are nor who issued them. */
function withoutStates<P extends PassengerRecord>(passenger: P): P {
  return { ...passenger, documents: (passenger.documents ?? []).map(({ number }) => ({ number })) }
}

function reportRecall(
  matcher: Matcher,
  title: string,
  asked: readonly Positive[],
  options: ScreenOptions,
): { origin: string; score: number }[] {
  const scored: { origin: string; score: number }[] = []
  const at = thresholds.map(() => 0)
  const byRule = new Tally()
  const byScript = new Tally()
  const byDate = new Tally()
  let found = 0
  for (const positive of asked) {
    const hit = matcher.screen(positive.passenger, options).find(one => one.alert === positive.alert)
    thresholds.forEach((threshold, i) => {
      if ((hit?.score ?? 0) >= threshold) at[i] = (at[i] ?? 0) + 1
    })
    const reached = (hit?.score ?? 0) >= reviewScore ? 1 : 0
    found += reached
    scored.push({ origin: positive.origin, score: hit?.score ?? 0 })
    byRule.add(positive.rule, reached)
    byScript.add(positive.script, reached)
    byDate.add(positive.birthKnown ? 'full date on the list' : 'partial or no date on the list', reached)
  }
  say(`${title}: recall ${percent(found, asked.length)} at ${reviewScore}`)
  say(`  curve: ${thresholds.map((t, i) => `${t}: ${percent(at[i] ?? 0, asked.length)}`).join('  ')}`)
  say(`  by class: ${byRule.line(100, 1)}`)
  say(`  by script of the alert: ${byScript.line(100, 1)}; ${byDate.line(100, 1)}`)
  return scored
}

function reportInnocents(
  matcher: Matcher,
  title: string,
  innocents: readonly { passenger: PassengerRecord; origin: string; nation: string }[],
  options: ScreenOptions,
): Scored[] {
  const scored: Scored[] = []
  const at = thresholds.map(() => 0)
  const byOrigin = new Tally()
  const byNation = new Tally()
  let flagged = 0
  for (const { passenger, origin, nation } of innocents) {
    const hits = matcher.screen(passenger, options)
    thresholds.forEach((threshold, i) => {
      at[i] = (at[i] ?? 0) + hits.filter(hit => hit.score >= threshold).length
    })
    const above = hits.filter(hit => hit.score >= reviewScore).length
    scored.push({ origin, scores: hits.map(hit => hit.score) })
    if (above > 0) flagged++
    byOrigin.add(origin, above)
    byNation.add(nation, above)
  }
  const rates = byOrigin.rates(1000)
  const worst = rates[0]?.[1] ?? 0
  const bestRate = rates[rates.length - 1]?.[1] ?? 0
  say(
    `${title}: false hits per 1,000: ${((1000 * (at[thresholds.indexOf(reviewScore)] ?? 0)) / innocents.length).toFixed(1)}, passengers flagged per 1,000: ${((1000 * flagged) / innocents.length).toFixed(1)}`,
  )
  say(
    `  curve: ${thresholds.map((t, i) => `${t}: ${((1000 * (at[i] ?? 0)) / innocents.length).toFixed(1)}`).join('  ')}`,
  )
  say(
    `  fairness by origin, per 1,000: ${byOrigin.line(1000, 0)}; worst against best ${bestRate === 0 ? `${worst.toFixed(0)} against 0` : (worst / bestRate).toFixed(1)}`,
  )
  say(`  by nationality, per 1,000: ${byNation.line(1000, 0)}`)
  return scored
}

/** What thresholds by origin would change for those hit more than twice as often as the middle origin. */
function reportFairness(
  innocents: readonly Scored[],
  found: readonly { origin: string; score: number }[],
): void {
  for (const factor of [3, 2, 1]) {
    const {
      before,
      after,
      thresholds: own,
      recallBefore,
      recallAfter,
      falseAfter,
    } = fairness(innocents, found, reviewScore, factor)
    say(
      `Fairness, no origin hit above ${factor} times the middle one: ${before}; with thresholds ${own}: ${after}; recall ${percent(recallBefore, 1)} -> ${percent(recallAfter, 1)}, false hits ${falseAfter.toFixed(1)} per 1,000`,
    )
  }
}

function reportFloor(all: ReturnType<typeof stocks>, alerts: number, seed: number): void {
  const rows = floorOf(seeded(seed), all, alerts, 10_000)
  const show = [50, 20, 10, 5].map(rate => {
    const row = rows.find(one => one.falsePerThousand <= rate)
    return `${rate} per 1,000: ${percent(row?.recall ?? 0, 1)} (alerts without a date ${percent(row?.recallUndated ?? 0, 1)})`
  })
  say(
    `Floor: records without any error, and false hits only from persons of the very same name, allow a recall of ${show.join('; ')}`,
  )
}

function reportChanges(matcher: Matcher): void {
  const added: number[] = []
  const gone: number[] = []
  const timed = (into: number[], change: () => void, seen: () => boolean): void => {
    const from = performance.now()
    change()
    if (!seen()) throw new Error('A change was not seen by the next question.')
    into.push((performance.now() - from) * 1000)
  }
  for (let i = 0; i < 200; i++) {
    const id = `new-${i}`
    const name = { family: `Zqvorin${String.fromCharCode(97 + (i % 26))}`, given: 'Test' }
    const found = (): boolean =>
      matcher.screen({ ...name, birth: '1980-01-02' }).some(hit => hit.alert === id)
    timed(
      added,
      () => matcher.put({ id, names: [name], birth: '1980-01-02' }),
      () => found(),
    )
    timed(
      gone,
      () => matcher.remove(id),
      () => !found(),
    )
  }
  const times = (list: number[]): string => {
    const sorted = list.toSorted((a, b) => a - b)
    return `p50 ${quantile(sorted, 0.5)} us, p99 ${quantile(sorted, 0.99)} us, most ${quantile(sorted, 1)} us`
  }
  say(
    `Changes (limit 1,000 us), change and next question together, 200 times, wall time: added ${times(added)}; withdrawn ${times(gone)}`,
  )
}

/** @param strangers passengers of whom none was asked about before, nor most of them by name */
function reportPassengers(
  matcher: Matcher,
  passengers: readonly PassengerRecord[],
  strangers: readonly PassengerRecord[],
): void {
  const cold = screenAll(matcher, passengers, {})
  const warm = screenAll(matcher, passengers, {})
  const explained = screenAll(matcher, passengers, { explain: true })
  const again = screenAll(matcher, passengers, {})
  const rate = (ms: number): string => ((1000 * passengers.length) / ms).toFixed(0)
  say(
    `Speed: ${rate(cold.cpuMs)} screens per CPU-second cold, ${rate(warm.cpuMs)} and ${rate(again.cpuMs)} warm; warm p50 ${quantile(again.micros, 0.5)} us, p99 ${quantile(again.micros, 0.99)} us of wall time`,
  )
  const stream = screenAll(matcher, strangers, {})
  say(
    `A stream of ${strangers.length} others, each asked about once: ${((1000 * strangers.length) / stream.cpuMs).toFixed(0)} screens per CPU-second, p50 ${quantile(stream.micros, 0.5)} us, p99 ${quantile(stream.micros, 0.99)} us of wall time`,
  )
  say(`Explanations: ${(explained.cpuMs / ((warm.cpuMs + again.cpuMs) / 2)).toFixed(2)} times the cost`)
}

export async function run(): Promise<void> {
  const alerts = numberOf('ALERTS', 1_000_000)
  const asked = numberOf('ASKED', 20_000)
  const seed = numberOf('SEED', 1)
  const peerAlerts = numberOf('PEER_ALERTS', 100_000)
  say(`Screening: ${alerts} invented alerts, ${asked} positives and ${asked} innocents, seed ${seed}`)
  const random = seeded(seed)
  const all = stocks(random, Math.min(400_000, alerts / 3))
  const known: Known[] = []
  const peers: MadeAlert[] = []
  const keepEach = Math.max(1, Math.floor(alerts / 60_000))
  const builder = new ColumnsBuilder()
  // about what a file of so many alerts has, which a list read from a file says itself
  builder.expect(alerts * 170)
  const lines = new AlertLines(builder)
  let buildMs = 0
  for (let i = 0; i < alerts; ) {
    const part: MadeAlert[] = []
    for (; i < alerts && part.length < 20_000; i++) {
      const made = alertOn(random, person(random, all), `A${i}`)
      if (i % keepEach === 0) known.push(made)
      if (i < peerAlerts) peers.push(made.alert)
      part.push(made.alert)
    }
    const bytes = new TextEncoder().encode(part.map(alert => JSON.stringify(alert)).join('\n'))
    const before = process.cpuUsage()
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(10, from)
      const to = end < 0 ? bytes.length : end
      if (lines.add(bytes, from, to) !== 'added') throw new Error('The bench made a line that is not read.')
      from = to + 1
    }
    buildMs += cpu(before)
  }
  const freezing = process.cpuUsage()
  const columns = builder.freeze()
  buildMs += cpu(freezing)
  const bytes = columnBytes(columns)
  say(
    `Build: ${(buildMs / 1000).toFixed(2)} s of CPU from lines of JSON; ${(bytes.index / alerts).toFixed(1)} bytes an alert, strings ${(bytes.strings / alerts).toFixed(1)} bytes more; ${columns.words.formAt.length - 1} distinct words`,
  )
  const written = process.cpuUsage()
  const parts = snapshot(columns)
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  const matcher = new Matcher(reload(whole))
  say(
    `Snapshot written, read back and ready to be asked: ${cpu(written).toFixed(0)} ms of CPU, ${(whole.length / 1e6).toFixed(0)} MB`,
  )

  const innocent = seeded(seed + 1)
  const plain = Array.from({ length: asked }, (_, i) => {
    const who = person(innocent, all)
    return { who, passenger: passengerFor(innocent, who, `I${i}`, false) }
  })
  const stranger = seeded(seed + 6)
  const guilty = positives(seeded(seed + 2), all, known, rules, asked, false)
  reportPassengers(
    matcher,
    [...plain.map(one => one.passenger), ...guilty.map(one => one.passenger)].slice(0, 2 * asked),
    Array.from({ length: 4 * asked }, (_, i) =>
      passengerFor(stranger, person(stranger, all), `S${i}`, false),
    ),
  )
  const options = { limit: 50, threshold: 0.5 }
  const innocents = plain.map(({ who, passenger }) => ({
    passenger,
    origin: who.origin.key,
    nation: who.nation,
  }))
  reportInnocents(
    matcher,
    'Innocents with name and date of birth, documents by their number alone',
    innocents.map(one => ({ ...one, passenger: withoutStates(one.passenger) })),
    options,
  )
  const scoredInnocents = reportInnocents(
    matcher,
    `Innocents with the State of their passport as well, which ${percent(plain.filter(one => one.passenger.documents?.[0]?.issuer).length, plain.length)} show`,
    innocents,
    options,
  )
  reportInnocents(
    matcher,
    'Innocents with sex and nationality as well',
    plain.map(({ who, passenger }) => ({
      passenger: { ...passenger, nationality: who.nation, sex: who.sex },
      origin: who.origin.key,
      nation: who.nation,
    })),
    options,
  )
  reportRecall(
    matcher,
    'Positives of all classes, documents by their number alone',
    guilty.map(one => ({ ...one, passenger: withoutStates(one.passenger) })),
    options,
  )
  reportFairness(scoredInnocents, reportRecall(matcher, 'Positives of all classes', guilty, options))
  reportFloor(all, alerts, seed + 5)
  reportRecall(
    matcher,
    'Positives with sex and nationality as well',
    positives(seeded(seed + 2), all, known, rules, asked, true),
    options,
  )
  const undated = positives(seeded(seed + 3), all, known, withoutBirth, Math.ceil(asked / 2), false)
  reportRecall(
    matcher,
    'No date of birth, or wrong by more than a year, documents by their number alone',
    undated.map(one => ({ ...one, passenger: withoutStates(one.passenger) })),
    options,
  )
  reportRecall(matcher, 'No date of birth, or wrong by more than a year', undated, options)
  reportChanges(matcher)
  for (const line of labelled()) say(line)

  if (peerAlerts === 0) return
  say(
    `Peers on the first ${peers.length} alerts; bounded to that and to a few hundred questions, so that the bench ends`,
  )
  const there = new Set(peers.map(alert => alert.id))
  const few = positives(
    seeded(seed + 4),
    all,
    known.filter(one => there.has(one.alert.id)),
    rules,
    300,
    false,
  )
  const small = new ColumnsBuilder()
  for (const alert of peers) small.add(alert)
  const ours = new Matcher(small.freeze())
  for (const state of ['cold', 'warm']) {
    const before = process.cpuUsage()
    let found = 0
    for (const positive of few)
      if (ours.screen(positive.passenger).some(hit => hit.alert === positive.alert)) found++
    say(
      `  this matcher, review threshold, ${state}: ${(cpu(before) / few.length).toFixed(2)} ms of CPU a question, recall ${percent(found, few.length)} of ${few.length}`,
    )
  }
  const rows = await localPeers(peers, few)
  try {
    rows.push(
      ...(await trigramPeers(
        peers,
        few.slice(0, 100).filter(one => (one.passenger.birth ?? '').length === 10),
      )),
    )
  } catch (error) {
    say(`  PostgreSQL could not be asked: ${error instanceof Error ? error.message : 'unknown'}`)
  }
  for (const row of rows)
    say(
      `  ${row.peer}: ${row.cpuMs.toFixed(2)} ms of CPU a question, recall@50 ${percent(row.recall, 1)} of ${row.asked}`,
    )
}
