import BankOutlined from '@ant-design/icons/BankOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const unitsNav: readonly NavEntry[] = [
  { to: '/units', icon: <BankOutlined />, label: { zh: '单位', en: 'Units' }, needs: 'units.read' },
]
