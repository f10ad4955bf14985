/** What this device remembers about how the reader likes to work (never content). Silent where storage is denied. */
export const recall = (name: string): string | null => {
  try {
    return localStorage.getItem(`iconet-${name}`)
  } catch {
    return null
  }
}

export const remember = (name: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(`iconet-${name}`)
    else localStorage.setItem(`iconet-${name}`, value)
  } catch {
    // Private windows may deny storage; the choice then lasts as long as the page.
  }
}
