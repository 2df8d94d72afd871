import { useTranslation } from 'react-i18next'
import { LINES, type MapEdge } from './map-graph.ts'

/** What the lines mean; told apart by dashes as well as colours. */
export const MapLegend = ({ edges }: { readonly edges: readonly MapEdge[] }) => {
  const { t } = useTranslation('logic')
  const present = new Set(edges.map(({ line }) => line))
  return (
    <ul className="logic-map-legend" aria-label={t('map.legend')}>
      {LINES.filter((line) => present.has(line)).map((line) => (
        <li key={line}>
          <svg width="36" height="10" aria-hidden="true">
            <path d="M1,5 H35" className="logic-map-edge" data-line={line} strokeWidth="2" />
          </svg>{' '}
          {t(`map.kinds.${line}`)}
        </li>
      ))}
    </ul>
  )
}
