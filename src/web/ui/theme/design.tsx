import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import './base.css'
import { theme } from './theme.ts'

/** The server's policy lets only styles through that carry the nonce of this page. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.nonce
const csp = nonce ? { nonce } : {}

/** Everything drawn stands inside this: colours, sizes and the language of the controls. */
export function Design({ children }: { children: ReactNode }) {
  const lang = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      csp={csp}
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
