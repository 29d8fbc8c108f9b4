import { randomUUID } from 'node:crypto'
import { addPartner } from '#modules/volunteering/bank/partners/index.ts'
import { register } from '#test/office/bank.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, PLACES } from '#test/office.ts'
import type { World } from './world.ts'

const PEOPLE = 320
const FAMILIES = 40
const CLERKS = 10
const KINDS = [
  'shop',
  'shop',
  'shop',
  'shop',
  'canteen',
  'canteen',
  'canteen',
  'pharmacy',
  'pharmacy',
  'hospital',
  'service',
  'service',
  'canteen',
] as const
/** The last canteen opens in the middle of the year: who is new has nothing usual yet. */
const OPENS = 200

/** People, partners and accounts of a small county. */
export async function peopled(o: Office): Promise<World> {
  const people = await register(
    o,
    Array.from({ length: PEOPLE }, (_, n) => `赵${String.fromCodePoint(0x4e00 + n)}`),
  )
  const partners: World['partners'] = []
  for (const [n, kind] of KINDS.entries()) {
    const facts = {
      name: `商户 ${n + 1}`,
      kind,
      placeCode: PLACES.guangchang,
      unitId: null,
      address: null,
      phone: null,
    }
    const { id } = await o.act((ctx) => addPartner(ctx, facts))
    partners.push({ id, kind, opensOn: n === KINDS.length - 1 ? OPENS : 0, counter: randomUUID() })
  }
  return {
    people,
    partners,
    clerks: await accounts(o, 'clerk', CLERKS),
    families: await accounts(o, 'family', FAMILIES),
  }
}

/** Accounts that nobody signs in with: only that they did something stands in the year. */
async function accounts(o: Office, name: string, count: number): Promise<string[]> {
  const { id } = await o.hire()
  const made = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    login: `${name}-${n + 1}`,
    name: `${name} ${n + 1}`,
  }))
  await asOwner(
    o.house,
    `insert into account select (jsonb_populate_record(a, x)).* from account a, jsonb_array_elements($2::jsonb) x where a.id = $1`,
    [id, JSON.stringify(made)],
  )
  return made.map((one) => one.id)
}
