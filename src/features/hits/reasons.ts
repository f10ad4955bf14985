import type { Reason } from './model.ts'

/** One sentence about why a hit came up: the key of a text (texts/*.ts) and what is put into it. */
export interface Words {
  key: string
  values: Record<string, string>
  /** Whether it speaks for the same person, against it, or only says something. */
  says: 'for' | 'against' | 'neither'
  /** What it is made of: the parts of a name. */
  parts: Words[]
}

const slug = (text: string): string => text.replace(/[^a-z]+/g, '-')
const saying = (points: number): Words['says'] => (points > 0 ? 'for' : points < 0 ? 'against' : 'neither')
const words = (
  key: string,
  values: Record<string, string>,
  says: Words['says'],
  parts: Words[] = [],
): Words => ({ key, values, says, parts })

/**
 * The matcher's reasons in plain words, as keys of texts and values: the reader's language is chosen on the screen. In the order of the
 * reasons, the weightiest first. The alert's own name is shown, and what of the person it was compared with beside it.
 */
export function reasonsInWords(reasons: readonly Reason[]): Words[] {
  return reasons.map(reason => {
    switch (reason.kind) {
      case 'name':
        return words('reason.name', { name: reason.alertName }, saying(reason.points), [
          ...reason.parts.map(({ passenger, alert, how, points }) =>
            words(`reason.part.${slug(how)}`, { passenger, alert }, saying(points)),
          ),
          ...(reason.onlyAlert.length > 0
            ? [words('reason.part.only-alert', { names: reason.onlyAlert.join(' ') }, 'against')]
            : []),
          ...(reason.onlyPassenger.length > 0
            ? [words('reason.part.only-passenger', { names: reason.onlyPassenger.join(' ') }, 'against')]
            : []),
        ])
      case 'birth':
        return words(
          `reason.birth.${slug(reason.relation)}`,
          { passenger: reason.passenger, alert: reason.alert },
          saying(reason.points),
        )
      case 'nationality':
        return words(
          `reason.${reason.by}.${reason.agrees ? 'agrees' : 'differs'}`,
          { passenger: reason.passenger, alert: reason.alert.join(', ') },
          saying(reason.points),
        )
      case 'sex':
        return words(reason.agrees ? 'reason.sex.agrees' : 'reason.sex.differs', {}, saying(reason.points))
      case 'document':
        return words(
          `reason.document.${slug(reason.relation)}`,
          { passenger: reason.passenger, alert: reason.alert },
          saying(reason.points),
        )
      case 'range':
        return words(
          'reason.document.range',
          { passenger: reason.passenger, from: reason.from, to: reason.to },
          'for',
        )
      case 'object':
        return words(
          `reason.object.${reason.relation}`,
          { passenger: reason.passenger, alert: reason.alert },
          'for',
        )
      case 'rule':
        return words(`reason.rule.${slug(reason.rule)}`, {}, saying(reason.points))
    }
  })
}
