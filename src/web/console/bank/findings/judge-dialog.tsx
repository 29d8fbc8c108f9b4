import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { ReasonDialog } from '../acts/reason-dialog.tsx'
import { BANK } from '../queries.ts'
import { useFindingWords } from './words.ts'

type JudgeProps = { id: string; isWrong: boolean; onClose: () => void }

export function JudgeDialog({ id, isWrong, onClose }: JudgeProps) {
  const words = useFindingWords()
  const judge = useAct((reason: string) => api.findings.judgeFinding({ id, isWrong, reason }), {
    said: words.judged,
    refresh: [BANK],
    onDone: onClose,
  })
  return (
    <ReasonDialog title={isWrong ? words.wrong : words.harmless} label={words.reason} onClose={onClose} act={judge} />
  )
}
