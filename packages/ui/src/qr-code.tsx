import { create } from 'qrcode'

/** A text as QR code, dark on light in every theme so that cameras read it. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const quiet = 4
  const size = modules.size + 2 * quiet
  const path = Array.from(modules.data).flatMap((dark, index) =>
    dark === 0
      ? []
      : [`M${(index % modules.size) + quiet} ${Math.floor(index / modules.size) + quiet}h1v1h-1z`],
  )
  return (
    <svg className="ui-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
