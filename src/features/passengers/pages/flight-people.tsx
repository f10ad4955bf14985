import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Empty, Part } from '#ui/parts.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { Flight, Passenger } from '../model.ts'
import { Checks, Stands } from './cells.tsx'
import { nameOf, useWords, type Words } from './words.ts'

const views = ['passengers', 'look', 'crew', 'bookings', 'gone'] as const
type View = (typeof views)[number]

const isCrew = ({ kind }: Passenger) => kind === 'crew' || kind === 'transit-crew'
const within: Record<View, (person: Passenger) => boolean> = {
  passengers: person => person.source === 'api' && person.cancelledAt === null && !isCrew(person),
  look: person =>
    person.cancelledAt === null &&
    (person.suggestion === 'selectee' || person.decided || person.checks.length > 0),
  crew: person => person.source === 'api' && person.cancelledAt === null && isCrew(person),
  bookings: person => person.source === 'pnr' && person.cancelledAt === null,
  gone: person => person.cancelledAt !== null,
}

/** Everybody on a flight, in a table that stays quick with some hundreds of rows. */
export const FlightPeople = ({ flight }: { flight: Flight & { people: Passenger[] } }) => {
  const words = useWords()
  const { t } = words
  const router = useRouter()
  const [view, setView] = useState<View>('passengers')
  const shown = useMemo(() => {
    const some = flight.people.filter(within[view])
    // Whoever is announced and booked is looked at once.
    const both = new Set(view === 'look' ? some.map(({ id }) => id) : [])
    return some.filter(({ sameAs }) => sameAs === null || !both.has(sameAs))
  }, [flight.people, view])
  // The same array as long as the words are the same: with a new one, every row would be drawn again.
  const said = useMemo(() => columns(words), [words])
  const choices = views.filter(each => each === 'passengers' || flight.people.some(within[each]))
  return (
    <Part
      title={t('people')}
      count={shown.length}
      id="people"
      end={
        choices.length > 1 && (
          <span className="views" role="group" aria-label={t('people.views')}>
            {choices.map(each => (
              <button
                key={each}
                type="button"
                className="button"
                data-size="small"
                aria-pressed={view === each}
                onClick={() => setView(each)}
              >
                {t(`view.${each}`)}
              </button>
            ))}
          </span>
        )
      }
    >
      <Table
        key={view}
        label={t('people')}
        tools="passengers"
        rows={shown}
        rowId={person => person.id}
        onOpen={person => void router.navigate({ href: `/passengers/people/${person.id}` })}
        columns={said}
        empty={
          <Empty
            title={t(
              flight.state === 'expected' || flight.state === 'late' ? 'people.none' : 'people.nobody',
            )}
          >
            {t('people.none.text')}
          </Empty>
        }
      />
    </Part>
  )
}

const columns = ({ t, code, country }: Words): Column<Passenger>[] => [
  {
    id: 'name',
    header: t('column.name'),
    title: true,
    value: person => nameOf(t, person),
    cell: person => (
      <>
        <a className="row-title" href={`/passengers/people/${person.id}`}>
          {nameOf(t, person)}
        </a>
        <span className="row-meta">
          {person.kind !== 'passenger' && <span>{code('kind', person.kind)}</span>}
          {person.source === 'pnr' && <span>{t(person.sameAs === null ? 'booked.only' : 'booked')}</span>}
          {person.onBoard === false && <span>{t('not-on-board')}</span>}
          {person.onBoard === true && <span>{t('on-board')}</span>}
        </span>
      </>
    ),
  },
  {
    id: 'standing',
    header: t('column.standing'),
    value: person => ({ 'no-board': 0, selectee: 1, board: 2 })[person.standing],
    cell: person => <Stands person={person} />,
    width: 'long',
  },
  {
    id: 'birth',
    header: t('column.birth'),
    value: person => person.birth,
    cell: person => <span className="number nowrap">{person.birth ?? '–'}</span>,
    width: 'middle',
    nowrap: true,
  },
  { id: 'sex', header: t('column.sex'), value: person => person.sex ?? '', hidden: true },
  {
    id: 'nationality',
    header: t('column.nationality'),
    value: person => (person.nationality ? country(person.nationality) : ''),
    width: 'middle',
  },
  {
    id: 'document',
    header: t('column.document'),
    value: person => person.documents[0]?.number ?? '',
    cell: person =>
      person.documents[0] ? (
        <>
          <span className="number">
            {person.documents[0].type} {person.documents[0].number}
          </span>
          <span className="row-meta">
            <span className="number">
              {[person.documents[0].issuer, person.documents[0].expires].filter(Boolean).join(' ')}
            </span>
            {person.documents.length > 1 && (
              <span>{t('documents.more', { count: person.documents.length - 1 })}</span>
            )}
          </span>
        </>
      ) : (
        '–'
      ),
    width: 'middle',
  },
  {
    id: 'checks',
    header: t('column.checks'),
    value: person =>
      person.checks.length
        ? `${person.checks.some(({ severity }) => severity === 'alarm') ? 0 : 1} ${code('check', person.checks[0]?.code ?? '')}`
        : '',
    cell: person => person.checks.length > 0 && <Checks checks={person.checks} />,
    width: 'long',
  },
  {
    id: 'seat',
    header: t('column.seat'),
    value: person => person.seat ?? '',
    cell: person => <span className="number">{person.seat ?? '–'}</span>,
    width: 'short',
  },
  {
    id: 'party',
    header: t('column.party'),
    value: person => person.pnr ?? '',
    cell: person => (
      <>
        <span className="number">{person.pnr ?? '–'}</span>
        {person.party > 1 && <span className="row-meta">{t('party.of', { count: person.party })}</span>}
      </>
    ),
    width: 'middle',
  },
  {
    id: 'bags',
    header: t('column.bags'),
    value: person => person.bags,
    numeric: true,
    hidden: true,
    cell: person =>
      person.bags === null ? '–' : `${person.bags}${person.bagWeight ? ` · ${person.bagWeight} kg` : ''}`,
  },
]
