import './passengers.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import type { Carrier } from '../model.ts'
import { CarrierDialog, NewCarrierDialog } from './carrier-dialogs.tsx'
import { KeysDialog } from './carrier-keys.tsx'
import { calls } from './calls.ts'
import { Moment } from './cells.tsx'
import { useWords } from './words.ts'

type Open = { kind: 'new' } | { kind: 'change' | 'keys'; id: string }

/** Carriers as parties: how their desk is reached, their keys, and whether they are let in. */
export const Carriers = () => {
  const { t } = useWords()
  const carriers = useQuery(calls.passengers.carriers.queryOptions())
  const [open, setOpen] = useState<Open | null>(null)
  usePageMarking('LIMITED', t('band.carriers'))
  const close = () => setOpen(null)
  const found = open && open.kind !== 'new' ? carriers.data?.find(({ id }) => id === open.id) : undefined
  const enter = (
    <button type="button" className="button" data-kind="primary" onClick={() => setOpen({ kind: 'new' })}>
      {t('carrier.enter')}
    </button>
  )
  return (
    <>
      <PageHead title={t('carriers')} actions={enter}>
        {t('carriers.text')}
      </PageHead>
      <Part title={t('carriers.list')} count={carriers.data?.length}>
        <Table
          label={t('carriers')}
          rows={carriers.data}
          rowId={carrier => carrier.id}
          failed={failedQuery(carriers)}
          onOpen={carrier => setOpen({ kind: 'keys', id: carrier.id })}
          empty={<Empty title={t('carriers.none')}>{t('carriers.none.text')}</Empty>}
          columns={[
            {
              id: 'carrier',
              header: t('column.carrier'),
              title: true,
              value: carrier => `${carrier.code} ${carrier.name}`,
              cell: carrier => (
                <>
                  <button
                    type="button"
                    className="row-title"
                    onClick={() => setOpen({ kind: 'keys', id: carrier.id })}
                  >
                    <span className="number">{carrier.code}</span> {carrier.name}
                  </button>
                  {(carrier.also.length > 0 || !carrier.closeOuts) && (
                    <span className="row-meta">
                      {carrier.also.length > 0 && (
                        <span>{t('carrier.also', { codes: carrier.also.join(', ') })}</span>
                      )}
                      {!carrier.closeOuts && <span>{t('carrier.closes-not')}</span>}
                    </span>
                  )}
                </>
              ),
            },
            {
              id: 'contact',
              header: t('carrier.contact'),
              value: carrier => carrier.contact,
              width: 'half',
            },
            {
              id: 'keys',
              header: t('carrier.keys'),
              value: carrier => inForce(carrier),
              cell: carrier => (
                <>
                  <KeysInForce carrier={carrier} />
                  <Quiet carrier={carrier} />
                </>
              ),
              width: 'long',
            },
            {
              id: 'act',
              header: t('carrier.change'),
              unseenHeader: true,
              width: 'action',
              cell: carrier => (
                <button
                  type="button"
                  className="button"
                  data-size="small"
                  aria-label={t('carrier.change.of', { name: carrier.name })}
                  onClick={() => setOpen({ kind: 'change', id: carrier.id })}
                >
                  {t('carrier.change')}
                </button>
              ),
            },
          ]}
        />
      </Part>
      {open?.kind === 'new' && (
        <NewCarrierDialog onClose={close} onEntered={id => setOpen({ kind: 'keys', id })} />
      )}
      {open?.kind === 'change' && found && <CarrierDialog carrier={found} onClose={close} />}
      {open?.kind === 'keys' && found && (
        <KeysDialog
          carrier={found}
          onClose={close}
          onLook={() => setOpen({ kind: 'change', id: found.id })}
        />
      )}
    </>
  )
}

const inForce = ({ keys }: Carrier): number => keys.filter(({ revokedAt }) => revokedAt === null).length

const KeysInForce = ({ carrier }: { carrier: Carrier }) => {
  const { t } = useWords()
  const count = inForce(carrier)
  if (carrier.suspendedAt) return <Sign kind="stop">{t('carrier.suspended')}</Sign>
  return count === 0 ? (
    <Sign kind="check">{t('keys.none')}</Sign>
  ) : (
    <Sign kind="noted">{t('keys.count', { count })}</Sign>
  )
}

/** It asks about many who do not travel, and waits for an officer to look at it. */
const Quiet = ({ carrier: { quiet } }: { carrier: Carrier }) => {
  const { t } = useWords()
  if (quiet === null) return null
  return (
    <div>
      <Sign kind="check">{t('carrier.quiet')}</Sign>
      <span className="row-meta">
        <span>
          {t('carrier.quiet.since')} <Moment at={quiet.since} />
        </span>
      </span>
    </div>
  )
}
