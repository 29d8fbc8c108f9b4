import FileSearchOutlined from '@ant-design/icons/FileSearchOutlined'
import HistoryOutlined from '@ant-design/icons/HistoryOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const auditNav: readonly NavEntry[] = [
  { to: '/audit', icon: <HistoryOutlined />, label: { zh: '操作记录', en: 'Audit trail' }, needs: 'accounts.self' },
  {
    to: '/incident',
    icon: <FileSearchOutlined />,
    label: { zh: '事件追查', en: 'Incident' },
    needs: 'audit.read',
  },
]
