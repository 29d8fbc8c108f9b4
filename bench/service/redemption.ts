import type { Client } from 'pg'
import { breachesOf, post } from '#modules/ledger/index.ts'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { newId } from '#platform/ids.ts'
import { fill } from '../county/fill.ts'
import { signIn } from '../county/office.ts'
import { livingPeople } from '../county/people.ts'
import type { Ask } from '../load/load.ts'
import { type Visit, type Visited, visits } from '../load/visits.ts'
import type { Heard } from '../servers/heard.ts'
import { benchVault } from '../servers/keys.ts'
import { hear } from '../servers/listen.ts'
import { startServer } from '../servers/process.ts'
import { type Elder, openAccess } from './elders.ts'
import { atTheDoor, benchHouse } from './house.ts'

type Shop = { itemId: string; cookie: string }
export type RedemptionLine = { shops: number; product: Visited; floor: Visited; statements: [number, number] }
export type Redemptions = { lines: RedemptionLine[]; elders: number; breaches: string[] }

const COUNTY = 371424
const PEOPLE = 3_397
const ELDERS = 400
const SHOPS = [2, 60]
const CLIENTS = 50
const HEARD = 200
const ROUNDS = 3
const POINTS = 100_000

/** Elders redeem on their own pages and shops hand over, fifty at once over HTTP; the floor sends the same statements and asks nobody who they are. */
export async function timeRedemptions(config: ConnectionConfig, seconds: number): Promise<Redemptions> {
  const owner = await openOwner(config)
  await fill(owner, benchVault(), PEOPLE)
  const elders = await openAccess(owner, (await livingPeople(owner, COUNTY)).slice(0, ELDERS))
  const shops: Shop[] = []
  for (let n = 0; n < Math.max(...SHOPS); n++) shops.push(await openShop(owner, n))
  await owner.query('vacuum analyze')
  const office = benchHouse(config)
  await giveToAll(office.act, elders)
  const lines: RedemptionLine[] = []
  for (const count of SHOPS) lines.push(await oneLine({ config, elders, shops: shops.slice(0, count) }, seconds))
  const breaches = await office.act(COUNTY, (ctx) => breachesOf(ctx.db))
  await office.close()
  await owner.end()
  return { lines, elders: ELDERS, breaches: breaches.map(({ id }) => id) }
}

type Town = { config: ConnectionConfig; elders: readonly Elder[]; shops: readonly Shop[] }

async function oneLine({ config, elders, shops }: Town, seconds: number): Promise<RedemptionLine> {
  const told = await hearAll({ config, elders, shops })
  const connection = JSON.stringify(config)
  const product = await startServer('product', { env: { CONNECTION: connection } })
  const scope = `-c role=sangyu_app -c app.county=${COUNTY} -c app.all=true`
  const floor = await startServer('floor', { env: { CONNECTION: JSON.stringify({ ...config, options: scope }) }, told })
  const run = { clients: CLIENTS, seconds: seconds / ROUNDS }
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({
      ours: await visits(product.port, { ...run, visit: redeem(elders, shops) }),
      bare: await visits(floor.port, { ...run, visit: repeat }),
    })
  await product.stop()
  await floor.stop()
  const { ours, bare } = middleOf(rounds)
  const statements: [number, number] = [told['write-reserve'][0]?.length ?? 0, told['write-hand-over'][0]?.length ?? 0]
  console.log(
    `redemption ×${CLIENTS}, ${shops.length} shops: ${ours.perSecond.toFixed(0)}/s against ${bare.perSecond.toFixed(0)}/s, p95 reserve ${p95(ours, 'reserve')} (${p95(bare, 'reserve')}), hand over ${p95(ours, 'hand over')} (${p95(bare, 'hand over')}) ms, statements ${statements.join(' + ')}, errors ${ours.errors.length + bare.errors.length} ${ours.errors[0] ?? bare.errors[0] ?? ''}`,
  )
  return { shops: shops.length, product: ours, floor: bare, statements }
}

type Round = { ours: Visited; bare: Visited }

/** The round with the median ratio: neither the luckiest nor the one somebody else's work fell into. */
function middleOf(rounds: readonly Round[]): Round {
  const ratio = ({ ours, bare }: Round) => ours.perSecond / bare.perSecond
  return at(
    rounds.toSorted((a, b) => ratio(a) - ratio(b)),
    Math.floor(rounds.length / 2),
  )
}

function redeem(elders: readonly Elder[], shops: readonly Shop[]): Visit {
  return async (n, step) => {
    const { cookie, itemId } = at(shops, n)
    const answer = await step('reserve', at(elders, n).cookie, reserving(at(elders, n), itemId))
    await step('hand over', cookie, handing(codeIn(answer)))
  }
}

const repeat: Visit = async (_n, step) => {
  const answer = await step('reserve', '', { method: 'GET', path: '/write-reserve/begin' })
  await step('hand over', '', { method: 'GET', path: `/write-hand-over/${ticketIn(answer)}` })
}

const p95 = ({ steps }: Visited, name: string) => (steps[name]?.p95 ?? 0).toFixed(0)

function at<T>(list: readonly T[], n: number): T {
  const one = list[n % list.length]
  if (one === undefined) throw new Error('an empty list')
  return one
}

const reserving = ({ personId }: Elder, itemId: string): Ask => ({
  method: 'POST',
  path: `/api/own/${personId}/bank/redemptions`,
  body: { id: newId(), itemId, quantity: 1 },
})
const handing = (code: string): Ask => ({
  method: 'POST',
  path: '/api/counter/hand-over',
  body: { code, key: newId() },
})
const codeIn = (answer: unknown) => (answer as { code: string }).code // what the door answers
const ticketIn = (answer: unknown) => (answer as { ticket: string }).ticket // what the floor answers

type Told = Record<'write-reserve' | 'write-hand-over', Heard[][]>

async function hearAll({ config, elders, shops }: Town): Promise<Told> {
  const door = await atTheDoor(config)
  const told: Told = { 'write-reserve': [], 'write-hand-over': [] }
  for (let n = 0; n < HEARD; n++) {
    const [elder, shop] = [at(elders, n), at(shops, n)]
    let code = ''
    const reserve = async () => {
      code = codeIn(await door.ask(elder.cookie, reserving(elder, shop.itemId)))
    }
    told['write-reserve'].push(await hear(reserve))
    told['write-hand-over'].push(await hear(() => door.ask(shop.cookie, handing(code))))
  }
  await door.close()
  return told
}

async function openShop(owner: Client, n: number): Promise<Shop> {
  const { account, cookie } = await signIn(owner, COUNTY, { login: `shop${n}`, role: 'partner' })
  const { rows } = await owner.query<{ itemId: string }>(
    `with partner as (
       insert into bank_partner (county, id, name, kind, place_code, created_at)
       values ($1, gen_random_uuid(), $2, 'shop', $3, now()) returning county, id),
     clerk as (
       insert into bank_partner_account (county, partner_id, account_id, linked_at) select county, id, $4, now() from partner)
     insert into bank_item (county, id, partner_id, name, points, created_at)
     select county, gen_random_uuid(), id, '鸡蛋一枚', 1, now() from partner returning id as "itemId"`,
    [COUNTY, `试验商户${n}`, `${COUNTY}0000000000000`, account],
  )
  return { itemId: rows[0]?.itemId ?? '', cookie }
}

async function giveToAll(act: ReturnType<typeof benchHouse>['act'], elders: readonly Elder[]): Promise<void> {
  const issue = { kind: 'issue', owner: newId() } as const
  const awards = elders.map(({ personId }) => ({
    id: newId(),
    unit: 'points' as const,
    code: 'award' as const,
    amount: POINTS,
    from: issue,
    to: { kind: 'wallet' as const, owner: personId },
    ref: { kind: 'award', id: newId() },
  }))
  await act(COUNTY, (ctx) => post(ctx, awards))
}
