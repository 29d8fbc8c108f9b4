import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, Ctx, FieldClass } from '#platform/ctx.ts'
import type { Doorkeeper, DoorSide, Who } from '#platform/house/house.ts'
import { signedOut } from '#platform/refuse.ts'
import { isAdministrator, isRole, isVisitor, PERMISSIONS, powersOf, type Role } from '../rules.ts'
import { mayCome } from '../security-policy/rules.ts'
import { addressNotAllowed } from '../security-policy/words.ts'
import { grantsChanged, signedInElsewhere } from './words.ts'

const TOKEN = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const networks = z.array(z.string()).nullish()

/** What open_session and open_account answer (migrations/0055_logins_of_one_person.sql). */
const opening = z.object({
  county: z.int(),
  account: z.string(),
  accounts: z.array(z.string()),
  name: z.string(),
  mustChange: z.boolean(),
  grants: z.array(z.object({ role: z.string(), says: z.string(), code: z.string().nullable() })),
  units: z.array(z.string()),
  places: z.array(z.object({ lo: z.string(), hi: z.string() })),
  all: z.boolean(),
  session: z.string().optional(),
  stage: z.string().optional(),
  staffNetworks: networks,
  administratorNetworks: networks,
})

/** What it answers of a session that a later sign-in has ended. */
const endedElsewhere = z.object({ endedAt: z.string(), endedFrom: z.string().nullable() })

/** The database keeps only this hash of the browser's token, so a stolen dump signs nobody in. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Sent together with BEGIN, so knowing who asks costs one round trip at most. Built without parameters: only from checked values of our own form. */
function openingOf(who: Who, { now, isReading }: { now: Date; isReading: boolean }): string {
  const at = `'${now.toISOString()}'::timestamptz`
  const isLocal = String(!isReading)
  if (who !== 'nobody' && 'system' in who) return `select open_office(${wholeNumber(who.system)}, ${isLocal})`
  if (who !== 'nobody' && 'account' in who) {
    if (!UUID.test(who.account)) throw new TypeError('not an account id')
    return `select open_account(${wholeNumber(who.county)}, '${who.account}'::uuid, ${at}, ${isLocal}) as opened`
  }
  if (who === 'nobody' || !TOKEN.test(who.session)) return `select open_to_nobody(${isLocal})`
  const hash = hashOfToken(who.session).toString('hex')
  return `select open_session('\\x${hash}'::bytea, ${at}, ${isLocal}) as opened`
}

/** Who stands at the counter. Somebody whose session is not complete may do nothing but complete it, and sees no row. */
function actorOf(who: Who, opened: Record<string, unknown> | undefined, side: DoorSide): Actor {
  if (who !== 'nobody' && 'system' in who) return officeItself(who.system)
  const found = opened?.['opened']
  const ended = endedElsewhere.safeParse(found)
  if (ended.success)
    return { ...nobody, barred: signedInElsewhere({ at: ended.data.endedAt, from: ended.data.endedFrom }) }
  if (found) return signedIn(found, side)
  if (who !== 'nobody' && 'account' in who) throw signedOut()
  return nobody
}

/** From here on this transaction works for a county that did not exist, or was not known, when it began. */
export async function workAsOffice(ctx: Ctx, county: number): Promise<void> {
  await sql`select open_office(${county}, true)`.execute(ctx.db)
  ctx.actor = officeItself(county)
}

export const doorkeeper: Doorkeeper = { openingOf, actorOf }

const NO_ROWS = { all: false, places: [], units: [] }

const nobody: Actor = {
  kind: 'nobody',
  county: 0,
  accountId: null,
  accounts: [],
  name: '',
  roles: [],
  permissions: new Set(),
  sees: new Set(),
  scope: NO_ROWS,
  sessionId: null,
}

const EVERY_CLASS: ReadonlySet<FieldClass> = new Set(['pi', 'sensitive', 'restricted'])
const EVERYTHING: ReadonlySet<string> = new Set(PERMISSIONS)

function officeItself(county: number): Actor {
  return {
    ...nobody,
    kind: 'system',
    county,
    name: '系统',
    permissions: EVERYTHING,
    sees: EVERY_CLASS,
    scope: { ...NO_ROWS, all: true },
  }
}

function signedIn(found: unknown, { address = null, vault }: DoorSide): Actor {
  const known = opening.parse(found)
  const { county, account, accounts, name, grants, units, places, all, session } = known
  const roles = [...new Set(grants.map((grant) => grant.role).filter(isRole))]
  const someone = {
    ...nobody,
    kind: 'account' as const,
    county,
    accountId: account,
    accounts,
    name,
    sessionId: session ?? null,
  }
  const isStaff = session !== undefined && !isOutside(roles)
  // Before anything else, and known by name, so that the trail says who was stopped: a session carried to another network opens nothing there.
  if (isStaff && !isLetFrom(known, { address, isAdministrator: roles.some(isAdministrator) }))
    return { ...someone, barred: addressNotAllowed({ address: address ?? '?' }) }
  if (known.mustChange || (known.stage ?? 'complete') !== 'complete') return someone
  if (!grants.every((grant) => isGenuine(vault, grant))) return { ...someone, barred: grantsChanged() }
  return { ...someone, roles, ...powersOf(roles), scope: { all, places, units } }
}

/** Elders, families and shops sit at home or behind their counter; the networks are those of staff. 互联网政务应用安全管理规定 第十九条. */
const isOutside = (roles: readonly Role[]) => roles.length > 0 && roles.every(isVisitor)

const REMEMBERED = 10_000
const genuine = new Set<string>()

/** GB/T 39786-2021 8.4 b: a grant that was written or changed past the office gives nothing. What was found to hold once is remembered. */
function isGenuine(vault: DoorSide['vault'], { says, code }: z.output<typeof opening>['grants'][number]): boolean {
  const name = `${code} ${says}`
  if (genuine.has(name)) return true
  if (!code || !vault.isMac(says, Buffer.from(code, 'hex'))) return false
  if (genuine.size >= REMEMBERED) genuine.clear()
  genuine.add(name)
  return true
}

type Coming = { address: string | null; isAdministrator: boolean }

function isLetFrom({ staffNetworks, administratorNetworks }: z.output<typeof opening>, coming: Coming): boolean {
  const named = { staffNetworks: staffNetworks ?? [], administratorNetworks: administratorNetworks ?? [] }
  return mayCome(named, coming)
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TypeError('not a county')
  return value
}
