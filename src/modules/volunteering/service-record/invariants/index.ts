/** Each answers the rows that break it: none, as long as service is recorded as it was. */
export const serviceInvariants = [
  {
    id: 'LG-10',
    zh: '计入的分钟不多于签到签退之间、不多于计划时间、每人每天不超过 8 小时，同一人的服务不重叠',
    en: 'minutes recorded are within check-in and check-out, the plan and eight hours a day, and nobody’s services overlap',
    query: `select r.county, r.id from service_record r
        join shift_turn t on t.county = r.county and t.id = r.turn_id
        join shift s on s.county = r.county and s.id = r.shift_id
        join gathering g on g.county = s.county and g.id = s.gathering_id
        where r.minutes * 60 > extract(epoch from t.out_at - t.in_at)
           or r.minutes * 60 > extract(epoch from upper(g.during) - lower(g.during))
           or r.reversed_at is null and (t.status <> 'confirmed' or t.minutes <> r.minutes or t.person_id <> r.person_id)
           or t.late_by is not null and (t.approved_by is null or t.approved_by = t.late_by)
      union all select county, person_id from service_record where reversed_at is null group by county, person_id, served_on having sum(minutes) > 480
      union all select a.county, a.id from service_record a join service_record b on b.county = a.county and b.person_id = a.person_id
        and b.id <> a.id and b.during && a.during and a.reversed_at is null and b.reversed_at is null`,
  },
  {
    id: 'LG-10b',
    zh: '每条未冲正的服务记录恰好入账一次，冲正的已冲回',
    en: 'each record that stands has earned once; each reversed one was taken back',
    query: `select r.county, r.id from service_record r left join bank_earning e on e.county = r.county and e.record_id = r.id
        where e.record_id is null or (e.reversed_at is null) <> (r.reversed_at is null)`,
  },
] as const
