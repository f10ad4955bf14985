import { clear, createStore, del, get, keys, set, type UseStore } from 'idb-keyval'

/**
 * Drafts on this device, encrypted. The key is made anew for each session, cannot be read out of the browser
 * (non-extractable AES-GCM key in IndexedDB) and is deleted at sign-out: what is left is then unreadable.
 */
export interface StoredDraft {
  value: unknown
  saved: Date
  /** When the server had it too. */
  sent: Date | null
}
interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
  saved: number
  sent: number | null
}

let drafts: UseStore | undefined
let secrets: UseStore | undefined
const draftDb = (): UseStore => (drafts ??= createStore('iconet-drafts', 'drafts'))
const secretDb = (): UseStore => (secrets ??= createStore('iconet-secrets', 'keys'))

const makeKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

let keyInUse: Promise<CryptoKey> | undefined
const sessionKey = (): Promise<CryptoKey> =>
  (keyInUse ??= (async () => {
    const known = await get<CryptoKey>('drafts', secretDb())
    if (known) return known
    const made = await makeKey()
    await set('drafts', made, secretDb())
    return made
  })())

/** After sign-in: drafts of another person on this device are destroyed before anything is read. */
export const openDrafts = async (owner: string): Promise<void> => {
  const last = await get<string>('owner', secretDb())
  if (last !== undefined && last !== owner) await forgetDrafts()
  await set('owner', owner, secretDb())
}

/** At sign-out: the key first, then what it opened. */
export const forgetDrafts = async (): Promise<void> => {
  keyInUse = undefined
  await clear(secretDb())
  await clear(draftDb())
}

export const keepDraft = async (name: string, value: unknown, sent: Date | null = null): Promise<Date> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(value))
  const additionalData = new TextEncoder().encode(name)
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, await sessionKey(), text)
  const saved = new Date()
  const sealed: Sealed = { iv, data, saved: saved.getTime(), sent: sent?.getTime() ?? null }
  await set(name, sealed, draftDb())
  return saved
}

/** The draft of that name, or null where there is none or its key is gone. */
export const readDraft = async (name: string): Promise<StoredDraft | null> => {
  const sealed = await get<Sealed>(name, draftDb())
  if (!sealed) return null
  try {
    const additionalData = new TextEncoder().encode(name)
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv, additionalData },
      await sessionKey(),
      sealed.data,
    )
    return {
      value: JSON.parse(new TextDecoder().decode(opened)) as unknown,
      saved: new Date(sealed.saved),
      sent: sealed.sent === null ? null : new Date(sealed.sent),
    }
  } catch {
    await del(name, draftDb())
    return null
  }
}

export const dropDraft = (name: string): Promise<void> => del(name, draftDb())

/** Names of the drafts kept here, such as for “My drafts”. */
export const draftNames = async (): Promise<string[]> => (await keys<string>(draftDb())).map(String)
