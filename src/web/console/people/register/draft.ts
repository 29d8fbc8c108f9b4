/** What is asked of somebody new. */
export type Typed = {
  name?: string | null
  gender?: string | null
  birthOn?: string | null
  kind?: string | null
  idNumber?: string | null
  phone?: string | null
  unitId?: string | null
  placeCode?: string | null
}

let draft: Typed = {}

/** Keeps what was typed while the drawer is closed. It lives in this page alone: personal data is not left on an office PC. */
export function keepDraft(typed: Typed): void {
  draft = typed
}

export function keptDraft(): Typed {
  return draft
}
