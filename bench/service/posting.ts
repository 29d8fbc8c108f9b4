import { randomUUID } from 'node:crypto'
import type { Client, Pool } from 'pg'
import { breachesOf, post, type Transfer } from '#modules/ledger/index.ts'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { newId } from '#platform/ids.ts'
import { inRounds, type Rate } from '../load/rounds.ts'
import { hear } from '../servers/listen.ts'
import { type BenchHouse, benchHouse } from './house.ts'

export type PostingLine = {
  accounts: number
  product: Rate
  /** The product's statements without the product. */
  same: Rate
  /** Two updates and an insert: a ledger without proof. */
  bare: Rate
  toSame: number
  toBare: number
}
export type Postings = { lines: PostingLine[]; breaches: string[] }

const COUNTY = 371424
const AT_ONCE = 50
const FEW = 4
const MANY = 3_397
const ENOUGH = 1_000_000

/** Fifty at once give points from one wallet to another, on few accounts and on many, through the ledger's own service and without it. */
export async function timePostings(config: ConnectionConfig, seconds: number): Promise<Postings> {
  const owner = await openOwner(config)
  await owner.query(`insert into county (county, name, set_up_at) values ($1, '试验县', now())`, [COUNTY])
  await bareTables(owner)
  const office = benchHouse(config)
  const lines: PostingLine[] = []
  for (const accounts of [FEW, MANY]) {
    const wallets = await fillWallets(office, accounts)
    await owner.query('vacuum analyze ledger_account, ledger_transfer')
    lines.push(await postAmong(office, wallets, seconds))
  }
  const breaches = await office.act(COUNTY, (ctx) => breachesOf(ctx.db))
  await office.close()
  await owner.end()
  return { lines, breaches: breaches.map(({ id }) => id) }
}

async function fillWallets(office: BenchHouse, count: number): Promise<string[]> {
  const wallets = Array.from({ length: count }, () => randomUUID())
  const issue = { kind: 'issue', owner: randomUUID() } as const
  await office.act(COUNTY, (ctx) =>
    post(
      ctx,
      wallets.map((owner) => ({
        id: newId(),
        unit: 'points',
        code: 'award',
        amount: ENOUGH,
        from: issue,
        to: { kind: 'wallet', owner },
        ref: { kind: 'award', id: newId() },
      })),
    ),
  )
  return wallets
}

/** From each wallet to the next but one: over a few accounts somebody always meets somebody. */
function pairOf(wallets: readonly string[], n: number): [string, string] {
  const [from, to] = [wallets[(n * 7919) % wallets.length], wallets[(n * 7919 + 1) % wallets.length]]
  return [from ?? '', to ?? '']
}

function giftOf(wallets: readonly string[], n: number): Transfer {
  const [from, to] = pairOf(wallets, n)
  const ways = { from: { kind: 'wallet', owner: from }, to: { kind: 'wallet', owner: to } } as const
  return { id: newId(), unit: 'points', amount: 1, code: 'gift', ref: { kind: 'gift', id: newId() }, ...ways }
}

async function postAmong(office: BenchHouse, wallets: readonly string[], seconds: number): Promise<PostingLine> {
  const writers = office.house.pools.writers
  const product = (n: number) => office.act(COUNTY, (ctx) => post(ctx, [giftOf(wallets, n)]))
  const same = await sameStatements(office, wallets)
  const contenders = { product, same, bare: bareLedger(writers, wallets.length) }
  const { rates, ratioTo } = await inRounds(contenders, { atOnce: AT_ONCE, seconds })
  const line = { accounts: wallets.length, ...rates }
  const [toSame, toBare] = [ratioTo('product', 'same'), ratioTo('product', 'bare')]
  console.log(
    `postings ×${AT_ONCE} on ${wallets.length} accounts: ${Math.round(rates.product.perSecond)}/s, ${toSame.toFixed(2)} of the same statements, ${toBare.toFixed(2)} of a bare ledger`,
  )
  return { ...line, toSame, toBare }
}

/** Hears one posting and sends what was heard for others, on the product's own connections: begin with its opening, the statement, commit. */
async function sameStatements(office: BenchHouse, wallets: readonly string[]) {
  const heard = await hear(() => office.act(COUNTY, (ctx) => post(ctx, [giftOf(wallets, 0)])))
  const [statement] = heard
  if (heard.length !== 1 || !statement) throw new Error(`a posting is ${heard.length} statements`)
  const [wish] = JSON.parse(String(statement.values[1])) as Record<string, object>[] // as the ledger wrote it
  return async (n: number) => {
    const [from, to] = pairOf(wallets, n)
    const other = {
      ...wish,
      id: randomUUID(),
      refId: randomUUID(),
      debit: { ...wish?.['debit'], owner: from },
      credit: { ...wish?.['credit'], owner: to },
    }
    const client = await office.house.pools.writers.connect()
    await client.query(`begin; select open_office(${COUNTY}, true)`)
    await client.query({ name: 'bench_post', text: statement.text, values: [COUNTY, JSON.stringify([other])] })
    await client.query('commit')
    client.release()
  }
}

async function bareTables(owner: Client): Promise<void> {
  await owner.query(`
    create table bench_wallet (id int primary key, balance bigint not null check (balance >= 0));
    create table bench_entry (id uuid primary key, debit int not null, credit int not null, amount int not null, at timestamptz not null);
    insert into bench_wallet select n, ${ENOUGH} from generate_series(0, ${MANY - 1}) n;
    grant select, insert, update on bench_wallet, bench_entry to sangyu_app`)
}

/** As pgbench has it: the lower number first, so that two never wait for each other in a ring. */
function bareLedger(writers: Pool, count: number) {
  return async (n: number) => {
    const [from, to] = [(n * 7919) % count, (n * 7919 + 1) % count]
    const client = await writers.connect()
    await client.query('begin')
    for (const id of [from, to].toSorted((a, b) => a - b))
      await client.query({
        name: 'bench_move',
        text: 'update bench_wallet set balance = balance + $2 where id = $1',
        values: [id, id === from ? -1 : 1],
      })
    await client.query({
      name: 'bench_enter',
      text: 'insert into bench_entry values ($1, $2, $3, 1, now())',
      values: [randomUUID(), from, to],
    })
    await client.query('commit')
    client.release()
  }
}
