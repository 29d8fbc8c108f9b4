import { z } from 'zod'
import { rowId } from '#platform/contract.ts'

/** What was said against something published, and what was answered; both stay to be read. */
export const objection = z.object({
  id: rowId,
  raisedBy: z.string(),
  words: z.string(),
  raisedAt: z.string(),
  answer: z.string().nullable(),
  isUpheld: z.boolean().nullable(),
  answeredBy: z.string().nullable(),
  can: z.object({ answer: z.boolean() }),
})

/** Anybody may object, also without a name. */
export const said = z.object({
  id: rowId,
  raisedBy: z.string().trim().min(1).max(60).default('匿名'),
  words: z.string().trim().min(2, '请写明异议内容').max(500),
})

/** Upheld, the answer becomes the reason of what is withdrawn. */
export const answered = (most: number) =>
  z.object({ id: rowId, answer: z.string().trim().min(2, '请写明核实情况').max(most), isUpheld: z.boolean() })
