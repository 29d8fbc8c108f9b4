import { contract as accounts } from '#modules/accounts/contract.ts'
import { contract as grants } from '#modules/accounts/grants/contract.ts'
import { contract as requests } from '#modules/accounts/requests/contract.ts'
import {
  ADMINISTRATORS,
  type Administrator,
  isAdministrator,
  isVisitor,
  PERMISSIONS,
  powersOf,
  ROLES,
} from '#modules/accounts/rules.ts'
import { admit, newMobile, wishesOf } from '#test/office/newcomer.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, PLACES, type Worker } from '#test/office.ts'
import { ask, openCounter } from '../kit/asking.ts'
import { plantTown, type Town } from '../kit/canaries.ts'
import { nameOf, wholeOffice } from '../kit/doors.ts'
import { questionsOf } from '../kit/questions.ts'
import { noneOf, type Row } from '../row.ts'

type Three = Record<Administrator, Worker>
type Check = { faults: string[]; count: number }

export const row: Row = {
  id: 'T08',
  about: {
    zh: '三员分立：权限互斥、不碰业务数据、数据库约束、不能给自己授权或审批',
    en: 'the three administrators: no shared power, no people’s data, held by the database, nobody grants to or decides for themselves',
  },
  threshold: '0 violations',
  blocksMerge: false,
  run: async () => {
    const o = await wholeOffice()
    const check: Check = { faults: [], count: 0 }
    const town = await plantTown(o)
    const three = {
      system_administrator: await o.hire({ role: 'system_administrator' }),
      security_administrator: await o.hire({ role: 'security_administrator' }),
      audit_administrator: await o.hire({ role: 'audit_administrator' }),
    }
    separation(check)
    await onPaper(o, check)
    await themselves(o, three, check)
    await onePerson(o, three, check)
    await theirEyes(o, { three, town, check })
    await o.close()
    return noneOf(check.faults, `${check.count} checks`)
  },
}

function expect(check: Check, holds: boolean, fault: string): void {
  check.count++
  if (!holds) check.faults.push(fault)
}

/** Powers do not meet, and nobody has all of them. */
function separation(check: Check): void {
  const business = new Set(ROLES.slice(ADMINISTRATORS.length).flatMap((role) => [...powersOf([role]).permissions]))
  for (const role of ADMINISTRATORS) {
    const own = [...powersOf([role]).permissions].filter((one) => one !== 'accounts.self' && one !== 'accounts.read')
    for (const one of own) {
      const others = ROLES.filter((other) => other !== role && powersOf([other]).permissions.has(one))
      expect(check, others.length === 0, `${role} shares ${one} with ${others.join()}`)
      expect(check, !business.has(one), `${role} has ${one}, which is business`)
    }
  }
  for (const role of ROLES)
    expect(check, powersOf([role]).permissions.size < PERMISSIONS.length, `${role} has every right`)
}

/** Written past the rules as the owner of the tables, a second duty still does not go in. */
async function onPaper(o: Office, check: Check): Promise<void> {
  const insert = (id: string, role: string) =>
    asOwner(
      o.house,
      `insert into account_grant (county, id, account_id, holder_id, role, place_code, valid, granted_at)
       values ($1, gen_random_uuid(), $2, $2, $3, $4, '[2020-01-01,)', now())`,
      [o.county, id, role, isAdministrator(role) ? null : PLACES.county],
    ).then(
      () => 'written',
      (error: unknown) =>
        error && typeof error === 'object' && 'constraint' in error ? String(error.constraint) : 'other',
    )
  for (const first of ADMINISTRATORS)
    for (const second of ROLES.filter((role) => role !== first && !isVisitor(role))) {
      const { id } = await o.hire({ role: first })
      const outcome = await insert(id, second)
      expect(check, outcome === 'one_duty_at_a_time', `${first} and ${second} in one person: ${outcome}`)
    }
  const { id } = await o.hire({ role: 'reader' })
  const outcome = await insert(id, 'super_administrator')
  expect(check, outcome === 'account_grant_role', `a fourth role: ${outcome}`)
}

/** Each asks for what would make them more, or judges what is their own; the last of each asks to be let go. */
async function themselves(o: Office, three: Three, check: Check): Promise<void> {
  const { system_administrator: system, security_administrator: security, audit_administrator: audit } = three
  const at = o.as(security)
  const refused = async (work: Promise<unknown>, code: string, what: string) => {
    const got = await work.then(
      () => 'done',
      (error: unknown) => (error && typeof error === 'object' && 'code' in error ? String(error.code) : 'other'),
    )
    expect(check, got === code, `${what}: ${got}`)
  }
  for (const role of ROLES.filter((one) => one !== 'elder' && one !== 'family')) {
    const area = role.endsWith('_administrator')
      ? {}
      : role === 'unit_liaison'
        ? { unit: ANY_UNIT }
        : { place: PLACES.county }
    await refused(
      at.call(grants).grantRole({ id: security.id, role, ...area }),
      'accounts.not_oneself',
      `granting ${role} to oneself`,
    )
  }
  const own = await o
    .as(system)
    .call(requests)
    .requestAccount(wishesOf({ login: 'own-one' }))
  await asOwner(o.house, 'update account_request set requested_by = $1 where id = $2', [security.id, own.id])
  await refused(at.call(requests).approveRequest(own), 'requests.own', 'approving one’s own request')
  await refused(o.as(system).call(requests).approveRequest(own), 'auth.forbidden', 'the system administrator approves')
  await refused(o.as(audit).call(requests).approveRequest(own), 'auth.forbidden', 'the audit administrator approves')
  for (const { id } of [audit, security]) {
    await asOwner(o.house, `update account set status = 'closed' where status = 'open' and id <> all($1)`, [
      [system.id, security.id, audit.id],
    ])
    const close = o.as(system).call(accounts).closeAccount({ id, reason: 'left' })
    await refused(close, 'accounts.last_administrator', 'closing the last of an administration')
  }
}

/** A liaison is granted a unit; any will do, since the refusal comes before. */
const ANY_UNIT = '01980000-0000-7000-8000-00000000dead'

/** The duty in hand, one that is granted a unit, and those who come from outside. */
const NOT_ASKED_FOR: ReadonlySet<string> = new Set([
  'audit_administrator',
  'unit_liaison',
  'elder',
  'family',
  'partner',
])

/** The same natural person in a second account, found by the mobile number, takes no second duty either. */
async function onePerson(o: Office, three: Three, check: Check): Promise<void> {
  const pair = { system: three.system_administrator, security: three.security_administrator }
  const mobile = newMobile()
  await admit(o, pair, { login: 'first', mobile, role: 'audit_administrator' })
  for (const role of ROLES.filter((one) => !NOT_ASKED_FOR.has(one))) {
    const login = role.replaceAll('_', '.')
    const { id } = await o.as(pair.system).call(requests).requestAccount(wishesOf({ login, mobile, role }))
    const got = await o
      .as(pair.security)
      .call(requests)
      .approveRequest({ id })
      .then(
        () => 'done',
        (error: unknown) => (error && typeof error === 'object' && 'code' in error ? String(error.code) : 'other'),
      )
    expect(check, got === 'grants.other_duty', `a second account with ${role}: ${got}`)
  }
}

/** None of the three reads a byte of anybody, and every door of the rooms of work is shut to them. */
async function theirEyes(o: Office, { three, town, check }: { three: Three; town: Town; check: Check }): Promise<void> {
  const app = await openCounter(o)
  const marks = [town.near, town.far].flatMap(({ plain, pi, restricted, sensitive }) => [
    ...plain,
    ...pi,
    ...restricted,
    ...sensitive,
  ])
  const words = new Set(['lost_only_child', '失独'])
  for (const role of ADMINISTRATORS)
    for (const question of questionsOf(town).filter(({ door }) => isBusiness(door.e.permission))) {
      const heard = await ask(app, { ...question, token: three[role].token })
      expect(check, heard.status === 403 || heard.status === 400, `${role} ${nameOf(question.door.e)}: ${heard.status}`)
      const told = marks.find(
        (mark) => !words.has(mark) && !JSON.stringify(question.input).includes(mark) && heard.text.includes(mark),
      )
      expect(check, told === undefined, `${role} ${nameOf(question.door.e)} tells ${told}`)
    }
  await app.close()
}

/** What only those who work with people may do. */
function isBusiness(permission: string): boolean {
  const holders = ROLES.filter((role) => powersOf([role]).permissions.has(permission))
  return holders.length > 0 && !holders.some((role) => ADMINISTRATORS.some((one) => one === role))
}
