import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from '../contract.ts'
import { questionSql } from '../question/index.ts'
import { roundBirthdays } from './rules.ts'

type Birthdays = Output<(typeof contract)['listBirthdays']>

const MOST = 100

/** Whom to congratulate. Lists show no day of birth; here it is what the list is for, so only who works with the people gets one. */
export async function listBirthdays(ctx: Ctx, _input: Input<(typeof contract)['listBirthdays']>): Promise<Birthdays> {
  if (!ctx.actor.sees.has('pi')) return { items: [], isShown: false }
  const today = officeDay(ctx.now)
  const clause = await questionSql(ctx, { q: '', status: 'living', where: [] })
  const spans = roundBirthdays(today).map(({ from, to }) => sql`p.birth_on between ${from}::text and ${to}::text`)
  const { rows } = await sql<{ id: string; name: string; where: string | null; born: string }>`
    select p.id, p.name, coalesce(c.short, u.name) as where, p.birth_on as born
      from person p
      left join unit u on u.county = p.county and u.id = p.unit_id
      left join place c on c.county = p.county and c.code = p.place_code - p.place_code % 10000000 and c.level = 'community'
     where ${clause} and length(p.birth_on) = 10 and (${sql.join(spans, sql` or `)})
     order by right(p.birth_on, 5) < ${today.slice(5)}, right(p.birth_on, 5), p.id limit ${MOST}`.execute(ctx.db)
  const items = rows.map(({ born, ...row }) => {
    const day = born.slice(5)
    const year = Number(today.slice(0, 4)) + (day < today.slice(5) ? 1 : 0)
    return { ...row, day, age: year - Number(born.slice(0, 4)) }
  })
  return { items, isShown: true }
}
