import { textOf } from '#ui/i18n.ts'
import { toast } from '#ui/toast.tsx'
import { passengerTexts } from '../texts/passengers.ts'

const told = new Set<string>()

/** Says at once, on whatever screen the officer is, that a carrier's message was put aside and waits for somebody. */
export const tellAlarm = (message: string, go: (href: string) => void): void => {
  if (told.has(message)) return
  told.add(message)
  const t = textOf(passengerTexts)
  toast({
    kind: 'stop',
    title: t('alarm.new'),
    text: t('alarm.new.text'),
    action: { label: t('alarm.look'), run: () => go(`/passengers/messages?message=${message}`) },
  })
}
