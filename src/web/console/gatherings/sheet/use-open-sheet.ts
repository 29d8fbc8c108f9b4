import { useState } from 'react'
import type { AttendanceState } from '#modules/gatherings/codes/index.ts'
import { Refused } from '#platform/client.ts'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { GATHERINGS, type GatheringRecord, type SheetLine } from '../queries.ts'
import { useSheetWords } from '../words.ts'
import { allPresent, type Listed, type Marks, sentOf, unsentOf, withMark, withoutLine } from './marks.ts'

/** The lines a refusal names. */
function wrongIn(error: unknown): ReadonlySet<unknown> {
  const detail = error instanceof Refused ? error.detail : null
  const people = detail && typeof detail === 'object' && 'people' in detail ? detail.people : []
  return new Set(Array.isArray(people) ? people : [])
}

/** The sheet as it is being filled in: what the server has, who was added, what was tapped. */
export function useOpenSheet(record: GatheringRecord, items: readonly SheetLine[]) {
  const words = useSheetWords()
  const [added, setAdded] = useState<Listed[]>([])
  const [tapped, setMarks] = useState<Marks>(new Map())
  const known = new Set(items.map(({ personId }) => personId))
  const listed: Listed[] = [...added.filter(({ personId }) => !known.has(personId)), ...items]
  const marks = unsentOf(listed, tapped)
  const save = useAct(() => api.attendance.markAttendance({ id: record.id, marks: sentOf(listed, marks) }), {
    said: ({ marked }) => words.saved(marked),
    refresh: [GATHERINGS],
  })
  const close = useAct(
    async () => {
      if (marks.size) await api.attendance.markAttendance({ id: record.id, marks: sentOf(listed, marks) })
      return api.attendance.closeGathering({ id: record.id })
    },
    { said: ({ present, absent }) => words.closed(present, absent), refresh: [GATHERINGS] },
  )
  return {
    listed,
    marks,
    save,
    close,
    wrong: wrongIn(save.error ?? close.error),
    drop: (personId: string) => {
      setAdded((old) => old.filter((one) => one.personId !== personId))
      setMarks((old) => withoutLine(old, personId))
      save.reset()
      close.reset()
    },
    mark: (one: Listed, state: AttendanceState) => setMarks((old) => withMark(old, one, state)),
    markAll: () => setMarks((old) => allPresent(listed, old)),
    add: (one: Pick<Listed, 'personId' | 'name' | 'community'>) => {
      if (listed.some(({ personId }) => personId === one.personId)) return
      setAdded((old) => [{ ...one, isMasked: false, isSignedUp: false, state: null, way: null }, ...old])
      setMarks((old) => new Map([...old, [one.personId, 'present']]))
    },
  }
}
