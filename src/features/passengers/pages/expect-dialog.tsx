import { useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { failedQuery } from '#features/access/pages/calls.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { Empty, Failed, Skeleton } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import { type Carrier, Id } from '../model.ts'
import { SentFlight } from '../sent.ts'
import { calls } from './calls.ts'
import { useWords } from './words.ts'

const Expected = z.object({ carrier: Id, flight: SentFlight, days: z.int().min(1).max(60).default(1) })

/** The same time of day, so many days later; local times have no zone, and so no change of clocks. */
const daysLater = (local: string, days: number): string =>
  new Date(Date.parse(`${local}Z`) + days * 86_400_000).toISOString().slice(0, 16)

/** The same flight on so many days, one after the other. */
export const everyDay = (flight: SentFlight, days: number): SentFlight[] =>
  Array.from({ length: days }, (_, day) => ({
    ...flight,
    departs: daysLater(flight.departs, day),
    arrives: flight.arrives && daysLater(flight.arrives, day),
  }))

/** Says which flight is to come, so that a list that does not come is noticed. */
export const ExpectDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const carriers = useQuery(calls.passengers.carriers.queryOptions())
  const failed = failedQuery(carriers)
  const open = carriers.data?.filter(({ suspendedAt }) => suspendedAt === null)
  return (
    <Dialog title={t('expect')} onClose={onClose} wide>
      <p>{t('expect.text')}</p>
      {failed ? (
        <Failed {...failed} />
      ) : !open ? (
        <Skeleton lines={4} />
      ) : open.length === 0 ? (
        <Empty title={t('carriers.none')}>{t('by-hand.no-carrier')}</Empty>
      ) : (
        <ExpectForm carriers={open} onClose={onClose} />
      )}
    </Dialog>
  )
}

const ExpectForm = ({ carriers, onClose }: { carriers: readonly Carrier[]; onClose: () => void }) => {
  const { t } = useWords()
  const queries = useQueryClient()
  const form = useForm({
    schema: Expected,
    keep: 'flight to come',
    words: t.or,
    initial: { days: '1', ...(carriers.length === 1 && { carrier: carriers[0]?.id }) },
    send: async ({ carrier, flight, days }) => {
      const { entered } = await calls.passengers.expect.call({ carrier, flights: everyDay(flight, days) })
      await queries.invalidateQueries({ queryKey: [['passengers']] })
      toast({
        kind: entered ? 'done' : 'plain',
        title: entered ? t('expect.done', { count: entered }) : t('expect.known'),
      })
      onClose()
    },
  })
  return (
    <Form form={form} label={t('expect')}>
      <Field
        path="carrier"
        kind="one"
        as="list"
        choices={carriers.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      />
      <div className="hand-row">
        <Field path="flight.number" />
        <Field path="flight.from" />
        <Field path="flight.to" />
      </div>
      <div className="hand-row">
        <Field path="flight.departs" kind="datetime" />
        <Field path="flight.arrives" kind="datetime" />
        <Field path="days" needed />
      </div>
      <SubmitButton>{t('expect.send')}</SubmitButton>
    </Form>
  )
}
