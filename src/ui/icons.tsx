/** Shapes that carry meaning (14 px, filled) and line icons (16 px). All are decoration beside a word. */

const disc = 'M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0Z'
const octagon = 'M4.1 0h5.8L14 4.1v5.8L9.9 14H4.1L0 9.9V4.1Z'
const triangle = 'M7 .8 14 13.4H0ZM6.2 5v4.2h1.6V5ZM6.2 10.2v1.6h1.6v-1.6Z'
const ring = 'M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2ZM7 3.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8Z'
const tick = `${disc}M3.9 6.2 2.8 7.3l3.4 3.4 5.1-5.2-1.1-1.1-4 4.1Z`

const shapes = {
  immediate: `${octagon}M6.1 2.9v5.2h1.8V2.9ZM6.1 9.4v1.8h1.8V9.4Z`,
  stop: `${octagon}M3 6.1v1.8h8V6.1Z`,
  priority: triangle,
  check: triangle,
  routine: ring,
  waiting: ring,
  late: `${disc}M6.2 2.6v4.9l3.5 2.1.8-1.4-2.7-1.6V2.6Z`,
  soon: `${disc}M7 1.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.3 3.2v4.2l3 1.8.7-1.2-2.3-1.4V3.2Z`,
  done: tick,
  noted: tick,
  acting: `${disc}M5.2 3.5v7L10.9 7Z`,
} as const

/** What a sign says: urgency, time left, or what became of it. */
export type SignKind = keyof typeof shapes

export const Shape = ({ kind }: { kind: SignKind }) => (
  <svg viewBox="0 0 14 14" aria-hidden="true">
    <path fillRule="evenodd" d={shapes[kind]} />
  </svg>
)

const lines = {
  menu: 'M2 4h12M2 8h12M2 12h12',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14',
  theme: 'M8 2a6 6 0 1 0 0 12ZM8 2a6 6 0 0 1 0 12',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5 13 13M3 13l1.5-1.5M11.5 4.5 13 3',
  dark: 'M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5Z',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  sort: 'M5 6.5 8 3l3 3.5M5 9.5 8 13l3-3.5',
  play: 'M5 3v10l8-5Z',
  pause: 'M5 3v10M11 3v10',
  whole: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
} as const
export type IconName = keyof typeof lines

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={lines[name]} />
  </svg>
)
