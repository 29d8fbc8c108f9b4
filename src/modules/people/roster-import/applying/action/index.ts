import { actionOf, type Decision, type Plan } from '../../plan/index.ts'
import type { StoredRow } from '../../stored/index.ts'

/** What the plan and a person's word say of a stored row. */
export function actionFor(row: StoredRow): 'create' | 'update' | 'leave' {
  return actionOf({
    plan: row.plan as Plan, // the column's check is the list of plans
    decision: row.decision as Decision, // as above
    isMatched: row.match_id !== null,
    hasChanges: Array.isArray(row.changes) && row.changes.length > 0,
  })
}
