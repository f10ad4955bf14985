/**
 * The check digit of ICAO Doc 9303-3, section 4.9: values 0–9 for digits, 10–35 for letters, 0 for the filler, weights
 * 7-3-1 over and over, the sum modulo 10. Characters outside the alphabet count 0. Note that `6` and `G` differ by ten,
 * so that no check digit can tell them apart.
 */
export function checkDigit(text: string): string {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += valueOf(text.charCodeAt(i)) * (weights[i % 3] ?? 0)
  return String(sum % 10)
}

const weights = [7, 3, 1]

const valueOf = (c: number): number => (c >= 48 && c <= 57 ? c - 48 : c >= 65 && c <= 90 ? c - 55 : 0)
