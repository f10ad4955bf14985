import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { z } from 'zod'
import { newSubmission, problemOf } from '#ui/call.ts'
import { Field } from '#ui/field.tsx'
import { fieldId, Form, SubmitButton, useForm } from '#ui/form.tsx'
import { useKeys } from '#ui/keys.ts'
import { announce } from '#ui/page.ts'
import { toast } from '#ui/toast.tsx'
import { standings, Standing } from '../model.ts'
import { calls } from './calls.ts'
import { standingSigns } from './cells.tsx'
import type { Detail } from './passenger-panel.tsx'
import { nameOf, useWords } from './words.ts'
import { Sign } from '#ui/status.tsx'

const Decided = z.object({ says: Standing, reason: z.string().trim().max(1000).default('') })

/**
 * A person decides: board, officer to see first, or not board, with the reason. Nothing is chosen beforehand. 1, 2 and 3 choose,
 * Ctrl+Enter sends.
 */
export const Decide = ({ person, onDone }: { person: Detail; onDone?: (() => void) | undefined }) => {
  const { t, code } = useWords()
  const queries = useQueryClient()
  const submission = useRef(newSubmission())
  const form = useForm({
    schema: Decided,
    keep: `decision on ${person.id}`,
    words: t.or,
    check: ({ says, reason }) =>
      says !== undefined && says !== 'board' && (typeof reason === 'string' ? reason : '').trim().length < 3
        ? [{ path: ['reason'], message: t('decide.reason.needed') }]
        : [],
    send: async ({ says, reason }) => {
      const after = await calls.passengers.decide
        .call(
          {
            id: person.id,
            says,
            reason,
            seen: person.decisions[0]?.id ?? null,
            read: person.version,
          },
          { context: { submission: submission.current } },
        )
        .catch(async (error: unknown) => {
          // What a colleague decided meanwhile is shown beside what is typed, also where the line had lost it.
          if (problemOf(error)?.code === 'conflict') {
            submission.current = newSubmission()
            await queries.invalidateQueries({ queryKey: [['passengers']] })
          }
          throw error
        })
      submission.current = newSubmission()
      form.replace({})
      const waits = after.decisions[0]?.secondNeeded === true && after.decisions[0].secondOfficer === null
      const title = t(waits ? 'decide.done.second' : 'decide.done', {
        name: nameOf(t, person),
        says: code('standing', says),
      })
      toast({ kind: 'done', title })
      announce(title)
      // Before the lists are read again: j is pressed as soon as the answer is there, and is not to be typed into the reason.
      onDone?.()
      await queries.invalidateQueries({ queryKey: [['passengers']] })
    },
  })
  const choose = (says: Standing) => {
    form.set('says', says)
    announce(code('standing', says))
    document.getElementById(fieldId(form, 'reason'))?.focus()
  }
  useKeys(
    Object.fromEntries(
      standings.map((says, index) => [
        String(index + 1),
        { label: t(`key.${says}`), run: () => choose(says) },
      ]),
    ),
  )
  return (
    <Form form={form} label={t('decide')} className="decide">
      <Field
        path="says"
        as="column"
        label={t('decide.says')}
        draw={value => (
          <span className="decide-choice">
            <Sign kind={standingSigns[value as Standing]}>{code('standing', value)}</Sign>
            <kbd>{standings.indexOf(value as Standing) + 1}</kbd>
          </span>
        )}
        choices={standings.map(value => ({
          value,
          label: code('standing', value),
          hint: t(`decide.${value}.hint`),
        }))}
      />
      <Field
        path="reason"
        kind="long"
        short
        needed
        label={t('decide.reason')}
        hint={t('decide.reason.hint')}
      />
      <SubmitButton>{t('decide.send')}</SubmitButton>
    </Form>
  )
}
