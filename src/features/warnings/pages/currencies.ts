/** Currencies in which passages are paid, the usual ones first (codes of ISO 4217, as Intl of this browser knows them). */
const first = [
  'EUR',
  'USD',
  'GBP',
  'TRY',
  'LYD',
  'TND',
  'MAD',
  'RSD',
  'BAM',
  'IQD',
  'IRR',
  'AFN',
  'PKR',
  'BDT',
  'XOF',
]

export const currencies: readonly string[] = [
  ...first,
  ...Intl.supportedValuesOf('currency').filter(code => !first.includes(code)),
]
