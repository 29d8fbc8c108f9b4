import BookOutlined from '@ant-design/icons/BookOutlined'
import HeartOutlined from '@ant-design/icons/HeartOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const needsNav: readonly NavEntry[] = [
  { to: '/needs', icon: <HeartOutlined />, label: { zh: '社区需求', en: 'Needs' }, needs: 'volunteering.read' },
  {
    to: '/ledgers/needs',
    icon: <BookOutlined />,
    label: { zh: '社区需求台账', en: 'Ledger of needs' },
    needs: 'ledger.read',
  },
]
