import type { House } from '#platform/house/house.ts'
import { asOwner } from './owner.ts'

/** By what somebody could still be found: texts, whatever stands around them. */
export type Seeds = Readonly<Record<string, string>>

/**
 * Looks through every column of every table for seeds: as text, and in whatever opens with the keys of the house or with a person's
 * secret that somebody kept. Answers `table.column: seed` for each.
 */
export async function leftoversOf(house: House, seeds: Seeds, secrets: readonly Uint8Array[]): Promise<string[]> {
  const tables = await asOwner<{ name: string }>(
    house,
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname in ('public', 'graphile_worker')`,
  )
  const found = new Set<string>()
  for (const { name } of tables)
    for (const row of await asOwner(house, `select * from ${name}`))
      for (const [column, value] of Object.entries(row))
        for (const seed of seedsIn(house, value, { seeds, secrets })) found.add(`${name}.${column}: ${seed}`)
  return [...found]
}

type Search = { seeds: Seeds; secrets: readonly Uint8Array[] }

function seedsIn(house: House, value: unknown, { seeds, secrets }: Search): string[] {
  if (value === null || value === undefined) return []
  const texts = value instanceof Uint8Array ? opened(house, value, secrets) : textsOf(house, value, secrets)
  return Object.entries(seeds).flatMap(([name, seed]) => (texts.some((text) => text.includes(seed)) ? [name] : []))
}

/** History keeps sealed values as base64. */
function textsOf(house: House, value: unknown, secrets: readonly Uint8Array[]): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const isBase64 = text.length > 40 && /^[A-Za-z0-9+/]+=*$/.test(text)
  return isBase64 ? [text, ...opened(house, Buffer.from(text, 'base64'), secrets)] : [text]
}

function opened(house: House, bytes: Uint8Array, secrets: readonly Uint8Array[]): string[] {
  const vaults = [house.vault, ...secrets.map((secret) => house.vault.of(secret))]
  const plain = vaults.flatMap((vault) => {
    try {
      return [vault.openBytes(bytes).toString('utf8')]
    } catch {
      return []
    }
  })
  return [Buffer.from(bytes).toString('utf8'), ...plain]
}
