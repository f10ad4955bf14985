import type { Call } from './script.ts'

/** What the script knows: ids of what is hidden (in the other world ids that never were), and what it says. */
export interface PassengerHint {
  carrier: string
  key: string
  message: string
  flight: string
  passenger: string
  decision: string
  hit: string
  form: string
  /** Of the alert that the hidden passenger is like; both worlds have it. */
  alert: string
  family: string
  number: string
}

/** Every kind of question that somebody can put to hits and passengers, with the hidden flight in mind. */
export function passengerCatalogue(hint: PassengerHint, purpose: string): Call[] {
  const { carrier, key, message, flight, passenger, decision, hit, form, alert, family, number } = hint
  const person = { family, given: 'Kallistos', birth: '1971-01-30' }
  const get = (path: string): Call => ({ method: 'GET', path, purpose })
  const post = (path: string, body: object = {}): Call => ({ method: 'POST', path, body, purpose })
  const reason = 'Because it was asked.'
  const sent = { number, from: 'IST', to: 'RIX', departs: '2026-12-01T09:40', arrives: '2026-12-01T11:40' }
  return [
    get('/passengers/carriers'),
    get('/passengers/flights'),
    get('/passengers/flights?carrier=ZZ'),
    get('/passengers/flights?state=received'),
    get(`/passengers/flights/${flight}`),
    get(`/passengers/people/${passenger}`),
    get('/passengers/queue'),
    get('/passengers/queue?all=true'),
    get('/passengers/waiting'),
    get('/passengers/messages'),
    get('/passengers/messages?state=quarantined'),
    get(`/passengers/messages?flight=${flight}`),
    get('/passengers/messages?carrier=ZZ'),
    get(`/passengers/messages/${message}`),
    get('/passengers/answers'),
    get(`/passengers/answers?flight=${flight}`),
    get('/passengers/answers?open=true'),
    get('/passengers/quality'),
    get('/passengers/counts'),
    get('/passengers/overseen'),
    post('/passengers/requested', person),
    post(`/passengers/messages/${message}/retry`),
    post(`/passengers/messages/${message}/discard`, { reason }),
    post(`/passengers/messages/${message}/process`),
    post('/passengers/messages/summon'),
    post(`/passengers/people/${passenger}/follow`),
    post(`/passengers/people/${passenger}/decide`, { says: 'no-board', reason, seen: null, read: 'any' }),
    post(`/passengers/people/${passenger}/decide`, { says: 'board', seen: decision, read: 'any' }),
    post(`/passengers/decisions/${decision}/confirm`, { read: 'any' }),
    post('/passengers/flights', { carrier, flights: [sent] }),
    post('/passengers/by-hand', { carrier, flight: sent, people: [] }),
    post(`/passengers/carriers/${carrier}/keys`, { label: 'Mine' }),
    { method: 'PUT', path: `/passengers/carriers/${carrier}`, body: { name: 'Taken over' }, purpose },
    { method: 'DELETE', path: `/passengers/keys/${key}`, purpose },
    post('/passengers/rescreen'),
    post('/passengers/forget'),
    post('/passengers/taken', { carrier: 'ZZ', channel: 'mail', content: 'VU5B' }),
    post('/carrier/answers'),
    get('/hits'),
    get('/hits?view=all'),
    get(`/hits?view=all&subjects[]=${passenger}`),
    get('/hits/count'),
    get('/hits/count?view=all'),
    get('/hits/waiting'),
    get(`/hits/${hit}`),
    get(`/hits/${hit}/forms`),
    post(`/hits/${hit}/review`, { version: 1, verdict: 'same', reason }),
    post(`/hits/${hit}/review`, { version: 2, verdict: 'not-the-same', reason }),
    post(`/hits/${hit}/forms`, { kind: 'information-request', text: 'Who is it?' }),
    post(`/hits/forms/${form}/reply`, { text: 'Nobody.' }),
    get('/hits/forms/owed'),
    get(`/hits/forms/${form}/files/${form}`),
    get('/hits/known'),
    post(`/hits/known/${hit}/withdraw`, { reason }),
    get(`/hits/misused/${alert}`),
    // Somebody like the hidden passenger, found by asking: what another authority knows of them plays no part.
    post('/hits', { alert, question: { person, documents: [] } }),
    get('/hits?view=all'),
    get('/hits/statistics'),
    get(`/record?id=${passenger}`),
    get(`/record?id=${hit}`),
    get('/record?operation=passengers'),
    get('/me'),
  ]
}
