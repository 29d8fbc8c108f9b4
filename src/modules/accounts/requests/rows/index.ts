import { sql } from 'kysely'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isLive } from '../../policy.ts'
import { type AccountState, mayDecide, type RequestKind, type Role } from '../../rules.ts'
import type { contract } from '../contract.ts'

type Line = Output<(typeof contract)['listRequests']>['items'][number]

/** The requests of the county, with who asked, who decided, and who else could be the same person. */
export function requestsOf(ctx: Ctx) {
  const others = (same: string) =>
    sql<string[]>`coalesce((select array_agg(o.login order by o.login) from account o where o.county = account.county
      and o.id <> account.id and o.status not in ('refused', 'closed') and ${sql.raw(same)}), '{}')`
  return ctx.db
    .selectFrom('account_request')
    .innerJoin('account', (on) =>
      on.onRef('account.county', '=', 'account_request.county').onRef('account.id', '=', 'account_id'),
    )
    .leftJoin('account as maker', (on) =>
      on.onRef('maker.county', '=', 'account_request.county').onRef('maker.id', '=', 'requested_by'),
    )
    .leftJoin('account as checker', (on) =>
      on.onRef('checker.county', '=', 'account_request.county').onRef('checker.id', '=', 'decided_by'),
    )
    .select(['account_request.id', 'account_id', 'account.login', 'account.name', 'account.mobile_tail'])
    .select(['places', 'units', 'issuer', 'subject', 'reason', 'requested_by', 'requested_at', 'decided_at', 'refusal'])
    .select(['maker.name as maker', 'checker.name as checker', sql<string | null>`until::text`.as('until')])
    .select(sql<RequestKind>`account_request.kind`.as('kind'))
    .select(sql<Role | null>`role`.as('role'))
    .select(needsAudit(ctx).as('needsAudit'))
    .select(sql<AccountState>`account.status`.as('status'))
    .select(sql<Line['decision']>`decision`.as('decision'))
    .select(others('o.holder_id = account.holder_id').as('samePerson'))
    .select(others('o.name = account.name and o.holder_id <> account.holder_id').as('sameName'))
    .where('account_request.county', '=', ctx.actor.county)
}

/** Whether no security administrator is left to decide: an open account of somebody who neither asked nor is asked for. */
function needsAudit(ctx: Ctx) {
  return sql<boolean>`not exists (select from account_grant g join account s on s.county = g.county and s.id = g.account_id
    where g.county = account.county and g.role = 'security_administrator' and s.status = 'open' and ${isLive(ctx.now, 'g')}
      and s.holder_id <> account.holder_id and s.holder_id is distinct from maker.holder_id)`
}

type Row = Awaited<ReturnType<ReturnType<typeof requestsOf>['execute']>>[number]

export function lineOf(ctx: Ctx, row: Row, names: ReadonlyMap<string, string>): Line {
  const area = (kind: 'place' | 'unit') => (id: string) => ({ kind, id, name: names.get(id) ?? '' })
  return {
    id: row.id,
    account: { id: row.account_id, login: row.login, name: row.name, mobileTail: row.mobile_tail },
    kind: row.kind,
    role: row.role,
    identity: row.issuer && row.subject ? { issuer: row.issuer, subject: row.subject } : null,
    areas: [...row.places.map(area('place')), ...row.units.map(area('unit'))],
    until: row.until,
    reason: row.reason,
    requestedBy: row.maker ?? '',
    requestedAt: row.requested_at,
    decision: row.decision,
    decidedBy: row.checker,
    decidedAt: row.decided_at,
    refusal: row.refusal,
    samePerson: row.samePerson,
    sameName: row.sameName,
    can: { decide: row.decision === null && mayDecide(ctx.actor, waitingOf(row)) },
  }
}

export const waitingOf = ({
  kind,
  account_id: accountId,
  requested_by: requestedBy,
  status,
  needsAudit: audits,
}: Row) => ({
  kind,
  accountId,
  requestedBy,
  status,
  needsAudit: audits,
})
