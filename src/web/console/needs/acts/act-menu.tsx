import DownOutlined from '@ant-design/icons/DownOutlined'
import { Button, Dropdown } from 'antd'
import type { NeedAct } from '#modules/volunteering/needs/rules.ts'
import type { NeedLine } from '../queries.ts'
import { useNeedsWords } from '../words.ts'
import { actsOf } from './acts.ts'

/** Every act of a card by menu: what dragging does, the keyboard does. */
export function ActMenu({ need, onAct }: { need: NeedLine; onAct: (act: NeedAct) => void }) {
  const words = useNeedsWords()
  const acts = actsOf(need)
  if (!acts.length) return null
  const items = acts.map((act) => ({
    key: act,
    label: words.acts[act],
    danger: act === 'decline' || act === 'withdraw',
  }))
  return (
    <Dropdown
      menu={{ items, onClick: ({ key }) => onAct(key as NeedAct) }} // the keys are acts
      trigger={['click']}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the menu just opened by the keyboard takes the arrows; nothing of the page loses its focus unasked
      autoFocus
    >
      <Button size="small" aria-label={words.more(need.number)}>
        {words.act} <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  )
}
