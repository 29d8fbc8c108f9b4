import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '../../ui/control/button-link.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useMay } from '../shell/session/me.ts'
import { PlaceActs } from './acts/place-acts.tsx'
import { placeQuery, schematicQuery } from './queries.ts'
import { Below } from './record/below.tsx'
import { Schematic } from './schematic/schematic.tsx'
import { SiteMap } from './schematic/site-map.tsx'
import { usePlacesWords } from './words.ts'

/** The county: where its people live, where its sites are, its streets. */
export function PlaceOverviewPage() {
  const words = usePlacesWords()
  const may = useMay()
  const schematic = useQuery(schematicQuery)
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          {may('places.manage') ? <ButtonLink to="/places/sheet">{words.fromSheet}</ButtonLink> : null}
          {schematic.data ? <CountyActs code={schematic.data.county.code} /> : null}
        </>
      }
    >
      <Answer query={schematic} lines={8}>
        {(map) => (
          <>
            <Schematic map={map} />
            <SiteMap map={map} />
            <CountyBelow code={map.county.code} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function CountyActs({ code }: { code: string }) {
  const { data } = useQuery(placeQuery(code))
  return data ? <PlaceActs place={data} /> : null
}

function CountyBelow({ code }: { code: string }) {
  const { data } = useQuery(placeQuery(code))
  return data ? <Below place={data} /> : null
}
