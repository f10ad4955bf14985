import type { Screen } from '#ui/screen.ts'

/** Officers who screen, within the area of passengers; for everybody else nothing of this is there, but to oversee it. */
const desk = { may: ['screen'], area: 'passengers' } as const satisfies Partial<Screen>

const messages = () => import('./pages/messages.tsx')
const carriers = () => import('./pages/carriers.tsx')

/** The screens of passengers: the board, one flight, one person, whom to look at, what carriers send. */
export const screens: readonly Screen[] = [
  {
    ...desk,
    path: '/passengers',
    load: () => import('./pages/board.tsx'),
    component: 'FlightBoard',
    nav: { label: 'nav.flights', group: 'passengers', order: 50 },
  },
  {
    ...desk,
    path: '/passengers/review',
    load: () => import('./pages/review.tsx'),
    component: 'ReviewQueue',
    nav: { label: 'nav.review', group: 'passengers', order: 51 },
    waiting: { may: desk.may, load: () => import('./pages/waiting.ts') },
  },
  {
    ...desk,
    path: '/passengers/messages',
    load: messages,
    component: 'Messages',
    nav: { label: 'nav.messages', group: 'passengers', order: 52 },
  },
  {
    ...desk,
    path: '/passengers/carriers',
    load: carriers,
    component: 'Carriers',
    nav: { label: 'nav.carriers', group: 'passengers', order: 53 },
  },
  {
    ...desk,
    path: '/passengers/figures',
    load: () => import('./pages/figures.tsx'),
    component: 'Figures',
    nav: { label: 'nav.figures', group: 'passengers', order: 54 },
  },
  {
    ...desk,
    path: '/passengers/flights/$id',
    load: () => import('./pages/flight.tsx'),
    component: 'FlightPage',
  },
  {
    ...desk,
    path: '/passengers/people/$id',
    load: () => import('./pages/person.tsx'),
    component: 'PassengerPage',
  },
  {
    path: '/passengers/oversight',
    load: () => import('./pages/oversight.tsx'),
    component: 'Oversight',
    may: ['supervise', 'protect'],
    area: 'passengers',
    overseen: true,
    nav: { label: 'nav.oversight', group: 'passengers', order: 55 },
  },
  { ...desk, path: '/passengers/by-hand', load: () => import('./pages/by-hand.tsx'), component: 'ByHand' },
]
