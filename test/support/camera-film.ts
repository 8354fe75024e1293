import { writeFile } from 'node:fs/promises';
import { encodeQR } from 'qr';
import { quietZone } from '../../shared/qr-modules.ts';

const [width, height] = [640, 480];

/**
 * Writes what a camera sees that looks at a QR code, in grey: one picture, again and again (YUV4MPEG2, 4:2:0), as Chromium takes
 * it with `--use-file-for-fake-video-capture`.
 */
export async function filmOfCode(file: string, bytes: Uint8Array): Promise<void> {
  const modules = encodeQR('', 'raw', { ecc: 'medium', border: quietZone, encoding: 'byte', textEncoder: () => bytes });
  const scale = Math.floor((height - 40) / modules.length);
  const [left, top] = [width, height].map((side) => Math.floor((side - modules.length * scale) / 2)) as [
    number,
    number,
  ];
  // Studio range: 16 is black, 235 is white.
  const luma = new Uint8Array(width * height).fill(150);
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      for (let line = 0; line < scale; line++) {
        const at = (top + y * scale + line) * width + left + x * scale;
        luma.fill(dark ? 20 : 230, at, at + scale);
      }
    });
  });
  const chroma = new Uint8Array((width * height) / 2).fill(128);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  await writeFile(file, Buffer.concat([head, frame, frame]));
}

/** The flags with which Chromium takes such a film for its camera, and asks nobody. */
export const cameraFlags = (file: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];
