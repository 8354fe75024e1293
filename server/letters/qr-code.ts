import { encodeQR } from 'qr';
import { quietZone, runsOf } from '../../shared/qr-modules.ts';
import { type Html, html } from '../html.ts';

/**
 * A QR code as an SVG element of one unit a module. Error correction M: 15 % of it may be folded or smudged. `label` is what
 * those who cannot see it are told. Throws RangeError where the text is too long for a code that phones read from paper.
 */
export function qrCode(text: string, label: string): Html {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  const size = modules.length;
  // Version 15: at the size of the letter a module is still half a millimetre.
  if (size > 77 + 2 * quietZone) throw new RangeError(`${text.length} characters are too many for a QR code on paper`);
  const dark = modules.flatMap((row, y) =>
    runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`),
  );
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dark.join('')}"/></svg>`;
}
