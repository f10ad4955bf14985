import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { z } from 'zod'
import { useAct, useMe } from '#features/access/pages/calls.ts'
import { Whole } from '#features/directory/pages/calls.tsx'
import { formatDateTime } from '#ui/format.ts'
import { useKeys } from '#ui/keys.ts'
import { Facts, Notice } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import type { PassengerDetail } from '../model.ts'
import { calls } from './calls.ts'
import { Checks, Countdown, isNew, Moment, StandingSign } from './cells.tsx'
import { Decide } from './decide.tsx'
import { HitsOn } from './hits-on.tsx'
import { nameOf, useWords } from './words.ts'

export type Detail = z.infer<typeof PassengerDetail>

/** Everything about one passenger, and the place where an officer decides. `page`: on a page of its own, with the page's heading. */
export const PassengerPanel = ({
  id,
  page = false,
  onDone,
}: {
  id: string
  page?: boolean
  onDone?: () => void
}) => {
  const { t } = useWords()
  const person = useQuery(calls.passengers.passenger.queryOptions({ input: { id } }))
  return (
    <Whole query={person} {...(page && { title: t('passenger') })}>
      {found => <Panel key={found.id} person={found} page={page} onDone={onDone} />}
    </Whole>
  )
}

const Panel = ({
  person,
  page,
  onDone,
}: {
  person: Detail
  page: boolean
  onDone: (() => void) | undefined
}) => {
  const { t } = useWords()
  const Heading = page ? 'h1' : 'h2'
  // What was decided and still holds is read before anybody decides once more.
  const holds = person.decisions.length > 0 && !isNew(person)
  const decidable = person.cancelledAt === null && person.maskedAt === null
  return (
    <OnPage value={page}>
      <article
        className={page ? 'person columns' : 'person'}
        data-near={page ? '' : undefined}
        aria-label={nameOf(t, person)}
      >
        <div>
          <header className="person-head">
            <Heading tabIndex={-1}>{nameOf(t, person)}</Heading>
            <p className="item-line">
              <a className="link" href={`/passengers/flights/${person.flight}`}>
                <span className="number">{person.flightNumber}</span> {person.from} – {person.to}
              </a>
              <Countdown at={person.departsAt} />
            </p>
            {!page && <InShort person={person} />}
          </header>
          {isNew(person) && (
            <Notice kind="check" title={t('again.title')}>
              <p>{t('again.text')}</p>
            </Notice>
          )}
          <Why person={person} />
          <Documents person={person} />
          <Booked person={person} />
          {page && <Particulars person={person} />}
          {page && <Together person={person} />}
        </div>
        <div>
          {holds && <Decisions person={person} />}
          {decidable && (
            <section className="answer" aria-label={t('decide')}>
              <PartHeading>{t('decide')}</PartHeading>
              <p className="caption">{t('machine.person')}</p>
              <Decide person={person} onDone={onDone} />
            </section>
          )}
          {!holds && <Decisions person={person} />}
          {!page && <Together person={person} />}
          <WasTold person={person} />
          {!page && (
            <details>
              <summary>{t('person.more')}</summary>
              <Particulars person={person} />
            </details>
          )}
        </div>
      </article>
    </OnPage>
  )
}

/** Beneath the page's heading, or beneath that of the panel. */
const OnPage = createContext(false)
const PartHeading = ({ children }: { children: ReactNode }) =>
  useContext(OnPage) ? <h2>{children}</h2> : <h3>{children}</h3>

const InShort = ({ person }: { person: Detail }) => {
  const { t, code, country } = useWords()
  return (
    <p className="person-line">
      <span>
        {t('column.birth')} <span className="number">{person.birth ?? '–'}</span>
      </span>
      <span>{code('sex', person.sex ?? 'U')}</span>
      <span>{country(person.nationality)}</span>
      {person.seat && (
        <span>
          {t('column.seat')} <span className="number">{person.seat}</span>
        </span>
      )}
    </p>
  )
}

const Why = ({ person }: { person: Detail }) => {
  const { t } = useWords()
  return (
    <section className="person-part">
      <PartHeading>{t('why')}</PartHeading>
      {person.checks.length > 0 && <Checks checks={person.checks} numbered={person.documents.length > 1} />}
      <HitsOn hits={person.hits} />
      {person.checks.length + person.hits.length === 0 && (
        <p className="muted">
          {t(
            person.suggestion === 'selectee'
              ? 'why.elsewhere'
              : person.booking?.suggestion === 'selectee'
                ? 'why.booking'
                : 'why.none',
          )}
        </p>
      )}
      {person.suggestion === 'selectee' && !person.hits.some(({ verdict }) => verdict === 'same') && (
        <p className="caption">{t('machine.found')}</p>
      )}
    </section>
  )
}

const Particulars = ({ person }: { person: Detail }) => {
  const { t, code, country, language } = useWords()
  const bags =
    person.bags === null
      ? '–'
      : `${person.bags}${person.bagWeight === null ? '' : ` · ${person.bagWeight}\u00a0kg`}`
  return (
    <Facts
      facts={[
        [t('fact.told'), <StandingSign key="standing" standing={person.standing} />],
        [t('column.birth'), person.birth ?? '–'],
        [t('column.sex'), code('sex', person.sex ?? 'U')],
        [t('column.nationality'), country(person.nationality)],
        [t('fact.kind'), code('kind', person.kind)],
        [t('column.seat'), person.seat ?? '–'],
        [t('column.bags'), bags],
        ...(person.embarked ? [[t('fact.embarked'), person.embarked] as [string, string]] : []),
        ...(person.crossingPoint ? [[t('fact.crossing'), person.crossingPoint] as [string, string]] : []),
        ...(person.onBoard === null
          ? []
          : [[t('fact.on-board'), t(person.onBoard ? 'on-board' : 'not-on-board')] as [string, string]]),
        [t('fact.deleted'), formatDateTime(new Date(person.deleteAt), language)],
      ]}
    />
  )
}

/** What was booked for the same traveller, as far as it says more: found for its own reasons, decided on together. */
const Booked = ({ person: { booking, ...person } }: { person: Detail }) => {
  const { t } = useWords()
  if (booking === null) return null
  const announced = new Set(person.documents.map(({ number }) => number))
  const other = booking.documents.flatMap(({ number }, at) => (announced.has(number) ? [] : [at + 1]))
  const documents = other.flatMap(at => booking.documents[at - 1] ?? [])
  const checks = booking.checks.flatMap(check => {
    if (check.document !== null)
      return other.includes(check.document) ? [{ ...check, document: other.indexOf(check.document) + 1 }] : []
    return person.checks.some(({ code }) => code === check.code) ? [] : [check]
  })
  const says = [
    ...(nameOf(t, booking) === nameOf(t, person) ? [] : [t('booked.as', { name: nameOf(t, booking) })]),
    ...(booking.seat && booking.seat !== person.seat ? [`${t('column.seat')} ${booking.seat}`] : []),
  ]
  return (
    <section className="person-part">
      <PartHeading>
        {t('booked.title')} {booking.pnr && <span className="number muted">{booking.pnr}</span>}
      </PartHeading>
      <p className="caption">{t('booked.text')}</p>
      {says.length > 0 && <p className="beside">{says.join(' · ')}</p>}
      {checks.length > 0 && <Checks checks={checks} numbered={documents.length > 1} />}
      <HitsOn hits={booking.hits} />
      {documents.length > 0 && <DocumentRows person={{ documents, checks }} />}
      {booking.suggestion === 'selectee' && booking.checks.length + booking.hits.length === 0 && (
        <p className="muted">{t('why.elsewhere')}</p>
      )}
    </section>
  )
}

const Documents = ({ person }: { person: Detail }) => {
  const { t } = useWords()
  if (person.documents.length === 0) return null
  return (
    <section className="person-part">
      <PartHeading>{t('documents')}</PartHeading>
      <DocumentRows person={person} />
    </section>
  )
}

const DocumentRows = ({ person }: { person: Pick<Detail, 'documents' | 'checks'> }) => {
  const { t, country } = useWords()
  return (
    <ul className="rows">
      {person.documents.map((document, index) => {
        const found = person.checks.filter(check => check.document === index + 1)
        return (
          <li key={`${document.type} ${document.number}`}>
            <div>
              <span className="number">
                {document.type} {document.number}
              </span>
              <span className="row-meta">
                <span>{country(document.issuer)}</span>
                {document.expires && (
                  <span>
                    {t('document.until')} <span className="number">{document.expires}</span>
                  </span>
                )}
              </span>
              {found.length === 0 ? (
                <Sign kind="noted">{t('document.clear')}</Sign>
              ) : (
                person.documents.length > 1 && <Checks checks={found} />
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const Together = ({ person }: { person: Detail }) => {
  const { t } = useWords()
  if (person.travelsWith.length === 0) return null
  return (
    <section className="person-part">
      <PartHeading>
        {t('together')} <span className="number muted">{person.pnr}</span>
      </PartHeading>
      <ul className="rows">
        {person.travelsWith.map(each => (
          <li key={each.id}>
            <div>
              <a className="link" href={`/passengers/people/${each.id}`}>
                {nameOf(t, each)}
              </a>
              {each.seat && <span className="row-meta number">{each.seat}</span>}
            </div>
            <StandingSign standing={each.standing} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Decisions = ({ person }: { person: Detail }) => {
  const { t } = useWords()
  const [newest] = person.decisions
  if (!newest) return null
  return (
    <section className="person-part">
      <PartHeading>{t('decisions')}</PartHeading>
      {newest.secondNeeded && newest.secondOfficer === null && (
        <SecondNeeded person={person} decision={newest} />
      )}
      <ul className="rows">
        {person.decisions.map(each => (
          <li key={each.id}>
            <div>
              <StandingSign standing={each.says} />
              {each.reason !== '' && <p className="said">{each.reason ?? t('decide.reason.gone')}</p>}
              <span className="row-meta">
                <span>{each.officer}</span>
                <Moment at={each.at} />
              </span>
              {each.secondOfficer && each.secondAt && (
                <span className="row-meta">
                  <span>{t('second.by', { name: each.secondOfficer })}</span>
                  <Moment at={each.secondAt} />
                </span>
              )}
              {!each.stands && (
                <span className="row-meta">
                  {t(each.secondNeeded && !each.secondOfficer ? 'decision.waits' : 'decision.past')}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Four eyes: what the first officer decided does nothing until a second one has confirmed it. */
const SecondNeeded = ({ person, decision }: { person: Detail; decision: Detail['decisions'][number] }) => {
  const { t, code } = useWords()
  const act = useAct()
  const queries = useQueryClient()
  const mine = useMe()?.actor?.name === decision.officer
  const confirm = () =>
    void act(
      async () => {
        await calls.passengers.confirm
          .call({ id: decision.id, read: person.version })
          .catch(async (error: unknown) => {
            // What has changed since is shown, so that the next press is about that.
            await queries.invalidateQueries({ queryKey: [['passengers']] })
            throw error
          })
        await queries.invalidateQueries({ queryKey: [['passengers']] })
      },
      t('second.done', { name: nameOf(t, person) }),
    )
  useKeys({ c: { label: t('key.confirm'), run: confirm } }, !mine)
  return (
    <Notice kind="check" title={t('second.title')}>
      <p>
        {t(mine ? 'second.mine' : 'second.text', {
          name: decision.officer,
          says: code('standing', decision.says),
        })}
      </p>
      {!mine && (
        <div className="buttons">
          <button type="button" className="button" onClick={confirm}>
            {t('second.confirm', { says: code('standing', decision.says) })} <kbd>c</kbd>
          </button>
        </div>
      )}
    </Notice>
  )
}

const WasTold = ({ person }: { person: Detail }) => {
  const { t, code } = useWords()
  if (person.told.length === 0) return null
  return (
    <section className="person-part">
      <PartHeading>{t('told')}</PartHeading>
      <ul className="rows">
        {person.told.map((each, index) => (
          <li key={`${each.at} ${index}`}>
            <div>
              <StandingSign standing={each.told} />
              <span className="row-meta">
                <span>
                  {code('answer', each.kind)} ({each.kind})
                </span>
                <Moment at={each.at} />
              </span>
            </div>
            {each.kind === '132' &&
              (each.acknowledgedAt ? (
                <Sign kind="done">{t('ack.short')}</Sign>
              ) : (
                <Sign kind="waiting">{t('ack.open')}</Sign>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
