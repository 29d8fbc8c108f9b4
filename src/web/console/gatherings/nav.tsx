import CalendarOutlined from '@ant-design/icons/CalendarOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const gatheringsNav: readonly NavEntry[] = [
  { to: '/calendar', icon: <CalendarOutlined />, label: { zh: '活动日历', en: 'Calendar' }, needs: 'gatherings.read' },
]
