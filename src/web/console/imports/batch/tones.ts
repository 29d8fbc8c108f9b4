import type { Tone } from '../../../ui/control/mark.tsx'
import type { BatchLine, Plan } from '../queries.ts'

export const statusTones: Record<BatchLine['status'], Tone> = {
  reading: 'plain',
  refused: 'bad',
  planned: 'doubtful',
  applying: 'plain',
  applied: 'good',
  undoing: 'plain',
  undone: 'plain',
  failed: 'bad',
}

export const planTones: Record<Plan, Tone> = {
  new: 'good',
  changed: 'brand',
  unchanged: 'plain',
  doubtful: 'doubtful',
  refused: 'bad',
  duplicate: 'plain',
  'not-a-person': 'plain',
}
