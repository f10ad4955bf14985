import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { countryName, formatDateTime } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Empty, Facts, Notice, PageHead, Part } from '#ui/parts.tsx'
import { directoryTexts } from '../texts/directory.ts'
import { calls, Mail, Phone, StateName, Whole } from './calls.tsx'
import { OfficialsTable } from './officials-table.tsx'

/** A fact that is known; what is not takes no line. */
const known = (label: string, value: ReactNode): [string, ReactNode][] => (value ? [[label, value]] : [])

/** A unit: how it is reached, who works there, who is on duty when. */
export const UnitPage = () => {
  const t = useText(directoryTexts)
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery(calls.directory.unit.queryOptions({ input: { id: Number(id) } }))
  return (
    <Whole query={query} title={t('title')}>
      {unit => (
        <>
          <PageHead title={unit.name}>{unit.authority}</PageHead>
          {!unit.listed && <Notice kind="check" title={t('unlisted')} level={2} />}
          <Facts
            facts={[
              [t('state'), <StateName key="state" code={unit.state} />],
              [t('kind'), t(`kind.${unit.kind}`)],
              ...known(t('posted'), unit.postedIn && countryName(unit.postedIn, language)),
              ...known(t('mailbox'), unit.mailbox && <Mail to={unit.mailbox} />),
              ...known(t('dutyPhone'), unit.dutyPhone && <Phone number={unit.dutyPhone} />),
              ...known(t('dutyHours'), unit.dutyHours),
            ]}
          />
          <Part title={t('officials')} count={unit.officials.length} after>
            <OfficialsTable rows={unit.officials} inUnit empty={<Empty title={t('officials.none')} />} />
          </Part>
          {unit.duties.length > 0 && (
            <Part title={t('roster')} after>
              <ul className="rows">
                {unit.duties.map(duty => (
                  <li key={duty.id}>
                    <div>
                      <a className="row-title" href={`/directory/officials/${duty.official}`}>
                        {duty.name}
                      </a>
                      <div className="row-meta">
                        {formatDateTime(new Date(duty.startsAt), language)} –{' '}
                        {formatDateTime(new Date(duty.endsAt), language)}
                      </div>
                    </div>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </>
      )}
    </Whole>
  )
}
