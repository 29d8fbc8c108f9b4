import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import type { Batch } from '../queries.ts'
import { useImportsWords } from '../words.ts'

/** What can be done with a whole batch; each act says beforehand exactly what will happen. */
export function BatchActs({ batch }: { batch: Batch }) {
  const words = useImportsWords()
  const { modal } = App.useApp()
  const { apply, undo, discard, badRows } = useBatchActs(batch)
  const ask = (title: string, content: string, onOk: () => void) =>
    modal.confirm({ title, content, onOk, okText: title })
  const { counts, can } = batch
  const left = batch.rowCount - counts.new - counts.changed - counts['not-a-person']
  const hasBad = counts.doubtful + counts.refused + counts.duplicate > 0
  return (
    <>
      {can.remap ? (
        <ButtonLink to="/imports/$id/columns" params={{ id: batch.id }}>
          {words.mapping}
        </ButtonLink>
      ) : null}
      {hasBad && can.correct ? (
        <Button loading={badRows.isPending} title={words.badRowsHint} onClick={() => badRows.mutate()}>
          {words.badRows}
        </Button>
      ) : null}
      {can.discard ? (
        <Button onClick={() => ask(words.discardTitle, words.discardWords, () => discard.mutate())}>
          {words.discard}
        </Button>
      ) : null}
      {can.undo ? (
        <Button danger onClick={() => ask(words.undoTitle, words.undoWords, () => undo.mutate())}>
          {words.undo}
        </Button>
      ) : null}
      {can.apply ? (
        <Button
          type="primary"
          loading={apply.isPending}
          onClick={() =>
            ask(words.applyTitle, words.applyWords(counts.new, counts.changed, left), () => apply.mutate())
          }
        >
          {words.apply}
        </Button>
      ) : null}
      <ErrorNotice error={apply.error ?? undo.error ?? discard.error ?? badRows.error} />
    </>
  )
}

function useBatchActs({ id }: Batch) {
  const words = useImportsWords()
  const navigate = useNavigate()
  const refresh = [['imports'], ['people']]
  const leave = () => {
    navigate({ to: '/imports' }).catch(() => undefined)
  }
  return {
    apply: useAct(() => api.rosterImport.applyImport({ id }), { said: words.applied, refresh }),
    undo: useAct(() => api.rosterImport.undoImport({ id }), { refresh }),
    discard: useAct(() => api.rosterImport.discardImport({ id }), { refresh: [['imports', 'list']], onDone: leave }),
    badRows: useAct(() => api.rosterImport.downloadBadRows({ id }), { onDone: saveFile }),
  }
}
