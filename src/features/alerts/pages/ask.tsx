import './alerts.css'
import { type ReactNode, useRef, useState } from 'react'
import { z } from 'zod'
import { readMrz } from '#core/mrz/read.ts'
import { plainState } from '#core/mrz/states.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { Field } from '#ui/field.tsx'
import { fieldId, Form, SubmitButton, useFieldValue, useForm, useFormAround } from '#ui/form.tsx'
import { asTyped } from '#ui/form-values.ts'
import { formatTime } from '#ui/format.ts'
import { announce, usePageMarking } from '#ui/page.ts'
import { Notice, PageHead, Part } from '#ui/parts.tsx'
import { highestMarking } from '#vocabulary/marking.ts'
import type { Purpose } from '#vocabulary/purpose.ts'
import { AlertDocument, Identity } from '../content.ts'
import type { Match, Question } from '../match.ts'
import { calls } from './calls.ts'
import type { Side } from './comparison.tsx'
import { Matches } from './matches.tsx'
import { nextSubject } from './next-subject.ts'
import { useWords } from './words.ts'

const text = (max: number) => z.string().trim().max(max).default('')

/** What is typed or read from a document; made into the question of the contract. */
const Asked = z.object({
  family: text(120),
  given: text(120),
  full: text(240),
  birth: Identity.shape.birth,
  nationality: Identity.shape.birthCountry,
  sex: Identity.shape.sex,
  type: text(40).default('P'),
  number: text(60),
  issuer: AlertDocument.shape.issuer,
  object: text(60),
})
type Asked = z.output<typeof Asked>

/**
 * Of a passport the State that issued it counts where no nationality is stated (docs/decisions/018), and of nothing else: so the kind is
 * said, and is a passport unless it is said to be something else. PR and PS are travel documents of refugees and of stateless persons.
 */
const documentKinds = ['P', 'I', 'AR', 'PR', 'PS', 'V'] as const
/** No code of a document: none is as long. */
const otherKind = 'other'
const empty = { type: 'P' }

const questionOf = ({
  family,
  given,
  full,
  birth,
  nationality,
  sex,
  type,
  number,
  issuer,
  object,
}: Asked): Question => ({
  person: `${family}${given}${full}` === '' ? null : { family, given, full, birth, nationality, sex },
  documents: number === '' ? [] : [{ type: type === otherKind ? null : type, number, issuer }],
  object,
})

const sideOf = (asked: Asked): Side => ({
  name: asked.full || [asked.family, asked.given].filter(Boolean).join(', '),
  birth: asked.birth,
  nationalities: asked.nationality ? [asked.nationality] : [],
  sex: asked.sex,
  documents: asked.number ? [asked.number] : [],
})

/** What a feature further on offers on what was found, such as to report it as a hit. */
export type ActOnMatch = (match: Match, question: Question) => ReactNode

/** What a feature further on makes of the question: other words above it, further answers beneath. */
export interface Asks {
  act?: ActOnMatch
  title?: string
  text?: string
  /** The purposes it is for, where it is not all that one may ask for. */
  purposes?: readonly Purpose[]
  /** What else is asked the same, drawn beneath the answer; `at` tells one asking from the next. */
  also?: (question: Question, at: Date) => ReactNode
}

/** Someone asks about one person, document, vehicle or vessel. */
export const Ask = (asks: Asks) => {
  const { t } = useWords()
  const { title = t('ask'), purposes } = asks
  return (
    <UnderPurpose title={title} {...(purposes && { purposes })}>
      <Asking {...asks} />
    </UnderPurpose>
  )
}

interface Answer {
  asked: Asked
  at: Date
  matches: Match[]
}

const Asking = ({ act, title, text, also }: Asks) => {
  const { t, nations } = useWords()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [round, setRound] = useState(0)
  const results = useRef<HTMLDivElement>(null)
  const form = useForm({
    schema: Asked,
    keep: `question ${title ?? ''}`,
    initial: empty,
    words: (key, fallback) => t.or(key.replace(/^(field|hint|option)\./, '$1.ask.'), fallback),
    check: values =>
      ['family', 'given', 'full', 'number', 'object'].some(name => asTyped(values[name]).trim() !== '')
        ? []
        : [{ path: ['family'], message: t('ask.something') }],
    send: async asked => {
      const matches = await calls.alerts.query.call(questionOf(asked))
      setAnswer({ asked, at: new Date(), matches })
      announce(matches.length ? t('ask.found', { count: matches.length }) : t('ask.nothing'))
      setTimeout(() => {
        results.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
        results.current?.scrollIntoView({ block: 'start' })
      })
    },
  })
  const clear = () => {
    form.replace(empty)
    setAnswer(null)
    setRound(round + 1)
    document.getElementById(fieldId(form, 'family'))?.focus()
  }
  usePageMarking(
    answer?.matches.length ? highestMarking(answer.matches.map(({ alert }) => alert.marking)) : null,
    t('band.list'),
  )
  return (
    <>
      <PageHead title={title ?? t('ask')}>{text ?? t('ask.text')}</PageHead>
      <Form form={form} label={title ?? t('ask')} className="asking">
        <MrzField key={round} />
        <div className="ask-fields">
          <Field path="family" needed />
          <Field path="given" needed />
          <Field path="birth" needed />
          <Field path="nationality" kind="one" as="list" choices={nations()} needed />
          <Field
            path="sex"
            as="list"
            needed
            choices={(['F', 'M', 'X'] as const).map(value => ({ value, label: t(`sex.${value}`) }))}
          />
          <KindField />
          <Field path="number" needed />
          <Field path="issuer" kind="one" as="list" choices={nations()} needed />
          <Field path="object" needed />
        </div>
        <details className="field">
          <summary>{t('ask.full')}</summary>
          <Field path="full" kind="text" needed />
        </details>
        <div className="buttons">
          <SubmitButton>{t('ask.send')}</SubmitButton>
          <button type="button" className="button" data-kind="quiet" onClick={clear}>
            {answer ? t(`ask.next.${nextSubject(questionOf(answer.asked), answer.matches)}`) : t('ask.clear')}
          </button>
        </div>
      </Form>
      <div ref={results}>
        {answer && <Answered answer={answer} act={act} />}
        {answer && also?.(questionOf(answer.asked), answer.at)}
      </div>
    </>
  )
}

const Answered = ({ answer, act }: { answer: Answer; act: ActOnMatch | undefined }) => {
  const { t, language } = useWords()
  const { asked, matches, at } = answer
  const side = sideOf(asked)
  const about = [side.name, side.birth, ...side.documents, asked.object].filter(Boolean).join(' · ')
  return (
    <Part
      title={t('ask.answer')}
      count={matches.length}
      caption={t('ask.about', { about, time: formatTime(at, language) })}
      after
    >
      {matches.length === 0 ? (
        <Notice kind="done" title={t('ask.nothing')}>
          <p>{t('ask.nothing.text')}</p>
        </Notice>
      ) : (
        <>
          <p>
            <strong>{t('machine-found')}</strong> {t('person-decides')}
          </p>
          <Matches
            matches={matches}
            asked={side}
            askedLabel={t('compare.asked')}
            {...(act && { below: match => act(match, questionOf(asked)) })}
          />
        </>
      )}
    </Part>
  )
}

/** What kind of document it is. A kind that its machine-readable zone names, and nobody would choose, stays as it is. */
const KindField = () => {
  const { t } = useWords()
  const type = useFieldValue('type')
  const named = typeof type === 'string' && type !== '' && type !== otherKind ? [type] : []
  return (
    <Field
      path="type"
      kind="one"
      as="list"
      needed
      choices={[...new Set([...documentKinds, ...named]), otherKind].map(value => ({
        value,
        label: value === otherKind ? t('ask.kind.other') : t.or(`document-type.${value}`, value),
      }))}
    />
  )
}

/** The lines of a document's machine-readable zone, pasted or read by a scanner: they fill the fields beneath. */
const MrzField = () => {
  const { t } = useWords()
  const form = useFormAround()
  const [lines, setLines] = useState('')
  const [said, setSaid] = useState<{ good: boolean; findings: string[] } | null>(null)
  const take = (written: string) => {
    setLines(written)
    const shown = written.trim().split(/\r?\n/)
    if (shown.length < 2) return setSaid(null)
    const mrz = readMrz(written, { on: new Date().toISOString().slice(0, 10) })
    if (mrz.format === null) return setSaid({ good: false, findings: [t('mrz.none')] })
    setSaid({
      good: mrz.valid,
      findings: mrz.findings
        .filter(({ severity }) => severity !== 'note')
        .map(({ code, sentence }) => t.or(`mrz.${code}`, sentence)),
    })
    form.replace({
      family: mrz.surname ?? '',
      given: mrz.given ?? '',
      birth: mrz.birth ?? '',
      nationality: mrz.nationality ? plainState(mrz.nationality) : '',
      sex: mrz.sex ?? '',
      type: mrz.documentCode || otherKind,
      number: mrz.documentNumber ?? '',
      issuer: mrz.issuer ? plainState(mrz.issuer) : '',
    })
  }
  return (
    <div className="field">
      <label htmlFor="mrz">
        {t('mrz')} <span className="field-note">{t('mrz.optional')}</span>
      </label>
      <p className="hint" id="mrz-hint">
        {t('mrz.hint')}
      </p>
      <textarea
        className="input mrz"
        id="mrz"
        rows={3}
        spellCheck={false}
        autoComplete="off"
        aria-describedby="mrz-hint mrz-said"
        value={lines}
        onChange={event => take(event.target.value)}
      />
      <div id="mrz-said" role="status">
        {said && (
          <Notice
            level={2}
            kind={said.good ? 'done' : 'check'}
            title={t(said.good ? 'mrz.good' : 'mrz.doubt')}
          >
            {said.findings.length > 0 && (
              <ul>
                {[...new Set(said.findings)].map(finding => (
                  <li key={finding}>{finding}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
      </div>
    </div>
  )
}
