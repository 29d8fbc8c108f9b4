import AuditOutlined from '@ant-design/icons/AuditOutlined'
import BlockOutlined from '@ant-design/icons/BlockOutlined'
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined'
import TeamOutlined from '@ant-design/icons/TeamOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const peopleNav: readonly NavEntry[] = [
  { to: '/people', icon: <TeamOutlined />, label: { zh: '干部名册', en: 'Cadres' }, needs: 'people.read' },
  { to: '/duplicates', icon: <BlockOutlined />, label: { zh: '疑似重复', en: 'Duplicates' }, needs: 'people.merge' },
  { to: '/exports', icon: <AuditOutlined />, label: { zh: '导出与审批', en: 'Exports' }, needs: 'people.read' },
  {
    to: '/privacy',
    icon: <SafetyCertificateOutlined />,
    label: { zh: '个人信息', en: 'Privacy' },
    needs: 'people.read',
  },
]
