import type { ReactNode } from 'react'
import type { Bilingual } from '#platform/words.ts'

/** One line of the navigation at the left, shown to those who hold the permission. */
export type NavEntry = { to: string; icon: ReactNode; label: Bilingual; needs?: string }
export type NavGroup = { label?: Bilingual; entries: readonly NavEntry[] }
