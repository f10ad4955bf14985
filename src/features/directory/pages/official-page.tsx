import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { countryName } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Facts, Notice, PageHead } from '#ui/parts.tsx'
import { directoryTexts } from '../texts/directory.ts'
import { calls, Languages, Mail, Phone, StateName, Whole } from './calls.tsx'

/** An official, as colleagues see them. */
export const OfficialPage = () => {
  const t = useText(directoryTexts)
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery(calls.directory.official.queryOptions({ input: { id: Number(id) } }))
  return (
    <Whole query={query} title={t('title')}>
      {official => (
        <>
          <PageHead title={official.name}>{official.title}</PageHead>
          {!official.active && <Notice kind="stop" title={t('left')} level={2} />}
          <Facts
            facts={[
              [
                t('unit'),
                <a key="unit" className="link" href={`/directory/units/${official.unit}`}>
                  {official.unitName}
                </a>,
              ],
              [t('authority'), official.authority],
              [t('state'), <StateName key="state" code={official.state} />],
              [t('posted'), official.postedIn ? countryName(official.postedIn, language) : t('none')],
              [t('languages'), <Languages key="languages" codes={official.languages} />],
              [t('email'), <Mail key="mail" to={official.email} />],
              [t('phone'), <Phone key="phone" number={official.phone} />],
            ]}
          />
        </>
      )}
    </Whole>
  )
}
