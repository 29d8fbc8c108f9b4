import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { SecurityPolicy as PolicyRow } from '#platform/db/tables.ts'
import { ensure, signedOut } from '#platform/refuse.ts'
import type { Role } from '../../rules.ts'
import { policyFrom, type SecurityPolicy } from '../../security-policy/index.ts'
import type { Stage } from '../rules.ts'

type Found = {
  login: string
  name: string
  lang: 'zh' | 'en'
  stage: Stage
  isFirstPassword: boolean
  hasSecondFactor: boolean
  county: string
  policy: Selectable<PolicyRow> | null
  grants: { role: Role; area: string }[]
}

/** Who one is and for where one works, in one statement, because every page begins with it. The password's hash stays where it is. */
export async function myself(ctx: Ctx): Promise<Omit<Found, 'policy'> & { policy: SecurityPolicy }> {
  const { county, accountId, sessionId } = ctx.actor
  const found = await sql<Found>`
    select a.login, a.name, a.lang, s.stage, a.must_change_password as "isFirstPassword", c.name as county, to_jsonb(p) as policy,
           exists (select from second_factor f where f.county = a.county and f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor",
           coalesce((select json_agg(json_build_object('role', g.role, 'area', coalesce(l.short, u.name, c.name)) order by g.granted_at desc, g.id desc)
              from account_grant g
              left join place l on l.county = g.county and l.code = g.place_code
              left join unit u on u.county = g.county and u.id = g.unit_id
             where g.county = a.county and g.account_id = a.id and g.revoked_at is null
               and g.valid @> (${ctx.now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date), '[]') as grants
      from session s
      join account a on a.county = s.county and a.id = s.account_id
      join county c on c.county = a.county
      left join security_policy p on p.county = a.county
     where s.county = ${county} and s.id = ${sessionId} and a.id = ${accountId}`.execute(ctx.db)
  const [me] = found.rows
  ensure(me, signedOut)
  return { ...me, policy: policyFrom(me.policy ?? undefined) }
}
