import CalendarOutlined from '@ant-design/icons/CalendarOutlined'
import DashboardOutlined from '@ant-design/icons/DashboardOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const limitsNav: readonly NavEntry[] = [
  {
    to: '/strength-limits',
    icon: <DashboardOutlined />,
    label: { zh: '量力而行', en: 'Within one’s strength' },
    needs: 'settings.manage',
  },
]
export const gatheringsNav: readonly NavEntry[] = [
  { to: '/calendar', icon: <CalendarOutlined />, label: { zh: '活动日历', en: 'Calendar' }, needs: 'gatherings.read' },
]
