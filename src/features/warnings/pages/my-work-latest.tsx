import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useNow } from '#ui/now.ts'
import { Empty, Failed, Part, Skeleton } from '#ui/parts.tsx'
import { MarkingTag, UrgencySign } from '#ui/status.tsx'
import { formatDate } from '#ui/format.ts'
import { calls } from './calls.ts'
import { WarningMeta, WarningTitle } from './cells.tsx'
import { failedQuery } from './failed.ts'
import { useWords } from './words.ts'

const days = 30
const most = 6

/** What others have warned of lately and left nothing to answer: to know of, newest first. */
export const Latest = ({ except }: { except: ReadonlySet<string> }) => {
  const { t, language } = useWords()
  const from = new Date(useNow().getTime() - days * 86_400_000).toISOString().slice(0, 10)
  const latest = useQuery({
    ...calls.warnings.list.queryOptions({ input: { status: ['issued'], from } }),
    staleTime: 60_000,
  })
  const items = latest.data?.items.filter(({ id }) => !except.has(id)).slice(0, most)
  return (
    <Part title={t('work.latest')} count={items?.length} caption={t('work.latest.caption', { count: days })}>
      {latest.isPending ? (
        <Skeleton lines={4} />
      ) : latest.isError ? (
        <Failed {...failedQuery(latest)} />
      ) : !items?.length ? (
        <Empty title={t('work.latest.empty')} />
      ) : (
        <ul className="rows latest">
          {items.map(item => (
            <li key={item.id}>
              <UrgencySign urgency={item.urgency} />
              <div>
                <WarningTitle item={item} />
                <WarningMeta item={item} />
              </div>
              <span className="latest-end">
                <MarkingTag marking={item.marking} />
                {item.issuedAt && (
                  <time dateTime={item.issuedAt}>{formatDate(new Date(item.issuedAt), language, 'day')}</time>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** What a border officer asks first: whether a method, a document or a route is known already. */
export const Known = () => {
  const { t } = useWords()
  const router = useRouter()
  const [words, setWords] = useState('')
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim()) void router.navigate({ href: `/warnings?search=${encodeURIComponent(words.trim())}` })
  }
  return (
    <search>
      <form className="known" onSubmit={ask}>
        <label htmlFor="known">{t('work.known')}</label>
        <input
          className="input"
          id="known"
          type="search"
          maxLength={200}
          placeholder={t('work.known.hint')}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        <button type="submit" className="button" data-kind="primary">
          {t('work.known.ask')}
        </button>
      </form>
    </search>
  )
}
