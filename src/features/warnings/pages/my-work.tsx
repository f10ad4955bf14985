import './warnings.css'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useContext, useState } from 'react'
import { formatDate, formatTime, formatZone, type Remaining, remaining } from '#ui/format.ts'
import { useText } from '#ui/i18n.ts'
import { useKeys } from '#ui/keys.ts'
import { useNow, viewerZone } from '#ui/now.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { Deadline, MarkingTag, Sign, spanText, UrgencySign } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { DeskContext } from '#ui/waiting.ts'
import { highestMarking } from '#vocabulary/marking.ts'
import type { Work } from '../model.ts'
import { calls, useActor } from './calls.ts'
import { WarningMeta, WarningTitle } from './cells.tsx'
import { failedQuery } from './failed.ts'
import { Drafts, OnDuty, Questions, WaitingFor } from './my-work-aside.tsx'
import { AtTheDesk } from './my-work-desk.tsx'
import { Known, Latest } from './my-work-latest.tsx'
import { Ours } from './my-work-ours.tsx'
import { useWords, type WarningText } from './words.ts'

/** The first screen: what is addressed to us, what waits for us, our drafts, what our warnings led to. */
export const MyWork = () => {
  const { t, language } = useWords()
  const router = useRouter()
  const now = useNow()
  const actor = useActor()
  const work = useQuery(calls.warnings.work.queryOptions())
  const may = actor?.competences ?? []
  const writes = may.includes('issue')
  // A bureau of alerts, for example, has no warnings: its first screen is what waits at the desk.
  const warned = actor?.areas.includes('early-warning') ?? false
  const [current, setCurrent] = useState<string | null>(null)
  const data = work.data
  const all = data
    ? [data.addressed, data.escalated, data.toValidate, data.drafts, data.ours].flatMap(
        (rows: { marking: Work['drafts'][number]['marking'] }[]) => rows.map(({ marking }) => marking),
      )
    : []
  usePageMarking(all.length ? highestMarking(all) : null, all.length ? t('work.band') : '')

  const go = (href: string) => void router.navigate({ href })
  const first = data?.addressed[0]
  const ui = useText()
  const desk = useContext(DeskContext)
  const nearest = desk?.lines[0]
  useKeys({ r: { label: t('key.desk'), run: () => go(nearest?.href ?? '/') } }, nearest !== undefined)
  useKeys({ n: { label: t('key.new'), run: () => go('/warnings/new') } }, writes)
  useKeys(
    {
      a: {
        label: t('key.answer'),
        run: () => go(`/warnings/${current ?? first?.id ?? ''}#answer`),
      },
    },
    (data?.addressed.length ?? 0) > 0,
  )

  const said = [
    nearest?.soonest && atDesk(nearest.words, remaining(new Date(nearest.soonest), now), t, ui),
    ...(warned && data ? summary(data, now, t) : []),
  ].filter(Boolean)
  // That nothing is late is said only where all of it was counted.
  const allSaid = (warned || desk) && (!warned || data) && (!desk || desk.state === 'counted')
  const zone = formatZone(viewerZone, now, language)
  const own = zone ? ` (${formatTime(now, language, viewerZone)} ${zone.split(' (')[0]})` : ''
  return (
    <>
      <PageHead
        title={t('work')}
        actions={
          writes && (
            <a className="button" data-kind="primary" href="/warnings/new">
              {t('new')} <kbd>n</kbd>
            </a>
          )
        }
      >
        {capital(formatDate(now, language, 'long'))}, {formatTime(now, language)}
        {'\u00a0'}UTC{own}. {said.length > 0 ? said.join(' ') : allSaid && t('work.nothing-late')}
      </PageHead>
      {warned && !writes && <Known />}
      <div className="columns">
        <div>
          <AtTheDesk />
          {warned && <Addressed work={work} data={data} onCurrent={setCurrent} />}
          {data && data.escalated.length > 0 && <Escalated rows={data.escalated} />}
          {may.includes('validate') && data && <ToValidate rows={data.toValidate} />}
          {writes && data && <Ours rows={data.ours} />}
          {warned && data && (
            <Latest
              except={new Set([...data.addressed, ...data.escalated, ...data.ours].map(({ id }) => id))}
            />
          )}
        </div>
        <aside aria-label={t('work.aside')}>
          {writes && data && <Drafts server={data.drafts} />}
          {writes && data && <Questions rows={data.questions} />}
          {writes && data && <WaitingFor rows={data.ours} />}
          {actor && <OnDuty state={actor.state} />}
        </aside>
      </div>
    </>
  )
}

/** At the beginning of a sentence, in French too. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What waits first at the desk, and for how long still. */
const atDesk = (what: string, left: Remaining, t: WarningText, ui: Parameters<typeof spanText>[0]): string =>
  t(left.kind === 'late' ? 'work.desk.late' : 'work.desk.first', { what, span: spanText(ui, left) })

const summary = (work: Work, now: Date, t: WarningText): (string | false)[] => {
  const late = work.addressed.filter(item => item.late).length
  const soon = work.addressed.filter(
    item => !item.late && item.dueAt && remaining(new Date(item.dueAt), now).kind === 'soon',
  ).length
  return [
    late > 0 && t('work.late', { count: late }),
    soon > 0 && t('work.soon', { count: soon }),
    work.toValidate.length > 0 && t('work.validate', { count: work.toValidate.length }),
  ]
}

const Addressed = ({
  work,
  data,
  onCurrent,
}: {
  work: Parameters<typeof failedQuery>[0]
  data: Work | undefined
  onCurrent: (id: string) => void
}) => {
  const { t } = useWords()
  const router = useRouter()
  return (
    <Part
      title={t('work.addressed')}
      count={data?.addressed.length}
      caption={t('work.addressed.caption')}
      end={
        <a className="link" href="/warnings">
          {t('work.all')}
        </a>
      }
    >
      <Table
        label={t('work.addressed')}
        rows={data?.addressed}
        rowId={item => item.id}
        failed={failedQuery(work)}
        onOpen={item => void router.navigate({ href: `/warnings/${item.id}` })}
        onCurrent={item => onCurrent(item.id)}
        empty={
          <Empty
            title={t('work.addressed.empty')}
            action={
              <a className="button" href="/warnings">
                {t('work.all')}
              </a>
            }
          >
            {t('work.addressed.empty.text')}
          </Empty>
        }
        columns={[
          {
            id: 'urgency',
            header: t('column.urgency'),
            cell: item => <UrgencySign urgency={item.urgency} />,
            width: 'short',
            nowrap: true,
          },
          {
            id: 'warning',
            header: t('column.warning'),
            title: true,
            cell: item => (
              <>
                <WarningTitle item={item} />
                <WarningMeta item={item} opened />
              </>
            ),
          },
          {
            id: 'marking',
            header: t('column.marking'),
            cell: item => <MarkingTag marking={item.marking} />,
            width: 'middle',
          },
          {
            id: 'due',
            header: t('column.due'),
            width: 'long',
            cell: item =>
              item.dueAt && (
                <>
                  <Deadline due={item.dueAt} />
                  {item.escalatedAt && <Raised at={item.escalatedAt} />}
                </>
              ),
          },
          {
            id: 'action',
            header: t('column.action'),
            unseenHeader: true,
            width: 'action',
            cell: item => (
              <a
                className="button"
                data-size="small"
                href={`/warnings/${item.id}#answer`}
                aria-label={`${t('answer.short')}: ${item.number ?? item.title}`}
              >
                {t('answer.short')}
              </a>
            ),
          },
        ]}
      />
    </Part>
  )
}

const Raised = ({ at }: { at: string }) => {
  const { t, language } = useWords()
  return <span className="row-meta">{t('work.raised', { time: formatTime(new Date(at), language) })}</span>
}

const Escalated = ({ rows }: { rows: Work['escalated'] }) => {
  const { t, unit } = useWords()
  return (
    <Part title={t('work.escalated')} count={rows.length} caption={t('work.escalated.caption')}>
      <Table
        label={t('work.escalated')}
        rows={rows}
        rowId={item => `${item.id} ${item.unitInDelay.id}`}
        keys={false}
        columns={[
          {
            id: 'warning',
            header: t('column.warning'),
            title: true,
            cell: item => (
              <>
                <WarningTitle item={item} />
                <WarningMeta item={item} />
              </>
            ),
          },
          { id: 'unit', header: t('column.unit'), cell: item => unit(item.unitInDelay), width: 'long' },
          {
            id: 'due',
            header: t('column.due'),
            width: 'long',
            cell: item => item.dueAt && <Deadline due={item.dueAt} />,
          },
        ]}
      />
    </Part>
  )
}

const ToValidate = ({ rows }: { rows: Work['toValidate'] }) => {
  const { t, language } = useWords()
  const look = ({ faults }: Work['toValidate'][number]) => t(faults === 0 ? 'validate.short' : 'read.short')
  return (
    <Part title={t('work.to-validate')} count={rows.length} caption={t('work.to-validate.caption')}>
      <Table
        label={t('work.to-validate')}
        rows={rows}
        rowId={item => item.id}
        keys={false}
        empty={<Empty title={t('work.to-validate.empty')}>{t('work.to-validate.empty.text')}</Empty>}
        columns={[
          {
            id: 'urgency',
            header: t('column.urgency'),
            cell: item => <UrgencySign urgency={item.urgency} />,
            width: 'short',
            nowrap: true,
          },
          {
            id: 'warning',
            header: t('column.draft'),
            title: true,
            cell: item => (
              <>
                <WarningTitle item={item} />
                <span className="row-meta">
                  {item.unit && <span>{item.unit}</span>}
                  <span>
                    {t('work.submitted', {
                      when: `${formatDate(new Date(item.submittedAt), language, 'day')} ${formatTime(new Date(item.submittedAt), language)}`,
                    })}
                  </span>
                </span>
              </>
            ),
          },
          {
            id: 'marking',
            header: t('column.marking'),
            cell: item => <MarkingTag marking={item.marking} />,
            width: 'middle',
          },
          {
            id: 'check',
            header: t('column.check'),
            width: 'long',
            cell: item =>
              item.faults === 0 ? (
                <Sign kind="done">{t('check.clear')}</Sign>
              ) : (
                <Sign kind="stop">{t('check.faults', { count: item.faults })}</Sign>
              ),
          },
          {
            id: 'action',
            header: t('column.action'),
            unseenHeader: true,
            width: 'action',
            cell: item => (
              <a
                className="button"
                data-size="small"
                href={`/warnings/${item.id}`}
                aria-label={`${look(item)}: ${item.title}`}
              >
                {look(item)}
              </a>
            ),
          },
        ]}
      />
    </Part>
  )
}
