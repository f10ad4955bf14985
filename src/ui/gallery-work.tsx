// A page of the gallery: signs, a short table and one of ten thousand lines, ladder, notices.
import { useState } from 'react'
import type { Marking } from '#vocabulary/marking.ts'
import { countryCode, countryName } from './format.ts'
import { useLanguage } from './i18n.ts'
import { usePageMarking } from './page.ts'
import { Empty, Facts, Notice, PageHead, Part, Progress } from './parts.tsx'
import { Deadline, Ladder, MarkingTag, Pieces, Sign, type Urgency, UrgencySign } from './status.tsx'
import { type Column, Table } from './table.tsx'
import { toast } from './toast.tsx'

const hour = 3_600_000
const now = Date.now()
const at = (hours: number) => new Date(now + hours * hour)
interface Item {
  number: string
  title: string
  state: string
  urgency: Urgency
  marking: Marking
  due: Date
  units: number
}
export const few: Item[] = [
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

export const Work = () => {
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
