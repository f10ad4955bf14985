import type { Area, Competence } from '#vocabulary/actor.ts'
import type { Marking } from '#vocabulary/marking.ts'

export type Person = [
  name: string,
  title: string,
  competences: Competence[],
  clearance: Marking,
  areas?: Area[],
]
type Kind = 'contact-point' | 'unit' | 'liaison-post' | 'agency' | 'desk'
export type Place = [
  authority: string,
  unit: string,
  kind: Kind,
  postedIn: string | null,
  officials: Person[],
]
type Taking = [
  code: string,
  kind: 'member' | 'associated' | 'union' | 'partner',
  validates: boolean,
  places: Place[],
]

/** The areas of whoever has no others named. */
export const work: Area[] = ['early-warning', 'liaison', 'travel-documents', 'returns', 'statistics']

// A contact point holds one mandate: it appoints for its State and works in every area.
const contactPoint = (name: string): Person => [
  name,
  'National contact point',
  ['appoint', 'read', 'issue', 'validate'],
  'SENSITIVE',
]
const deputy = (name: string): Person => [
  name,
  'Deputy contact point',
  ['read', 'issue', 'validate'],
  'SENSITIVE',
]
const officer = (name: string, title: string, clearance: Marking = 'LIMITED', areas = work): Person => [
  name,
  title,
  ['read', 'issue'],
  clearance,
  areas,
]

/** Real States and Union bodies; every official is invented. The first unit of a State holds its contact point and deputy. */
export const takingPart: Taking[] = [
  [
    'GR',
    'member',
    false,
    [
      [
        'Ministry of Migration and Asylum',
        'National contact point',
        'contact-point',
        null,
        [contactPoint('Eleni Markopoulou-Varda'), deputy('Nikos Stavridis-Lemo')],
      ],
      [
        'Hellenic Coast Guard',
        'Aegean coordination unit',
        'unit',
        null,
        [officer('Yannis Petrakis-Orfeo', 'Migration-service officer', 'SENSITIVE')],
      ],
      [
        'Hellenic Police',
        'Alert bureau',
        'unit',
        null,
        [
          [
            'Despina Kalogirou-Astel',
            'Keeper of alerts',
            ['read', 'alert', 'screen'],
            'SENSITIVE',
            ['alerts', 'returns'],
          ],
        ],
      ],
    ],
  ],
  [
    'IT',
    'member',
    false,
    [
      [
        'Ministry of the Interior',
        'National contact point',
        'contact-point',
        null,
        [contactPoint('Giulia Ferrante-Moss'), deputy('Paolo Adinolfi-Brek')],
      ],
      [
        'Immigration Directorate',
        'Coastal unit, Calabria',
        'unit',
        null,
        [officer('Marta Colonnese-Ruiz', 'Migration-service officer')],
      ],
      [
        'Embassy in Tunis',
        'Liaison post Tunis',
        'liaison-post',
        'TN',
        [officer('Davide Serracchi-Noor', 'Liaison officer', 'SENSITIVE')],
      ],
    ],
  ],
  [
    'HR',
    'member',
    true,
    [
      [
        'Ministry of the Interior',
        'National contact point',
        'contact-point',
        null,
        [contactPoint('Vesna Kraljić-Dorn'), deputy('Tomislav Brajša-Kell')],
      ],
      [
        'Border Police',
        'Karlovac mobile unit',
        'unit',
        null,
        [officer('Ivana Perković-Lund', 'Migration-service officer')],
      ],
      [
        'Embassy in Sarajevo',
        'Liaison post Sarajevo',
        'liaison-post',
        'BA',
        [officer('Marin Vidović-Ashe', 'Liaison officer')],
      ],
    ],
  ],
  [
    'LV',
    'member',
    false,
    [
      [
        'State Border Guard',
        'National contact point',
        'contact-point',
        null,
        [contactPoint('Ilze Ozoliņa-Brandt'), deputy('Andris Kalnfelds-Roe')],
      ],
      [
        'State Border Guard',
        'Riga airport control',
        'unit',
        null,
        [
          [
            'Kristaps Vītolnieks-Hale',
            'Border and screening officer',
            ['read', 'screen'],
            'LIMITED',
            ['early-warning', 'travel-documents', 'alerts', 'passengers'],
          ],
          [
            'Dace Liepiņa-Korr',
            'Border officer, second line',
            ['read', 'screen'],
            'SENSITIVE',
            ['travel-documents', 'alerts', 'passengers'],
          ],
        ],
      ],
      [
        'State Border Guard',
        'Alert bureau',
        'unit',
        null,
        [
          [
            'Sanita Krūmiņa-Falk',
            'Officer of the alert bureau',
            ['read', 'alert', 'screen'],
            'SENSITIVE',
            ['alerts'],
          ],
        ],
      ],
      [
        'State Border Guard',
        'Passenger gateway',
        'desk',
        null,
        [
          [
            'ICONet passenger gateway',
            'Automatic duties',
            ['run', 'screen'],
            'SENSITIVE',
            ['alerts', 'passengers'],
          ],
        ],
      ],
      [
        'Data State Inspectorate',
        'Data protection',
        'desk',
        null,
        [['Laima Rudzīte-Penn', 'Data-protection officer', ['protect', 'supervise'], 'PUBLIC', ['network']]],
      ],
    ],
  ],
  [
    'DE',
    'member',
    false,
    [
      [
        'Federal Police',
        'National contact point',
        'contact-point',
        null,
        [contactPoint('Katrin Hollerbach-Inys'), deputy('Jonas Wendrich-Aal')],
      ],
      [
        'Federal Office for Migration',
        'Liaison post Ankara',
        'liaison-post',
        'TR',
        [officer('Silke Brandhorst-Yeo', 'Liaison officer', 'SENSITIVE')],
      ],
    ],
  ],
  [
    'FR',
    'member',
    false,
    [
      [
        'Border Police Directorate',
        'National contact point',
        'contact-point',
        null,
        [contactPoint('Mathilde Garrigue-Soan'), deputy('Rémi Castanède-Volt')],
      ],
      [
        'Consulate in Dakar',
        'Liaison post Dakar',
        'liaison-post',
        'SN',
        [officer('Awa Lemercier-Dunn', 'Liaison officer')],
      ],
    ],
  ],
  [
    'ES',
    'member',
    false,
    [
      [
        'National Police',
        'National contact point',
        'contact-point',
        null,
        [contactPoint('Lucía Benavente-Kroy'), deputy('Iker Zubizarreta-Mole')],
      ],
    ],
  ],
  [
    'NO',
    'associated',
    false,
    [
      [
        'Directorate of Immigration',
        'National contact point',
        'contact-point',
        null,
        [contactPoint('Sigrid Havnevik-Ode'), deputy('Eirik Lofthus-Tarn')],
      ],
    ],
  ],
  [
    'EU',
    'union',
    false,
    [
      [
        'European Commission',
        'Migration analysis',
        'unit',
        null,
        [
          [
            'Annelies Verbrugghen-Kai',
            'Analyst at the Commission',
            ['read', 'issue', 'analyse'],
            'SENSITIVE',
          ],
        ],
      ],
      [
        'Frontex',
        'Situation centre',
        'agency',
        null,
        [['Mikael Sandvall-Ito', 'Agency officer', ['read', 'issue', 'analyse'], 'SENSITIVE']],
      ],
      [
        'European Data Protection Supervisor',
        'Supervision',
        'desk',
        null,
        [['Clara Nordqvist-Bey', 'Supervisor', ['supervise'], 'PUBLIC', ['network']]],
      ],
      [
        'European Commission',
        'Automatic duties',
        'desk',
        null,
        [['ICONet clock', 'Automatic duties, no access to content', ['run'], 'PUBLIC', ['network']]],
      ],
    ],
  ],
]
