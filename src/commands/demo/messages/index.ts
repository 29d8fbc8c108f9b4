import { sql } from 'kysely'
import { tell } from '#modules/messages/index.ts'
import type { Ctx } from '#platform/ctx.ts'

const NOTICES: readonly (readonly [community: string, text: string])[] = [
  ['广场社区', '本周五上午九时在社区党群服务中心做血压、血糖检查，请带好医保卡，空腹前来。'],
  ['瑞恒社区', '下周二下午二时在老干部活动室学习使用智能手机，请带上手机，家属可以陪同。'],
  ['馨园社区', '入冬前社区上门检查取暖和燃气，请在家等候，不收任何费用。'],
]
const TOLD = 40

/** Some notices to communities: a demonstration county has no gateway, so they stand on the list to print. */
export async function tellCommunities(ctx: Ctx): Promise<void> {
  for (const [community, text] of NOTICES) {
    const { rows } = await sql<{ id: string }>`
      select p.id from person p join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
       where p.county = ${ctx.actor.county} and p.status = 'living' and c.short = ${community}
       order by p.id limit ${TOLD}`.execute(ctx.db)
    const personIds = rows.map(({ id }) => id)
    await tell(ctx, { personIds, template: 'notice', values: { text }, key: `demo:${community}` })
  }
}

/** One message for each account, so that its bell has something to ring for. */
export async function greetAccounts(ctx: Ctx): Promise<void> {
  const accounts = await ctx.db.selectFrom('account').select('id').where('county', '=', ctx.actor.county).execute()
  const text = '这里是演示县，人员和号码都是编造的，可以放心试用。点右上角的铃可以再看到这条消息。'
  await tell(ctx, {
    accountIds: accounts.map(({ id }) => id),
    template: 'notice',
    values: { text },
    key: 'demo:welcome',
  })
}

/** A notice to the elders whose pages can be tried. */
export async function tellElders(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  const text =
    '元旦前县老干部活动中心举办联欢会，想参加的可以在“我的活动”里报名，也可以打电话请社区代报。来回有车，家属可以陪同。'
  await tell(ctx, { personIds: [...personIds], template: 'notice', values: { text }, key: 'demo:elders' })
}
