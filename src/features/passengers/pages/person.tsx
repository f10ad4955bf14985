import './passengers.css'
import { useParams } from '@tanstack/react-router'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { usePageMarking, usePageTitle } from '#ui/page.ts'
import { PassengerPanel } from './passenger-panel.tsx'
import { deskPurposes } from './purposes.ts'
import { useWords } from './words.ts'

/** One passenger on a page of their own. */
export const PassengerPage = () => {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <UnderPurpose title={t('passenger')} purposes={deskPurposes}>
      <Person id={id} />
    </UnderPurpose>
  )
}

const Person = ({ id }: { id: string }) => {
  const { t } = useWords()
  usePageMarking('LIMITED', t('band'))
  // Whoever looks over a shoulder, or at a history of windows, reads no name.
  usePageTitle(t('passenger'))
  return <PassengerPanel key={id} id={id} page />
}
