import type { Client } from '#app/network.ts'
import type { AlertContent } from '#features/alerts/content.ts'
import type { Kind } from '#features/alerts/kinds.ts'
import type { ListTerms } from '#features/alerts/model.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import type { World } from './world.ts'
import { aPassenger } from '#features/hits/samples.ts'

/** Invented people, unlike each other: one for each alert. */
const families =
  'Aldebrandsen Brzozkowicz Chkhikvadzeli Dubrovnikar Eskilsdotter Fjallgrimur Gwynethallt Hovhannisyants Ioannopoulidis Jakubcinskas Kwabenamensah Lorencovsky Mbarushimana Nguemadjoula Oyelaranade Petrosvanidze'.split(
    ' ',
  )
type More = Parameters<typeof sampleContent>[0]

/**
 * What tests about the life of hits stand on: alerts, each on a list of its own and about somebody of their own, passengers who are like
 * the one drawn last, and what became of them. For tests alone.
 */
export function alertsOfTheirOwn(world: World) {
  const as = (persona: string, purpose?: Purpose): Promise<Client> => world.as(persona, { purpose })
  const greece = () => as('despina-kalogirou-astel', 'alert-keeping')
  const border = () => as('kristaps-vitolnieks-hale', 'border-check')
  let drawn = 0
  /** An alert on a list of its own. */
  async function anAlert(
    kind: Kind = 'return-decision',
    terms: Partial<ListTerms> = {},
    more: () => More = () => ({}),
  ) {
    drawn += 1
    const keeper = await greece()
    const { id: list } = await keeper.alerts.enterList({
      ...sampleTerms(kind, { name: `Life ${drawn}` }),
      ...terms,
    })
    const content = sampleContent({ identities: [person()], ...more() })
    return { list, content, ...(await keeper.alerts.enter({ list, content })) }
  }
  const family = () => families[(drawn - 1) % families.length] ?? ''
  const birth = () => `19${50 + drawn * 2}-0${1 + (drawn % 9)}-${10 + drawn}`
  const person = (): AlertContent['identities'][number] => ({
    ...(sampleContent().identities[0] as AlertContent['identities'][number]),
    names: [{ kind: 'primary', family: family(), given: 'Farrokh', full: '', script: null }],
    birth: birth(),
  })
  const passenger = (more = {}) =>
    aPassenger({
      family: family().toUpperCase(),
      birth: birth(),
      documents: [{ type: 'P', number: `LF${drawn}00`, issuer: 'IRN' }],
      ...more,
    })
  const theHit = async (alert: string, ref?: string) =>
    (
      await world.owner.query<{ id: string; state: string; closed_because: string | null; version: number }>(
        `select id, state, closed_because, version from person.hit where alert = $1 and ($2::uuid is null or subject_ref = $2) order by raised_at desc, id limit 1`,
        [alert, ref ?? null],
      )
    ).rows[0]
  const countOf = async (alert: string): Promise<number> =>
    (await world.owner.query('select from person.hit where alert = $1', [alert])).rowCount ?? 0
  return { as, greece, border, anAlert, person, passenger, family, birth, theHit, countOf }
}

export const byText = (a: readonly unknown[], b: readonly unknown[]) => (String(a) < String(b) ? -1 : 1)
