// Every component with invented content, for the tests of this room. Not part of the app.
import { lazy, StrictMode, Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { places } from '#vocabulary/country.ts'
import { Chart, MonthBars } from './chart.tsx'
import { Dialog } from './dialog.tsx'
import { DraftNote, useDraft } from './draft.tsx'
import { Field } from './field.tsx'
import { Fields } from './fields.tsx'
import { Form, SubmitButton, useForm, useFormValues } from './form.tsx'
import { countryCode, countryName } from './format.ts'
import { useLanguage } from './i18n.ts'
import { usePageMarking } from './page.ts'
import { Empty, ErrorPage, Facts, Notice, PageHead, Part, Progress } from './parts.tsx'
import { RouteDiagram } from './route-diagram.tsx'
import { Shell } from './shell.tsx'
import { startUi } from './start.ts'
import { Deadline, Ladder, MarkingTag, Pieces, Sign, UrgencySign } from './status.tsx'
import { type Column, Table } from './table.tsx'
import { Timeline } from './timeline.tsx'
import { toast } from './toast.tsx'

const WorldMap = lazy(() => import('./map.tsx').then(({ WorldMap: component }) => ({ default: component })))

const hour = 3_600_000
const now = Date.now()
const at = (hours: number) => new Date(now + hours * hour)
type Urgency = 'routine' | 'priority' | 'immediate'
type Marking = 'PUBLIC' | 'LIMITED' | 'SENSITIVE'
interface Item {
  number: string
  title: string
  state: string
  urgency: Urgency
  marking: Marking
  due: Date
  units: number
}
const few: Item[] = [
  {
    number: 'EWS-BG-2026-0061',
    title: 'Lorry curtains cut and sealed again at rest areas before the border',
    state: 'BG',
    urgency: 'priority',
    marking: 'LIMITED',
    due: at(-1.7),
    units: 12,
  },
  {
    number: 'EWS-EL-2026-0093',
    title: 'Sailing yachts from the Izmir coast to Calabria, persons below deck',
    state: 'GR',
    urgency: 'immediate',
    marking: 'SENSITIVE',
    due: at(2.3),
    units: 7,
  },
  {
    number: 'EWS-AT-2026-0118',
    title: 'Genuine residence permits obtained with invented work contracts',
    state: 'AT',
    urgency: 'priority',
    marking: 'LIMITED',
    due: at(26),
    units: 27,
  },
  {
    number: 'EWS-ES-2026-0155',
    title: 'Larger wooden boats setting out further south',
    state: 'ES',
    urgency: 'routine',
    marking: 'PUBLIC',
    due: at(130),
    units: 1204,
  },
]
const states = ['BG', 'GR', 'AT', 'ES', 'GB', 'XK', 'DE']
const thousands: Item[] = Array.from({ length: 10_000 }, (_, index) => ({
  number: `EWS-${states[index % 7]}-2026-${String(index + 1).padStart(5, '0')}`,
  title: `Invented entry ${(index * 7919) % 10_000} about a route`,
  state: states[index % 7] ?? 'BG',
  urgency: (['routine', 'priority', 'immediate'] as const)[index % 3] ?? 'routine',
  marking: (['PUBLIC', 'LIMITED', 'SENSITIVE'] as const)[index % 3] ?? 'PUBLIC',
  due: at((index % 300) - 20),
  units: (index * 37) % 5000,
}))

const Work = () => {
  const language = useLanguage()
  usePageMarking('SENSITIVE', 'Highest on this page. For the units named in each warning only.')
  const columns: Column<Item>[] = [
    {
      id: 'urgency',
      header: 'Urgency',
      width: 'short',
      nowrap: true,
      value: row => ['immediate', 'priority', 'routine'].indexOf(row.urgency),
      cell: row => <UrgencySign urgency={row.urgency} />,
    },
    {
      id: 'title',
      header: 'Warning',
      title: true,
      value: row => `${row.title} ${row.number}`,
      cell: row => (
        <>
          <a className="row-title" href={`/warnings/${row.number}`}>
            {row.title}
          </a>
          <span className="row-meta">
            <span className="number">{row.number}</span>
            <span>
              {countryCode(row.state)} {countryName(row.state, language)}
            </span>
          </span>
        </>
      ),
    },
    {
      id: 'marking',
      header: 'Marking',
      width: 'middle',
      value: row => row.marking,
      cell: row => <MarkingTag marking={row.marking} />,
    },
    {
      id: 'due',
      header: 'Answer due',
      width: 'long',
      value: row => row.due,
      cell: row => <Deadline due={row.due} />,
    },
    { id: 'units', header: 'Units', numeric: true, value: row => row.units },
    {
      id: 'action',
      header: 'Action',
      unseenHeader: true,
      width: 'action',
      cell: row => (
        <button type="button" className="button" data-size="small" aria-label={`Answer ${row.number}`}>
          Answer
        </button>
      ),
    },
  ]
  const [rows, setRows] = useState<Item[]>(few)
  return (
    <>
      <PageHead
        title="My work"
        actions={
          <>
            <button type="button" className="button" data-kind="primary" onClick={() => setRows(thousands)}>
              Ten thousand
            </button>
            <button
              type="button"
              className="button"
              onClick={() =>
                toast({
                  kind: 'stop',
                  title: 'Not sent',
                  text: 'The line is down. Your answer is kept here.',
                })
              }
            >
              Toast
            </button>
          </>
        }
      >
        One answer is late; one is due by noon.
      </PageHead>
      <div className="columns">
        <div>
          <Part
            title="Addressed to us"
            count={few.length}
            caption="Waiting for our answer"
            end={
              <a className="link" href="/warnings">
                All warnings we can see
              </a>
            }
          >
            <Table
              label="Warnings"
              tools="warnings"
              columns={columns}
              rows={rows}
              rowId={row => row.number}
            />
          </Part>
          <Part title="Our warnings: what they led to">
            <ul className="rows">
              <li>
                <div>
                  <a className="row-title" href="/x">
                    Groups crossing by inflatable
                  </a>
                  <Pieces acting={4} noted={6} silent={2} />
                </div>
                <MarkingTag marking="LIMITED" />
              </li>
            </ul>
          </Part>
          <Part title="Notices">
            <Notice kind="stop" title="Not sent: two things to mend">
              <p>See below.</p>
            </Notice>
            <Notice kind="check" title="Changed by someone else at 09:40">
              <p>Both versions are kept.</p>
            </Notice>
            <Notice kind="done" title="Clear to send" />
            <Progress label="Importing 26 564 rows: 17 300 done." done={17_300} of={26_564} />
          </Part>
        </div>
        <aside aria-label="Answers">
          <Part title="Who has answered" caption="5 of 7 units">
            <Ladder
              rows={[
                {
                  id: 1,
                  unit: 'HR · National contact point',
                  mine: true,
                  delivered: at(-4),
                  opened: at(-1),
                  answer: null,
                  due: at(2),
                },
                {
                  id: 2,
                  unit: 'IT · Coastal unit, Calabria',
                  delivered: at(-4),
                  opened: at(-3.5),
                  answer: { kind: 'acting', label: 'Acting', at: at(-3) },
                  note: '“Air patrol from today.”',
                },
                {
                  id: 3,
                  unit: 'MT · Duty desk',
                  delivered: at(-4),
                  opened: null,
                  answer: null,
                  due: at(-1.7),
                  note: <Sign kind="late">Escalated 08:15</Sign>,
                },
              ]}
            />
          </Part>
          <Part title="Requests to us" count={0}>
            <Empty title="No question is waiting for you.">
              When another State asks, it appears here.{' '}
              <a className="link" href="/r">
                See answered requests
              </a>
            </Empty>
          </Part>
          <Part title="On duty now">
            <Facts
              facts={[
                ['Croatia', 'Duty desk, until 18:00 UTC'],
                ['Network', 'Help desk'],
              ]}
            />
          </Part>
        </aside>
      </div>
    </>
  )
}

const schema = z.object({
  what: z
    .array(z.enum(['first-indication', 'route', 'method', 'other']))
    .min(1)
    .meta({ title: 'What is new?' }),
  happened: z.string().min(10).max(2000).meta({
    title: 'What happened?',
    description: 'The first sentence becomes the title. Numbers of persons: counts only.',
  }),
  where: z.array(z.string()).min(1).meta({ title: 'Where?', description: 'Countries on the route' }),
  day: z.iso.date().meta({ title: 'When?' }),
  urgency: z.enum(['routine', 'priority', 'immediate']).meta({ title: 'How urgent?' }),
  marking: z.enum(['PUBLIC', 'LIMITED', 'SENSITIVE']).meta({ title: 'How may it be handled?' }),
  persons: z.int().min(1).max(5000).optional().meta({ title: 'Persons' }),
  border: z
    .enum(['land', 'sea', 'airport', 'inland', 'green', 'crossing-point', 'other'])
    .optional()
    .meta({ title: 'Border type' }),
  price: z
    .object({ amount: z.number().positive(), currency: z.enum(['EUR', 'USD']) })
    .optional()
    .meta({ title: 'Price' }),
  legs: z
    .array(z.object({ country: z.string().length(3), note: z.string().optional() }))
    .optional()
    .meta({ title: 'Leg' }),
})

const Writing = () => {
  const language = useLanguage()
  usePageMarking('LIMITED', 'Marking chosen for this draft. Nobody else sees it until you send it.')
  const [asked, setAsked] = useState(false)
  const form = useForm({
    schema,
    send: async value => {
      if (value.happened.includes('fault')) throw new Error('x')
      if (value.happened.includes('conflict'))
        throw Object.assign(new Error('It has changed in the meantime.'), {
          code: 'conflict',
          data: {
            issues: [{ path: ['day'], message: 'The day is after today.', mend: 'Did you mean yesterday?' }],
          },
        })
      await Promise.resolve()
      setAsked(true)
    },
    check: values => {
      const text = typeof values.happened === 'string' ? values.happened : ''
      const found = /\p{Lu}\p{L}+ \p{Lu}\p{L}+, born [\d.]+/u.exec(text)
      return found
        ? [
            {
              path: ['happened'],
              message: 'Take out the name and date of birth (underlined).',
              range: [found.index, found.index + found[0].length],
            },
          ]
        : []
    },
  })
  const values = useFormValues(form)
  const draft = useDraft('gallery', values, { restore: form.replace })
  const choices = places.map(value => ({
    value,
    label: `${countryCode(value)} ${countryName(value, language)}`,
  }))
  return (
    <>
      <PageHead title="New warning">Six answers, about two minutes.</PageHead>
      <div className="columns" data-near>
        <Form form={form} label="New warning" onSave={() => void draft.save()}>
          <Field path="what" number={1} />
          <Field path="happened" number={2} />
          <Field path="where" number={3} choices={choices} placeholder="Add another place" />
          <Field path="day" number={4} />
          <Field path="urgency" number={5} draw={value => <UrgencySign urgency={value as Urgency} />} />
          <Field
            path="marking"
            number={6}
            as="column"
            draw={value => <MarkingTag marking={value as Marking} />}
          />
          <Fields only={['persons', 'border', 'price', 'legs']} />
          <div className="save-bar">
            <div className="buttons">
              <SubmitButton>Check and send</SubmitButton>
            </div>
            <p className="caption" id="draft-note">
              <DraftNote state={draft.state} />
            </p>
          </div>
        </Form>
        <aside aria-label="Check">
          <Part title="Check">
            <p>As you write.</p>
          </Part>
        </aside>
      </div>
      {asked && (
        <Dialog
          title="Send this warning to 9 units?"
          onClose={() => setAsked(false)}
          actions={
            <button type="button" className="button" data-kind="primary" onClick={() => setAsked(false)}>
              Send to 9 units
            </button>
          }
        >
          <p>It cannot be unsent; you can correct or withdraw it.</p>
        </Dialog>
      )}
    </>
  )
}

const months = Array.from({ length: 36 }, (_, index) => ({
  month: `${2019 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  value: Math.round(4000 + 3500 * Math.sin(index / 3) + ((index * 977) % 900)),
}))
const areas: [name: string, lon: number, lat: number, figure: number][] = [
  ['Off Zuwarah and Tripoli', 12.5, 33.2, 812],
  ['Gulf of Gabès and Zarzis', 10.9, 34.2, 336],
  ['Off Nouadhibou', -17.3, 20.6, 165],
  ['Off Khoms and Misrata', 14.4, 32.7, 137],
  ['Gulf of Tunis to Sfax', 10.9, 36.0, 115],
  ['South of Lampedusa', 12.5, 35.3, 101],
  ['Off Oran and Mostaganem', -0.4, 36.3, 86],
  ['Crete and Cyclades', 24.9, 35.9, 74],
  ['Strait of Gibraltar', -5.6, 35.9, 67],
  ['Evros / Meriç valley', 26.3, 41.2, 55],
]

const Situation = () => {
  const [selected, setSelected] = useState<string | null>(null)
  const [span, setSpan] = useState<readonly [string, string] | null>(['2021-01', '2021-12'])
  usePageMarking('PUBLIC', 'Figures invented for the gallery.')
  return (
    <>
      <PageHead title="Situation">Map, timeline and list show the same selection.</PageHead>
      <Part
        title="Map"
        caption="1 948 persons dead or missing"
        end={
          <a className="link" href="#list">
            Same figures as a list
          </a>
        }
      >
        <Suspense fallback={<p>…</p>}>
          <WorldMap
            label="Map of the Mediterranean"
            extent={[-19, 19, 37, 46]}
            points={areas.map(([name, lon, lat, figure], index) => ({
              id: String(index),
              lon,
              lat,
              figure,
              mark: String(index + 1),
              label: `${index + 1}. ${name}: ${figure} dead or missing`,
            }))}
            signs={[{ id: 'w1', lon: 26, lat: 39, label: 'Warning W1', text: 'W1' }]}
            routes={[
              {
                id: 'c',
                label: 'Central Mediterranean',
                path: [
                  [13, 32.9],
                  [13.4, 35],
                  [14.2, 36.8],
                ],
              },
            ]}
            unit={figure => `${figure} persons`}
            selected={selected}
            onSelect={setSelected}
          />
        </Suspense>
        <p className="source" id="chosen-area">
          {selected === null ? '–' : (areas[Number(selected)]?.[0] ?? selected)}
        </p>
      </Part>
      <Part title="Timeline" caption="Detections by month">
        <Timeline label="Detections" data={months} span={span} onChange={setSpan} />
      </Part>
      <Part title="By route">
        <div className="multiples">
          <MonthBars title="Central Mediterranean" data={months} span={span} top={10_000} table />
          <MonthBars
            title="Western Balkan"
            data={months.map(each => ({ ...each, value: Math.round(each.value / 3) }))}
            span={span}
            top={10_000}
          />
        </div>
        <div className="pair">
          <Chart
            kind="bar"
            title="Warnings by State"
            axis="State"
            labels={['BG', 'EL', 'ES', 'HR', 'IT']}
            series={[{ name: 'Warnings', values: [12, 31, 18, 7, 25] }]}
          />
          <Chart
            kind="line"
            title="Warnings by quarter"
            axis="Quarter"
            labels={['Q1', 'Q2', 'Q3', 'Q4']}
            series={[
              { name: 'Issued', values: [12, 31, 18, 27] },
              { name: 'Answered', values: [10, 30, null, 24] },
            ]}
          />
        </div>
      </Part>
      <Part title="Route" caption="Solid: established. Broken: as stated">
        <RouteDiagram
          label="Route"
          stations={[
            {
              id: 1,
              role: 'Origin',
              place: 'AF, IR, IQ',
              note: 'Entry to TR over land',
              leg: 'by road',
              claimed: true,
            },
            { id: 2, role: 'Transit', place: 'TR Izmir, Didim', note: 'Small marinas', leg: 'by yacht' },
            { id: 3, role: 'Transit', place: 'South of EL', note: 'No port call', leg: '4–6 days' },
            {
              id: 4,
              role: 'Entry point',
              place: 'IT Calabria',
              note: 'Ionian coast',
              leg: 'by road',
              claimed: true,
              entry: true,
            },
            { id: 5, role: 'Destination, stated', place: 'DE, SE, UK' },
          ]}
        />
      </Part>
    </>
  )
}

const pages: Record<string, () => React.ReactNode> = {
  '/work': Work,
  '/warnings': Writing,
  '/situation': Situation,
  '/nothing': () => <ErrorPage />,
  '/fault': () => <ErrorPage id="01JD-4711" />,
}

const Gallery = () => {
  const [path, setPath] = useState(location.hash.slice(1) || '/work')
  const Page = pages[path] ?? Work
  const navigate = (href: string) => {
    history.pushState(null, '', `#${href}`)
    setPath(href)
  }
  return (
    <Shell
      path={path}
      navigate={navigate}
      demonstration
      ceiling="SENSITIVE"
      home="/work"
      who={{ name: 'Vesna Kraljić-Dorn', unit: 'National contact point, HR Croatia', href: '/me' }}
      navigation={[
        { id: 'work', href: '/work', label: 'My work', count: 8 },
        { id: 'situation', href: '/situation', label: 'Situation' },
        { id: 'warnings', href: '/warnings', label: 'Warnings', count: 5 },
        { id: 'nothing', href: '/nothing', label: 'Nothing' },
        { id: 'fault', href: '/fault', label: 'Fault' },
        { id: 'directory', href: '/directory', label: 'Directory', group: 'Network' },
        { id: 'mail', href: '/mail', label: 'Mail', group: 'Network', count: 4 },
      ]}
      commands={[{ id: 'new', label: 'New warning', key: 'n', href: '/warnings' }]}
      search={async words =>
        Promise.resolve(
          few
            .filter(item => item.title.toLowerCase().includes(words.toLowerCase()))
            .map(item => ({
              id: item.number,
              label: item.title,
              hint: item.number,
              marking: item.marking,
              href: `/warnings`,
            })),
        )
      }
    >
      <Page key={path} />
    </Shell>
  )
}

await startUi()
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
