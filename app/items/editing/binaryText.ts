// Binary values as people type them: base64, UTF-8 text or hexadecimal. The value itself is base64.

import { decodeBase64, encodeBase64 } from '../../../engine/value/base64.ts'

export type BinaryForm = 'base64' | 'text' | 'hex'

/** Undefined where the bytes have no such form, such as text of bytes that are not UTF-8. */
export function printBinary(base64: string, form: BinaryForm): string | undefined {
  if (form === 'base64') return base64
  try {
    const bytes = decodeBase64(base64)
    if (form === 'hex') return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Undefined when the text is not of that form. Base64 is given back as it is: DynamoDB judges it. */
export function parseBinary(text: string, form: BinaryForm): string | undefined {
  if (form === 'base64') return text.trim()
  if (form === 'text') return encodeBase64(new TextEncoder().encode(text))
  const digits = text.replace(/[\s:]|0x/g, '')
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return undefined
  const bytes = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return encodeBase64(new Uint8Array(bytes))
}
