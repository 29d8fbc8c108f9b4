import type { Pool } from 'pg'
import { refusal } from '#platform/refuse.ts'
import type { Key, Ring } from '../ring.ts'

export const otherKeys = refusal('home.other_keys', 503, (p: { missing: string }) => ({
  zh: `这个数据库是用另一套密钥加密的（缺少 ${p.missing}），不能启动：否则身份证号和电话都读不出。请用恢复单把原来的密钥放回 keys 目录，或换成与这套密钥相配的数据库。`,
  en: `This database was sealed with other keys (missing: ${p.missing}). Put the former keys back from the recovery sheet, or use the database that belongs to these keys.`,
}))

const nameOf = (key: Pick<Key, 'purpose' | 'id'>) => `${key.purpose} ${key.id}`

/** Refuses a database that was sealed with keys which this home does not hold, before anything is written with others; then notes those in use. Answers whether it is their first meeting. */
export async function ensureOwnKeys(owner: Pool, ring: Ring): Promise<boolean> {
  const { rows } = await owner.query<Pick<Key, 'purpose' | 'id' | 'fingerprint'>>(
    'select purpose, id, fingerprint from sealing_key where destroyed_at is null order by purpose, id',
  )
  const missing = rows.filter((row) => !ring.keys.some((key) => key.state !== 'destroyed' && isSame(key, row)))
  if (missing.length) throw otherKeys({ missing: missing.map(nameOf).join(', ') })
  for (const key of ring.keys) await noteKey(owner, key)
  return rows.length === 0
}

function isSame(key: Key, row: Pick<Key, 'purpose' | 'id' | 'fingerprint'>): boolean {
  return key.purpose === row.purpose && key.id === row.id && key.fingerprint === row.fingerprint
}

export async function noteKey(owner: Pool, key: Key): Promise<void> {
  await owner.query(
    `insert into sealing_key (purpose, id, fingerprint, first_used_at, destroyed_at) values ($1, $2, $3, now(), $4)
     on conflict (purpose, id) do update set destroyed_at = excluded.destroyed_at`,
    [key.purpose, key.id, key.fingerprint, key.destroyedAt],
  )
}
