import { createHash } from 'node:crypto'

/** Crockford's 32 letters: none looks like another when it is copied from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LINE_BYTES = 20

/** Bytes as lines for paper: eight groups of four letters and two that tell whether the line was copied right. */
export function writeLetters(bytes: Buffer): string[] {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += LINE_BYTES) {
    const letters = encode(bytes.subarray(at, at + LINE_BYTES))
    const groups = letters.match(/.{1,4}/g) ?? []
    lines.push(`${groups.join('-')}=${checkOf(letters, lines.length)}`)
  }
  return lines
}

export class WrongLine extends Error {
  readonly line: number
  constructor(line: number) {
    super(`line ${line}`)
    this.line = line
  }
}

/** Back to bytes. Case, spaces and dashes do not matter, nor do O for 0 and I or L for 1; a wrong line is named. */
export function readLetters(lines: readonly string[]): Buffer {
  return Buffer.concat(
    lines.map((line, index) => {
      const plain = line.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
      const [letters = '', check] = plain.split('=')
      if (!/^[0-9A-HJKMNP-TV-Z]+$/.test(letters) || check !== checkOf(letters, index)) throw new WrongLine(index + 1)
      return decode(letters)
    }),
  )
}

/** The place of the line is in it, so that two lines changed for one another are noticed. */
function checkOf(letters: string, index: number): string {
  const sum = createHash('sha256').update(`${index}:${letters}`).digest().readUInt16BE()
  return `${LETTERS[sum & 31]}${LETTERS[(sum >> 5) & 31]}`
}

function encode(bytes: Buffer): string {
  let [bits, value, letters] = [0, 0, '']
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) letters += LETTERS[(value >>> (bits - 5)) & 31]
    value &= (1 << bits) - 1
  }
  return bits > 0 ? letters + LETTERS[(value << (5 - bits)) & 31] : letters
}

function decode(letters: string): Buffer {
  const bytes: number[] = []
  let [bits, value] = [0, 0]
  for (const letter of letters) {
    value = (value << 5) | LETTERS.indexOf(letter)
    bits += 5
    if (bits >= 8) {
      bytes.push((value >>> (bits - 8)) & 255)
      bits -= 8
    }
    value &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}
