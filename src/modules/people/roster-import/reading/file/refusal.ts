import type { Bilingual } from '#platform/words.ts'
import { FILE_WORDS, type FileRefusalCode } from './words.ts'

export type FileRefusal = Bilingual & { code: FileRefusalCode }

/** Thrown while opening: the file as a whole cannot be read, and `code` says why. */
export class RefusedFile extends Error {
  override name = 'RefusedFile'
  readonly code: FileRefusalCode
  constructor(code: FileRefusalCode) {
    super(FILE_WORDS[code].en)
    this.code = code
  }
}

export function refuseFile(code: FileRefusalCode): never {
  throw new RefusedFile(code)
}

export function fileRefusal(code: FileRefusalCode): FileRefusal {
  return { code, ...FILE_WORDS[code] }
}
