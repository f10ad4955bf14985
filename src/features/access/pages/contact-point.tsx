import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { NewDuty } from '#features/directory/model.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm } from '#ui/form.tsx'
import { useText } from '#ui/i18n.ts'
import { Facts, Failed, Part, Skeleton } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import { accessTexts } from '../texts/access.ts'
import { calls, failedQuery, useAct } from './calls.ts'
import { useNames } from './names.ts'

/** The contact point's own part: its deputy, who is on duty when, and whether warnings need a second pair of eyes. */
export const ContactPointPart = ({ state: code }: { state: string }) => {
  const t = useText(accessTexts)
  const act = useAct()
  const { when } = useNames()
  const [planning, setPlanning] = useState(false)
  const state = useQuery(calls.directory.state.queryOptions({ input: { code } }))
  const officials = useQuery(calls.directory.officials.queryOptions({ input: { state: code } }))
  const point = state.data?.contactPoint
  const duties = useQuery({
    ...calls.directory.duties.queryOptions({ input: { unit: point?.unit ?? 0 } }),
    enabled: point !== undefined && point !== null,
  })
  const failed = failedQuery(state)
  if (failed) return <Failed {...failed} />
  if (!state.data) return <Skeleton />
  if (!point) return null
  const { until } = point.onDuty
  return (
    <Part title={t('point.title')}>
      <Facts
        wide
        facts={[
          [t('point.official'), point.official.name],
          [
            t('point.deputy'),
            <span key="deputy" className="select">
              <select
                className="input"
                aria-label={t('point.deputy.change')}
                value={point.deputy?.id ?? ''}
                onChange={event =>
                  void act(
                    () =>
                      calls.directory.nameDeputy.call({
                        state: code,
                        deputy: event.target.value ? Number(event.target.value) : null,
                      }),
                    t('point.deputy.done'),
                  )
                }
              >
                <option value="">{t('point.none')}</option>
                {officials.data
                  ?.filter(each => each.id !== point.official.id)
                  .map(each => (
                    <option key={each.id} value={each.id}>
                      {each.name}
                    </option>
                  ))}
              </select>
            </span>,
          ],
          [
            t('point.onDuty'),
            `${point.onDuty.name}${until ? ` ${t('point.until', { until: when(until) })}` : ''}`,
          ],
        ]}
      />
      <label className="choice own-rule">
        <input
          type="checkbox"
          checked={state.data.validates}
          onChange={event => {
            const validates = event.target.checked
            void act(
              () => calls.directory.rule.call({ code, validates }),
              t(validates ? 'point.eyes.on' : 'point.eyes.off'),
            )
          }}
        />
        <span>{t('point.eyes')}</span>
      </label>
      <h3>{t('point.roster')}</h3>
      {duties.data?.length === 0 && <p className="muted">{t('point.roster.none')}</p>}
      <ul className="rows">
        {duties.data?.map(duty => (
          <li key={duty.id}>
            <div>
              <span className="row-title">{duty.name}</span>
              <div className="row-meta">
                {when(duty.startsAt)} – {when(duty.endsAt)}
              </div>
            </div>
            <button
              type="button"
              className="button"
              data-size="small"
              aria-label={`${t('point.drop')}: ${duty.name}, ${when(duty.startsAt)}`}
              onClick={() =>
                void act(() => calls.directory.dropDuty.call({ id: duty.id }), t('point.dropped'))
              }
            >
              {t('point.drop')}
            </button>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button" data-size="small" onClick={() => setPlanning(true)}>
          {t('point.plan')}
        </button>
      </div>
      {planning && (
        <PlanDialog unit={point.unit} people={officials.data ?? []} onClose={() => setPlanning(false)} />
      )}
    </Part>
  )
}

function PlanDialog(props: { unit: number; people: { id: number; name: string }[]; onClose: () => void }) {
  const t = useText(accessTexts)
  const queries = useQueryClient()
  const form = useForm({
    schema: NewDuty,
    initial: { unit: props.unit },
    words: t.or,
    send: async value => {
      await calls.directory.planDuty.call(value)
      toast({ kind: 'done', title: t('point.planned') })
      await queries.invalidateQueries()
      props.onClose()
    },
  })
  return (
    <Dialog title={t('point.plan')} onClose={props.onClose}>
      <Form form={form} label={t('point.plan')}>
        <Field
          path="official"
          kind="one"
          as="list"
          choices={props.people.map(person => ({ value: String(person.id), label: person.name }))}
        />
        <div className="field-pairs">
          <Field path="startsAt" />
          <Field path="endsAt" />
        </div>
        <SubmitButton>{t('point.plan')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
