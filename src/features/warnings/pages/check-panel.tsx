import { Notice, Part } from '#ui/parts.tsx'
import { readAt, type Values } from '#ui/form-values.ts'
import { formatTime } from '#ui/format.ts'
import { sayInLanguage } from '#ui/said.ts'
import { Sign } from '#ui/status.tsx'
import type { Fault } from '../model.ts'
import { findingText, placeOf, rangesIn } from './pointed.ts'
import { useWords } from './words.ts'

const around = 40

/** What the check finds while one writes: words that point to a person stop it; what is missing is only counted. */
export const CheckPanel = (props: {
  values: Values
  faults: readonly Fault[] | undefined
  at: number
  offline: boolean
  onCut: (path: string, range: readonly [number, number]) => void
  onShow: (path: string, range?: readonly [number, number]) => void
}) => {
  const { t, language } = useWords()
  const { values, faults, offline, onCut, onShow } = props
  const said = faults ?? []
  const personal = said.filter(({ kind }) => kind === 'personal-data')
  const inconsistent = said.filter(({ kind }) => kind === 'inconsistent')
  const missing = said.filter(({ kind }) => kind === 'missing')
  const label = (path: string) => t.or(`write.${path}`, t.or(`field.${path}`, path))
  return (
    <Part
      title={t('check')}
      caption={
        offline
          ? t('check.offline')
          : faults
            ? t('check.at', { time: formatTime(new Date(props.at), language) })
            : t('check.begin')
      }
    >
      {personal.length > 0 && (
        <Notice kind="stop" title={t('check.personal', { count: personal.length })}>
          {personal.map(fault => {
            const path = placeOf(fault)
            const text = readAt(values, path)
            const [range] = rangesIn(values, [fault])(path)
            const typed = typeof text === 'string' ? text : ''
            return (
              <div className="finding" key={`${path} ${fault.range?.join('-')}`}>
                <p>{findingText(fault, t)}</p>
                {range && (
                  <blockquote>
                    {range[0] > around ? '…' : ''}
                    {typed.slice(Math.max(0, range[0] - around), range[0])}
                    <mark>{typed.slice(range[0], range[1])}</mark>
                    {typed.slice(range[1], range[1] + around)}
                    {range[1] + around < typed.length ? '…' : ''}
                  </blockquote>
                )}
                <div className="buttons">
                  {range && (
                    <button type="button" className="button" onClick={() => onCut(path, range)}>
                      {t('check.cut')}
                    </button>
                  )}
                  <button
                    type="button"
                    className="button"
                    data-kind="quiet"
                    onClick={() => onShow(path, range)}
                  >
                    {t('check.show')}
                  </button>
                </div>
              </div>
            )
          })}
          <p>{t('check.personal.how')}</p>
        </Notice>
      )}
      <ul className="rows" aria-live="polite">
        {faults && personal.length === 0 && typeof values.summary === 'string' && values.summary.trim() && (
          <li>
            <Sign kind="done">{t('check.no-personal')}</Sign>
          </li>
        )}
        {inconsistent.map(fault => {
          const path = placeOf(fault)
          return (
            <li key={`${path} ${fault.message}`}>
              <Sign kind="check">
                {label(path.split('.')[0] ?? path)}: {sayInLanguage(fault.message)}
              </Sign>
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                onClick={() => onShow(path)}
              >
                {t('check.to-field')}
              </button>
            </li>
          )
        })}
        {faults && missing.length > 0 && (
          <li>
            <Sign kind="waiting">
              {t('check.missing', {
                count: missing.length,
                what: missing.map(fault => label(placeOf(fault)).replace(/\?$/, '')).join(', '),
              })}
            </Sign>
          </li>
        )}
        {faults && said.length === 0 && (
          <li>
            <Sign kind="done">{t('check.ready')}</Sign>
          </li>
        )}
      </ul>
    </Part>
  )
}
