import type { ContractRouterClient } from '@orpc/contract'
import type { alerts } from './api.ts'
import { AlertContent } from './content.ts'
import { seedAlerts, seedLists } from './seed-data.ts'

/** What the seed calls: every operation of alerts in the name of an official who keeps them, as if it were that moment. */
export type AlertsAs = (
  official: string,
  at: Date,
) => Promise<ContractRouterClient<{ alerts: typeof alerts }>>

const day = 86_400_000

/** Fills the network with the lists of two States and the alerts on them, through the same operations that officers use. */
export async function seedAlertsInto(as: AlertsAs, now: Date): Promise<void> {
  const lists = new Map<string, { id: string; by: string }>()
  for (const { key, by, terms } of seedLists) {
    const keeper = await as(by, new Date(now.getTime() - 1100 * day))
    lists.set(key, { id: (await keeper.alerts.enterList(terms)).id, by })
  }
  const entered = new Map<string, string>()
  for (const each of seedAlerts.toSorted((a, b) => b.ago - a.ago)) {
    const list = lists.get(each.list)
    if (!list) throw new Error(`The seed knows no list ${each.list}.`)
    const at = new Date(now.getTime() - each.ago * day)
    const keeper = await as(list.by, at)
    const endsOn =
      each.endsIn === undefined
        ? null
        : new Date(now.getTime() + each.endsIn * day).toISOString().slice(0, 10)
    const { id } = await keeper.alerts.enter({
      list: list.id,
      content: AlertContent.parse({ ...each.content, endsOn: endsOn ?? each.content.endsOn ?? null }),
    })
    if (each.key) entered.set(each.key, id)
    const other = each.linked && entered.get(each.linked.to)
    if (each.linked && other) await keeper.alerts.link({ id, other, kind: each.linked.kind })
  }
}
