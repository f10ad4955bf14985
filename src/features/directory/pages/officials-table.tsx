import type { ReactNode } from 'react'
import { countryName } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Table } from '#ui/table.tsx'
import { shownState } from '#vocabulary/state.ts'
import type { Official } from '../model.ts'
import { directoryTexts } from '../texts/directory.ts'
import { Languages, Phone, type failedQuery } from './calls.tsx'

/** Officials as a table: who, where, how to reach them. */
export const OfficialsTable = (props: {
  rows: readonly Official[] | undefined
  failed?: ReturnType<typeof failedQuery>
  empty: ReactNode
  /** On a unit's own page its name is not said again. */
  inUnit?: boolean
}) => {
  const t = useText(directoryTexts)
  const language = useLanguage()
  return (
    <Table
      label={t('officials')}
      rows={props.rows}
      rowId={official => official.id}
      failed={props.failed}
      empty={props.empty}
      columns={[
        {
          id: 'name',
          header: t('name'),
          title: true,
          value: official => official.name,
          cell: official => (
            <>
              <a className="row-title" href={`/directory/officials/${official.id}`}>
                {official.name}
              </a>
              <div className="row-meta">{official.title}</div>
            </>
          ),
        },
        {
          id: 'unit',
          header: t('unit'),
          hidden: props.inUnit ?? false,
          value: official => official.unitName,
          cell: official => (
            <>
              <a className="link" href={`/directory/units/${official.unit}`}>
                {official.unitName}
              </a>
              <div className="row-meta">{official.authority}</div>
            </>
          ),
        },
        {
          id: 'state',
          header: t('state'),
          width: 'short',
          hidden: props.inUnit ?? false,
          value: official => shownState(official.state),
        },
        {
          id: 'posted',
          header: t('posted'),
          hidden: props.inUnit ?? false,
          value: official => (official.postedIn ? countryName(official.postedIn, language) : null),
        },
        {
          id: 'languages',
          header: t('languages'),
          value: official => official.languages.join(' '),
          cell: official => <Languages codes={official.languages} />,
        },
        {
          id: 'phone',
          header: t('phone'),
          nowrap: true,
          cell: official => <Phone number={official.phone} />,
        },
      ]}
    />
  )
}
