import { afterAct, type NeedAct, type NeedState } from '#modules/volunteering/needs/rules.ts'
import { api } from '../../../api.ts'
import type { NeedLine } from '../queries.ts'

/** In the order one would reach for them. */
const ORDER: readonly NeedAct[] = [
  'accept',
  'match',
  'begin',
  'serve',
  'close',
  'release',
  'resume',
  'decline',
  'withdraw',
]

/** What may be done with a need now. */
export function actsOf(need: Pick<NeedLine, 'can'>): NeedAct[] {
  return ORDER.filter((act) => need.can[act])
}

/** The act that takes a need to another column, if one does. */
export function actTo(need: Pick<NeedLine, 'can' | 'status'>, to: NeedState): NeedAct | undefined {
  if (to === need.status) return undefined
  return actsOf(need).find((act) => afterAct(act, need.status) === to)
}

/** What an act asks before it is done. */
export const ASKS: Record<NeedAct, 'nothing' | 'reason' | 'satisfaction' | 'helper'> = {
  accept: 'nothing',
  begin: 'nothing',
  serve: 'nothing',
  match: 'helper',
  close: 'satisfaction',
  release: 'reason',
  resume: 'reason',
  decline: 'reason',
  withdraw: 'reason',
}

export type Said = { id: string; reason?: string; note?: string; satisfaction?: number }

export function perform(act: NeedAct, { id, reason = '', note, satisfaction = 5 }: Said): Promise<unknown> {
  const noted = { id, note: note || null }
  switch (act) {
    case 'accept':
      return api.needs.acceptNeed(noted)
    case 'begin':
      return api.needs.beginNeed(noted)
    case 'serve':
      return api.needs.serveNeed(noted)
    case 'close':
      return api.needs.closeNeed({ ...noted, satisfaction })
    case 'release':
      return api.needs.releaseNeed({ id, reason })
    case 'resume':
      return api.needs.resumeNeed({ id, reason })
    case 'decline':
      return api.needs.declineNeed({ id, reason })
    case 'withdraw':
      return api.needs.withdrawNeed({ id, reason })
    case 'match':
      return Promise.reject(new Error('who is sent is chosen from the candidates'))
  }
}
