const MARK = 'SANGYU:'

/** What stands in the QR symbol of a visit code. */
export const visitPayload = (code: string): string => MARK + code

/** The six digits of what was scanned or typed, full-width digits and spaces too; undefined for what is none. */
export function visitCodeIn(text: string): string | undefined {
  const code = text.normalize('NFKC').replace(MARK, '').replace(/\s/g, '')
  return /^\d{6}$/.test(code) ? code : undefined
}
