import type { Ctx } from '#platform/ctx.ts'

export const DELIVER = 'messages.deliver'

/** Asks that what is due at an instant be sent then; asked for twice within a minute it is done once. */
export function requestDelivery(ctx: Ctx, at: Date): void {
  const minute = at.toISOString().slice(0, 16)
  ctx.enqueue({ task: DELIVER, payload: {}, key: `${DELIVER}:${ctx.actor.county}:${minute}`, at })
}
