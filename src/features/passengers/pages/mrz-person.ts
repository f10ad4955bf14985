import { readMrz } from '#core/mrz/read.ts'
import type { MrzFinding } from '#core/mrz/finding.ts'
import type { HandPerson } from './hand-form.ts'

/**
 * A person from the machine-readable zone of their document, as pasted or read by a scanner.
 * @param today CCYY-MM-DD, to complete years of two digits.
 * @returns null with the findings where the lines are no zone.
 */
export const personFromMrz = (
  text: string,
  today: string,
): { person: Partial<HandPerson> | null; findings: MrzFinding[] } => {
  const mrz = readMrz(text.trim().split(/\r?\n|\s{2,}/), { on: today })
  if (!mrz.format) return { person: null, findings: mrz.findings }
  return {
    person: {
      family: mrz.surname ?? '',
      given: mrz.given ?? '',
      birth: mrz.birth ?? null,
      sex: mrz.sex ?? 'U',
      nationality: mrz.nationality ?? null,
      type: (mrz.documentCode ?? 'P').slice(0, 3),
      number: mrz.documentNumber ?? '',
      issuer: mrz.issuer ?? null,
      expires: /^\d{4}-\d\d-\d\d$/.test(mrz.expiry ?? '') ? (mrz.expiry ?? null) : null,
      mrz: mrz.lines.join('\n'),
    },
    findings: mrz.findings,
  }
}
