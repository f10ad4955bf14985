import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { draftNames, dropDraft, readDraft } from '#ui/draft-store.ts'
import { formatDate, formatTime, formatZone, remaining } from '#ui/format.ts'
import { useKeys } from '#ui/keys.ts'
import { useNow, viewerZone } from '#ui/now.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, Failed, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { Deadline, MarkingTag, Pieces, Sign, UrgencySign } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { highestMarking } from '#vocabulary/marking.ts'
import { shownState } from '#vocabulary/state.ts'
import type { Work } from '../model.ts'
import { shownTitle } from '../content.ts'
import { calls, useActor } from './calls.ts'
import { DayAndTime, WarningMeta, WarningTitle } from './cells.tsx'
import { failedQuery } from './failed.ts'
import { useWords, type WarningText } from './words.ts'
import { draftPrefix, type Kept } from './writing.ts'

/** The first screen: what is addressed to us, what waits for us, our drafts, what our warnings led to. */
export const MyWork = () => {
  const { t, language } = useWords()
  const router = useRouter()
  const now = useNow()
  const actor = useActor()
  const work = useQuery(calls.warnings.work.queryOptions())
  const may = actor?.competences ?? []
  const writes = may.includes('issue')
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
        {formatDate(now, language, 'long')}, {formatTime(now, language)}
        {'\u00a0'}UTC{own}. {data && summary(data, now, t)}
      </PageHead>
      <div className="columns">
        <div>
          <Addressed work={work} data={data} onCurrent={setCurrent} />
          {data && data.escalated.length > 0 && <Escalated rows={data.escalated} />}
          {may.includes('validate') && data && <ToValidate rows={data.toValidate} />}
          {writes && data && <Ours rows={data.ours} />}
        </div>
        <aside aria-label={t('work.aside')}>
          {writes && data && <Drafts server={data.drafts} />}
          {writes && data && <Questions rows={data.questions} state={actor?.state ?? ''} />}
          {writes && data && <WaitingFor rows={data.ours} />}
          {actor && <OnDuty state={actor.state} />}
        </aside>
      </div>
    </>
  )
}

const summary = (work: Work, now: Date, t: WarningText): string => {
  const late = work.addressed.filter(item => item.late).length
  const soon = work.addressed.filter(
    item => !item.late && item.dueAt && remaining(new Date(item.dueAt), now).kind === 'soon',
  ).length
  const said = [
    late > 0 && t('work.late', { count: late }),
    soon > 0 && t('work.soon', { count: soon }),
    work.toValidate.length > 0 && t('work.validate', { count: work.toValidate.length }),
  ].filter(Boolean)
  return said.length ? said.join(' ') : t('work.nothing-late')
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
                aria-label={t('work.answer.this', { number: item.number ?? item.title })}
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
                aria-label={t('work.validate.this', { title: item.title })}
              >
                {item.faults === 0 ? t('validate.short') : t('read.short')}
              </a>
            ),
          },
        ]}
      />
    </Part>
  )
}

const Ours = ({ rows }: { rows: Work['ours'] }) => {
  const { t } = useWords()
  return (
    <Part
      title={t('work.ours')}
      count={rows.length}
      caption={t('work.ours.caption')}
      end={
        <a className="link" href="/warnings?view=ours">
          {t('work.ours.all')}
        </a>
      }
    >
      <Table
        label={t('work.ours')}
        rows={rows}
        rowId={item => item.id}
        keys={false}
        empty={
          <Empty
            title={t('work.ours.empty')}
            action={
              <a className="button" href="/warnings/new">
                {t('new')}
              </a>
            }
          >
            {t('work.ours.empty.text')}
          </Empty>
        }
        columns={[
          {
            id: 'warning',
            header: t('column.warning'),
            title: true,
            cell: item => (
              <>
                <WarningTitle item={item} />
                <span className="row-meta">
                  <span className="number">{item.number}</span>
                  <MarkingTag marking={item.marking} />
                </span>
              </>
            ),
          },
          {
            id: 'sent',
            header: t('column.sent'),
            width: 'short',
            nowrap: true,
            cell: item => <DayAndTime when={item.issuedAt} />,
          },
          {
            id: 'answers',
            header: t('column.answers'),
            width: 'long',
            cell: item => (
              <Pieces acting={item.acting} noted={item.takenNote + item.nothingToAdd} silent={item.silent} />
            ),
          },
          {
            id: 'led-to',
            header: t('column.led-to'),
            width: 'half',
            cell: item => <LedTo item={item} />,
          },
        ]}
      />
    </Part>
  )
}

const LedTo = ({ item }: { item: Work['ours'][number] }) => {
  const { t, language } = useWords()
  const said = [
    ...item.measures.slice(0, 3).map(({ state, text }) => `${shownState(state)}: ${text}`),
    ...(item.corroborations > 0 ? [t('work.corroborated', { count: item.corroborations })] : []),
  ]
  if (said.length)
    return (
      <ul>
        {said.map(line => (
          <li key={line}>{line}</li>
        ))}
        {item.measures.length > 3 && <li>{t('work.more', { count: item.measures.length - 3 })}</li>}
      </ul>
    )
  return (
    <span className="muted">
      {t('work.nothing-yet')}{' '}
      {item.inForceUntil && t('work.in-force', { date: formatDate(new Date(item.inForceUntil), language) })}
    </span>
  )
}

interface Here {
  name: string
  saved: Date
  sent: Date | null
  kept: Kept
}

const useDraftsHere = (): Here[] => {
  const [here, setHere] = useState<Here[]>([])
  useEffect(() => {
    let gone = false
    const read = async () => {
      const names = (await draftNames()).filter(name => name.startsWith(draftPrefix))
      const found = await Promise.all(
        names.map(async name => {
          const draft = await readDraft(name)
          return draft && { name, saved: draft.saved, sent: draft.sent, kept: draft.value as Kept }
        }),
      )
      if (!gone) setHere(found.filter(draft => draft !== null))
    }
    read().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [])
  return here
}

/** What the server has taken and does not list any more was sent or deleted: nothing of it is kept here. */
const useTidiedDrafts = (here: readonly Here[], known: ReadonlySet<string>): void => {
  useEffect(() => {
    for (const { name, sent, kept } of here)
      if (sent && kept.link.id !== null && !known.has(kept.link.id)) dropDraft(name).catch(() => undefined)
  }, [here, known])
}

const Drafts = ({ server }: { server: Work['drafts'] }) => {
  const { t, language } = useWords()
  const here = useDraftsHere()
  const when = (at: Date) => `${formatDate(at, language, 'day')} ${formatTime(at, language)}`
  const known = useMemo(() => new Set(server.map(({ id }) => id)), [server])
  useTidiedDrafts(here, known)
  const onlyHere = here.filter(
    ({ kept, sent }) => kept.link.id === null || (!known.has(kept.link.id) && sent === null),
  )
  const unsent = new Map(
    here.flatMap(draft => (draft.kept.link.id && !draft.sent ? [[draft.kept.link.id, draft] as const] : [])),
  )
  const count = server.length + onlyHere.length
  // Words that only this device has are opened where they are kept.
  const addressOfItem = (id: string) => {
    const newer = unsent.get(id)
    return newer ? addressOf(newer) : `/warnings/${id}/edit`
  }
  return (
    <Part title={t('work.drafts')} count={count}>
      {count === 0 ? (
        <Empty title={t('work.drafts.empty')}>{t('work.drafts.empty.text')}</Empty>
      ) : (
        <ul className="rows">
          {onlyHere.map(draft => (
            <li key={draft.name}>
              <div>
                <a className="row-title" href={addressOf(draft)}>
                  {titleOf(draft.kept) || t('title.none')}
                </a>
                <span className="row-meta">
                  <span>{t('warning')}</span>
                  <span>{t('work.saved-here', { when: when(draft.saved) })}</span>
                </span>
                <Sign kind="check">{t('work.saved-here.why')}</Sign>
              </div>
            </li>
          ))}
          {server.map(item => (
            <li key={item.id}>
              <div>
                <a className="row-title" href={addressOfItem(item.id)}>
                  {item.title || t('title.none')}
                </a>
                <span className="row-meta">
                  <span>{t(`status.${item.status}`)}</span>
                  <span>{t('work.saved', { when: when(new Date(item.updatedAt)) })}</span>
                </span>
                {unsent.has(item.id) && <Sign kind="check">{t('work.newer-here')}</Sign>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

const titleOf = ({ values }: Kept): string =>
  shownTitle({
    title: typeof values.title === 'string' ? values.title : '',
    summary: typeof values.summary === 'string' ? values.summary : '',
  })

const addressOf = ({ name, kept }: Here): string =>
  name.startsWith(`${draftPrefix}new-`)
    ? `/warnings/new?draft=${encodeURIComponent(name.slice(draftPrefix.length + 4))}`
    : `/warnings/${kept.link.id ?? ''}/edit`

const Questions = ({ rows, state }: { rows: Work['questions']; state: string }) => {
  const { t, unit, countryOnly } = useWords()
  return (
    <Part title={t('work.questions')} count={rows.length}>
      {rows.length === 0 ? (
        <Empty title={t('work.questions.empty')}>
          {t('work.questions.empty.text', { state: countryOnly(state) })}
        </Empty>
      ) : (
        <ul className="rows">
          {rows.map(row => (
            <li key={row.remark}>
              <div>
                <a className="row-title" href={`/warnings/${row.warning.id}#questions`}>
                  {row.text}
                </a>
                <span className="row-meta">
                  <span>{unit(row.unit)}</span>
                  <span className="number">{row.warning.number}</span>
                </span>
              </div>
              <MarkingTag marking={row.warning.marking} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** Answers to our warnings that have not come. */
const WaitingFor = ({ rows }: { rows: Work['ours'] }) => {
  const { t } = useWords()
  const open = rows.filter(item => item.silent > 0 && item.status === 'issued')
  return (
    <Part title={t('work.waiting')} count={open.length}>
      {open.length === 0 ? (
        <Empty title={t('work.waiting.empty')} />
      ) : (
        <ul className="rows">
          {open.map(item => (
            <li key={item.id}>
              <div>
                <WarningTitle item={item} />
                <span className="row-meta">
                  <span className="number">{item.number}</span>
                  <span>{t('work.silent', { count: item.silent, units: item.units })}</span>
                </span>
                {item.late > 0 && <Sign kind="late">{t('work.late-units', { count: item.late })}</Sign>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

const OnDuty = ({ state }: { state: string }) => {
  const { t } = useWords()
  const units = useQuery({
    ...calls.directory.units.queryOptions({ input: { state } }),
    staleTime: 600_000,
  })
  const network = useQuery({
    ...calls.directory.units.queryOptions({ input: { state: 'EU' } }),
    staleTime: 600_000,
  })
  const desks = [
    ...(units.data ?? []),
    ...(state === 'EU' ? [] : (network.data ?? []).filter(({ kind }) => kind === 'desk')),
  ].filter(({ dutyHours, dutyPhone }) => dutyHours || dutyPhone)
  return (
    <Part title={t('work.duty')}>
      {units.isPending ? (
        <Skeleton lines={2} />
      ) : units.isError ? (
        <Failed {...failedQuery(units)} />
      ) : desks.length === 0 ? (
        <Empty title={t('work.duty.empty')}>{t('work.duty.empty.text')}</Empty>
      ) : (
        <ul className="rows">
          {desks.map(desk => (
            <li key={desk.id}>
              <div>
                <span className="row-title">
                  {shownState(desk.state)} · {desk.name}
                </span>
                <span className="row-meta">
                  {desk.dutyHours && <span>{desk.dutyHours}</span>}
                  {desk.dutyPhone && <span className="number">{desk.dutyPhone}</span>}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
