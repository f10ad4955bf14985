import { Facts, Notice, Part } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import type { AlertDocument, AlertObject, Identity } from '../content.ts'
import { documentText, nameText } from './parts-text.ts'
import { useWords, type Words } from './words.ts'

/** Who the person is, as far as it is known: confirmed, claimed, and whose name was misused, kept apart. */
export const Identities = ({ identities }: { identities: readonly Identity[] }) => {
  const words = useWords()
  const { t } = words
  return (
    <Part title={t('identities')} count={identities.length > 1 ? identities.length : undefined}>
      {identities.map((identity, index) => (
        <section
          className="identity"
          key={index}
          data-kind={identity.kind}
          aria-label={t(`identity.${identity.kind}`)}
        >
          <h3>
            {t(`identity.${identity.kind}`)}{' '}
            <span className="caption">{t(`identity.${identity.kind}.text`)}</span>
          </h3>
          {identity.kind === 'misused' && (
            <Notice kind="check" title={t('misused.title')}>
              <p>{t('misused.text')}</p>
            </Notice>
          )}
          <Facts facts={identityFacts(identity, words)} />
        </section>
      ))}
    </Part>
  )
}

const identityFacts = (identity: Identity, { t, nation }: Words): [string, React.ReactNode][] => {
  const facts: [string, React.ReactNode, boolean][] = [
    [
      t('field.identities.names'),
      <ul key="names" className="names">
        {identity.names.map((name, index) => (
          <li key={index}>
            <strong translate="no">{nameText(name)}</strong>
            {(index > 0 || name.kind !== 'primary') && (
              <span className="caption"> {t(`name.${name.kind}`)}</span>
            )}
          </li>
        ))}
      </ul>,
      true,
    ],
    [
      t('field.identities.birth'),
      <span key="birth" className="number">
        {identity.birth} {identity.circa && <span className="caption">{t('circa')}</span>}
      </span>,
      identity.birth !== null,
    ],
    [
      t('field.identities.birthPlace'),
      [identity.birthPlace, identity.birthCountry && nation(identity.birthCountry)]
        .filter(Boolean)
        .join(', '),
      identity.birthPlace !== '' || identity.birthCountry !== null,
    ],
    [t('field.identities.sex'), identity.sex && t(`sex.${identity.sex}`), identity.sex !== null],
    [
      t('field.identities.nationalities'),
      identity.nationalities.map(nation).join(', '),
      identity.nationalities.length > 0,
    ],
    [t('field.identities.description'), identity.description, identity.description !== ''],
  ]
  return facts.filter(([, , known]) => known).map(([label, value]) => [label, value])
}

/** The documents: of a person, or sought themselves. */
export const Documents = ({
  documents,
  person,
}: {
  documents: readonly AlertDocument[]
  person: boolean
}) => {
  const { t, nation } = useWords()
  if (documents.length === 0) return null
  return (
    <Part title={t('field.documents')} count={documents.length}>
      <ul className="rows">
        {documents.map((each, index) => (
          <li key={index}>
            <div>
              <strong className="number" translate="no">
                {documentText(each)}
              </strong>
              <span className="row-meta">
                <span>{t.or(`document-type.${each.type}`, each.type)}</span>
                {each.issuer && <span>{nation(each.issuer)}</span>}
                {each.issuedOn && <span className="number">{t('issued-on', { day: each.issuedOn })}</span>}
                {each.expiresOn && <span className="number">{t('expires-on', { day: each.expiresOn })}</span>}
              </span>
            </div>
            {each.status === 'held' ? (
              <span className="muted">{person ? t('document.held') : ''}</span>
            ) : (
              <Sign kind="check">{t(`document.${each.status}`)}</Sign>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

export const Objects = ({ objects }: { objects: readonly AlertObject[] }) => {
  const { t, nation } = useWords()
  if (objects.length === 0) return null
  return (
    <Part title={t('field.objects')} count={objects.length > 1 ? objects.length : undefined}>
      {objects.map((each, index) => (
        <Facts
          key={index}
          facts={(
            [
              [t('field.objects.type'), t(`object.${each.type}`)],
              [t('field.objects.plate'), each.plate],
              [t('field.objects.name'), each.name],
              [t('field.objects.country'), each.country && nation(each.country)],
              [t('field.objects.vin'), each.vin],
              [t('field.objects.make'), [each.make, each.model].filter(Boolean).join(' ')],
              [t('field.objects.colour'), each.colour],
              [t('field.objects.imo'), each.imo],
              [t('field.objects.mmsi'), each.mmsi],
              [t('field.objects.callSign'), each.callSign],
            ] as [string, string | null][]
          ).flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []))}
        />
      ))}
    </Part>
  )
}
