import { Link } from '@tanstack/react-router'
import { Mark } from '../../../ui/control/mark.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { CertificateLine } from '../queries.ts'
import { useCertificatesWords } from '../words.ts'

export function useHours(): (minutes: number) => string {
  const words = useCertificatesWords()
  return (minutes) => words.hoursOf(Math.floor(minutes / 60), minutes % 60)
}

export function StandingMark({ standing }: { standing: CertificateLine['standing'] }) {
  const words = useCertificatesWords()
  const tone = { public: 'doubtful', valid: 'good', overtaken: 'bad', revoked: 'bad' } as const
  return <Mark tone={tone[standing]}>{words.standings[standing]}</Mark>
}

export function useCertificateColumns(): Column<CertificateLine>[] {
  const words = useCertificatesWords()
  const hours = useHours()
  return [
    {
      key: 'number',
      title: words.number,
      width: 170,
      render: (one) => (
        <Link to="/service/certificates/$id" params={{ id: one.id }}>
          {one.number}
        </Link>
      ),
    },
    {
      key: 'name',
      title: words.name,
      render: (one) => (
        <Link to="/people/$id" params={{ id: one.personId }}>
          {one.name}
        </Link>
      ),
    },
    { key: 'period', title: words.period, render: (one) => `${one.fromOn} — ${one.toOn}` },
    { key: 'services', title: words.services, align: 'right', render: (one) => one.services },
    { key: 'hours', title: words.hours, align: 'right', render: (one) => hours(one.minutes) },
    { key: 'issued', title: words.issuedOn, render: (one) => one.issuedOn },
    {
      key: 'standing',
      title: words.standing,
      render: (one) => (
        <>
          <StandingMark standing={one.standing} />{' '}
          {one.standing === 'overtaken' ? words.standsNow(hours(one.stands)) : null}
        </>
      ),
    },
  ]
}
