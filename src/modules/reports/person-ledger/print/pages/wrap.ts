/** Upper bounds of advance widths in Noto Serif SC, regular and semi-bold, in ems: a line is never wider than reckoned here. */
const WIDTHS: readonly (readonly [ems: number, characters: string])[] = [
  [0.36, " .,:;'|!ijl"],
  [0.42, 'ft()[]/-IJ'],
  [0.5, 'rsz*"'],
  [0.585, '0123456789acegvxy–'],
  [0.69, 'bdhknopquEFLSTZPBY+=<>_'],
  [0.78, 'ACDGKOQRVX'],
  [0.87, 'wHNU'],
  [1, 'mM'],
]
const WIDE = 1.08
const widths = new Map(WIDTHS.flatMap(([ems, characters]) => [...characters].map((one) => [one, ems] as const)))

/** A Han character fills an em; what is not listed of the Latin ones is the widest of them. */
function charWidth(char: string): number {
  return widths.get(char) ?? (char > '\u2e7f' ? 1 : WIDE)
}

export function textWidth(text: string): number {
  let sum = 0
  for (const char of text) sum += charWidth(char)
  return sum
}

/** What is kept together: a run of Latin letters and digits with the blank behind it; otherwise one character. */
const PIECES = /[\x21-\x7e]+ ?|\s|[^\s\x21-\x7e]/gu
const NEVER_FIRST = /^[、，。；：）〕》”·)]/u

/** Breaks a text into lines no wider than so many ems. Longer than `most` lines ends in an ellipsis: the spreadsheet has it whole. */
export function wrap(text: string, ems: number, most = 6): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES)?.flatMap((one) => fitting(one, ems)) ?? []) {
    if (line !== '' && textWidth(line + piece.trimEnd()) > ems) {
      const carried = NEVER_FIRST.test(piece) && [...line].length > 1 ? (/.$/su.exec(line)?.[0] ?? '') : ''
      lines.push(line.slice(0, line.length - carried.length).trimEnd())
      line = carried
    }
    line += piece
  }
  lines.push(line.trimEnd())
  return lines.length <= most ? lines : shorten(lines.slice(0, most), ems)
}

/** A run wider than the column is cut where the column ends. */
function fitting(piece: string, ems: number): string[] {
  if (textWidth(piece.trimEnd()) <= ems) return [piece]
  const parts = ['']
  for (const char of piece) {
    const last = parts.length - 1
    if (textWidth(parts[last] + char) > ems && parts[last] !== '') parts.push(char)
    else parts[last] += char
  }
  return parts
}

function shorten(lines: string[], ems: number): string[] {
  let last = lines.pop() ?? ''
  while (textWidth(`${last}…`) > ems && last !== '') last = last.slice(0, -1)
  return [...lines, `${last}…`]
}
