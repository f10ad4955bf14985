import { useQueryClient } from '@tanstack/react-query'
import { formatDate } from '#ui/format.ts'
import { faultOf } from '#ui/issue-text.ts'
import { Part } from '#ui/parts.tsx'
import { toast } from '#ui/toast.tsx'
import type { Alert } from '../model.ts'
import { calls } from './calls.ts'
import { KindSign } from './cells.tsx'
import { useWords } from './words.ts'

/** Alerts that belong with this one. A link changes nothing about what is asked of the officer. */
export const Links = ({ alert }: { alert: Alert }) => {
  const { t, language } = useWords()
  const queries = useQueryClient()
  if (alert.links.length === 0) return null
  const drop = async (other: string) => {
    try {
      await calls.alerts.unlink.call({ id: alert.id, other })
      await queries.invalidateQueries({ queryKey: [['alerts']] })
    } catch (error) {
      toast({ kind: 'stop', title: faultOf(error).message || t('not-done') })
    }
  }
  return (
    <Part title={t('links')} count={alert.links.length} caption={t('links.caption')}>
      <ul className="rows">
        {alert.links.map(link => (
          <li key={`${link.alert.id} ${link.kind}`}>
            <div>
              <a className="row-title" href={`/alerts/${link.alert.id}`} translate="no">
                {link.alert.title || link.alert.reference}
              </a>
              <span className="row-meta">
                <span>{t(`link.${link.kind}`)}</span>
                <KindSign kind={link.alert.kind} />
                <span className="number">{link.alert.reference}</span>
                <span>{formatDate(new Date(link.madeAt), language)}</span>
              </span>
            </div>
            {link.mine && (
              <button
                type="button"
                className="button"
                data-size="small"
                onClick={() => void drop(link.alert.id)}
              >
                {t('links.drop')}
                <span className="unseen"> {link.alert.reference}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
