import ControlOutlined from '@ant-design/icons/ControlOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const countyNav: readonly NavEntry[] = [
  {
    to: '/county',
    icon: <ControlOutlined />,
    label: { zh: '本县设置', en: 'County settings' },
    needs: 'settings.manage',
  },
]
