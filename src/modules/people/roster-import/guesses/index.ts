import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Bilingual } from '#platform/words.ts'
import type { RosterRow } from '../reading/index.ts'

/** So many people of one area and birthday a roster may name; a county's real ones have two or three. */
export const SAME_STEM_ROWS = 10
const AREA_AND_BIRTHDAY = 14
const DAY = 86_400_000
const [STEM, MARK] = ['roster-stem', 'roster-mark']

const words: Bilingual = {
  zh: `这份名单里（或与您一天内上传的其他名单合计）有 ${SAME_STEM_ROWS} 个以上不同的身份证号前 14 位完全相同，不像真实名单，已拒绝读取并记入审计。请核对身份证号一列后再上传；确有此事，请联系安全管理员。`,
  en: `More than ${SAME_STEM_ROWS} different identity numbers in this roster, or in it and others you brought within a day, begin with the same 14 signs. That is no real roster; it was not read, and this is audited. Check the column of identity numbers, or tell the security administrator if it is true.`,
}

type Upload = { batch: string; by: string | null; rows: readonly RosterRow[] }

/** A roster that names one area and birthday again and again is a trial of numbers: the preview would tell which of them somebody bears. */
export async function guessesIn(
  ctx: Ctx,
  { batch, by, rows }: Upload,
): Promise<(Bilingual & { code: string }) | undefined> {
  // Whoever imports at the command line has the server itself.
  if (!by) return undefined
  const most = await remember(ctx, by, marksByStem(ctx, rows))
  if (most <= SAME_STEM_ROWS) return undefined
  const detail = { by, most, allowed: SAME_STEM_ROWS }
  ctx.note({ action: 'import.guessing_alarm', subject: batch, result: 'refused', detail })
  return { code: 'FILE_GUESSES', ...words }
}

function marksByStem(ctx: Ctx, rows: readonly RosterRow[]): Map<string, Set<number>> {
  const numbers = new Set(
    rows.flatMap(({ record }) =>
      record?.id && (record.id_status === 'valid' || record.id_status === 'converted15') ? record.id : [],
    ),
  )
  const marks = new Map<string, Set<number>>()
  for (const number of numbers) {
    const stem = ctx.vault.index(STEM, number.slice(0, AREA_AND_BIRTHDAY)).toString('hex')
    const mark = ctx.vault.index(MARK, number).readUIntBE(0, 3)
    marks.set(stem, (marks.get(stem) ?? new Set()).add(mark))
  }
  return marks
}

/** The same file brought again counts once; the day begins anew with each asking. Answers the most numbers of one stem. */
async function remember(ctx: Ctx, by: string, marks: ReadonlyMap<string, ReadonlySet<number>>): Promise<number> {
  const { county } = ctx.actor
  const past = new Date(ctx.now.getTime() - DAY).toISOString()
  await sql`delete from roster_stem where county = ${county} and asked_at <= ${past}::timestamptz`.execute(ctx.db)
  // One order for all: two uploads of one account at the same moment wait for each other instead of locking each other out.
  const asked = [...marks].map(([stem, own]) => ({ stem, marks: [...own] })).sort((a, b) => (a.stem < b.stem ? -1 : 1))
  const { rows } = await sql<{ most: number | null }>`
    with told as (
      insert into roster_stem (county, account_id, stem, marks, asked_at)
      select ${county}, ${by}::uuid, decode(x.stem, 'hex'), x.marks, ${ctx.now.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as x(stem text, marks int[])
      on conflict (county, account_id, stem) do update
        set marks = (select array_agg(distinct mark) from unnest(roster_stem.marks || excluded.marks) mark), asked_at = excluded.asked_at
      returning cardinality(marks) as count)
    select max(count)::int as most from told`.execute(ctx.db)
  return rows[0]?.most ?? 0
}
