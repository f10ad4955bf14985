/** What the detector may find. Each kind has one sentence that says what it is and how to mend the text. */
export const findingKinds = [
  'name-with-birth-date',
  'birth-date',
  'mrz',
  'document-number',
  'personal-number',
  'phone',
  'e-mail',
  'account',
  'iban',
  'payment-card',
  'person-name',
  'plate',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Where it stands (UTF-16 offsets, `end` not included), the words themselves, and what to do about them. */
export type Finding = {
  readonly kind: FindingKind
  readonly start: number
  readonly end: number
  readonly excerpt: string
  readonly sentence: string
}

export const findingSentence: Readonly<Record<FindingKind, string>> = {
  'name-with-birth-date':
    'This looks like a person’s name with a date of birth. Say how many persons, of which citizenship and age band, instead.',
  'birth-date': 'This looks like one person’s date of birth. Give an age band instead.',
  mrz: 'This looks like the machine-readable lines of a document. Describe the type of document and the fraud instead.',
  'document-number':
    'This looks like the number of a passport, card, visa or permit. Give the type and issuing State of the document instead.',
  'personal-number': 'This looks like a number that the State gives to one person. Leave it out.',
  phone: 'This looks like a telephone number. Leave it out, or say that the number is known to your unit.',
  'e-mail': 'This looks like an e-mail address. Leave it out, or name the unit to be contacted.',
  account: 'This looks like a person’s account on a messaging or social network. Name the network only.',
  iban: 'This looks like a bank account number. Say how the money was paid instead.',
  'payment-card': 'This looks like the number of a payment card. Say how the money was paid instead.',
  'person-name': 'This looks like the name of a person. Describe the role instead, for example “the driver”.',
  plate:
    'This looks like the registration of a vehicle, which leads to its keeper. Give the type and State instead.',
}

/** A place in the text that a rule has pointed at. */
export type Span = { readonly kind: FindingKind; readonly start: number; readonly end: number }
