import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined'
import ReadOutlined from '@ant-design/icons/ReadOutlined'
import SmileOutlined from '@ant-design/icons/SmileOutlined'
import SolutionOutlined from '@ant-design/icons/SolutionOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const teamsNav: readonly NavEntry[] = [
  { to: '/volunteers', icon: <SmileOutlined />, label: { zh: '志愿者', en: 'Volunteers' }, needs: 'volunteering.read' },
  { to: '/teams', icon: <ApartmentOutlined />, label: { zh: '志愿团队', en: 'Teams' }, needs: 'volunteering.read' },
  {
    to: '/posts',
    icon: <SolutionOutlined />,
    label: { zh: '楼长、单元长', en: 'Heads of buildings' },
    needs: 'volunteering.read',
  },
  { to: '/training', icon: <ReadOutlined />, label: { zh: '志愿培训', en: 'Training' }, needs: 'volunteering.read' },
]
