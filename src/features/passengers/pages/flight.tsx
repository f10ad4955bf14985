import './passengers.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useRouter } from '@tanstack/react-router'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { Whole } from '#features/directory/pages/calls.tsx'
import { formatDateTime } from '#ui/format.ts'
import { useKeys } from '#ui/keys.ts'
import { usePageMarking, usePageTitle } from '#ui/page.ts'
import { Facts } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import type { Flight, Passenger } from '../model.ts'
import { calls } from './calls.ts'
import { Countdown, StateSign } from './cells.tsx'
import { FlightAnswers, FlightMessages } from './flight-messages.tsx'
import { FlightPeople } from './flight-people.tsx'
import { deskPurposes } from './purposes.ts'
import { Cabin } from './seat-map.tsx'
import { PartTabs } from './part-tabs.tsx'
import { Parties } from './parties.tsx'
import { useWords } from './words.ts'

/** A list may have three hundred rows, so the parts stand one at a time; each has an address. */
const parts = ['people', 'parties', 'cabin', 'messages', 'answers'] as const

/** One flight: who is on it, who sits and travels with whom, what its carrier sent and was told. */
export const FlightPage = () => {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <UnderPurpose title={t('flight')} purposes={deskPurposes}>
      <FlightOf id={id} />
    </UnderPurpose>
  )
}

const FlightOf = ({ id }: { id: string }) => {
  const { t } = useWords()
  const flight = useQuery(calls.passengers.flight.queryOptions({ input: { id } }))
  return (
    <Whole query={flight} title={t('flight')}>
      {found => <FlightView flight={found} />}
    </Whole>
  )
}

const FlightView = ({ flight }: { flight: Flight & { people: Passenger[] } }) => {
  const { t } = useWords()
  const router = useRouter()
  usePageMarking('LIMITED', t('band'))
  usePageTitle(flight.number)
  const review = () => void router.navigate({ href: `/passengers/review?flight=${flight.id}` })
  useKeys({ r: { label: t('key.review'), run: review } }, flight.toReview > 0)
  const { hash } = useLocation()
  const part = parts.find(each => each === hash) ?? 'people'
  return (
    <>
      <Head flight={flight} />
      <PartTabs
        label={t('flight.parts-of')}
        tabs={parts.map(each => ({ id: each, label: t(`tab.${each}`) }))}
        chosen={part}
        onChoose={next =>
          void router.navigate({
            href: `/passengers/flights/${flight.id}#${next}`,
            replace: true,
            resetScroll: false,
          } as never)
        }
      >
        {part === 'people' && <FlightPeople flight={flight} />}
        {part === 'parties' && <Parties people={flight.people} />}
        {part === 'cabin' && <Cabin people={flight.people} />}
        {part === 'messages' && <FlightMessages flight={flight.id} />}
        {part === 'answers' && <FlightAnswers flight={flight.id} />}
      </PartTabs>
    </>
  )
}

const Head = ({ flight }: { flight: Flight }) => {
  const { t, language } = useWords()
  const utc = (at: string | null, local: string | null) =>
    at
      ? formatDateTime(new Date(at), language)
      : local
        ? t('departs.local', { time: local.replace('T', ' ') })
        : '–'
  const counted = (announced: number, total: number | null) =>
    total === null ? String(announced) : t('people.of', { announced, total })
  return (
    <div className="item-head">
      <div className="item-line">
        <StateSign state={flight.state} />
        <Countdown at={flight.departsAt} />
        {flight.partsMissing > 0 && (
          <Sign kind="check">{t('flight.parts', { count: flight.partsMissing })}</Sign>
        )}
        {!flight.scheduled && <span>{t('flight.unscheduled')}</span>}
      </div>
      <h1 tabIndex={-1}>
        {flight.number} {[flight.from, ...flight.stops, flight.to].join(' – ')}
      </h1>
      <Facts
        wide
        facts={[
          [t('fact.departs'), utc(flight.departsAt, flight.departsLocal)],
          [t('fact.arrives'), utc(flight.arrivesAt, flight.arrivesLocal)],
          [t('fact.carrier'), flight.carrierName],
          [t('fact.passengers'), counted(flight.passengers, flight.passengersTotal)],
          [t('fact.crew'), counted(flight.crew, flight.crewTotal)],
          ...(flight.closedAt
            ? [[t('fact.closed'), formatDateTime(new Date(flight.closedAt), language)] as [string, string]]
            : []),
          [t('fact.deleted'), formatDateTime(new Date(flight.deleteAt), language)],
        ]}
      />
      {flight.toReview > 0 && (
        <div className="buttons">
          <a className="button" data-kind="primary" href={`/passengers/review?flight=${flight.id}`}>
            {t('flight.review', { count: flight.toReview })} <kbd>r</kbd>
          </a>
        </div>
      )}
    </div>
  )
}
