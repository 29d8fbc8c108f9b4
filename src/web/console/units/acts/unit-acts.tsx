import { Button } from 'antd'
import { useState } from 'react'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import type { UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'
import { ChangeFacts } from './change-facts.tsx'
import { CloseUnit } from './close-unit.tsx'
import { MergeUnits } from './merge-units.tsx'
import { RenameUnit } from './rename-unit.tsx'
import { ReopenUnit } from './reopen-unit.tsx'

type Act = 'facts' | 'rename' | 'merge' | 'close' | 'reopen'

/** What the reader may do with this unit, by the answer's own `can`. */
export function UnitActs({ unit }: { unit: UnitRecord }) {
  const words = useUnitsWords()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  return (
    <>
      {unit.can.change ? (
        <>
          <Button onClick={() => setAct('facts')}>{words.changeFacts}</Button>
          <Button onClick={() => setAct('rename')}>{words.rename}</Button>
        </>
      ) : null}
      {unit.can.close ? (
        <>
          <Button onClick={() => setAct('merge')}>{words.merge}</Button>
          <ButtonLink to="/units/$id/split" params={{ id: unit.id }}>
            {words.split}
          </ButtonLink>
          <Button danger onClick={() => setAct('close')}>
            {words.close}
          </Button>
        </>
      ) : null}
      {unit.can.reopen ? <Button onClick={() => setAct('reopen')}>{words.reopen}</Button> : null}
      {act === 'facts' ? <ChangeFacts unit={unit} onClose={close} /> : null}
      {act === 'rename' ? <RenameUnit unit={unit} onClose={close} /> : null}
      {act === 'merge' ? <MergeUnits from={[unit]} onClose={close} /> : null}
      {act === 'close' ? <CloseUnit unit={unit} onClose={close} /> : null}
      {act === 'reopen' ? <ReopenUnit unit={unit} onClose={close} /> : null}
    </>
  )
}
