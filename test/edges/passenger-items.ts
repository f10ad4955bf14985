import { readNow, samplePaxlst, samplePerson } from '#features/passengers/samples.ts'
import type { Desk } from '../carrier.ts'
import type { World } from '../world.ts'
import type { PurposeItem } from './alert-items.ts'

/** Of each operation that names one carrier, key, message, flight, passenger or decision of Riga: an officer of Greece who screens. */
export async function passengerItems(
  world: World,
  desk: Desk,
  never: string,
): Promise<Record<string, PurposeItem>> {
  await desk.send(samplePaxlst([samplePerson(1), samplePerson(2)], { control: 'EDGES1' }))
  const officer = await desk.officer()
  const idOf = async (table: string): Promise<string> =>
    (await world.owner.query<{ id: string }>(`select id from ${table} limit 1`)).rows[0]?.id ?? ''
  const passenger = await idOf('person.passenger')
  await officer.decide({
    id: passenger,
    says: 'selectee',
    reason: 'To be seen first.',
    seen: null,
    read: await readNow(officer, passenger),
  })
  const [carrier, key, message, flight, decision] = [
    desk.carrier.id,
    desk.carrier.keyId,
    await idOf('person.message'),
    await idOf('person.flight'),
    await idOf('person.decision'),
  ]
  const one = (id: string, body?: object): PurposeItem => [
    'despina-kalogirou-astel',
    [id],
    [never],
    body,
    'border-check',
  ]
  return {
    'passengers.changeCarrier': one(carrier, { name: 'Taken over', also: [], contact: '', codes: {} }),
    'passengers.issueKey': one(carrier, { label: 'Mine' }),
    'passengers.revokeKey': one(key),
    'passengers.message': one(message),
    'passengers.retry': one(message, {}),
    'passengers.discard': one(message, { reason: 'Not mine.' }),
    'passengers.process': one(message, {}),
    'passengers.follow': one(passenger, {}),
    'passengers.flight': one(flight),
    'passengers.passenger': one(passenger),
    'passengers.decide': one(passenger, {
      says: 'no-board',
      reason: 'Not mine to say.',
      seen: decision,
      read: 'any',
    }),
    'passengers.confirm': one(decision, { read: 'any' }),
  }
}
