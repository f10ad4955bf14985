import { kept, keeps, oversees, seen as seenAlert } from './alerts.ts'
import { hitFrom } from './any-hits.ts'
import type { HitRow } from './hit-tables.ts'
import { type FeatureRules, isMeant, may, nobody, others, whoever } from './rules.ts'
import { inDays, type Me, type RandomWorld } from './world.ts'

/**
 * Those of the authority that screened, for the purpose it was raised for, who may read the alert; its bureau; the bureau of the
 * alert's owner once it knows; those who oversee the one State, or the other once it knows.
 */
function seesHit(me: Me, hit: HitRow, world: RandomWorld): boolean {
  const told = hit.told_at !== null
  if (oversees(me) && (hit.executing_state === me.state || (told && hit.owner_state === me.state)))
    return true
  if (!me.areas.has('alerts') || hit.marking > me.clearance) return false
  if (hit.owner_authority === me.authority && told && keeps(me)) return true
  if (hit.executing_authority !== me.authority) return false
  return (
    keeps(me) ||
    (me.purpose === hit.purpose && hit.purposes.includes(hit.purpose) && isMeant(world, me, hit.audience_id))
  )
}
const hitOf = (world: RandomWorld, id: string) => world['person.hit'].find(each => each.id === id)
const seen = (me: Me, world: RandomWorld, id: string): HitRow | undefined => {
  const hit = hitOf(world, id)
  return hit && seesHit(me, hit, world) ? hit : undefined
}
const withHit = whoever((me, row: { hit: string }, world) => seen(me, world, row.hit) !== undefined)
/** A person, who is not there to look after lawfulness. */
const handles = (me: Me) => !may(me, 'run') && !oversees(me)

const formOf = (me: Me, world: RandomWorld, id: string) =>
  world['person.form'].find(each => each.id === id && seen(me, world, each.hit))
const ofBureaux = whoever(
  (me, { form }: { form: string }, world) =>
    (keeps(me) || oversees(me)) && formOf(me, world, form) !== undefined,
)
const fresh = (kind: number, i: number) => `00000000-0000-4000-c0${kind}0-${String(i).padStart(12, '0')}`

export const hits = {
  'person.hit': {
    key: ['id'],
    sees: whoever(seesHit),
    adds: {
      tries: (asker, world) =>
        world['person.alert'].flatMap((alert, i) => {
          const here = { id: asker.self.authority, state: asker.self.state }
          const there = world['network.authority'].find(each => each.id !== here.id) ?? here
          const right = hitFrom(alert, here, asker.purpose ?? 'border-check', [fresh(1, i), fresh(2, i)])
          return [
            right,
            { ...right, executing_authority: there.id, executing_state: there.state },
            { ...right, purpose: 'protection-of-the-person' },
            { ...right, marking: (alert.marking + 1) % 3 },
            { ...right, purposes: ['border-check'] },
            { ...right, ends_at: inDays(300) },
            { ...right, state: 'closed', closed_because: 'known' },
            { ...right, told_at: inDays(0) },
            { ...right, version: 2 },
          ]
        }),
      may: whoever((me, row, world) => {
        const alert = seenAlert(me, world, row.alert)
        return (
          alert !== undefined &&
          row.executing_authority === me.authority &&
          row.executing_state === me.state &&
          row.purpose === me.purpose &&
          row.purposes.includes(row.purpose) &&
          row.state === 'open' &&
          row.told_at === null &&
          row.version === 1 &&
          row.marking === alert.marking &&
          row.purposes.join() === alert.purposes.join() &&
          row.ends_at === alert.expires_at
        )
      }),
    },
    changes: nobody,
    removes: nobody,
  },
  'person.hit_review': {
    key: ['id'],
    sees: withHit,
    adds: {
      tries: (asker, world) =>
        world['person.hit'].flatMap((hit, i) => {
          const right = {
            id: fresh(3, i),
            hit: hit.id,
            seen: hit.version,
            round: hit.round + (hit.state === 'decided' ? 1 : 0),
            place: hit.state === 'first' ? 'second' : 'first',
            official: asker.self.person,
            unit: asker.self.unit,
            verdict: 'not-the-same',
            reason: 'Reason',
            at: inDays(0),
          }
          return [
            right,
            { ...right, official: others(world, asker, 1)[0]?.id ?? 0 },
            { ...right, unit: world['network.unit'].find(({ id }) => id !== right.unit)?.id ?? 0 },
            { ...right, seen: hit.version + 1 },
            { ...right, round: right.round + 1 },
            { ...right, place: right.place === 'first' ? 'second' : 'first' },
          ]
        }),
      may: whoever((me, row, world) => {
        const hit = seen(me, world, row.hit)
        return (
          hit !== undefined &&
          handles(me) &&
          hit.executing_authority === me.authority &&
          row.official === me.person &&
          row.unit === me.unit &&
          row.seen === hit.version &&
          row.round === hit.round + (hit.state === 'decided' ? 1 : 0) &&
          row.place === (hit.state === 'first' ? 'second' : 'first') &&
          hit.state !== 'closed' &&
          hit.first_by !== me.person &&
          Date.parse(hit.ends_at) > Date.now()
        )
      }),
    },
    changes: nobody,
    removes: nobody,
  },
  'person.not_the_same': {
    key: ['id'],
    sees: withHit,
    adds: nobody,
    changes: {
      tries: (asker, world) => {
        const right = {
          withdrawn_by: asker.self.person,
          withdrawn_at: inDays(0),
          withdrawn_reason: 'No more',
        }
        return [
          right,
          { ...right, withdrawn_by: others(world, asker, 1)[0]?.id ?? 0 },
          { ...right, reason: 'Another' },
          { reason: 'Another' },
        ]
      },
      may: ({ me }, before, after) =>
        me !== null &&
        handles(me) &&
        before.withdrawn_at === null &&
        before.executing_authority === me.authority &&
        after.withdrawn_at !== null &&
        after.withdrawn_by === me.person &&
        after.reason === before.reason,
    },
    removes: nobody,
  },
  'person.misused': {
    key: ['alert', 'number'],
    sees: whoever((me, row, world) => seenAlert(me, world, row.alert) !== undefined),
    adds: {
      tries: (asker, world) =>
        world['person.identity']
          .filter(
            ({ alert, number }) =>
              !world['person.misused'].some(row => row.alert === alert && row.number === number),
          )
          .flatMap(({ alert, number }) =>
            [asker.self.person, others(world, asker, 1)[0]?.id ?? 0].map(kept_by => ({
              alert,
              number,
              question: 'Question',
              answer: 'Answer',
              consent: 'Consent',
              consent_on: '2026-01-01',
              kept_by,
              kept_at: inDays(0),
            })),
          ),
      may: whoever(
        (me, row, world) =>
          kept(me, world, row.alert) &&
          row.kept_by === me.person &&
          world['person.identity'].some(
            each => each.alert === row.alert && each.number === row.number && each.kind === 'misused',
          ),
      ),
    },
    changes: {
      tries: (asker, world) => [
        { answer: 'New', kept_by: asker.self.person },
        { answer: 'New', kept_by: others(world, asker, 1)[0]?.id ?? 0 },
      ],
      may: ({ me }, before, after, world) =>
        me !== null && kept(me, world, before.alert) && after.kept_by === me.person,
    },
    removes: whoever((me, row, world) => kept(me, world, row.alert)),
  },
  'person.form': {
    key: ['id'],
    sees: withHit,
    adds: {
      tries: (asker, world) =>
        world['person.hit'].flatMap((hit, i) => {
          const here = asker.self.authority
          const there = hit.executing_authority === here ? hit.owner_authority : hit.executing_authority
          const right = {
            id: fresh(4, i),
            hit: hit.id,
            kind: 'information-request',
            from_authority: here,
            to_authority: there,
            urgent: false,
            note: '',
            answers: null as string | null,
            sent_by: asker.self.person,
            sent_at: inDays(0),
            due_at: null,
            answered_at: null as string | null,
          }
          const asked = world['person.form'].find(form => form.hit === hit.id)
          return [
            right,
            { ...right, sent_by: others(world, asker, 1)[0]?.id ?? 0 },
            { ...right, from_authority: there, to_authority: here },
            { ...right, answered_at: inDays(0) },
            ...(asked ? [{ ...right, kind: 'reply', answers: asked.id }] : []),
          ].filter(row => row.from_authority !== row.to_authority)
        }),
      may: whoever((me, row, world) => {
        const hit = seen(me, world, row.hit)
        const [executing, owner] = [hit?.executing_authority, hit?.owner_authority]
        const asked = row.answers === null ? undefined : formOf(me, world, row.answers)
        return (
          hit !== undefined &&
          keeps(me) &&
          row.from_authority === me.authority &&
          row.sent_by === me.person &&
          row.answered_at === null &&
          ((executing === row.from_authority && owner === row.to_authority) ||
            (owner === row.from_authority && executing === row.to_authority)) &&
          (row.answers === null || (asked?.to_authority === me.authority && asked.answered_at === null))
        )
      }),
    },
    changes: nobody,
    removes: nobody,
  },
  'person.form_text': {
    key: ['form'],
    sees: ofBureaux,
    adds: {
      tries: (_asker, world) =>
        world['person.form']
          .filter(({ id }) => !world['person.form_text'].some(({ form }) => form === id))
          .map(({ id }) => ({ form: id, text: 'New' })),
      may: whoever((me, row, world) => {
        const form = formOf(me, world, row.form)
        return keeps(me) && form?.from_authority === me.authority && form.sent_by === me.person
      }),
    },
    changes: nobody,
    removes: nobody,
  },
  'person.form_file': {
    key: ['id'],
    sees: ofBureaux,
    adds: {
      tries: (_asker, world) =>
        world['person.form'].map(({ id }, i) => ({
          id: fresh(5, i),
          form: id,
          name: 'New',
          type: 'text/plain',
          size: 1,
          hash: '1'.repeat(64),
          key: '\\x00',
          at: inDays(0),
        })),
      may: whoever((me, row, world) => {
        const form = formOf(me, world, row.form)
        return keeps(me) && form?.from_authority === me.authority && form.answered_at === null
      }),
    },
    changes: nobody,
    removes: nobody,
  },
  'stat.hit_month': {
    key: ['state', 'kind', 'month'],
    sees: whoever(
      (me, row) => row.state === me.state && (me.areas.has('alerts') || me.areas.has('statistics')),
    ),
    adds: nobody,
    changes: nobody,
    removes: nobody,
  },
} satisfies FeatureRules
