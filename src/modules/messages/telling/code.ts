import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { gatewayOf } from '../gateway/index.ts'
import { CODE_MINUTES } from '../rules.ts'
import { currentText, filled } from '../templates/index.ts'
import { requestDelivery } from './delivery.ts'
import { hearersOf } from './hearers.ts'
import { sealText } from './text.ts'

/** `phone`: where it goes, as whoever signs in has proven to know it. */
export type Code = { personId: string; phone: string; code: string; minutes?: number }

/**
 * Sends a one-time code at once, in quiet hours too. The code stands sealed until it has left and nowhere afterwards. False where it cannot
 * leave: there is no gateway, or nobody living of that name; the visitor is then let in another way.
 */
export async function sendCode(ctx: Ctx, { personId, phone, code, minutes = CODE_MINUTES }: Code): Promise<boolean> {
  const [hearer] = await hearersOf(ctx, [personId])
  if (!hearer?.secret || !hearer.isLiving || (await gatewayOf(ctx)) === null) return false
  const { version, text } = await currentText(ctx, 'code')
  const values = { name: hearer.name, code, minutes: String(minutes) }
  const owner = { personId: hearer.id, secret: hearer.secret }
  const id = newId(ctx.now.getTime())
  const now = ctx.now.toISOString()
  await ctx.db
    .insertInto('message')
    .values({
      county: ctx.actor.county,
      id,
      key: `code:${id}`,
      person_id: hearer.id,
      account_id: null,
      template: 'code',
      template_version: version,
      kind: 'code',
      text_sealed: sealText(ctx, owner, { zh: filled(text.zh, values), en: filled(text.en, values) }),
      to_sealed: ctx.vault.of(hearer.secret).seal(phone),
      way: 'sms',
      status: 'waiting',
      due_at: now,
      by_account: ctx.actor.accountId,
      created_at: now,
    })
    .execute()
  requestDelivery(ctx, ctx.now)
  return true
}
