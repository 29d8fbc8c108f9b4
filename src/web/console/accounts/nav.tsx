import AuditOutlined from '@ant-design/icons/AuditOutlined'
import IdcardOutlined from '@ant-design/icons/IdcardOutlined'
import KeyOutlined from '@ant-design/icons/KeyOutlined'
import LockOutlined from '@ant-design/icons/LockOutlined'
import SafetyOutlined from '@ant-design/icons/SafetyOutlined'
import UserOutlined from '@ant-design/icons/UserOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const accountsNav: readonly NavEntry[] = [
  { to: '/accounts', icon: <UserOutlined />, label: { zh: '账号', en: 'Accounts' }, needs: 'accounts.read' },
  {
    to: '/account-requests',
    icon: <AuditOutlined />,
    label: { zh: '账号申请', en: 'Account requests' },
    needs: 'accounts.read',
  },
  { to: '/grants', icon: <KeyOutlined />, label: { zh: '授权一览', en: 'Grants' }, needs: 'accounts.read' },
  { to: '/roles', icon: <SafetyOutlined />, label: { zh: '角色权限表', en: 'Roles' }, needs: 'accounts.read' },
  {
    to: '/security-policy',
    icon: <LockOutlined />,
    label: { zh: '登录与密码策略', en: 'Sign-in policy' },
    needs: 'policy.manage',
  },
  {
    to: '/identity-provider',
    icon: <IdcardOutlined />,
    label: { zh: '统一身份认证', en: 'Unified identity' },
    needs: 'operations.manage',
  },
]
