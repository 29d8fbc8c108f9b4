import ReadOutlined from '@ant-design/icons/ReadOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const ledgersNav: readonly NavEntry[] = [
  { to: '/ledgers/people', icon: <ReadOutlined />, label: { zh: '信息台账', en: 'Ledger' }, needs: 'ledger.read' },
]
