import './warnings.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { problemOf } from '#ui/call.ts'
import { formatDate, formatDateTime } from '#ui/format.ts'
import { useKeys } from '#ui/keys.ts'
import { usePageMarking, usePageTitle } from '#ui/page.ts'
import { ErrorPage, Facts, Failed, Notice, Part, Skeleton } from '#ui/parts.tsx'
import { MarkingBand, MarkingTag, Sign, UrgencySign } from '#ui/status.tsx'
import { Content } from '../content.ts'
import type { Remark, Warning } from '../model.ts'
import { AnswerBox } from './answer-box.tsx'
import { Attachments } from './attachments.tsx'
import { calls } from './calls.ts'
import { Versions } from './compare.tsx'
import { failedQuery } from './failed.ts'
import { OwnerActs } from './owner-acts.tsx'
import { Recipients } from './recipients.tsx'
import { Additions, Questions, RemarkDialog } from './remarks.tsx'
import { MeantFor, Validation } from './validation.tsx'
import { WarningBody } from './warning-body.tsx'
import { useWords, type Words } from './words.ts'

/** One warning with all that came of it. */
export const WarningView = () => {
  const { id = '' } = useParams({ strict: false })
  const warning = useQuery(calls.warnings.read.queryOptions({ input: { id }, retry: again }))
  if (warning.isPending) return <Skeleton lines={6} />
  if (warning.isError) {
    const problem = problemOf(warning.error)
    // A wrong address and a warning of others are the same to the reader: not there.
    if (problem && problem.status < 500) return <ErrorPage />
    return <Failed {...failedQuery(warning)} />
  }
  return <View key={id} warning={warning.data} />
}

/** Tries again what the line or the server failed; what was answered stays answered. */
const again = (count: number, error: unknown): boolean =>
  count < 2 && (problemOf(error)?.status ?? 500) >= 500

const sentenceFor = (warning: Warning, { t, countryOnly, language }: Words): string => {
  const { handling, deliveries, originator, ours } = warning
  if (warning.issuedAt === null) return t('band.draft')
  const who = handling.audience.includes('all')
    ? t('band.all')
    : t('band.units', { count: deliveries.length })
  const keep = handling.keepUntil
    ? ` ${t('band.keep', { date: formatDate(new Date(handling.keepUntil), language) })}`
    : ''
  const wider = ours ? t('band.ours') : t('band.wider', { state: countryOnly(originator.state) })
  return `${who} ${wider}${keep}`
}

const View = ({ warning }: { warning: Warning }) => {
  const words = useWords()
  const { t, countryOnly } = words
  const router = useRouter()
  const queries = useQueryClient()
  const [saying, setSaying] = useState<Remark['kind'] | null>(null)
  const { may, content, handling, originator } = warning
  const ours = warning.deliveries.find(delivery => delivery.ours)
  const title = warning.title || (warning.status === 'withdrawn' ? t('title.withdrawn') : t('title.none'))
  const sentence = sentenceFor(warning, words)
  usePageTitle(warning.number ?? title)
  usePageMarking(handling.marking, sentence)

  const open = useMutation({
    mutationFn: () => calls.warnings.open.call({ id: warning.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [['warnings', 'work']] }),
  })
  const told = useRef(false)
  const unopened = ours !== undefined && ours.openedAt === null
  useEffect(() => {
    if (!unopened || told.current) return
    told.current = true
    open.mutate()
  }, [unopened, open])

  const toAnswer = () => {
    const box = document.getElementById('answer')
    box?.scrollIntoView({ block: 'center' })
    box?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }
  const canAnswer = ours !== undefined && may.answer
  const sees = may.remark && !warning.ours
  const revise = () =>
    document.querySelector<HTMLButtonElement>('.item-head button[data-kind=primary]')?.click()
  useKeys({ a: { label: t('key.answer'), run: toAnswer } }, canAnswer)
  useKeys(
    {
      s: { label: t('key.sees'), run: () => setSaying('corroboration') },
      q: { label: t('key.ask'), run: () => setSaying('question') },
    },
    sees,
  )
  useKeys(
    {
      e: {
        label: t('key.edit'),
        run: () => (may.edit ? void router.navigate({ href: `/warnings/${warning.id}/edit` }) : revise()),
      },
    },
    may.edit || may.revise,
  )

  return (
    <article className="paper">
      <div className="paper-only paper-head" aria-hidden="true">
        <MarkingBand marking={handling.marking}>{`${warning.number ?? ''} ${sentence}`}</MarkingBand>
      </div>
      <header className="item-head">
        <StatusLine warning={warning} words={words} />
        <h1 tabIndex={-1}>{title}</h1>
        <HeadFacts warning={warning} words={words} />
        <div className="buttons screen-only">
          {canAnswer && (
            <button
              type="button"
              className="button"
              data-kind={ours.answer ? undefined : 'primary'}
              onClick={toAnswer}
            >
              {t(ours.answer ? 'answer.change' : 'answer.short')} <kbd>a</kbd>
            </button>
          )}
          {sees && (
            <>
              <button type="button" className="button" onClick={() => setSaying('corroboration')}>
                {t('remark.corroboration.send')} <kbd>s</kbd>
              </button>
              <button type="button" className="button" onClick={() => setSaying('question')}>
                {t('ask', { state: countryOnly(originator.state) })} <kbd>q</kbd>
              </button>
            </>
          )}
          {may.edit && (
            <a
              className="button"
              data-kind={may.validate ? undefined : 'primary'}
              href={`/warnings/${warning.id}/edit`}
            >
              {t('edit')} <kbd>e</kbd>
            </a>
          )}
          <OwnerActs warning={warning} />
          {content && (
            <>
              <button type="button" className="button" data-kind="quiet" onClick={() => print()}>
                {t('print')}
              </button>
              {warning.issuedAt && (
                <>
                  <a
                    className="button"
                    data-kind="quiet"
                    href={`/api/warnings/${warning.id}/pdf?language=${words.language}`}
                    download
                  >
                    {t('pdf')}
                  </a>
                  <a className="button" data-kind="quiet" href={`/api/warnings/${warning.id}/cap`} download>
                    {t('cap')}
                  </a>
                </>
              )}
            </>
          )}
        </div>
      </header>
      <Standing warning={warning} words={words} />
      <div className="columns" data-near="">
        <div>
          {may.validate && <Validation warning={warning} />}
          {content && <WarningBody content={Content.parse(content)} />}
          <Attachments warning={warning.id} files={warning.attachments} />
          <Additions warning={warning} onAdd={() => setSaying('measure')} />
          <Questions warning={warning} />
          <RelatedWarnings warning={warning} words={words} />
          <Versions warning={warning} />
        </div>
        <aside aria-label={t('view.aside')}>
          {may.validate && content && <MeantFor warning={warning} />}
          {ours && <AnswerBox warning={warning} ours={ours} />}
          <Recipients warning={warning} />
          {!ours && warning.deliveries.length === 0 && warning.issuedAt && !warning.ours && (
            <p className="muted">{t('view.no-answer-needed')}</p>
          )}
        </aside>
      </div>
      <div className="paper-only paper-foot" aria-hidden="true">
        <MarkingBand marking={handling.marking}>{`${warning.number ?? ''} ${sentence}`}</MarkingBand>
      </div>
      {saying && <RemarkDialog warning={warning} kind={saying} onClose={() => setSaying(null)} />}
    </article>
  )
}

const StatusLine = ({ warning, words }: { warning: Warning; words: Words }) => {
  const { t, code, language } = words
  const { content, status } = warning
  const earlier = warning.versions.find(({ version }) => version === warning.version - 1)
  return (
    <p className="item-line">
      {warning.number && <strong className="number">{warning.number}</strong>}
      {content && <UrgencySign urgency={content.urgency} />}
      {content && content.triggers.length > 0 && (
        <span>{content.triggers.map(value => code('trigger', value)).join(' · ')}</span>
      )}
      {status !== 'issued' && (
        <Sign kind={status === 'withdrawn' ? 'stop' : status === 'returned' ? 'check' : 'waiting'}>
          {code('status', status)}
        </Sign>
      )}
      {status === 'issued' && warning.version > 1 && (
        <Sign kind="waiting">
          {earlier
            ? t('line.version', {
                version: warning.version,
                before: earlier.version,
                when: formatDateTime(new Date(earlier.issuedAt), language),
              })
            : t('versions.one', { version: warning.version })}
        </Sign>
      )}
    </p>
  )
}

const HeadFacts = ({ warning, words }: { warning: Warning; words: Words }) => {
  const { t, code, country, language } = words
  const { content, originator, handling } = warning
  const grading = content?.grading
  const time = (at: string) => formatDateTime(new Date(at), language)
  return (
    <Facts
      wide
      facts={[
        [
          t('fact.originator'),
          `${country(originator.state)} · ${originator.name ?? originator.authority ?? t('unit.unlisted')}`,
        ],
        ...(warning.author ? [[t('fact.author'), warning.author] as [string, string]] : []),
        warning.issuedAt
          ? [t('fact.issued'), time(warning.issuedAt)]
          : [t('fact.saved'), time(warning.updatedAt)],
        ...(grading
          ? ([
              [
                t('field.grading.reliability'),
                <>
                  <strong>{grading.reliability}</strong> {code('reliability', grading.reliability)}
                </>,
              ],
              [
                t('field.grading.credibility'),
                <>
                  <strong>{grading.credibility}</strong> {code('credibility', grading.credibility)}
                </>,
              ],
            ] as [string, React.ReactNode][])
          : []),
        ...(warning.validatedAt
          ? [
              [t('fact.validated'), t('fact.validated.by', { time: time(warning.validatedAt) })] as [
                string,
                string,
              ],
            ]
          : []),
        ...(handling.inForceUntil
          ? [
              [t('field.inForceUntil'), formatDate(new Date(handling.inForceUntil), language)] as [
                string,
                string,
              ],
            ]
          : []),
      ]}
    />
  )
}

/** What one must know before reading on: withdrawn, replaced, expired, returned, waiting for the contact point. */
const Standing = ({ warning, words }: { warning: Warning; words: Words }) => {
  const { t, language } = words
  const { status } = warning
  const successor = warning.related.find(({ kind }) => kind === 'superseded-by')
  if (warning.withdrawn)
    return (
      <div className="standing">
        <Notice
          kind="stop"
          level={2}
          title={t('standing.withdrawn', { when: formatDateTime(new Date(warning.withdrawn.at), language) })}
        >
          <p>{warning.withdrawn.reason}</p>
          <p>{t(warning.ours ? 'standing.withdrawn.ours' : 'standing.withdrawn.text')}</p>
        </Notice>
      </div>
    )
  if (status === 'superseded')
    return (
      <div className="standing">
        <Notice kind="check" level={2} title={t('standing.superseded')}>
          {successor && (
            <p>
              <a href={`/warnings/${successor.id}`}>
                {successor.number} {successor.title}
              </a>
            </p>
          )}
        </Notice>
      </div>
    )
  if (status === 'expired')
    return (
      <div className="standing">
        <Notice kind="check" level={2} title={t('standing.expired')} />
      </div>
    )
  if (warning.returned && status === 'returned')
    return (
      <div className="standing">
        <Notice
          kind="check"
          level={2}
          title={t('standing.returned', { when: formatDateTime(new Date(warning.returned.at), language) })}
        >
          <p>{warning.returned.reason}</p>
        </Notice>
      </div>
    )
  if (status === 'submitted' && !warning.may.validate)
    return (
      <div className="standing">
        <Notice kind="done" level={2} title={t('standing.submitted')}>
          <p>{t('standing.submitted.text')}</p>
        </Notice>
      </div>
    )
  return null
}

const RelatedWarnings = ({ warning, words }: { warning: Warning; words: Words }) => {
  const { t, language } = words
  const { related } = warning
  if (related.length === 0) return null
  return (
    <Part title={t('related')} count={related.length} after>
      <ul className="rows">
        {related.map(item => (
          <li key={`${item.id} ${item.kind}`}>
            <div>
              <a className="row-title" href={`/warnings/${item.id}`}>
                {item.title || t('title.none')}
              </a>
              <span className="row-meta">
                {item.number && <span className="number">{item.number}</span>}
                {item.issuedAt && <span>{formatDate(new Date(item.issuedAt), language, 'day')}</span>}
                <span>{t(`relation.${item.kind}`)}</span>
              </span>
            </div>
            <MarkingTag marking={item.marking} />
          </li>
        ))}
      </ul>
    </Part>
  )
}
