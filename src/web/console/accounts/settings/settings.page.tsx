import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useMe } from '../../shell/session/me.ts'
import { useAccountsWords } from '../words.ts'
import { Devices } from './devices.tsx'
import { type Lang, LanguageChoice } from './language-choice.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactor } from './second-factor.tsx'

export function SettingsPage() {
  const words = useAccountsWords()
  const say = useSay()
  const me = useMe()
  const { enumerate } = usePunctuation()
  const keep = useAct((lang: Lang) => api.sessions.changeMyLanguage({ lang }), { said: words.languageKept })
  return (
    <Page title={words.settings} lead={words.settingsLead}>
      <Section title={words.myAccount}>
        <Facts
          items={[
            { label: words.login, value: me.account.login },
            { label: words.roles, value: enumerate(me.roles.map((role) => say(roleWords[role]))) },
            { label: words.scope, value: enumerate(me.scope) },
          ]}
        />
      </Section>
      <Section title={words.languageTitle}>
        <LanguageChoice label={words.languageTitle} onChange={keep.mutate} />
        <ErrorNotice error={keep.error} />
      </Section>
      <Section title={words.changePassword}>
        <PasswordForm oldLabel={words.oldPassword} submitLabel={words.changePassword} />
      </Section>
      <SecondFactor />
      <Devices />
    </Page>
  )
}
