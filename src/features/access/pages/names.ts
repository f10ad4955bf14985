import { formatDateTime } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import type { Area, Competence } from '#vocabulary/actor.ts'
import { accessTexts } from '../texts/access.ts'

/** Competences, areas and times in the reader's words. */
export function useNames() {
  const t = useText(accessTexts)
  const language = useLanguage()
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' })
  return {
    competences: (of: readonly Competence[]) => list.format(of.map(each => t(`competence.${each}`))),
    areas: (of: readonly Area[]) => list.format(of.map(each => t(`area.${each}`))),
    when: (time: string) => formatDateTime(new Date(time), language),
  }
}
