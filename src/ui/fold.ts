/** Folds case and diacritics, so that `zagreb` finds `Žagreb`. For finding on screen only, never for matching names. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')

/** Entries whose words all begin a word of the label; those that begin the label itself come first. */
export const matching = <T extends { label: string; words?: string }>(
  entries: readonly T[],
  typed: string,
): T[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  return entries
    .map(entry => {
      const text = fold(`${entry.label} ${entry.words ?? ''}`)
      const parts = text.split(/[\s\-–·,.()]+/)
      const fits = words.every(word => parts.some(part => part.startsWith(word)))
      return { entry, rank: fits ? (text.startsWith(words.join(' ')) ? 0 : 1) : -1 }
    })
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}
