import { cleanPicture } from '#platform/picture/index.ts'

export type Paper = { extension: string; mediaType: string; bytes: Uint8Array }

/** What a reader of PDF would run, start or unpack by itself (ISO 32000-1, 12.6 and 7.11.4). */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])/
const TAIL = 1024

/** A piece of evidence as it is kept: what scanners and phones make, whole, without where and with what it was taken; and nothing that runs. */
export function evidenceOf(bytes: Uint8Array): Paper | null {
  const picture = cleanPicture(bytes)
  if (picture) return { extension: picture.kind, mediaType: `image/${picture.kind}`, bytes: picture.bytes }
  return isQuietPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
    ? { extension: 'pdf', mediaType: 'application/pdf', bytes }
    : null
}

function isQuietPdf(text: string): boolean {
  return /^%PDF-[12]\.\d/.test(text) && text.slice(-TAIL).includes('%%EOF') && !ACTIVE.test(text)
}
