import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { formatDateTime } from '#ui/format.ts'
import { Failed, Part, Skeleton } from '#ui/parts.tsx'
import { Content } from '../content.ts'
import type { Warning } from '../model.ts'
import { calls } from './calls.ts'
import { failedQuery } from './failed.ts'
import { periodText } from './period-words.ts'
import { useWords, type Words } from './words.ts'
import { wordChanges } from './word-changes.ts'

/** A field in words, so that two versions of it can be laid side by side. */
const inWords = (name: keyof Content, content: Content, { t, code, country, language }: Words): string => {
  switch (name) {
    case 'triggers':
      return content.triggers.map(value => code('trigger', value)).join(', ')
    case 'urgency':
      return t(`urgency.${content.urgency}`)
    case 'when':
      return content.when && periodText(content.when, language)
    case 'place': {
      const { place } = content
      const at = place.coordinates
      return [
        place.country && country(place.country),
        place.name,
        place.crossingPoint,
        place.section,
        at && `${at.lat}, ${at.lon}`,
      ]
        .filter(Boolean)
        .join(' · ')
    }
    case 'borderType':
      return content.borderType ? code('border', content.borderType) : ''
    case 'route':
      return content.route ? code('route', content.route) : ''
    case 'trend':
      return content.trend ? code('trend', content.trend) : ''
    case 'means':
      return content.means.map(value => code('transport', value)).join(', ')
    case 'askedOf':
      return content.askedOf.map(country).join(', ')
    case 'grading': {
      const { grading } = content
      return grading
        ? `${grading.reliability} ${code('reliability', grading.reliability)}, ${grading.credibility} ${code('credibility', grading.credibility)}`
        : ''
    }
    case 'legs':
      return content.legs
        .map(leg =>
          [
            t(`leg.${leg.role}`),
            leg.country && country(leg.country),
            leg.place,
            leg.means && code('transport', leg.means),
            leg.note,
            leg.stated && t('leg.stated'),
          ]
            .filter(Boolean)
            .join(', '),
        )
        .join('\n')
    case 'documents':
      return content.documents
        .map(({ type, issuer, fraud, note }) =>
          [code('document', type), issuer && country(issuer), fraud && code('fraud', fraud), note]
            .filter(Boolean)
            .join(', '),
        )
        .join('\n')
    case 'price': {
      const { price } = content
      return price
        ? t('fact.price', {
            range: `${price.from}–${price.to}`,
            currency: price.currency,
            per: t(`per.${price.per}`),
          })
        : ''
    }
    case 'persons': {
      const { persons } = content
      if (!persons) return ''
      const { citizenships = [], ages = {}, estimated, ...figures } = persons
      return [
        ...Object.entries(figures).map(
          ([what, value]) => `${t.or(`persons.${what}`, what)}: ${String(value)}`,
        ),
        ...citizenships.map(row => `${country(row.country)}: ${row.number ?? ':'}`),
        ...Object.entries(ages).map(([band, value]) => `${t('persons.age', { band })}: ${value}`),
        ...(estimated ? [t('persons.estimated')] : []),
      ].join('\n')
    }
    case 'relations':
      return content.relations.map(({ kind }) => t(`relation.${kind}`)).join('\n')
    default:
      return content[name]
  }
}

const Marked = ({ before, after, side }: { before: string; after: string; side: 'was' | 'is' }): ReactNode =>
  wordChanges(before, after).map((change, index) => {
    if (change.kind === 'same') return <span key={index}>{change.text}</span>
    if (change.kind === 'gone') return side === 'was' ? <del key={index}>{change.text}</del> : null
    return side === 'is' ? <ins key={index}>{change.text}</ins> : null
  })

/** Two states of a warning side by side, only the fields that differ, changed words marked. */
export const SideBySide = (props: {
  before: Content
  after: Content
  beforeLabel: string
  afterLabel: string
}) => {
  const words = useWords()
  const { t } = words
  const names = Object.keys(Content.shape) as (keyof Content)[]
  const changed = names
    .map(name => ({
      name,
      was: inWords(name, props.before, words),
      is: inWords(name, props.after, words),
    }))
    .filter(({ was, is }) => was !== is)
  if (changed.length === 0) return <p className="muted">{t('compare.same')}</p>
  return changed.map(({ name, was, is }) => (
    <section className="side-by-side" key={name}>
      <h3>{t.or(`field.${name}`, name)}</h3>
      <div>
        <p>{props.beforeLabel}</p>
        <p className="was">{was ? <Marked before={was} after={is} side="was" /> : '–'}</p>
      </div>
      <div>
        <p>{props.afterLabel}</p>
        <p className="is">{is ? <Marked before={was} after={is} side="is" /> : '–'}</p>
      </div>
    </section>
  ))
}

/** Versions as they were issued, each against the present one. */
export const Versions = ({ warning }: { warning: Warning }) => {
  const { t, language } = useWords()
  const [shown, setShown] = useState<number | null>(null)
  const earlier = warning.versions.filter(({ version }) => version !== warning.version)
  if (earlier.length === 0 || !warning.content) return null
  return (
    <Part title={t('versions')} count={warning.versions.length} after>
      <ul className="rows">
        {warning.versions.toReversed().map(({ version, issuedAt, note }) => (
          <li key={version}>
            <div>
              <span className="row-title">{t('versions.one', { version })}</span>
              <span className="row-meta">
                <span>{formatDateTime(new Date(issuedAt), language)}</span>
                {note && <span>{note}</span>}
                {version === warning.version && <span>{t('versions.present')}</span>}
              </span>
            </div>
            {version !== warning.version && (
              <button
                type="button"
                className="button screen-only"
                data-size="small"
                onClick={() => setShown(version)}
              >
                {t('versions.compare')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown !== null && <CompareDialog warning={warning} version={shown} onClose={() => setShown(null)} />}
    </Part>
  )
}

const CompareDialog = (props: { warning: Warning; version: number; onClose: () => void }) => {
  const { warning, version, onClose } = props
  const { t } = useWords()
  const earlier = useQuery(calls.warnings.readVersion.queryOptions({ input: { id: warning.id, version } }))
  return (
    <Dialog title={t('versions.title', { version, present: warning.version })} onClose={onClose} wide>
      {earlier.isPending ? (
        <Skeleton />
      ) : earlier.isError || !warning.content ? (
        <Failed {...failedQuery(earlier)} />
      ) : (
        <SideBySide
          before={Content.parse(earlier.data.content)}
          after={warning.content}
          beforeLabel={t('versions.one', { version })}
          afterLabel={t('versions.one', { version: warning.version })}
        />
      )}
    </Dialog>
  )
}
