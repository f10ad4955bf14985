/**
 * Takes out of a picture what says where, when, with which device and by whom it was taken: EXIF with its GPS block, XMP, IPTC
 * and comments. The picture itself and its colour profile stay. Bytes in, bytes out.
 * JPEG: ITU-T T.81 annex B; PNG: W3C PNG 3rd edition §11; WebP: RFC 9649.
 * @returns undefined when the picture is damaged, so that nobody passes on what could not be cleaned.
 */
export function withoutMetadata(content: Uint8Array, type: string): Uint8Array | undefined {
  if (type === 'image/jpeg') return cleanJpeg(content)
  if (type === 'image/png') return cleanPng(content)
  if (type === 'image/webp') return cleanWebp(content)
  return content
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

// Kept of the application segments: APP0 (JFIF), APP2 with a colour profile, APP14 (Adobe's colour transform).
function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // Whatever follows the end of the picture is not part of it: some devices append a second picture with its own EXIF.
    if (marker === 0xd9) return joined([...kept, bytes.subarray(at, at + 2)])
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (end > bytes.length || end < at + 4) return undefined
    const application = marker >= 0xe0 && marker <= 0xef
    const profile = marker === 0xe2 && text(bytes, at + 4, 11) === 'ICC_PROFILE'
    if (marker !== 0xfe && (!application || marker === 0xe0 || marker === 0xee || profile))
      kept.push(bytes.subarray(at, end))
    at = end
    if (marker !== 0xda) continue
    const scan = at
    while (at + 1 < bytes.length) {
      const next = bytes[at + 1] ?? 0
      if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) break
      at += 1
    }
    kept.push(bytes.subarray(scan, at))
  }
  return at + 2 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] === 0xd9
    ? joined([...kept, bytes.subarray(at, at + 2)])
    : undefined
}

const pngKept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs sPLT hIST cICP'.split(' '),
)

function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + uint32(bytes, at)
    if (end > bytes.length) return undefined
    const name = text(bytes, at + 4, 4)
    if (pngKept.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return undefined
}

function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = text(bytes, at, 4)
    const size = Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).readUInt32LE()
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length) return undefined
    const chunk = bytes.slice(at, end)
    // VP8X says in its flags which chunks there are: 0x08 EXIF, 0x04 XMP.
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at = end
  }
  if (kept.length === 0) return undefined
  const body = joined(kept)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return joined([head, body])
}

const text = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.subarray(at, at + length)).toString('latin1')
const uint32 = (bytes: Uint8Array, at: number): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, 4).readUInt32BE()
