import HomeOutlined from '@ant-design/icons/HomeOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const homeNav: readonly NavEntry[] = [{ to: '/', icon: <HomeOutlined />, label: { zh: '首页', en: 'Home' } }]
