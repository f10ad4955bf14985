// What a list brings anew, what it said the last time and what people wrote since, made one. What the list says anew is the list's; what
// a person added, set right or took out by hand stays until the list itself says something else of it.
import { z } from 'zod'
import { markings } from '#vocabulary/marking.ts'
import {
  equal,
  likeDocuments,
  likeIdentities,
  type Likeness,
  likeNames,
  likeObjects,
  paired,
} from './alike.ts'
import { AlertContent, AlertDocument, AlertGround, AlertObject, Identity, Particulars } from './content.ts'

/** `hand`: a person had written it before the list said so; it does not go when the list drops it. */
const byHand = { hand: z.boolean().default(false) }
const { action, legalBasis, flags, marking, endsOn } = AlertContent.shape
/** What a list said of an alert, as far as it spoke: what is empty it said nothing of. */
export const Said = z.object({
  action,
  legalBasis,
  flags,
  marking,
  endsOn,
  particulars: Particulars.nullable().default(null),
  identities: z.array(z.object({ part: Identity, ...byHand })).default([]),
  documents: z.array(z.object({ part: AlertDocument, ...byHand })).default([]),
  objects: z.array(z.object({ part: AlertObject, ...byHand })).default([]),
  ground: AlertGround.extend({ reason: z.string().default('') }).prefault({}),
})
export type Said = z.infer<typeof Said>

/** What a list says this time. */
export type Spoken = Omit<Said, 'identities' | 'documents' | 'objects'> &
  Pick<AlertContent, 'identities' | 'documents' | 'objects'>

/** What differs from the list, or gave way to it, by hand: how often, by field. */
type Tally = Partial<Record<keyof AlertContent, number>>
export interface Merged {
  content: AlertContent
  said: Said
  stays: Tally
  gives: Tally
}

type SaidPart<P> = { part: P; hand: boolean }
const silent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

/** Counts by field what stays and what gives way. */
interface Account {
  stays: Tally
  gives: Tally
}
const count = (tally: Tally, field: keyof AlertContent): void => {
  tally[field] = (tally[field] ?? 0) + 1
}

/** One value: the list's where it says something new, else as it stands. `was` undefined: the list has not spoken of it before. */
function value<V>(was: V | undefined, now: V, says: V, field: keyof AlertContent, account: Account): V {
  if (equal(now, says)) return now
  const untouched = was !== undefined && equal(now, was)
  if (untouched) return says
  if (silent(says) || (was !== undefined && equal(was, says))) {
    if (!silent(says)) count(account.stays, field)
    return now
  }
  if (!silent(now)) count(account.gives, field)
  return says
}

/** Parts of one kind: what the list adds comes, what it drops goes, and what a person wrote or took out stays so. */
function parts<P>(
  was: readonly SaidPart<P>[],
  now: readonly P[],
  says: readonly P[],
  like: Likeness<P>,
  one: (was: P | undefined, now: P, says: P) => { part: P; said: P },
  field: keyof AlertContent,
  account: Account,
): { parts: P[]; said: SaidPart<P>[] } {
  const before = was.map(each => each.part)
  const wasOf = paired(says, before, like)
  const nowOfWas = paired(before, now, like)
  const strangers = now.flatMap((_, i) => ([...nowOfWas.values()].includes(i) ? [] : [i]))
  const freshes = says.flatMap((_, i) => (wasOf.has(i) ? [] : [i]))
  const met = paired(
    freshes.map(i => says[i] as P),
    strangers.map(i => now[i] as P),
    like,
  )
  const out: P[] = []
  const said: SaidPart<P>[] = []
  const used = new Set<number>()
  for (const [i, part] of says.entries()) {
    const old = wasOf.get(i)
    const stranger = met.get(freshes.indexOf(i))
    const at =
      old === undefined ? (stranger === undefined ? undefined : strangers[stranger]) : nowOfWas.get(old)
    const entry = old === undefined ? undefined : was[old]
    if (at === undefined) {
      if (entry && equal(entry.part, part)) count(account.stays, field)
      else out.push(part)
      said.push({ part, hand: false })
    } else {
      used.add(at)
      const whole = one(entry?.part, now[at] as P, part)
      out.push(whole.part)
      said.push({ part: whole.said, hand: entry?.hand ?? true })
    }
  }
  for (const [at, part] of now.entries()) {
    if (used.has(at)) continue
    const old = [...nowOfWas].find(([, i]) => i === at)?.[0]
    const entry = old === undefined ? undefined : was[old]
    if (entry && !entry.hand && equal(entry.part, part)) continue
    out.splice(at, 0, part)
    // A victim's identity no list knows: that it stays goes without saying.
    if ((part as { kind?: unknown }).kind !== 'misused') count(account.stays, field)
  }
  // Nothing but their order would differ.
  const same = out.length === now.length && out.every(each => now.some(other => equal(each, other)))
  return { parts: same ? [...now] : out, said }
}

/** Values without fields of their own: names, nationalities, warnings. */
function values<V>(
  was: readonly V[],
  now: readonly V[],
  says: readonly V[],
  like: Likeness<V>,
  field: keyof AlertContent,
  account: Account,
): { values: V[]; said: V[] } {
  const done = parts(
    was.map(part => ({ part, hand: false })),
    now,
    says,
    like,
    (before, stands, given) => ({ part: value(before, stands, given, field, account), said: given }),
    field,
    account,
  )
  return { values: done.parts, said: done.said.flatMap(({ part, hand }) => (hand ? [] : [part])) }
}

/** The fields of a part, one by one. */
const fields =
  <P extends object>(field: keyof AlertContent, account: Account) =>
  (was: P | undefined, now: P, says: P): { part: P; said: P } => ({
    part: Object.fromEntries(
      (Object.keys(says) as (keyof P)[]).map(key => [
        key,
        value(was?.[key], now[key], says[key], field, account),
      ]),
    ) as P,
    said: says,
  })

const identity =
  (account: Account) =>
  (was: Identity | undefined, now: Identity, says: Identity): { part: Identity; said: Identity } => {
    const field = 'identities'
    const names = values(was?.names ?? [], now.names, says.names, likeNames, field, account)
    const nationalities = values(
      was?.nationalities ?? [],
      now.nationalities,
      says.nationalities,
      () => 0,
      field,
      account,
    )
    // A date, and whether it is estimated, are one.
    const dateOf = ({ birth, circa }: Identity) => (birth === null ? null : { birth, circa })
    const date = value(was && dateOf(was), dateOf(now), dateOf(says), field, account)
    const rest = fields<Identity>(field, account)(
      was && { ...was, ...noDate },
      { ...now, ...noDate },
      { ...says, ...noDate },
    )
    return {
      part: {
        ...rest.part,
        names: names.values,
        nationalities: nationalities.values,
        birth: date?.birth ?? null,
        circa: date?.circa ?? false,
      },
      said: { ...says, names: names.said, nationalities: nationalities.said },
    }
  }
/** What `identity` sees to itself. */
const noDate = { birth: null, circa: false, names: [], nationalities: [] }

/**
 * What an alert says once the list has come again.
 * @param was what the list said the last time; null: no list has spoken of this alert.
 * @param now what the alert says, as its owner left it.
 * @param says what the list says now; what is empty it does not speak of.
 */
export function merged(was: Said | null, now: AlertContent, says: Spoken): Merged {
  const account: Account = { stays: {}, gives: {} }
  const identities = parts(
    was?.identities ?? [],
    now.identities,
    says.identities,
    likeIdentities,
    identity(account),
    'identities',
    account,
  )
  const documents = parts(
    was?.documents ?? [],
    now.documents,
    says.documents,
    likeDocuments,
    fields('documents', account),
    'documents',
    account,
  )
  const objects = parts(
    was?.objects ?? [],
    now.objects,
    says.objects,
    likeObjects,
    fields('objects', account),
    'objects',
    account,
  )
  /** What the list does not speak of, or speaks of no more, stays. */
  const single = <V>(field: keyof AlertContent, before: V | undefined, stands: V, given: V): V =>
    silent(given) ? stands : value(silent(before) ? undefined : before, stands, given, field, account)
  const flagged = values(was?.flags ?? [], now.flags, says.flags, () => 0, 'flags', account)
  const particulars = says.particulars
    ? fields<Particulars>('particulars', account)(
        was?.particulars ?? undefined,
        now.particulars,
        says.particulars,
      ).part
    : now.particulars
  const ground = Object.fromEntries(
    (Object.keys(now.ground) as (keyof AlertGround)[]).map(key => [
      key,
      single('ground', was?.ground[key], now.ground[key], says.ground[key]),
    ]),
  ) as AlertGround
  const content: AlertContent = {
    action: single('action', was?.action, now.action, says.action),
    legalBasis: single('legalBasis', was?.legalBasis, now.legalBasis, says.legalBasis),
    flags: says.flags.length === 0 ? now.flags : flagged.values.toSorted(),
    marking: markingOf(was?.marking ?? null, now.marking, says.marking),
    particulars,
    endsOn: single('endsOn', was?.endsOn, now.endsOn, says.endsOn),
    identities: identities.parts,
    documents: documents.parts,
    objects: objects.parts,
    ground,
  }
  return {
    content,
    said: {
      ...says,
      flags: flagged.said,
      identities: identities.said,
      documents: documents.said,
      objects: objects.said,
    },
    stays: account.stays,
    gives: account.gives,
  }
}

/** A marking that a person has raised is not lowered by a list. */
function markingOf(
  was: AlertContent['marking'],
  now: AlertContent['marking'],
  says: AlertContent['marking'],
): AlertContent['marking'] {
  if (says === null || says === was) return now
  const level = (one: AlertContent['marking']) => (one === null ? -1 : markings.indexOf(one))
  return now !== was && level(now) > level(says) ? now : says
}

/** What the list said of an alert that it was the first to speak of. */
export const firstSaid = (says: Spoken): Said => {
  const its = <P>(part: P) => ({ part, hand: false })
  return {
    ...says,
    identities: says.identities.map(its),
    documents: says.documents.map(its),
    objects: says.objects.map(its),
  }
}

/** The same, said once more. */
export const again = (was: Said): Spoken => ({
  ...was,
  identities: was.identities.map(({ part }) => part),
  documents: was.documents.map(({ part }) => part),
  objects: was.objects.map(({ part }) => part),
})
