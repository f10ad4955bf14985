import { showScore } from '#core/match/bands.ts'
import { Notice } from '#ui/parts.tsx'
import { MarkingTag, Sign } from '#ui/status.tsx'
import type { AlertDocument, AlertObject, Identity } from '../content.ts'
import type { Match } from '../match.ts'
import { ActionWords, AlertTitle } from './cells.tsx'
import { Comparison, type Side } from './comparison.tsx'
import { documentText, nameText, objectText } from './parts-text.ts'
import { useWords } from './words.ts'

/** An identity and documents as one side of a comparison. */
export const sideOf = (
  identity: Pick<Identity, 'names' | 'birth' | 'nationalities' | 'sex'> | null,
  documents: readonly Pick<AlertDocument, 'number' | 'to' | 'issuer'>[],
): Side => ({
  name: identity?.names[0] ? nameText(identity.names[0]) : '',
  birth: identity?.birth ?? null,
  nationalities: identity?.nationalities ?? [],
  sex: identity?.sex ?? null,
  documents: documents.map(documentText),
})

/** How near an alert is, in words: what a score means is said once, not as a figure to trust. */
export const BandSign = ({ match }: { match: Pick<Match, 'band' | 'score' | 'reasons'> }) => {
  const { t } = useWords()
  if (match.reasons.length === 0)
    return match.band === 'strong' ? (
      <Sign kind="check">{t('band.exact')}</Sign>
    ) : (
      <Sign kind="waiting">{t('band.near')}</Sign>
    )
  return (
    <Sign kind={match.band === 'strong' ? 'check' : 'waiting'}>
      {t(match.band === 'strong' ? 'band.strong' : 'band.review')}{' '}
      <span className="muted number">{showScore(match.score)}</span>
    </Sign>
  )
}

/** Alerts that a machine found, each beside what was asked, best first. */
export const Matches = (props: {
  /** Opens an alert beside, so that what is being written stays. */
  beside?: boolean
  matches: readonly Match[]
  asked: Side
  askedLabel: string
  /** Said above the comparison of one alert. */
  above?: (match: Match) => React.ReactNode
  /** What can be done about it, beneath. */
  below?: (match: Match) => React.ReactNode
}) => {
  const { t, owner } = useWords()
  return (
    <ol className="matches">
      {props.matches.map(match => (
        <li key={match.alert.id} className="match">
          <div className="match-head">
            <div>
              <h3>
                <AlertTitle alert={match.alert} beside={props.beside ?? false} />
              </h3>
              <span className="row-meta">
                <span>{owner(match.alert.owner)}</span>
                {match.alert.list.name && <span>{match.alert.list.name}</span>}
                <MarkingTag marking={match.alert.marking} />
              </span>
            </div>
            <div>
              <span className="caption">{t('action')}</span>
              <ActionWords alert={match.alert} />
            </div>
            <BandSign match={match} />
          </div>
          {props.above?.(match)}
          {match.identity?.kind === 'misused' && (
            <Notice kind="check" title={t('misused.title')}>
              <p>{t('misused.text')}</p>
            </Notice>
          )}
          <Exact documents={match.documents} objects={match.objects} />
          {match.reasons.length > 0 && (
            <Comparison
              label={t('compare.label', { what: match.alert.title })}
              askedLabel={props.askedLabel}
              alertLabel={t('compare.alert')}
              asked={props.asked}
              alert={sideOf(match.identity, match.documents)}
              reasons={match.reasons}
            />
          )}
          {props.below?.(match)}
        </li>
      ))}
    </ol>
  )
}

const Exact = ({ documents, objects }: Pick<Match, 'documents' | 'objects'>) => {
  const { t, nation } = useWords()
  if (documents.length + objects.length === 0) return null
  return (
    <ul className="rows">
      {documents.map(each => (
        <li key={`${each.number} ${each.issuer}`}>
          <div>
            <strong className="number" translate="no">
              {documentText(each)}
            </strong>{' '}
            {each.issuer && nation(each.issuer)}
          </div>
          <span>
            {each.status === 'held' ? t('match.document.held') : t(`document.${each.status}`)}
            {each.to !== null && ` · ${t('match.document.range')}`}
          </span>
        </li>
      ))}
      {objects.map((each: AlertObject, index) => (
        <li key={index}>
          <div>
            <strong translate="no">{objectText(each)}</strong>
          </div>
          <span>{t(`object.${each.type}`)}</span>
        </li>
      ))}
    </ul>
  )
}
