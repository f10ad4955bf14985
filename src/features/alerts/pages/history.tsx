import { useQuery } from '@tanstack/react-query'
import { failedQuery } from '#features/access/pages/calls.ts'
import { problemOf } from '#ui/call.ts'
import { asTyped } from '#ui/form-values.ts'
import { formatDate, formatDateTime } from '#ui/format.ts'
import { Failed, Part, Skeleton } from '#ui/parts.tsx'
import { calls } from './calls.ts'
import { useWords, type Words } from './words.ts'

/** Everything that was done with an alert, newest first, with what it said before. */
export const History = ({ id }: { id: string }) => {
  const words = useWords()
  const { t, language } = words
  const history = useQuery(
    calls.alerts.history.queryOptions({
      input: { id },
      retry: (count, error) => count < 2 && (problemOf(error)?.status ?? 500) >= 500,
    }),
  )
  // Not everybody who reads an alert reads its history.
  if (history.isError && (problemOf(history.error)?.status ?? 500) < 500) return null
  return (
    <Part title={t('history')} count={history.data?.length} after>
      {history.isError ? (
        <Failed {...failedQuery(history)} />
      ) : !history.data ? (
        <Skeleton />
      ) : (
        <ol className="rows">
          {history.data.toReversed().map(entry => (
            <li key={entry.id}>
              <div>
                <strong>{t(`act.${entry.act}`)}</strong>{' '}
                {entry.fields.length > 0 && (
                  <span>
                    {entry.fields
                      .map(field => t.or(`field.${field}`, t.or(`field.ground.${field}`, field)))
                      .join(', ')}
                  </span>
                )}
                {entry.reason && (
                  <p className="said">
                    {t.or(`withdrawal.${entry.reason}`, t.or(`link.${entry.reason}`, entry.reason))}
                  </p>
                )}
                {entry.before !== null && entry.before !== undefined && (
                  <details>
                    <summary>{t('history.before')}</summary>
                    <Before value={entry.before} words={words} />
                  </details>
                )}
                <span className="row-meta">
                  <span>{formatDateTime(new Date(entry.at), language)}</span>
                  <span>
                    {entry.official
                      ? [entry.official.name, entry.unit?.name].filter(Boolean).join(', ')
                      : t('history.by-time')}
                  </span>
                  <span>{t('version.n', { version: entry.version })}</span>
                  {entry.keptUntil && (
                    <span>{t('history.kept', { day: formatDate(new Date(entry.keptUntil), language) })}</span>
                  )}
                </span>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Part>
  )
}

/** What stood there before: the parts that were replaced, each under its name. */
const Before = ({ value, words }: { value: unknown; words: Words }) => {
  const { t } = words
  if (value === null || value === undefined || value === '') return <span className="muted">–</span>
  if (Array.isArray(value))
    return value.length === 0 ? (
      <span className="muted">–</span>
    ) : (
      <ul className="before">
        {value.map((each, index) => (
          <li key={index}>
            <Before value={each} words={words} />
          </li>
        ))}
      </ul>
    )
  if (typeof value === 'object')
    return (
      <dl className="facts before">
        {Object.entries(value)
          .filter(([, each]) => each !== null && each !== '' && !(Array.isArray(each) && each.length === 0))
          .map(([name, each]) => [
            <dt key={name}>
              {t.or(
                `field.${name}`,
                t.or(
                  `field.identities.${name}`,
                  t.or(`field.documents.${name}`, t.or(`field.ground.${name}`, name)),
                ),
              )}
            </dt>,
            <dd key={`${name}-value`}>
              <Before value={each} words={words} />
            </dd>,
          ])}
      </dl>
    )
  return <span translate="no">{asTyped(value)}</span>
}
