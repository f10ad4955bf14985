import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import type { Call } from './script.ts'

/** What the script knows: the ids of the hidden alert and its list (in the other world ids that never were), and what it says. */
export interface AlertHint {
  id: string
  list: string
  family: string
  number: string
  /** A list and an alert of the asker's own, where they keep one. */
  own: { list: string; id: string }
}

/** Every kind of question that somebody can put to the alert lists, with the hidden alert in mind. */
export function alertCatalogue({ id, list, family, number, own }: AlertHint, purpose: string): Call[] {
  const content = sampleContent({
    identities: [{ names: [{ family, given: 'Kallistos' }], birth: '1971-01-30' }],
    documents: [{ number }],
  })
  const { ground: _ground, ...checked } = content
  const { kind: _kind, ...terms } = sampleTerms('return-decision')
  const get = (path: string): Call => ({ method: 'GET', path, purpose })
  const post = (path: string, body: object = {}): Call => ({ method: 'POST', path, body, purpose })
  const put = (path: string, body: object): Call => ({ method: 'PUT', path, body, purpose })
  return [
    { method: 'GET', path: '/alerts/lists' },
    get('/alerts/lists'),
    get('/alerts'),
    { method: 'GET', path: '/alerts' },
    get('/alerts?view=ours'),
    get('/alerts?view=due'),
    get(`/alerts?list=${list}`),
    get(`/alerts?search=${family}`),
    get(`/alerts?search=${family.slice(0, 4)}`),
    get(`/alerts?document=${encodeURIComponent(number)}`),
    get(`/alerts?object=${encodeURIComponent(number)}`),
    get('/alerts?state[]=GR&kind[]=return-decision'),
    get('/alerts?after=zzz'),
    get('/alerts/count'),
    get(`/alerts/count?list=${list}`),
    get(`/alerts/count?search=${family}`),
    get('/alerts/due'),
    get(`/alerts/${id}`),
    get(`/alerts/${id}/history`),
    get(`/alerts/lists/${list}/export`),
    post('/alerts/query', { person: { family, given: 'Kallistos', birth: '1971-01-30' } }),
    post('/alerts/query', { person: { full: `Kallistos ${family}` }, documents: [{ number }] }),
    post('/alerts/query', { documents: [{ number }] }),
    post('/alerts/query', { object: number }),
    post('/alerts/compatible', { list, content: checked }),
    post('/alerts/compatible', { list: own.list, content: checked }),
    post('/alerts', { list, content }),
    post('/alerts', {
      list: own.list,
      content: sampleContent({ identities: [{ names: [{ full: 'Other Entirely' }] }] }),
    }),
    put(`/alerts/${id}`, { version: 1, content }),
    put(`/alerts/lists/${list}`, { ...terms, revision: 1 }),
    post(`/alerts/${id}/extend`, {
      version: 1,
      months: 36,
      assessment: 'It is needed for longer than that.',
    }),
    post(`/alerts/${id}/withdraw`, { reason: 'entered-in-error' }),
    post(`/alerts/${id}/links`, { other: own.id, kind: 'family' }),
    post(`/alerts/${own.id}/links`, { other: id, kind: 'family' }),
    { method: 'DELETE', path: `/alerts/${own.id}/links/${id}`, purpose },
    post(`/alerts/${id}/achieved`, { note: 'Left today.' }),
    post(`/alerts/${id}/achieved/${id}/keep`, { because: 'He came back.' }),
    {
      method: 'POST',
      path: `/alerts/lists/${list}/import`,
      file: '{"id":"A","names":[{"full":"A B"}]}',
      purpose,
    },
    post('/alerts/tend'),
    get('/record'),
    get('/record?operation=alerts'),
    get(`/record?id=${id}`),
    get('/me'),
  ]
}
