import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { countryName, formatDateTime } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Empty, Facts, PageHead, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { ContactPoint } from '../model.ts'
import { directoryTexts } from '../texts/directory.ts'
import { calls, Mail, Phone, Whole } from './calls.tsx'

/** A State: who answers for it, and its units. */
export const StatePage = () => {
  const t = useText(directoryTexts)
  const language = useLanguage()
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const query = useQuery(calls.directory.state.queryOptions({ input: { code } }))
  return (
    <Whole query={query} title={t('title')}>
      {state => (
        <>
          <PageHead title={countryName(state.code, language)}>
            {t(`state.${state.kind}`)}
            {state.validates && `. ${t('state.validates')}`}
          </PageHead>
          {state.contactPoint && <Point point={state.contactPoint} />}
          <Part title={t('units')} count={state.units.length}>
            <Table
              label={t('units')}
              rows={state.units}
              rowId={unit => unit.id}
              empty={<Empty title={t('units')} />}
              columns={[
                {
                  id: 'name',
                  header: t('unit'),
                  title: true,
                  value: unit => unit.name,
                  cell: unit => (
                    <a className="row-title" href={`/directory/units/${unit.id}`}>
                      {unit.name}
                    </a>
                  ),
                },
                { id: 'authority', header: t('authority'), value: unit => unit.authority },
                { id: 'kind', header: t('kind'), value: unit => t(`kind.${unit.kind}`) },
                {
                  id: 'posted',
                  header: t('posted'),
                  value: unit => (unit.postedIn ? countryName(unit.postedIn, language) : null),
                },
                {
                  id: 'phone',
                  header: t('dutyPhone'),
                  nowrap: true,
                  cell: unit => <Phone number={unit.dutyPhone} />,
                },
              ]}
            />
          </Part>
        </>
      )}
    </Whole>
  )
}

const Point = ({ point }: { point: ContactPoint }) => {
  const t = useText(directoryTexts)
  const language = useLanguage()
  const person = ({ id, name }: { id: number; name: string }) => (
    <a className="link" href={`/directory/officials/${id}`}>
      {name}
    </a>
  )
  return (
    <Part title={t('contactPoint')}>
      <Facts
        facts={[
          [
            t('onDuty'),
            <span key="duty">
              <strong>{person(point.onDuty)}</strong>
              {point.onDuty.until &&
                ` ${t('until', { until: formatDateTime(new Date(point.onDuty.until), language) })}`}
            </span>,
          ],
          [t('contactPoint'), person(point.official)],
          [t('deputy'), point.deputy ? person(point.deputy) : t('none')],
          [t('mailbox'), <Mail key="mail" to={point.mailbox} />],
          [t('dutyPhone'), <Phone key="phone" number={point.dutyPhone} />],
          [t('dutyHours'), point.dutyHours ?? t('none')],
        ]}
      />
    </Part>
  )
}
