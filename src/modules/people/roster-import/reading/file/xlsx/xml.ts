import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import { partPieces } from '../zip/inflate.ts'
import type { Zip, ZipEntry } from '../zip/zip.ts'

export type Tag = { name: string; attributes: string; kind: 'open' | 'close' | 'empty'; text: string }

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? whole
  const code =
    name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Entities and the office's own `_x000D_` escapes. */
export function unescapeXml(text: string): string {
  const plain = text.includes('&') ? text.replace(/&([#\w]+);/g, entity) : text
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain
}

/** Text taken from `partPieces`, where every character is one byte of UTF-8. */
export function textOf(bytes: string): string {
  if (!/[&\x80-\xff]|_x|<!/.test(bytes)) return bytes
  const text = /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes
  return unescapeXml(text.includes('<!') ? text.replace(/<!\[CDATA\[(.*?)\]\]>|<!--.*?-->/gs, '$1') : text)
}

/** One attribute of a tag; prefixes are part of the name. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(`${name}=`); at >= 0; at = attributes.indexOf(`${name}=`, at + 1)) {
    if (at > 0 && !/\s/.test(attributes[at - 1] ?? '')) continue
    const quote = attributes[at + name.length + 1] ?? ''
    const from = at + name.length + 2
    return attributes.slice(from, attributes.indexOf(quote, from))
  }
  return undefined
}

/** Walks the tags of a small part in order; `text` is what stands before the tag. */
export function* tagsOf(xml: string): Generator<Tag> {
  let from = 0
  for (const found of xml.matchAll(/<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g)) {
    const [whole, closes, name = '', attributes = '', empty] = found
    const kind = closes ? 'close' : empty ? 'empty' : 'open'
    yield { name, attributes, kind, text: xml.slice(from, found.index) }
    from = found.index + whole.length
  }
}

/** Pieces that never cut a `<element …>` of this name in two. A namespace prefix is taken off, so that the caller meets bare names. */
export async function* wholeElements(zip: Zip, entry: ZipEntry, element: string): AsyncGenerator<string> {
  let kept = ''
  let prefix: string | undefined
  for await (const piece of partPieces(zip, entry)) {
    kept += piece
    prefix ??= /<(?:([\w.-]+):)?(?:worksheet|sst)[\s>]/.exec(kept)?.[1] ?? (kept.length > 4096 ? '' : undefined)
    if (prefix === undefined) continue
    const start = prefix ? `<${prefix}:${element}` : `<${element}`
    const cut = kept.lastIndexOf(start)
    if (cut > 0) {
      yield withoutPrefix(kept.slice(0, cut), prefix)
      kept = kept.slice(cut)
    }
    if (kept.length > LIMITS.smallPart) refuseFile('FILE_TOO_WIDE')
  }
  yield withoutPrefix(kept, prefix ?? '')
}

function withoutPrefix(xml: string, prefix: string): string {
  return prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml
}
