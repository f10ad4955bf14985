import { useId, useRef, useState } from 'react'
import type { MrzFinding } from '#core/mrz/finding.ts'
import { useFieldValue, useFormAround } from '#ui/form.tsx'
import { announce } from '#ui/page.ts'
import { Sign } from '#ui/status.tsx'
import { useFindingWords } from './finding-words.ts'
import { findingSigns } from './message-cells.tsx'
import { personFromMrz } from './mrz-person.ts'
import { useWords } from './words.ts'

/** Lines of a passport pasted here, or read into here by a scanner, become the next person of the list. */
export const MrzBox = () => {
  const { t } = useWords()
  const say = useFindingWords()
  const id = useId()
  const form = useFormAround()
  const value = useFieldValue('people')
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [said, setSaid] = useState<{ name: string | null; findings: MrzFinding[] } | null>(null)
  const take = (lines: string) => {
    const { person, findings } = personFromMrz(lines, new Date().toISOString().slice(0, 10))
    const people = Array.isArray(value) ? (value as unknown[]) : []
    if (person) {
      form.set('people', [...people, { kind: 'passenger', ...person }])
      setText('')
    }
    const name = person ? `${person.family ?? ''}, ${person.given ?? ''}` : null
    setSaid({ name, findings })
    announce(name ? t('mrz.read', { name }) : t('mrz.unread'))
    box.current?.focus()
  }
  return (
    <div className="field mrz-box">
      <label htmlFor={id}>
        {t('mrz')} <span className="field-note">{t('mrz.note')}</span>
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t('mrz.hint')}
      </p>
      <div className="pair">
        <textarea
          className="input number"
          id={id}
          ref={box}
          rows={3}
          spellCheck={false}
          autoCapitalize="characters"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={event => setText(event.target.value)}
          onPaste={event => {
            const pasted = event.clipboardData.getData('text')
            if (text.trim() !== '' || !pasted.includes('<')) return
            event.preventDefault()
            setText(pasted)
            take(pasted)
          }}
        />
        <button type="button" className="button" disabled={text.trim() === ''} onClick={() => take(text)}>
          {t('mrz.take')}
        </button>
      </div>
      {said && (
        <div role="status">
          <Sign kind={said.name === null ? 'stop' : said.findings.length ? 'check' : 'done'}>
            {said.name === null ? t('mrz.unread') : t('mrz.read', { name: said.name })}
          </Sign>
          <ul className="checks">
            {said.findings.map(finding => (
              <li key={`${finding.code} ${finding.position.line} ${finding.position.column}`}>
                <Sign kind={findingSigns[finding.severity]}>{say(finding)}</Sign>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
