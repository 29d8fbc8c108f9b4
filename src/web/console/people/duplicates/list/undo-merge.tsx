import { Button, Modal } from 'antd'
import { Refused } from '#platform/client.ts'
import { api } from '../../../../api.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { useFocusBack } from '../../../../ui/form/use-focus-back.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { PEOPLE } from '../../queries.ts'
import type { Merge } from '../queries.ts'
import { useDuplicatesWords } from '../words.ts'
import css from './list.module.css'

/** Takes a merge back. What was changed on the kept record since is told first, and stays there only when somebody says so. */
export function UndoMerge({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  useFocusBack()
  const words = useDuplicatesWords()
  const kit = useKitWords()
  const undo = useAct((keepLaterChanges: boolean) => api.duplicates.undoMerge({ id: merge.id, keepLaterChanges }), {
    said: words.isUndone,
    refresh: [PEOPLE],
    onDone: onClose,
  })
  const isBuiltUpon = undo.error instanceof Refused && undo.error.code === 'people.merge_built_upon'
  return (
    <Modal
      title={words.undoOf(merge.kept.name)}
      open
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{kit.cancel}</Button>
          {isBuiltUpon ? (
            <Button type="primary" danger loading={undo.isPending} onClick={() => undo.mutate(true)}>
              {words.undoKeeping}
            </Button>
          ) : (
            <Button type="primary" loading={undo.isPending} onClick={() => undo.mutate(false)}>
              {words.undo}
            </Button>
          )}
        </>
      }
    >
      <p className={css.lead}>{words.undoLead}</p>
      <ErrorNotice error={undo.error} />
    </Modal>
  )
}
