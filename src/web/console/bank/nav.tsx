import WalletOutlined from '@ant-design/icons/WalletOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const bankNav: readonly NavEntry[] = [
  { to: '/bank', icon: <WalletOutlined />, label: { zh: '志愿服务银行', en: 'Service bank' }, needs: 'bank.read' },
]
