import EnvironmentOutlined from '@ant-design/icons/EnvironmentOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const placesNav: readonly NavEntry[] = [
  { to: '/places', icon: <EnvironmentOutlined />, label: { zh: '区划与网格', en: 'Places' }, needs: 'places.read' },
]
