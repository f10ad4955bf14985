import { documentNumber } from '#core/match/records.ts'
import { parseName } from '#core/names/parts.ts'
import { foldedWords } from '#features/warnings/words.ts'
import type { Tx } from '#kit/db.ts'
import { sql } from '#kit/sql.ts'
import type { Terms } from './check.ts'
import {
  type AlertContent,
  type AlertDocument,
  type AlertObject,
  type Identity,
  keysOf,
  type Name,
} from './content.ts'
import { higher } from './rows.ts'
import { scriptOfName } from './script.ts'

/** An alert's content with what it takes from its list filled in, so that two of them can be compared. */
export function completed(content: AlertContent, terms: Terms): AlertContent {
  return {
    ...content,
    action: content.action ?? terms.action,
    legalBasis: content.legalBasis || terms.legalBasis,
    marking: higher(content.marking ?? terms.marking, terms.marking),
    flags: content.flags.toSorted(),
    identities: content.identities.map(identity => ({
      ...identity,
      names: identity.names.map(name => ({ ...name, script: scriptOfName(shownName(name)) })),
    })),
  }
}

export const shownName = ({ full, family, given }: Pick<Name, 'full' | 'family' | 'given'>): string =>
  full || [family, given].filter(Boolean).join(', ')

/** The words a name is found by: as written, without accents, and in Latin letters. */
export const wordsOfName = (name: Pick<Name, 'full' | 'family' | 'given'>): string[] => {
  const text = `${name.full} ${name.family} ${name.given}`
  return [
    ...new Set(
      [...foldedWords(text), ...parseName(name).flatMap(part => foldedWords(part.latin))].slice(0, 60),
    ),
  ]
}

/** Which parts of what an alert says differ. */
export const changedFields = (before: AlertContent, after: AlertContent): string[] =>
  (Object.keys(after) as (keyof AlertContent)[]).filter(
    field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )

const identityRow = (alert: string) => (identity: Identity, i: number) => ({
  alert,
  number: i + 1,
  kind: identity.kind,
  names: identity.names,
  birth: identity.birth,
  birth_circa: identity.circa,
  birth_place: identity.birthPlace || null,
  birth_country: identity.birthCountry,
  sex: identity.sex,
  nationalities: identity.nationalities,
  description: identity.description || null,
  words: [...new Set(identity.names.flatMap(wordsOfName))],
})
const documentRow = (alert: string) => (document: AlertDocument, i: number) => ({
  alert,
  number: i + 1,
  type: document.type,
  written: document.number,
  written_to: document.to,
  number_from: documentNumber(document.number),
  number_to: documentNumber(document.to ?? document.number),
  issuer: document.issuer,
  status: document.status,
  issued_on: document.issuedOn,
  expires_on: document.expiresOn,
})
const objectRow = (alert: string) => (object: AlertObject, i: number) => ({
  alert,
  number: i + 1,
  type: object.type,
  plate: object.plate || null,
  country: object.country,
  vin: object.vin || null,
  make: object.make || null,
  model: object.model || null,
  colour: object.colour || null,
  name: object.name || null,
  imo: object.imo,
  mmsi: object.mmsi,
  call_sign: object.callSign || null,
  keys: keysOf(object),
})

type Parts = Pick<AlertContent, 'identities' | 'documents' | 'objects' | 'ground'>

/**
 * Writes identities, documents, objects and grounds of alerts: what is new is added, what differs changed, what is no longer
 * there removed. A row that stays as it was is not touched, so that nothing is screened anew because of it.
 */
export async function writeParts(tx: Tx, alerts: readonly { id: string; content: Parts }[]): Promise<void> {
  const identities = alerts.flatMap(({ id, content }) => content.identities.map(identityRow(id)))
  const documents = alerts.flatMap(({ id, content }) => content.documents.map(documentRow(id)))
  const objects = alerts.flatMap(({ id, content }) => content.objects.map(objectRow(id)))
  const grounds = alerts.map(({ id, content }) => ({ alert: id, ...content.ground }))
  const counts = alerts.map(({ id, content }) => ({
    id,
    identities: content.identities.length,
    documents: content.documents.length,
    objects: content.objects.length,
  }))
  if (identities.length > 0)
    await tx.run(sql`
      insert into person.identity as x (alert, number, kind, names, birth, birth_circa, birth_place, birth_country, sex,
        nationalities, description, words)
      select alert, number, kind, names, birth, birth_circa, birth_place, birth_country, sex, nationalities, description,
        array_to_tsvector(words)
      from jsonb_to_recordset(${{ json: identities }}::jsonb) as r (alert uuid, number smallint, kind text, names jsonb, birth text,
        birth_circa boolean, birth_place text, birth_country text, sex text, nationalities text[], description text, words text[])
      on conflict (alert, number) do update set kind = excluded.kind, names = excluded.names, birth = excluded.birth,
        birth_circa = excluded.birth_circa, birth_place = excluded.birth_place, birth_country = excluded.birth_country,
        sex = excluded.sex, nationalities = excluded.nationalities, description = excluded.description, words = excluded.words
      where (x.kind, x.names, x.birth, x.birth_circa, x.birth_place, x.birth_country, x.sex, x.nationalities, x.description)
        is distinct from (excluded.kind, excluded.names, excluded.birth, excluded.birth_circa, excluded.birth_place,
          excluded.birth_country, excluded.sex, excluded.nationalities, excluded.description)`)
  if (documents.length > 0)
    await tx.run(sql`
      insert into person.alert_document as x (alert, number, type, written, written_to, number_from, number_to, issuer, status,
        issued_on, expires_on)
      select alert, number, type, written, written_to, number_from, number_to, issuer, status, issued_on, expires_on
      from jsonb_to_recordset(${{ json: documents }}::jsonb) as r (alert uuid, number smallint, type text, written text,
        written_to text, number_from text, number_to text, issuer text, status text, issued_on date, expires_on date)
      on conflict (alert, number) do update set type = excluded.type, written = excluded.written, written_to = excluded.written_to,
        number_from = excluded.number_from, number_to = excluded.number_to, issuer = excluded.issuer, status = excluded.status,
        issued_on = excluded.issued_on, expires_on = excluded.expires_on
      where (x.type, x.written, x.written_to, x.issuer, x.status, x.issued_on, x.expires_on) is distinct from (excluded.type,
        excluded.written, excluded.written_to, excluded.issuer, excluded.status, excluded.issued_on, excluded.expires_on)`)
  if (objects.length > 0)
    await tx.run(sql`
      insert into person.alert_object as x (alert, number, type, plate, country, vin, make, model, colour, name, imo, mmsi,
        call_sign, keys)
      select alert, number, type, plate, country, vin, make, model, colour, name, imo, mmsi, call_sign, keys
      from jsonb_to_recordset(${{ json: objects }}::jsonb) as r (alert uuid, number smallint, type text, plate text, country text,
        vin text, make text, model text, colour text, name text, imo text, mmsi text, call_sign text, keys text[])
      on conflict (alert, number) do update set type = excluded.type, plate = excluded.plate, country = excluded.country,
        vin = excluded.vin, make = excluded.make, model = excluded.model, colour = excluded.colour, name = excluded.name,
        imo = excluded.imo, mmsi = excluded.mmsi, call_sign = excluded.call_sign, keys = excluded.keys
      where (x.type, x.plate, x.country, x.vin, x.make, x.model, x.colour, x.name, x.imo, x.mmsi, x.call_sign) is distinct from
        (excluded.type, excluded.plate, excluded.country, excluded.vin, excluded.make, excluded.model, excluded.colour,
          excluded.name, excluded.imo, excluded.mmsi, excluded.call_sign)`)
  // After what is new: what hangs on an identity that has moved moves with it before its old place goes.
  for (const [table, count] of [
    [sql`person.identity`, sql`identities`],
    [sql`person.alert_document`, sql`documents`],
    [sql`person.alert_object`, sql`objects`],
  ] as const)
    await tx.run(sql`
      delete from ${table} x using jsonb_to_recordset(${{ json: counts }}::jsonb)
        as c (id uuid, identities integer, documents integer, objects integer)
      where x.alert = c.id and x.number > c.${count}`)
  await tx.run(sql`
    insert into person.alert_ground as x (alert, reason, decision, evidence, offence, note)
    select alert, reason, decision, evidence, offence, note
    from jsonb_to_recordset(${{ json: grounds }}::jsonb)
      as r (alert uuid, reason text, decision text, evidence text, offence text, note text)
    on conflict (alert) do update set reason = excluded.reason, decision = excluded.decision, evidence = excluded.evidence,
      offence = excluded.offence, note = excluded.note
    where (x.reason, x.decision, x.evidence, x.offence, x.note)
      is distinct from (excluded.reason, excluded.decision, excluded.evidence, excluded.offence, excluded.note)`)
}
