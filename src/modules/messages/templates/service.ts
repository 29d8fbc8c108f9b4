import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { contract } from './contract.ts'
import { faultsOf, placeWord } from './rules.ts'
import { isTemplate, shipped, type TemplateCode, templateOf } from './shipped/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Version = { version: number; text: Bilingual; changedBy: string | null; changedAt: string | null }

const codes = Object.keys(shipped).filter(isTemplate)

/** Every version of the county's own, the newest first. */
function ownVersions(ctx: Ctx) {
  return ctx.db
    .selectFrom('message_template as t')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 't.county').onRef('a.id', '=', 't.changed_by'))
    .select(['t.code', 't.version', 't.zh', 't.en', 'a.name as changedBy', 't.changed_at as changedAt'])
    .where('t.county', '=', ctx.actor.county)
    .orderBy('t.version', 'desc')
}

const shippedVersion = (code: TemplateCode): Version => ({
  version: 0,
  text: shipped[code].text,
  changedBy: null,
  changedAt: null,
})

/** The text of a template as it is now. */
export async function currentText(ctx: Ctx, code: TemplateCode): Promise<{ version: number; text: Bilingual }> {
  const own = await ownVersions(ctx).where('t.code', '=', code).limit(1).executeTakeFirst()
  return own ? { version: own.version, text: { zh: own.zh, en: own.en } } : shippedVersion(code)
}

function lineOf(code: TemplateCode, { version, text, changedBy, changedAt }: Version) {
  const { kind, name, places, needs } = templateOf(code)
  const said = places.map((place) => ({ place, ...placeWord(place), isNeeded: needs.includes(place) }))
  return { code, kind, name, text, version, changedBy, changedAt, places: said }
}

async function versionsOf(ctx: Ctx): Promise<Map<TemplateCode, Version[]>> {
  const all = new Map(codes.map((code): [TemplateCode, Version[]] => [code, []]))
  for (const { code, zh, en, ...row } of await ownVersions(ctx).execute())
    if (isTemplate(code)) all.get(code)?.push({ ...row, text: { zh, en } })
  for (const code of codes) all.get(code)?.push(shippedVersion(code))
  return all
}

async function listTemplates(ctx: Ctx): Promise<Output<Doors['listTemplates']>> {
  const all = await versionsOf(ctx)
  const items = codes.map((code) => lineOf(code, all.get(code)?.[0] ?? shippedVersion(code)))
  return { items, total: items.length }
}

async function readTemplate(
  ctx: Ctx,
  { template: code }: Input<Doors['readTemplate']>,
): Promise<Output<Doors['readTemplate']>> {
  const versions = (await versionsOf(ctx)).get(code) ?? []
  return { ...lineOf(code, versions[0] ?? shippedVersion(code)), versions }
}

async function rewordTemplate(
  ctx: Ctx,
  { template: code, version, zh, en }: Input<Doors['rewordTemplate']>,
): Promise<Output<Doors['rewordTemplate']>> {
  const { unknown, lacking } = faultsOf({ zh, en }, templateOf(code))
  const named = lacking.map(placeWord)
  ensure(unknown.length + lacking.length === 0, () =>
    no.badPlaces({
      unknown,
      lackingZh: named.map((one) => `【${one.zh}】`).join('、'),
      lackingEn: named.map((one) => `【${one.en}】`).join(', '),
    }),
  )
  const now = await currentText(ctx, code)
  ensure(now.version === version, no.changedMeanwhile)
  const next = version + 1
  const row = { county: ctx.actor.county, code, version: next, zh, en, changed_by: ctx.actor.accountId }
  const written = await ctx.db
    .insertInto('message_template')
    .values({ ...row, changed_at: ctx.now.toISOString() })
    .onConflict((conflict) => conflict.columns(['county', 'code', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  ensure(written, no.changedMeanwhile)
  return { version: next }
}

export const service: Service<Doors> = { listTemplates, readTemplate, rewordTemplate }
