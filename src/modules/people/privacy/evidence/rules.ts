/** What a reader of PDF would run, start or unpack by itself (ISO 32000-1, 12.6 and 7.11.4). */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])/
const TAIL = 1024

/** A whole PDF that does nothing by itself, told by its bytes as Latin-1. */
export function isQuietPdf(text: string): boolean {
  return /^%PDF-[12]\.\d/.test(text) && text.slice(-TAIL).includes('%%EOF') && !ACTIVE.test(text)
}
