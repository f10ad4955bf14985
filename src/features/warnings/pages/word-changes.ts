/** One stretch of words that stayed, went or came. */
export interface Change {
  kind: 'same' | 'gone' | 'new'
  text: string
}

const most = 1200

/**
 * What changed from one text to another, word by word (longest common subsequence). Texts of more than 1200 words are
 * compared as wholes. Pure.
 */
export const wordChanges = (before: string, after: string): Change[] => {
  const a: string[] = before.match(/\s+|\S+/g) ?? []
  const b: string[] = after.match(/\s+|\S+/g) ?? []
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  if (a.length > most * 2 || b.length > most * 2)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ])
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      changes.push({ kind: 'same', text: left })
      i += 1
      j += 1
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'gone', text: left })
      i += 1
    } else {
      changes.push({ kind: 'new', text: right ?? '' })
      j += 1
    }
  }
  return joined(changes)
}

const joined = (changes: readonly Change[]): Change[] => {
  const all: Change[] = []
  for (const change of changes) {
    if (change.text === '') continue
    const last = all.at(-1)
    if (last?.kind === change.kind) last.text += change.text
    else all.push({ ...change })
  }
  return all
}
