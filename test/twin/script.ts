import { sampleContent, sampleHandling } from '#features/warnings/samples.ts'

/** One request of somebody who has no right to the hidden warning. */
export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: object
  /** Sent as a form with one file. */
  file?: string
  /** What personal data is asked for. */
  purpose?: string
}

/** What the script knows: the hidden warning's id (in the other world an id that never was), its words and its number. */
export interface Hint {
  id: string
  word: string
  number: string
}

const get = (path: string): Call => ({ method: 'GET', path })
const post = (path: string, body: object = {}): Call => ({ method: 'POST', path, body })

const draft = (word: string, more: object = {}) => ({
  content: sampleContent({ title: `What we heard of ${word}`, summary: `Asked about ${word}.`, ...more }),
  handling: sampleHandling(['all']),
})

/** Every kind of question that somebody can put to the network, with the hidden warning in mind. */
export const catalogue = ({ id, word, number }: Hint): Call[] => [
  // Lists, counts, pages, searches.
  get('/warnings'),
  get('/warnings?view=addressed'),
  get('/warnings?view=unanswered'),
  get('/warnings?view=ours'),
  get('/warnings?view=drafts'),
  get('/warnings?view=to-validate'),
  get('/warnings?state[]=IT'),
  get('/warnings?marking[]=SENSITIVE&marking[]=LIMITED'),
  get('/warnings?status[]=issued&status[]=withdrawn&status[]=superseded&status[]=draft'),
  get('/warnings?country[]=HRV&route[]=WBAL'),
  get('/warnings?citizenship[]=AFG&means[]=lorry'),
  get(`/warnings?search=${word}`),
  get(`/warnings?search=${word.slice(0, 4)}`),
  get(`/warnings?search=${number}`),
  get('/warnings?after=zzz'),
  get('/warnings/count'),
  get('/warnings/count?state[]=IT'),
  get('/warnings/count?marking[]=SENSITIVE'),
  get(`/warnings/count?search=${word}`),
  get(`/warnings/suggest?text=${word}`),
  get(`/warnings/suggest?text=${number.slice(0, 6)}`),
  get(`/warnings/suggest?text=${number}`),
  // The situation, work and what is one's own.
  get('/warnings/places'),
  get('/warnings/places?from=2026-01-01&to=2027-01-01'),
  get(`/warnings/places?search=${word}`),
  get('/situation/picture?from=2026-01&to=2026-12'),
  get('/situation/incidents?from=2026-01&to=2026-12'),
  get('/situation/detections?from=2026-01&to=2026-12'),
  get('/situation/editions'),
  get('/warnings/work'),
  get('/warnings/searches'),
  get('/warnings/subscriptions'),
  get('/warnings/form'),
  get('/me'),
  get('/me/preference'),
  get('/mandates'),
  get('/states'),
  get('/states/IT'),
  get('/contact-points'),
  get('/units?state=IT'),
  get('/officials?state=IT'),
  get('/officials?search=Serracchi'),
  get('/record'),
  get('/record?operation=warnings'),
  get(`/record?id=${id}`),
  get('/record?subject=warning&outcome=refused'),
  get('/record.csv'),
  // The hidden warning itself, by every address there is.
  get(`/warnings/${id}`),
  get(`/warnings/${id}/versions/1`),
  get(`/warnings/${id}/versions/2`),
  get(`/warnings/${id}/cap`),
  get(`/warnings/${id}/pdf`),
  get(`/warnings/${id}/attachments/${id}`),
  post(`/warnings/${id}/open`),
  post(`/warnings/${id}/answer`, { answer: 'acting', text: '' }),
  post(`/warnings/${id}/remarks`, { kind: 'question', text: 'Who is there?' }),
  post(`/warnings/${id}/remarks/${id}/reply`, { text: 'Nobody.' }),
  post(`/warnings/${id}/submit`, { revision: 1 }),
  post(`/warnings/${id}/validate`, { revision: 1 }),
  post(`/warnings/${id}/return`, { revision: 1, reason: 'Not clear.' }),
  post(`/warnings/${id}/issue`, { revision: 1 }),
  post(`/warnings/${id}/issue`, { revision: 2 }),
  post(`/warnings/${id}/revise`, { as: 'update' }),
  post(`/warnings/${id}/revise`, { as: 'successor' }),
  post(`/warnings/${id}/widen`, { add: ['all'] }),
  post(`/warnings/${id}/withdraw`, { reason: 'Not mine.' }),
  post(`/warnings/${id}/tell`, { version: 1 }),
  post(`/warnings/${id}/notify`, { version: 1 }),
  post(`/warnings/${id}/escalate`),
  { method: 'PUT', path: `/warnings/${id}/draft`, body: { revision: 1, ...draft(word) } },
  { method: 'DELETE', path: `/warnings/${id}/draft` },
  { method: 'DELETE', path: `/warnings/${id}/attachments/${id}` },
  { method: 'POST', path: `/warnings/${id}/attachments`, file: 'A note.' },
  // Something of one's own that points at it, or would clash with it.
  post('/warnings/drafts', draft(word)),
  post('/warnings/drafts', draft(word, { relations: [{ id, kind: 'same-event' }] })),
  post('/warnings/check', draft(word, { relations: [{ id, kind: 'follows' }] })),
  post('/warnings/audience', draft(word)),
  post('/warnings/searches', { name: `All of ${word}`, filter: { search: word } }),
  post('/warnings/subscriptions', { routes: ['WBAL'], countries: ['HRV'], citizenships: [], means: [] }),
  post('/warnings/digest'),
  { method: 'DELETE', path: `/warnings/searches/${id}` },
  { method: 'DELETE', path: `/warnings/subscriptions/${id}` },
]
