import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import {
  Assertion,
  Enrolment,
  Extension,
  Mandate,
  Me,
  NewcomerState,
  NewMandate,
  Passkey,
  Persona,
  Preference,
  Registration,
  Session,
  Token,
  Withdrawal,
} from './model.ts'

const One = z.object({ id: z.int() })
/** Options for the browser's own `navigator.credentials`; their shape is the standard's (W3C Web Authentication). */
const Options = z.looseObject({ challenge: z.string() })
const Label = z.string().trim().max(60).default('').meta({ title: 'Name of the passkey' })

const anyone = operation.meta({ may: 'anyone', records: 'acts' })
const asked = operation.meta({ may: 'anyone', records: 'nothing' })
const mine = operation.meta({ may: 'signed-in', records: 'acts', beforeTerms: true })
const seen = operation.meta({ may: 'signed-in', records: 'nothing', beforeTerms: true })
const granting = operation.meta({ may: ['appoint', 'administer'], records: 'acts' })
const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) =>
  ({ method, path, summary, tags: ['access'] }) as const

export const access = {
  me: asked.route(route('GET', '/me', 'Who I am here, and what my mandate covers')).output(Me),

  personas: asked
    .route(route('GET', '/demo/personas', 'The people of the demonstration'))
    .output(z.array(Persona)),

  demoSignIn: anyone
    .route(route('POST', '/demo/sign-in', 'Be one of the people of the demonstration'))
    .input(z.object({ persona: z.string().max(100) }))
    .output(Me),

  signInOptions: asked
    .route(route('POST', '/sign-in/options', 'Begin to sign in with a passkey'))
    .output(Options),

  signIn: anyone
    .route(route('POST', '/sign-in', 'Sign in with a passkey'))
    .input(Assertion)
    .output(Me),

  signOut: anyone
    .route(route('POST', '/sign-out', 'End this session'))
    .output(z.object({ signedOut: z.literal(true) })),

  enrolmentOptions: asked
    .route(route('POST', '/enrolment/options', 'Begin to enrol a passkey with a one-time link'))
    .input(z.object({ token: Token }))
    .output(z.object({ name: z.string(), replaces: z.boolean(), options: Options })),

  enrol: anyone
    .route(route('POST', '/enrolment', 'Enrol a passkey with a one-time link, and sign in with it'))
    .input(z.object({ token: Token, label: Label, passkey: Registration }))
    .output(Me),

  acceptTerms: mine
    .route(route('POST', '/me/terms', 'Accept the terms of use'))
    .input(z.object({ version: z.string().max(20) }))
    .output(Me),

  switchMandate: mine
    .route(route('POST', '/me/mandate', 'Act under another of my mandates'))
    .input(z.object({ mandate: z.int() }))
    .output(Me),

  preference: seen
    .route(route('GET', '/me/preference', 'My language and how I am told of what arrives'))
    .output(Preference),

  prefer: mine
    .route(route('PUT', '/me/preference', 'Choose my language and how I am told of what arrives'))
    .input(Preference)
    .output(Preference),

  sessions: seen.route(route('GET', '/me/sessions', 'Where I am signed in')).output(z.array(Session)),

  endSession: mine
    .route(route('DELETE', '/me/sessions/{id}', 'End one of my sessions'))
    .input(One)
    .output(One),

  passkeys: seen.route(route('GET', '/me/passkeys', 'My passkeys')).output(z.array(Passkey)),

  passkeyOptions: seen.route(route('POST', '/me/passkeys/options', 'Begin to add a passkey')).output(Options),

  addPasskey: mine
    .route(route('POST', '/me/passkeys', 'Add a passkey, within ten minutes of signing in'))
    .input(z.object({ label: Label, passkey: Registration }))
    .output(One),

  removePasskey: mine
    .route(
      route('DELETE', '/me/passkeys/{id}', 'Remove one of my passkeys, within ten minutes of signing in'),
    )
    .input(One)
    .output(One),

  mandates: operation
    .meta({ may: 'signed-in', records: 'nothing' })
    .route(route('GET', '/mandates', 'Mandates: mine, or those of my State'))
    .input(z.object({ official: z.int().optional() }).optional())
    .output(z.array(Mandate)),

  grant: granting
    .route(route('POST', '/mandates', 'Grant a mandate'))
    .input(NewMandate)
    .output(One),

  withdraw: granting
    .route(route('POST', '/mandates/{id}/withdraw', 'Withdraw a mandate, at once'))
    .input(Withdrawal)
    .output(One),

  extend: granting
    .route(route('POST', '/mandates/{id}/extend', 'Let a mandate last longer'))
    .input(Extension)
    .output(One),

  establish: operation
    .meta({ may: ['administer'], records: 'acts' })
    .route(
      route(
        'POST',
        '/states/establish',
        'Admit a State with its authority, its contact point and a one-time link',
      ),
    )
    .input(NewcomerState)
    .output(Enrolment.extend({ official: z.int() })),

  inviteToEnrol: granting
    .route(route('POST', '/officials/{official}/enrolment', 'Make a one-time link to enrol a passkey'))
    .input(
      z.object({
        official: z.int(),
        replaces: z.boolean().default(true).meta({
          title: 'Remove earlier passkeys',
          description: 'When the link is used, passkeys enrolled before stop working. For a lost device.',
        }),
      }),
    )
    .output(Enrolment),
}
