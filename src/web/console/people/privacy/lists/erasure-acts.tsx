import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { groundWords, keptWords } from '#modules/people/privacy/erasure/words.ts'
import { api } from '../../../../api.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { Facts } from '../../../../ui/page/facts.tsx'
import { PEOPLE } from '../../queries.ts'
import type { Erasure } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'
import css from './lists.module.css'
import { useAskedColumn } from './request-list.tsx'

/** What may be done with a request; destroying is asked once more, with what will happen. */
export function ErasureActs({ erasure }: { erasure: Erasure }) {
  const words = usePrivacyWords()
  const [isOpen, setOpen] = useState(false)
  const { id, can } = erasure
  const options = { said: words.done, refresh: [PEOPLE] }
  const withdraw = useAct(() => api.erasures.withdrawErasure({ id }), options)
  const lift = useAct(() => api.erasures.liftRestriction({ id }), options)
  const finish = useAct(() => api.erasures.finishErasure({ id }), options)
  return (
    <div className={css.acts}>
      {can.decide ? <Button onClick={() => setOpen(true)}>{words.decide}</Button> : null}
      {can.withdraw ? (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {words.withdraw}
        </Button>
      ) : null}
      {can.finish ? (
        <Button danger loading={finish.isPending} onClick={() => finish.mutate()}>
          {words.finish}
        </Button>
      ) : null}
      {can.lift ? (
        <Button loading={lift.isPending} onClick={() => lift.mutate()}>
          {words.lift}
        </Button>
      ) : null}
      <ErrorNotice error={withdraw.error ?? lift.error ?? finish.error} />
      {isOpen ? <Decide erasure={erasure} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function Decide({ erasure, onClose }: { erasure: Erasure; onClose: () => void }) {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const say = useSay()
  const { id, ground, reason, kept, merged, name } = erasure
  const asked = useAskedColumn<Erasure>()
  const decide = useAct((approve: boolean) => api.erasures.decideErasure({ id, approve }), {
    said: words.done,
    refresh: [PEOPLE],
    onDone: onClose,
  })
  const isKept = kept.length > 0
  const footer = (
    <div className={css.footer}>
      <Button onClick={onClose}>{kit.cancel}</Button>
      <Button loading={decide.isPending} onClick={() => decide.mutate(false)}>
        {words.refuse}
      </Button>
      <Button type="primary" danger={!isKept} loading={decide.isPending} onClick={() => decide.mutate(true)}>
        {isKept ? words.restrict : words.erase}
      </Button>
    </div>
  )
  return (
    <Modal
      title={words.decideErasureOf(name ?? '')}
      open
      onCancel={onClose}
      footer={footer}
      width={560}
      destroyOnHidden
    >
      <div className={css.fields}>
        <Facts
          items={[
            { label: words.ground, value: [say(groundWords[ground]), reason].filter(Boolean).join(' · '), wide: true },
            { label: words.asked, value: asked.render(erasure), wide: true },
            {
              label: words.keptBy,
              value: kept.map((key) => say(keptWords[key])).join(' · ') || words.keepsNothing,
              wide: true,
            },
          ]}
        />
        <Alert type="warning" showIcon title={isKept ? words.willRestrict : words.willErase} />
        {merged ? <p>{words.merged(merged)}</p> : null}
        <ErrorNotice error={decide.error} />
      </div>
    </Modal>
  )
}
