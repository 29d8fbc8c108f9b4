import AuditOutlined from '@ant-design/icons/AuditOutlined'
import BookOutlined from '@ant-design/icons/BookOutlined'
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined'
import ScheduleOutlined from '@ant-design/icons/ScheduleOutlined'
import SolutionOutlined from '@ant-design/icons/SolutionOutlined'
import StarOutlined from '@ant-design/icons/StarOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const serviceNav: readonly NavEntry[] = [
  { to: '/shifts', icon: <ScheduleOutlined />, label: { zh: '志愿班次', en: 'Shifts' }, needs: 'volunteering.read' },
  {
    to: '/service/waiting',
    icon: <AuditOutlined />,
    label: { zh: '等我确认', en: 'To be confirmed' },
    needs: 'volunteering.manage',
  },
  {
    to: '/service/records',
    icon: <SolutionOutlined />,
    label: { zh: '服务记录', en: 'Service records' },
    needs: 'volunteering.read',
  },
  { to: '/service/stars', icon: <StarOutlined />, label: { zh: '星级评定', en: 'Stars' }, needs: 'volunteering.read' },
  {
    to: '/service/certificates',
    icon: <SafetyCertificateOutlined />,
    label: { zh: '服务证明', en: 'Certificates' },
    needs: 'volunteering.read',
  },
  {
    to: '/ledgers/service',
    icon: <BookOutlined />,
    label: { zh: '志愿服务台账', en: 'Ledger of service' },
    needs: 'ledger.read',
  },
]
