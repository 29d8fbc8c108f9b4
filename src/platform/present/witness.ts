import type { FieldClass } from '../ctx.ts'

/** Names of an answer's own frame; they say nothing of the person. */
const FRAME = new Set([
  'items',
  'sections',
  'values',
  'fields',
  'record',
  'entries',
  'first',
  'second',
  'kept',
  'absorbed',
])

/** The classes a reader sees, which remembers which fields it was asked about and let through whole. */
export class Witness extends Set<FieldClass> {
  readonly #shown = new Set<string>()
  readonly #path: string[] = []

  within<T>(field: string, cut: () => T): T {
    this.#path.push(field)
    try {
      return cut()
    } finally {
      this.#path.pop()
    }
  }

  override has(fieldClass: FieldClass): boolean {
    const isSeen = super.has(fieldClass)
    if (isSeen) this.#shown.add(this.#path.filter((field) => !FRAME.has(field)).join('.'))
    return isSeen
  }

  /** Names of the fields that were shown whole, such as `health` or `contacts.mobile`. */
  shown(): string[] {
    return [...this.#shown].toSorted()
  }
}
