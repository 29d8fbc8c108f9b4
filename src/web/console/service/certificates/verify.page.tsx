import { getRouteApi } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Facts } from '../../../ui/page/facts.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Brand } from '../../shell/brand.tsx'
import { LanguageSwitch } from '../../shell/top/language-switch.tsx'
import css from '../service.module.css'
import { useVerifyWords } from '../words.ts'
import { useHours } from './use-certificate-columns.tsx'

const route = getRouteApi('/verify')

type Typed = { number: string; code: string }
type Found = Awaited<ReturnType<typeof api.certificates.verifyCertificate>>

/** The public page: the number and the code of a paper tell whether it holds, and nothing else. */
export function VerifyPage() {
  const words = useVerifyWords()
  const search = route.useSearch()
  const check = useAct((typed: Typed) => api.certificates.verifyCertificate(typed))
  return (
    <main className={css.lone}>
      <div className={css.top}>
        <Brand />
        <LanguageSwitch />
      </div>
      <Page title={words.title} lead={words.lead}>
        <Section title={words.check} quiet>
          <Form<Typed>
            layout="vertical"
            initialValues={search}
            onFinish={check.mutate}
            style={{ padding: 16 }}
            requiredMark={false}
          >
            <TextField label={words.number} name="number" most={40} hint={words.numberHint} required />
            <TextField label={words.code} name="code" most={20} hint={words.codeHint} required />
            <ErrorNotice error={check.error} />
            <Button type="primary" htmlType="submit" loading={check.isPending}>
              {words.check}
            </Button>
          </Form>
        </Section>
        <div role="status">{check.data && !check.error ? <Result found={check.data} /> : null}</div>
      </Page>
    </main>
  )
}

function Result({ found }: { found: Found }) {
  const words = useVerifyWords()
  const hours = useHours()
  const tone = { public: 'good', valid: 'good', overtaken: 'bad', revoked: 'bad' } as const
  const now = found.stands ? words.lessStands(found.asOf, hours(found.stands)) : words.noneStands(found.asOf)
  return (
    <Section title={words.result} actions={<Mark tone={tone[found.standing]}>{words.standings[found.standing]}</Mark>}>
      {found.standing === 'overtaken' ? <p>{now}</p> : null}
      <Facts
        items={[
          { label: words.number, value: found.number },
          { label: words.name, value: found.name },
          { label: words.period, value: `${found.fromOn} — ${found.toOn}` },
          { label: words.hours, value: hours(found.minutes) },
          { label: words.issuer, value: found.issuer },
          { label: words.issuedOn, value: found.issuedOn },
          { label: words.until, value: found.untilOn },
          ...(found.revokedOn ? [{ label: words.revokedOn, value: found.revokedOn }] : []),
        ]}
      />
    </Section>
  )
}
