import FormOutlined from '@ant-design/icons/FormOutlined'
import MessageOutlined from '@ant-design/icons/MessageOutlined'
import MobileOutlined from '@ant-design/icons/MobileOutlined'
import PrinterOutlined from '@ant-design/icons/PrinterOutlined'
import type { NavEntry } from '../shell/nav/entry.ts'

export const messagesNav: readonly NavEntry[] = [
  { to: '/messages', icon: <MessageOutlined />, label: { zh: '消息', en: 'Messages' }, needs: 'messages.send' },
  {
    to: '/notices-to-print',
    icon: <PrinterOutlined />,
    label: { zh: '待打印通知', en: 'Notices to print' },
    needs: 'messages.send',
  },
]

export const templatesNav: readonly NavEntry[] = [
  {
    to: '/message-templates',
    icon: <FormOutlined />,
    label: { zh: '消息模板', en: 'Templates' },
    needs: 'messages.manage',
  },
  {
    to: '/operations/sms-gateway',
    icon: <MobileOutlined />,
    label: { zh: '短信网关', en: 'Text messages' },
    needs: 'operations.manage',
  },
  {
    to: '/sms-gateway-wish',
    icon: <MobileOutlined />,
    label: { zh: '核准短信网关', en: 'Approve text messages' },
    needs: 'policy.manage',
  },
]
