import { Field } from '#ui/field.tsx'
import { useFieldValue, useFormAround } from '#ui/form.tsx'
import { periodOf } from '#vocabulary/period.ts'
import { periodText, readPeriod } from './period-words.ts'
import { useWords } from './words.ts'

const day = 86_400_000

/** A day or a period, as people write it; says how it was understood, and offers what was probably meant. */
export const WhenField = ({ number }: { number?: number }) => {
  const { t, language } = useWords()
  const form = useFormAround()
  const typed = useFieldValue('when')
  const today = new Date()
  const read = readPeriod(typeof typed === 'string' ? typed : '', today)
  const set = (value: string) => form.set('when', value)
  const button = (label: string, value: string) => (
    <button
      type="button"
      className="button"
      data-size="small"
      onClick={() => set(periodText(value, language))}
    >
      {label}
    </button>
  )
  return (
    <Field
      path="when"
      {...(number !== undefined && { number })}
      label={t('write.when')}
      hint={t('write.when.hint')}
      kind="text"
      short
      foot={
        <span className="buttons when-foot">
          {read.ok ? (
            <span role="status">{t('write.when.read', { period: periodText(read.period, language) })}</span>
          ) : read.why === 'empty' ? (
            <>
              {button(t('write.when.today'), periodOf(today, 'day'))}
              {button(t('write.when.yesterday'), periodOf(new Date(today.getTime() - day), 'day'))}
              {button(
                t('write.when.week'),
                `${periodOf(new Date(today.getTime() - 6 * day), 'day')}/${periodOf(today, 'day')}`,
              )}
            </>
          ) : (
            <>
              <span>{t(read.why === 'future' ? 'write.when.future' : 'write.when.unread')}</span>
              {read.suggestion &&
                button(
                  t('write.when.use', { period: periodText(read.suggestion, language) }),
                  read.suggestion,
                )}
            </>
          )}
        </span>
      }
    />
  )
}
