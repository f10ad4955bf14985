const caps: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

/** A key's name drawn as caps: `Ctrl+Enter` as two. */
export const KeyCaps = ({ name }: { name: string }) =>
  name
    .split(/\+(?=.)/)
    .map(part => (
      <kbd key={part}>{caps[part] ?? (part.length === 1 && name !== part ? part.toUpperCase() : part)}</kbd>
    ))
