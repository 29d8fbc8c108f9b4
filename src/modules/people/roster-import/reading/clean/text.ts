const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]*$/
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu
const WIDE = /[\uff01-\uff5e]/g

function narrow(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - 0xfee0)
}

/** What a spreadsheet puts around text to keep it text: `="…"`, a leading apostrophe or backtick. */
function unwrap(text: string): string {
  return text.replace(/^=\s*"(.*)"$/s, '$1').replace(/^['’‘`]+(?=.)/, '')
}

/** Full-width letters and digits become plain, spaces too; invisible characters go. Line breaks stay, as they part telephones and couples; ideographs too. */
export function fold(text: string): string {
  if (PLAIN.test(text) && text[0] !== '=' && text[0] !== "'" && text[0] !== '`') return text
  const visible = text
    .replace(INVISIBLE, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f\u205f\t\v\f]/g, ' ')
    .replace(WIDE, narrow)
    .replaceAll('￥', '¥')
  return unwrap(visible.trim()).trim()
}

export function squeeze(text: string): string {
  const folded = fold(text)
  return /\s/.test(folded) ? folded.replace(/\s+/g, '') : folded
}

/** As a person would copy it: line breaks and invisible characters go, widths and inner spaces stay. */
export function asWritten(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(INVISIBLE, '')
    .replace(/[\r\n\u2028\u2029]+/g, '')
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f\u205f\t\v\f]/g, ' ')
    .trim()
}

const NOTHING = /^(无|不详|不清|不清楚|不明|未详|待查|未知|暂无|没有|[-‐–—―－−_/／\\.。·]+)$/

const SAYS_SOMETHING = /^[\dA-Za-z]|^[\u4e00-\u9fff](?<![无不待未暂没])/

/** Nothing, or one of the words offices write for nothing. */
export function isNothing(text: string): boolean {
  if (text === '') return true
  if (text.length > 12 || SAYS_SOMETHING.test(text)) return false
  const bare = squeeze(text)
  return bare === '' || NOTHING.test(bare)
}

const DITTO = /^[-—(（]*(〃+|[″"“”〞]+|'{2}|′{2}|同上|同前)[-—)）]*$/

/** A mark that repeats the cell above. */
export function isDitto(text: string): boolean {
  return text.length <= 6 && /[〃″"“”〞′'＂同]/.test(text) && DITTO.test(text.replace(/\s/g, '').replace('＂', '"'))
}
