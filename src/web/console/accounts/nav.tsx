import SafetyOutlined from '@ant-design/icons/SafetyOutlined'
import LockOutlined from '@ant-design/icons/LockOutlined'
import UserOutlined from '@ant-design/icons/UserOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const accountsNav: readonly NavEntry[] = [
  { to: '/accounts', icon: <UserOutlined />, label: { zh: '账号与授权', en: 'Accounts' }, needs: 'accounts.read' },
  { to: '/roles', icon: <SafetyOutlined />, label: { zh: '角色权限表', en: 'Roles' }, needs: 'accounts.read' },
  {
    to: '/security-policy',
    icon: <LockOutlined />,
    label: { zh: '登录与密码策略', en: 'Sign-in policy' },
    needs: 'policy.manage',
  },
]
