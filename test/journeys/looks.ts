import type { Page } from 'playwright-core'
import { Content } from '#features/warnings/content.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import type { World } from '../world.ts'

/** What the pages looked at are about, entered before the first test: found by the tests, read when a page is opened. */
export const at = { full: '', draft: '', alert: '', list: '', hit: '', passenger: '', flight: '' }

/** A way to bring a page into a state: presses of buttons by name, keys in angle brackets, or anything else. */
export type Step = string | ((page: Page) => Promise<unknown>)
export const take = async (page: Page, steps: readonly Step[]) => {
  for (const step of steps)
    if (typeof step === 'function') await step(page)
    else if (step.startsWith('<')) await page.keyboard.press(step.slice(1, -1))
    else await page.getByRole('button', { name: step }).first().click()
}
const shown = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor()
const dialog = (page: Page) => page.getByRole('dialog').waitFor()
const faulty = (page: Page) => page.locator('.field[data-invalid]').first().waitFor()
const search = (words: string) => async (page: Page) => {
  await page.getByRole('searchbox').first().fill(words)
  await page.keyboard.press('Enter')
}

/** A person, where they look, and the states of that page in order, each reached from the one before. */
type Look = [path: () => string, ...states: [name: string, ...Step[]][]]
export const looksOf = (world: World): [persona: string | null, purpose: Purpose | null, ...Look[]][] => [
  [
    'vesna-kraljic-dorn',
    null,
    [
      () => '/',
      ['at rest'],
      ['palette', '<Control+k>', dialog, page => page.keyboard.type('lorr'), shown(/^Found/)],
      ['nothing found', page => page.keyboard.type(' qqqq'), shown(/Nothing found/), '<Escape>'],
      ['keys', '<?>', dialog],
      [
        'toast',
        '<Escape>',
        async page => {
          const greece = await world.as('giulia-ferrante-moss')
          const made = await greece.warnings.draft({
            content: Content.parse({
              summary: 'Yachts leave three marinas by night.',
              triggers: ['route-change'],
              when: '2026-11-20',
              urgency: 'immediate',
              place: { country: 'ITA', name: 'Crotone' },
            }),
            handling: { marking: 'LIMITED', audience: ['state:HR'] },
          })
          await greece.warnings.issue({ id: made.id, revision: made.revision })
          await page.locator('.toast').waitFor()
        },
      ],
      [
        'line lost',
        page => page.context().setOffline(true),
        shown(/line is down|Connection lost|No connection/i),
        page => page.context().setOffline(false),
      ],
    ],
    [
      () => `/warnings/${at.full}`,
      ['answering', '<a>', '<Space>'],
      ['we see this too', '<s>', dialog],
      ['a question', '<Escape>', '<q>', dialog],
    ],
    [
      () => '/warnings',
      ['at rest'],
      ['empty', page => page.getByRole('searchbox').first().fill('qqqq'), shown('No warning fits.')],
      ['saved search', 'Save this search…', dialog],
      ['from CAP', '<Escape>', 'From CAP…', dialog],
    ],
    [() => '/nowhere', ['not found', shown(/not found/i)]],
    [
      () => '/mandates',
      ['at rest'],
      ['grant', 'Grant a mandate', dialog],
      ['grant, refused', '<Control+Enter>', shown(/Not sent yet/)],
      ['withdraw', '<Escape>', /* first row */ 'Withdraw', dialog],
      ['extend', '<Escape>', 'Extend', dialog],
      ['plan a duty', '<Escape>', 'Plan a duty', dialog],
      ['enter an official', '<Escape>', 'Enter an official', dialog],
    ],
  ],
  [
    'eleni-markopoulou-varda',
    null,
    [
      () => `/warnings/${at.draft}/edit`,
      ['stopped words', shown('One stop: personal data')],
      ['refused', '<Control+Enter>', shown(/Not sent yet/)],
      ['mended and to be sent', 'Leave out the words', shown('Ready to send'), '<Control+Enter>', dialog],
      ['to be deleted', '<Escape>', 'Delete draft', dialog],
      ['short form', '<Escape>', 'Back to the short form'],
    ],
    [
      () => `/warnings/${at.full}`,
      ['owner'],
      ['withdraw', 'Withdraw…', dialog],
      ['widen', '<Escape>', 'Add recipients…', dialog],
    ],
    [() => '/warnings/new', ['everything missing', '<Control+Enter>', shown(/Not sent yet/)]],
  ],
  ['bertil-oksanen-grey', null, [() => '/administration', ['at rest'], ['admit', 'Admit a State', dialog]]],
  [
    'annelies-verbrugghen-kai',
    null,
    [() => '/situation', ['empty'], ['import', 'Import open data…', dialog]],
  ],
  [
    'clara-nordqvist-bey',
    null,
    [() => '/record?operation=nothing.such', ['empty']],
    [() => '/directory?search=qqqq', ['empty']],
    [() => '/hits', ['purpose to be stated', shown('What do you need personal data for?')]],
  ],
  [
    'kristaps-vitolnieks-hale',
    'border-check',
    [() => '/', ['what waits at the desk', shown(/hits? to look at/)]],
    [() => '/alerts', ['at rest'], ['empty', search('qqqq'), shown(/No alert/)]],
    [() => '/alerts/lists', ['at rest']],
    [() => '/alerts/ask', ['nothing asked', '<Control+Enter>', shown(/Give a name/)]],
    [() => '/hits', ['at rest']],
    [() => `/hits/${at.hit}`, ['at rest'], ['reason missing', '<1>', '<Control+Enter>', faulty]],
    [() => '/hits/known', ['at rest'], ['withdraw', 'Withdraw', dialog]],
    [() => '/hits/months', ['at rest']],
    [() => '/passengers', ['at rest'], ['expect a flight', 'Expect a flight', dialog]],
    [() => '/passengers/messages', ['at rest']],
    [() => '/passengers/carriers', ['at rest'], ['enter', 'Enter a carrier', dialog]],
    [() => '/passengers/by-hand', ['everything missing', 'Add a person', '<Control+Enter>', faulty]],
  ],
  ['clara-nordqvist-bey', 'supervision', [() => '/passengers/oversight', ['flights and decisions']]],
  [
    'laima-rudzite-penn',
    'request-of-the-person',
    [() => '/passengers/oversight', ['a person who asks', '<Control+Enter>', faulty]],
    [() => '/hits', ['overseen']],
    [() => '/hits/held', ['at rest'], ['nothing asked', '<Control+Enter>', shown(/Give a name/)]],
  ],
  [
    'despina-kalogirou-astel',
    'alert-keeping',
    [
      () => '/alerts/due',
      ['at rest'],
      ['extend', 'Extend', dialog],
      ['withdraw', '<Escape>', 'Withdraw', dialog],
    ],
    [() => '/alerts/import', ['at rest']],
    [() => '/alerts/lists', ['a list’s terms', 'Change terms', dialog]],
    [() => `/alerts/${at.alert}`, ['owner']],
    [() => `/alerts/${at.alert}/edit`, ['changing']],
    [() => `/alerts/new?list=${at.list}`, ['everything missing', 'Check and save', faulty]],
    [() => '/hits/forms', ['at rest'], ['answer', 'Answer', dialog]],
  ],
  [null, null, [() => '/warnings', ['signed out', shown(/Sign in/)]]],
]

/** Every screen once, with a person who has it. */
export const screens: [persona: string | null, purpose: Purpose | null, ...paths: (() => string)[]][] = [
  [
    'eleni-markopoulou-varda',
    null,
    () => '/',
    () => '/warnings',
    () => `/warnings/${at.full}`,
    () => '/warnings/new',
    () => `/warnings/${at.draft}/edit`,
    () => '/situation',
    () => '/mandates',
    () => '/directory',
    () => '/directory/states/IT',
    () => '/directory/units/1',
    () => '/directory/officials/3',
    () => '/settings',
    () => '/settings/record',
  ],
  ['bertil-oksanen-grey', null, () => '/administration'],
  ['clara-nordqvist-bey', 'supervision', () => '/record', () => '/passengers/oversight'],
  ['laima-rudzite-penn', 'request-of-the-person', () => '/hits/held'],
  [
    'kristaps-vitolnieks-hale',
    'border-check',
    () => '/',
    () => '/alerts',
    () => '/alerts/lists',
    () => `/alerts/${at.alert}`,
    () => '/alerts/ask',
    () => '/hits',
    () => `/hits/${at.hit}`,
    () => '/hits/known',
    () => '/hits/months',
    () => '/passengers',
    () => '/passengers/review',
    () => `/passengers/flights/${at.flight}`,
    () => `/passengers/flights/${at.flight}#cabin`,
    () => `/passengers/people/${at.passenger}`,
    () => '/passengers/messages',
    () => '/passengers/carriers',
    () => '/passengers/figures',
    () => '/passengers/by-hand',
  ],
  [
    'despina-kalogirou-astel',
    'alert-keeping',
    () => '/alerts/due',
    () => '/alerts/import',
    () => `/alerts/${at.alert}`,
    () => `/alerts/${at.alert}/edit`,
    () => `/alerts/new?list=${at.list}`,
    () => '/hits/forms',
  ],
  [null, null, () => '/sign-in'],
]
