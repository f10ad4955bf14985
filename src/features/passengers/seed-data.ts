/** A flight of the demonstration. Hours from the moment of seeding. */
export interface SeedFlight {
  carrier: string
  number: string
  from: string
  to: string
  departsIn: number
  takes: number
  people: number
  crew?: number
  steps: readonly ('list' | 'crew' | 'first-part' | 'close' | 'cancel')[]
  /** The carrier counts so many more than it announces. */
  missing?: number
  /** So many were announced and did not board. */
  absent?: number
  /** False: nobody said beforehand that it would come. */
  scheduled?: boolean
  /** Directory version of the messages. */
  release?: string
  /** Nationalities in it, most frequent first. */
  from3: readonly string[]
  /** Faults that its messages have. */
  faults?: readonly ('expired' | 'issuer' | 'check-digit' | 'no-document' | 'birth' | 'mixed-case')[]
}

/** Three days of flights to Riga: expected, announced, late, closed, cancelled; one in parts of which the second never came. */
export const flights: readonly SeedFlight[] = [
  {
    carrier: 'ZZ',
    number: '101',
    from: 'IST',
    to: 'RIX',
    departsIn: -26,
    takes: 3,
    people: 46,
    crew: 6,
    steps: ['list', 'crew', 'close'],
    absent: 2,
    from3: ['TUR', 'LVA', 'UZB'],
    faults: ['expired'],
  },
  {
    carrier: 'XX',
    number: '220',
    from: 'TBS',
    to: 'RIX',
    departsIn: -22,
    takes: 3.5,
    people: 28,
    crew: 5,
    steps: ['list', 'crew', 'close'],
    from3: ['GEO', 'LVA', 'ARM'],
  },
  {
    carrier: 'ZZ',
    number: '330',
    from: 'LHR',
    to: 'RIX',
    departsIn: -5,
    takes: 2.6,
    people: 34,
    steps: ['list'],
    missing: 3,
    from3: ['GBR', 'LVA', 'IND'],
  },
  {
    carrier: '0Z',
    number: '77',
    from: 'CAI',
    to: 'RIX',
    departsIn: -3,
    takes: 4.5,
    people: 22,
    steps: ['list', 'close'],
    scheduled: false,
    from3: ['EGY', 'LVA', 'SDN'],
    faults: ['mixed-case', 'no-document'],
    release: '02B',
  },
  {
    carrier: 'XX',
    number: '222',
    from: 'TAS',
    to: 'RIX',
    departsIn: 0.4,
    takes: 5.5,
    people: 0,
    steps: [],
    from3: ['UZB'],
  },
  {
    carrier: 'ZZ',
    number: '103',
    from: 'IST',
    to: 'RIX',
    departsIn: 0.9,
    takes: 3,
    people: 52,
    crew: 6,
    steps: ['list', 'crew'],
    from3: ['TUR', 'LVA', 'SYR', 'IRQ'],
    faults: ['issuer', 'expired'],
  },
  {
    carrier: 'ZZ',
    number: '441',
    from: 'DXB',
    to: 'RIX',
    departsIn: 2.2,
    takes: 6,
    people: 58,
    crew: 7,
    steps: ['list', 'crew'],
    from3: ['IND', 'PAK', 'LVA', 'BGD'],
    faults: ['expired', 'check-digit', 'expired'],
  },
  {
    carrier: 'XX',
    number: '224',
    from: 'EVN',
    to: 'RIX',
    departsIn: 3.5,
    takes: 3.6,
    people: 40,
    steps: ['first-part'],
    from3: ['ARM', 'LVA', 'IRN'],
  },
  {
    carrier: 'XX',
    number: '226',
    from: 'GYD',
    to: 'RIX',
    departsIn: 5,
    takes: 4,
    people: 26,
    steps: ['list', 'cancel'],
    from3: ['AZE', 'LVA'],
  },
  {
    carrier: 'ZZ',
    number: '105',
    from: 'IST',
    to: 'RIX',
    departsIn: 7,
    takes: 3,
    people: 44,
    steps: ['list'],
    missing: 12,
    from3: ['TUR', 'LVA', 'AFG', 'SOM'],
    faults: ['birth', 'expired'],
  },
  {
    carrier: '0Z',
    number: '79',
    from: 'ALA',
    to: 'RIX',
    departsIn: 20,
    takes: 6,
    people: 18,
    steps: ['list'],
    from3: ['KAZ', 'LVA', 'KGZ'],
    release: '05B',
  },
  {
    carrier: 'ZZ',
    number: '332',
    from: 'LHR',
    to: 'RIX',
    departsIn: 26,
    takes: 2.6,
    people: 0,
    steps: [],
    from3: ['GBR'],
  },
  {
    carrier: 'XX',
    number: '228',
    from: 'TBS',
    to: 'RIX',
    departsIn: 31,
    takes: 3.5,
    people: 0,
    steps: [],
    from3: ['GEO'],
  },
]
