import type { PlaceLine } from '../queries.ts'

const NATIONAL = 12
const NATIONAL_LEVELS: readonly PlaceLine['level'][] = ['county', 'street', 'community']

/** The twelve digits of the national table, where it goes; what a county numbers itself keeps the digits of grid, building and entrance. */
export function shownCode({ code, level }: Pick<PlaceLine, 'code' | 'level'>): string {
  return NATIONAL_LEVELS.includes(level) ? code.slice(0, NATIONAL) : code
}
