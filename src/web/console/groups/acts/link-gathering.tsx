import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { RemoteSelect } from '../../../ui/form/remote-select.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { GROUPS, type GroupRecord } from '../queries.ts'
import { useGroupWords } from '../words.ts'

const SHOWN = 20

export function LinkGathering({ group, onClose }: { group: GroupRecord; onClose: () => void }) {
  const words = useGroupWords()
  const kit = useKitWords()
  const times = useTimes()
  const link = useAct(
    ({ gatheringId }: { gatheringId: string }) => api.groupReports.linkGathering({ id: group.id, gatheringId }),
    { said: words.linked, refresh: [GROUPS], onDone: onClose },
  )
  const load = async (q: string) => {
    const { items } = await api.gatherings.listGatherings({ ...(q ? { q } : {}), limit: SHOWN })
    return items
      .filter(({ status }) => status !== 'cancelled')
      .map(({ id, title, startsAt, place }) => ({
        value: id,
        label: title,
        note: `${times.minute(startsAt)} · ${place}`,
      }))
  }
  return (
    <FormDialog<{ gatheringId: string }>
      title={`${words.link} · ${group.name}`}
      onClose={onClose}
      act={link}
      submitLabel={words.link}
    >
      <Form.Item
        label={words.activity}
        name="gatheringId"
        extra={words.linkHint}
        rules={[{ required: true, message: kit.required(words.activity) }]}
      >
        <RemoteSelect name="gatherings" load={load} label={words.activity} />
      </Form.Item>
    </FormDialog>
  )
}
