import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { numberOf } from '../rules.ts'

/** Without letters and digits that are taken for one another on paper. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Eight signs that nobody guesses: with the number they open the public page. */
export function newCode(): string {
  return Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

/** The next number of the year; two who issue at once wait for each other, so none is skipped. */
export async function nextNumber(ctx: Ctx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into certificate_number (county, year, last) values (${ctx.actor.county}, ${year}, 1)
    on conflict (county, year) do update set last = certificate_number.last + 1 returning last`.execute(ctx.db)
  return numberOf(ctx.actor.county, year, rows[0]?.last ?? 0)
}
