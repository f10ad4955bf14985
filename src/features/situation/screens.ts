import type { Screen } from '#ui/screen.ts'

/** The screens of the situation. */
export const screens: readonly Screen[] = [
  {
    path: '/situation',
    load: () => import('./pages/situation-page.tsx'),
    component: 'SituationPage',
    area: 'early-warning',
    nav: { label: 'nav.situation', order: 20 },
  },
]
