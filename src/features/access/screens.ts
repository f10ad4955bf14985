import type { Screen } from '#ui/screen.ts'

/** Sign-in and enrolment, one's own settings, the mandates of a State, the administration. */
export const screens: readonly Screen[] = [
  { path: '/sign-in', load: () => import('./pages/sign-in.tsx'), component: 'SignIn', open: true },
  { path: '/enrol', load: () => import('./pages/enrol.tsx'), component: 'Enrol', open: true },
  { path: '/terms', load: () => import('./pages/terms.tsx'), component: 'Terms' },
  { path: '/settings', load: () => import('./pages/settings.tsx'), component: 'Settings' },
  {
    path: '/mandates',
    load: () => import('./pages/mandates.tsx'),
    component: 'Mandates',
    may: ['appoint', 'administer'],
    nav: { label: 'nav.mandates', group: 'network', order: 72 },
  },
  {
    path: '/administration',
    load: () => import('./pages/administration.tsx'),
    component: 'Administration',
    may: ['administer'],
    nav: { label: 'nav.administration', order: 95 },
  },
]
