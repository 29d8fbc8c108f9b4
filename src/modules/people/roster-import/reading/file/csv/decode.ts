import { refuseFile } from '../refusal.ts'

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark shows itself by a zero in every other byte of the ASCII in it. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4000)
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < looked / 20) return undefined
  if (odd > even * 10) return 'utf-16le'
  return even > odd * 10 ? 'utf-16be' : undefined
}

function count(text: string, wanted: RegExp): number {
  return text.match(wanted)?.length ?? 0
}

/** Text of a roster in whatever encoding an office program of the last thirty years saves it. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = bareUtf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (bytes.subarray(0, 4000).includes(0)) refuseFile('FILE_NOT_A_SPREADSHEET')
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== undefined) return utf8
  const chinese = strictly(bytes, 'gb18030')
  const damaged = new TextDecoder('utf-8').decode(bytes)
  const isUtf8 = count(damaged, /[\u4e00-\u9fff]/g) > 20 * count(damaged, /\ufffd/g)
  return isUtf8 ? damaged : (chinese ?? new TextDecoder('gb18030').decode(bytes))
}

function isControl(letter: string): boolean {
  const code = letter.charCodeAt(0)
  return (code < 32 && !'\t\n\v\f\r'.includes(letter)) || code === 127
}

/** Letters and digits with the odd tab and line break; anything else is a picture, a program or noise. */
export function isReadable(text: string): boolean {
  const looked = Array.from(text.slice(0, 20_000))
  const controls = looked.filter(isControl).length
  const lost = looked.filter((letter) => letter === '\ufffd').length
  return controls <= looked.length / 200 && lost <= looked.length / 20
}
