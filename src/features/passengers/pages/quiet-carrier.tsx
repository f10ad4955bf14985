import { formatDateTime } from '#ui/format.ts'
import { Notice } from '#ui/parts.tsx'
import type { Carrier } from '../model.ts'
import { boardAddress } from './board-filter.ts'
import { useWords } from './words.ts'

/** Since when a carrier's answers say less, why, what that means for it and for the passengers, and what to do first. */
export const QuietCarrier = ({ carrier, onLook }: { carrier: Carrier; onLook?: () => void }) => {
  const { t, language } = useWords()
  const { quiet, code, contact } = carrier
  if (quiet === null) return null
  const { since, inVain, travelled, selecteesInVain, selecteesTravelled, unclosed } = quiet
  const flights = boardAddress({ period: 'all', carrier: code, state: '', words: '' })
  return (
    <Notice kind="check" title={t('carrier.quiet')}>
      <p>
        {t('carrier.quiet.counted', {
          when: formatDateTime(new Date(since), language),
          vain: inVain,
          people: inVain + travelled,
          selecteesVain: selecteesInVain,
          selectees: selecteesInVain + selecteesTravelled,
        })}
      </p>
      {unclosed > 0 && <p>{t('carrier.quiet.unclosed', { count: unclosed })}</p>}
      <p>{t('carrier.quiet.means')}</p>
      <h4>{t('carrier.quiet.first')}</h4>
      <ol>
        <li>
          {t('carrier.quiet.first.flights')}{' '}
          <a className="link" href={flights}>
            {t('carrier.quiet.flights', { carrier: code })}
          </a>
        </li>
        <li>
          {t('carrier.quiet.first.ask')} {contact && <strong>{contact}</strong>}
        </li>
        <li>{t('carrier.quiet.first.key')}</li>
        {unclosed > 0 && <li>{t('carrier.quiet.first.closes')}</li>}
        <li>{t('carrier.quiet.first.say')}</li>
      </ol>
      {onLook && (
        <div className="buttons">
          <button type="button" className="button" onClick={onLook}>
            {t('carrier.quiet.look')}
          </button>
        </div>
      )}
    </Notice>
  )
}
