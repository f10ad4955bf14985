import type { Screen } from '#ui/screen.ts'

const readers = ['read', 'screen', 'alert', 'supervise', 'protect'] as const
const handlers = ['read', 'screen', 'alert'] as const

/** The screens of hits; with them the question an officer asks, since what it finds may be reported as one. */
export const screens: readonly Screen[] = [
  {
    path: '/alerts/ask',
    load: () => import('./pages/ask.tsx'),
    component: 'AskAndReport',
    may: handlers,
    area: 'alerts',
    nav: { label: 'nav.ask', order: 41 },
  },
  {
    path: '/hits',
    load: () => import('./pages/queue.tsx'),
    component: 'HitQueue',
    may: readers,
    area: 'alerts',
    overseen: true,
    nav: { label: 'nav.hits', order: 42 },
    waiting: { may: handlers, load: () => import('./pages/waiting.ts') },
  },
  {
    path: '/hits/held',
    load: () => import('./pages/held.tsx'),
    component: 'HeldAbout',
    may: ['protect'],
    area: 'alerts',
    overseen: true,
  },
  {
    path: '/hits/known',
    load: () => import('./pages/known.tsx'),
    component: 'KnownNotTheSame',
    may: readers,
    area: 'alerts',
    overseen: true,
  },
  {
    path: '/hits/months',
    load: () => import('./pages/months.tsx'),
    component: 'Months',
    may: readers,
    area: 'alerts',
  },
  {
    path: '/hits/forms',
    load: () => import('./pages/owed.tsx'),
    component: 'FormsOwed',
    may: ['alert'],
    area: 'alerts',
  },
  {
    path: '/hits/$id',
    load: () => import('./pages/hit-view.tsx'),
    component: 'HitView',
    may: readers,
    area: 'alerts',
    overseen: true,
  },
]
