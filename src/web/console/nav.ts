import { accountsNav } from './accounts/nav.tsx'
import { auditNav } from './audit/nav.tsx'
import { bankNav } from './bank/nav.tsx'
import { countyNav } from './county/nav.tsx'
import { gatheringsNav, limitsNav } from './gatherings/nav.tsx'
import { groupsNav } from './groups/nav.tsx'
import { homeNav } from './home/nav.tsx'
import { importsNav } from './imports/nav.tsx'
import { ledgersNav } from './ledgers/nav.tsx'
import { messagesNav, templatesNav } from './messages/nav.tsx'
import { needsNav } from './needs/nav.tsx'
import { operationsNav } from './operations/nav.tsx'
import { peopleNav } from './people/nav.tsx'
import { placesNav } from './places/nav.tsx'
import { serviceNav } from './service/nav.tsx'
import type { NavGroup } from './shell/nav/entry.ts'
import { teamsNav } from './teams/nav.tsx'
import { unitsNav } from './units/nav.tsx'

/** The navigation, in the order of a working day. */
export const navGroups: readonly NavGroup[] = [
  { entries: homeNav },
  { label: { zh: '干部信息', en: 'Cadres' }, entries: [...peopleNav, ...importsNav, ...ledgersNav] },
  {
    label: { zh: '活动与服务', en: 'Activities' },
    entries: [...needsNav, ...teamsNav, ...serviceNav, ...gatheringsNav, ...groupsNav, ...bankNav],
  },
  { label: { zh: '区划与单位', en: 'Places and units' }, entries: [...placesNav, ...unitsNav] },
  { label: { zh: '消息', en: 'Messages' }, entries: messagesNav },
  {
    label: { zh: '管理', en: 'Administration' },
    entries: [...countyNav, ...limitsNav, ...templatesNav, ...accountsNav, ...auditNav, ...operationsNav],
  },
]
