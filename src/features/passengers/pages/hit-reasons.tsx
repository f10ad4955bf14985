import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { hits } from '#features/hits/api.ts'
import { reasonsInWords } from '#features/hits/reasons.ts'
import { hitTexts } from '#features/hits/texts/hits.ts'
import { connect } from '#ui/call.ts'
import { useText } from '#ui/i18n.ts'
import { Skeleton } from '#ui/parts.tsx'
import { useWords } from './words.ts'

const calls = connect({ hits })

/** Why a hit came up, in plain words: read, and recorded as read, only when somebody asks. */
export const HitReasons = ({ hit }: { hit: string }) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('hit.why')}</summary>
      {open && <Reasons hit={hit} />}
    </details>
  )
}

const Reasons = ({ hit }: { hit: string }) => {
  const t = useText(hitTexts)
  const { t: own } = useWords()
  const found = useQuery(calls.hits.read.queryOptions({ input: { id: hit } }))
  if (found.isError) return <p className="muted">{own('hit.not-read')}</p>
  if (!found.data) return <Skeleton lines={2} />
  return (
    <ul className="reasons-in-words">
      {reasonsInWords(found.data.reasons).flatMap(reason =>
        [reason, ...reason.parts].map((each, index) => (
          <li key={`${reason.key} ${index}`}>{t.or(each.key, each.key, each.values)}</li>
        )),
      )}
    </ul>
  )
}
