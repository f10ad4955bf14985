import type { z } from 'zod'
import type { AlertContent } from './content.ts'
import { kindRules, type Kind } from './kinds.ts'
import type { ListTerms } from './model.ts'

// Every person, document, vehicle and vessel here is invented. Surnames are put together so that nobody is called so; each person
// carries the word "Invented" among their characteristics.

type Content = z.input<typeof AlertContent>
type Identity = NonNullable<Content['identities']>[number]
type Document = NonNullable<Content['documents']>[number]

export interface SeedList {
  key: string
  by: string
  terms: ListTerms & { kind: Kind }
}

export interface SeedAlert {
  key?: string
  list: string
  /** Days ago that it was entered. */
  ago: number
  /** Days from now on which the decision ends. */
  endsIn?: number
  content: Omit<Content, 'ground'> & { ground?: Partial<Content['ground']> }
  /** The alert it is linked to, entered before it. */
  linked?: { to: string; kind: 'family' | 'same-person' | 'holder-of' | 'travels-with' | 'same-case' }
}

const despina = 'Despina Kalogirou-Astel'
const sanita = 'Sanita Krūmiņa-Falk'

const list = (
  key: string,
  by: string,
  kind: Kind,
  name: string,
  more: Partial<ListTerms> = {},
): SeedList => ({
  key,
  by,
  terms: {
    kind,
    name: `${name} (demonstration)`,
    legalBasis: kindRules[kind].source,
    action: kindRules[kind].actions[0],
    purposes: [...kindRules[kind].purposes],
    audience: ['all'],
    marking: 'LIMITED',
    fourEyes: false,
    reviewMonths: 36,
    warnMonths: 4,
    ...more,
  },
})

export const seedLists: readonly SeedList[] = [
  list('returns', despina, 'return-decision', 'Return decisions of Greece'),
  list('missing-gr', despina, 'missing-person', 'Missing persons, Greece', {
    fourEyes: true,
    reviewMonths: 60,
  }),
  list('papers-gr', despina, 'document', 'Stolen and blank documents, Greece', { reviewMonths: 120 }),
  list('vessels', despina, 'vessel', 'Vessels sought, Aegean'),
  list('refusals', sanita, 'refusal-of-entry', 'Refusals of entry and stay, Latvia'),
  list('protect', sanita, 'vulnerable-person', 'Persons to be protected, Latvia', {
    fourEyes: true,
    reviewMonths: 12,
  }),
  list('papers-lv', sanita, 'document', 'Stolen and lost documents, Latvia', { reviewMonths: 120 }),
]

const invented = 'Invented person, for the demonstration.'
const person = (
  family: string,
  given: string,
  birth: string | null,
  nationality: string,
  sex: 'M' | 'F' | 'X',
  more: Partial<Identity> & { also?: Identity['names'] } = {},
): Identity => {
  const { also = [], ...rest } = more
  return {
    names: [{ family, given }, ...also],
    birth,
    nationalities: nationality ? [nationality] : [],
    sex,
    description: invented,
    ...rest,
  }
}
const passport = (number: string, issuer: string, more: Partial<Document> = {}): Document => ({
  type: 'P',
  number,
  issuer,
  ...more,
})
const decided = (reason: string, decision: string) => ({ reason: `${reason} Invented.`, decision })

/** Return decisions: name, given names, birth, nationality, sex, passport, days ago, and what else. */
const returns: readonly [
  string,
  string,
  string | null,
  string,
  'M' | 'F',
  string,
  number,
  Partial<SeedAlert['content']>?,
][] = [
  ['Haddarani-Proba', 'Yusuf Karim', '1987-04-19', 'SYR', 'M', 'N 9900187', 12],
  [
    'Quraishan-Test',
    'Bilal Ahmed',
    '1992-11-03',
    'PAK',
    'M',
    'ZQ1900921',
    25,
    { particulars: { departureUntil: '2026-12-20' } },
  ],
  ['Chowdhari-Nomen', 'Rafiq', '1995', 'BGD', 'M', 'ZB0990195', 40, { particulars: { entryBan: true } }],
  ['Kvaradze-Tsitata', 'Lasha', '1979-02-28', 'GEO', 'M', '99ZC01979', 64],
  ['Salmanur-Dokima', 'Layth', '1990-07', 'IRQ', 'M', 'ZA7790199', 88, { flags: ['absconded'] }],
  [
    'Osmanir-Elegha',
    'Mutasim',
    '1984-01-01',
    'SDN',
    'M',
    'ZP0098401',
    120,
    { particulars: { suspended: true } },
  ],
  ['El Gammaly-Deigma', 'Nadia Samir', '1996-09-14', 'EGY', 'F', 'ZA2990196', 150],
  [
    'Tehranpur-Misal',
    'Shirin',
    '1989-12-30',
    'IRN',
    'F',
    'ZL9890012',
    190,
    { particulars: { unionFamily: true }, action: 'consult-owner' },
  ],
  ['Zadrani-Namuna', 'Gul Agha', null, 'AFG', 'M', 'ZO0990441', 240],
  ['Warsamir-Tusaale', 'Abdirahman', '1998', 'SOM', 'M', 'ZP0041998', 310],
  ['Sargsalyan-Ornak', 'Tigran', '1983-06-21', 'ARM', 'M', 'ZT0983621', 400],
  ['Öztepe-Örnek', 'Murat Can', '1991-10-05', 'TUR', 'M', 'ZU19910051', 520],
]

/** Refusals of entry: the same, with how the name is written at home. */
const refusals: readonly [
  string,
  string,
  string,
  string,
  'M' | 'F',
  string,
  number,
  string | null,
  Partial<SeedAlert['content']>?,
][] = [
  [
    'Berezovnykh-Obrazets',
    'Arkadiy',
    '1975-05-09',
    'RUS',
    'M',
    '79 9975059',
    18,
    'Березовных-Образец Аркадий',
  ],
  [
    'Kryvonosenko-Zrazok',
    'Oleksandr',
    '1982-08-24',
    'UKR',
    'M',
    'ZF982824',
    33,
    'Кривоносенко-Зразок Олександр',
  ],
  ['Nursultek-Ulgi', 'Yerlan', '1988-03-22', 'KAZ', 'M', 'ZN8803220', 57, 'Нұрсұлтек-Үлгі Ерлан'],
  [
    'Al Jubari-Mithal',
    'Haydar Abbas',
    '1980-10-10',
    'IRQ',
    'M',
    'ZA1010801',
    75,
    'حيدر عباس الجباري المثال',
    { flags: ['violent'] },
  ],
  [
    'Papazacharakis-Dokimi',
    'Lefteris',
    '1969-12-06',
    'GRC',
    'M',
    'ZE6912061',
    101,
    'Παπαζαχαράκης-Δοκιμή Λευτέρης',
    { endsOn: null },
  ],
  ['Mammadbey-Numuna', 'Elvin', '1993-01-20', 'AZE', 'M', 'ZC9301200', 140, null],
  [
    'Hollowmere-Sample',
    'Gareth',
    '1971-07-15',
    'GBR',
    'M',
    '999071150',
    260,
    null,
    { flags: ['armed', 'violent'] },
  ],
  ['Tursunkul-Namuna', 'Dilnoza', '1994-02-11', 'UZB', 'F', 'ZA9402110', 380, 'Турсункул-Намуна Дилноза'],
]

export const seedAlerts: readonly SeedAlert[] = [
  ...returns.map(
    ([family, given, birth, nationality, sex, number, ago, more], i): SeedAlert => ({
      key: `return-${i + 1}`,
      list: 'returns',
      ago,
      content: {
        identities: [person(family, given, birth, nationality, sex)],
        documents: [passport(number, nationality)],
        ground: decided('The stay is irregular and a decision to return stands.', `GR-RD/${2100 + i}/2026`),
        ...more,
      },
    }),
  ),
  {
    key: 'alias',
    list: 'returns',
    ago: 30,
    content: {
      identities: [
        person('Darwishi-Mithali', 'Omar', '1985-03-02', 'SYR', 'M', {
          also: [
            { kind: 'alias', full: 'عمر الدرويشي المثالي' },
            { kind: 'alias', family: 'Darwich Misali', given: 'Umar' },
            { kind: 'weak', full: 'Abu Misal' },
          ],
        }),
        person('Hariran-Mithali', 'Omar', '1987', 'JOR', 'M', { kind: 'claimed', circa: true }),
      ],
      documents: [passport('N 9908532', 'SYR'), passport('ZK870032', 'JOR', { status: 'revoked' })],
      flags: ['absconded'],
      ground: decided('Left the place of residence assigned to him before departure.', 'GR-RD/2177/2026'),
    },
  },
  {
    key: 'review-near',
    list: 'returns',
    ago: 1010,
    content: {
      identities: [
        person('Popalzeh-Misal', 'Najibullah', '1978', 'AFG', 'M', {
          circa: true,
          also: [{ kind: 'alias', full: 'نجیب‌الله پوپلزی مثال' }],
        }),
      ],
      ground: decided(
        'A decision to return stands; no document for the journey has been issued.',
        'GR-RD/0417/2024',
      ),
    },
  },
  {
    key: 'misused',
    list: 'returns',
    ago: 70,
    content: {
      identities: [
        person('Khalilad-Mithal', 'Ziad', '1990-06-06', 'SYR', 'M', { kind: 'claimed' }),
        person('Karagiannopoulos-Thyma', 'Stelios', '1989-06-06', 'GRC', 'M', {
          kind: 'misused',
          also: [{ kind: 'alias', full: 'Καραγιαννόπουλος-Θύμα Στέλιος' }],
        }),
      ],
      documents: [{ type: 'I', number: 'ZH 889060', issuer: 'GRC', status: 'stolen' }],
      action: 'consult-owner',
      ground: decided(
        'He used the identity card of another man, who agreed to be named here.',
        'GR-RD/2203/2026',
      ),
    },
  },
  {
    key: 'ends-soon',
    list: 'returns',
    ago: 200,
    endsIn: 3,
    content: {
      identities: [person('Siddiqan-Misal', 'Hamza', '1997-08-08', 'PAK', 'M')],
      documents: [passport('ZQ1997088', 'PAK')],
      ground: decided('The decision ends with the departure planned for these days.', 'GR-RD/1890/2026'),
    },
  },
  {
    key: 'child',
    list: 'missing-gr',
    ago: 21,
    content: {
      identities: [
        person('Rahmatol-Namuna', 'Samira', '2013-05-17', 'AFG', 'F', {
          also: [{ kind: 'alias', full: 'سمیرا رحمت‌الله نمونه' }],
        }),
      ],
      marking: 'SENSITIVE',
      ground: decided('She left the shelter for unaccompanied children and was not found.', 'GR-MP/31/2026'),
    },
  },
  {
    key: 'with-child',
    list: 'missing-gr',
    ago: 20,
    linked: { to: 'child', kind: 'travels-with' },
    content: {
      identities: [person('Rahmatol-Namuna', 'Idris', '2009', 'AFG', 'M', { circa: true })],
      ground: decided('The brother of a missing child, last seen with her.', 'GR-MP/32/2026'),
    },
  },
  {
    list: 'missing-gr',
    ago: 160,
    content: {
      identities: [person('Bashirud-Mithal', 'Hawa', '2001-01-01', 'SDN', 'F')],
      action: 'communicate-whereabouts',
      ground: decided('An adult; she decides herself whether her family is told.', 'GR-MP/12/2026'),
    },
  },
  {
    list: 'papers-gr',
    ago: 45,
    content: {
      documents: [{ type: 'P', number: 'ZX 4401001', to: 'ZX 4401250', issuer: 'GRC', status: 'blank' }],
      ground: decided('250 blanks missing from a delivery.', 'GR-DOC/77/2026'),
    },
  },
  ...(['ZM 330 771', 'ZM 330 812', 'ZM 331 005'] as const).map(
    (number, i): SeedAlert => ({
      list: 'papers-gr',
      ago: 90 + i * 35,
      content: {
        documents: [{ type: 'P', number, issuer: 'GRC', status: i === 1 ? 'lost' : 'stolen' }],
        ground: decided('Reported by its holder.', `GR-DOC/${80 + i}/2026`),
      },
    }),
  ),
  {
    list: 'papers-gr',
    ago: 15,
    content: {
      documents: [{ type: 'AR', number: 'ZT 009 4417', issuer: 'GRC', status: 'misappropriated' }],
      ground: decided('A residence permit lent to others.', 'GR-DOC/91/2026'),
    },
  },
  {
    list: 'vessels',
    ago: 77,
    content: {
      objects: [{ type: 'vessel', name: 'Dokimi II', country: 'GRC', mmsi: '999900042' }],
      ground: decided('Stolen from its berth.', 'GR-V/2/2026'),
    },
  },
  {
    list: 'vessels',
    ago: 28,
    content: {
      objects: [
        { type: 'vessel', name: 'Phantasia Probe', country: 'PAN', imo: '9999977', callSign: 'T9PR' },
      ],
      action: 'communicate-whereabouts',
      ground: decided('Left without clearance.', 'GR-V/4/2026'),
    },
  },
  ...refusals.map(
    ([family, given, birth, nationality, sex, number, ago, home, more], i): SeedAlert => ({
      key: `refusal-${i + 1}`,
      list: 'refusals',
      ago,
      content: {
        identities: [
          person(
            family,
            given,
            birth,
            nationality,
            sex,
            home ? { also: [{ kind: 'alias', full: home }] } : {},
          ),
        ],
        documents: [passport(number, nationality)],
        ground: decided(
          'Entry and stay are refused by a decision of the State Border Guard.',
          `LV-RE/${410 + i}/2026`,
        ),
        ...more,
      },
    }),
  ),
  {
    key: 'to-protect',
    list: 'protect',
    ago: 9,
    content: {
      identities: [
        person('Yuldaboy-Namuna', 'Malika', '2008-11-26', 'UZB', 'F', {
          also: [{ kind: 'alias', full: 'Юлдабой-Намуна Малика' }],
        }),
      ],
      documents: [passport('ZA0811260', 'UZB')],
      ground: decided('A court fears a forced marriage abroad.', 'LV-VP/3/2026'),
    },
  },
  {
    key: 'taken-child',
    list: 'protect',
    ago: 50,
    content: {
      identities: [person('Ozolvika-Paraugs', 'Elīna', '2019-04-02', 'LVA', 'F')],
      documents: [passport('ZV 1904020', 'LVA')],
      ground: decided('A court has forbidden that the child leaves the country.', 'LV-VP/1/2026'),
    },
  },
  {
    key: 'taking-parent',
    list: 'protect',
    ago: 49,
    linked: { to: 'taken-child', kind: 'family' },
    content: {
      identities: [person('Ozolviks-Paraugs', 'Raitis', '1986-01-13', 'LVA', 'M')],
      action: 'communicate-whereabouts',
      ground: decided('May travel with the child.', 'LV-VP/2/2026'),
    },
  },
  ...(['ZLV 880 114', 'ZLV 880 230', 'ZLV 881 007'] as const).map(
    (number, i): SeedAlert => ({
      list: 'papers-lv',
      ago: 22 + i * 60,
      content: {
        documents: [
          { type: i === 2 ? 'I' : 'P', number, issuer: 'LVA', status: i === 0 ? 'stolen' : 'lost' },
        ],
        ground: decided('Reported by its holder.', `LV-DOC/${12 + i}/2026`),
      },
    }),
  ),
]
