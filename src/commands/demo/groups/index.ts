import { sql } from 'kysely'
import { foundGroup, type GroupPost, holdElection, joinGroup, linkGathering } from '#modules/activities/groups/index.ts'
import { placeDirectory, placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Chance } from '../chance.ts'
import { GROUPS, type PlannedGroup } from './plan.ts'

const SEED = 1818
const TERM_DAYS = 3 * 365
const LINKED = 2
const POSTS: readonly GroupPost[] = ['head', 'deputy', 'secretary', 'treasurer']

/** Eighteen interest groups and nine associations with members, officers and what they held. */
export async function foundGroups(ctx: Ctx): Promise<void> {
  const chance = new Chance(SEED)
  const linked = new Set<string>()
  // Associations come first: what the county held is theirs before a community counts it as its own.
  for (const [at, planned] of [...GROUPS.entries()].toSorted(([, a], [, b]) => a.kind.localeCompare(b.kind))) {
    const code = await placeOf(ctx, planned)
    const people = await likersOf(ctx, code, planned)
    const id = await found(ctx, { planned, at, code })
    await grow(ctx, { id, planned, people, chance })
    await link(ctx, { id, code, planned, linked })
  }
}

async function placeOf(ctx: Ctx, { street, community }: PlannedGroup): Promise<string> {
  const { streets } = await placeDirectory(ctx)
  const above = streets.find(({ short }) => short === street)
  const below = above?.communities.find(({ short }) => short === community)
  return (below?.code ?? above?.code ?? String(ctx.actor.county)).padEnd(19, '0')
}

/** Those who like it, live there and are up to it; nobody who needs an approval, so that the rule on posts is kept. */
async function likersOf(ctx: Ctx, code: string, { interest, size }: PlannedGroup): Promise<string[]> {
  const { lo, hi } = placeRange(code)
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
     where p.county = ${ctx.actor.county} and p.status = 'living' and p.kind = 'tuixiu' and p.can_go_out
       and p.place_code between ${lo}::bigint and ${hi}::bigint and ${interest} = any(p.interests)
       and coalesce(least(p.rank, p.rank_treatment), '199') > '132'
     order by p.id limit ${size}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

const before = (ctx: Ctx, days: number) => officeDay(new Date(ctx.now.getTime() - days * 86_400_000))

/** When the running term began. */
const begunDays = ({ endsIn }: PlannedGroup) => Math.max(30, TERM_DAYS - endsIn)

type Founding = { planned: PlannedGroup; at: number; code: string }

async function found(ctx: Ctx, { planned, at, code }: Founding): Promise<string> {
  const { kind, name, interest, filing, purpose } = planned
  const number = { none: null, filed: `临社区备字〔2023〕${at + 1}号`, registered: `鲁临民社证字第${at + 1}号` }[filing]
  const charter = `第一条 本会名称为${name}。\n第二条 成员自愿加入、自由退出。\n第三条 每届任期三年，由成员选举产生负责人。`
  const { id } = await foundGroup(ctx, {
    kind,
    name,
    interests: [interest],
    purpose,
    charter: kind === 'association' ? charter : null,
    placeCode: code,
    siteId: null,
    unitId: null,
    foundedOn: before(ctx, begunDays(planned) + 400),
    filing,
    filingNo: number,
  })
  return id
}

type Growing = { id: string; planned: PlannedGroup; people: readonly string[]; chance: Chance }

async function grow(ctx: Ctx, { id, planned, people, chance }: Growing): Promise<void> {
  const heldDays = begunDays(planned)
  for (const [at, personId] of people.entries()) {
    // The first were there when officers were elected; others came since.
    const days = at < 6 ? heldDays + 60 : chance.int(5, heldDays + 200)
    await joinGroup(ctx, { id, personId, on: before(ctx, days), onBehalf: at % 4 === 0 ? 'family' : 'self' })
  }
  const led = people.slice(0, planned.kind === 'association' ? 4 : 2)
  if (!led.length) return
  await holdElection(ctx, {
    id,
    heldOn: before(ctx, heldDays),
    untilOn: before(ctx, -planned.endsIn),
    voted: Math.min(people.length, 5),
    note: null,
    officers: led.map((personId, at) => ({
      personId,
      post: POSTS[at] ?? 'council',
      isPaid: false,
      approvalNo: null,
    })),
  })
}

type Linking = { id: string; code: string; planned: PlannedGroup; linked: Set<string> }

/** Titles of gatherings that an interest is found in under another name. */
const SOUNDS: Readonly<Record<string, string>> = {
  书法: '书画|春联',
  国画: '书画',
  散步: '健步走',
  智能手机: '智能手机',
  戏曲: '慰问演出|文艺',
  广场舞: '文艺|慰问演出',
}

/** What was held where they live and is theirs by its title, each once. */
async function link(ctx: Ctx, { id, code, planned, linked }: Linking): Promise<void> {
  const { lo, hi } = placeRange(code)
  const { rows } = await sql<{ id: string }>`
    select g.id from gathering g
     where g.county = ${ctx.actor.county} and g.status <> 'cancelled' and g.kind <> 'shift'
       and g.place_code between ${lo}::bigint and ${hi}::bigint and g.title ~ ${SOUNDS[planned.interest] ?? planned.interest}
     order by lower(g.during) desc limit 40`.execute(ctx.db)
  const most = planned.kind === 'association' ? 1 : LINKED
  for (const gathering of rows.filter((row) => !linked.has(row.id)).slice(0, most)) {
    linked.add(gathering.id)
    await linkGathering(ctx, { id, gatheringId: gathering.id })
  }
}
