import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { api } from '../../api.ts'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { Waiting } from '../../ui/feedback/waiting.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import css from './county.module.css'
import { RequiredFields } from './required-fields.tsx'
import { useCountyWords } from './words.ts'

type Settings = Awaited<ReturnType<typeof api.countySettings.readCountySettings>>
type Typed = Pick<Settings, 'areaCode' | 'bureauPhone' | 'siteAddress' | 'requiredFields'>

const SETTINGS = ['county-settings'] as const
const RECOUNTED_EVERY_MS = 2000

export function CountySettingsPage() {
  const words = useCountyWords()
  const settings = useQuery({
    queryKey: SETTINGS,
    queryFn: () => api.countySettings.readCountySettings(),
    refetchInterval: ({ state }) => (state.data?.recounting ? RECOUNTED_EVERY_MS : false),
  })
  return (
    <Page title={words.title} lead={words.lead}>
      <ErrorNotice error={settings.error} />
      {settings.data ? <SettingsForm settings={settings.data} /> : settings.isPending ? <Waiting /> : null}
    </Page>
  )
}

function SettingsForm({ settings }: { settings: Settings }) {
  const words = useCountyWords()
  const [form] = Form.useForm<Typed>()
  const save = useAct((typed: Typed) => api.countySettings.saveCountySettings(typed), {
    said: words.saved,
    refresh: [SETTINGS, ['people']],
  })
  return (
    <Form<Typed>
      form={form}
      className={css.form ?? ''}
      layout="vertical"
      initialValues={settings}
      onFinish={save.mutate}
    >
      <Section title={words.contact} note={words.contactNote(settings.name, settings.county)}>
        <div style={{ maxWidth: 420 }}>
          <TextField label={words.areaCode} name="areaCode" most={4} hint={words.areaCodeHint} />
          <TextField label={words.bureauPhone} name="bureauPhone" most={40} hint={words.bureauPhoneHint} />
          <TextField label={words.siteAddress} name="siteAddress" most={200} hint={words.siteAddressHint} />
        </div>
      </Section>
      <Section title={words.required} note={words.requiredNote}>
        {settings.recounting ? (
          <Alert type="info" showIcon title={words.recounting} style={{ marginBottom: 12 }} />
        ) : null}
        <Form.Item
          name="requiredFields"
          noStyle
          rules={[{ type: 'array', required: true, min: 1, message: words.chooseOne }]}
        >
          <RequiredFields />
        </Form.Item>
        <Form.Item noStyle shouldUpdate>
          {() => <Form.ErrorList errors={form.getFieldError('requiredFields')} />}
        </Form.Item>
      </Section>
      <ErrorNotice error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} style={{ alignSelf: 'start' }}>
        {words.save}
      </Button>
    </Form>
  )
}
