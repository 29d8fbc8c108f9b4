import BulbOutlined from '@ant-design/icons/BulbOutlined'
import TeamOutlined from '@ant-design/icons/TeamOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const groupsNav: readonly NavEntry[] = [
  { to: '/groups', icon: <TeamOutlined />, label: { zh: '小组协会', en: 'Groups' }, needs: 'groups.read' },
  {
    to: '/group-proposals',
    icon: <BulbOutlined />,
    label: { zh: '可成立的小组', en: 'Proposed groups' },
    needs: 'groups.manage',
  },
]
