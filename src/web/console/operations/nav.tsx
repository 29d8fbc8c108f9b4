import KeyOutlined from '@ant-design/icons/KeyOutlined'
import SaveOutlined from '@ant-design/icons/SaveOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const operationsNav: readonly NavEntry[] = [
  {
    to: '/operations/backups',
    icon: <SaveOutlined />,
    label: { zh: '备份与恢复', en: 'Backup and restore' },
    needs: 'operations.manage',
  },
  {
    to: '/operations/keys',
    icon: <KeyOutlined />,
    label: { zh: '密钥', en: 'Keys' },
    needs: 'operations.manage',
  },
]
