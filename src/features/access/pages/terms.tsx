import './access.css'
import { useText } from '#ui/i18n.ts'
import { PageHead, Skeleton } from '#ui/parts.tsx'
import { accessTexts } from '../texts/access.ts'
import { arriveAt, calls, useAct, useMe } from './calls.ts'
import { signOut } from './sign-out.ts'

const rules = [1, 2, 3, 4, 5, 6] as const

/** The terms of use; until they are accepted nothing else opens. */
export const Terms = () => {
  const t = useText(accessTexts)
  const act = useAct()
  const me = useMe()
  if (!me) return <Skeleton />
  const { version, due } = me.terms
  return (
    <>
      <PageHead title={t('terms.title')}>{t(due ? 'terms.text' : 'terms.version', { version })}</PageHead>
      <ol className="terms">
        {rules.map(rule => (
          <li key={rule}>
            <strong>{t(`terms.${rule}`)}</strong>
            <br />
            {t(`terms.${rule}.text`)}
          </li>
        ))}
      </ol>
      {due && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => {
              void act(() => calls.access.acceptTerms.call({ version })).then(done => done && arriveAt('/'))
            }}
          >
            {t('terms.accept')}
          </button>
          <button type="button" className="button" onClick={() => void signOut()}>
            {t('terms.leave')}
          </button>
        </div>
      )}
    </>
  )
}
