import type { Tone } from '../../../ui/control/mark.tsx'
import type { Settlement } from '../queries.ts'

export const settlementTones: Record<Settlement['status'], Tone> = {
  draft: 'doubtful',
  disputed: 'bad',
  confirmed: 'brand',
  approved: 'brand',
  paid: 'good',
}
