import type { Me } from '../../shell/session/me.ts'

const PAGES: Record<Me['stage'], string> = {
  password_expired: '/first-password',
  second_factor: '/second-factor',
  enrolment: '/enrolment',
  complete: '/',
}

/** Where a session goes on at this stage, remembering where its holder wanted to go. */
export function pageOfStage(stage: Me['stage'], to?: string): string {
  if (stage === 'complete') return to ?? '/'
  return to ? `${PAGES[stage]}?to=${encodeURIComponent(to)}` : PAGES[stage]
}
