import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { problemOf } from '#ui/call.ts'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm, useFormValues } from '#ui/form.tsx'
import { useKeys } from '#ui/keys.ts'
import { announce } from '#ui/page.ts'
import { toast } from '#ui/toast.tsx'
import { rememberMonths, type Verdict as VerdictCode, verdicts } from '../kinds.ts'
import { type Hit, Verdict } from '../model.ts'
import { calls, hitsOf } from './calls.ts'
import { useWords, wordsFor } from './words.ts'

/** The neighbours of a hit in the queue, as far as it has been read. */
const useNeighbours = (id: string) => {
  const queue = useInfiniteQuery(hitsOf('queue'))
  const all = queue.data?.pages.flatMap(({ items }) => items) ?? []
  const at = all.findIndex(hit => hit.id === id)
  return {
    next: at < 0 ? all.find(hit => hit.mine) : all[at + 1],
    previous: at > 0 ? all[at - 1] : undefined,
    place: at + 1,
    of: all.length,
  }
}

/** Where one is in the queue, and the way on: j and k. */
export const Steps = ({ hit }: { hit: Hit }) => {
  const { t } = useWords()
  const router = useRouter()
  const { next, previous, place, of } = useNeighbours(hit.id)
  const go = (to: { id: string } | undefined) => to && void router.navigate({ href: `/hits/${to.id}` })
  useKeys({
    j: { label: t('key.steps'), also: 'k', run: () => go(next) },
    k: { label: t('key.previous'), run: () => go(previous), hidden: true },
  })
  return (
    <nav className="pages hit-steps" aria-label={t('queue')}>
      <a href="/hits">{place > 0 ? t('queue.place', { place, of }) : t('view.queue')}</a>
      <ul>
        <li>
          {previous ? (
            <a href={`/hits/${previous.id}`}>
              {t('key.previous')} <kbd>k</kbd>
            </a>
          ) : (
            <span aria-disabled="true">{t('key.previous')}</span>
          )}
        </li>
        <li>
          {next ? (
            <a href={`/hits/${next.id}`}>
              {t('key.next')} <kbd>j</kbd>
            </a>
          ) : (
            <span aria-disabled="true">{t('key.next')}</span>
          )}
        </li>
      </ul>
    </nav>
  )
}

const Reviewing = z.object({
  verdict: Verdict,
  reason: z.string().trim().min(3).max(2000),
  rememberMonths: z.int().min(1).max(36).nullable(),
})

/** The one box on the page: 1, 2 or 3 for the verdict, the reason, Ctrl+Enter. Then the next hit of the queue. */
export const VerdictBox = ({ hit }: { hit: Hit }) => {
  const { t } = useWords()
  const say = wordsFor(t, hit)
  const [otherwise, setOtherwise] = useState(false)
  if (hit.waitsForAnother)
    return (
      <section className="answer" aria-labelledby="verdict">
        <h2 id="verdict">{say('verdict')}</h2>
        <p>{t('four-eyes.waits')}</p>
      </section>
    )
  if (!hit.mine) return null
  if (hit.state === 'decided')
    return (
      <details className="verdict-again" onToggle={event => setOtherwise(event.currentTarget.open)}>
        <summary>{t('verdict.otherwise')}</summary>
        {/* Its keys act only while it is to be seen. */}
        {otherwise && <Box hit={hit} />}
      </details>
    )
  return <Box hit={hit} />
}

const Box = ({ hit }: { hit: Hit }) => {
  const { t, alerts } = useWords()
  const say = wordsFor(t, hit)
  const router = useRouter()
  const queries = useQueryClient()
  const { next } = useNeighbours(hit.id)
  const form = useForm({
    schema: Reviewing,
    initial: { rememberMonths: String(rememberMonths) },
    keep: `verdict ${hit.id}`,
    words: t.or,
    send: async ({ verdict, reason, rememberMonths: months }) => {
      const done = await calls.hits.review
        .call({
          id: hit.id,
          version: hit.version,
          verdict,
          reason,
          rememberMonths: verdict === 'not-the-same' ? months : null,
        })
        .catch(async (error: unknown) => {
          // What a colleague said meanwhile is shown beside what is typed, also where the line had lost it.
          if (problemOf(error)?.code === 'conflict') await queries.invalidateQueries({ queryKey: [['hits']] })
          throw error
        })
      const waits = done.state === 'first'
      toast({
        kind: waits ? 'plain' : 'done',
        title: t(waits ? 'done.second' : 'done.decided', { verdict: say(`verdict.${verdict}`) }),
        ...(verdict === 'same' && !waits && { text: alerts.t(`action.${done.action}`) }),
      })
      queries.setQueryData(calls.hits.read.queryKey({ input: { id: hit.id } }), done)
      await queries.invalidateQueries({ queryKey: [['hits']] })
      // What was confirmed asks something of the officer: it stays on the screen.
      if (verdict !== 'same' && next) await router.navigate({ href: `/hits/${next.id}` })
    },
  })
  const choose = (verdict: VerdictCode) => {
    form.set('verdict', verdict)
    announce(say(`verdict.${verdict}`))
    document.querySelector<HTMLElement>('.verdict textarea')?.focus()
  }
  useKeys(
    {
      '1': { label: say('verdict.same'), run: () => choose('same') },
      '2': { label: say('verdict.not-the-same'), run: () => choose('not-the-same') },
      '3': { label: say('verdict.cannot-tell'), run: () => choose('cannot-tell') },
    },
    hit.state !== 'decided',
  )
  const values = useFormValues(form)
  return (
    <section className="answer verdict" aria-labelledby="verdict">
      <h2 id="verdict">{say(hit.state === 'first' ? 'verdict.second' : 'verdict')}</h2>
      <p>{t(hit.state === 'decided' ? 'verdict.again' : 'verdict.text')}</p>
      <Form form={form} label={say('verdict')} className="verdict-form">
        <Field
          path="verdict"
          as="column"
          label={t('verdict.label')}
          hint=""
          choices={verdicts.map((value, index) => ({
            value,
            label: `${index + 1}  ${say(`verdict.${value}`)}`,
            hint: t(`verdict.${value}.hint`),
          }))}
        />
        <Field path="reason" kind="long" short />
        {values.verdict === 'not-the-same' && <Field path="rememberMonths" />}
        <SubmitButton>{t('verdict.send')}</SubmitButton>
      </Form>
    </section>
  )
}
