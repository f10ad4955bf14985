import '#ui/table.css'
import type { ReactNode } from 'react'
import { Sign } from '#ui/status.tsx'
import type { Reason } from '../match.ts'
import { useWords } from './words.ts'

/** One of the two that are compared, in the words of its source. */
export interface Side {
  name: string
  birth: string | null
  nationalities: readonly string[]
  sex: string | null
  documents: readonly string[]
}

/** What the matcher explains, that a document lies within a range, or that a thing bears the same sign. */
export type Compared =
  | Reason
  | { kind: 'range'; passenger: string; from: string; to: string; points: number }
  | { kind: 'object'; passenger: string; alert: string; relation: 'same' | 'scanned'; points: number }

type Line = [what: string, asked: string, alert: string, judgement: Judgement, says: string]
type Judgement = 'agrees' | 'near' | 'differs' | 'silent'
const signs = { agrees: 'done', near: 'check', differs: 'stop' } as const

const birthNear = new Set([
  'day and month swapped',
  'same day, year beside',
  'same day, year mistyped',
  'same month and year, day close',
  'swapped, year beside',
  'estimated, same year',
  'estimated, year close',
  'same month and year, day unknown',
  'same year, day unknown',
  'same month, year beside, day unknown',
  'year beside, day unknown',
  'year near, day unknown',
  'same month and year',
  'same day and year',
  'same day and month, other year',
  'same year',
  'year beside',
])

const of = <K extends Compared['kind']>(reasons: readonly Compared[], kind: K) =>
  reasons.find((each): each is Extract<Compared, { kind: K }> => each.kind === kind)

/**
 * What was asked beside what the alert says, line by line, with what each did to the likeness; beneath the name, which part
 * was taken for which. The same wherever a machine compares: in a query, before saving, in the review of hits.
 */
export const Comparison = (props: {
  label: string
  askedLabel: string
  alertLabel: string
  asked: Side
  alert: Side
  reasons: readonly Compared[]
}) => {
  const { t, nation } = useWords()
  const { asked, alert, reasons } = props
  const name = of(reasons, 'name')
  const birth = of(reasons, 'birth')
  const nationality = of(reasons, 'nationality')
  const sex = of(reasons, 'sex')
  const document = of(reasons, 'document')
  const range = of(reasons, 'range')
  const thing = of(reasons, 'object')
  const sexWord = (code: string | null) => (code ? t.or(`sex.${code}`, code) : '')
  const same = name?.parts.filter(({ how }) => how === 'same').length ?? 0
  const left = (name?.onlyAlert.length ?? 0) + (name?.onlyPassenger.length ?? 0)
  const nameJudged: Judgement =
    !name || name.alertName === ''
      ? 'silent'
      : name.parts.length === 0
        ? 'differs'
        : left === 0 && same === name.parts.length
          ? 'agrees'
          : 'near'
  const lines: Line[] = [
    [
      t('compare.name'),
      asked.name,
      name?.alertName ?? alert.name,
      nameJudged,
      !name || name.alertName === ''
        ? missing(t, asked.name, alert.name)
        : name.parts.length === 0
          ? t('compare.name.none')
          : counted(t, { same, alike: name.parts.length - same, left }),
    ],
    [
      t('compare.birth'),
      asked.birth ?? '',
      alert.birth ?? '',
      !birth || birth.relation === 'none'
        ? 'silent'
        : birth.relation === 'same'
          ? 'agrees'
          : birthNear.has(birth.relation)
            ? 'near'
            : 'differs',
      birth && birth.relation !== 'none'
        ? t.or(`birth.${birth.relation}`, birth.relation)
        : missing(t, asked.birth, alert.birth),
    ],
    [
      t('compare.nationality'),
      (nationality?.by === 'passport' ? [nationality.passenger] : asked.nationalities).map(nation).join(', '),
      alert.nationalities.map(nation).join(', '),
      nationality ? (nationality.agrees ? 'agrees' : 'differs') : 'silent',
      nationality
        ? t(
            `compare.${nationality.by === 'passport' ? 'passport.' : ''}${nationality.agrees ? 'agrees' : 'differs'}`,
          )
        : missing(t, asked.nationalities[0], alert.nationalities[0]),
    ],
    [
      t('compare.sex'),
      sexWord(asked.sex),
      sexWord(alert.sex),
      sex ? (sex.agrees ? 'agrees' : 'differs') : 'silent',
      sex ? t(sex.agrees ? 'compare.agrees' : 'compare.differs') : missing(t, asked.sex, alert.sex),
    ],
    [
      t('compare.document'),
      document?.passenger ?? range?.passenger ?? asked.documents.join(', '),
      document?.alert ?? (range ? `${range.from} – ${range.to}` : alert.documents.join(', ')),
      document ? (document.relation === 'same' ? 'agrees' : 'near') : range ? 'agrees' : 'silent',
      document
        ? t.or(`document.${document.relation}`, document.relation)
        : range
          ? t('match.document.range')
          : missing(t, asked.documents[0], alert.documents[0]),
    ],
    ...(thing
      ? [
          [
            t('compare.object'),
            thing.passenger,
            thing.alert,
            ...(thing.relation === 'same'
              ? (['agrees', t('compare.agrees')] as const)
              : (['near', t('document.scanned')] as const)),
          ] satisfies Line,
        ]
      : []),
  ]
  const shown = lines.filter(([, left, right]) => left !== '' || right !== '')
  const rules = reasons.filter(each => each.kind === 'rule')
  return (
    <div className="comparison">
      <div className="table table-stack">
        <table role="table" aria-label={props.label}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                <span className="unseen">{t('compare.what')}</span>
              </th>
              <th role="columnheader" scope="col">
                {props.askedLabel}
              </th>
              <th role="columnheader" scope="col">
                {props.alertLabel}
              </th>
              <th role="columnheader" scope="col">
                {t('compare.says')}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map(([what, left, right, judgement, says]) => (
              <tr role="row" key={what}>
                <th role="rowheader" scope="row">
                  {what}
                </th>
                <td role="cell" data-label={props.askedLabel} translate="no">
                  <div>{left || '–'}</div>
                </td>
                <td role="cell" data-label={props.alertLabel} translate="no">
                  <div>{right || '–'}</div>
                </td>
                {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a cell with words in it, no control */}
                <td role="cell" data-label={t('compare.says')}>
                  <div>
                    <Judged judgement={judgement}>{says}</Judged>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {name && name.parts.length > 0 && (
        <Aligned reason={name} askedLabel={props.askedLabel} alertLabel={props.alertLabel} />
      )}
      {rules.map(({ rule }) => (
        <p className="caption" key={rule}>
          {t.or(`rule.${rule}`, rule)}
        </p>
      ))}
    </div>
  )
}

/** For example “2 the same, 1 alike”: what there is none of is not said. */
const counted = (t: ReturnType<typeof useWords>['t'], parts: Record<'same' | 'alike' | 'left', number>) =>
  (['same', 'alike', 'left'] as const)
    .filter(each => parts[each] > 0)
    .map(each => t(`compare.name.${each}`, { n: parts[each] }))
    .join(', ')

const missing = (t: ReturnType<typeof useWords>['t'], asked: unknown, alert: unknown): string =>
  !asked && !alert
    ? t('compare.not-used')
    : asked
      ? alert
        ? t('compare.no-weight')
        : t('compare.not-on-alert')
      : t('compare.not-asked')

const Judged = ({ judgement, children }: { judgement: Judgement; children: ReactNode }) =>
  judgement === 'silent' ? (
    <span className="muted">{children}</span>
  ) : (
    <Sign kind={signs[judgement]}>{children}</Sign>
  )

/** Each part of the name above the part it was taken for, and what is left over on either side. */
const Aligned = (props: {
  reason: Extract<Reason, { kind: 'name' }>
  askedLabel: string
  alertLabel: string
}) => {
  const { t } = useWords()
  const { parts, onlyAlert, onlyPassenger } = props.reason
  return (
    <ul className="aligned" aria-label={t('compare.aligned')}>
      {parts.map(({ passenger, alert, how }, index) => (
        <li key={`${index} ${alert}`} data-judgement={how === 'same' ? 'agrees' : 'near'}>
          <b translate="no">{passenger}</b>
          <b translate="no">{alert}</b>
          <small>{t.or(`how.${how}`, how)}</small>
        </li>
      ))}
      {onlyPassenger.map((word, index) => (
        <li key={`asked ${index} ${word}`} data-judgement="differs">
          <b translate="no">{word}</b>
          <b>–</b>
          <small>{t('compare.only', { side: props.askedLabel })}</small>
        </li>
      ))}
      {onlyAlert.map((word, index) => (
        <li key={`alert ${index} ${word}`} data-judgement="differs">
          <b>–</b>
          <b translate="no">{word}</b>
          <small>{t('compare.only', { side: props.alertLabel })}</small>
        </li>
      ))}
    </ul>
  )
}
