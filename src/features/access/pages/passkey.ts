/** The browser's side of W3C Web Authentication: JSON in, JSON out, also where a browser lacks the newer JSON methods. */

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
const toText = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Why no passkey came of it. */
export type PasskeyFault = 'unsupported' | 'cancelled' | 'taken'
export class PasskeyError extends Error {
  readonly fault: PasskeyFault
  constructor(fault: PasskeyFault) {
    super(fault)
    this.fault = fault
  }
}

// What the server sends follows the standard's JSON shape; the browser checks it again.
type Json = Record<string, unknown> & { challenge: string }

async function ask<T>(work: () => Promise<T | null>): Promise<T> {
  if (typeof PublicKeyCredential === 'undefined') throw new PasskeyError('unsupported')
  try {
    const made = await work()
    if (made) return made
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError') throw new PasskeyError('taken')
    if (!(error instanceof DOMException)) throw error
  }
  throw new PasskeyError('cancelled')
}

/** Lets the device sign in with any of its passkeys for this site. */
export async function signWithPasskey(options: Json) {
  const credential = await ask(() =>
    navigator.credentials.get({
      publicKey: { ...options, allowCredentials: [], challenge: toBytes(options.challenge) },
    }),
  )
  const { rawId, response } = credential as PublicKeyCredential & { response: AuthenticatorAssertionResponse }
  return {
    ...common(rawId),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      userHandle: response.userHandle ? toText(response.userHandle) : null,
    },
  }
}

/** Lets the device make a passkey. */
export async function makePasskey(options: Json) {
  const user = options.user as { id: string; name: string; displayName: string }
  const credential = await ask(() =>
    navigator.credentials.create({
      publicKey: {
        ...(options as unknown as PublicKeyCredentialCreationOptions),
        challenge: toBytes(options.challenge),
        user: { ...user, id: toBytes(user.id) },
        excludeCredentials: [],
      },
    }),
  )
  const { rawId, response } = credential as PublicKeyCredential & {
    response: AuthenticatorAttestationResponse
  }
  return {
    ...common(rawId),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  }
}

const common = (rawId: ArrayBuffer) => ({
  id: toText(rawId),
  rawId: toText(rawId),
  type: 'public-key' as const,
  clientExtensionResults: {},
})
