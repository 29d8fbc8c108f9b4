import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTimes } from '../../../ui/language/times.ts'
import { stateQuery } from '../queries.ts'
import { useAuditWords } from '../words.ts'

/** What the last nightly check found changed past the office; nothing where all codes hold. */
export function ChangedRecords() {
  const words = useAuditWords()
  const times = useTimes()
  const { codes } = useQuery(stateQuery).data ?? {}
  if (!codes?.faults) return null
  const list = (
    <ul style={{ margin: '8px 0 0', paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
      {Object.entries(codes.broken).map(([table, ids]) => (
        <li key={table}>
          {words.codedTables[table] ?? table}
          {words.colon}
          {ids.join(', ')}
        </li>
      ))}
    </ul>
  )
  const description = (
    <>
      {words.codesBrokenHint}
      {list}
    </>
  )
  return (
    <Alert
      type="error"
      showIcon
      title={words.codesBroken(times.minute(codes.at), codes.faults)}
      description={description}
      style={{ marginBottom: 16 }}
    />
  )
}
