import type {
  AuthenticationResponseJSON,
  RegistrationResponseJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { addressOf, type Config } from '#kit/config.ts'
import type { Tx } from '#kit/db.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { Assertion, Registration } from './model.ts'

/** Loaded at the first sign-in, not at the start: it takes longer to load than all else. */
const webauthn = () => import('@simplewebauthn/server')

/** Ed25519, ECDSA with P-256, RSA with SHA-256 (IANA COSE algorithms). */
const algorithms = [-8, -7, -257]

/** Where this network is reached: the origin that browsers sign, and its host as the passkeys' owner. */
export function placeOf(config: Config): { origin: string; host: string } {
  const own = addressOf(config)
  return { origin: own, host: new URL(own).hostname }
}

/** One sentence for every failure: what was wrong is nobody's business before sign-in. */
export const notAccepted = (): Problem =>
  new Problem(
    'sign-in-needed',
    'This passkey was not accepted. Try again; if it stays so, ask your contact point for a new enrolment link.',
  )

/** Options to sign in with any passkey of this network. They are the same for everyone, so they tell nothing about anyone. */
export async function signInOptions(tx: Tx, config: Config) {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: placeOf(config).host,
    userVerification: 'required',
    timeout: 300_000,
  })
  await give(tx, options.challenge, 'sign-in', null)
  return options
}

/** Options to make a passkey for an official. */
export async function enrolOptions(
  tx: Tx,
  config: Config,
  official: { id: number; name: string },
  kind: 'enrol' | 'add',
) {
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'ICONet',
    rpID: placeOf(config).host,
    userID: new TextEncoder().encode(`official:${official.id}`),
    userName: official.name,
    userDisplayName: official.name,
    attestationType: 'none',
    timeout: 300_000,
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await give(tx, options.challenge, kind, official.id)
  return options
}

const Held = z.object({
  id: z.int(),
  official: z.int(),
  publicKey: z.instanceof(Buffer),
  counter: z.int(),
  transports: z.array(z.string()),
})

/** Who signed: the passkey and its official. @throws Problem the same for whatever was wrong, in about the same time. */
export async function signedBy(
  tx: Tx,
  config: Config,
  assertion: Assertion,
): Promise<{ passkey: number; official: number; counter: number }> {
  const held = await tx.maybe(Held, sql`select * from network.passkey_of(${assertion.id})`)
  const challenge = await take(tx, assertion.response.clientDataJSON, 'sign-in')
  const { origin, host } = placeOf(config)
  const { verifyAuthenticationResponse } = await webauthn()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: assertion as AuthenticationResponseJSON,
      // Without a passkey or a challenge of ours the same work is done against a stand-in that nothing can fit.
      expectedChallenge: challenge?.challenge ?? 'none',
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: held ? credential(assertion.id, held) : standIn(assertion.id),
    })
    if (verified && held && challenge)
      return { passkey: held.id, official: held.official, counter: authenticationInfo.newCounter }
  } catch {
    // Falls through to the one answer.
  }
  throw notAccepted()
}

/** A passkey that was just made, ready to be kept. */
export interface NewPasskey {
  credential: string
  publicKey: Buffer
  counter: number
  transports: string[]
  deviceBound: boolean
}

/** Checks what a browser answered to `enrolOptions`. @throws Problem `invalid-input`. */
export async function madeFor(
  tx: Tx,
  config: Config,
  official: number,
  kind: 'enrol' | 'add',
  passkey: Registration,
): Promise<NewPasskey> {
  const challenge = await take(tx, passkey.response.clientDataJSON, kind)
  const { origin, host } = placeOf(config)
  const wrong = new Problem(
    'invalid-input',
    'The passkey could not be checked. Begin again with the same link.',
  )
  if (!challenge || challenge.official !== official) throw wrong
  const { verifyRegistrationResponse } = await webauthn()
  const checked = await verifyRegistrationResponse({
    response: passkey as RegistrationResponseJSON,
    expectedChallenge: challenge.challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined)
  if (!checked?.verified) throw wrong
  const { credential: made, credentialDeviceType } = checked.registrationInfo
  return {
    credential: made.id,
    publicKey: Buffer.from(made.publicKey),
    counter: made.counter,
    transports: made.transports ?? [],
    deviceBound: credentialDeviceType === 'singleDevice',
  }
}

const give = (tx: Tx, challenge: string, kind: string, official: number | null) =>
  tx.run(sql`select network.give_challenge(${challenge}, ${kind}, ${official})`)

const ClientData = z.object({ challenge: z.string().max(200) })

/** Takes the challenge that an answer names: each serves once. */
async function take(tx: Tx, clientDataJson: string, kind: string) {
  const said = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'Not JSON.' })
        return z.NEVER
      }
    })
    .pipe(ClientData)
    .safeParse(Buffer.from(clientDataJson, 'base64url').toString())
  if (!said.success) return undefined
  const { challenge } = said.data
  const found = await tx.maybe(
    z.object({ official: z.int().nullable() }),
    sql`select official from network.take_challenge(${challenge}, ${kind})`,
  )
  return found && { challenge, official: found.official }
}

const credential = (id: string, held: z.infer<typeof Held>): WebAuthnCredential => ({
  id,
  publicKey: new Uint8Array(held.publicKey),
  counter: held.counter,
  transports: held.transports,
})

// The generator of P-256 as a COSE key: a valid point whose private key is 1, and whose answer is refused all the same.
const standIn = (id: string): WebAuthnCredential => ({
  id,
  counter: 0,
  publicKey: new Uint8Array(
    Buffer.from(
      'a5010203262001215820' +
        '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
        '225820' +
        '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
      'hex',
    ),
  ),
})
