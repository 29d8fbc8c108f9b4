import { Button, Form, InputNumber, Space } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Section } from '../../../ui/page/section.tsx'
import { BACKUPS, type BackupOverview } from './queries.ts'
import { useBackupWords } from './words.ts'

type Kept = BackupOverview['keeping']

const BOUNDS = { days: [7, 90], weeks: [4, 53], months: [3, 60], momentDays: [1, 90] } as const
const PARTS = ['days', 'weeks', 'months', 'momentDays'] as const

/** How long backups stay; the bounds are the server's own. */
export function Keeping({ keeping }: { keeping: Kept }) {
  const words = useBackupWords()
  const save = useAct((kept: Kept) => api.backups.keepBackups(kept), { said: words.saved, refresh: [BACKUPS] })
  return (
    <Section title={words.keeping} note={words.keepingNote}>
      <Form<Kept> layout="vertical" initialValues={keeping} onFinish={save.mutate}>
        <Space size="middle" align="end" wrap>
          {PARTS.map((part) => (
            <Form.Item key={part} name={part} label={words[part]} rules={[{ required: true }]}>
              <InputNumber min={BOUNDS[part][0]} max={BOUNDS[part][1]} precision={0} style={{ width: 120 }} />
            </Form.Item>
          ))}
          <Form.Item>
            <Button htmlType="submit" loading={save.isPending}>
              {words.save}
            </Button>
          </Form.Item>
        </Space>
        <ErrorNotice error={save.error} />
      </Form>
    </Section>
  )
}
