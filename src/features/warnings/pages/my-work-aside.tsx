import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { draftNames, dropDraft, readDraft } from '#ui/draft-store.ts'
import { formatDate, formatTime } from '#ui/format.ts'
import { Empty, Failed, Part, Skeleton } from '#ui/parts.tsx'
import { MarkingTag, Sign } from '#ui/status.tsx'
import { shownState } from '#vocabulary/state.ts'
import { shownTitle } from '../content.ts'
import type { ContactPoint } from '#features/directory/model.ts'
import type { Work } from '../model.ts'
import { calls } from './calls.ts'
import { WarningTitle } from './cells.tsx'
import { failedQuery } from './failed.ts'
import { useWords } from './words.ts'
import { draftPrefix, type Kept } from './writing.ts'

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

export const Drafts = ({ server }: { server: Work['drafts'] }) => {
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

export const Questions = ({ rows }: { rows: Work['questions'] }) => {
  const { t, unit } = useWords()
  return (
    <Part title={t('work.questions')} count={rows.length}>
      {rows.length === 0 ? (
        <Empty title={t('work.questions.empty')}>{t('work.questions.empty.text')}</Empty>
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
export const WaitingFor = ({ rows }: { rows: Work['ours'] }) => {
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

export const OnDuty = ({ state }: { state: string }) => {
  const { t } = useWords()
  const units = useQuery({
    ...calls.directory.units.queryOptions({ input: { state } }),
    staleTime: 600_000,
  })
  const network = useQuery({
    ...calls.directory.units.queryOptions({ input: { state: 'EU' } }),
    staleTime: 600_000,
  })
  const points = useQuery({ ...calls.directory.contactPoints.queryOptions(), staleTime: 600_000 })
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
        <ul className="rows duty">
          {desks.map(desk => (
            <li key={desk.id}>
              <div>
                <span className="row-title">
                  {shownState(desk.state)} · {desk.name}
                </span>
                <OnDutyThere point={points.data?.find(({ unit }) => unit === desk.id)} />
                <span className="row-meta">
                  {desk.dutyPhone && (
                    <a className="number" href={`tel:${desk.dutyPhone.replaceAll(/[^+\d]/g, '')}`}>
                      {desk.dutyPhone}
                    </a>
                  )}
                  {desk.dutyHours && <span>{desk.dutyHours}</span>}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** The person who answers at a contact point now, and until when. */
const OnDutyThere = ({ point }: { point: ContactPoint | undefined }) => {
  const { t, language } = useWords()
  if (!point) return null
  const { id, name, until } = point.onDuty
  return (
    <p>
      <a href={`/directory/officials/${id}`}>{name}</a>
      {until && (
        <span className="muted">
          {' '}
          {t('work.duty.until', { when: formatDate(new Date(until), language, 'day') })}
        </span>
      )}
    </p>
  )
}
