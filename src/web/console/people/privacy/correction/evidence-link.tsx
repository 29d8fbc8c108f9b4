import { Button } from 'antd'
import { api } from '../../../../api.ts'
import { saveFile } from '../../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import type { CorrectionRead } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'

/** The paper that was brought with the request. */
export function EvidenceLink({ correction: { evidenceId, personId, name } }: { correction: CorrectionRead }) {
  const words = usePrivacyWords()
  const take = useAct((file: string) => api.evidence.readEvidence({ id: personId, file }), { onDone: saveFile })
  if (!evidenceId || name === null) return <>{words.noEvidence}</>
  return (
    <>
      <Button size="small" loading={take.isPending} onClick={() => take.mutate(evidenceId)}>
        {words.seeEvidence}
      </Button>
      <ErrorNotice error={take.error} />
    </>
  )
}
