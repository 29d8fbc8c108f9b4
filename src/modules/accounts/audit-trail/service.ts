import { sql } from 'kysely'
import { verifyChain } from '#platform/audit/chain/verify.ts'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import type { contract } from './contract.ts'
import { countAuditEvents, listAuditEvents } from './events/index.ts'
import { exportAuditEvents } from './exports/index.ts'
import { exportIncident, readIncident } from './incident/index.ts'
import { approveAuditRetention, askAuditRetention, refuseAuditRetention, retentionWishOf } from './retention/index.ts'
import { USUAL_DAYS } from './rules.ts'

type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

type State = {
  rows: number
  since: string | null
  head: { seq: string; hash: string } | null
  keepDays: number | null
  lastCut: { seq: string; at: string } | null
  lastVerified: { at: string; faults: number } | null
  lastAnchored: string | null
  codes: { at: string; rows: number; faults: number; broken: Record<string, string[]> } | null
}

async function readAuditState(ctx: Ctx): Out<'readAuditState'> {
  const county = ctx.actor.county
  const { rows } = await sql<State>`
    select (select count(*)::int from audit_event where county = ${county}) as rows,
           (select at from audit_event where county = ${county} order by seq limit 1) as since,
           (select json_build_object('seq', seq::text, 'hash', encode(hash, 'hex')) from audit_chain where county = ${county}) as head,
           (select keep_days from audit_setting where county = ${county}) as "keepDays",
           (select json_build_object('seq', seq::text, 'at', at) from audit_cut where county = ${county} order by audit_cut.seq desc limit 1) as "lastCut",
           (select json_build_object('at', at, 'faults', (detail ->> 'faults')::int) from audit_event
             where county = ${county} and action in ('audit.verified', 'verifyAudit') and detail ? 'faults' order by seq desc limit 1) as "lastVerified",
           (select json_build_object('at', at, 'rows', rows, 'faults', faults, 'broken', broken) from integrity_check where county = ${county}) as codes,
           (select at from audit_event where county = ${county} and action = 'audit.anchored' order by seq desc limit 1) as "lastAnchored"`.execute(
    ctx.db,
  )
  const [found] = rows
  const { permissions } = ctx.actor
  const wish = await retentionWishOf(ctx)
  const can = {
    verify: permissions.has('audit.read'),
    askRetention: permissions.has('audit.read'),
    decideRetention: wish !== null && permissions.has('policy.manage'),
  }
  const none = { rows: 0, since: null, head: null, lastCut: null, lastVerified: null, lastAnchored: null, codes: null }
  return { ...none, ...found, keepDays: found?.keepDays ?? USUAL_DAYS, wish, can }
}

/** Within the database alone; the nightly walk and the command compare with the anchors as well. */
async function verifyAudit(ctx: Ctx): Out<'verifyAudit'> {
  const { rows, faults } = await verifyChain(ctx.db, ctx.actor.county)
  const result = faults.length ? 'failed' : 'done'
  ctx.note({ action: 'audit.verified', result, detail: { rows, faults: faults.length } })
  return { rows, faults }
}

export const service: Service<typeof contract> = {
  listAuditEvents,
  countAuditEvents,
  exportAuditEvents,
  readIncident,
  exportIncident,
  readAuditState,
  verifyAudit,
  askAuditRetention,
  approveAuditRetention,
  refuseAuditRetention,
}
