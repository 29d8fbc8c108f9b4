import { Button } from 'antd'
import { api } from '../../../api.ts'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import type { traceOf } from '../queries.ts'
import { useAuditWords } from '../words.ts'

export function ExportIncident({ trace }: { trace: NonNullable<ReturnType<typeof traceOf>> }) {
  const words = useAuditWords()
  const take = useAct((format: 'xlsx' | 'jsonl') => api.audit.exportIncident({ ...trace, format }), {
    onDone: saveFile,
  })
  return (
    <>
      <Button loading={take.isPending && take.variables === 'xlsx'} onClick={() => take.mutate('xlsx')}>
        {words.exportXlsx}
      </Button>
      <Button loading={take.isPending && take.variables === 'jsonl'} onClick={() => take.mutate('jsonl')}>
        {words.exportPeople}
      </Button>
      <ErrorNotice error={take.error} />
    </>
  )
}
