import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Ask } from '#features/alerts/pages/ask.tsx'
import type { Match, Question } from '#features/alerts/match.ts'
import { faultOf } from '#ui/issue-text.ts'
import { toast } from '#ui/toast.tsx'
import { calls } from './calls.ts'
import { useWords, wordsFor } from './words.ts'

/** The question an officer asks, with a way to take up what it found as a hit, which then waits for a verdict. */
export const AskAndReport = () => (
  <Ask act={(match, question) => <TakeUp match={match} question={question} />} />
)

const TakeUp = ({ match, question }: { match: Match; question: Question }) => {
  const { t } = useWords()
  const router = useRouter()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const hit = await calls.hits.report.call({ alert: match.alert.id, question })
      await queries.invalidateQueries({ queryKey: [['hits']] })
      await router.navigate({ href: `/hits/${hit.id}` })
    } catch (error) {
      toast({ kind: 'stop', title: faultOf(error).message || t('not-done') })
      setBusy(false)
    }
  }
  return (
    <div className="buttons">
      <button type="button" className="button" disabled={busy} onClick={() => void run()}>
        {t('take-up')}
        <span className="unseen"> {match.alert.reference}</span>
      </button>
      <span className="caption">{wordsFor(t, match.alert)('take-up.text')}</span>
    </div>
  )
}
