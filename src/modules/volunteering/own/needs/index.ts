import { sql } from 'kysely'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { qrOf } from '#platform/qr/index.ts'
import { visitPayload } from '../../codes/visit-code.ts'
import { afterAct } from '../../needs/rules.ts'
import type { contract } from '../contract.ts'

type Need = Output<typeof contract.myNeeds>['items'][number]

/** Somebody's needs, the latest first; once a shift is set, when the helper comes and the code to show them. */
export async function needsOfPerson(ctx: Ctx, personId: string): Promise<Need[]> {
  const { rows } = await sql<Omit<Need, 'words' | 'qr' | 'can'> & { words: Buffer; hasCome: boolean }>`
    select n.id, n.number, n.kind, n.words_sealed as words, n.status, n.raised_at as "raisedAt",
           coalesce(t.name, helper_name(n.helper_id)) as helper, n.satisfaction,
           lower(g.during) as "comesAt", case when g.status = 'planned' then s.served_code end as code,
           exists (select from shift_turn x where x.county = s.county and x.shift_id = s.id and x.status = 'served'
                      and s.served_person_id = n.person_id) as "hasCome"
      from need n
      left join volunteer_team t on t.county = n.county and t.id = n.team_id
      left join shift s on s.county = n.county and s.id = n.shift_id
      left join gathering g on g.county = s.county and g.id = s.gathering_id
     where n.county = ${ctx.actor.county} and n.person_id = ${personId}
     order by n.raised_at desc, n.id limit 100`.execute(ctx.db)
  return rows.map(({ words, hasCome, ...row }) => ({
    ...row,
    words: ctx.vault.open(words),
    qr: row.code ? qrOf(visitPayload(row.code)) : null,
    can: {
      withdraw: afterAct('withdraw', row.status) !== undefined,
      answer: afterAct('close', row.status) !== undefined || (hasCome && row.status === 'in_service'),
    },
  }))
}
