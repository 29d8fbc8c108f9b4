/** Without letters and digits that are taken for one another on paper: no 0, 1, I, O. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 8

/** Eight signs of five bits each: short enough to be read out, far too many to be guessed at a desk. */
export function codeText(bytes: Uint8Array): string {
  let bits = bytes.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0)
  let text = ''
  for (let at = 0; at < LENGTH; at++) {
    text = (LETTERS[bits % 32] ?? '') + text
    bits = Math.floor(bits / 32)
  }
  return text
}

/** As it stands on the card: in two halves. */
export function shownCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`
}

/** What was typed or scanned, as the code itself: full-width signs, small letters, spaces and dashes are no mistakes. Undefined for what is none. */
export function plainCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s—–-]/g, '')
  return plain.length === LENGTH && [...plain].every((sign) => LETTERS.includes(sign)) ? plain : undefined
}
