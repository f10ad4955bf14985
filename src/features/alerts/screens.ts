import type { Screen } from '#ui/screen.ts'

const readers = ['read', 'screen', 'alert', 'supervise', 'protect'] as const

/** The screens of alert lists. Supervisors and data-protection officers come to what is of their State without the area. */
export const screens: readonly Screen[] = [
  {
    path: '/alerts',
    load: () => import('./pages/alerts-list.tsx'),
    component: 'AlertsList',
    may: readers,
    area: 'alerts',
    overseen: true,
    nav: { label: 'nav.alerts', order: 40 },
    waiting: { may: ['alert'], load: () => import('./pages/waiting.ts') },
  },
  {
    path: '/alerts/lists',
    load: () => import('./pages/lists.tsx'),
    component: 'Lists',
    may: readers,
    area: 'alerts',
    overseen: true,
  },
  {
    path: '/alerts/due',
    load: () => import('./pages/due.tsx'),
    component: 'Due',
    may: ['alert'],
    area: 'alerts',
  },
  {
    path: '/alerts/import',
    load: () => import('./pages/import.tsx'),
    component: 'Import',
    may: ['alert'],
    area: 'alerts',
  },
  {
    path: '/alerts/new',
    load: () => import('./pages/write.tsx'),
    component: 'NewAlert',
    may: ['alert'],
    area: 'alerts',
  },
  {
    path: '/alerts/$id',
    load: () => import('./pages/alert-view.tsx'),
    component: 'AlertView',
    may: readers,
    area: 'alerts',
    overseen: true,
  },
  {
    path: '/alerts/$id/edit',
    load: () => import('./pages/write.tsx'),
    component: 'EditAlert',
    may: ['alert'],
    area: 'alerts',
  },
]
