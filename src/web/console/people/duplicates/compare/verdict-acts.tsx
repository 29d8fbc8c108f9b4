import { useNavigate } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { api } from '../../../../api.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { useFocusBack } from '../../../../ui/form/use-focus-back.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { PEOPLE } from '../../queries.ts'
import type { Comparison } from '../queries.ts'
import { useDuplicatesWords } from '../words.ts'
import css from './compare.module.css'
import { type MergeChoice, mergeOf } from './merge-choice.ts'

type VerdictActsProps = { both: Comparison; choice: MergeChoice }

/** The two ways out: one person, or two. */
export function VerdictActs({ both, choice }: VerdictActsProps) {
  const words = useDuplicatesWords()
  const navigate = useNavigate()
  const [isMerging, setMerging] = useState(false)
  const back = () => {
    navigate({ to: '/duplicates' }).catch(() => undefined)
  }
  const judge = useAct(() => api.duplicates.judgeDifferent({ first: both.first.id, second: both.second.id }), {
    said: words.isDifferent,
    refresh: [PEOPLE],
    onDone: back,
  })
  if (!both.can.merge && !both.can.judge) return null
  return (
    <div className={css.foot}>
      <ErrorNotice error={judge.error} />
      <div className={css.acts}>
        {both.can.judge ? (
          <Button loading={judge.isPending} onClick={() => judge.mutate()}>
            {words.different}
          </Button>
        ) : null}
        {both.can.merge ? (
          <Button type="primary" onClick={() => setMerging(true)}>
            {words.merge}
          </Button>
        ) : null}
      </div>
      {isMerging ? <ConfirmMerge both={both} choice={choice} onClose={() => setMerging(false)} /> : null}
    </div>
  )
}

/** Says exactly what a merge will do before it is done. */
function ConfirmMerge({ both, choice, onClose }: VerdictActsProps & { onClose: () => void }) {
  const words = useDuplicatesWords()
  useFocusBack()
  const kit = useKitWords()
  const say = useSay()
  const navigate = useNavigate()
  const asked = mergeOf(choice, both)
  const merge = useAct(() => api.duplicates.mergePeople(asked), {
    said: words.isMerged,
    refresh: [PEOPLE],
    onDone: () => {
      navigate({ to: '/people/$id', params: { id: asked.keptId } }).catch(() => undefined)
    },
  })
  const taken = asked.takeFromAbsorbed.flatMap((key) => fieldOf(key) ?? [])
  return (
    <Modal
      title={words.mergeTitle}
      open
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button type="primary" loading={merge.isPending} onClick={() => merge.mutate()}>
            {words.mergeNow}
          </Button>
        </>
      }
    >
      <ul className={css.plan}>
        <li>{words.planKept(words.sides[choice.kept], both[choice.kept].name)}</li>
        <li>
          {taken.length
            ? words.planTaken(taken.length, taken.map((field) => say(field)).join(words.comma))
            : words.planNone}
        </li>
        <li>{words.planLists}</li>
        <li>{words.planUndo}</li>
      </ul>
      <ErrorNotice error={merge.error} />
    </Modal>
  )
}
