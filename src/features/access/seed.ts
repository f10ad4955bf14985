import type { ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import type { directory } from '#features/directory/api.ts'
import type { Ground } from '#kit/ground.ts'
import { sql } from '#kit/sql.ts'
import type { access } from './api.ts'
import { type Person, type Place, takingPart, work } from './seed-data.ts'

/** What the seed calls, in the name of a mandate. */
export type Client = ContractRouterClient<{ directory: typeof directory; access: typeof access }>
export type As = (mandate: number) => Promise<Client>

const year = 365 * 24 * 3600 * 1000

/** Seeds States, units, officials and their mandates, each granted by whoever may grant it. */
export async function seedAccess(ground: Ground, as: As): Promise<void> {
  const founded = await ground.db.as(null, tx =>
    tx.row(
      z.object({ id: z.int() }),
      sql`select network.found('European Commission', 'Network administration', 'Bertil Oksanen-Grey', 'Administrator', null) as id`,
    ),
  )
  const administrator = await as(founded.id)
  for (const [code, kind, validates, places] of takingPart) {
    if (code !== 'EU') await administrator.directory.admit({ code, kind, validates })
    const people = await enterPeople(administrator, code, places)
    await grantAll(administrator, as, code, people)
  }
  await grantSecond(administrator, as)
}

type Entered = { id: number; unit: number; person: Person }

async function enterPeople(administrator: Client, state: string, places: Place[]): Promise<Entered[]> {
  const authorities = new Map<string, number>()
  for (const each of await administrator.directory.authorities({ state })) authorities.set(each.name, each.id)
  const entered: Entered[] = []
  for (const [authority, name, kind, postedIn, officials] of places) {
    const held =
      authorities.get(authority) ??
      (await administrator.directory.enterAuthority({ state, name: authority })).id
    authorities.set(authority, held)
    const unit = await administrator.directory.enterUnit({
      authority: held,
      name,
      kind,
      postedIn,
      ...(kind === 'contact-point' || kind === 'agency' ? reach(state) : {}),
    })
    for (const person of officials) {
      const email = `${person[0]
        .normalize('NFD')
        .replace(/[^A-Za-z ]/g, '')
        .toLowerCase()
        .replaceAll(' ', '.')}@${state.toLowerCase()}.example`
      const official = await administrator.directory.enterOfficial({
        unit: unit.id,
        name: person[0],
        title: person[1],
        email: person[2].includes('run') ? null : email,
        phone: person[2].includes('run') ? null : phone(state),
        languages: person[2].includes('run')
          ? []
          : [...(languages[state] ?? []), 'en', ...spokenAbroad(postedIn)],
      })
      entered.push({ id: official.id, unit: unit.id, person })
    }
  }
  return entered
}

/** The administrator grants the contact point's mandate (and those of Union bodies); the contact point grants the rest. */
async function grantAll(administrator: Client, as: As, state: string, people: Entered[]): Promise<void> {
  const validUntil = new Date(Date.now() + year).toISOString()
  const mandate = ({ id, person: [, , competences, clearance, areas = work] }: Entered) => ({
    official: id,
    competences,
    areas,
    clearance,
    validUntil,
    reason: 'Demonstration',
  })
  const [first, second, ...others] = people
  if (state === 'EU' || !first) {
    for (const each of people) await administrator.access.grant(mandate(each))
    return
  }
  const granted = await administrator.access.grant(mandate(first))
  await administrator.directory.designate({
    state,
    unit: first.unit,
    official: first.id,
    deputy: second?.id ?? null,
  })
  const head = await as(granted.id)
  if (second) await planWeeks(head, first.unit, first.id, second.id, state)
  for (const each of second ? [second, ...others] : others)
    await (each.person[2].includes('run') ? administrator : head).access.grant(mandate(each))
}

const day = 24 * 3600 * 1000

/** Contact point and deputy answer for a week each; in every second State the deputy has the duty at this moment. */
async function planWeeks(head: Client, unit: number, first: number, second: number, state: string) {
  const start = new Date().setUTCHours(0, 0, 0, 0) - 2 * day
  const order = ['IT', 'LV', 'FR', 'NO'].includes(state) ? [second, first] : [first, second]
  for (const [week, official] of order.entries())
    await head.directory.planDuty({
      unit,
      official,
      startsAt: new Date(start + week * 7 * day).toISOString(),
      endsAt: new Date(start + (week + 1) * 7 * day).toISOString(),
    })
}

const languages: Record<string, string[]> = {
  GR: ['el'],
  IT: ['it'],
  HR: ['hr'],
  LV: ['lv', 'ru'],
  DE: ['de'],
  FR: ['fr'],
  ES: ['es'],
  NO: ['nb'],
  EU: ['fr'],
}

const spokenAbroad = (country: string | null): string[] =>
  ({ TN: ['ar'], TR: ['tr'], SN: ['wo'], BA: ['bs'] })[country ?? ''] ?? []

/** How contact points and agencies are reached at any hour. */
const reach = (state: string) => ({
  mailbox: `contact-point@${state.toLowerCase()}.example`,
  dutyPhone: phone(state),
  dutyHours: 'At all hours',
})

let dialled = 0
/**
 * A telephone number that reaches nobody: from the ranges that the French and German regulators keep for fiction (ARCEP decision
 * 2018-0881, BNetzA notice 148/2021), elsewhere behind the country code 999, which no country has (ITU-T E.164).
 */
function phone(state: string): string {
  dialled += 1
  const two = String(dialled % 100).padStart(2, '0')
  if (state === 'FR') return `+33 1 99 00 10 ${two}`
  if (state === 'DE') return `+49 30 23125 0${two}`
  return `+999 555 01${two}`
}

/** One official holds two mandates, so that the demonstration shows how to switch between them. */
async function grantSecond(administrator: Client, as: As): Promise<void> {
  const [head] = (await administrator.access.mandates({})).filter(each => each.name === 'Sigrid Havnevik-Ode')
  if (!head) return
  const norway = await as(head.id)
  const [deputyOf] = await norway.directory.officials({ search: 'Lofthus-Tarn' })
  if (!deputyOf) return
  await norway.access.grant({
    official: deputyOf.id,
    competences: ['read', 'analyse'],
    areas: ['statistics'],
    clearance: 'PUBLIC',
    validUntil: new Date(Date.now() + year / 2).toISOString(),
    reason: 'Stands in for the statistics office',
  })
}
