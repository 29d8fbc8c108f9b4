import { randomUUID } from 'node:crypto'
import { type CipherProfile, newest, type Vault } from '#platform/crypto/index.ts'
import { countLeft, noteKey, reseal, type Spellings } from '#platform/crypto/rotation/index.ts'
import type { OwnerPool } from '#platform/db/pool.ts'
import type { HomeKeys } from '#platform/home.ts'
import { ensure } from '#platform/refuse.ts'
import { mayDestroy, replaced } from '../rules.ts'
import { keptNote, stillNeeded } from '../words.ts'

export type Turning = {
  keys: HomeKeys
  owner: OwnerPool
  vault: Vault
  clock: () => Date
  spellings: Spellings
  /** Throws when the work should stop; it goes on another time. */
  goOn: () => Promise<void>
}

export type Asked = { purpose: 'data' | 'index'; profile: CipherProfile; by: string }

type Row = { id: string; purpose: 'data' | 'index' | 'none' }

/** Goes on with the change that is open, or begins the one asked for: a new key, then everything sealed anew under it. */
export async function turnKeys(turning: Turning, asked?: Asked): Promise<void> {
  const row = (await openRow(turning)) ?? (asked && (await begin(turning, asked)))
  if (!row) return
  const { owner, vault, spellings } = turning
  const work = { owner, vault, spellings, fingerprints: row.purpose === 'index' }
  await owner.query('update key_rotation set total = done + $2::int where id = $1', [row.id, await countLeft(work)])
  const { broken } = await reseal({ ...work, onProgress: (rows) => progress(turning, row, rows) })
  if (!broken.length) await endReplaced(turning)
  const fault = broken.length ? `无法解开 cannot be opened: ${broken.join(', ')}` : null
  await owner.query(
    'update key_rotation set finished_at = now(), fault = $2::text, total = case when $2::text is null then done else total end where id = $1',
    [row.id, fault],
  )
}

async function openRow({ owner }: Turning): Promise<Row | undefined> {
  const { rows } = await owner.query<Row>('select id, purpose from key_rotation where finished_at is null')
  return rows[0]
}

async function begin(turning: Turning, { purpose, profile, by }: Asked): Promise<Row> {
  const { keys, owner, clock } = turning
  const key = await keys.add({ purpose, profile }, clock())
  await noteKey(owner, key)
  const id = randomUUID()
  await owner.query(
    'insert into key_rotation (id, purpose, key_id, asked_by, started_at) values ($1, $2, $3, $4, now())',
    [id, purpose, key.id, by],
  )
  return { id, purpose }
}

async function progress({ owner, goOn }: Turning, row: Row, rows: number): Promise<void> {
  if (rows) await owner.query('update key_rotation set done = done + $2::int where id = $1', [row.id, rows])
  await goOn()
}

/** Nothing in the database stands under them; backups made before do. */
async function endReplaced({ keys, clock }: Turning): Promise<void> {
  for (const purpose of ['data', 'index'] as const)
    for (const key of replaced(keys.ring.keys, purpose)) await keys.end(key, { state: 'kept', note: keptNote }, clock())
}

export async function destroy(turning: Turning, { id, note }: { id: number; note: string }): Promise<void> {
  const { keys, owner, vault, clock } = turning
  const key = keys.ring.keys.find((one) => one.purpose === 'data' && one.id === id)
  if (!key || key.state === 'destroyed') return
  const left = await countLeft({ owner, vault, fingerprints: false })
  ensure(mayDestroy(key) && left === 0 && key !== newest(keys.ring, 'data'), stillNeeded)
  await keys.end(key, { state: 'destroyed', note }, clock())
  const gone = keys.ring.keys.find((one) => one.purpose === 'data' && one.id === id)
  if (gone) await noteKey(owner, gone)
}
