import './alerts.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { failedQuery, useMe } from '#features/access/pages/calls.ts'
import { UnderPurpose, usePurpose } from '#features/access/pages/purpose.tsx'
import { accessTexts } from '#features/access/texts/access.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, SubmitButton, useForm, useFormValues } from '#ui/form.tsx'
import { countryName } from '#ui/format.ts'
import { useText } from '#ui/i18n.ts'
import { usePageMarking } from '#ui/page.ts'
import { Empty, Facts, Failed, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { MarkingTag, Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import type { Choice } from '#ui/token-field.tsx'
import { highestMarking, type Marking, markingLevel, markings } from '#vocabulary/marking.ts'
import { shownState } from '#vocabulary/state.ts'
import { type Kind, kindRules } from '../kinds.ts'
import { type AlertList, Kind as KindSchema, ListTerms } from '../model.ts'
import { showList, useKeeper, useLists } from './reach.ts'
import { calls } from './calls.ts'
import { KindSign } from './cells.tsx'
import { takeFile } from './take-file.ts'
import { useWords } from './words.ts'

/** The lists one may read, each with its owner's terms; one's own with what its keeper may do. */
export const Lists = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('lists')}>
      <All />
    </UnderPurpose>
  )
}

const All = () => {
  const { t } = useWords()
  const keeper = useKeeper()
  const authority = useMe()?.actor?.authority
  const lists = useLists()
  const [open, setOpen] = useState<AlertList | 'new' | null>(null)
  usePageMarking(
    lists.data?.length ? highestMarking(lists.data.map(({ marking }) => marking)) : null,
    t('band.list'),
  )
  const mine = lists.data?.filter(list => list.owner.id === authority) ?? []
  const others = lists.data?.filter(list => list.owner.id !== authority) ?? []
  return (
    <>
      <PageHead
        title={t('lists')}
        actions={
          keeper.now && (
            <>
              <a className="button" href="/alerts/import">
                {t('import')}
              </a>
              <button type="button" className="button" onClick={() => setOpen('new')}>
                {t('lists.new')}
              </button>
            </>
          )
        }
      >
        {t('lists.text')}
      </PageHead>
      {keeper.may && !keeper.now && <p className="hint">{t('keeper.other-purpose')}</p>}
      {lists.isError ? (
        <Failed {...failedQuery(lists)} />
      ) : !lists.data ? (
        <Skeleton lines={6} />
      ) : lists.data.length === 0 ? (
        <Empty title={t('lists.none')}>{t('lists.none.text')}</Empty>
      ) : (
        <>
          {mine.length > 0 && (
            <Part title={t('lists.mine')} count={mine.length}>
              {mine.map(list => (
                <One
                  key={list.id}
                  list={list}
                  onChange={keeper.now && list.mine ? () => setOpen(list) : undefined}
                />
              ))}
            </Part>
          )}
          {others.length > 0 && (
            <Part title={t('lists.others')} count={others.length}>
              {others.map(list => (
                <One key={list.id} list={list} />
              ))}
            </Part>
          )}
        </>
      )}
      {open !== null && <TermsDialog list={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

const One = ({ list, onChange }: { list: AlertList; onChange?: (() => void) | undefined }) => {
  const { t, owner } = useWords()
  const say = useText(accessTexts)
  const router = useRouter()
  const purpose = usePurpose()
  return (
    <section className="list-terms" aria-label={list.name}>
      <div>
        <h3>{list.name}</h3>
        <span className="row-meta">
          <KindSign kind={list.kind} />
          <span>{owner(list.owner)}</span>
          <MarkingTag marking={list.marking} />
          {list.fourEyes && <span>{t('list.four-eyes')}</span>}
        </span>
        <div className="buttons">
          <button
            type="button"
            className="button"
            data-size="small"
            onClick={() => {
              showList(list.id)
              void router.navigate({ href: '/alerts' })
            }}
          >
            {list.count === null ? t('lists.open') : t('lists.open.count', { count: list.count })}
            <span className="unseen"> {list.name}</span>
          </button>
          {onChange && (
            <>
              <a className="button" data-size="small" href={`/alerts/new?list=${list.id}`}>
                {t('new')}
                <span className="unseen"> {list.name}</span>
              </a>
              <button type="button" className="button" data-size="small" onClick={onChange}>
                {t('lists.change')}
                <span className="unseen"> {list.name}</span>
              </button>
              <TakeOut list={list} />
            </>
          )}
        </div>
      </div>
      <Facts
        facts={[
          [t('action'), t(`action.${list.action}`)],
          [t('legal-basis'), list.legalBasis],
          [
            t('lists.purposes'),
            <>
              {list.purposes.map(each => say(`purpose.${each}`)).join(' · ')}
              {!list.mine && !list.purposes.includes(purpose) && (
                <span className="row-meta">
                  <Sign kind="check">{t('lists.closed')}</Sign>
                </span>
              )}
            </>,
          ],
          [t('lists.review'), t('lists.review.value', { months: list.reviewMonths, warn: list.warnMonths })],
          ...(list.audience.length > 0
            ? ([[t('lists.audience'), <Audience key="audience" members={list.audience} />]] as [
                string,
                React.ReactNode,
              ][])
            : []),
        ]}
      />
    </section>
  )
}

const useMembers = (): Choice[] => {
  const { t, language } = useWords()
  const states = useQuery({ ...calls.directory.states.queryOptions(), staleTime: 600_000 })
  const authorities = useQuery({
    ...calls.directory.authorities.queryOptions({ input: {} }),
    staleTime: 600_000,
  })
  return [
    { value: 'all', label: t('audience.all') },
    ...(states.data ?? []).map(({ code }) => ({
      value: `state:${code}`,
      label: `${shownState(code)} ${countryName(code, language)}`,
      words: code,
    })),
    ...(authorities.data ?? []).map(({ id, state, name }) => ({
      value: `authority:${id}`,
      label: `${shownState(state)} · ${name}`,
    })),
  ]
}

const Audience = ({ members }: { members: readonly string[] }) => {
  const choices = useMembers()
  return members.map(each => choices.find(({ value }) => value === each)?.label ?? each).join(' · ')
}

/** One's own list as JSON lines, for another system or for safe keeping. */
const TakeOut = ({ list }: { list: AlertList }) => {
  const { t } = useWords()
  const purpose = usePurpose()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      await takeFile(`/api/alerts/lists/${list.id}/export`, `${list.name}.jsonl`, purpose)
    } catch {
      toast({ kind: 'stop', title: t('lists.export.failed') })
    } finally {
      setBusy(false)
    }
  }
  return (
    <button type="button" className="button" data-size="small" disabled={busy} onClick={() => void take()}>
      {t('lists.export')}
      <span className="unseen"> {list.name}</span>
    </button>
  )
}

const NewTerms = ListTerms.extend({ kind: KindSchema })

const TermsDialog = ({ list, onClose }: { list: AlertList | null; onClose: () => void }) => {
  const { t, source } = useWords()
  const say = useText(accessTexts)
  const queries = useQueryClient()
  const actor = useMe()?.actor
  const members = useMembers()
  const form = useForm({
    schema: NewTerms,
    keep: list ? `terms ${list.id} ${list.revision}` : 'terms of a new list',
    initial: list ? { ...list } : { marking: 'LIMITED', reviewMonths: 36, warnMonths: 4, audience: ['all'] },
    words: t.or,
    send: async value => {
      const { kind, ...terms } = NewTerms.parse(value)
      if (list) await calls.alerts.changeList.call({ ...terms, id: list.id, revision: list.revision })
      else await calls.alerts.enterList.call({ ...terms, kind })
      toast({ kind: 'done', title: t(list ? 'lists.changed' : 'lists.opened') })
      await queries.invalidateQueries({ queryKey: [['alerts']] })
      onClose()
    },
  })
  const { kind } = useFormValues(form) as { kind?: Kind }
  const rule = kind ? kindRules[kind] : undefined
  const most = rule?.mostMonths
  // What stands there at first is the usual; a kind that is kept shorter begins with its own.
  const before = useRef(most)
  useEffect(() => {
    if (!list && most !== undefined && most !== before.current) form.set('reviewMonths', Math.min(36, most))
    before.current = most
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [most])
  const title = t(list ? 'lists.change.title' : 'lists.new')
  return (
    <Dialog title={title} onClose={onClose} wide>
      <Form form={form} label={title}>
        {!list && (
          <Field
            path="kind"
            as="list"
            choices={KindSchema.options.map(value => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
        {rule && (
          <>
            <p className="terms-rule">
              {t('lists.rule', {
                source: source(rule.source),
                months: rule.mostMonths,
                limit: source(rule.limitSource),
              })}
            </p>
            <Field path="name" />
            <Field path="legalBasis" kind="text" />
            <Field
              path="action"
              as="column"
              choices={rule.actions.map(value => ({ value, label: t(`action.${value}`) }))}
            />
            <Field
              path="purposes"
              choices={rule.purposes.map(value => ({ value, label: say(`purpose.${value}`) }))}
            />
            <Field path="audience" choices={members} />
            <Field
              path="marking"
              as="row"
              choices={markings
                .filter(each => !actor || markingLevel(each) <= markingLevel(actor.clearance))
                .map(value => ({ value, label: value }))}
              draw={value => <MarkingTag marking={value as Marking} />}
            />
            <Field path="fourEyes" />
            <div className="pair">
              <Field path="reviewMonths" />
              <Field path="warnMonths" />
            </div>
            <SubmitButton>{t(list ? 'save' : 'lists.new')}</SubmitButton>
          </>
        )}
      </Form>
    </Dialog>
  )
}
