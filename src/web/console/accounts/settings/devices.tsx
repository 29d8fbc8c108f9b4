import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useAccountsWords } from '../words.ts'
import { deviceName } from './device-name.ts'

type Device = Awaited<ReturnType<typeof api.sessions.myDevices>>['items'][number]
const KEY = ['my-devices']

/** Where I am signed in, and the way to end it elsewhere. */
export function Devices() {
  const words = useAccountsWords()
  const times = useTimes()
  const devices = useQuery({ queryKey: KEY, queryFn: () => api.sessions.myDevices() })
  const end = useAct((id: string) => api.sessions.endSession({ id }), { said: words.sessionEnded, refresh: [KEY] })
  const nameOf = (device: Device) => deviceName(device.agent) ?? words.unknownDevice
  const columns: Column<Device>[] = [
    { key: 'device', title: words.device, render: nameOf },
    { key: 'address', title: words.address, render: (device) => device.address },
    { key: 'startedAt', title: words.startedAt, render: (device) => times.minute(device.startedAt) },
    { key: 'seenAt', title: words.seenAt, render: (device) => times.minute(device.seenAt) },
    {
      key: 'act',
      title: words.endSession,
      render: (device) =>
        device.isThisOne ? (
          <Mark tone="good">{words.thisDevice}</Mark>
        ) : (
          <Button
            size="small"
            aria-label={words.endSessionOf(nameOf(device))}
            loading={end.isPending && end.variables === device.id}
            onClick={() => end.mutate(device.id)}
          >
            {words.endSession}
          </Button>
        ),
    },
  ]
  return (
    <Section title={words.devices} note={words.devicesNote} flush>
      <ErrorNotice error={end.error} />
      <Answer query={devices}>
        {({ items }) => (
          <DataTable label={words.devices} columns={columns} rows={items} rowKey={(device) => device.id} />
        )}
      </Answer>
    </Section>
  )
}
