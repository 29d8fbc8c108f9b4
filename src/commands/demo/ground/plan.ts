/** Streets and towns by their part of the county's retired people; the rest lives in the towns not named. */
export const STREET_SHARES: Record<string, number> = {
  邢侗街道: 46,
  恒源街道: 15,
  临盘街道: 12,
  临邑镇: 7,
  德平镇: 5,
  临南镇: 4,
  林子镇: 3,
  兴隆镇: 2.5,
  孟寺镇: 2,
}
export const OTHER_STREETS = 1

/** Communities with grids and buildings, so that people are found down to their house. */
export const GRIDDED: Record<string, readonly string[]> = {
  邢侗街道: ['广场社区', '瑞恒社区', '洛源社区', '犁城社区', '苍圣社区'],
  恒源街道: ['馨园社区'],
}
export const GRIDS = ['第一网格', '第二网格', '第三网格']
export const BUILDINGS_A_GRID = 5

/** Where streets lie on the schematic map: invented positions within the county's bounds (116.7–117.0 E, 37.0–37.4 N). */
export const POSITIONS: Record<string, readonly [lon: number, lat: number]> = {
  邢侗街道: [116.862, 37.192],
  恒源街道: [116.894, 37.176],
  临盘街道: [116.808, 37.168],
  临邑镇: [116.846, 37.238],
  临南镇: [116.832, 37.084],
  德平镇: [116.952, 37.338],
  林子镇: [116.936, 37.262],
  兴隆镇: [116.768, 37.108],
  孟寺镇: [116.758, 37.226],
  翟家镇: [116.884, 37.302],
  理合务镇: [116.972, 37.214],
  宿安乡: [116.918, 37.118],
}

type Kind = 'venue' | 'station' | 'clinic' | 'hospital' | 'shop' | 'school' | 'canteen' | 'service_centre'
/** Name, kind, street, community (none: the street itself), shared with everybody. */
export const SITES: readonly (readonly [string, Kind, string, string, boolean?])[] = [
  ['县老干部活动中心', 'venue', '邢侗街道', '广场社区', true],
  ['县老年大学', 'school', '邢侗街道', '广场社区', true],
  ['广场社区党群服务中心', 'service_centre', '邢侗街道', '广场社区', true],
  ['广场社区老干部活动室', 'station', '邢侗街道', '广场社区', true],
  ['瑞恒社区老干部活动室', 'station', '邢侗街道', '瑞恒社区', true],
  ['洛源社区长者食堂', 'canteen', '邢侗街道', '洛源社区', true],
  ['洛源社区卫生服务站', 'clinic', '邢侗街道', '洛源社区'],
  ['犁城社区老干部活动室', 'station', '邢侗街道', '犁城社区', true],
  ['苍圣社区书画室', 'venue', '邢侗街道', '苍圣社区', true],
  ['县人民医院', 'hospital', '邢侗街道', '苍圣社区'],
  ['县中医院', 'hospital', '邢侗街道', '瑞恒社区'],
  ['便民超市（广场店）', 'shop', '邢侗街道', '广场社区'],
  ['馨园社区老干部活动室', 'station', '恒源街道', '馨园社区', true],
  ['馨园社区卫生服务站', 'clinic', '恒源街道', '馨园社区'],
  ['馨园社区长者食堂', 'canteen', '恒源街道', '馨园社区', true],
  ['恒源街道老年学校', 'school', '恒源街道', '', true],
  ['恒源门球场', 'venue', '恒源街道', '', true],
  ['临盘街道老干部活动站', 'station', '临盘街道', '', true],
  ['临盘卫生院', 'hospital', '临盘街道', ''],
  ['德平镇老干部活动站', 'station', '德平镇', '', true],
  ['德平镇中心卫生院', 'hospital', '德平镇', ''],
  ['德平便民超市', 'shop', '德平镇', ''],
  ['林子镇老干部活动站', 'station', '林子镇', '', true],
  ['临南镇为老服务中心', 'service_centre', '临南镇', '', true],
]
