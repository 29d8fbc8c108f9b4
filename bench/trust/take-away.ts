import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { type Served, startServer } from '../servers/process.ts'

/** One at a time; without `nothing` is the whole product once more and shows how far apart two equal runs lie. */
export const TAKEN = ['nothing', 'masking', 'sealing', 'row-level security', 'audit'] as const
export type Taken = (typeof TAKEN)[number]

/** The product has no switch for any of this: another module stands in for masking, another vault, a database without policies, a house that notes nothing. */
export async function serveWithout(taken: Taken | undefined, config: ConnectionConfig): Promise<Served> {
  if (taken === 'row-level security') await dropPolicies(config)
  // Six servers share the connections of an office's database.
  const env = { CONNECTION: JSON.stringify(config), POOL: '4', WITHOUT: taken ?? 'nothing' }
  return startServer('product', { env, before: taken === 'masking' ? ['../trust/unmasked.ts'] : [] })
}

async function dropPolicies(config: ConnectionConfig): Promise<void> {
  const owner = await openOwner(config)
  const { rows } = await owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relrowsecurity`,
  )
  for (const { name } of rows) await owner.query(`alter table ${name} disable row level security`)
  await owner.end()
}

type Asked = { taken: Taken | undefined; config: ConnectionConfig; port: number; cookie: string; id: string }
type Gone = Record<Exclude<Taken, 'nothing'>, boolean>

/** Fails where what should be gone is there, or the other way round: the ratios would compare the product with itself. */
export async function ensureGone({ taken, config, port, cookie, id }: Asked): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/people/${id}`, { headers: { cookie } })
  const shown = await answer.text()
  const owner = await openOwner(config)
  const { rows } = await owner.query<Gone>(
    `select $1 <> '********' as masking, exists (select from person where length(id_sealed) = 18) as sealing,
            not exists (select from pg_class where relrowsecurity) as "row-level security", not exists (select from audit_event) as audit`,
    [/"idNumber":"([^"]+)"/.exec(shown)?.[1] ?? ''],
  )
  await owner.end()
  const gone = Object.entries(rows[0] ?? {}).flatMap(([name, isGone]) => (isGone ? [name] : []))
  if (gone.join() !== (taken ?? 'nothing').replace('nothing', ''))
    throw new Error(`without ${taken}: what is gone is ${gone.join() || 'nothing'} (${answer.status})`)
}
