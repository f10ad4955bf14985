import './passengers.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose, usePurpose } from '#features/access/pages/purpose.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { formatDate, formatDateTime } from '#ui/format.ts'
import { announce, usePageMarking } from '#ui/page.ts'
import { Empty, Facts, PageHead, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type OverseenDecision, Request, type RequestedPerson } from '../overseen.ts'
import { calls } from './calls.ts'
import { StandingSign, StateSign } from './cells.tsx'
import { overseeingPurposes } from './purposes.ts'
import { nameOf, useWords } from './words.ts'

/** For those who oversee the screening: flights and decisions to the supervisor, one person who asks to the data-protection officer. */
export const Oversight = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('oversight')} purposes={overseeingPurposes}>
      <Under />
    </UnderPurpose>
  )
}

const Under = () => {
  const { t } = useWords()
  const purpose = usePurpose()
  usePageMarking('LIMITED', t('band.oversight'))
  return (
    <>
      <PageHead title={t('oversight')}>
        {t(purpose === 'supervision' ? 'oversight.text' : 'oversight.request.text')}
      </PageHead>
      {purpose === 'supervision' ? <Overseen /> : <Requested />}
    </>
  )
}

const Overseen = () => {
  const { t, language } = useWords()
  const overseen = useQuery(calls.passengers.overseen.queryOptions())
  return (
    <>
      <Part title={t('decisions')} count={overseen.data?.decisions.length} caption={t('oversight.decisions')}>
        <Table
          label={t('decisions')}
          rows={overseen.data?.decisions}
          rowId={({ id }) => id}
          failed={failedQuery(overseen)}
          keys={false}
          columns={[
            {
              id: 'at',
              header: t('oversight.when'),
              value: ({ at }) => at,
              cell: ({ at }) => formatDateTime(new Date(at), language),
              width: 'long',
            },
            {
              id: 'says',
              header: t('column.standing'),
              value: ({ says }) => says,
              cell: ({ says }) => <StandingSign standing={says} />,
              width: 'long',
            },
            {
              id: 'reason',
              header: t('decide.reason'),
              title: true,
              cell: ({ reason }) => (
                <p className="said">{reason === null ? t('decide.reason.gone') : reason || '–'}</p>
              ),
            },
            {
              id: 'who',
              header: t('oversight.officers'),
              cell: each => <Officers of={each} />,
              width: 'long',
            },
          ]}
          empty={<Empty title={t('oversight.decisions.none')} />}
        />
      </Part>
      <Part title={t('board')} count={overseen.data?.flights.length} caption={t('oversight.flights')}>
        <Table
          label={t('board')}
          rows={overseen.data?.flights}
          rowId={({ id }) => id}
          failed={failedQuery(overseen)}
          columns={[
            {
              id: 'flight',
              header: t('column.flight'),
              title: true,
              value: ({ number }) => number,
              cell: ({ number, from, to, authority }) => (
                <>
                  <span className="number">{number}</span> {from} – {to}
                  <span className="row-meta">{authority}</span>
                </>
              ),
            },
            {
              id: 'departs',
              header: t('column.departs'),
              value: ({ departsAt, departsOn }) => departsAt ?? departsOn,
              cell: ({ departsAt, departsOn }) =>
                departsAt
                  ? formatDateTime(new Date(departsAt), language)
                  : formatDate(new Date(departsOn), language),
              width: 'long',
            },
            {
              id: 'state',
              header: t('column.state'),
              value: ({ state }) => state,
              cell: ({ state }) => <StateSign state={state} />,
              width: 'middle',
            },
            { id: 'messages', header: t('column.messages'), numeric: true, value: each => each.messages },
            { id: 'errors', header: t('column.errors'), numeric: true, value: each => each.errors },
            { id: 'aside', header: t('column.aside'), numeric: true, value: each => each.aside },
            {
              id: 'deleted',
              header: t('fact.deleted'),
              value: ({ deleteAt }) => deleteAt,
              cell: ({ deleteAt }) => formatDate(new Date(deleteAt), language),
              width: 'middle',
            },
          ]}
          empty={<Empty title={t('board.empty')} />}
        />
      </Part>
    </>
  )
}

const Officers = ({ of }: { of: OverseenDecision }) => {
  const { t } = useWords()
  return (
    <>
      {of.officer}
      {of.secondOfficer ? (
        <span className="row-meta">{of.secondOfficer}</span>
      ) : (
        of.secondNeeded && <span className="row-meta">{t('decision.waits')}</span>
      )}
      <span className="row-meta">{of.authority}</span>
    </>
  )
}

const Requested = () => {
  const { t } = useWords()
  const [found, setFound] = useState<RequestedPerson[] | null>(null)
  const form = useForm({
    schema: Request,
    keep: 'person who asks',
    words: (key, fallback) => t.or(key.replace(/^(field|hint)\./, '$1.request.'), fallback),
    send: async asked => {
      const people = await calls.passengers.ofPerson.call(asked)
      setFound(people)
      announce(people.length ? t('oversight.found', { count: people.length }) : t('oversight.nobody'))
    },
  })
  return (
    <>
      <Form form={form} label={t('oversight')}>
        <div className="hand-row">
          <Field path="family" needed />
          <Field path="given" needed />
          <Field path="birth" needed placeholder="1980-05-12" />
          <Field path="document" needed />
        </div>
        <SubmitButton>{t('oversight.look')}</SubmitButton>
      </Form>
      {found && (
        <Part title={t('oversight.kept')} count={found.length} after>
          {found.length === 0 ? (
            <Empty title={t('oversight.nobody')}>{t('oversight.nobody.text')}</Empty>
          ) : (
            found.map(each => <Kept key={each.person.id} of={each} />)
          )}
        </Part>
      )}
    </>
  )
}

const Kept = ({ of: { person, on } }: { of: RequestedPerson }) => {
  const { t, code, country, language } = useWords()
  return (
    <section className="person-part" aria-label={`${nameOf(t, person)}, ${on.number}`}>
      <h3 translate="no">{nameOf(t, person)}</h3>
      <Facts
        facts={[
          [
            t('column.flight'),
            `${on.number} ${on.from} – ${on.to}, ${formatDate(new Date(on.departsOn), language)}`,
          ],
          [t('oversight.held'), on.authority],
          [t('column.birth'), person.birth ?? '–'],
          [t('column.nationality'), country(person.nationality)],
          [
            t('documents'),
            person.documents
              .map(({ type, number, issuer }) => [type, number, issuer].filter(Boolean).join(' '))
              .join(' · ') || '–',
          ],
          [t('column.seat'), person.seat ?? '–'],
          [t('column.party'), person.pnr ?? '–'],
          [t('column.checks'), person.checks.map(check => code('check', check.code)).join(' · ') || '–'],
          [t('column.standing'), <StandingSign key="standing" standing={person.standing} />],
          [t('fact.deleted'), formatDateTime(new Date(on.deleteAt), language)],
        ]}
      />
    </section>
  )
}
