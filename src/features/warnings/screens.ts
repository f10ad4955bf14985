import type { Screen } from '#ui/screen.ts'

/** The screens of the warnings, and the first screen of all. */
export const screens: Screen[] = [
  {
    path: '/',
    load: () => import('./pages/my-work.tsx'),
    component: 'MyWork',
    may: ['read'],
    nav: { label: 'nav.work', order: 10 },
  },
  {
    path: '/warnings',
    load: () => import('./pages/warnings-list.tsx'),
    component: 'WarningsList',
    may: ['read'],
    area: 'early-warning',
    nav: { label: 'nav.warnings', order: 30 },
  },
  {
    path: '/warnings/new',
    load: () => import('./pages/write-screens.tsx'),
    component: 'NewWarning',
    may: ['issue'],
    area: 'early-warning',
  },
  {
    path: '/warnings/$id',
    load: () => import('./pages/warning-view.tsx'),
    component: 'WarningView',
    may: ['read'],
    area: 'early-warning',
  },
  {
    path: '/warnings/$id/edit',
    load: () => import('./pages/write-screens.tsx'),
    component: 'EditWarning',
    may: ['issue'],
    area: 'early-warning',
  },
]
