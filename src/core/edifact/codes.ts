/**
 * Codes of PAXLST and CUSRES, as data. Source: the WCO/IATA/ICAO guides (PAXLST, Appendix IIA, 2015–2016; CUSRES,
 * Appendix IIB, 2013) and what carriers are seen to send. A code that is missing here is kept and reported, never
 * refused; adding one is a line here.
 */

/** BGM 1001 of PAXLST. */
export const listKinds: Readonly<Record<string, string>> = {
  '745': 'passengers',
  '250': 'crew',
  '266': 'change of flight status',
  '336': 'master crew list',
}

/** BGM 1004 of PAXLST: what the message does. */
export const functions: Readonly<Record<string, string>> = {
  CP: 'change of passenger data',
  XR: 'cancellation of a reservation',
  RP: 'reduction in party',
  CL: 'flight close-out',
  CLNB: 'flight close-out, passengers not on board',
  CLOB: 'flight close-out, passengers on board',
  XF: 'cancellation of the flight',
  CF: 'change of flight',
  // Crew lists carry single letters whose meaning each State's guide gives.
  C: 'crew list (C)',
  G: 'crew list (G)',
  I: 'crew list (I)',
}

/** RFF 1153. `AVF`, `ABO` and `SEA` are read; the rest is known and not used. */
export const references: Readonly<Record<string, string>> = {
  TN: 'transaction',
  AVF: 'PNR record locator',
  ABO: 'the carrier’s reference of the person',
  SEA: 'seat',
  AEA: 'reference given by an agency',
  CR: 'customer',
  AF: 'flight',
  YZY: 'electronic ticket (seen in the field)',
}

/** NAD 3035: whom a name segment is about. */
export const parties: Readonly<Record<string, string>> = {
  FL: 'passenger',
  FM: 'crew member',
  DDU: 'passenger in transit',
  DDT: 'crew member in transit',
  VW: 'driver',
}

/** LOC 3227, by where it stands. */
export const flightPlaces: Readonly<Record<string, string>> = {
  '125': 'departure',
  '87': 'first arrival',
  '92': 'place on the route',
  '130': 'final destination',
  '188': 'filing',
  '172': 'reporting',
}
export const personPlaces: Readonly<Record<string, string>> = {
  '22': 'clearance',
  '174': 'residence',
  '178': 'embarkation',
  '179': 'debarkation',
  '180': 'birth',
}

/** DOC 1001 of PAXLST. */
export const documentTypes: Readonly<Record<string, string>> = {
  P: 'passport',
  V: 'visa',
  I: 'identity card',
  A: 'identity card',
  C: 'identity card',
  AC: 'crew member certificate',
  IP: 'passport card',
  IN: 'identity card (NEXUS or national)',
  IS: 'identity card (SENTRI or national)',
  F: 'approved document other than a passport',
  M: 'military identification',
  T: 're-entry or refugee travel document',
  L: 'pilot licence',
}

/** BGM 1001 of CUSRES. */
export const answerKinds: Readonly<Record<string, string>> = {
  '962': 'response',
  '132': 'unsolicited change of a decision',
  '312': 'acknowledgement by the carrier',
}

/** What a status tells the carrier: this person may board, may not, or nothing this table knows. */
export type Decision = 'board' | 'no-board' | 'received' | 'unknown'

/**
 * ERC 9321. Only what was seen in messages stands here (`0Z`, `1Z`, `118`). Other statuses exist in national guides;
 * they are added from the guide of the State concerned, not guessed: a status nobody knows must be read by a person.
 */
export const statuses: Readonly<Record<string, { decision: Decision; meaning: string }>> = {
  '0Z': { decision: 'board', meaning: 'may board' },
  '1Z': { decision: 'no-board', meaning: 'may not board' },
  '118': { decision: 'received', meaning: 'message received' },
}

/** Releases these readers were made for; others are read the same way and reported. */
export const releases: Readonly<Record<string, RegExp>> = {
  PAXLST: /^D\.(0[2-9]|1[0-5])[AB]$/,
  CUSRES: /^D\.(0[2-9]|1[0-5])[AB]$/,
  PNRGOV: /^1[1-6]\.[0-9]$/,
}
