import type { ReactNode } from 'react'
import { formatNumber } from '#ui/format.ts'
import { Facts, Part } from '#ui/parts.tsx'
import { RouteDiagram } from '#ui/route-diagram.tsx'
import { Table } from '#ui/table.tsx'
import { ageBands } from '#vocabulary/person-aggregate.ts'
import type { Content } from '../content.ts'
import { periodText } from './period-words.ts'
import { useWords } from './words.ts'

/** A text as typed: blank lines part paragraphs, lines that begin with a dash are a list. */
export const Written = ({ text }: { text: string }) =>
  text
    .split(/\n{2,}/)
    .map(block => block.trim())
    .filter(Boolean)
    .map((block, index) => {
      const lines = block.split('\n')
      const listed = lines.every(line => /^[-–•*]\s/.test(line.trim()))
      return listed ? (
        <ul key={index}>
          {lines.map((line, at) => (
            <li key={at}>{line.trim().slice(1).trim()}</li>
          ))}
        </ul>
      ) : (
        <p key={index}>{block}</p>
      )
    })

/** `38.1° N, 27° E`, as far as four decimals. */
const coordinatesText = ({ lat, lon }: { lat: number; lon: number }, language: string): string =>
  [
    `${formatNumber(Math.abs(lat), language, 4)}° ${lat < 0 ? 'S' : 'N'}`,
    `${formatNumber(Math.abs(lon), language, 4)}° ${lon < 0 ? 'W' : 'E'}`,
  ].join(', ')

/** What a warning says, by groups; a group nobody filled is not there. */
export const WarningBody = ({ content }: { content: Content }) => {
  const { t, code, country, language } = useWords()
  const { place, price } = content
  const where = [
    place.name,
    place.crossingPoint,
    place.section,
    place.country && country(place.country),
    place.coordinates && coordinatesText(place.coordinates, language),
  ].filter(Boolean)
  const facts: [string, ReactNode][] = [
    ...(where.length ? [[t('field.place'), where.join(' · ')] as [string, ReactNode]] : []),
    ...(content.when ? [[t('fact.when'), periodText(content.when, language)] as [string, ReactNode]] : []),
    ...(content.borderType
      ? [[t('field.borderType'), code('border', content.borderType)] as [string, ReactNode]]
      : []),
    ...(content.route && content.legs.length === 0
      ? [[t('field.route'), code('route', content.route)] as [string, ReactNode]]
      : []),
    ...(content.means.length
      ? [
          [t('field.means'), content.means.map(value => code('transport', value)).join(', ')] as [
            string,
            ReactNode,
          ],
        ]
      : []),
    ...(price
      ? [
          [
            t('field.price'),
            t('fact.price', {
              range:
                price.from === price.to
                  ? formatNumber(price.from, language)
                  : `${formatNumber(price.from, language)}–${formatNumber(price.to, language)}`,
              currency: price.currency,
              per: t(`per.${price.per}`),
            }),
          ] as [string, ReactNode],
        ]
      : []),
    ...(content.trend ? [[t('field.trend'), code('trend', content.trend)] as [string, ReactNode]] : []),
    ...(content.askedOf.length
      ? [[t('field.askedOf'), content.askedOf.map(country).join(', ')] as [string, ReactNode]]
      : []),
  ]
  const texts = (
    ['context', 'method', 'recruitment', 'danger', 'assessment', 'measures', 'request'] as const
  ).filter(name => content[name])
  return (
    <>
      <div className="reading">
        <Written text={content.summary} />
      </div>
      {facts.length > 0 && (
        <div className="body-facts">
          <Facts facts={facts} />
        </div>
      )}
      <div className="reading">
        {texts.map(name => (
          <section key={name}>
            <h2>{t(`body.${name}`)}</h2>
            <Written text={content[name]} />
          </section>
        ))}
      </div>
      {content.legs.length > 0 && <WayTaken content={content} />}
      {content.persons && <Persons persons={content.persons} />}
      {content.documents.length > 0 && <Documents documents={content.documents} />}
    </>
  )
}

const WayTaken = ({ content }: { content: Content }) => {
  const { t, code, country } = useWords()
  return (
    <Part
      title={t('body.route')}
      after
      caption={[
        content.route && code('route', content.route),
        content.legs.some(({ stated }) => stated) && t('body.route.caption'),
      ]
        .filter(Boolean)
        .join('. ')}
    >
      <RouteDiagram
        label={t('body.route')}
        stations={content.legs.map((leg, id) => ({
          id,
          role: t(`leg.${leg.role}`),
          place: [leg.country && country(leg.country), leg.place].filter(Boolean).join(', ') || '–',
          note: leg.note,
          leg: leg.means && code('transport', leg.means),
          claimed: leg.stated,
          entry: leg.role === 'entry',
        }))}
      />
    </Part>
  )
}

type PersonNumbers = NonNullable<Content['persons']>

const Persons = ({ persons }: { persons: PersonNumbers }) => {
  const { t, country, language } = useWords()
  const { total, citizenships = [], female, male, minors, unaccompanied, ages = {} } = persons
  const figure = (value: number | undefined) =>
    value === undefined ? <abbr title={t('persons.unknown')}>:</abbr> : formatNumber(value, language)
  const parts: [string, number | undefined][] = [
    [t('persons.male'), male],
    [t('persons.female'), female],
    [t('persons.minors'), minors],
    [t('persons.unaccompanied'), unaccompanied],
    ...ageBands
      .filter(band => ages[band] !== undefined)
      .map((band): [string, number | undefined] => [t('persons.age', { band }), ages[band]]),
  ]
  const known = parts.filter(([, value]) => value !== undefined)
  return (
    <Part title={t('body.persons')} after caption={t('body.persons.caption')}>
      {citizenships.length > 0 && (
        <Table
          label={t('persons.table')}
          figures
          keys={false}
          rows={citizenships}
          rowId={row => `${row.country} ${row.established ?? false}`}
          columns={[
            {
              id: 'citizenship',
              header: t('persons.citizenship'),
              title: true,
              cell: row => country(row.country),
            },
            {
              id: 'number',
              header: t('persons.number'),
              numeric: true,
              cell: row => figure(row.number),
            },
            {
              id: 'known',
              header: t('persons.known'),
              cell: row => t(row.established ? 'persons.document' : 'persons.claimed'),
            },
          ]}
          foot={
            total !== undefined && (
              <tr role="row">
                <th role="rowheader" scope="row">
                  {t('persons.all')}
                </th>
                <td role="cell" className="numeric">
                  {formatNumber(total, language)}
                </td>
                <td role="cell">{persons.estimated ? t('persons.estimated') : ''}</td>
              </tr>
            )
          }
        />
      )}
      {(known.length > 0 || citizenships.length === 0) && (
        <Facts
          wide
          facts={[
            ...(citizenships.length === 0 && total !== undefined
              ? [
                  [
                    t('persons.all'),
                    `${formatNumber(total, language)}${persons.estimated ? ` (${t('persons.estimated')})` : ''}`,
                  ] as [string, ReactNode],
                ]
              : []),
            ...known.map(([label, value]): [string, ReactNode] => [label, figure(value)]),
          ]}
        />
      )}
      <p className="source">{t('persons.source')}</p>
    </Part>
  )
}

const Documents = ({ documents }: { documents: Content['documents'] }) => {
  const { t, code, country } = useWords()
  return (
    <Part title={t('body.documents')} count={documents.length} after>
      <ul className="rows">
        {documents.map((document, index) => (
          <li key={index}>
            <div>
              <span className="row-title">
                {code('document', document.type)}
                {document.issuer && ` · ${country(document.issuer)}`}
              </span>
              <span className="row-meta">
                {document.fraud && <span>{code('fraud', document.fraud)}</span>}
                {document.note && <span>{document.note}</span>}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Part>
  )
}
