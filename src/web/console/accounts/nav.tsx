import SafetyOutlined from '@ant-design/icons/SafetyOutlined'
import UserOutlined from '@ant-design/icons/UserOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const accountsNav: readonly NavEntry[] = [
  { to: '/accounts', icon: <UserOutlined />, label: { zh: '账号与授权', en: 'Accounts' }, needs: 'accounts.read' },
  { to: '/roles', icon: <SafetyOutlined />, label: { zh: '角色权限表', en: 'Roles' }, needs: 'accounts.read' },
]
