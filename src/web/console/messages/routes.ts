import { createRoute } from '@tanstack/react-router'
import { type Kind, kinds, shipped, type TemplateCode } from '#modules/messages/templates/shipped/index.ts'
import { statusWords } from '#modules/messages/words.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

type Status = keyof typeof statusWords
export type MessageSearch = {
  kind?: Kind | undefined
  template?: TemplateCode | undefined
  status?: Status | undefined
  personId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  offset?: number | undefined
}
export type InboxSearch = { unread?: true | undefined; offset?: number | undefined }
export type PrintSearch = { place?: string | undefined }

const kindKeys = Object.keys(kinds) as Kind[] // the keys of a closed record
const templateKeys = Object.keys(shipped) as TemplateCode[] // the keys of a closed record
const statusKeys = Object.keys(statusWords) as Status[] // the keys of a closed record

const inbox = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): InboxSearch => ({
    unread: param.yes(search, 'unread'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./inbox.page.tsx'), 'InboxPage'),
})
const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/messages',
  validateSearch: (search: Record<string, unknown>): MessageSearch => ({
    kind: param.oneOf(search, 'kind', kindKeys),
    template: param.oneOf(search, 'template', templateKeys),
    status: param.oneOf(search, 'status', statusKeys),
    personId: param.text(search, 'personId'),
    from: param.text(search, 'from'),
    to: param.text(search, 'to'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./message-list.page.tsx'), 'MessageListPage'),
})
const toPrint = createRoute({
  getParentRoute: () => shellRoute,
  path: '/notices-to-print',
  validateSearch: (search: Record<string, unknown>): PrintSearch => ({ place: param.text(search, 'place') }),
  component: lazyPage(() => import('./to-print.page.tsx'), 'ToPrintPage'),
})
const templates = createRoute({
  getParentRoute: () => shellRoute,
  path: '/message-templates',
  component: lazyPage(() => import('./templates.page.tsx'), 'TemplatesPage'),
})
const gateway = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/sms-gateway',
  component: lazyPage(() => import('./gateway.page.tsx'), 'GatewayPage'),
})
const gatewayWish = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sms-gateway-wish',
  component: lazyPage(() => import('./gateway-wish.page.tsx'), 'GatewayWishPage'),
})
export const messagesRoutes = [inbox, list, toPrint, templates, gateway, gatewayWish] as const
