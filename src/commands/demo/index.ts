import type { House } from '#platform/house/house.ts'

export type DemoAccount = { login: string; password: string; role: string; words: string }

export async function buildDemonstration(
  _house: House,
  _log: (line: string) => void,
): Promise<{ accounts: DemoAccount[] }> {
  throw new Error('being written')
}
