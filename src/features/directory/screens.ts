import type { Screen } from '#ui/screen.ts'

/** Who works in the network: the search, and a page for each State, unit and official. */
export const screens: readonly Screen[] = [
  {
    path: '/directory',
    load: () => import('./pages/directory-page.tsx'),
    component: 'DirectoryPage',
    nav: { label: 'nav.directory', group: 'network', order: 70 },
  },
  { path: '/directory/states/$code', load: () => import('./pages/state-page.tsx'), component: 'StatePage' },
  { path: '/directory/units/$id', load: () => import('./pages/unit-page.tsx'), component: 'UnitPage' },
  {
    path: '/directory/officials/$id',
    load: () => import('./pages/official-page.tsx'),
    component: 'OfficialPage',
  },
]
