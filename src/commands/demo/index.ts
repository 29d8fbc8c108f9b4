import { leaveSecondFactorOptional } from '#modules/accounts/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure, refusal } from '#platform/refuse.ts'
import { type DemoAccount, handOutAccounts } from './accounts.ts'
import { helpElders, publishLastMonth } from './bank/pool.ts'
import { handOutElders } from './elders/index.ts'
import { greetAccounts } from './messages/index.ts'
import { stepsOf } from './steps.ts'
import { COUNTY } from './units/index.ts'

const notEmpty = refusal('demo.not_empty', 409, () => ({
  zh: '这个数据库里已有正式的县，不能再建演示县。请换一个 SANGYU_HOME 或 DATABASE_URL 再运行。',
  en: 'This database holds a real county; the demonstration is not built into it. Run it with another SANGYU_HOME or DATABASE_URL.',
}))

type Progress = { day: string; done: number }

/** Builds 临邑县 through the services: 242 离休 and 3,155 退休 alive, and a dozen who died. Goes on where a run broke off; accounts get new passwords each time. */
export async function buildDemonstration(
  house: House,
  log: (line: string) => void,
): Promise<{ accounts: DemoAccount[] }> {
  const act = <T>(work: (ctx: Ctx) => Promise<T>) => house.act({ system: COUNTY }, { readOnly: false }, work)
  const { day, done } = (await act(progressOf)) ?? { day: officeDay(house.clock()), done: 0 }
  const steps = stepsOf(day)
  for (const [at, step] of steps.entries()) {
    if (at < done) continue
    log(`  ${step.words}`)
    await act(async (ctx) => {
      await step.run(ctx)
      await mark(ctx, { day, done: at + 1 })
    })
  }
  // Whoever tries the demonstration has no authenticator at hand; a real county cannot be left so.
  if (done < steps.length) await act(leaveSecondFactorOptional)
  if (done === steps.length)
    log('演示县已建好，本次只更换演示账号的密码。 The demonstration county stands; its accounts get new passwords.')
  const accounts = await act(handOutAccounts)
  await act(greetAccounts)
  await act(helpElders)
  const elders = await act(handOutElders)
  await act(publishLastMonth)
  return { accounts: [...accounts, ...elders] }
}

async function progressOf(ctx: Ctx): Promise<Progress | undefined> {
  const counties = await ctx.db.selectFrom('county').select(['county', 'settings']).execute()
  const found = counties.map(({ settings }) => progressIn(settings))
  ensure(
    found.every((progress) => progress),
    notEmpty,
  )
  return found[0]
}

function progressIn(settings: unknown): Progress | undefined {
  if (!settings || typeof settings !== 'object' || !('demonstration' in settings)) return undefined
  return settings.demonstration as Progress // written by `mark` alone
}

async function mark(ctx: Ctx, progress: Progress): Promise<void> {
  const own = ctx.db.selectFrom('county').select('settings').where('county', '=', COUNTY)
  const { settings } = await own.executeTakeFirstOrThrow()
  const next = JSON.stringify({ ...(settings as object), demonstration: progress }) // the column holds an object
  await ctx.db.updateTable('county').set({ settings: next }).where('county', '=', COUNTY).execute()
}
