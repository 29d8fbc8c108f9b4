import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import type { Job } from '#platform/house/jobs.ts'
import type { Visitor } from '../../../door/judged.ts'
import { newDigits } from '../../cards/index.ts'
import { keepCode } from '../../codes/index.ts'
import { PHONE_CODE_DIGITS, PHONE_CODE_MINUTES } from '../../rules.ts'
import { accountOfMobile } from '../../service.ts'
import type { contract } from '../contract.ts'
import { takeTurn } from '../turn/index.ts'

type Sent = { personId: string; phone: string; code: string; minutes: number }
/** What carries a code to a telephone. False where nothing can: the visitor has a card, and the community a telephone. */
export type SendCode = (ctx: Ctx, sent: Sent) => Promise<boolean>

const TASK = 'elder_access.send_code'
const done = { ok: true } as const

/** Known or not, a number is answered alike and as fast: who has it is looked up later, by the job. The number waits sealed. */
export function newAskCode(house: House) {
  return async ({ mobile, county }: Input<typeof contract.askCode>, visitor: Visitor): Promise<{ ok: true }> => {
    await takeTurn(house, visitor, {
      county,
      name: `send ${mobile}`,
      isAsking: true,
      find: async (ctx) => ctx.enqueue({ task: TASK, payload: { to: ctx.vault.seal(mobile).toString('base64') } }),
    })
    return done
  }
}

export function codeJob(send: SendCode): Job {
  return {
    task: TASK,
    run: async (house, payload) => {
      const { county, to } = payload
      if (typeof county !== 'number' || typeof to !== 'string') throw new TypeError('not a code to send')
      await house.act({ system: county }, { readOnly: false }, (ctx) =>
        sendOne(ctx, send, ctx.vault.open(Buffer.from(to, 'base64'))),
      )
    },
  }
}

async function sendOne(ctx: Ctx, send: SendCode, phone: string): Promise<void> {
  const account = await accountOfMobile(ctx, phone)
  const acts = account && (await actsFor(ctx, account.id))
  if (!acts) return
  const code = newDigits(PHONE_CODE_DIGITS)
  const minutes = PHONE_CODE_MINUTES
  if (!(await send(ctx, { personId: acts.person_id, phone, code, minutes }))) return
  await keepCode(ctx, { kind: 'phone', text: `${phone} ${code}`, minutes })
  ctx.note({ action: 'codeSent', subject: account.id })
}

function actsFor(ctx: Ctx, accountId: string) {
  return ctx.db
    .selectFrom('own_authority')
    .select('person_id')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('kind', 'desc')
    .executeTakeFirst()
}
