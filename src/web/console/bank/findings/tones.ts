import type { Tone } from '../../../ui/control/mark.tsx'
import type { Finding } from './queries.ts'

export const findingTones: Record<Finding['status'], Tone> = { waiting: 'doubtful', harmless: 'plain', wrong: 'bad' }
