import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import './base.css'
import { carryNonce } from './nonce.ts'
import { theme } from './theme.ts'

carryNonce()

/** Everything drawn stands inside this: colours, sizes and the language of the controls. */
export function Design({ children }: { children: ReactNode }) {
  const lang = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={lang === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false }}
    >
      <App component={false} message={{ maxCount: 3 }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
