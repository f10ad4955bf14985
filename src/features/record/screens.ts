import type { Screen } from '#ui/screen.ts'

const load = () => import('./pages/record-page.tsx')

/** The record for those who supervise, and one's own part of it for everyone. */
export const screens: readonly Screen[] = [
  {
    path: '/record',
    load,
    component: 'RecordPage',
    may: ['supervise', 'protect'],
    nav: { label: 'nav.record', order: 90 },
  },
  { path: '/settings/record', load, component: 'OwnRecordPage' },
]
