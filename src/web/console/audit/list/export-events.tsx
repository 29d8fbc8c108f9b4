import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { api } from '../../../api.ts'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { AUDIT } from '../queries.ts'
import { useAuditWords } from '../words.ts'

const route = getRouteApi('/shell/audit')

/** What the filters leave, in the order of the chain. */
export function ExportEvents() {
  const words = useAuditWords()
  const { offset: _offset, ...filter } = route.useSearch()
  const take = useAct((format: 'xlsx' | 'jsonl') => api.audit.exportAuditEvents({ ...filter, format }), {
    refresh: [AUDIT],
    onDone: saveFile,
  })
  return (
    <>
      <Button loading={take.isPending && take.variables === 'xlsx'} onClick={() => take.mutate('xlsx')}>
        {words.exportXlsx}
      </Button>
      <Button loading={take.isPending && take.variables === 'jsonl'} onClick={() => take.mutate('jsonl')}>
        {words.exportLines}
      </Button>
      <ErrorNotice error={take.error} />
    </>
  )
}
