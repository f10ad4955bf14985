import type { Content } from './content.ts'
import type { Handling } from './model.ts'

// Invented from beginning to end: no event, price or method below is taken from a real report. Wording stays sober.
// Days and hours count back from the moment of seeding.

export interface SeedAnswer {
  by: string
  /** Hours after the issue. */
  after: number
  answer?: 'acting' | 'taken-note' | 'nothing-to-add'
  text?: string
  measure?: string
  corroboration?: string
  question?: string
  /** The originator's reply to the question, given three hours later. */
  reply?: string
}
export interface SeedWarning {
  key: string
  by: string
  /** Days before now; fractions are hours of the day. */
  ago: number
  to: string[]
  marking?: Handling['marking']
  content: Partial<Omit<Content, 'when' | 'place'>> & {
    place: Partial<Content['place']>
    /** Days before the issue: one day, or the first and last of a period. */
    days: [number] | [number, number]
  }
  inForceDays?: number
  answers?: SeedAnswer[]
  opened?: string[]
  update?: { after: number; change: Partial<Content>; note: string }
  supersedes?: string
  related?: string[]
  withdrawn?: { after: number; reason: string }
  leave?: 'draft' | 'submitted' | 'returned'
  returned?: string
}

const grading = (reliability: 'A' | 'B' | 'C' | 'D' | 'F', credibility: '1' | '2' | '3' | '4' | '6') => ({
  reliability,
  credibility,
})
const leg = (
  role: Content['legs'][number]['role'],
  country: string,
  place: string,
  means: Content['legs'][number]['means'] = null,
  note = '',
  stated = false,
): Content['legs'][number] => ({ role, country, place, means, note, stated })

export const seedWarnings: readonly SeedWarning[] = [
  {
    key: 'yachts-first',
    by: 'Eleni Markopoulou-Varda',
    ago: 46.4,
    to: ['state:IT', 'state:FR', 'state:HR'],
    marking: 'SENSITIVE',
    content: {
      title: 'Sailing yachts leaving small marinas at night without a next port',
      urgency: 'priority',
      triggers: ['first-indication'],
      summary:
        'Two sailing yachts of about 13 metres left small marinas at night without naming a next port. Both were later found with far more people on board than they can carry.',
      days: [5, 2],
      place: { country: 'GRC', name: 'South-east Aegean', coordinates: { lon: 27.1, lat: 36.4 } },
      borderType: 'sea',
      route: 'EMED',
      means: ['boat'],
      persons: { total: 90, estimated: true, minors: 15 },
      danger: 'There was water for one day at most, and the weather makes the passage four to six days.',
      grading: grading('B', '3'),
      trend: 'new',
      request:
        'Tell us of yachts of this size sold, rented or reported missing in your ports since the summer.',
    },
    answers: [
      { by: 'Giulia Ferrante-Moss', after: 3, answer: 'acting', text: 'Ports of the Ionian coast told.' },
      { by: 'Vesna Kraljić-Dorn', after: 20, answer: 'nothing-to-add' },
    ],
  },
  {
    key: 'crews',
    by: 'Marta Colonnese-Ruiz',
    ago: 11.6,
    to: ['state:GR', 'state:FR', 'unit:Liaison post Ankara'],
    content: {
      title: 'Yachts found adrift off Crotone after the crew had left',
      urgency: 'immediate',
      triggers: ['route-change', 'method-change'],
      summary:
        'Three yachts were found adrift off the Ionian coast. Those who had steered them had left by a fast boat shortly before.',
      days: [2, 1],
      place: {
        country: 'ITA',
        section: 'Ionian coast of Calabria',
        name: 'Off Crotone',
        coordinates: { lon: 17.4, lat: 38.9 },
      },
      borderType: 'sea',
      route: 'CMED',
      legs: [
        leg('origin', 'AFG', '', null, '', true),
        leg('transit', 'TUR', 'Small marinas south of Izmir', 'boat', '4 to 6 days'),
        leg('transit', 'GRC', 'South of the Peloponnese', 'boat', 'no port call'),
        leg('entry', 'ITA', 'Ionian coast of Calabria'),
        leg('destination', 'DEU', '', null, '', true),
      ],
      means: ['boat'],
      persons: {
        total: 175,
        female: 35,
        male: 115,
        minors: 25,
        citizenships: [
          { country: 'AFG', number: 85 },
          { country: 'IRN', number: 40 },
          { country: 'IRQ', number: 35, established: true },
        ],
      },
      method:
        'Hatches were fastened from outside on two yachts. The transponder was switched off until about 30 nautical miles from the coast.',
      price: { from: 6000, to: 9000, currency: 'EUR', per: 'person' },
      danger: 'Hatches fastened from outside; water for one day at most.',
      grading: grading('A', '1'),
      trend: 'up',
      measures: 'Air patrols over the Ionian sea; the ports of Crotone and Roccella told.',
      request: 'Tell us which marinas you know of, and whether skippers are sought through job boards.',
    },
    answers: [
      {
        by: 'Yannis Petrakis-Orfeo',
        after: 1.2,
        answer: 'acting',
        text: 'Harbour masters report yachts that leave at night and give no next port.',
        measure: 'Harbour masters in the south-east Aegean report every night departure without a next port.',
      },
      {
        by: 'Silke Brandhorst-Yeo',
        after: 5,
        answer: 'acting',
        text: 'Asked two marinas south of Izmir; one names a broker for rentals.',
        corroboration: 'Two job boards offer paid crossings to skippers, seen in October.',
      },
      {
        by: 'Mathilde Garrigue-Soan',
        after: 1.8,
        answer: 'taken-note',
        question: 'Were any of the yachts registered in France?',
        reply: 'One of the three. The harbour office has been told directly.',
      },
    ],
    update: {
      after: 60,
      note: 'Fourth yacht found; figures corrected.',
      change: {
        persons: {
          total: 221,
          female: 48,
          male: 140,
          minors: 33,
          citizenships: [
            { country: 'AFG', number: 104 },
            { country: 'IRN', number: 52 },
            { country: 'IRQ', number: 44, established: true },
          ],
        },
      },
    },
  },
  {
    key: 'lorries',
    by: 'Ivana Perković-Lund',
    ago: 3.3,
    to: ['state:IT', 'state:DE', 'unit:Liaison post Sarajevo', 'authority:EU/Frontex'],
    content: {
      title: 'Lorries with a false wall behind pallets of tiles',
      urgency: 'priority',
      triggers: ['method-change'],
      summary:
        'Since Monday three lorries with tiles were stopped with a false wall behind the first two rows of pallets. Between eight and fourteen people stood behind it, without air from outside.',
      days: [3, 0],
      place: {
        country: 'HRV',
        section: 'HR–BA land border',
        crossingPoint: 'Ličko Petrovo Selo',
        name: 'Road D8',
        coordinates: { lon: 15.71, lat: 44.88 },
      },
      borderType: 'land',
      route: 'WBAL',
      legs: [
        leg('transit', 'BIH', 'Una valley', 'lorry'),
        leg('entry', 'HRV', 'Road D8', 'lorry'),
        leg('destination', 'ITA', '', null, '', true),
      ],
      means: ['lorry'],
      persons: { total: 32, estimated: true, citizenships: [{ country: 'AFG' }, { country: 'PAK' }] },
      method:
        'The wall is a plywood board on a steel frame, painted like the trailer. It is built in a yard before the border.',
      price: { from: 250, to: 350, currency: 'EUR', per: 'person' },
      danger: 'No air from outside; two people were unconscious when the third lorry was opened.',
      grading: grading('B', '2'),
      trend: 'new',
      request: 'Look behind the second row of pallets, and tell us of plywood walls you have found.',
    },
    answers: [
      {
        by: 'Paolo Adinolfi-Brek',
        after: 4,
        answer: 'acting',
        text: 'Trieste looks behind the second row from tonight.',
      },
      {
        by: 'Jonas Wendrich-Aal',
        after: 15,
        answer: 'taken-note',
        corroboration: 'One trailer with a plywood wall in August, tiles as well.',
      },
    ],
    opened: ['Mikael Sandvall-Ito'],
  },
  {
    key: 'inflatables',
    by: 'Ivana Perković-Lund',
    ago: 10.1,
    to: ['state:IT', 'state:DE', 'state:FR'],
    content: {
      title: 'Groups of ten to fifteen crossing the Una by inflatable at night',
      urgency: 'priority',
      triggers: ['route-change'],
      summary:
        'Groups of ten to fifteen now cross the Una by inflatable boats between midnight and four, further upstream than in summer.',
      days: [6, 1],
      place: {
        country: 'HRV',
        section: 'HR–BA land border',
        name: 'Una, upstream of the bridge',
        coordinates: { lon: 16.35, lat: 45.13 },
      },
      borderType: 'land',
      route: 'WBAL',
      means: ['boat', 'on-foot'],
      persons: { total: 60, estimated: true, minors: 8, unaccompanied: 3 },
      danger: 'The river carries high water; one boat overturned and two people are missing.',
      grading: grading('A', '2'),
      trend: 'up',
      request: 'Tell us whether people you meet name this stretch of the river.',
    },
    answers: [
      {
        by: 'Vesna Kraljić-Dorn',
        after: 1,
        measure: 'River patrol with a rescue boat every night.',
      },
      {
        by: 'Giulia Ferrante-Moss',
        after: 7,
        answer: 'acting',
        corroboration: 'Named by eleven groups in the last two weeks.',
      },
      { by: 'Rémi Castanède-Volt', after: 19, answer: 'taken-note' },
      { by: 'Katrin Hollerbach-Inys', after: 26, answer: 'taken-note' },
    ],
  },
  {
    key: 'licences',
    by: 'Tomislav Brajša-Kell',
    ago: 19.2,
    to: ['state:DE', 'state:IT', 'state:GR', 'state:LV', 'state:NO'],
    content: {
      title: 'Counterfeit driving licences shown as proof of residence',
      urgency: 'routine',
      triggers: ['method-change'],
      summary:
        'Driving licences that imitate those of two Member States are shown as proof of residence in bus checks.',
      days: [20, 4],
      place: { country: 'HRV', name: 'Bus stations on the coast' },
      borderType: 'inland',
      documents: [
        {
          type: 'driving-licence',
          issuer: 'ITA',
          fraud: 'counterfeit',
          note: 'The hologram does not change colour; the field headings are bold.',
        },
      ],
      grading: grading('B', '1'),
      trend: 'up',
      request: 'Say how many of these you have found since September.',
    },
    answers: [
      {
        by: 'Jonas Wendrich-Aal',
        after: 30,
        answer: 'acting',
        corroboration: 'Fourteen since September, the same headings.',
      },
      { by: 'Kristaps Vītolnieks-Hale', after: 50, answer: 'nothing-to-add' },
      { by: 'Yannis Petrakis-Orfeo', after: 70, answer: 'taken-note' },
      { by: 'Sigrid Havnevik-Ode', after: 44, answer: 'taken-note' },
    ],
  },
  {
    key: 'taxis',
    by: 'Ivana Perković-Lund',
    ago: 0.08,
    to: ['state:IT', 'unit:Liaison post Sarajevo'],
    leave: 'submitted',
    content: {
      title: 'Taxi drivers from two towns bringing groups to the same forest track',
      urgency: 'priority',
      triggers: ['first-indication'],
      summary:
        'Drivers from two towns were seen five times leaving groups of four at the same forest track within an hour of each other.',
      days: [2, 0],
      place: {
        country: 'HRV',
        section: 'HR–BA land border',
        name: 'Forest track near Cetingrad',
        coordinates: { lon: 15.74, lat: 45.16 },
      },
      borderType: 'land',
      route: 'WBAL',
      means: ['car', 'on-foot'],
      grading: grading('B', '3'),
      trend: 'new',
      request: 'Tell us whether such groups are met further on.',
    },
  },
  {
    key: 'hostel',
    by: 'Marin Vidović-Ashe',
    ago: 2.6,
    to: ['state:DE'],
    leave: 'returned',
    returned: 'Say how many interviews this rests on, and leave out the street.',
    content: {
      title: 'The same hostel named in unrelated interviews',
      urgency: 'routine',
      triggers: ['first-indication'],
      summary:
        'A hostel near the bus station is named as a meeting place by people who did not travel together.',
      days: [30, 5],
      place: { country: 'BIH', name: 'Sarajevo' },
      borderType: 'inland',
      grading: grading('C', '3'),
    },
  },
  {
    key: 'dakar-wood',
    by: 'Awa Lemercier-Dunn',
    ago: 6.2,
    to: ['state:ES', 'state:FR', 'authority:EU/Frontex'],
    content: {
      title: 'Larger wooden boats setting out further south',
      urgency: 'routine',
      triggers: ['route-change', 'first-indication'],
      summary:
        'Fishing boats of more than twenty metres now set out south of the usual beaches and stand far out to sea before they turn north.',
      days: [14, 3],
      place: { country: 'SEN', name: 'Coast of the Casamance', coordinates: { lon: -16.8, lat: 12.6 } },
      borderType: 'sea',
      route: 'WAFR',
      legs: [
        leg('origin', 'SEN', 'Casamance'),
        leg('transit', 'MRT', 'Far off the coast', 'boat', '7 to 10 days'),
        leg('entry', 'ESP', 'Canary Islands'),
      ],
      means: ['boat'],
      persons: {
        total: 240,
        estimated: true,
        citizenships: [{ country: 'SEN' }, { country: 'GMB' }, { country: 'GIN' }],
      },
      price: { from: 600, to: 900, currency: 'EUR', per: 'person' },
      danger:
        'The longer way is at the limit of fuel and water; boats that miss the islands drift into the open Atlantic.',
      grading: grading('C', '2'),
      trend: 'up',
      request: 'Tell us from which beaches people say they set out.',
    },
    answers: [
      {
        by: 'Lucía Benavente-Kroy',
        after: 9,
        answer: 'acting',
        measure: 'Reconnaissance flights reach 60 nautical miles further west.',
      },
    ],
    opened: ['Mikael Sandvall-Ito', 'Mathilde Garrigue-Soan'],
  },
  {
    key: 'melilla-documents',
    by: 'Iker Zubizarreta-Mole',
    ago: 33.4,
    to: ['state:FR', 'state:IT', 'authority:EU/European Commission'],
    content: {
      title: 'Genuine residence cards lent to people who look alike',
      urgency: 'routine',
      triggers: ['method-change'],
      summary:
        'Genuine residence cards are lent for one crossing to people who look like their holders and are sent back by post.',
      days: [40, 6],
      place: { country: 'ESP', crossingPoint: 'Beni Enzar', coordinates: { lon: -2.93, lat: 35.27 } },
      borderType: 'land',
      route: 'WMED',
      means: ['on-foot', 'car'],
      documents: [
        {
          type: 'residence-permit',
          issuer: 'ESP',
          fraud: 'impostor',
          note: 'Genuine; ears and hairline differ from the picture.',
        },
      ],
      grading: grading('A', '1'),
      trend: 'stable',
      request: 'Look for the same cards used twice within a week.',
    },
    answers: [
      {
        by: 'Rémi Castanède-Volt',
        after: 28,
        answer: 'acting',
        measure: 'Cards used twice in a week are looked at by a second officer.',
      },
      { by: 'Annelies Verbrugghen-Kai', after: 52, answer: 'taken-note' },
      { by: 'Davide Serracchi-Noor', after: 90, answer: 'nothing-to-add' },
    ],
  },
  {
    key: 'riga-transit',
    by: 'Ilze Ozoliņa-Brandt',
    ago: 1.25,
    to: ['state:DE', 'state:NO', 'authority:EU/Frontex'],
    content: {
      title: 'Groups flown in for a transfer they do not take',
      urgency: 'immediate',
      triggers: ['route-change', 'first-indication'],
      summary:
        'Since last week groups of six to nine with onward tickets stay in the transit area and ask for protection there. All tickets were bought on the same day.',
      days: [6, 0],
      place: { country: 'LVA', crossingPoint: 'Riga airport', coordinates: { lon: 23.97, lat: 56.92 } },
      borderType: 'air',
      route: 'EBOR',
      means: ['aircraft'],
      persons: {
        total: 41,
        female: 12,
        male: 21,
        minors: 8,
        citizenships: [
          { country: 'SOM', number: 23 },
          { country: 'CMR', number: 18 },
        ],
      },
      recruitment: 'The journey is offered as a study place with a visa.',
      price: { from: 3500, to: 5000, currency: 'USD', per: 'person' },
      grading: grading('A', '2'),
      trend: 'new',
      request: 'Tell us of groups with transfer tickets through your airports.',
    },
    answers: [
      {
        by: 'Sigrid Havnevik-Ode',
        after: 1,
        answer: 'acting',
        text: 'Transfer passengers at Oslo looked at since this morning.',
        corroboration: 'Two groups on Thursday, the same day of purchase.',
      },
      {
        by: 'Kristaps Vītolnieks-Hale',
        after: 0.5,
        measure: 'Tickets bought on one day for several travellers are looked at before landing.',
      },
    ],
    opened: ['Jonas Wendrich-Aal'],
  },
  {
    key: 'curtains',
    by: 'Katrin Hollerbach-Inys',
    ago: 4.1,
    to: ['state:HR', 'state:IT', 'state:FR', 'state:ES'],
    content: {
      title: 'Lorry curtains cut and sealed again at rest areas',
      urgency: 'priority',
      triggers: ['method-change'],
      summary:
        'Curtains of trailers are cut below the roof at night and sealed with a hot blade, so that drivers do not notice.',
      days: [12, 1],
      place: { country: 'DEU', name: 'Rest areas on the A3', coordinates: { lon: 12.9, lat: 48.9 } },
      borderType: 'inland',
      route: 'WBAL',
      means: ['lorry'],
      method: 'The seam runs along the belt and is found by hand, not by eye.',
      grading: grading('B', '2'),
      trend: 'up',
      request: 'Feel along the upper belt of the curtain at controls.',
    },
    answers: [
      { by: 'Giulia Ferrante-Moss', after: 6, answer: 'taken-note' },
      { by: 'Iker Zubizarreta-Mole', after: 11, answer: 'nothing-to-add' },
    ],
    opened: ['Vesna Kraljić-Dorn'],
  },
  {
    key: 'permits',
    by: 'Silke Brandhorst-Yeo',
    ago: 8.4,
    to: ['state:GR', 'state:HR', 'authority:EU/European Commission'],
    marking: 'LIMITED',
    content: {
      title: 'Genuine work visas obtained with invented contracts',
      urgency: 'priority',
      triggers: ['method-change'],
      summary:
        'Applications for seasonal work name firms that exist and know nothing of them. The same three stamps appear under forty contracts.',
      days: [50, 8],
      place: { country: 'TUR', name: 'Ankara', coordinates: { lon: 32.86, lat: 39.93 } },
      borderType: 'air',
      documents: [
        {
          type: 'visa',
          issuer: 'DEU',
          fraud: 'fraudulently-obtained',
          note: 'Contracts with a stamp whose rim is broken at the same place.',
        },
      ],
      price: { from: 4000, to: 7000, currency: 'EUR', per: 'person' },
      grading: grading('A', '2'),
      trend: 'up',
      request: 'Ask the employer before the visa is issued, and tell us the trade of the firms named.',
    },
    answers: [
      {
        by: 'Nikos Stavridis-Lemo',
        after: 12,
        answer: 'acting',
        measure: 'Employers are telephoned before each seasonal visa.',
      },
      {
        by: 'Annelies Verbrugghen-Kai',
        after: 20,
        answer: 'taken-note',
        question: 'Which trades are named most?',
        reply: 'Harvest work and meat processing.',
      },
    ],
  },
  {
    key: 'seasonal',
    by: 'Sigrid Havnevik-Ode',
    ago: 2.2,
    to: ['all'],
    marking: 'PUBLIC',
    content: {
      title: 'Seasonal-work visas: arrivals now through smaller airports',
      urgency: 'routine',
      triggers: ['route-change'],
      summary:
        'Holders of seasonal-work visas arrive through smaller airports, where few flights meet few officers.',
      days: [40, 3],
      place: { country: 'NOR', name: 'Regional airports' },
      borderType: 'air',
      means: ['aircraft'],
      grading: grading('B', '2'),
      trend: 'up',
      request: 'No action; tell us if you see the same.',
    },
    answers: [
      { by: 'Ilze Ozoliņa-Brandt', after: 8, answer: 'taken-note' },
      { by: 'Eleni Markopoulou-Varda', after: 16, answer: 'nothing-to-add' },
      {
        by: 'Lucía Benavente-Kroy',
        after: 21,
        answer: 'taken-note',
        corroboration: 'The same at two airports in the north.',
      },
    ],
  },
  {
    key: 'ferry-trailers',
    by: 'Nikos Stavridis-Lemo',
    ago: 27.5,
    to: ['state:IT'],
    content: {
      title: 'Refrigerated trailers with the cooling switched off at the ferry',
      urgency: 'immediate',
      triggers: ['method-change'],
      summary:
        'At two ports refrigerated trailers with frozen goods on paper came to the ferry with the cooling switched off. People were inside.',
      days: [2, 0],
      place: { country: 'GRC', crossingPoint: 'Igoumenitsa', coordinates: { lon: 20.27, lat: 39.5 } },
      borderType: 'sea',
      route: 'EMED',
      means: ['lorry', 'ship'],
      persons: { total: 23, minors: 4 },
      danger: 'A closed trailer without cooling holds air for a few hours.',
      grading: grading('A', '1'),
      trend: 'new',
      measures: 'The temperature of every refrigerated trailer is read at the gate.',
      request: 'Read the temperature of trailers that arrive from our ports.',
    },
    answers: [
      {
        by: 'Giulia Ferrante-Moss',
        after: 0.7,
        answer: 'acting',
        measure: 'Temperature read at Bari and Brindisi on arrival.',
      },
      { by: 'Marta Colonnese-Ruiz', after: 1.1, answer: 'acting', corroboration: 'One trailer on Sunday.' },
    ],
  },
  {
    key: 'balkan-summary',
    by: 'Mikael Sandvall-Ito',
    ago: 58.3,
    to: ['state:HR', 'state:IT', 'state:GR', 'state:DE'],
    inForceDays: 30,
    content: {
      title: 'Fewer crossings on foot, more by vehicle on the Western Balkan route',
      urgency: 'routine',
      triggers: ['method-change'],
      summary:
        'Reports of the last two months agree that groups are driven to the border more often and walk less.',
      days: [90, 60],
      place: { country: 'BIH', section: 'Western Balkan route' },
      borderType: 'land',
      route: 'WBAL',
      means: ['car', 'lorry'],
      grading: grading('B', '2'),
      trend: 'stable',
      assessment: 'Drivers are hired for one journey and know only the next meeting place.',
    },
    answers: [
      { by: 'Vesna Kraljić-Dorn', after: 22, answer: 'taken-note' },
      { by: 'Jonas Wendrich-Aal', after: 40, answer: 'taken-note' },
      { by: 'Nikos Stavridis-Lemo', after: 60, answer: 'nothing-to-add' },
      { by: 'Paolo Adinolfi-Brek', after: 61, answer: 'taken-note' },
    ],
  },
  {
    key: 'stamps-first',
    by: 'Rémi Castanède-Volt',
    ago: 41.1,
    to: ['state:ES', 'state:IT', 'state:DE'],
    content: {
      title: 'Forged exit stamps of one airport',
      urgency: 'routine',
      triggers: ['first-indication'],
      summary:
        'Exit stamps of one airport were found whose date wheel stands higher than in the genuine ones.',
      days: [20, 2],
      place: {
        country: 'FRA',
        crossingPoint: 'Paris Charles de Gaulle',
        coordinates: { lon: 2.55, lat: 49.01 },
      },
      borderType: 'air',
      documents: [
        {
          type: 'stamp',
          issuer: 'FRA',
          fraud: 'forged-visa-or-stamp',
          note: 'Date wheel half a millimetre too high.',
        },
      ],
      grading: grading('A', '2'),
      trend: 'new',
    },
    answers: [
      { by: 'Lucía Benavente-Kroy', after: 30, answer: 'taken-note' },
      { by: 'Katrin Hollerbach-Inys', after: 71, answer: 'acting' },
      { by: 'Giulia Ferrante-Moss', after: 99, answer: 'taken-note' },
    ],
  },
  {
    key: 'stamps',
    by: 'Rémi Castanède-Volt',
    ago: 15.3,
    to: ['state:ES', 'state:IT', 'state:DE', 'state:LV'],
    supersedes: 'stamps-first',
    content: {
      title: 'Forged exit stamps of three airports, one maker',
      urgency: 'priority',
      triggers: ['method-change'],
      summary:
        'The forged exit stamps found in autumn now carry the names of three airports. The same flaw in the date wheel points to one maker.',
      days: [45, 2],
      place: {
        country: 'FRA',
        crossingPoint: 'Paris Charles de Gaulle',
        coordinates: { lon: 2.55, lat: 49.01 },
      },
      borderType: 'air',
      documents: [
        {
          type: 'stamp',
          issuer: 'FRA',
          fraud: 'forged-visa-or-stamp',
          note: 'Date wheel half a millimetre too high; ink turns brown under UV.',
        },
      ],
      grading: grading('A', '1'),
      trend: 'up',
      request: 'Look at exit stamps older than three months with a loupe, and count them.',
    },
    answers: [
      {
        by: 'Katrin Hollerbach-Inys',
        after: 10,
        answer: 'acting',
        measure: 'Loupe and lamp at all first-line desks of two airports.',
      },
      { by: 'Lucía Benavente-Kroy', after: 20, answer: 'acting' },
      { by: 'Kristaps Vītolnieks-Hale', after: 23, answer: 'taken-note' },
    ],
  },
  {
    key: 'tunis-dinghies',
    by: 'Davide Serracchi-Noor',
    ago: 9.7,
    to: [
      'authority:IT/Ministry of the Interior',
      'authority:IT/Immigration Directorate',
      'unit:Coastal unit, Calabria',
      'state:FR',
    ],
    marking: 'SENSITIVE',
    content: {
      title: 'Iron boats welded in workshops inland',
      urgency: 'priority',
      triggers: ['method-change'],
      summary:
        'Boats of thin iron are welded in workshops thirty kilometres from the coast and brought to the beach by night. They sink within minutes once they take in water.',
      days: [25, 4],
      place: { country: 'TUN', name: 'Coast near Sfax', coordinates: { lon: 10.76, lat: 34.74 } },
      borderType: 'sea',
      route: 'CMED',
      legs: [leg('transit', 'TUN', 'Sfax', 'boat', 'one night'), leg('entry', 'ITA', 'Lampedusa')],
      means: ['boat'],
      persons: {
        total: 120,
        estimated: true,
        citizenships: [{ country: 'GIN' }, { country: 'CIV' }, { country: 'SDN' }],
      },
      price: { from: 400, to: 700, currency: 'EUR', per: 'person' },
      danger: 'The boats have no buoyancy of their own. There were no life jackets on those found.',
      grading: grading('B', '2'),
      trend: 'up',
      request: 'Count iron boats apart from others.',
    },
    answers: [{ by: 'Rémi Castanède-Volt', after: 20, answer: 'taken-note' }],
    opened: ['Giulia Ferrante-Moss'],
  },
  {
    key: 'wrong-port',
    by: 'Lucía Benavente-Kroy',
    ago: 22.6,
    to: ['state:FR', 'state:IT', 'state:HR'],
    content: {
      title: 'Fast boats from a new beach',
      urgency: 'priority',
      triggers: ['route-change'],
      summary: 'Fast boats were reported to set out from a beach that was not used before.',
      days: [3, 1],
      place: { country: 'DZA', name: 'Coast west of Oran', coordinates: { lon: -0.9, lat: 35.75 } },
      borderType: 'sea',
      route: 'WMED',
      means: ['boat'],
      grading: grading('D', '4'),
      trend: 'new',
    },
    answers: [{ by: 'Mathilde Garrigue-Soan', after: 5, answer: 'taken-note' }],
    withdrawn: { after: 50, reason: 'The source confused two places. There is nothing to look for.' },
  },
  {
    key: 'oslo-bus',
    by: 'Eirik Lofthus-Tarn',
    ago: 37.2,
    to: ['state:LV', 'state:DE'],
    inForceDays: 21,
    content: {
      title: 'Night bus with a second stop close to the crossing',
      urgency: 'routine',
      triggers: ['route-change'],
      summary:
        'A night line now stops a second time close to the crossing, outside the timetable, and leaves with fewer passengers.',
      days: [10, 2],
      place: {
        country: 'NOR',
        section: 'NO–SE land border',
        name: 'Svinesund',
        coordinates: { lon: 11.27, lat: 59.1 },
      },
      borderType: 'land',
      route: 'INEU',
      means: ['bus'],
      grading: grading('C', '2'),
      trend: 'new',
    },
    answers: [
      { by: 'Ilze Ozoliņa-Brandt', after: 30, answer: 'nothing-to-add' },
      { by: 'Jonas Wendrich-Aal', after: 33, answer: 'taken-note' },
    ],
  },
  {
    key: 'agency-black-sea',
    by: 'Mikael Sandvall-Ito',
    ago: 13.8,
    to: ['state:GR', 'state:DE', 'authority:EU/European Commission'],
    marking: 'SENSITIVE',
    content: {
      title: 'Cargo vessels that change their flag before a last voyage',
      urgency: 'priority',
      triggers: ['first-indication'],
      summary:
        'Three old cargo vessels changed flag and owner within a month and were then moved to small ports where they take no cargo.',
      days: [30, 3],
      place: { country: 'TUR', name: 'Black Sea coast', coordinates: { lon: 31.4, lat: 41.3 } },
      borderType: 'sea',
      route: 'BLKS',
      means: ['ship'],
      grading: grading('C', '3'),
      trend: 'new',
      assessment:
        'One such vessel could carry several hundred people. There is no sign yet that this is meant.',
      request: 'Tell us of changes of flag among vessels older than forty years.',
    },
    answers: [
      {
        by: 'Yannis Petrakis-Orfeo',
        after: 6,
        answer: 'acting',
        measure: 'Port calls of the three vessels are watched.',
      },
      {
        by: 'Silke Brandhorst-Yeo',
        after: 18,
        answer: 'acting',
        question: 'Is the former owner the same for all three?',
        reply: 'Two of the three share an address.',
      },
    ],
  },
  {
    key: 'rail-draft',
    by: 'Marta Colonnese-Ruiz',
    ago: 0.6,
    to: ['state:FR'],
    leave: 'draft',
    content: {
      title: 'Roof spaces of regional trains',
      urgency: 'priority',
      triggers: ['method-change'],
      summary:
        'People were found in the roof space above the toilet of regional trains, close to the power line.',
      days: [4, 0],
      place: { country: 'ITA', crossingPoint: 'Ventimiglia', coordinates: { lon: 7.6, lat: 43.79 } },
      borderType: 'land',
      route: 'INEU',
      means: ['rail'],
      danger: 'The power line is within reach of the hatch.',
      grading: grading('A', '1'),
    },
  },
  {
    key: 'greek-draft',
    related: ['yachts-first', 'crews'],
    by: 'Yannis Petrakis-Orfeo',
    ago: 1.9,
    to: [],
    leave: 'draft',
    content: {
      title: 'Job advertisements for skippers, paid per crossing',
      urgency: 'routine',
      triggers: ['first-indication'],
      summary: 'Advertisements for skippers name a sum for each crossing and ask for no licence.',
      days: [15, 2],
      place: { country: 'GRC' },
    },
  },
  {
    key: 'tokens',
    by: 'Annelies Verbrugghen-Kai',
    ago: 5.5,
    to: ['state:GR', 'state:IT', 'state:HR', 'state:LV', 'state:DE', 'state:FR', 'state:ES', 'state:NO'],
    content: {
      title: 'Payment by shop vouchers instead of couriers',
      urgency: 'routine',
      triggers: ['method-change'],
      summary:
        'In reports of four States the price of a journey is paid with shop vouchers bought in small sums on the day of arrival.',
      days: [60, 10],
      place: { country: 'BEL', name: 'Several States' },
      borderType: 'inland',
      price: { from: 50, to: 200, currency: 'EUR', per: 'leg' },
      grading: grading('B', '2'),
      trend: 'up',
      assessment: 'Couriers lose weight, which makes the networks harder to follow.',
      request: 'Ask about the manner of payment in every debriefing.',
    },
    answers: [
      { by: 'Eleni Markopoulou-Varda', after: 14, answer: 'acting' },
      { by: 'Mathilde Garrigue-Soan', after: 20, answer: 'taken-note' },
      {
        by: 'Katrin Hollerbach-Inys',
        after: 25,
        answer: 'acting',
        corroboration: 'Named in nine debriefings.',
      },
      { by: 'Lucía Benavente-Kroy', after: 60, answer: 'taken-note' },
    ],
  },
]
