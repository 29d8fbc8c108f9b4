import { ancestorsOf } from '#modules/places/index.ts'
import type { Ctx } from '#platform/ctx.ts'

/** How a place is told in a history: 邢侗街道广场社区3号楼. The county everybody lives in is left out. */
export async function placePaths(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(codes)]
  if (!wanted.length) return new Map()
  const all = [...new Set(wanted.flatMap((code) => [...ancestorsOf(code), code]))]
  const rows = await ctx.db
    .selectFrom('place')
    .select(['code', 'short', 'level'])
    .where('county', '=', ctx.actor.county)
    .where('code', 'in', all)
    .execute()
  const named = new Map(rows.map((row) => [row.code, row]))
  const pathOf = (code: string) => {
    const steps = [...ancestorsOf(code), code].flatMap((step) => named.get(step) ?? [])
    const below = steps.filter((step) => step.level !== 'county')
    return (below.length ? below : steps).map((step) => step.short).join('') || code
  }
  return new Map(wanted.map((code) => [code, pathOf(code)]))
}
