import './access.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countryName, formatDate } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { MarkingTag, Sign } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { shownState } from '#vocabulary/state.ts'
import type { Mandate } from '../model.ts'
import { accessTexts } from '../texts/access.ts'
import { calls, failedQuery, useMe } from './calls.ts'
import { ContactPointPart } from './contact-point.tsx'
import { couldGrant } from './grantable.ts'
import { ExtendDialog, GrantDialog, WithdrawDialog } from './mandate-dialogs.tsx'
import { useNames } from './names.ts'
import { OfficialsPart } from './officials.tsx'
import { UnitsPart } from './units.tsx'

type Open = { what: 'grant' } | { what: 'withdraw' | 'extend'; mandate: Mandate } | null

/** Who of the State may do what. */
export const Mandates = () => {
  const t = useText(accessTexts)
  const language = useLanguage()
  const actor = useMe()?.actor
  const [open, setOpen] = useState<Open>(null)
  const mandates = useQuery(calls.access.mandates.queryOptions({ input: {} }))
  const close = () => setOpen(null)
  if (!actor) return null
  const appoints = actor.competences.includes('appoint')
  return (
    <>
      <PageHead
        title={t('mandates.title')}
        actions={
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => setOpen({ what: 'grant' })}
          >
            {t('mandates.grant')}
          </button>
        }
      >
        {appoints
          ? t('mandates.text', { state: countryName(actor.state, language) })
          : t('mandates.text.all')}
      </PageHead>
      {appoints && <ContactPointPart state={actor.state} />}
      <MandatesTable mandates={mandates} manyStates={!appoints} onAct={setOpen} />
      <OfficialsPart state={appoints ? actor.state : undefined} mandates={mandates.data} />
      <UnitsPart state={appoints ? actor.state : undefined} />
      {open?.what === 'grant' && <GrantDialog actor={actor} onClose={close} />}
      {open?.what === 'withdraw' && <WithdrawDialog mandate={open.mandate} onClose={close} />}
      {open?.what === 'extend' && <ExtendDialog mandate={open.mandate} onClose={close} />}
    </>
  )
}

const statusOf = ({ withdrawnAt, validUntil }: Mandate) =>
  withdrawnAt ? 'withdrawn' : Date.parse(validUntil) < Date.now() ? 'ended' : 'inForce'

function MandatesTable(props: {
  mandates: { data: Mandate[] | undefined; isError: boolean; error: unknown; refetch: () => unknown }
  manyStates: boolean
  onAct: (open: Open) => void
}) {
  const t = useText(accessTexts)
  const language = useLanguage()
  const actor = useMe()?.actor
  const { competences, areas } = useNames()
  const mayAct = (mandate: Mandate) =>
    !mandate.withdrawnAt && actor && couldGrant(actor, mandate, mandate.competences)
  return (
    <Part title={t('mandates.part')} count={props.mandates.data?.length}>
      <Table
        label={t('mandates.part')}
        tools="mandates"
        rows={props.mandates.data}
        rowId={mandate => mandate.id}
        failed={failedQuery(props.mandates)}
        empty={<Empty title={t('mandates.none')} />}
        columns={[
          {
            id: 'official',
            header: t('mandates.official'),
            title: true,
            value: mandate => mandate.name,
            cell: mandate => (
              <>
                <a className="row-title" href={`/directory/officials/${mandate.official}`}>
                  {mandate.name}
                </a>
                <div className="row-meta">{mandate.unit}</div>
              </>
            ),
          },
          {
            id: 'state',
            header: t('mandates.state'),
            width: 'short',
            hidden: !props.manyStates,
            value: mandate => shownState(mandate.state),
          },
          {
            id: 'competences',
            header: t('mandates.competences'),
            value: mandate => competences(mandate.competences),
          },
          { id: 'areas', header: t('mandates.areas'), value: mandate => areas(mandate.areas), hidden: true },
          {
            id: 'clearance',
            header: t('mandates.clearance'),
            value: mandate => mandate.clearance,
            cell: mandate => <MarkingTag marking={mandate.clearance} />,
            width: 'short',
          },
          {
            id: 'until',
            header: t('mandates.until'),
            nowrap: true,
            value: mandate => new Date(mandate.validUntil),
            cell: mandate => formatDate(new Date(mandate.validUntil), language),
          },
          {
            id: 'status',
            header: t('mandates.status'),
            value: mandate => t(`mandates.${statusOf(mandate)}`),
            cell: mandate => (
              <>
                <Sign kind={statusOf(mandate) === 'inForce' ? 'done' : 'stop'}>
                  {t(`mandates.${statusOf(mandate)}`)}
                </Sign>
                {mandate.withdrawnReason && <div className="row-meta">{mandate.withdrawnReason}</div>}
              </>
            ),
          },
          {
            id: 'actions',
            header: t('mandates.actions'),
            unseenHeader: true,
            width: 'long',
            cell: mandate =>
              mayAct(mandate) && (
                <span className="buttons row-acts">
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    aria-label={t('mandates.extend.title', { name: mandate.name })}
                    onClick={() => props.onAct({ what: 'extend', mandate })}
                  >
                    {t('mandates.extend')}
                  </button>
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    aria-label={t('mandates.withdraw.title', { name: mandate.name })}
                    onClick={() => props.onAct({ what: 'withdraw', mandate })}
                  >
                    {t('mandates.withdraw')}
                  </button>
                </span>
              ),
          },
        ]}
      />
    </Part>
  )
}
