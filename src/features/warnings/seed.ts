import type { ContractRouterClient } from '@orpc/contract'
import { periodOf } from '#vocabulary/period.ts'
import type { warnings } from './api.ts'
import { Content } from './content.ts'
import { Handling } from './model.ts'
import { type SeedWarning, seedWarnings } from './seed-data.ts'

/** What the seed calls: every operation of warnings in the name of an official, as if it were that moment. */
export type WarningsAs = (
  official: string,
  at: Date,
) => Promise<ContractRouterClient<{ warnings: typeof warnings }>>
/** Numbers of units and authorities by their names, as officials read them. */
export interface Names {
  unit(name: string): string
  authority(name: string): string
}

const hour = 3_600_000
const day = 24 * hour

/** Fills the network with some months of warnings, through the same operations that officers use. */
export async function seedWarningsInto(as: WarningsAs, names: Names, now: Date): Promise<void> {
  const ids = new Map<string, string>()
  for (const each of seedWarnings.toSorted((a, b) => b.ago - a.ago)) {
    const at = new Date(now.getTime() - each.ago * day)
    try {
      ids.set(each.key, await seedOne(as, names, each, at, ids))
    } catch (error) {
      throw new Error(`The seed's warning “${each.key}”: ${(error as Error).message}`, { cause: error })
    }
  }
}

async function seedOne(
  as: WarningsAs,
  names: Names,
  seed: SeedWarning,
  at: Date,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const author = (await as(seed.by, at)).warnings
  const { days, ...said } = seed.content
  const [first, last = first] = days.map(back => periodOf(new Date(at.getTime() - back * day), 'day'))
  const content = Content.parse({
    ...said,
    when: first === last ? first : `${first}/${last}`,
    relations: (seed.related ?? []).map(key => ({ id: ids.get(key), kind: 'same-route' })),
  })
  const handling = Handling.parse({
    marking: seed.marking ?? 'LIMITED',
    audience: seed.to.map(member => numbered(member, names)),
    inForceUntil: seed.inForceDays ? new Date(at.getTime() + seed.inForceDays * day).toISOString() : null,
  })
  const before = seed.supersedes ? ids.get(seed.supersedes) : undefined
  let draft = before
    ? await author.revise({ id: before, as: 'successor' })
    : await author.draft({ content, handling })
  if (before) draft = await author.save({ id: draft.id, revision: draft.revision, content, handling })
  if (seed.leave === 'draft') return draft.id
  const { needsValidation } = await author.read({ id: draft.id })
  if (needsValidation) {
    const submitted = await author.submit({ id: draft.id, revision: draft.revision })
    if (seed.leave === 'submitted') return draft.id
    const validator = (await as(validatorFor(seed.by), new Date(at.getTime() + hour / 2))).warnings
    if (seed.leave === 'returned') {
      await validator.return({ ...submitted, reason: seed.returned ?? 'Please say more.' })
      return draft.id
    }
    await validator.validate({ id: draft.id, revision: submitted.revision })
  } else await author.issue({ id: draft.id, revision: draft.revision })
  await seedAnswers(as, seed, draft.id, at)
  if (seed.update) {
    const then = (await as(seed.by, new Date(at.getTime() + seed.update.after * hour))).warnings
    const next = await then.revise({ id: draft.id, as: 'update' })
    const saved = await then.save({
      id: next.id,
      revision: next.revision,
      content: { ...content, ...seed.update.change },
      handling,
    })
    await then.issue({ id: saved.id, revision: saved.revision })
  }
  if (seed.withdrawn) {
    const then = (await as(seed.by, new Date(at.getTime() + seed.withdrawn.after * hour))).warnings
    await then.withdraw({ id: draft.id, reason: seed.withdrawn.reason })
  } else if (!seed.supersedes && seed.ago > 0.1) {
    const clock = await as('ICONet clock', new Date(at.getTime() + seed.ago * day))
    await clock.warnings.escalate({ id: draft.id })
  }
  return draft.id
}

/** Officers who leave nothing unanswered for long: what is older than so many days they have taken note of, in time. */
const diligent = [
  'Davide Serracchi-Noor',
  'Vesna Kraljić-Dorn',
  'Silke Brandhorst-Yeo',
  'Annelies Verbrugghen-Kai',
  'Kristaps Vītolnieks-Hale',
  'Lucía Benavente-Kroy',
]
const settledAfter = 7
const answeredAfter = { immediate: 1.5, priority: 20, routine: 50 }

async function seedAnswers(as: WarningsAs, seed: SeedWarning, id: string, at: Date): Promise<void> {
  for (const each of seed.answers ?? []) {
    const when = new Date(at.getTime() + each.after * hour)
    const opener = await as(each.by, new Date(when.getTime() - hour / 4))
    await opener.warnings.open({ id })
    const unit = (await as(each.by, when)).warnings
    if (each.answer) await unit.answer({ id, answer: each.answer, text: each.text ?? '' })
    if (each.measure) await unit.remark({ id, kind: 'measure', text: each.measure })
    if (each.corroboration) await unit.remark({ id, kind: 'corroboration', text: each.corroboration })
    if (!each.question) continue
    const asked = await unit.remark({ id, kind: 'question', text: each.question })
    const originator = (await as(seed.by, new Date(when.getTime() + 3 * hour))).warnings
    if (each.reply) await originator.reply({ id, remark: asked.id, text: each.reply, toAll: true })
  }
  for (const by of seed.ago > settledAfter ? diligent : []) {
    if (by === seed.by || seed.answers?.some(each => each.by === by)) continue
    const when = new Date(at.getTime() + answeredAfter[seed.content.urgency ?? 'routine'] * hour)
    const unit = (await as(by, when)).warnings
    // Whoever was not among the recipients does not find it.
    const found = await unit.read({ id }).catch(() => null)
    if (!found?.deliveries.some(({ ours, answer }) => ours && answer === null)) continue
    await unit.open({ id })
    await unit.answer({ id, answer: 'taken-note', text: '' })
  }
  for (const by of seed.opened ?? []) {
    const opener = await as(by, new Date(at.getTime() + 2 * hour))
    await opener.warnings.open({ id })
  }
}

/** Four eyes: the contact point validates what the deputy and the units write; the deputy what the contact point writes. */
const validatorFor = (author: string): string =>
  author === 'Vesna Kraljić-Dorn' ? 'Tomislav Brajša-Kell' : 'Vesna Kraljić-Dorn'

const numbered = (member: string, names: Names): string =>
  member.startsWith('unit:')
    ? `unit:${names.unit(member.slice(5))}`
    : member.startsWith('authority:')
      ? `authority:${names.authority(member.slice(10))}`
      : member
