import type { AlertDocument, AlertObject, Name } from '../content.ts'

/** `Qasemzadeh, Farrokh`: the family name first, as lists are sorted and documents are written. */
export const nameText = ({ family, given, full }: Pick<Name, 'family' | 'given' | 'full'>): string =>
  full || [family, given].filter(Boolean).join(', ')

/** `AB123456`, or `AB100000 – AB100499` for a range. */
export const documentText = ({ number, to }: Pick<AlertDocument, 'number' | 'to'>): string =>
  to === null ? number : `${number} – ${to}`

/** What one would look for on a vehicle or vessel, the most telling first. */
export const objectText = (object: AlertObject): string =>
  [
    object.plate,
    object.name,
    object.make,
    object.model,
    object.colour,
    object.vin && `VIN ${object.vin}`,
    object.imo && `IMO ${object.imo}`,
    object.mmsi && `MMSI ${object.mmsi}`,
    object.callSign,
  ]
    .filter(Boolean)
    .join(' · ')
