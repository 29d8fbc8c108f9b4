import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { Cut } from '../contract.ts'
import { bookWords } from '../words.ts'

type Cover = { title: Bilingual; organisation: string | null }

/** The book's title and the bureau that keeps it. A place or unit that the county does not have is not found. */
export async function coverOf(ctx: Ctx, cut: Cut): Promise<Cover> {
  const { county } = ctx.actor
  const own = await ctx.db
    .selectFrom('county')
    .leftJoin('unit_published as u', (on) =>
      on.onRef('u.county', '=', 'county.county').onRef('u.id', '=', 'bureau_unit_id'),
    )
    .select(['county.name', 'u.name as organisation'])
    .where('county.county', '=', county)
    .executeTakeFirstOrThrow()
  const parts = [cut.place && (await placeName(ctx, cut.place)), cut.unit && (await unitName(ctx, cut.unit))]
  const of = parts.filter((part) => part && part !== own.name).join('，')
  return {
    organisation: own.organisation,
    title: {
      zh: `${own.name}${bookWords[cut.kind].zh}${of && `（${of}）`}`,
      en: `${bookWords[cut.kind].en}, ${own.name}${of && ` (${of})`}`,
    },
  }
}

async function placeName(ctx: Ctx, code: string): Promise<string> {
  const places = ctx.db.selectFrom('place_published').select('short').where('county', '=', ctx.actor.county)
  const place = await places.where('code', '=', code).executeTakeFirst()
  ensure(place?.short, notFound)
  return place.short
}

async function unitName(ctx: Ctx, id: string): Promise<string> {
  const units = ctx.db.selectFrom('unit_published').select('name').where('county', '=', ctx.actor.county)
  const unit = await units.where('id', '=', id).executeTakeFirst()
  ensure(unit?.name, notFound)
  return unit.name
}
