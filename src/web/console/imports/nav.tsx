import ImportOutlined from '@ant-design/icons/ImportOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const importsNav: readonly NavEntry[] = [
  {
    to: '/imports',
    icon: <ImportOutlined />,
    label: { zh: '导入花名册', en: 'Roster import' },
    needs: 'import.prepare',
  },
]
